// The translators' desk: saves texts as one goes, moves by keys, takes suggestions, keeps what cannot be saved yet.
// The view works without this file: each text is a form of its own.

const desk = document.querySelector("[data-desk]");
const rows = [...desk.querySelectorAll("[data-text]")];
const status = desk.querySelector("[data-status]");
const words = desk.dataset;
const PAUSE = 2000;
const RETRY = 5000;
const MARK = /⟨(\/?)(a\d*|abbr|acronym|b|code|em|i|strong)⟩/g;

const fieldOf = (row) => row.querySelector("[data-field]");
const sourceOf = (row) => row.querySelector("[data-source]").dataset.source;
const versionOf = (row) => row.elements.version;
const saved = new Map(rows.map((row) => [row, fieldOf(row).value]));
const timers = new Map();
const running = new Map(); // row → the saving under way
const stuck = new Map(); // row → what was asked, while it cannot be saved
let tokens = desk.querySelector("[data-token] input").value;

const isDirty = (row) => fieldOf(row).value !== saved.get(row);
const hasFlag = (row, name) => row.dataset.filters.split(" ").includes(name);

const say = (text, isProblem = false) => {
  status.textContent = text;
  status.dataset.level = isProblem ? "problem" : "";
};

const sayOf = (row, text) => {
  row.querySelector("[data-problem]").textContent = text;
  if (text) say(text, true);
};

// Growing, counting

const growsItself = CSS.supports("field-sizing", "content");

const grow = (field) => {
  if (growsItself) return;
  field.style.blockSize = "auto";
  field.style.blockSize = `${field.scrollHeight + 2}px`;
};

const count = (row) => {
  const counter = row.querySelector("[data-counter]");
  if (!counter) return;
  const field = fieldOf(row);
  const length = [...field.value].length;
  counter.textContent = `${length} / ${field.dataset.limit}`;
  counter.toggleAttribute("data-over", length > field.dataset.limit);
};

const write = (row, text) => {
  const field = fieldOf(row);
  field.value = text;
  changed(row);
};

const openMark = (text) => {
  const open = [];
  for (const [mark, end, name] of text.matchAll(MARK)) {
    if (!end) open.push(name);
    else if (open.pop() !== name) return mark;
  }
  return open.length ? `⟨${open.pop()}⟩` : "";
};

const changed = (row) => {
  grow(fieldOf(row));
  count(row);
  tools(row);
  clearTimeout(timers.get(row));
  if (!isDirty(row)) return;
  say(words.unsaved);
  timers.set(row, setTimeout(() => {
    // Half a mark is not finished writing.
    const half = openMark(fieldOf(row).value);
    if (half) say(words.openMark.replace("{mark}", half), true);
    else save(row);
  }, PAUSE));
};

const tools = (row) => {
  const text = fieldOf(row).value;
  for (const button of row.querySelectorAll("[data-mark]")) button.hidden = text.includes(button.dataset.mark);
  const offer = (name, isOffered) => {
    const button = row.querySelector(name);
    if (button) button.hidden = !isOffered;
  };
  const isKept = row.querySelector(".text__origin--kept");
  offer("[data-copy]", !text);
  offer("[data-action=keep]", !isKept && (!text || text === sourceOf(row)));
  offer("[data-action=clear]", text);
  offer("[data-revert]", isDirty(row));
  // The rest is saved as one goes; a machine's text is accepted as it is.
  offer("[data-action=save]", isDirty(row) || hasFlag(row, "machine"));
};

// Saving

const post = (row, values) => {
  const body = new FormData();
  body.set("csrfmiddlewaretoken", tokens);
  for (const [name, value] of Object.entries(values)) body.set(name, value);
  return fetch(row.getAttribute("action"), {
    method: "POST",
    body,
    headers: { Accept: "application/json", "X-Requested-With": "XMLHttpRequest" },
  });
};

// Whoever signs in again in another tab has a new token, which the same page tells.
const renewToken = async () => {
  const response = await fetch(location.pathname);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const found = page.querySelector("[data-desk] [data-token] input")?.value;
  if (!found || found === tokens) return false;
  tokens = found;
  for (const input of desk.querySelectorAll("[name=csrfmiddlewaretoken]")) input.value = found;
  return true;
};

const twins = (row) => rows.filter((other) => other.dataset.key === row.dataset.key);

const show = (row, told, sent) => {
  for (const twin of twins(row)) {
    versionOf(twin).value = told.version;
    twin.dataset.filters = told.filters;
    twin.querySelector("[data-state]").innerHTML = told.state;
    twin.querySelector("[data-conflict]").hidden = true;
    sayOf(twin, "");
    const field = fieldOf(twin);
    saved.set(twin, told.text);
    // What was written while this was under way stays.
    if (twin !== row || field.value === sent) field.value = told.text;
    grow(field);
    count(twin);
    tools(twin);
  }
  desk.querySelector("[data-done]").textContent = told.done;
  desk.querySelector("[data-percent]").textContent = told.percent;
  desk.querySelector("[data-progress]").value = told.done;
  countFilters();
};

