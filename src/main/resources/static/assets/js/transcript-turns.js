// What a turn offers where it is pointed at: one set of buttons for all of them. And the list of questions on a phone.
const transcript = document.getElementById("transcript");
const tools = document.getElementById("turn-tools");
const said = document.getElementById("turn-said");
const fold = document.getElementById("strip-fold");
const phone = matchMedia("(max-width: 991px)");

transcript.classList.add("is-live");
fold.open = !phone.matches;
const text = transcript.querySelector(".transcript-text");
text.addEventListener("pointerover", (event) => offer(event.target.closest(".turn")));
text.addEventListener("focusin", (event) => offer(event.target.closest(".turn")));
text.addEventListener("click", (event) => offer(event.target.closest(".turn")));
document.getElementById("turn-copy").addEventListener("click", copy);
addEventListener("hashchange", arrive);
fold.addEventListener("click", (event) => {
  if (phone.matches && event.target.closest("a[href^='#']") && !transcript.classList.contains("is-sweeping")) fold.open = false;
});
arrive();

function offer(turn) {
  if (!turn || tools.parentElement === turn) return;
  said.textContent = "";
  turn.append(tools);
  tools.hidden = false;
}

// A link to a turn may come from far away: it is found and offered, whatever had been folded or left unrendered.
function arrive() {
  const turn = /^#turn-\d+$/u.test(location.hash) ? document.getElementById(location.hash.slice(1)) : null;
  if (!turn) return;
  offer(turn);
  requestAnimationFrame(() => turn.scrollIntoView({ block: "center" }));
}

async function copy() {
  const link = new URL("#" + tools.parentElement.id, location.href).href;
  try {
    await navigator.clipboard.writeText(link);
    said.textContent = tools.dataset.copied;
  }
  catch {
    location.hash = tools.parentElement.id;
    said.textContent = link;
  }
}
