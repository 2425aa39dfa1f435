// Gives out the kept live page and its parts when the server cannot be reached, and only then. Writes nothing.
const PATIENCE = 6_000;
const PARTS = /^\/(assets|webjars)\//;
const page = new URL(self.registration.scope).pathname;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate" ? pathname === page : PARTS.test(pathname)) event.respondWith(answer(request, pathname));
});

async function answer(request, pathname) {
  const kept = await caches.match(pathname);
  if (!kept) return fetch(request);
  try {
    const response = await Promise.race([fetch(request), tired()]);
    return [502, 503, 504].includes(response.status) ? kept : response;
  } catch {
    return kept;
  }
}

function tired() {
  return new Promise((resolve, reject) => { setTimeout(reject, PATIENCE); });
}
