// What every page has: the CSRF token on htmx requests, the current one of many tabs in view, the demo accounts of the
// sign-in page, and the own time zone for the first site.
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

// A page that was refused begins where something has to be done.
document.querySelector("main [aria-invalid=true], main .alert[role=alert][tabindex]")?.focus();

// Behind a page that tells of trouble is the one where it began, with what was entered there.
const before = document.getElementById("page-before");
if (before && history.length > 1) {
  before.hidden = false;
  before.addEventListener("click", () => history.back());
}

const tab = document.querySelector(".session-tabs [aria-current]");
const strip = tab?.closest("ul");
if (strip) strip.scrollLeft = tab.offsetLeft - strip.offsetLeft - (strip.clientWidth - tab.offsetWidth) / 2;

const zones = document.querySelector("form[action$='/sites'] select[name=zone]");
const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (zones?.value === "" && [...zones.options].some((zone) => zone.value === own)) zones.value = own;
