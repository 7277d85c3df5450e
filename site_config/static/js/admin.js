/* A live hint of a text's length in the CMS: <textarea data-length-hint="120 160 300" data-length-text="{n} / {max}">. */
const update = (field, hint) => {
  const [least, best, most] = field.dataset.lengthHint.split(" ").map(Number);
  const length = field.value.trim().length;
  hint.textContent = field.dataset.lengthText.replace("{n}", length).replace("{max}", most);
  hint.dataset.state = length > most ? "over" : length >= least && length <= best ? "good" : "";
};

const attach = (field) => {
  const hint = document.createElement("p");
  hint.className = "length-hint";
  field.after(hint);
  field.addEventListener("input", () => update(field, hint));
  update(field, hint);
};

document.addEventListener("DOMContentLoaded", () => {
  document.querySelectorAll("[data-length-hint]").forEach(attach);
});
