// Whether the session is recorded, and the marks of it. Only the server knows who has agreed: a mark never waits here.
export class Recording {
  constructor({ live, words, board, server, onSignedOut }) {
    Object.assign(this, { live, words, board, server, onSignedOut });
    this.root = document.getElementById("recording");
    this.box = document.getElementById("recording-box");
    this.alarm = document.getElementById("recording-alarm");
    live.querySelectorAll("form[data-mark]").forEach((form) => form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.mark(form.dataset.mark === "started");
    }));
  }

  async mark(running) {
    if (this.marking) return; // a second press of the same
    this.marking = true;
    const { study, session } = this.live.dataset;
    const answer = await this.server.send({ study, session, path: "live/recording", body: { running } });
    this.marking = false;
    const recording = answer.receipt?.recording;
    if (recording) this.board.server.recording = recording;
    this.refuse(recording ? "" : answer.refused?.words || this.words.recordingFailed);
    this.draw();
    if (answer.signedOut) this.onSignedOut();
  }

  refuse(words) {
    const refusal = this.box.querySelector("[data-refusal]");
    refusal.hidden = !words;
    refusal.textContent = words;
    if (words && !this.box.matches(":popover-open")) this.box.showPopover();
    else if (!words) this.box.hidePopover();
  }

  draw() {
    const { recording } = this.board.server;
    const looks = JSON.stringify(recording);
    if (looks === undefined || looks === this.looks) return;
    this.looks = looks;
    this.root.hidden = !recording;
    this.root.classList.toggle("is-on", Boolean(recording?.running));
    const label = this.root.querySelector("[data-label]");
    label.textContent = recording?.running ? label.dataset.on : label.dataset.off;
    this.box.querySelector("[data-says]").textContent = recording?.says ?? "";
    this.box.querySelector("[data-mark=started]").hidden = !recording?.canStart;
    this.box.querySelector("[data-mark=stopped]").hidden = !recording?.running;
    this.alarm.querySelector("span").textContent = recording?.alarm ?? "";
    this.alarm.hidden = !recording?.alarm;
  }
}
