// What facilitators do, as entries of the queue: each under an id made here, so that it may be sent twice.
export class Acts {
  constructor({ queue, board, uuid7 }) {
    Object.assign(this, { queue, board, uuid7 });
  }

  note({ id, topic, kind, speaker, text, version = 0, at = Date.now() }) {
    const known = this.board.topic(topic);
    return this.queue.add(id, {
      path: `notes/${id}`,
      together: "notes",
      body: {
        questionId: known?.questionId ?? null,
        unscriptedQuestionId: known?.unscriptedQuestionId ?? null,
        unscriptedKey: known?.questionId || known?.unscriptedQuestionId ? null : topic,
        kind,
        speaker: speaker || null,
        text: text.trim(),
        baseVersion: version,
        writtenAt: Math.round(at + this.board.ahead),
      },
      show: { type: "note", id, topic, at },
    });
  }

  // a note that the server cannot have seen is simply forgotten
  remove({ id, version }) {
    const entry = this.queue.entries.get(id);
    if (entry && !entry.tries && !version) return this.queue.drop(id);
    return this.queue.add(`delete-${id}`, { method: "DELETE", path: `notes/${id}`, show: { type: "deletion", id, version } });
  }

  floor(topic) {
    const { session } = this.queue;
    this.queue.drop(`floor-${session}`);
    return this.queue.add(`floor-${session}`, { path: "live/floor", body: { topic }, show: { type: "floor", topic, at: Date.now() } });
  }

  park(text, topic) {
    return this.parked({ id: this.uuid7(), text, topic, done: false });
  }

  parked({ id, text, topic = null, done, version = 0 }) {
    return this.queue.add(id, { path: `live/parked/${id}`, body: { text, topic, done, baseVersion: version }, show: { type: "parked", id } });
  }

  // opens a question that nobody had planned; gives back the name by which notes may refer to it at once
  open(wording) {
    const known = this.board.topics.find((topic) => topic.wording === wording && !topic.questionId);
    if (known) return known.key;
    const id = this.uuid7();
    this.queue.add(id, { path: `live/unscripted/${id}`, body: { wording }, show: { type: "unscripted", id, wording } });
    return id;
  }

  // names made here become those of the server where they are known
  resolved(content) {
    const { body, show, seq } = content;
    if (content.method === "DELETE") {
      const version = Math.max(show.version ?? 0, this.queue.versions.get(show.id) ?? 0);
      return { ...content, path: `${content.path}?version=${version}` };
    }
    if (show?.type === "note") return { ...content, body: { ...body, clientSeq: seq } };
    return body?.topic ? { ...content, body: { ...body, topic: this.board.ref(body.topic) } } : content;
  }
}
