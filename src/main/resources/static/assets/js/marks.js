// One key for each decision: r replaces, k keeps, u undoes, a digit chooses another code; j and the arrow keys move.
// Each key presses the button that is there without a script too; the page comes back and goes on where it was.
const forms = document.querySelectorAll("[data-marks]");
const place = "thrive-mark:" + location.pathname;

for (const form of forms) {
  const marks = [...form.querySelectorAll(".mark")];
  const keys = form.querySelector(".marks-keys");
  if (keys) keys.hidden = false;
  let sent = false;

  const here = () => marks.findIndex((mark) => mark.contains(document.activeElement));
  const go = (index) => {
    const mark = marks[Math.max(0, Math.min(marks.length - 1, index))];
    mark?.focus();
    mark?.scrollIntoView({ block: "nearest" });
  };

  form.addEventListener("submit", (event) => {
    if (event.submitter?.hasAttribute("data-stores")) return;
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
    } else if (at > 0 && event.key === "ArrowUp") {
      event.preventDefault();
      go(at - 1);
    } else if (at >= 0) {
      const button = marks[at].querySelector(`[data-key="${CSS.escape(event.key)}"]`);
      if (button) {
        event.preventDefault();
        button.click();
      }
    }
  });

  window.addEventListener("pageshow", () => { sent = false; });
  const back = sessionStorage.getItem(place);
  if (back !== null && marks.length > 0) {
    sessionStorage.removeItem(place);
    const goOn = () => requestAnimationFrame(() => go(Number(back))); // once the address's fragment has had its turn
    if (document.readyState === "complete") goOn();
    else window.addEventListener("load", goOn);
  }
}
