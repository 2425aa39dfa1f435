// The coding workspace: gives themes to the words that coding-selection.js tells of, takes them back, and shows again
// only the turn or note that has changed.
const workspace = document.getElementById("workspace");
const csrf = document.querySelector("meta[name=csrf-token]");
const byId = (id) => document.getElementById(id);
const done = []; // what was coded on this page, newest last: the ids of the codings and their source
let chosen = null;
let queue = Promise.resolve(); // one request after the other, so that no older answer overwrites a newer one

if (workspace?.classList.contains("codes") && workspace.querySelector(".transcript")) {
  workspace.classList.add("is-live");
  document.querySelectorAll(".palette-theme").forEach((theme) => theme.disabled = false);
  if (matchMedia("(max-width: 767px)").matches) workspace.querySelector(".question-strip-fold").open = false;
  workspace.addEventListener("words:chosen", (event) => showChosen(event.detail));
  workspace.addEventListener("click", onClick);
  document.addEventListener("keydown", onKey);
  workspace.addEventListener("pointerover", (event) => point(event.target.closest(".stripe")));
  workspace.addEventListener("focusin", (event) => point(event.target.closest(".stripe")));
  workspace.addEventListener("submit", onSubmit);
  byId("palette-filter").addEventListener("input", () => filter(byId("palette-filter").value, paletteItems()));
  byId("picker-filter").addEventListener("input", filterPicker);
  byId("picker").addEventListener("keydown", onPickerKey);
  byId("picker").addEventListener("close", () => chosen?.source.focus({ preventScroll: true }));
}

function onClick(event) {
  const target = event.target;
  const theme = target.closest("[data-theme]");
  const open = target.closest(".source-open");
  const stripe = target.closest(".stripe");
  if (theme) {
    code(theme);
    byId("picker").close();
  }
  else if (open && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    workspace.dispatchEvent(new CustomEvent("words:whole", { detail: open.closest(".source") }));
    openPicker();
  }
  else if (stripe && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    openCoding(stripe);
  }
  else if (target.closest("#chosen-code")) openPicker();
  else if (target.closest("#chosen-clear")) workspace.dispatchEvent(new Event("words:clear"));
  else if (target.closest("#show-keys")) byId("keys").showModal();
  else if (target.closest("[data-close]")) target.closest("dialog").close();
}

function onKey(event) {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key === "Escape" && chosen && !event.target.closest("dialog")) workspace.dispatchEvent(new Event("words:clear"));
  if (event.key === "?" && !event.target.closest("input, select, textarea, dialog")) return byId("keys").showModal();
  if (!event.target.matches(".source")) return;
  const keys = { c: openPicker, Enter: openPicker, u: undo };
  if (!keys[event.key]) return;
  event.preventDefault();
  keys[event.key]();
}

function onSubmit(event) {
  if (event.target.id === "undo" && done.length) {
    event.preventDefault();
    undo();
  }
  else if (event.target.closest("#one-coding")) {
    event.preventDefault();
    const source = byId(byId("one-coding").dataset.source);
    const form = event.target;
    byId("one-coding").close();
    later(async () => {
      await post(form.action, new FormData(form));
      await show(source.id);
      say("saved");
    });
  }
}

function showChosen(detail) {
  chosen = detail;
  byId("chosen").hidden = !detail;
  byId("chosen-words").textContent = byId("picker-words").textContent = detail?.words ?? "";
}

function code(item) {
  if (!chosen) return say("choose");
  const { source, start, end, words } = chosen;
  const text = source.querySelector(".source-words").textContent;
  const points = (string) => [...string].length;
  const body = new FormData();
  body.set(source.dataset.turn ? "turnId" : "noteId", source.dataset.turn ?? source.dataset.note);
  body.set("start", points(text.slice(0, start)));
  body.set("end", points(text.slice(0, end)));
  body.set("words", words);
  body.set("themeIds", item.dataset.theme);
  later(async () => {
    const before = codingsOf(source.id);
    await post(workspace.dataset.codingsUrl, body);
    await show(source.id);
    const added = codingsOf(source.id).filter((id) => !before.includes(id));
    if (added.length) done.push({ source: source.id, added });
    say(added.length ? "coded" : "twice", item.querySelector(".palette-name").textContent);
  });
}

