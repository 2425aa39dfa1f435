// Moves the guide's questions without a reload, by dragging or by the buttons beside them. Both post what the page
// posts without this script, and take the guide from the answer: numbers, minutes and remarks are the server's.
const csrf = document.querySelector("meta[name=csrf-token]");
const told = document.getElementById("guide-moved");
let moving = Promise.resolve();

const move = (action, values, questionId) => { moving = moving.then(() => post(action, values, questionId)); };

async function post(action, values, questionId) {
  const focused = document.activeElement?.id;
  const answer = await fetch(action, { method: "POST", headers: { [csrf.dataset.header]: csrf.content }, body: new URLSearchParams(values) })
    .catch(() => null);
  if (!answer?.ok) {
    location.reload();
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  document.getElementById("guide").replaceWith(page.getElementById("guide"));
  makeDraggable();
  tell(questionId);
  focusAgain(focused, questionId);
}

function tell(questionId) {
  const question = document.getElementById(`question-${questionId}`);
  told.textContent = told.dataset.moved.replace("#", question.dataset.position);
}

// A button that has just become useless hands the focus to its twin.
function focusAgain(focused, questionId) {
  if (!focused) return;
  const candidates = [focused, `earlier-${questionId}`, `later-${questionId}`].map((id) => document.getElementById(id));
  candidates.find((button) => button && !button.disabled)?.focus();
}

function makeDraggable() {
  document.querySelectorAll(".guide-handle").forEach((handle) => { handle.hidden = false; });
  document.querySelectorAll(".guide-questions").forEach((list) => Sortable.create(list, {
    group: "questions",
    handle: ".guide-handle",
    draggable: ".guide-question",
    ghostClass: "guide-ghost",
    animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 120,
    onEnd: ({ item, to, from, newDraggableIndex, oldDraggableIndex }) => {
      if (to === from && newDraggableIndex === oldDraggableIndex) return;
      const action = item.querySelector("form[data-move]").action.replace(/earlier$/, "position");
      move(action, { index: newDraggableIndex, section: to.dataset.section ?? "" }, item.dataset.question);
    },
  }));
}

document.addEventListener("submit", (event) => {
  if (!event.target.matches("form[data-move]")) return;
  event.preventDefault();
  move(event.target.action, {}, event.target.closest(".guide-question").dataset.question);
});

makeDraggable();
