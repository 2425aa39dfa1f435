// Lets the page be opened again without a connection: keeps the scripts, the styles and the page without any note or
// name (the shell), for one person at a time, and asks the worker to give them out when the server cannot.
const CACHE = "thrive-live-";

export class Offline {
  static get isPossible() {
    return Boolean(globalThis.caches && navigator.serviceWorker);
  }

  // whoever is here now, nobody else's pages stay
  static async forgetOthers(person) {
    if (!Offline.isPossible) return;
    for (const name of await caches.keys()) {
      if (name.startsWith(CACHE) && name !== CACHE + person) await caches.delete(name);
    }
  }

  static async forgetAll() {
    if (!Offline.isPossible) return;
    await Offline.forgetOthers("");
    const workers = await navigator.serviceWorker.getRegistrations();
    await Promise.all(workers.map((worker) => worker.unregister()));
  }

  static async titleOf(base) {
    const shell = Offline.isPossible ? await caches.match(base) : null;
    if (!shell) return null;
    return new DOMParser().parseFromString(await shell.text(), "text/html").querySelector("h1")?.textContent;
  }

  constructor({ person, base }) {
    Object.assign(this, { person, page: `${base}/live` });
  }

  async prepare() {
    if (!Offline.isPossible) return;
    await Offline.forgetOthers(this.person);
    const shell = await fetch(`${this.page}/shell`, { headers: { Accept: "text/html" }, redirect: "error", cache: "no-store" });
    if (!shell.ok) return;
    const cache = await caches.open(CACHE + this.person);
    const html = await shell.clone().text();
    await this.keepParts(cache, new DOMParser().parseFromString(html, "text/html"));
    await cache.put(this.page, shell);
    await navigator.serviceWorker.register(`${this.page}/worker`, { scope: this.page });
  }

  async keepParts(cache, page) {
    const parts = [...page.querySelectorAll("link[href], script[src]")].map((one) => one.getAttribute("href") ?? one.getAttribute("src"));
    const kept = new Set((await cache.keys()).map((request) => new URL(request.url).pathname));
    await cache.addAll(parts.filter((part) => !kept.has(part)));
  }

  async forget() {
    if (!Offline.isPossible) return;
    await caches.open(CACHE + this.person).then((cache) => cache.delete(this.page));
    await navigator.serviceWorker.getRegistration(this.page).then((worker) => worker?.unregister());
  }
}
