// What is being typed, kept on this device while it is typed: a browser that is killed loses less than a second of it.
const EVERY = 300;

export class Draft {
  constructor({ queue, locks, id }) {
    Object.assign(this, { queue, locks });
    this.id = `draft-${id}`;
    // another tab leaves this draft alone as long as this page lives
    locks?.request(this.id, () => new Promise(() => {}));
  }

  // at the first key, then at most every third of a second
  keep(content) {
    this.content = content;
    this.timer ??= setTimeout(() => this.write(), EVERY);
  }

  write() {
    clearTimeout(this.timer);
    this.timer = null;
    if (this.content) this.queue.add(this.id, this.content, "draft");
  }

  drop() {
    clearTimeout(this.timer);
    this.timer = null;
    this.content = null;
    if (this.queue.entries.has(this.id)) this.queue.drop(this.id);
  }

  // a draft of this session that no page writes any more
  async abandoned() {
    const others = this.queue.list("draft").filter((one) => one.content && one.id !== this.id && one.session === this.queue.session);
    for (const draft of others) {
      if (!await this.isFree(draft.id)) continue;
      if (!this.isQueued(draft.content)) return draft;
      this.queue.drop(draft.id);
    }
    return null;
  }

  // the box holds it now: from here on it is kept as this page's own
  adopt(draft) {
    this.write();
    this.queue.drop(draft.id);
  }

  isFree(id) {
    return this.locks ? this.locks.request(id, { ifAvailable: true }, Boolean) : true;
  }

  isQueued({ id, text }) {
    return this.queue.entries.get(id)?.content?.body?.text === text.trim();
  }
}
