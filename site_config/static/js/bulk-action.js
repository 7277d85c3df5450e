/* The progress of a bulk action: reads its page again until it is finished, and tells screen readers each quarter. */
const SECONDS = 2;
const box = document.querySelector("[data-bulk-action]");

const state = () => box.querySelector("[data-bulk-state]");
const quarter = () => {
  const bar = box.querySelector("progress");
  return Math.floor((4 * bar.value) / bar.max);
};

let told = quarter();

const refresh = async () => {
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (answer.ok && !answer.redirected) {
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.querySelector("[data-bulk-state]");
      if (fresh) state().replaceWith(fresh);
    }
  } catch {
    // The next round tries again.
  }
  const isFinished = state().dataset.bulkState === "finished";
  if (isFinished || quarter() !== told) {
    told = quarter();
    box.querySelector("[data-bulk-status]").textContent = box.querySelector("[data-bulk-text]").textContent;
  }
  if (!isFinished) setTimeout(refresh, SECONDS * 1000);
};

if (state().dataset.bulkState !== "finished") setTimeout(refresh, SECONDS * 1000);
