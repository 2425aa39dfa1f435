// Counts the approvals that are left, and keeps an elector from spending more.
const ballot = document.getElementById("ballot");
const left = document.getElementById("votes-left");
const most = Number(ballot.dataset.most);
const boxes = [...ballot.querySelectorAll("input[name=approved]")];

const count = () => {
  const rest = most - boxes.filter((box) => box.checked).length;
  left.querySelector("strong").textContent = `${Math.max(rest, 0)} / ${most}`;
  boxes.forEach((box) => { box.disabled = rest <= 0 && !box.checked; });
};

left.hidden = false;
ballot.addEventListener("change", count);
addEventListener("pageshow", count);
count();
