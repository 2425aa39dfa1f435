// What only a person can settle: two texts of one note, or one that the server does not take. Nothing is thrown away unseen.
export class Needs {
  constructor({ queue, words, onFree }) {
    Object.assign(this, { queue, words, onFree });
    this.box = document.getElementById("conflict");
    this.box.addEventListener("click", (event) => this.clicked(event));
  }

  get entry() {
    return this.queue.list("needs").find((one) => one.content);
  }

  clicked(event) {
    const { entry } = this;
    const choice = event.target.closest("[data-choose]")?.dataset.choose;
    if (!entry || !choice) return;
    const { answer, ...content } = entry.content;
    if (choice === "current") this.queue.drop(entry.id);
    else if (choice === "again") this.queue.add(entry.id, content);
    else if (choice === "yours") this.queue.add(entry.id, { ...content, body: { ...content.body, baseVersion: answer.conflict.version } });
    else if (choice === "copy") navigator.clipboard?.writeText(content.body?.text ?? content.body?.wording ?? "");
    this.onFree();
  }

  draw() {
    const { entry } = this;
    this.box.hidden = !entry;
    if (!entry) return;
    const { conflict, refused } = entry.content.answer;
    const { body } = entry.content;
    const find = (selector) => this.box.querySelector(selector);
    const detail = conflict ? conflict.detail : refused.words || this.words.refused;
    if (find("[data-detail]").textContent !== detail) find("[data-detail]").textContent = detail;
    find("[data-yours]").textContent = body?.text ?? body?.wording ?? "";
    find("[data-current]").textContent = conflict?.current ?? "";
    find("[data-current-box]").hidden = !conflict;
    find("[data-choose=yours]").hidden = !conflict?.mine;
    find("[data-choose=again]").hidden = Boolean(conflict) || [404, 410].includes(refused.status);
    find("[data-choose=copy]").hidden = Boolean(conflict?.mine);
    find("[data-choose=current]").textContent = conflict ? this.words.keepCurrent : this.words.letGo;
  }
}
