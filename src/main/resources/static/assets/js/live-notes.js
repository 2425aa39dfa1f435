// The live page: puts its parts together. The parts know nothing of each other; they come by the page's preloaded links.
const loaded = await Promise.all([...document.querySelectorAll("link[rel=modulepreload]")].map((link) => import(link.href)));
const parts = Object.assign({}, ...loaded);

const live = document.getElementById("live");
const facts = live.dataset;
const words = document.getElementById("words")?.dataset;
const form = document.getElementById("entry");

class LivePage {
  constructor(store) {
    const isKept = store.isKept;
    const person = Number(facts.person);
    const locks = isKept ? navigator.locks : null;
    this.isRunning = facts.running === "true";
    this.server = new parts.Server({ csrf: document.querySelector("meta[name=csrf-token]"), keyPath: `${facts.base}/live/key`, person });
    this.server.tokenIsOld = facts.shell === "true";
    this.queue = new parts.Queue({
      person,
      study: Number(facts.study),
      session: Number(facts.session),
      store,
      vault: isKept ? new parts.Vault(facts.publicKey) : new parts.OpenVault(),
      send: (content) => this.server.send(this.acts.resolved(content)),
      sendMany: (contents) => this.server.sendMany(contents.map((one) => this.acts.resolved(one))),
      locks,
      channel: isKept ? new BroadcastChannel(`thrive-live-${person}`) : null,
    });
    this.board = new parts.Board({ queue: this.queue, topics: [], floor: facts.asked ?? facts.current });
    this.acts = new parts.Acts({ queue: this.queue, board: this.board, uuid7: parts.uuid7 });
    this.draft = new parts.Draft({ queue: this.queue, locks, id: parts.uuid7() });
    this.build(isKept);
    this.listen();
    document.getElementById("not-kept").hidden = isKept;
  }

  build(isKept) {
    const { queue, board, acts } = this;
    const current = () => this.questions.current;
    this.questions = new parts.Questions({ live, words, board, acts, isBusy: () => this.box.isBusy, onShow: () => this.draw() });
    this.box = new parts.EntryBox({
      form,
      words,
      draft: this.draft,
      acts,
      uuid7: parts.uuid7,
      on: { topic: current, change: (free) => this.boxChanged(free), last: () => board.notes.filter((note) => note.mine).at(-1) },
    });
    this.list = new parts.NoteList({
      root: document.getElementById("notes"),
      template: document.getElementById("note-template"),
      words,
      zone: facts.zone,
      on: { edit: (note) => this.box.edit(note), remove: (note) => acts.remove(note) },
    });
    this.parking = new parts.Parking({ live, words, board, acts, current, onTakeUp: (text) => this.open(text) });
    this.times = new parts.TimeBars({ live, words, board, current });
    this.state = new parts.SaveState({ queue, words, isKept, beforeLeaving: () => !isKept && this.box.isBusy });
    this.recording = new parts.Recording({ live, words, board, server: this.server, onSignedOut: () => this.signIn.open() });
    this.needs = new parts.Needs({ queue, words, onFree: () => this.focus() });
    this.signIn = new parts.SignIn({ server: this.server, words, onSignedIn: () => this.resume() });
    this.keys = new parts.Keys({ live, questions: this.questions, parking: this.parking, box: this.box });
    this.offline = new parts.Offline({ person: facts.person, base: facts.base });
    this.ending = new parts.Ending({ queue, words, box: this.box, state: this.state, offline: this.offline, leave: () => this.leave(`${facts.base}/debrief`) });
    this.sync = new parts.Sync({
      server: this.server,
      base: facts.base,
      study: facts.study,
      session: facts.session,
      onChanges: (changes) => this.changed(changes),
      onSignedOut: () => this.signedOut(),
      onBack: () => this.wake(),
    });
  }

  listen() {
    this.queue.on("change", () => {
      this.state.draw(); // at once: it never says more than is true
      this.drawSoon();
    });
    window.addEventListener("online", () => this.wake());
    document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") this.wake(); });
    window.addEventListener("pagehide", () => {
      this.box.keepChange();
      this.draft.write();
      this.queue.drain();
    });
    document.getElementById("save-state").querySelector("button").addEventListener("click", () => this.signIn.open());
    document.getElementById("unscripted-form").addEventListener("submit", (event) => {
      event.preventDefault();
      const field = event.target.elements.wording;
      if (field.value.trim()) this.open(field.value.trim());
      field.value = "";
    });
    live.addEventListener("click", (event) => {
      const screen = event.target.closest("[data-show-screen]");
      if (!screen) return;
      event.preventDefault();
      this.show(screen.dataset.showScreen);
    });
  }

  async start() {
    await this.queue.reload();
    this.readPage();
    await this.resume();
    this.box.takeEarlyLines();
    live.dataset.ready = "true";
  }

