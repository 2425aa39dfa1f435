// Seals what is kept on this device to the person's public key: whoever finds the device later can read none of it.
// Each record has a key of its own: ephemeral ECDH on P-256, HKDF-SHA-256, AES-GCM; the record's place is authenticated.
const CURVE = { name: "ECDH", namedCurve: "P-256" };
const POINT = 65;
const NONCE = 12;

const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (one) => one.charCodeAt(0));

export class Vault {
  static isPossible() {
    return Boolean(globalThis.isSecureContext && globalThis.crypto?.subtle && globalThis.indexedDB);
  }

  constructor(publicKey) {
    this.publicKey = crypto.subtle.importKey("spki", bytes(publicKey), CURVE, false, []);
  }

  // the private key stays in memory, where no script can read it out again
  async unlock(privateKey) {
    this.privateKey = await crypto.subtle.importKey("pkcs8", bytes(privateKey), CURVE, false, ["deriveKey", "deriveBits"]);
  }

  get isOpen() {
    return Boolean(this.privateKey);
  }

  lock() {
    this.privateKey = null;
  }

  async seal(content, place) {
    const pair = await crypto.subtle.generateKey(CURVE, false, ["deriveBits"]);
    const point = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
    const key = await this.derive(pair.privateKey, await this.publicKey, point, "encrypt");
    const nonce = crypto.getRandomValues(new Uint8Array(NONCE));
    const words = new TextEncoder().encode(JSON.stringify(content));
    const hidden = await crypto.subtle.encrypt(this.cipher(nonce, place), key, words);
    const sealed = new Uint8Array(POINT + NONCE + hidden.byteLength);
    sealed.set(point);
    sealed.set(nonce, POINT);
    sealed.set(new Uint8Array(hidden), POINT + NONCE);
    return sealed;
  }

  async open(sealed, place) {
    const point = sealed.slice(0, POINT);
    const other = await crypto.subtle.importKey("raw", point, CURVE, false, []);
    const key = await this.derive(this.privateKey, other, point, "decrypt");
    const nonce = sealed.slice(POINT, POINT + NONCE);
    const words = await crypto.subtle.decrypt(this.cipher(nonce, place), key, sealed.slice(POINT + NONCE));
    return JSON.parse(new TextDecoder().decode(words));
  }

  cipher(nonce, place) {
    return { name: "AES-GCM", iv: nonce, additionalData: new TextEncoder().encode(place) };
  }

  async derive(privateKey, publicKey, salt, use) {
    const secret = await crypto.subtle.deriveBits({ name: "ECDH", public: publicKey }, privateKey, 256);
    const base = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveKey"]);
    const info = new TextEncoder().encode("thrive live entry");
    return crypto.subtle.deriveKey({ name: "HKDF", hash: "SHA-256", salt, info }, base, { name: "AES-GCM", length: 256 },
      false, [use]);
  }
}

// where nothing can be sealed nothing is kept either: the same calls, in memory only
export class OpenVault {
  get isOpen() {
    return true;
  }

  async unlock() {}

  async seal(content) {
    return JSON.stringify(content);
  }

  async open(sealed) {
    return JSON.parse(sealed);
  }
}
