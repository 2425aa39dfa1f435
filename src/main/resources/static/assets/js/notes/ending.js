// The end of a session: first what was written, then the debrief, for whoever ends it and for the other one.
const PATIENCE = 5_000;

export class Ending {
  constructor({ queue, words, box, state, offline, leave }) {
    Object.assign(this, { queue, words, box, state, offline, leave });
    document.querySelector("form[action$='/end']")?.addEventListener("submit", (event) => {
      event.preventDefault();
      this.end(event.target);
    });
  }

  async end(form) {
    if (this.box.isBusy) this.box.submit();
    if (!await this.queue.settled(PATIENCE)) {
      this.state.show(this.words.long.replace("{0}", this.queue.unsent.length));
      return;
    }
    this.state.leaving = true;
    await this.offline.forget().catch(() => {});
    form.submit();
  }

  // the other facilitator has ended it
  draw() {
    if (!this.isOver) return;
    document.getElementById("ended").hidden = false;
    if (this.box.isBusy || this.queue.unsent.length || this.gone) return;
    this.gone = true;
    this.offline.forget().catch(() => {}).then(() => this.leave());
  }
}