  // the questions as the page came with them, until the server says more
  readPage() {
    this.board.server.topics = parts.topicsOnPage();
    Object.assign(this.board.server, { startedAt: Number(facts.started) || null, minutes: Number(facts.minutes) });
    if (facts.shell !== "true") this.board.ahead = Number(facts.now) - Date.now();
    this.draw();
  }

  // the connection is there, maybe again: the key, what happened meanwhile, and everything that waits
  resume() {
    this.resuming ??= this.comeBack().finally(() => { this.resuming = null; });
    return this.resuming;
  }

  async comeBack() {
    const isUnlocked = await this.unlock().catch(() => this.queue.failed({ reason: "offline" }));
    if (isUnlocked === false) return;
    if (!this.sync.source) this.sync.start();
    else if (isUnlocked) this.sync.wake();
    if (this.queue.vault.isOpen) await this.restoreDraft();
    this.queue.retryNow();
    if (facts.shell !== "true" && this.isRunning && this.queue.store.isKept) this.offline.prepare().then(() => { facts.kept = "true"; }).catch(() => {});
  }

  async unlock() {
    const key = await this.server.key();
    if (key.signedOut) {
      this.signedOut();
      return false;
    }
    if (Number(key.person) !== this.queue.person) {
      await this.queue.writes; // somebody else: what waits stays here, locked
      this.leave(`${facts.base}/live`);
      return false;
    }
    this.queue.signedOut = false; // also when nothing waits that could be sent
    await this.queue.unlock(key.privateKey);
    return true;
  }

  async restoreDraft() {
    if (this.box.isBusy) return;
    const draft = await this.draft.abandoned();
    if (!draft || this.box.isBusy) return;
    this.box.restore(draft.content);
    this.draft.adopt(draft);
  }

  wake() {
    if (this.queue.vault.isOpen && !this.queue.signedOut && !this.server.tokenIsOld) {
      this.queue.retryNow();
      this.sync.wake();
    } else this.resume();
  }

  signedOut() {
    if (!this.queue.signedOut) this.signIn.open();
    this.queue.signedOut = true;
    this.drawSoon();
  }

  changed(changes) {
    this.board.apply(changes);
    if (!this.complete && !changes.floor && this.isRunning && this.questions.leads) this.acts.floor(this.questions.current);
    this.complete = true;
    if (this.queue.signedOut || !this.queue.vault.isOpen) this.resume();
    if (this.isRunning && changes.endedAt) this.ending.isOver = true;
    this.drawSoon();
  }

  open(wording) {
    const topic = this.acts.open(wording);
    document.getElementById("unscripted-box").hidePopover?.();
    this.questions.go(topic);
    this.focus();
  }

  show(screen) {
    live.dataset.screen = screen;
    document.querySelectorAll("[data-show-screen]").forEach((link) => {
      if (link.dataset.showScreen === screen) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
    history.replaceState(null, "", `?as=${screen}`);
    this.questions.update();
    this.list.toEnd();
    this.focus();
  }

  focus() {
    if (live.dataset.screen === "note-taker") this.box.text.focus();
  }

  boxChanged(free) {
    if (free) {
      this.questions.update();
      if (this.queue.vault.isOpen) this.restoreDraft(); // another one may have waited for its turn
    } else this.questions.draw();
    this.drawSoon();
  }

  // at most ten times a second, seldom while much is being sent; also in a tab that is not seen
  drawSoon() {
    const pause = this.queue.unsent.length > 20 && !this.queue.failures ? 1_000 : 100;
    this.drawing ??= setTimeout(() => this.draw(), Math.max(0, pause - (performance.now() - (this.drawn ?? 0))));
  }

  draw() {
    clearTimeout(this.drawing);
    this.drawing = null;
    if (this.queue.signedOut) this.signIn.opened ??= (this.signIn.open(), true);
    else this.signIn.close();
    this.questions.update();
    const edited = this.box.original ? this.box.note.id : null;
    this.list.draw(this.board.notes, { topics: this.board.topics, edited, open: facts.open === "true", complete: this.complete || facts.shell === "true" });
    const typed = this.queue.entries.get(this.draft.id);
    const kept = document.getElementById("draft-state");
    kept.textContent = typed?.stored ? kept.dataset.words : "";
    this.parking.draw();
    this.times.draw();
    this.state.draw();
    this.recording.draw();
    this.needs.draw();
    this.ending.draw();
    this.drawn = performance.now();
  }

  leave(address) {
    this.state.leaving = true;
    location.assign(address);
  }
}

if (form) await new LivePage(await parts.openStore(parts.Vault.isPossible())).start();
else document.querySelector(".live-scroll")?.scrollTo(0, 1e9);
