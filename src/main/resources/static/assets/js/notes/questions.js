// the questions as the page came with them
export function topicsOnPage() {
  return [...document.querySelectorAll("#topic-facts li")].map((line) => ({
    ...line.dataset,
    number: Number(line.dataset.number),
    minutes: Number(line.dataset.minutes),
    questionId: Number(line.dataset.question) || null,
    unscriptedQuestionId: Number(line.dataset.unscripted) || null,
    probes: [...line.querySelectorAll("p")].map((probe) => probe.textContent),
  }));
}

// Which question is open: on the floor for everybody, and on this screen. A note-taker follows the moderator, but not in
// the middle of an entry, and may look elsewhere.
export class Questions {
  constructor({ live, words, board, acts, isBusy, onShow }) {
    Object.assign(this, { live, words, board, acts, isBusy, onShow });
    this.list = live.querySelector(".live-list");
    this.panel = live.querySelector(".live-question");
    this.notice = document.getElementById("floor-notice");
    this.shown = live.dataset.current;
    this.follows = true;
    live.addEventListener("click", (event) => this.clicked(event));
  }

  get leads() {
    return this.live.dataset.screen === "moderator" || this.live.dataset.alone === "true";
  }

  get current() {
    return this.board.ref(this.shown);
  }

  clicked(event) {
    const button = event.target.closest("[data-topic], [data-floor]");
    if (!button || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (button.dataset.topic) this.go(button.dataset.topic);
    else if (button.dataset.floor === "follow") this.follow();
    else if (button.dataset.floor === "stay") this.stay();
    else if (button.dataset.floor === "ask") this.ask(this.current);
    else this.step(button.dataset.floor === "next" ? 1 : -1);
  }

  // who leads moves both screens, who takes notes only looks
  go(topic) {
    if (this.leads) this.ask(topic);
    else {
      this.follows = this.board.ref(topic) === this.board.floor.topic;
      this.show(topic);
    }
  }

  ask(topic) {
    this.follows = true;
    if (topic !== this.board.floor.topic) this.acts.floor(topic);
    this.show(topic);
  }

  follow() {
    this.follows = true;
    this.show(this.board.floor.topic);
  }

  stay() {
    this.follows = false;
    this.draw();
  }

  step(by) {
    const { topics } = this.board;
    const next = topics[topics.findIndex((topic) => topic.key === this.current) + by];
    if (next) this.go(next.key);
  }

  show(topic) {
    if (!this.board.topic(topic)) return;
    this.shown = topic;
    this.draw();
    this.onShow();
  }

  // something has happened: follow the floor, unless that would disturb
  update() {
    const { topic } = this.board.floor;
    const moved = topic && topic !== this.current;
    if (moved && this.follows && (this.live.dataset.screen === "moderator" || !this.isBusy())) this.show(topic);
    else this.draw();
  }

  draw() {
    const { topics, floor } = this.board;
    const { current } = this;
    const looks = JSON.stringify([topics, current, floor.topic, this.live.dataset.screen]);
    if (looks !== this.looks) {
      this.looks = looks;
      this.drawList(topics, floor.topic, current);
      this.drawPanel(topics, current);
    }
    this.drawNotice(floor.topic, current);
  }

  drawList(topics, floor, current) {
    const known = new Map([...this.list.querySelectorAll("[data-topic]")].map((link) => [link.dataset.topic, link]));
    topics.forEach((topic) => {
      const link = known.get(topic.key) ?? this.addLink(topic);
      known.delete(topic.key);
      link.toggleAttribute("data-on-floor", topic.key === floor);
      link.querySelector(".live-here").hidden = topic.key !== floor;
      if (topic.key !== current) link.removeAttribute("aria-current");
      else if (!link.hasAttribute("aria-current")) {
        link.setAttribute("aria-current", "true");
        link.scrollIntoView({ block: "nearest", inline: "nearest" });
      }
    });
    known.forEach((link) => link.closest("li").remove());
  }

  addLink(topic) {
    const line = document.getElementById("topic-template").content.firstElementChild.cloneNode(true);
    const link = line.querySelector("a");
    link.dataset.topic = topic.key;
    link.href = `?at=${topic.key}`;
    line.querySelector(".live-number").textContent = topic.number || "+";
    line.querySelector(".live-wording").textContent = topic.number ? topic.domain : topic.wording;
    this.list.append(line);
    return link;
  }

  drawPanel(topics, current) {
    const at = topics.findIndex((topic) => topic.key === current);
    const topic = topics[at];
    if (!topic) return;
    const find = (selector) => this.panel.querySelector(selector);
    find(".badge").textContent = topic.number ? `${topic.number} · ${topic.domain}` : this.words.unscripted;
    find("h2").textContent = topic.wording;
    find(".live-intent").textContent = topic.intent ?? "";
    find(".live-intent").hidden = !topic.intent;
    find(".live-probes").replaceChildren(...(topic.probes ?? []).map((probe) => {
      const line = document.createElement("li");
      line.textContent = probe;
      return line;
    }));
    find("[data-floor=previous]").disabled = at === 0;
    find("[data-floor=next]").disabled = at === topics.length - 1;
    const next = topics[at + 1];
    const ahead = find(".live-ahead");
    ahead.hidden = !next;
    ahead.textContent = next ? this.words.next.replace("{0}", next.wording) : "";
  }

  drawNotice(floor, current) {
    const elsewhere = floor && floor !== current && this.live.dataset.screen !== "moderator";
    const topic = elsewhere && this.board.topic(floor);
    this.notice.hidden = !topic;
    if (!topic) return;
    const name = topic.number ? `${topic.number} · ${topic.domain}` : topic.wording;
    const waits = this.follows && this.isBusy();
    const says = (waits ? this.words.floorWaits : this.words.floorElsewhere).replace("{0}", name);
    const shown = this.notice.querySelector("span");
    if (shown.textContent !== says) shown.textContent = says;
    this.notice.querySelector("[data-floor=stay]").hidden = !waits;
    this.notice.querySelector("[data-floor=ask]").hidden = waits;
  }
}
