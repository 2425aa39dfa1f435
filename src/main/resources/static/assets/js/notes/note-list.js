// The notes as they scroll up. Only lines that changed are touched, and they stay the same elements: focus, selection and
// a click that has begun are never lost to a line that was saved meanwhile.
export class NoteList {
  constructor({ root, template, words, zone, on }) {
    Object.assign(this, { root, template, words, on });
    this.list = root.querySelector("ol");
    this.scroller = root.closest(".live-scroll");
    this.time = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: zone });
    this.drawn = new Map();
    this.kinds = Object.fromEntries([...document.querySelectorAll("#kind-words li")].map((line) => [line.dataset.kind, line.textContent]));
    this.atEnd = true;
    this.scroller.addEventListener("scroll", () => {
      this.atEnd = this.scroller.scrollHeight - this.scroller.scrollTop - this.scroller.clientHeight < 60;
    });
    root.addEventListener("click", (event) => this.clicked(event));
  }

  clicked(event) {
    const line = event.target.closest("li");
    const note = this.notes?.find((one) => one.id === line?.dataset.id);
    if (!note) return;
    if (event.target.closest("[data-edit]")) {
      event.preventDefault();
      this.on.edit(note);
    } else if (event.target.closest("[data-delete]")) this.ask(line, true);
    else if (event.target.closest("[data-keep-note]")) this.ask(line, false);
    else if (event.target.closest("[data-really]")) this.on.remove(note);
  }

  // deletion asks once
  ask(line, open) {
    this.asking = open ? line.dataset.id : null;
    this.showTools(line, true);
    line.querySelector(open ? "[data-keep-note]" : "[data-delete]").focus();
  }

  showTools(line, allowed) {
    const asks = this.asking === line.dataset.id;
    line.querySelector(".live-note-tools").hidden = !allowed || asks;
    line.querySelector(".live-note-ask").hidden = !allowed || !asks;
  }

  // a line that came with the page has other tools; where the focus was in it, it stays
  ownLine(line, id) {
    if (line && this.drawn.has(id)) return line;
    const own = this.template.content.firstElementChild.cloneNode(true);
    if (!line) return own;
    const focused = line.contains(document.activeElement) && Object.keys(document.activeElement.dataset)[0];
    line.replaceWith(own);
    if (focused) [...own.querySelectorAll("button")].find((button) => focused in button.dataset)?.focus();
    return own;
  }

  // before the server has answered, the lines that came with the page stay
  draw(notes, { topics, edited, open, complete }) {
    this.notes = notes;
    const shown = new Set(notes.map((note) => note.id));
    if (complete) [...this.list.children].filter((line) => !shown.has(line.dataset.id)).forEach((line) => line.remove());
    const lines = new Map([...this.list.children].map((line) => [line.dataset.id, line]));
    let before = complete ? null : [...this.list.children].filter((line) => !shown.has(line.dataset.id)).at(-1) ?? null;
    for (const note of notes) {
      const topic = topics.find((one) => one.key === note.topic);
      let line = lines.get(note.id);
      const looks = JSON.stringify([note, topic?.number, topic?.wording, edited === note.id, open]);
      if (!line || this.drawn.get(note.id) !== looks) {
        line = this.ownLine(line, note.id);
        this.fill(line, note, topic, edited === note.id, open);
        this.drawn.set(note.id, looks);
      }
      if (!line.isConnected || line.previousElementSibling !== before) before ? before.after(line) : this.list.prepend(line);
      before = line;
    }
    this.root.querySelector(".live-none").hidden = this.list.children.length > 0;
    if (this.atEnd) this.toEnd();
  }

  toEnd() {
    this.scroller.scrollTop = this.scroller.scrollHeight;
    this.atEnd = true;
  }

  fill(line, note, topic, edited, open) {
    const put = (selector, words) => { line.querySelector(selector).textContent = words; };
    line.id = `note-${note.id}`;
    line.dataset.id = note.id;
    line.className = `live-note kind-${note.kind}`;
    line.classList.toggle("is-edited", edited);
    line.classList.toggle("is-here", Boolean(note.here));
    put("time", note.at ? this.time.format(new Date(note.at)) : "");
    put(".live-note-topic", topic ? (topic.number ? `${topic.number} · ${topic.domain}` : topic.wording) : "");
    put(".live-note-kind", this.kinds[note.kind]);
    put(".live-note-author", note.mine ? this.words.you : note.author);
    put(".live-note-text", note.text);
    put("strong", note.speaker ?? "");
    line.querySelector("strong").hidden = !note.speaker;
    line.querySelector(".live-note-where").hidden = !note.here;
    put(".live-note-where", note.needs ? this.words.needsYou : this.words.onThisDevice);
    this.showTools(line, note.mine && open);
    line.querySelectorAll("[data-edit], [data-delete]").forEach((tool) => {
      tool.setAttribute("aria-label", `${tool.textContent}: ${note.text.slice(0, 60)}`);
    });
  }
}
