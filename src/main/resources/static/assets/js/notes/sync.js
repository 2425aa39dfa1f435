// Brings what the other facilitator does: a signal says that there is something new, and what is new is asked for.
// Without signals it asks every two seconds.
const POLL = 2_000;
const CALM = 15_000;
const GATHER = 300; // many signals, one question

export class Sync {
  constructor({ server, base, study, session, onChanges, onSignedOut, onBack }) {
    Object.assign(this, { server, base, study, session, onChanges, onSignedOut, onBack });
    this.after = 0;
  }

  start() {
    this.listen();
    return this.fetch();
  }

  listen() {
    this.source?.close();
    this.source = new EventSource(`/studies/${this.study}/signals`);
    this.source.addEventListener("session", (event) => {
      const { session, change } = JSON.parse(event.data);
      if (Number(session) === Number(this.session) && change > this.after) this.fetchSoon();
    });
    this.source.addEventListener("reread", () => this.fetchSoon());
    this.source.addEventListener("open", () => { this.hears = true; });
    this.source.addEventListener("error", () => {
      this.hears = false;
      this.fetchIn(POLL);
    });
  }

  fetchSoon() {
    this.soon ??= setTimeout(() => {
      this.soon = null;
      this.fetch();
    }, GATHER);
  }

  async fetch() {
    if (this.fetching) {
      this.again = true;
      return;
    }
    this.fetching = true;
    try {
      do {
        this.again = false;
        await this.once();
      } while (this.again);
      this.reached();
    } catch {
      this.hears = false;
      this.lost = true;
    }
    this.fetching = false;
    this.fetchIn(this.hears ? CALM : POLL);
  }

  fetchIn(pause) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.fetch(), pause);
  }

  // a server that answers again may have refused the signals for good, and nobody else notices that it is back
  reached() {
    if (this.source.readyState === EventSource.CLOSED) this.listen();
    if (!this.lost) return;
    this.lost = false;
    this.onBack();
  }

  async once() {
    const changes = await this.server.get(`${this.base}/live/changes?after=${this.after}`);
    if (changes.signedOut) {
      this.onSignedOut();
      return;
    }
    const first = this.after === 0;
    this.after = changes.change;
    this.again ||= Boolean(changes.more);
    this.onChanges(changes, first);
  }

  // after the connection or the session was lost
  wake() {
    if (this.source.readyState === EventSource.CLOSED) this.listen();
    this.fetch();
  }
}