const tellConflict = (row, told) => {
  const box = row.querySelector("[data-conflict]");
  box.hidden = false;
  box.querySelector("[data-who]").textContent = told.who;
  box.querySelector("[data-theirs]").textContent = told.text;
  box.querySelector("[data-keep-mine]").onclick = () => {
    versionOf(row).value = told.version;
    box.hidden = true;
    save(row, { isForced: true });
    fieldOf(row).focus();
  };
  box.querySelector("[data-take-theirs]").onclick = () => {
    versionOf(row).value = told.version;
    saved.set(row, told.text);
    row.querySelector("[data-state]").innerHTML = told.state;
    box.hidden = true;
    write(row, told.text);
    say("");
    fieldOf(row).focus();
  };
  say(box.querySelector("p").textContent, true);
};

const time = () => new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });

// True when the text is with the server. What is asked while a saving is under way has its turn after it.
const save = async (row, asked = {}) => {
  clearTimeout(timers.get(row));
  const one = Promise.resolve(running.get(row)).then(() => send(row, asked));
  running.set(row, one);
  const isSaved = await one;
  if (running.get(row) === one) running.delete(row);
  if (isSaved && isDirty(row)) changed(row);
  return isSaved;
};

const send = async (row, asked) => {
  const { action = "save", isForced = false } = asked;
  const field = fieldOf(row);
  if (field.readOnly || !row.querySelector("[data-conflict]").hidden) return false;
  if (action === "save" && !isForced && !isDirty(row)) return true;
  const sent = field.value;
  say(words.saving);
  let isSaved = false;
  try {
    const values = { action, text: sent, version: versionOf(row).value, key: row.dataset.key };
    let response = await post(row, values);
    if (response.status === 403 && (await renewToken())) response = await post(row, values);
    const isJson = response.headers.get("Content-Type")?.includes("json");
    if (isJson) stuck.delete(row);
    if (response.ok && isJson) {
      show(row, await response.json(), sent);
      say(words.saved.replace("{time}", time()));
      later();
      isSaved = true;
    } else if (response.status === 409) tellConflict(row, await response.json());
    else if (isJson) sayOf(row, (await response.json()).mistake);
    else {
      stuck.set(row, asked);
      say(response.status === 403 || response.redirected ? words.signedOut : words.failed, true);
    }
  } catch {
    stuck.set(row, asked);
    say(words.offline, true);
  }
  return isSaved;
};

const retry = () => {
  for (const [row, asked] of stuck) {
    if (isDirty(row)) save(row); // what was written since counts, not what was asked before it
    else if (asked.isForced) save(row, asked);
    else stuck.delete(row);
  }
};
setInterval(() => stuck.size && retry(), RETRY);
window.addEventListener("online", retry);
window.addEventListener("beforeunload", (event) => {
  if (rows.some((row) => isDirty(row) || running.has(row) || stuck.has(row))) event.preventDefault();
});

// Moving

const visible = () => rows.filter((row) => !row.hidden);

const go = (row) => {
  if (!row) return false;
  const field = fieldOf(row);
  field.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
  return true;
};

const after = (row, step) => {
  const shown = visible();
  return shown[shown.indexOf(row) + step];
};

const nextUntranslated = (row) => {
  const shown = visible();
  return shown.slice(shown.indexOf(row) + 1).find((other) => hasFlag(other, "untranslated") && !isDirty(other));
};

desk.addEventListener("keydown", async (event) => {
  const row = event.target.closest("[data-text]");
  if (!row) return;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    // A machine's text that is sent as it is has been read.
    const isAccepted = hasFlag(row, "machine");
    const next = nextUntranslated(row);
    if ((await save(row, { isForced: isAccepted })) && !go(next)) say(words.allDone);
  } else if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
    event.preventDefault();
    go(after(row, event.key === "ArrowUp" ? -1 : 1));
  } else if (event.altKey && /^Digit[1-5]$/.test(event.code)) {
    const offer = row.querySelectorAll("[data-take]")[event.code.at(-1) - 1];
    if (!offer) return;
    event.preventDefault();
    write(row, offer.value);
    fieldOf(row).focus();
  }
});

// What one row offers