function undo() {
  const last = done.pop();
  if (!last) return byId("undo").submit();
  later(async () => {
    for (const id of last.added) {
      const stripe = workspace.querySelector(`.stripe[data-coding="${id}"]`);
      if (stripe) await post(stripe.getAttribute("href") + "/removal", new FormData());
    }
    await show(last.source);
    say("undone");
  });
}

function codingsOf(sourceId) {
  return [...byId(sourceId).querySelectorAll(".stripe.own")].map((stripe) => stripe.dataset.coding);
}

function later(job) {
  queue = queue.then(job).catch((problem) => say("failed", problem.message));
}

// A redirect is the answer to a change that was made; the page it leads to is not needed.
async function post(url, body) {
  const answer = await fetch(url, {
    method: "POST", body: new URLSearchParams(body), redirect: "manual",
    headers: { Accept: "application/json", [csrf.dataset.header]: csrf.content }
  });
  if (answer.type === "opaqueredirect") return;
  const problem = await answer.json().catch(() => ({}));
  throw new Error(problem.detail ?? "");
}

async function page(url) {
  const answer = await fetch(url, { redirect: "error" });
  if (!answer.ok) throw new Error("");
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

async function show(sourceId) {
  const old = byId(sourceId);
  const url = old.dataset.url;
  const fresh = (await page(workspace.dataset.filter ? `${url}?${workspace.dataset.filter}` : url)).getElementById(sourceId);
  const hadFocus = old.contains(document.activeElement) || document.activeElement === document.body;
  fresh.dataset.url = url;
  const open = old.querySelector(".source-open");
  if (open) fresh.querySelector(".source-who").append(open);
  old.replaceWith(fresh);
  if (chosen?.source.id === sourceId) chosen.source = fresh;
  workspace.dispatchEvent(new CustomEvent("source:swapped", { detail: fresh }));
  if (hadFocus) fresh.focus({ preventScroll: true });
}

async function openCoding(stripe) {
  try {
    const card = (await page(stripe.href)).getElementById("coding-card");
    byId("one-coding-content").replaceChildren(card);
    byId("one-coding").dataset.source = stripe.closest(".source").id;
    byId("one-coding").showModal();
  }
  catch {
    location.assign(stripe.href);
  }
}

function point(stripe) {
  workspace.querySelectorAll(".pointed").forEach((words) => words.classList.remove("pointed"));
  if (stripe) workspace.querySelectorAll(`mark[data-codings~="${stripe.dataset.coding}"]`).forEach((words) => words.classList.add("pointed"));
}

function openPicker() {
  if (!chosen) return say("choose");
  byId("picker-filter").value = "";
  filterPicker();
  byId("picker").showModal();
  byId("picker-filter").focus();
}

function paletteItems() {
  return [...document.querySelectorAll("#palette-themes li")];
}

function pickerItems() {
  return [...document.querySelectorAll("#picker-themes li")];
}

function filter(sought, items) {
  const words = sought.toLowerCase().split(/\s+/u);
  items.forEach((item) => item.hidden = !words.every((word) => item.textContent.toLowerCase().includes(word)));
}

function filterPicker() {
  filter(byId("picker-filter").value, pickerItems());
  mark(pickerItems().find((item) => !item.hidden));
}

function mark(item) {
  pickerItems().forEach((other) => other.setAttribute("aria-selected", other === item));
  byId("picker-filter").setAttribute("aria-activedescendant", item?.id ?? "");
  item?.scrollIntoView({ block: "nearest" });
}

function onPickerKey(event) {
  if (event.target.id !== "picker-filter") return;
  const shown = pickerItems().filter((item) => !item.hidden);
  const marked = shown.find((item) => item.getAttribute("aria-selected") === "true");
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && shown.length) mark(shown[(shown.indexOf(marked) + step + shown.length) % shown.length]);
  else if (event.key === "Enter" && marked) {
    code(marked);
    if (event.shiftKey) byId("picker-filter").select();
    else byId("picker").close();
  }
  else return;
  event.preventDefault();
}

function say(what, more) {
  const status = byId("coding-status");
  status.textContent = [status.dataset[what], more].filter(Boolean).join(" ");
  clearTimeout(say.timer);
  say.timer = setTimeout(() => status.textContent = "", 6000);
}
