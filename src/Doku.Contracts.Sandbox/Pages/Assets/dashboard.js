"use strict";
// The pages work without this. It shows news as they happen and keeps focus and place while it does.
(() => {
  const main = document.querySelector("main[data-live]");
  if (!main) return;
  const byId = (id) => document.getElementById(id);
  const regions = ["content", "controls"];

  // Changes a tree into another one, node by node, so that what is equal stays what it is: focus, scroll, typed text.
  const morph = (from, to) => {
    if (from.isEqualNode(to)) return;
    if (from.nodeType !== Node.ELEMENT_NODE) {
      from.data = to.data;
      return;
    }
    for (const { name } of [...from.attributes]) {
      if (!to.hasAttribute(name) && !(name === "open" && from.localName === "details")) from.removeAttribute(name);
    }
    for (const { name, value } of to.attributes) {
      if (from.getAttribute(name) !== value) from.setAttribute(name, value);
    }
    let at = from.firstChild;
    for (const child of [...to.childNodes]) {
      const known = child.id ? [...from.children].find((one) => one.id === child.id) : null;
      if (known && known !== at) {
        // Whatever stands between has gone from the page.
        while (at && at !== known && !(at.id && [...to.children].some((one) => one.id === at.id))) {
          const next = at.nextSibling;
          at.remove();
          at = next;
        }
        if (at !== known) from.insertBefore(known, at);
      }
      const match = known || (at && !at.id && !child.id && at.nodeName === child.nodeName ? at : null);
      if (match) {
        at = match.nextSibling;
        morph(match, child);
      } else {
        from.insertBefore(document.importNode(child, true), at);
      }
    }
    while (at) {
      const next = at.nextSibling;
      at.remove();
      at = next;
    }
  };

  const show = (html, isNews) => {
    const fresh = new DOMParser().parseFromString(html, "text/html");
    // What the last button did stays said until the next one is pressed.
    if (isNews) fresh.getElementById("note")?.replaceWith(byId("note").cloneNode(true));
    const focused = document.activeElement;
    const focusedId = focused && focused.id;
    for (const id of regions) {
      const next = fresh.getElementById(id);
      if (!next) return false;
      morph(byId(id), next);
    }
    if (focused && focused !== document.body && document.activeElement !== focused) {
      // What had the focus has gone: its successor takes it, or the page's content does.
      ((focusedId && byId(focusedId)) || byId("content")).focus({ preventScroll: true });
    }
    return true;
  };

  let latest = 0;
  const refresh = async () => {
    const turn = ++latest;
    const answer = await fetch(location.href, { cache: "no-store" });
    const html = await answer.text();
    // A later question, or a button pressed meanwhile, has the better answer.
    if (turn === latest && answer.ok) show(html, true);
  };

  const tell = (words) => {
    if (byId("announcement").textContent !== words) byId("announcement").textContent = words;
  };
  const connected = (is) => {
    const words = is ? "Live" : "No connection: is the sandbox running?";
    const sign = byId("connection");
    if (sign.textContent !== words) sign.textContent = words;
    sign.classList.toggle("on", is);
    sign.classList.toggle("off", !is);
  };

  let soon = 0;
  let last = "";
  const news = (words) => {
    last = words || last;
    clearTimeout(soon);
    // Events come in groups: the page is fetched once for all of them, and the last one is said.
    soon = setTimeout(() => {
      tell(last);
      refresh().catch(() => connected(false));
    }, 120);
  };

  const live = new EventSource(main.dataset.live);
  let wasLost = false;
  live.onopen = () => {
    connected(true);
    if (wasLost) news("");
    wasLost = false;
  };
  live.onerror = () => {
    wasLost = true;
    connected(false);
  };
  live.onmessage = ({ data }) => {
    const end = data.indexOf(" ");
    const words = data.slice(end + 1);
    if (data.slice(0, end) === "clock") byId("clock").textContent = words;
    else news(words);
  };
  addEventListener("pagehide", () => live.close());

  document.addEventListener("submit", async (event) => {
    const form = event.target;
    event.preventDefault();
    if (form.getAttribute("aria-busy") === "true") return;
    form.setAttribute("aria-busy", "true");
    try {
      const turn = ++latest;
      const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) });
      const html = await answer.text();
      if (!answer.ok || (turn <= latest && !show(html, false))) location.assign(answer.url);
    } catch {
      connected(false);
    } finally {
      form.removeAttribute("aria-busy");
    }
  });
})();
