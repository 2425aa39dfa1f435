// The box that never loses its words: speaker by typing, kind by a key, Enter keeps it. What it holds is drafted as it is typed.
const PAUSE = 500;

export class EntryBox {
  constructor({ form, words, draft, acts, uuid7, on }) {
    Object.assign(this, { form, words, draft, acts, uuid7, on });
    this.text = form.elements.text;
    this.longest = this.text.maxLength;
    this.editing = document.getElementById("editing");
    this.fresh();
    this.text.addEventListener("input", () => this.typed());
    this.text.addEventListener("keydown", (event) => this.pressed(event));
    form.addEventListener("change", () => this.changed());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit();
      this.text.focus();
    });
    form.addEventListener("click", (event) => {
      if (event.target.closest("[data-cancel]")) this.cancel();
      // a click on a chip gives the focus back; somebody who walks the chips by keyboard keeps it
      if (event.detail > 0 && event.target.closest("label, input, button")) setTimeout(() => this.text.focus());
    });
  }

  get isBusy() {
    return Boolean(this.text.value.trim()) || this.note.version > 0 || Boolean(this.original);
  }

  fresh() {
    this.note = { id: null, version: 0, topic: null };
    this.original = null;
  }

  typed() {
    if (!this.text.value && !this.original) this.fresh();
    if (!this.note.id && this.text.value) Object.assign(this.note, { id: this.uuid7(), topic: this.on.topic(), at: Date.now() });
    this.speakerFromPrefix();
    this.changed();
  }

  speakerFromPrefix() {
    const named = !this.original && this.text.value.match(/^p?0*(\d{1,4})[ :]\s*/i);
    const chip = named && [...this.form.elements.speaker].find((one) => one.value && Number(one.value.slice(1)) === Number(named[1]));
    if (!chip || this.form.elements.speaker.value) return;
    chip.checked = true;
    this.prefix = named[0];
    this.text.value = this.text.value.slice(named[0].length);
  }

  changed() {
    clearTimeout(this.timer);
    if (!this.isBusy) this.draft.drop();
    else this.draft.keep(this.content());
    if (this.original) this.timer = setTimeout(() => this.keepChange(), PAUSE);
    this.on.change();
  }

  content() {
    const { kind, speaker } = this.form.elements;
    return { ...this.note, kind: kind.value, speaker: speaker.value, text: this.text.value, original: this.original };
  }

  pressed(event) {
    if (event.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.submit();
    } else if (event.key === "ArrowUp" && !event.altKey && !this.text.value && !this.original) {
      const last = this.on.last();
      if (!last) return;
      event.preventDefault();
      this.edit(last);
    } else if (event.key === "Escape") {
      if (this.original) this.cancel();
      else this.text.blur();
    } else if (event.key === "Backspace" && this.prefix && this.text.selectionEnd === 0 && this.form.elements.speaker.value) {
      event.preventDefault();
      this.text.value = this.prefix + this.text.value; // they were words after all
      this.text.setSelectionRange(this.prefix.length, this.prefix.length);
      this.choose("speaker", "");
      this.prefix = null;
      this.changed();
    }
  }

  kind(number) {
    this.form.elements.kind[number - 1].checked = true;
    this.changed();
  }

  submit() {
    const content = this.content();
    if (!content.text.trim()) return;
    clearTimeout(this.timer);
    this.acts.note({ ...content, id: content.id ?? this.uuid7(), topic: content.topic ?? this.on.topic() });
    this.clear();
  }

  clear() {
    this.text.value = "";
    this.fresh();
    this.prefix = null;
    this.choose("speaker", "");
    this.draft.drop();
    this.show();
    this.on.change(true);
  }

  // a change of an earlier note goes out when its writer pauses
  keepChange() {
    clearTimeout(this.timer);
    const content = this.content();
    if (!this.original || !content.text.trim() || this.isAs(this.sent ?? this.original)) return;
    this.sent = content;
    this.acts.note(content);
  }

  isAs({ text, kind, speaker }) {
    const now = this.content();
    return now.text.trim() === text.trim() && now.kind === kind && (now.speaker || null) === (speaker || null);
  }

  edit(note) {
    if (this.isBusy) this.submit();
    this.note = { id: note.id, version: note.version, topic: note.topic, at: note.writtenAt };
    this.original = { text: note.text, kind: note.kind, speaker: note.speaker };
    this.sent = null;
    this.fill(note);
  }

  cancel() {
    if (this.original && this.sent && !this.isAs(this.original)) this.acts.note({ ...this.note, ...this.original });
    clearTimeout(this.timer);
    this.clear();
  }

  fill({ text, kind, speaker }) {
    this.text.value = text;
    this.text.maxLength = Math.max(this.longest, text.length); // what stands for names may have made it longer
    this.choose("kind", kind);
    this.choose("speaker", speaker ?? "");
    this.text.focus();
    this.show();
    this.changed();
  }

  restore({ id, version, topic, at, original, ...rest }) {
    this.note = { id, version, topic, at };
    this.original = original;
    this.sent = null;
    this.fill(rest);
  }

  // lines that were finished before this script was there
  takeEarlyLines() {
    const lines = this.text.value.split("\n");
    this.text.value = lines.pop();
    lines.filter((line) => line.trim()).forEach((line) => {
      const rest = this.text.value;
      this.text.value = line;
      this.typed();
      this.submit();
      this.text.value = rest;
    });
    if (this.text.value) this.typed();
  }

  choose(name, value) {
    this.form.elements[name].forEach((one) => { one.checked = one.value === value; });
  }

  show() {
    this.editing.hidden = !this.original;
  }
}
