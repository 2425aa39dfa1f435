// What is not on the server yet: kept sealed on this device, sent oldest first, until a receipt is there for each.
// Knows no page. A content is { method, path, body, show } plus what the queue remembers: tried, answer. With the same
// "together" several may go in one request, in their order.
const SHORTEST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;
const MOST_TOGETHER = 50;

export class Queue {
  constructor({ person, study, session, store, vault, send, sendMany, locks, channel, now = Date.now }) {
    Object.assign(this, { person, study, session, store, vault, send, sendMany, locks, channel, now });
    this.entries = new Map();
    this.versions = new Map(); // of what this page has sent: its next change starts from there
    this.writes = Promise.resolve();
    this.last = 0;
    this.failures = 0;
    this.listeners = { change: [], saved: [] };
    channel?.addEventListener("message", () => this.reload());
  }

  on(event, listener) {
    this.listeners[event].push(listener);
  }

  tell(event, ...facts) {
    this.listeners[event].forEach((listener) => listener(...facts));
  }

  list(...states) {
    return [...this.entries.values()].filter((one) => states.includes(one.state)).sort((one, two) => one.seq - two.seq);
  }

  get unsent() {
    return this.list("waiting", "needs");
  }

  get locked() {
    return [...this.entries.values()].filter((one) => !one.content).length;
  }

  // takes an entry in, or the newer content of one that waits; resolves when it is on the disk
  add(id, content, state = "waiting") {
    let entry = this.entries.get(id);
    if (!entry || entry.state === "draft") {
      entry = { id, person: this.person, study: this.study, session: this.session, seq: this.nextSeq(), rev: 0, at: this.now() };
      this.entries.set(id, entry);
    }
    const tried = entry.content?.tried ?? (entry.tries ? entry.content : undefined);
    if (state === "waiting" && tried) content = { ...content, tried: { ...tried, tried: undefined } };
    Object.assign(entry, { content, state, rev: entry.rev + 1 });
    if (entry.state === "waiting" && this.failures === 0) queueMicrotask(() => this.drain());
    this.tell("change");
    return this.write(entry);
  }

  nextSeq() {
    this.last = Math.max(this.last + 1, this.now());
    return this.last;
  }

  drop(id) {
    if (!this.entries.delete(id)) return this.writes;
    this.tell("change");
    return this.chain(() => this.store.remove(this.person, id));
  }

  place({ person, study, session, id }) {
    return [person, study, session, id].join("/");
  }

  write(entry) {
    return this.chain(async () => {
      if (entry.stored === entry.rev || this.entries.get(entry.id) !== entry) return;
      const { rev, person, study, session, id, seq, state } = entry;
      const sealed = await this.vault.seal(entry.content, this.place(entry));
      await this.store.put({ person, study, session, id, seq, state, sealed });
      Object.assign(entry, { sealed, stored: rev });
    }, entry);
  }

  // one write after the other, so that what was typed last is what is kept
  chain(work, entry) {
    return this.serial(work, entry).then(() => {
      this.channel?.postMessage("changed");
      this.tell("change");
    });
  }

  serial(work, entry) {
    this.writes = this.writes.then(work).catch((error) => { if (entry) entry.notKept = error.name ?? "Error"; });
    return this.writes;
  }

  async unlock(privateKey) {
    await this.vault.unlock(privateKey);
    await this.reload();
  }

  // what the disk holds, also by other tabs and earlier visits
  reload() {
    return this.serial(() => this.read()).then(() => this.tell("change"));
  }

  async read() {
    const records = await this.store.ofPerson(this.person);
    const found = new Set(records.map((record) => record.id));
    for (const entry of [...this.entries.values()]) {
      if (!found.has(entry.id) && entry.stored === entry.rev) this.entries.delete(entry.id);
    }
    for (const record of records) {
      const known = this.entries.get(record.id);
      this.last = Math.max(this.last, record.seq);
      if (known && (known.stored !== known.rev || this.isSame(known.sealed, record.sealed)) && known.content) continue;
      this.entries.set(record.id, { ...record, ...await this.opened(record), rev: 1, stored: 1, tries: record.state === "waiting" ? 1 : 0, at: this.now() });
    }
  }

  isSame(one, other) {
    return one === other || (one?.length === other?.length && one.every((byte, at) => byte === other[at]));
  }

  async opened(record) {
    if (!this.vault.isOpen) return {};
    try {
      return { content: await this.vault.open(record.sealed, this.place(record)) };
    } catch {
      return { unreadable: true };
    }
  }

