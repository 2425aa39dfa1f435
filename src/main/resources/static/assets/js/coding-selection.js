// Which words are chosen: by mouse or touch through the browser's own selection, or word by word with the keys.
// Tells by the event "words:chosen" on the workspace: detail is {source, start, end, words}, or null for none.
const workspace = document.getElementById("workspace");
const transcript = workspace?.querySelector(".transcript");
const segmenter = new Intl.Segmenter(document.documentElement.lang, { granularity: "word" });
let chosen = null; // {source id, start, end}: offsets of UTF-16 in the text of the source
let cursor = null; // {source id, from, to}: first and last word of what the keys have chosen, from being where it began

if (workspace?.classList.contains("codes") && transcript) {
  document.addEventListener("selectionchange", chooseSelected);
  transcript.addEventListener("click", (event) => {
    if (document.getSelection().isCollapsed && !event.target.closest("a")) clear();
  });
  transcript.addEventListener("keydown", moveByKey);
  transcript.addEventListener("focusin", (event) => rove(event.target.closest(".source")));
  workspace.addEventListener("words:clear", clear);
  workspace.addEventListener("words:whole", (event) => chooseWhole(event.detail));
  workspace.addEventListener("source:swapped", (event) => {
    rove(event.detail);
    if (chosen?.id === event.detail.id) paint();
  });
  rove(transcript.querySelector(".source"));
}

function textOf(source) {
  return source.querySelector(".source-words");
}

function wordsIn(text) {
  const words = [];
  for (const part of segmenter.segment(text)) {
    if (part.isWordLike) words.push([part.index, part.index + part.segment.length]);
  }
  return words;
}

function chooseSelected() {
  const selection = document.getSelection();
  if (selection.isCollapsed || !selection.rangeCount) return;
  const range = selection.getRangeAt(0);
  const element = (range.startContainer.nodeType === Node.TEXT_NODE ? range.startContainer.parentElement : range.startContainer)
    .closest(".source-words");
  if (!element || !transcript.contains(element)) return;
  const start = offsetIn(element, range.startContainer, range.startOffset);
  const end = element.contains(range.endContainer) ? offsetIn(element, range.endContainer, range.endOffset) : element.textContent.length;
  const whole = toWholeWords(element.textContent, start, end);
  if (!whole) return;
  cursor = null;
  choose(element.closest(".source"), ...whole);
}

function offsetIn(element, node, offset) {
  const range = document.createRange();
  range.setStart(element, 0);
  range.setEnd(node, offset);
  return range.toString().length;
}

// Nobody means half a word; signs that were taken along stay.
function toWholeWords(text, start, end) {
  while (start < end && /\s/u.test(text[start])) start++;
  while (end > start && /\s/u.test(text[end - 1])) end--;
  if (start === end) return null;
  for (const [from, to] of wordsIn(text)) {
    if (from < start && start < to) start = from;
    if (from < end && end < to) end = to;
  }
  return [start, end];
}

function moveByKey(event) {
  const source = event.target;
  if (!source.matches(".source") || event.ctrlKey || event.altKey || event.metaKey) return;
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  const turn = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
  if (step) moveWord(source, step, event.shiftKey);
  else if (turn && !event.shiftKey) moveTurn(source, turn);
  else if (event.key === "w") chooseWhole(source);
  else return;
  event.preventDefault();
}

function moveWord(source, step, extend) {
  const words = wordsIn(textOf(source).textContent);
  if (!words.length) return;
  if (chosen?.id === source.id && !cursor) {
    const from = words.findIndex(([, to]) => to > chosen.start);
    const to = words.findLastIndex(([start]) => start < chosen.end);
    if (from >= 0 && to >= from) cursor = { id: source.id, from, to };
  }
  const last = words.length - 1;
  const within = (index) => Math.max(0, Math.min(last, index));
  if (cursor?.id !== source.id) {
    const first = step > 0 ? 0 : last;
    cursor = { id: source.id, from: first, to: first };
  }
  else {
    const to = within(cursor.to + step);
    cursor = { id: source.id, from: extend ? cursor.from : to, to };
  }
  document.getSelection().removeAllRanges();
  const [first, second] = [Math.min(cursor.from, cursor.to), Math.max(cursor.from, cursor.to)];
  choose(source, words[first][0], words[second][1]);
}

function moveTurn(source, step) {
  const sources = [...transcript.querySelectorAll(".source")];
  const next = sources[sources.indexOf(source) + step];
  if (!next) return;
  clear();
  next.focus();
  next.scrollIntoView({ block: "nearest" });
}

function chooseWhole(source) {
  cursor = null;
  document.getSelection().removeAllRanges();
  const whole = toWholeWords(textOf(source).textContent, 0, textOf(source).textContent.length);
  if (whole) choose(source, ...whole);
}

// One source at a time takes part in the order of the tab key.
function rove(source) {
  if (!source) return;
  transcript.querySelectorAll('.source[tabindex="0"]').forEach((other) => other.setAttribute("tabindex", "-1"));
  source.setAttribute("tabindex", "0");
}

function choose(source, start, end) {
  chosen = { id: source.id, start, end };
  paint();
  tell({ source, start, end, words: textOf(source).textContent.slice(start, end) });
}

function clear() {
  if (!chosen) return;
  chosen = null;
  cursor = null;
  CSS.highlights?.delete("chosen-words");
  document.getSelection().removeAllRanges();
  tell(null);
}

function paint() {
  const range = rangeOf(textOf(document.getElementById(chosen.id)), chosen.start, chosen.end);
  if (CSS.highlights) CSS.highlights.set("chosen-words", new Highlight(range));
  else if (document.getSelection().isCollapsed) document.getSelection().addRange(range);
}

function rangeOf(element, start, end) {
  const range = document.createRange();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let at = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (start >= at && start <= at + node.length) range.setStart(node, start - at);
    if (end >= at && end <= at + node.length) {
      range.setEnd(node, end - at);
      break;
    }
    at += node.length;
  }
  return range;
}

function tell(detail) {
  workspace.dispatchEvent(new CustomEvent("words:chosen", { detail }));
}
