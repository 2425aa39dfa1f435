// Talks to the server. Only a receipt for just this entry means that it is kept: a page, a redirect or half an answer do not.
const TIMEOUT = 10_000;
const TIMEOUT_OF_MANY = 30_000;
const KEEPALIVE = 60_000; // browsers allow 64 KB in all
const REFUSALS = [400, 404, 409, 410, 413, 422];

export class Server {
  // with a person, nothing is sent once somebody else has signed in on this device
  constructor({ csrf, keyPath, person }) {
    Object.assign(this, { csrf, keyPath, person, inFlight: 0 });
  }

  address({ study, session, path }) {
    return `/studies/${study}/sessions/${session}/${path}`;
  }

  async send(content) {
    try {
      if (this.tokenIsOld) await this.renewToken();
      if (this.tokenIsOld) return { signedOut: true };
      const answer = await this.attempt(content);
      if (answer.status !== 403) return answer;
      await this.renewToken(); // after signing in again the session has another token
      return this.tokenIsOld ? { signedOut: true } : await this.attempt(content);
    } catch {
      return { reason: "offline" };
    }
  }

  // several in one request: an answer for each, or none at all where the server does not say what became of each
  async sendMany(contents) {
    const [{ study, session, together }] = contents;
    const ids = contents.map(({ path }) => path.split("/").at(-1));
    const answer = await this.send({ study, session, path: together, body: contents.map(({ body }, at) => ({ ...body, id: ids[at] })) });
    if (answer.signedOut || answer.reason === "offline") return [answer];
    const said = answer.receipt;
    if (!Array.isArray(said) || said.length !== ids.length || said.some(({ id }, at) => id !== ids[at])) return [];
    return said.map(({ status, body }, at) => this.read({ status, ok: status < 300 }, { path: contents[at].path, method: "PUT" }, body ?? {}));
  }

  async attempt({ method = "PUT", body, ...where }) {
    const words = body === undefined ? undefined : JSON.stringify(body);
    const keepalive = this.inFlight === 0 && (words?.length ?? 0) * 3 < KEEPALIVE;
    this.inFlight++;
    try {
      const response = await fetch(this.address(where), {
        method,
        headers: { "Content-Type": "application/json", Accept: "application/json", [this.csrf.dataset.header]: this.csrf.content },
        body: words,
        keepalive,
        redirect: "error",
        cache: "no-store",
        signal: AbortSignal.timeout(Array.isArray(body) ? TIMEOUT_OF_MANY : TIMEOUT),
      });
      return this.read(response, { ...where, method }, await response.json().catch(() => ({})));
    } finally {
      this.inFlight--;
    }
  }

  read(response, { path, method }, body) {
    const { status } = response;
    if (response.ok && this.isReceipt(path, body)) return { receipt: body };
    if (method === "DELETE" && [404, 410].includes(status)) return { receipt: {} };
    if (status === 409 && body.current !== undefined) return { conflict: body };
    if (REFUSALS.includes(status)) return { refused: { status, words: body.detail ?? "" } };
    if (status === 401) return { signedOut: true };
    return { reason: "server", status };
  }

  isReceipt(path, body) {
    const [, id] = path.match(/^notes\/([^?]+)/) ?? [];
    return id ? body.id === id && body.version > 0 && body.seq > 0 : true;
  }

  async get(path) {
    const response = await fetch(path, { headers: { Accept: "application/json" }, redirect: "error", cache: "no-store", signal: AbortSignal.timeout(TIMEOUT) });
    if (response.status === 401) return { signedOut: true };
    if (!response.ok) throw new Error(`status ${response.status}`);
    return response.json();
  }

  // the keys to what waits on this device, and with them the token of the session that is open now
  async key() {
    const key = await this.get(this.keyPath);
    if (this.isMine(key)) this.take(key.csrfToken, key.csrfHeader);
    return key;
  }

  isMine(key) {
    return !key.signedOut && (this.person === undefined || key.person === this.person);
  }

  async renewToken() {
    this.tokenIsOld = !this.isMine(await this.key());
  }

  // also into the plain forms of this page
  take(token, header) {
    this.csrf.content = token;
    this.csrf.dataset.header = header;
    this.tokenIsOld = false;
    document.querySelectorAll("input[name=_csrf]").forEach((field) => { field.value = token; });
  }

  // signs in without leaving the page; what it answers is "ok", "refused" or "offline"
  async signIn(email, password) {
    try {
      const page = await fetch("/login", { headers: { Accept: "text/html" }, cache: "no-store", signal: AbortSignal.timeout(TIMEOUT) });
      const token = new DOMParser().parseFromString(await page.text(), "text/html").querySelector("meta[name=csrf-token]");
      const response = await fetch("/login", {
        method: "POST",
        headers: { "Content-Type": "application/x-www-form-urlencoded", Accept: "text/html", [token.dataset.header]: token.content },
        body: new URLSearchParams({ username: email, password }),
        signal: AbortSignal.timeout(TIMEOUT),
      });
      if (!response.ok || new URL(response.url).pathname === "/login") return "refused";
      return "ok";
    } catch {
      return "offline";
    }
  }
}