  // the oldest, and those right after it that may go together with it; nothing overtakes what is still locked
  next() {
    const waiting = this.list("waiting");
    if (!this.vault.isOpen && waiting.some((one) => !one.content)) return [];
    const ready = waiting.filter((one) => one.content);
    const [first] = ready;
    const others = ready.findIndex((one) => !one.content.together || one.content.together !== first.content.together || one.session !== first.session);
    return ready.slice(0, others === 0 || this.alone ? 1 : Math.min(others < 0 ? ready.length : others, MOST_TOGETHER));
  }

  async drain() {
    if (this.draining) {
      this.again = true;
      return;
    }
    this.draining = true;
    clearTimeout(this.timer);
    do {
      this.again = false;
      await (this.locks ? this.locks.request(`thrive-live-${this.person}`, () => this.sendAll()) : this.sendAll());
    } while (this.again && !this.failures && !this.signedOut);
    this.draining = false;
    this.tell("change");
  }

  async sendAll() {
    await this.writes;
    await this.reload();
    let few;
    this.alone = !this.sendMany;
    while ((few = this.next()).length) {
      await this.writes;
      const tries = few.map((entry) => this.prepare(entry));
      let answers = tries.length > 1 ? await this.sendMany(tries.map((one) => one.sent)) : [];
      this.alone ||= tries.length > 1 && !answers.length; // the server did not say what became of each
      if (!answers.length) answers = [await this.send(tries[0].sent)];
      for (const [at, answer] of answers.entries()) {
        if (!await this.settle(tries[at], answer)) return this.failed(answer);
      }
    }
    this.failures = 0; // what is added next is tried at once
    return undefined;
  }

  prepare(entry) {
    const { rev, study, session, seq } = entry;
    entry.tries = (entry.tries ?? 0) + 1;
    return { entry, rev, sent: { study, session, seq, ...this.based(entry, entry.content.tried ?? entry.content) } };
  }

  async settle({ entry, rev }, answer) {
    if (answer.receipt) await this.kept(entry, rev, answer.receipt);
    else if (answer.conflict || answer.refused) await this.refused(entry, answer);
    else return false;
    this.failures = 0;
    this.signedOut = false;
    return true;
  }

  based(entry, content) {
    const version = this.versions.get(entry.id) ?? 0;
    if (content.body?.baseVersion === undefined || content.body.baseVersion >= version) return content;
    return { ...content, body: { ...content.body, baseVersion: version } };
  }

  async kept(entry, rev, receipt) {
    const wasTried = entry.content.tried;
    if (receipt.version) this.versions.set(entry.id, receipt.version);
    this.tell("saved", entry, receipt);
    if (entry.rev === rev && !wasTried) {
      let swapped = true;
      await this.chain(async () => {
        if (entry.rev !== rev) return;
        swapped = await this.store.swap(entry, null);
        this.entries.delete(entry.id);
      });
      if (!swapped) await this.reload(); // another tab has changed it meanwhile
    } else if (this.entries.get(entry.id) === entry) {
      entry.tries = 0;
      entry.content = { ...entry.content, tried: undefined };
      entry.rev++;
      await this.write(entry);
    }
  }

  // a person has to look at it; other entries go on
  async refused(entry, answer) {
    entry.tries = 0;
    if (entry.content.tried) entry.content = { ...entry.content, tried: undefined };
    else Object.assign(entry, { state: "needs", content: { ...entry.content, answer } });
    entry.rev++;
    await this.write(entry);
  }

  failed(answer) {
    this.signedOut = Boolean(answer.signedOut || (this.signedOut && answer.reason === "offline")); // which tells nothing new
    this.reason = this.signedOut ? "signedOut" : answer.reason;
    this.failures++;
    if (this.signedOut) return;
    const pause = Math.min(LONGEST_PAUSE, SHORTEST_PAUSE * 2 ** (this.failures - 1)) * (0.8 + Math.random() * 0.4);
    this.timer = setTimeout(() => this.drain(), pause);
  }

  retryNow() {
    this.failures = 0;
    return this.drain();
  }

  // whether all is sent, or at least tried, within the given time
  async settled(milliseconds) {
    const end = this.now() + milliseconds;
    this.retryNow();
    while (this.list("waiting").length && this.now() < end && !this.signedOut) {
      await new Promise((resolve) => { setTimeout(resolve, 50); });
    }
    return this.unsent.length === 0;
  }
}
