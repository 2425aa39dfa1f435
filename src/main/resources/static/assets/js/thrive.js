// What every page has: the CSRF token on htmx requests, and the demo accounts of the sign-in page.
const csrf = document.querySelector("meta[name=csrf-token]");

document.addEventListener("htmx:configRequest", (event) => {
  if (csrf) event.detail.headers[csrf.dataset.header] = csrf.content;
});

document.addEventListener("click", (event) => {
  const account = event.target.closest("[data-fill-in]");
  if (!account) return;
  document.getElementById("username").value = account.dataset.fillIn;
  document.getElementById("password").value = account.dataset.fillInPassword;
  document.querySelector("form[action$='/login'] button").focus();
});