const suggest = async (row) => {
  if (row.dataset.suggest === "") return;
  const address = row.dataset.suggest;
  row.dataset.suggest = "";
  try {
    const response = await fetch(address, { headers: { "X-Requested-With": "XMLHttpRequest" } });
    if (response.ok && !response.redirected) row.querySelector("[data-suggestions]").innerHTML = await response.text();
    else row.dataset.suggest = address;
  } catch {
    row.dataset.suggest = address;
  }
};

const insert = (row, beginning, end) => {
  const field = fieldOf(row);
  const { selectionStart: from, selectionEnd: to, value } = field;
  write(row, value.slice(0, from) + beginning + value.slice(from, to) + end + value.slice(to));
  field.focus();
  field.setSelectionRange(from + beginning.length, to + beginning.length);
};

for (const row of rows) {
  const field = fieldOf(row);
  grow(field);
  count(row);
  tools(row);
  for (const button of row.querySelectorAll("[data-mark]")) {
    button.addEventListener("click", () => insert(row, button.dataset.mark, button.dataset.end));
  }
  row.querySelector("[data-copy]")?.addEventListener("click", () => {
    write(row, sourceOf(row));
    field.focus();
  });
  row.querySelector("[data-revert]")?.addEventListener("click", () => {
    write(row, saved.get(row));
    field.focus();
  });
  field.addEventListener("input", () => changed(row));
  field.addEventListener("focus", () => !field.readOnly && suggest(row));
  row.addEventListener("focusout", (event) => {
    if (!row.contains(event.relatedTarget)) save(row);
  });
  row.addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = event.submitter;
    if (button?.matches("[data-take]")) {
      write(row, button.value);
      field.focus();
    } else await save(row, { action: button?.dataset.action ?? "save", isForced: true });
  });
}

// Filters

let shownBy = desk.querySelector("[data-filter][aria-current]")?.dataset.filter ?? "all";
const find = desk.querySelector("[data-find]");
find.hidden = false;

const countFilters = () => {
  for (const link of desk.querySelectorAll("[data-filter]")) {
    link.querySelector("[data-count]").textContent = rows.filter((row) => hasFlag(row, link.dataset.filter)).length;
  }
};

const filter = () => {
  const sought = find.value.trim().toLowerCase();
  for (const row of rows) {
    const text = `${sourceOf(row)}\n${fieldOf(row).value}`.toLowerCase();
    row.hidden = !hasFlag(row, shownBy) || !text.includes(sought);
  }
  const shown = visible().length;
  desk.querySelector("[data-nothing]").hidden = shown > 0 || rows.length === 0;
  say(words.shown.replace("{count}", shown));
};

for (const link of desk.querySelectorAll("[data-filter]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    shownBy = link.dataset.filter;
    for (const other of desk.querySelectorAll("[data-filter]")) other.removeAttribute("aria-current");
    link.setAttribute("aria-current", "true");
    history.replaceState(null, "", link.href);
    filter();
  });
}
find.addEventListener("input", filter);

// Preview and notes

const preview = desk.querySelector("[data-preview]");
const frame = preview?.querySelector("iframe");
const toggle = desk.querySelector("[data-preview-toggle]");
const isWide = matchMedia("(min-width: 64rem)");
const KEY = "translations-preview";

const reload = () => {
  if (!frame || preview.hidden || !isWide.matches) return;
  const at = frame.contentWindow?.scrollY ?? 0;
  frame.onload = () => frame.contentWindow.scrollTo(0, at);
  frame.contentWindow.location.replace(frame.dataset.src);
};

const openPreview = (isOpen) => {
  preview.hidden = !isOpen;
  toggle.setAttribute("aria-expanded", isOpen);
  if (isOpen) reload();
};

if (toggle) {
  toggle.hidden = false;
  toggle.addEventListener("click", () => {
    openPreview(preview.hidden);
    localStorage.setItem(KEY, preview.hidden ? "closed" : "open");
  });
  openPreview(localStorage.getItem(KEY) !== "closed");
  isWide.addEventListener("change", reload);
}

const notes = desk.querySelector("[data-notes]");
const note = async () => {
  if (!notes.dataset.url) return;
  try {
    const response = await fetch(notes.dataset.url, { headers: { "X-Requested-With": "XMLHttpRequest" } });
    if (response.ok && !response.redirected) notes.innerHTML = await response.text();
  } catch {
    // The next save asks again.
  }
};

let timer;
const later = () => {
  clearTimeout(timer);
  timer = setTimeout(() => {
    reload();
    note();
  }, 1000);
};

countFilters();
note();

// Where the translator was last; an address with a text's own place comes first.
const start = location.hash.startsWith("#text-") ? location.hash.slice(6) : desk.dataset.start;
const first = rows.find((row) => row.dataset.text === start && !row.hidden);
if (first) {
  fieldOf(first).focus({ preventScroll: true });
  first.scrollIntoView({ block: "center" });
}
