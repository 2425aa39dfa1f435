// The live page: saves each note under an id made here, keeps what is not saved, and says so at all times.
// A text leaves the box when the server's receipt is there, or when its writer sets it aside.
const live = document.getElementById("live");
const form = document.getElementById("entry");

const LONGEST_PAUSE = 30;
const TIMEOUT = 10_000;

// sorts by time, like every version-7 UUID
function uuid7() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const now = Date.now();
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(now / 2 ** (8 * (5 - i))) & 0xff;
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

function startTimer() {
  const shown = live.querySelector("[data-clock]");
  const bar = live.querySelector(".live-time progress");
  if (!shown || !live.dataset.started) return;
  const ahead = Date.now() - Number(live.dataset.now); // the server's clock counts
  const minutes = Number(live.dataset.minutes);
  const words = form?.dataset.elapsed ?? "{0} / {1}";
  const show = () => {
    const elapsed = Math.max(0, Math.floor((Date.now() - ahead - Number(live.dataset.started)) / 60_000));
    shown.textContent = words.replace("{0}", elapsed).replace("{1}", minutes);
    bar.value = elapsed;
  };
  show();
  setInterval(show, 5_000);
}

class Questions {
  constructor(onChange) {
    this.onChange = onChange;
    this.current = this.root.dataset.current;
    document.addEventListener("click", (event) => {
      const link = event.target.closest("#topics [data-topic]");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.show(link.dataset.topic);
    });
  }

  get root() {
    return document.getElementById("topics");
  }

  get panels() {
    return [...this.root.querySelectorAll("[data-panel]")];
  }

  show(topic) {
    const panel = this.panels.find((one) => one.dataset.panel === topic);
    if (!panel) return;
    this.current = topic;
    this.panels.forEach((one) => { one.hidden = one !== panel; });
    this.root.querySelectorAll(".live-list [data-topic]").forEach((link) => {
      if (link.dataset.topic === topic) {
        link.setAttribute("aria-current", "true");
        link.scrollIntoView({ block: "nearest", inline: "nearest" });
      } else link.removeAttribute("aria-current");
    });
    history.replaceState(null, "", `?at=${topic}`);
    this.onChange(panel.dataset.question ?? "", panel.dataset.unscripted ?? "");
  }

  step(by) {
    const index = this.panels.findIndex((one) => one.dataset.panel === this.current) + by;
    if (this.panels[index]) this.show(this.panels[index].dataset.panel);
  }

  // the other facilitator has opened a question; whoever writes one at the moment is not disturbed
  refresh() {
    if (this.root.contains(document.activeElement) && document.activeElement.value) return;
    htmx.ajax("GET", `${location.pathname}?at=${this.current}`, { target: "#topics", select: "#topics", swap: "outerHTML" });
  }
}

class NotesBox {
  constructor() {
    this.words = form.dataset;
    this.text = form.elements.text;
    this.state = document.getElementById("save-state");
    this.base = form.getAttribute("action");
    this.queue = []; // not saved yet, oldest first; at most the newest one is still in the box
    this.conflicts = [];
    this.failures = 0;
    this.note = this.fresh();
    this.scroller = live.querySelector(".live-scroll");
    this.atEnd = true;
    this.questions = new Questions((question, unscripted) => {
      form.elements.questionId.value = question;
      form.elements.unscriptedQuestionId.value = unscripted;
    });
    this.listen();
    this.show();
  }

  fresh() {
    return { id: null, version: 0 };
  }

  get inBox() {
    return this.queue.find((save) => save.inBox);
  }

