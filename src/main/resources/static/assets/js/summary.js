// The summary's form: takes only the words selected in a turn, and says when something is not saved yet.
const form = document.querySelector(".summary-form");

if (form) {
  const words = form.querySelector("[data-quote-words]");
  const notice = form.querySelector("[data-unsaved]");
  const later = document.querySelectorAll("[data-needs-saved] button");

  form.addEventListener("click", (event) => {
    const button = event.target.closest("button[name=take]");
    words.value = button ? selectedIn(button.closest("li").querySelector("[data-quote-source]")) : "";
  });

  // Handing over and agreeing send other forms: what is entered here would be lost.
  form.addEventListener("input", () => {
    notice.hidden = false;
    later.forEach((button) => { button.disabled = true; });
  });
}

function selectedIn(source) {
  const selection = window.getSelection();
  const within = selection.rangeCount && source.contains(selection.getRangeAt(0).commonAncestorContainer);
  return within ? selection.toString().trim() : "";
}
