// Says that a file is too large before it is sent.
const input = document.getElementById("file");

input?.addEventListener("change", () => {
  const file = input.files[0];
  input.setCustomValidity(file && file.size > Number(input.dataset.max) ? input.dataset.tooLarge : "");
  input.reportValidity();
});