  listen() {
    this.text.addEventListener("input", () => this.typed());
    this.text.addEventListener("keydown", (event) => this.pressed(event));
    document.addEventListener("keydown", (event) => this.shortcut(event));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit();
      this.text.focus();
    });
    form.addEventListener("click", (event) => this.clicked(event));
    live.addEventListener("click", (event) => {
      const edit = event.target.closest("[data-edit]");
      if (!edit) return;
      event.preventDefault();
      this.edit(this.noteOf(edit.closest("li")));
    });
    document.addEventListener("htmx:afterSettle", (event) => this.swapped(event));
    this.scroller.addEventListener("scroll", () => {
      this.atEnd = this.scroller.scrollHeight - this.scroller.scrollTop - this.scroller.clientHeight < 60;
    });
    window.addEventListener("online", () => this.retryNow());
    window.addEventListener("beforeunload", (event) => {
      if (this.queue.length || this.conflicts.length || this.text.value.trim()) event.preventDefault();
    });
  }

  typed() {
    if (!this.note.id && this.text.value) this.note.id = uuid7();
    const named = this.inBox ? null : this.text.value.match(/^p0*(\d{1,4})[ :]\s*/i);
    const chip = named && [...form.elements.speaker].find((one) => Number(one.value.slice(1)) === Number(named[1]));
    if (chip?.value) {
      chip.checked = true;
      this.text.value = this.text.value.slice(named[0].length);
    }
    this.show();
  }

  pressed(event) {
    if (event.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.submit();
    } else if (event.key === "ArrowUp" && !event.altKey && !this.text.value && !this.inBox) {
      const last = this.lastNote();
      if (!last) return;
      event.preventDefault();
      this.edit(last);
    } else if (event.key === "Escape" && this.note.version) this.cancel();
  }

  shortcut(event) {
    if (!event.altKey || event.ctrlKey || event.metaKey) return;
    const kind = event.code.match(/^Digit([1-4])$/);
    if (kind) form.elements.kind[kind[1] - 1].checked = true;
    else if (event.key === "ArrowDown") this.questions.step(1);
    else if (event.key === "ArrowUp") this.questions.step(-1);
    else return;
    event.preventDefault();
  }

  clicked(event) {
    const keep = event.target.closest("[data-keep]");
    const back = event.target.closest("[data-take-back]");
    if (keep) this.decide(keep.dataset.keep === "yours");
    else if (back) this.takeBack(back.closest("li").save);
    else if (event.target.closest("[data-cancel]")) this.cancel();
    else if (event.target.closest("[data-aside]")) this.setAside();
    // a click on a chip gives the focus back; somebody who walks the chips by keyboard keeps it
    if (event.detail > 0 && event.target.closest("label, input, button")) setTimeout(() => this.text.focus());
  }

  submit() {
    if (this.inBox) {
      this.retryNow(true);
      return;
    }
    const text = this.text.value.trim();
    if (!text || this.conflicts.some((conflict) => conflict.save.inBox)) return;
    this.text.value = `${text}\n`; // what is typed before the receipt comes stands apart
    const number = (value) => (value ? Number(value) : null);
    const fields = form.elements;
    const asked = "questionId" in this.note ? this.note
      : { questionId: fields.questionId.value, unscriptedQuestionId: fields.unscriptedQuestionId.value };
    this.queue.push({
      id: this.note.id ?? uuid7(),
      inBox: true,
      sent: this.text.value,
      body: {
        questionId: number(asked.questionId),
        unscriptedQuestionId: number(asked.unscriptedQuestionId),
        kind: fields.kind.value,
        speaker: fields.speaker.value || null,
        text,
        baseVersion: this.note.version,
      },
    });
    this.note = this.fresh();
    this.drain();
  }

  async drain() {
    if (this.sending) return;
    this.sending = true;
    clearTimeout(this.timer);
    let save;
    while ((save = this.queue.find((one) => !one.refused))) {
      this.show("saving");
      const answer = await this.put(save);
      if (answer.receipt) this.saved(save, answer.receipt);
      else if (answer.conflict) this.collided(save, answer.conflict);
      else if (answer.refused) save.refused = answer.refused;
      else {
        this.failed(answer.words);
        break;
      }
    }
    this.sending = false;
    this.show();
    if (this.submitNext && !this.queue.length) {
      this.submitNext = false;
      this.submit();
    }
  }

  // only a body with an id, a version and a place in the order means that the note is kept
  async put(save) {
    try {
      if (this.tokenIsOld) await this.renewToken();
      const csrf = document.querySelector("meta[name=csrf-token]");
      const response = await fetch(`${this.base}/${save.id}`, {
        method: "PUT",
        headers: { "Content-Type": "application/json", Accept: "application/json", [csrf.dataset.header]: csrf.content },
        body: JSON.stringify(save.body),
        redirect: "error",
        signal: AbortSignal.timeout(TIMEOUT),
      });
      const body = await response.json().catch(() => ({}));
      if (response.ok && body.id === save.id && body.version && body.seq) return { receipt: body };
      if (response.status === 409 && body.current !== undefined) return { conflict: body };
      if ([409, 413, 422].includes(response.status)) return { refused: body.detail ?? this.words.server };
      if (response.status === 404) return { refused: this.words.gone };
      this.tokenIsOld = [401, 403].includes(response.status);
      return { words: this.tokenIsOld ? this.words.signedOut : this.words.server };
    } catch {
      return { words: this.words.offline };
    }
  }

  // after signing in again in another tab, the session has another token
  async renewToken() {
    const response = await fetch(location.href, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const found = page.querySelector("meta[name=csrf-token]");
    if (found) document.querySelector("meta[name=csrf-token]").content = found.content;
  }

  saved(save, receipt) {
    this.queue = this.queue.filter((one) => one !== save);
    this.failures = 0;
    this.atEnd = true;
    this.latest = { ...save.body, id: save.id, version: receipt.version };
    if (save.inBox) this.release(save, receipt.version);
    htmx.trigger("#notes", "refresh");
  }

  // takes what is saved out of the box; words typed meanwhile stay, words changed meanwhile become a change of the note
  release(save, version) {
    if (this.text.value.startsWith(save.sent)) {
      this.text.value = this.text.value.slice(save.sent.length).trimStart();
      this.note = this.fresh();
      if (this.text.value) this.note.id = uuid7();
      this.choose("speaker", "");
    } else {
      const { questionId, unscriptedQuestionId } = save.body;
      this.note = { id: save.id, version, questionId, unscriptedQuestionId };
    }
  }

  failed(words) {
    this.failures++;
    this.reason = words;
    this.wait(Math.min(LONGEST_PAUSE, 2 ** (this.failures - 1)) * (0.8 + Math.random() * 0.4));
  }

  wait(seconds) {
    this.nextTry = Math.max(1, Math.round(seconds));
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.drain(), seconds * 1000);
  }

  // Enter while something is not saved: try at once, corrected if it was refused, and take up what was typed since
  retryNow(byHand = false) {
    const save = this.inBox;
    if (byHand && save?.refused) {
      this.queue = this.queue.filter((one) => one !== save);
      this.note = { ...save.body, id: save.id, version: save.body.baseVersion };
      this.submit();
      return;
    }
    if (byHand && save) {
      this.submitNext = this.text.value.startsWith(save.sent) && this.text.value.trim().length > save.sent.trim().length;
    }
    this.drain();
  }

  setAside() {
    const save = this.inBox;
    if (!save) return;
    save.inBox = false;
    this.text.value = this.text.value.startsWith(save.sent) ? this.text.value.slice(save.sent.length).trimStart() : "";
    this.note = this.fresh();
    if (this.text.value) this.note.id = uuid7();
    this.text.focus();
    this.show();
  }

  takeBack(save) {
    if (this.text.value.trim() || this.sending) return;
    this.queue = this.queue.filter((one) => one !== save);
    this.note = { ...save.body, id: save.id, version: save.body.baseVersion };
    this.fill(save.body.text, save.body.kind, save.body.speaker);
  }

  // a note as the list shows it, or as it was just saved when the list is behind
  noteOf(line) {
    if (this.latest?.id === line.dataset.id && this.latest.version > Number(line.dataset.version)) return this.latest;
    const scripted = line.dataset.topic[0] === "q";
    const question = line.dataset.topic.slice(1);
    return {
      id: line.dataset.id,
      version: Number(line.dataset.version),
      questionId: scripted ? question : "",
      unscriptedQuestionId: scripted ? "" : question,
      kind: line.dataset.kind,
      speaker: line.dataset.speaker,
      text: line.querySelector(".live-note-text").textContent,
    };
  }

  lastNote() {
    if (this.latest && !document.getElementById(`note-${this.latest.id}`)) return this.latest;
    const mine = [...document.querySelectorAll("#notes li:has([data-edit])")];
    return mine.length ? this.noteOf(mine[mine.length - 1]) : null;
  }

  edit({ id, version, questionId, unscriptedQuestionId, kind, speaker, text }) {
    if (this.inBox) return;
    if (this.text.value.trim() && !this.note.version) this.draft = { text: this.text.value, id: this.note.id };
    this.note = { id, version, questionId, unscriptedQuestionId };
    this.fill(text, kind, speaker);
  }

  cancel() {
    this.note = this.fresh();
    this.fill("", form.elements.kind.value, "");
  }

  fill(text, kind, speaker) {
    this.text.value = text;
    this.choose("kind", kind);
    this.choose("speaker", speaker ?? "");
    this.text.focus();
    this.show();
  }

  choose(name, value) {
    form.elements[name].forEach((one) => { one.checked = one.value === value; });
  }

  collided(save, problem) {
    this.queue = this.queue.filter((one) => one !== save);
    this.conflicts.push({ save, problem });
  }

  // both texts are stored; the writer says which one shows
  decide(yours) {
    const { save, problem } = this.conflicts.shift();
    if (yours && problem.mine) {
      this.queue.push({ ...save, body: { ...save.body, baseVersion: problem.version } });
      this.drain();
    } else if (save.inBox) this.release(save, problem.version);
    this.show();
    this.text.focus();
  }

  swapped(event) {
    if (event.target.id === "topics" || event.detail.target?.id === "topics") {
      this.questions.show(this.questions.root.dataset.current);
      if (document.activeElement === document.body) this.text.focus();
      return;
    }
    const list = document.getElementById("notes");
    if (Number(list.dataset.topics) !== this.questions.panels.length) this.questions.refresh();
    if (list.dataset.running === "false") live.querySelectorAll(".live-bar .confirm, .live-time").forEach((one) => one.remove());
    if (this.atEnd) this.scroller.scrollTop = this.scroller.scrollHeight;
    this.show();
  }

  // what the corner says, in words and in colour
  show(state) {
    const refused = this.queue.find((one) => one.refused);
    const waits = this.failures > 0 && this.queue.length > 0;
    if (!this.note.version && !this.text.value && this.draft && !this.queue.length) {
      [this.text.value, this.note.id, this.draft] = [this.draft.text, this.draft.id, null];
    }
    if (refused) this.say("failed", `${this.words.failed} ${refused.refused}`);
    else if (this.conflicts.length) this.say("failed", `${this.words.needsYou} ${this.conflicts[0].problem.detail}`);
    else if (waits) this.say("failed", `${this.words.failed} ${this.reason} ${this.words.again.replace("{0}", this.nextTry)}`);
    else if (state === "saving" || this.queue.length) this.say("saving", this.words.saving);
    else if (this.text.value.trim()) this.say("unsent", this.words.unsent);
    else this.say("saved", this.words.saved);
    this.showEditing();
    this.showConflict();
    this.showWaiting();
    form.querySelector("[data-aside]").hidden = !((waits || refused) && this.inBox);
  }

  say(state, words) {
    const shown = this.state.querySelector("span");
    this.state.dataset.state = state;
    if (shown.textContent !== words) shown.textContent = words;
  }

  showEditing() {
    const line = document.getElementById("editing");
    line.hidden = !this.note.version;
    line.querySelector("span").textContent = this.words.editing;
    document.querySelectorAll("#notes .is-edited").forEach((one) => one.classList.remove("is-edited"));
    if (this.note.version) document.getElementById(`note-${this.note.id}`)?.classList.add("is-edited");
  }

  showConflict() {
    const box = document.getElementById("conflict");
    const [conflict] = this.conflicts;
    box.hidden = !conflict;
    if (!conflict) return;
    box.querySelector("[data-detail]").textContent = conflict.problem.detail;
    box.querySelector("[data-yours]").textContent = conflict.problem.yours;
    box.querySelector("[data-current]").textContent = conflict.problem.current;
    box.querySelector("[data-keep=yours]").hidden = !conflict.problem.mine;
  }

  showWaiting() {
    const list = document.getElementById("waiting");
    const aside = this.queue.filter((one) => !one.inBox);
    list.hidden = !aside.length;
    list.replaceChildren(...aside.map((save) => {
      const line = document.createElement("li");
      const words = document.createElement("span");
      const back = document.createElement("button");
      words.textContent = save.body.text;
      Object.assign(back, { type: "button", className: "btn btn-sm", textContent: this.words.back });
      back.dataset.takeBack = "";
      line.append(words, back);
      line.save = save;
      return line;
    }));
  }
}

startTimer();
if (form) new NotesBox();
const scroll = live.querySelector(".live-scroll");
if (scroll) scroll.scrollTop = scroll.scrollHeight;
