// Signing out forgets what this device keeps of live pages, but never a note that is not saved yet: it is sent first, and
// when that cannot be done, its writer is asked. What stays is locked until the same person signs in again.
const form = document.getElementById("sign-out");
const dialog = document.getElementById("unsent");
const person = Number(form.dataset.person);
const PATIENCE = 5_000;

async function parts(...names) {
  return Object.assign({}, ...await Promise.all(names.map((name) => import(dialog.dataset[name]))));
}

async function waiting() {
  const { DeviceStore } = await parts("store");
  return (await DeviceStore.open()).ofPerson(person);
}

async function flush(entries) {
  const { DeviceStore, Vault, Queue, Server } = await parts("store", "vault", "queue", "server");
  const { study, session } = entries[0];
  const keyPath = `/studies/${study}/sessions/${session}/live/key`;
  const server = new Server({ csrf: document.querySelector("meta[name=csrf-token]"), keyPath, person });
  const key = await server.key();
  if (key.person !== person) return;
  const store = await DeviceStore.open();
  const queue = new Queue({ person, study, session, store, vault: new Vault(key.publicKey), send: (content) => server.send(content), sendMany: (contents) => server.sendMany(contents), locks: navigator.locks });
  await queue.unlock(key.privateKey);
  await queue.settled(PATIENCE);
}

async function line(entries) {
  const { Offline } = await parts("offline");
  const { study, session } = entries[0];
  const base = `/studies/${study}/sessions/${session}/live`;
  const words = entries.length === 1 ? dialog.dataset.one : dialog.dataset.many;
  const title = await Offline.titleOf(base) ?? dialog.dataset.session.replace("{0}", session);
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = base;
  link.textContent = words.replace("{1}", entries.length).replace("{0}", title);
  item.append(link);
  return item;
}

async function ask(entries) {
  const sessions = new Map();
  entries.forEach((entry) => sessions.set(entry.session, [...(sessions.get(entry.session) ?? []), entry]));
  dialog.querySelector("ul").replaceChildren(...await Promise.all([...sessions.values()].map(line)));
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "leave"), { once: true });
  });
}

async function mayLeave() {
  let left = await waiting();
  if (left.some((entry) => entry.state === "waiting")) {
    await flush(left).catch(() => {});
    left = await waiting();
  }
  return left.length === 0 || ask(left);
}

async function signOut() {
  if (!await mayLeave().catch(() => true)) return;
  const { Offline } = await parts("offline");
  await Offline.forgetAll().catch(() => {});
  form.submit();
}

if (window.indexedDB && window.isSecureContext) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    signOut();
  });
  // somebody else has signed in on this device: the former person's pages go, not the locked notes
  if (window.caches) caches.keys().then((names) => { if (names.length) parts("offline").then(({ Offline }) => Offline.forgetOthers(person)); });
}
