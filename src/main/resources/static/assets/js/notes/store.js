// Where entries wait on this device. In clear: whose they are, where they belong, their order and their state; all
// else is sealed. A write counts when it is on the disk (durability "strict").
const NAME = "thrive-live";
const ENTRIES = "entries";

const done = (transaction) => new Promise((resolve, reject) => {
  transaction.oncomplete = () => resolve();
  transaction.onabort = transaction.onerror = () => reject(transaction.error);
});

const result = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

const same = (one, other) => one?.length === other?.length && one.every((byte, at) => byte === other[at]);

export class DeviceStore {
  static async open() {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(ENTRIES, { keyPath: ["person", "id"] }).createIndex("person", "person");
    };
    const store = new DeviceStore(await result(request));
    store.database.onversionchange = () => store.database.close();
    return store;
  }

  constructor(database) {
    this.database = database;
    this.isKept = true;
  }

  begin(mode, durability = "strict") {
    const transaction = this.database.transaction(ENTRIES, mode, { durability });
    return [transaction, transaction.objectStore(ENTRIES)];
  }

  async put(record) {
    const [transaction, entries] = this.begin("readwrite");
    entries.put(record);
    await done(transaction);
  }

  // removes or replaces a record only if it still is what the caller has seen
  async swap(seen, next) {
    const [transaction, entries] = this.begin("readwrite", next ? "strict" : "relaxed"); // what is sent may be sent again
    const key = [seen.person, seen.id];
    let swapped = false;
    entries.get(key).onsuccess = (event) => {
      if (!event.target.result || !same(event.target.result.sealed, seen.sealed)) return;
      swapped = true;
      if (next) entries.put(next);
      else entries.delete(key);
    };
    await done(transaction);
    return swapped;
  }

  async remove(person, id) {
    const [transaction, entries] = this.begin("readwrite");
    entries.delete([person, id]);
    await done(transaction);
  }

  async ofPerson(person) {
    const [, entries] = this.begin("readonly");
    return result(entries.index("person").getAll(person));
  }
}

export class MemoryStore {
  constructor() {
    this.records = new Map();
    this.isKept = false;
  }

  async put(record) {
    this.records.set(record.id, record);
  }

  async swap(seen, next) {
    const current = this.records.get(seen.id);
    if (current?.sealed !== seen.sealed) return false;
    if (next) this.records.set(next.id, next);
    else this.records.delete(seen.id);
    return true;
  }

  async remove(person, id) {
    this.records.delete(id);
  }

  async ofPerson() {
    return [...this.records.values()];
  }
}

export async function openStore(isPossible) {
  return isPossible ? DeviceStore.open().catch(() => new MemoryStore()) : new MemoryStore();
}
