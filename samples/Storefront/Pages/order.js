// Keeps the page of an order up to date: asks for it again, and takes over what is new. Without a script the page
// reloads itself.
const pause = 1500;

async function look() {
  const answer = await fetch(location.href, { cache: "no-store" }).catch(() => null);
  if (answer?.ok) {
    take(new DOMParser().parseFromString(await answer.text(), "text/html"));
  }
  next();
}

function take(page) {
  const [now, then] = [page, document].map(one => one.getElementById("status"));
  if (now.className === then.className) {
    return;
  }
  const details = document.getElementById("details");
  const heldFocus = details.contains(document.activeElement);
  document.title = page.title;
  details.replaceWith(page.getElementById("details"));
  // The status stays where it is and only changes, so that a screen reader says it.
  then.className = now.className;
  then.textContent = now.textContent;
  if (heldFocus) {
    document.getElementById("title").focus();
  }
}

function next() {
  if (document.querySelector("#details[data-live]")) {
    setTimeout(look, pause);
  }
}

next();
