// The strip of questions: their starts are dragged, moved by keys, added and removed, and saved all at once.
const transcript = document.getElementById("transcript");
const form = document.getElementById("sweep");
const list = document.getElementById("stretches");
const byId = (id) => document.getElementById(id);
const question = byId("sweep-question");
const turns = [...transcript.querySelectorAll(".turn")];
const placeOf = new Map(turns.map((turn, place) => [turn.id.slice("turn-".length), place]));
const SMALLEST = 34; // pixels that a stretch has at least
let stretches = [...list.children].map((item) => ({
  at: placeOf.get(item.dataset.turn), value: item.dataset.value, confidence: item.dataset.confidence
}));
let chosen = 0;
let past = []; // what the stretches were, newest last
let dragged = null;

byId("sweep-start").addEventListener("click", start);
byId("sweep-cancel").addEventListener("click", () => { past = []; location.reload(); });
byId("sweep-undo").addEventListener("click", undo);
byId("sweep-remove").addEventListener("click", () => remove(chosen));
byId("sweep-split").addEventListener("click", split);
byId("turn-start").addEventListener("click", () => insert(placeOf.get(byId("turn-tools").parentElement.id.slice("turn-".length))));
question.addEventListener("change", () => change(() => stretches[chosen].value = question.value));
list.addEventListener("click", (event) => choose(event.target.closest(".stretch")));
list.addEventListener("focusin", (event) => choose(event.target.closest(".stretch")));
list.addEventListener("keydown", onKey);
list.addEventListener("pointerdown", onDown);
list.addEventListener("pointermove", onMove);
list.addEventListener("pointerup", onUp);
list.addEventListener("pointercancel", onUp);
form.addEventListener("submit", () => past = []);
addEventListener("beforeunload", (event) => past.length && event.preventDefault());

function start() {
  transcript.classList.add("is-sweeping");
  document.querySelectorAll(".sweep-only").forEach((part) => part.hidden = false);
  form.querySelector(".sweep-save").textContent = form.querySelector(".sweep-save").dataset.save;
  byId("sweep-start").hidden = true;
  byId("strip-fold").open = true;
  render();
  focusOn(1);
}

// What can be moved of a stretch, or its name where it cannot.
function focusOn(index) {
  const item = list.children[Math.min(index, list.children.length - 1)];
  (item.querySelector(".boundary") ?? item.querySelector("a")).focus({ preventScroll: true });
}

// For those who do not see the strip.
function say(words) {
  byId("sweep-status").textContent = words;
}

// Every change is a copy, so that what was before can be had again.
function change(action) {
  past.push(stretches);
  stretches = stretches.map((stretch) => ({ ...stretch }));
  action();
  render();
}

function undo() {
  if (!past.length) return;
  const within = list.contains(document.activeElement);
  stretches = past.pop();
  chosen = Math.min(chosen, stretches.length - 1);
  render();
  if (within) focusOn(chosen);
  say(form.dataset.undone.replace("#1", stretches.length));
}

function move(index, to) {
  const least = stretches[index - 1].at + 1;
  const most = (stretches[index + 1]?.at ?? turns.length) - 1;
  const place = Math.max(least, Math.min(most, to));
  if (place === stretches[index].at) return;
  stretches[index].at = place;
  delete stretches[index].confidence;
}

function insert(place) {
  const after = stretches.findLastIndex((stretch) => stretch.at <= place);
  if (stretches[after].at === place) chosen = after;
  else {
    change(() => stretches.splice(after + 1, 0, { at: place, value: unasked(after) }));
    chosen = after + 1;
    render();
    say(list.children[chosen].querySelector(".boundary").getAttribute("aria-valuetext"));
  }
  question.focus();
}

// The question that comes next in the guide, if nobody has asked it yet.
function unasked(after) {
  const values = [...question.options].map((option) => option.value);
  const asked = new Set(stretches.map((stretch) => stretch.value));
  return values.slice(values.indexOf(stretches[after].value) + 1).find((value) => !asked.has(value)) ?? "none";
}

function split() {
  const end = stretches[chosen + 1]?.at ?? turns.length;
  const place = Math.floor((stretches[chosen].at + end) / 2);
  if (place === stretches[chosen].at) return;
  insert(place);
  list.children[chosen].querySelector(".boundary").focus();
}

function remove(index) {
  change(() => {
    if (index > 0) stretches.splice(index, 1);
    else stretches[0].value = "none";
  });
  chosen = Math.max(0, index - 1);
  render();
  focusOn(chosen);
  say(form.dataset.removed.replace("#1", stretches.length));
}

function choose(item) {
  if (!item || !transcript.classList.contains("is-sweeping")) return;
  chosen = [...list.children].indexOf(item);
  mark();
}

