// Keys of the two screens; each is shown where it acts.
export class Keys {
  constructor({ live, questions, parking, box }) {
    Object.assign(this, { live, questions, parking, box });
    document.addEventListener("keydown", (event) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || document.querySelector("dialog[open]")) return;
      const act = event.altKey ? this.anywhere(event) : this.onModeratorScreen(event);
      if (!act) return;
      event.preventDefault();
      act();
    });
  }

  anywhere(event) {
    const kind = event.code.match(/^Digit([1-4])$/);
    if (kind) return () => this.box.kind(kind[1]);
    return {
      ArrowDown: () => this.questions.step(1),
      ArrowUp: () => this.questions.step(-1),
      KeyG: () => this.questions.follow(),
      KeyP: () => this.open("parking", () => this.parking.focus()),
      KeyQ: () => this.open("unscripted-box", () => document.getElementById("unscripted").focus()),
    }[event.code];
  }

  // nobody types there unless into a field; a presenter's clicker sends PageUp and PageDown
  onModeratorScreen(event) {
    if (this.live.dataset.screen !== "moderator" || event.shiftKey || event.target.closest("input, textarea, select, summary, [role=region]")) return null;
    return {
      ArrowRight: () => this.questions.step(1),
      PageDown: () => this.questions.step(1),
      ArrowLeft: () => this.questions.step(-1),
      PageUp: () => this.questions.step(-1),
      p: () => this.open("parking", () => this.parking.focus()),
      n: () => this.box.text.focus(),
    }[event.key];
  }

  // on a small screen the forms open over the page
  open(id, focus) {
    const box = document.getElementById(id);
    if (getComputedStyle(box).display === "none") box.showPopover();
    focus();
  }
}
