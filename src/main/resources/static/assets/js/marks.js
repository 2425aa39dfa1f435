// One key for each decision: r replaces, k keeps, u undoes, a digit chooses another code; j and the arrow keys move.
// Each key presses the button that is there without a script too; the page comes back and goes on where it was.
const place = "thrive-mark:" + location.pathname;
let sent = false;

// The list is looked up each time: a refused import replaces the page's content without loading the page again.
const marks = () => [...document.querySelectorAll("[data-marks] .mark")];
const here = () => marks().findIndex((mark) => mark.contains(document.activeElement));

function go(index) {
  const all = marks();
  const mark = all[Math.max(0, Math.min(all.length - 1, index))];
  mark?.focus();
  mark?.scrollIntoView({ block: "nearest" });
}

document.addEventListener("submit", (event) => {
  const form = event.target.closest("[data-marks]");
  if (!form || event.submitter?.hasAttribute("data-stores")) return;
  if (sent) return event.preventDefault();
  sent = true;
  const at = here();
  const decided = event.submitter?.name === "decide" && !event.submitter.value.endsWith(":undo");
  const stays = form.dataset.marks === "stay";
  if (at >= 0) sessionStorage.setItem(place, String(decided && stays ? at + 1 : at));
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea, dialog")) return;
  const at = here();
  if (event.key === "j" || (event.key === "ArrowDown" && at >= 0)) {
    event.preventDefault();
    go(at + 1);
  } else if (event.key === "ArrowUp" && (at > 0 || event.target.closest(".marks-later"))) {
    event.preventDefault();
    go(at > 0 ? at - 1 : Infinity);
  } else if (at >= 0) {
    const button = marks()[at].querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (button) {
      event.preventDefault();
      button.click();
    }
  }
});

// Behind the last decision comes what it was all for.
function goOn(index) {
  const all = marks();
  const done = index >= all.length && all.every((mark) => mark.classList.contains("mark-decided"));
  if (done) document.querySelector("[data-stores]")?.focus();
  else go(index);
}

function showKeys() {
  document.querySelectorAll(".marks-keys").forEach((keys) => { keys.hidden = false; });
}

showKeys();
document.addEventListener("thrive:refused", showKeys);
window.addEventListener("pageshow", () => { sent = false; });
const back = sessionStorage.getItem(place);
if (back !== null && marks().length > 0) {
  sessionStorage.removeItem(place);
  const resume = () => requestAnimationFrame(() => goOn(Number(back))); // once the address's fragment has had its turn
  if (document.readyState === "complete") resume();
  else window.addEventListener("load", resume);
}
