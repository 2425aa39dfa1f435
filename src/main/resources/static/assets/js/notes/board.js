// The session as both facilitators see it: what the server has said, and over it what waits on this device.
export class Board {
  constructor({ queue, topics, floor }) {
    this.queue = queue;
    this.server = { topics, floor: { topic: floor, since: null }, used: {}, parked: new Map() };
    this.saved = new Map(); // notes by id
    this.names = new Map(); // a question opened here, by the id it got here
    this.ahead = 0;
    queue.on("saved", (entry, receipt) => this.keep(entry.content, receipt));
  }

  // times are milliseconds of the server's clock, which counts
  apply(changes) {
    const { server } = this;
    const { now, startedAt, endedAt, minutes, used } = changes;
    this.ahead = now - Date.now();
    Object.assign(server, { startedAt, endedAt, minutes, used, usedAt: now, recording: changes.recording });
    server.topics = changes.topics.map((topic) => ({ ...this.known(topic.key), ...this.asked(topic) }));
    if (changes.floor) server.floor = changes.floor;
    server.parked = new Map(changes.parked.map((parked) => [parked.id, parked]));
    changes.deleted.forEach((id) => this.saved.delete(id));
    for (const note of changes.notes) {
      if ((this.saved.get(note.id)?.version ?? 0) <= note.version) this.saved.set(note.id, note);
    }
  }

  known(key) {
    return this.server.topics.find((topic) => topic.key === key) ?? this.topicOf({ id: key });
  }

  asked({ key, uuid, wording, minutes, probes, unscripted }) {
    if (uuid) this.names.set(uuid, key);
    const id = Number(key.slice(1));
    return { key, wording, minutes, probes: probes.split("\n").filter((probe) => probe.trim()), questionId: unscripted ? null : id, unscriptedQuestionId: unscripted ? id : null };
  }

  // what a receipt is there for stands, until the server repeats it
  keep({ show, body }, receipt) {
    if (show?.type === "deletion") this.saved.delete(show.id);
    else if (show?.type === "note") this.saved.set(show.id, { ...this.saved.get(show.id), ...this.noteOf(show, body), version: receipt.version, seq: receipt.seq });
    else if (show?.type === "parked") this.server.parked.set(show.id, { id: show.id, ...body, version: receipt.version });
    else if (show?.type === "floor") this.server.floor = { topic: this.ref(show.topic), since: show.at + this.ahead };
    else if (show?.type === "unscripted" && receipt.key) {
      this.names.set(show.id, receipt.key);
      if (!this.server.topics.some((topic) => topic.key === receipt.key)) this.server.topics.push({ ...this.topicOf(show), key: receipt.key, unscriptedQuestionId: receipt.id });
    }
  }

  now() {
    return Date.now() + this.ahead;
  }

  ref(name) {
    return this.names.get(name) ?? name;
  }

  waiting(type) {
    return this.queue.unsent.filter((entry) => entry.content?.show?.type === type && entry.session === this.queue.session);
  }

  topicOf({ id, wording }) {
    return { key: id, number: 0, wording, domain: "", minutes: 0, probes: [], intent: "" };
  }

  get topics() {
    const opened = this.waiting("unscripted").map((entry) => this.topicOf(entry.content.show));
    return [...this.server.topics, ...opened.filter((topic) => !this.names.has(topic.key))];
  }

  topic(name) {
    return this.topics.find((topic) => topic.key === this.ref(name));
  }

  get floor() {
    const mine = this.waiting("floor").at(-1)?.content.show;
    const { topic, since } = this.server.floor ?? {};
    return mine ? { topic: this.ref(mine.topic), since: mine.at + this.ahead } : { topic, since };
  }

  // seconds on a question so far
  used(key) {
    const { used, usedAt = 0, endedAt } = this.server;
    const { topic, since } = this.floor;
    const from = Math.max(since ?? Infinity, usedAt);
    return (used[key] ?? 0) + (topic === key && !endedAt && since ? Math.max(0, (this.now() - from) / 1000) : 0);
  }

  get parked() {
    const all = new Map(this.server.parked);
    this.waiting("parked").forEach(({ content }) => all.set(content.show.id, { id: content.show.id, ...content.body, version: content.body.baseVersion }));
    return [...all.values()];
  }

  noteOf({ id, topic, at }, body) {
    return { id, topic, kind: body.kind, speaker: body.speaker, text: body.text, mine: true, at: at + this.ahead, writtenAt: at };
  }

  // in the server's order; what waits here comes last
  get notes() {
    const all = new Map([...this.saved.values()].sort((one, two) => one.seq - two.seq).map((note) => [note.id, note]));
    for (const entry of [...this.waiting("note"), ...this.waiting("deletion")].sort((one, two) => one.seq - two.seq)) {
      const { show, body } = entry.content;
      if (show.type === "deletion") all.delete(show.id);
      else all.set(show.id, { ...all.get(show.id), ...this.noteOf(show, body), version: body.baseVersion, here: true, needs: entry.state === "needs" });
    }
    return [...all.values()].map((note) => ({ ...note, topic: this.ref(note.topic) }));
  }
}
