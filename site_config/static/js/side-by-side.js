// Two previews that scroll together in proportion, from heading to heading where both have as many.

const sides = document.querySelector("[data-sides]");
const frames = [...sides.querySelectorAll("[data-frame]")];

const headings = (frame) => [...frame.contentDocument.querySelectorAll("main h1, main h2, main h3")];

// The places between which both pages are stretched: their headings, or their two ends alone.
const stops = (frame) => {
  const { scrollHeight, clientHeight } = frame.contentDocument.documentElement;
  const end = Math.max(scrollHeight - clientHeight, 0);
  const scrolled = frame.contentWindow.scrollY;
  const tops = headings(frame).map((heading) => heading.getBoundingClientRect().top + scrolled);
  return { end, tops: [0, ...tops.filter((top) => top < end), end] };
};

const follow = (from, to) => {
  const [here, there] = [stops(from), stops(to)];
  const isAlike = here.tops.length === there.tops.length;
  const [a, b] = isAlike ? [here.tops, there.tops] : [[0, here.end], [0, there.end]];
  const at = from.contentWindow.scrollY;
  const step = Math.max(a.findLastIndex((top) => top <= at), 0);
  if (step >= a.length - 1) return to.contentWindow.scrollTo(0, there.end);
  const share = (at - a[step]) / Math.max(a[step + 1] - a[step], 1);
  return to.contentWindow.scrollTo(0, b[step] + share * (b[step + 1] - b[step]));
};

// The one that the hand is on leads; the other's own scrolling is only an answer.
let leader = frames[0];
const lead = (frame) => {
  const other = frames.find((item) => item !== frame);
  const view = frame.contentWindow;
  for (const kind of ["pointerenter", "pointerdown", "wheel", "touchstart", "keydown", "focus"]) {
    view.addEventListener(kind, () => { leader = frame; }, { passive: true });
  }
  view.addEventListener("scroll", () => leader === frame && other?.contentDocument && follow(frame, other), { passive: true });
};

for (const frame of frames) {
  frame.addEventListener("load", () => lead(frame));
  if (frame.contentDocument?.readyState === "complete" && frame.contentWindow.location.href !== "about:blank") lead(frame);
}

const tabs = sides.querySelector("[data-tabs]");
const parts = [...sides.querySelectorAll(".sides__side")];
tabs.hidden = false;

const choose = (number) => {
  parts.forEach((part, index) => part.toggleAttribute("data-away", index !== number));
  for (const button of tabs.children) {
    const isOn = Number(button.dataset.side) === number;
    button.setAttribute("aria-pressed", isOn);
    button.classList.toggle("button-secondary", !isOn);
  }
};
choose(0);
for (const button of tabs.children) button.addEventListener("click", () => choose(Number(button.dataset.side)));
