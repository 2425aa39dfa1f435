// Says that a file is too large before it is sent, and how far a file is that takes longer than a second.
document.addEventListener("change", (event) => {
  const input = event.target.closest("#file");
  if (!input) return;
  const file = input.files[0];
  input.setCustomValidity(file && file.size > Number(input.dataset.max) ? input.dataset.tooLarge : "");
  input.reportValidity();
});

// In a form with several buttons only those that store a transcript take long.
document.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-progress]");
  if (!form || (form.querySelector("[data-stores]") && !event.submitter?.hasAttribute("data-stores"))) return;
  event.preventDefault();
  send(form, event.submitter);
});

function send(form, pressed) {
  const request = new XMLHttpRequest();
  const box = form.querySelector(".transcript-progress");
  const bar = box.querySelector("progress");
  const words = box.querySelector("[role=status]");
  const button = pressed ?? form.querySelector("button");
  const wait = setTimeout(() => { box.hidden = false; }, 1000);
  const data = new FormData(form, pressed);
  button.disabled = true;
  words.textContent = bar.getAttribute("aria-label");
  request.upload.addEventListener("progress", (event) => {
    if (event.lengthComputable) {
      bar.value = 100 * event.loaded / event.total;
    }
  });
  request.upload.addEventListener("load", () => {
    bar.removeAttribute("value");
    words.textContent = form.dataset.working;
  });
  request.addEventListener("error", () => {
    clearTimeout(wait);
    box.hidden = false;
    button.disabled = false;
    bar.hidden = true;
    words.textContent = box.dataset.failed;
  });
  request.addEventListener("load", () => show(request));
  request.open("POST", pressed?.hasAttribute("formaction") ? pressed.formAction : form.action);
  const multipart = form.enctype === "multipart/form-data";
  request.send(multipart ? data : new URLSearchParams(data));
}

// A redirect has been followed; whatever page came of it takes this one's place.
function show(request) {
  if (request.status < 400) {
    window.location.assign(request.responseURL);
    return;
  }
  const page = new DOMParser().parseFromString(request.responseText, "text/html");
  document.querySelector("main").replaceWith(page.querySelector("main"));
  document.title = page.title;
  const begin = document.querySelector("main [aria-invalid=true], main .alert[role=alert][tabindex]") ?? document.querySelector("main h1");
  if (begin.matches("h1")) begin.tabIndex = -1;
  begin.focus();
  document.dispatchEvent(new Event("thrive:refused"));
}
