// Time used and left: of the question, and of the whole.
const EVERY = 1_000;

export class TimeBars {
  constructor({ live, words, board, current }) {
    Object.assign(this, { live, words, board, current });
    setInterval(() => this.draw(), EVERY);
  }

  draw() {
    const { startedAt, endedAt, minutes } = this.board.server;
    if (startedAt && minutes) {
      const until = endedAt ?? this.board.now();
      this.bar("[data-time=whole]", Math.max(0, until - startedAt) / 60_000, minutes, this.words.timeWhole);
    }
    const topic = this.board.topic(this.current());
    if (topic) this.bar("[data-time=question]", this.board.used(topic.key) / 60, topic.minutes, this.words.timeQuestion);
  }

  bar(selector, used, of, words) {
    this.live.querySelectorAll(selector).forEach((box) => {
      const bar = box.querySelector("progress");
      const left = Math.ceil(of - used);
      const over = of > 0 && used > of;
      const says = of === 0 ? this.words.timeOpen.replace("{0}", Math.floor(used))
        : over ? this.words.timeOver.replace("{0}", Math.floor(used - of)).replace("{1}", of)
          : words.replace("{0}", left).replace("{1}", of);
      const shown = box.querySelector("span");
      if (shown.textContent !== says) shown.textContent = says;
      bar.hidden = of === 0;
      bar.max = Math.max(1, of);
      bar.value = Math.min(used, of);
      box.classList.toggle("is-over", over);
    });
  }
}
