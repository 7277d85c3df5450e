// Marks who is present without loading the page, keeps the marks while there is no network, finds a name while typing.
// The view works without this file. What is kept in the browser are numbers alone.

const door = document.querySelector("[data-door]");
const notice = door.querySelector("[data-door-notice]");
const count = door.querySelector("[data-door-count]");
const key = `door-${door.dataset.door}`;
const waiting = new Map(Object.entries(JSON.parse(localStorage.getItem(key) ?? "{}")));

const formOf = (address) => door.querySelector(`form[action="${CSS.escape(address)}"]`);

const say = (text) => {
  notice.textContent = text;
  notice.hidden = !text;
};

const show = (button, isPresent) => {
  button.setAttribute("aria-pressed", isPresent);
  button.classList.toggle("button-secondary", !isPresent);
  button.value = isPresent ? "unknown" : "present";
};

const keep = () => localStorage.setItem(key, JSON.stringify(Object.fromEntries(waiting)));

const post = async (address, value) => {
  const body = new FormData(formOf(address));
  body.set("attendance", value);
  return fetch(address, { method: "POST", body, headers: { Accept: "application/json" } });
};

let isSending = false;

const send = async () => {
  if (isSending) return;
  isSending = true;
  let text = "";
  for (const [address, value] of [...waiting]) {
    if (!formOf(address)) {
      waiting.delete(address);
      continue;
    }
    try {
      const response = await post(address, value);
      const isTaken = response.ok && !response.redirected;
      // Signed out, the mark waits for the next visit; marked again while this was under way, for the next round.
      if ((isTaken || response.status === 404) && waiting.get(address) === value) waiting.delete(address);
      if (isTaken) count.textContent = (await response.json()).count;
      else text = door.dataset.refused;
    } catch {
      text = door.dataset.offline;
      break;
    }
  }
  keep();
  say(text);
  isSending = false;
};

for (const [address, value] of waiting) {
  const button = formOf(address)?.querySelector("button");
  if (button) show(button, value === "present");
}

door.addEventListener("submit", (event) => {
  const form = event.target.closest("[data-door-mark]");
  if (!form) return;
  event.preventDefault();
  const button = form.querySelector("button");
  waiting.set(form.getAttribute("action"), button.value);
  show(button, button.value === "present");
  keep();
  send();
});

window.addEventListener("online", send);
setInterval(() => waiting.size && send(), 5000);
send();

const find = door.querySelector("[data-door-find]");
door.querySelector("[data-door-find-button]").hidden = true;
find.form.addEventListener("submit", (event) => event.preventDefault());
find.addEventListener("input", () => {
  const words = find.value.trim().toLowerCase();
  for (const person of door.querySelectorAll("[data-door-person]")) {
    person.hidden = !person.dataset.doorPerson.includes(words);
  }
});
