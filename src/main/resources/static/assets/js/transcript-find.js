// Finds words in every turn of the page and shows all places at once; nothing leaves the page.
const box = document.getElementById("find");
const input = document.getElementById("find-words");
const count = document.getElementById("find-count");
const MOST = 5000;
let places = []; // ranges in the order of talk
let at = -1;
let timer;

if (box) {
  box.hidden = false;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(find, 120);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      clearTimeout(timer);
      if (input.value !== box.dataset.sought) find();
      else go(event.shiftKey ? -1 : 1);
    }
    else if (event.key === "Escape") {
      input.value = "";
      find();
    }
  });
  document.getElementById("find-next").addEventListener("click", () => go(1));
  document.getElementById("find-previous").addEventListener("click", () => go(-1));
}

function find() {
  const words = input.value.trim();
  box.dataset.sought = input.value;
  places = words.length > 1 ? placesOf(words) : [];
  at = places.length ? firstBelow() - 1 : -1;
  paint("found-words", places);
  paint("found-here", []);
  if (places.length) go(1);
  else count.textContent = words.length > 1 ? box.dataset.none : "";
}

// As typed, but for case, the kind of apostrophe and the width of spaces.
function placesOf(words) {
  const pattern = words.split(/\s+/u).map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&").replace(/['’]/gu, "['’]")).join("\\s+");
  const sought = new RegExp(pattern, "giu");
  const found = [];
  for (const text of document.querySelectorAll(".transcript-text .turn-text")) {
    for (const match of text.textContent.matchAll(sought)) {
      const range = document.createRange();
      range.setStart(text.firstChild, match.index);
      range.setEnd(text.firstChild, match.index + match[0].length);
      found.push(range);
      if (found.length === MOST) return found;
    }
  }
  return found;
}

// Looking goes on from what is on the screen.
function firstBelow() {
  const next = places.findIndex((range) => range.startContainer.parentElement.getBoundingClientRect().bottom > 0);
  return Math.max(0, next);
}

function go(step) {
  if (!places.length) return;
  at = (at + step + places.length) % places.length;
  paint("found-here", [places[at]]);
  places[at].startContainer.parentElement.scrollIntoView({ block: "center" });
  count.textContent = box.dataset.of.replace("#1", at + 1).replace("#2", places.length);
}

function paint(name, ranges) {
  if (CSS.highlights) CSS.highlights.set(name, new Highlight(...ranges));
  else if (name === "found-here" && ranges.length) {
    document.getSelection().removeAllRanges();
    document.getSelection().addRange(ranges[0]);
  }
}
