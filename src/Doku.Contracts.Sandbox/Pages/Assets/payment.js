"use strict";
// The page works without this: it lets the countdown run and turns the page when the order changes elsewhere.
(() => {
  const main = document.querySelector("main[data-live]");
  if (!main) return;
  const countdown = document.getElementById("countdown");
  const announcement = document.getElementById("announcement");
  // A screen reader hears of the time at these marks only, in seconds.
  const marks = [60, 300, 600];
  let before = null;
  const announce = (left) => {
    const mark = marks.find((one) => left <= one && before !== null && before > one);
    if (mark && announcement) {
      const minutes = Math.ceil(left / 60);
      announcement.textContent = minutes <= 1 ? "Less than a minute left to pay." : `${minutes} minutes left to pay.`;
    }
    before = left;
  };
  const live = new EventSource(main.dataset.live);
  live.onmessage = (event) => {
    const [status, left, words] = event.data.split(" ");
    if (status !== main.dataset.status) {
      live.close();
      location.replace(main.dataset.page);
      return;
    }
    if (countdown) {
      countdown.textContent = words;
      countdown.classList.toggle("short", Number(left) <= 300);
      announce(Number(left));
    }
  };
  addEventListener("pagehide", () => live.close());
})();
