// Topics that were put off: parked with two keys, taken up as a question nobody had planned, or done.
export class Parking {
  constructor({ live, words, board, acts, current, onTakeUp }) {
    Object.assign(this, { live, words, board, acts, current, onTakeUp });
    this.form = document.getElementById("park");
    this.list = document.getElementById("parked");
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.park();
    });
    this.form.addEventListener("keydown", (event) => { if (event.key === "Escape") document.activeElement.blur(); });
    this.list.addEventListener("click", (event) => this.clicked(event));
  }

  focus() {
    this.form.elements.text.focus();
  }

  park() {
    const field = this.form.elements.text;
    const text = field.value.trim();
    if (!text) return;
    this.acts.park(text, this.current());
    field.value = "";
    field.blur();
  }

  clicked(event) {
    const button = event.target.closest("[data-parked]");
    if (!button) return;
    event.preventDefault();
    const topic = this.board.parked.find((one) => one.id === button.closest("li").dataset.id);
    if (!topic) return;
    this.acts.parked({ ...topic, done: true });
    if (button.dataset.parked === "take-up") this.onTakeUp(topic.text);
  }

  draw() {
    const parked = this.board.parked.filter((one) => !one.done);
    const looks = JSON.stringify(parked);
    if (looks === this.looks) return;
    this.looks = looks;
    document.getElementById("parked-none").hidden = parked.length > 0;
    document.querySelectorAll("[data-parked-count]").forEach((one) => { one.textContent = parked.length; });
    this.list.replaceChildren(...parked.map((one) => {
      const line = document.getElementById("parked-template").content.firstElementChild.cloneNode(true);
      line.dataset.id = one.id;
      line.querySelector("span").textContent = one.text;
      line.querySelectorAll("button").forEach((button) => button.setAttribute("aria-label", `${button.textContent}: ${one.text}`));
      return line;
    }));
  }
}