function onKey(event) {
  if (event.key === "z" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    return undo();
  }
  const boundary = event.target.closest(".boundary");
  if (!boundary || event.ctrlKey || event.altKey || event.metaKey) return;
  const index = [...list.children].indexOf(boundary.parentElement);
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1, PageDown: 10, PageUp: -10, Home: -turns.length, End: turns.length }[event.key];
  if (event.key === "Delete") remove(index);
  else if (step) {
    change(() => move(index, stretches[index].at + step));
    list.children[index].querySelector(".boundary").focus({ preventScroll: true });
    showStart(index);
  }
  else return;
  event.preventDefault();
}

function onDown(event) {
  const boundary = event.target.closest(".boundary");
  if (!boundary || event.button > 0) return;
  event.preventDefault();
  dragged = { index: [...list.children].indexOf(boundary.parentElement), before: stretches, hold: event.clientY - boundary.getBoundingClientRect().top };
  stretches = stretches.map((stretch) => ({ ...stretch }));
  list.setPointerCapture(event.pointerId);
  boundary.focus({ preventScroll: true });
}

// A stretch is as high as it has turns, above what it has at least; so a place on the strip is a turn.
function onMove(event) {
  if (!dragged) return;
  const frame = list.getBoundingClientRect();
  const perTurn = (frame.height - stretches.length * SMALLEST) / turns.length;
  const y = event.clientY - dragged.hold - frame.top - dragged.index * SMALLEST;
  move(dragged.index, Math.round(y / perTurn));
  size();
  describe(dragged.index);
}

function onUp() {
  if (!dragged) return;
  const { index, before } = dragged;
  dragged = null;
  if (before[index].at !== stretches[index].at) past.push(before);
  chosen = index;
  render();
  list.children[index].querySelector(".boundary").focus({ preventScroll: true });
  showStart(index);
}

function showStart(index) {
  turns[stretches[index].at].scrollIntoView({ block: "center" });
  say(list.children[index].querySelector(".boundary").getAttribute("aria-valuetext"));
}

function labelOf(value) {
  return [...question.options].find((option) => option.value === value)?.text ?? form.dataset.none;
}

function render() {
  list.replaceChildren(...stretches.map(item));
  transcript.querySelectorAll(".transcript-question").forEach((heading) => heading.remove());
  stretches.forEach((stretch, index) => {
    if (index > 0 || stretch.value !== "none") turns[stretch.at].before(heading(stretch));
  });
  stretches.forEach((_, index) => describe(index));
  size();
  mark();
}

function item(stretch, index) {
  const turn = turns[stretch.at];
  const line = create("li", "stretch" + (stretch.value === "none" ? " outside" : ""));
  if (index > 0) {
    line.append(Object.assign(create("div", "boundary"), { tabIndex: 0 }));
  }
  const link = create("a", "stretch-name", labelOf(stretch.value));
  link.href = "#" + turn.id;
  line.append(link, create("span", "stretch-time", turn.querySelector(".turn-time").textContent));
  if (stretch.confidence !== undefined && stretch.confidence < form.dataset.sure) line.append(create("span", "stretch-unsure", form.dataset.uncertain));
  if (index > 0 || stretch.value !== "none") {
    const field = create("input", "");
    Object.assign(field, { type: "hidden", name: "start", value: `${turn.id.slice("turn-".length)}=${stretch.value}` });
    line.append(field);
  }
  return line;
}

function heading(stretch) {
  const title = create("h2", "transcript-question");
  const option = [...question.options].find((one) => one.value === stretch.value);
  title.append(create("span", "", labelOf(stretch.value)), " ");
  if (option?.dataset.wording) title.append(create("small", "", option.dataset.wording));
  return title;
}

// For those who hear the strip: which turn the start is at.
function describe(index) {
  const boundary = list.children[index].querySelector(".boundary");
  if (!boundary) return;
  const { at, value } = stretches[index];
  const who = turns[at].querySelector(".turn-who").textContent.trim().replace(/\s+/gu, " ");
  Object.entries({ // attributes, for not every browser knows them as properties
    role: "slider", "aria-orientation": "vertical", "aria-label": form.dataset.starts.replace("#1", labelOf(value)),
    "aria-valuemin": stretches[index - 1].at + 2, "aria-valuemax": stretches[index + 1]?.at ?? turns.length,
    "aria-valuenow": at + 1, "aria-valuetext": form.dataset.at.replace("#1", at + 1).replace("#2", who),
  }).forEach(([name, words]) => boundary.setAttribute(name, words));
  list.children[index].querySelector(".stretch-time").textContent = turns[at].querySelector(".turn-time").textContent;
}

function size() {
  stretches.forEach((stretch, index) => list.children[index].style.flexGrow = (stretches[index + 1]?.at ?? turns.length) - stretch.at);
  list.style.height = `max(55vh, ${stretches.length * SMALLEST + 160}px)`;
}

function mark() {
  chosen = Math.min(chosen, stretches.length - 1);
  [...list.children].forEach((line, index) => line.classList.toggle("chosen", index === chosen));
  question.value = stretches[chosen].value;
}

function create(name, className, text = "") {
  return Object.assign(document.createElement(name), { className, textContent: text });
}
