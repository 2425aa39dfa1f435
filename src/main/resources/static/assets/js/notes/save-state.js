// The corner that always says what is saved, what waits on this device, and when somebody is needed; and a red line when
// anything waits for long.
const LONG = 5_000;

export class SaveState {
  constructor({ queue, words, isKept, beforeLeaving }) {
    Object.assign(this, { queue, words, isKept, beforeLeaving });
    this.corner = document.getElementById("save-state");
    this.banner = document.getElementById("unsaved");
    setInterval(() => this.draw(), 1_000);
    window.addEventListener("beforeunload", (event) => {
      if (!this.leaving && (this.waitsLong || beforeLeaving())) event.preventDefault();
    });
  }

  get waitsLong() {
    const oldest = this.queue.unsent[0];
    return Boolean(oldest) && this.queue.unsent.some((one) => Date.now() - one.at > LONG);
  }

  draw() {
    const { queue, words } = this;
    const waiting = queue.unsent;
    const needs = queue.list("needs").length;
    if (queue.signedOut || needs) this.say("needs", queue.signedOut ? words.needsSignIn : words.needsYou, waiting.length);
    else if (waiting.length) this.say("device", ...this.onDevice(waiting));
    else this.say("saved", words.saved, 0);
    const locked = queue.list("waiting", "needs", "draft").filter((one) => !one.content).length;
    const lines = [];
    if (locked) lines.push((locked === 1 ? words.lockedOne : words.locked).replace("{0}", locked));
    if (this.waitsLong) lines.push(this.long(waiting));
    this.show(lines.join(" "));
  }

  // what is not on the disk yet is not called so
  onDevice(waiting) {
    const kept = waiting.filter((one) => one.stored).length;
    return this.isKept && kept ? [this.words.onThisDevice, kept] : [this.words.sending, waiting.length];
  }

  long(waiting) {
    if (this.queue.signedOut) return this.words.longSignedOut.replace("{0}", waiting.length);
    const kept = this.isKept && waiting.every((one) => !one.notKept);
    return (kept ? this.words.long : this.words.longNotKept).replace("{0}", waiting.length);
  }

  say(state, words, count) {
    const says = count ? `${words} (${count})` : words;
    const shown = this.corner.querySelector("span");
    this.corner.dataset.state = state;
    if (shown.textContent !== says) shown.textContent = says;
    this.corner.querySelector("button").hidden = !this.queue.signedOut;
  }

  show(words) {
    const shown = this.banner.querySelector("span");
    this.banner.hidden = !words;
    if (shown.textContent !== words) shown.textContent = words;
  }
}
