// Keeps the page openable without a network: the shell from here, everything of the API from the server
// and nowhere else. It holds no data of anybody. What it may load is told by the page's own policy.
const CACHE = 'stint-shell';
const isAsset = (url) => url.pathname.startsWith('/assets/') || url.pathname === '/icon.svg';

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.add('/'))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (isAsset(url)) event.respondWith(fromCacheFirst(request));
  // Any address is the same page. Plugins and the API's reference are pages of their own.
  else if (request.mode === 'navigate' && !/^\/(api|plugins)\//.test(url.pathname)) {
    event.respondWith(fromNetworkFirst(request));
  }
});

// The page says what it had loaded before this was there.
self.addEventListener('message', (event) => {
  const names = (event.data.keep ?? []).filter((name) => isAsset(new URL(name)));
  // The same one twice would be refused as a whole.
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll([...new Set(names)])));
});

// The names of assets hold their content: what is here is right.
async function fromCacheFirst(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request);
  if (kept) return kept;
  const reply = await fetch(request);
  if (reply.ok) await cache.put(request, reply.clone());
  return reply;
}

async function fromNetworkFirst(request) {
  const cache = await caches.open(CACHE);
  try {
    const reply = await fetch(request);
    if (reply.ok) await keepPage(cache, reply.clone());
    return reply;
  } catch (error) {
    const kept = await cache.match('/');
    if (kept) return kept;
    throw error;
  }
}

// A new page has new assets: those of the one before are of no use to anybody.
async function keepPage(cache, reply) {
  const [before, next] = [await cache.match('/'), reply.clone()];
  if (before && (await before.text()) !== (await next.text())) {
    for (const request of await cache.keys()) await cache.delete(request);
  }
  await cache.put('/', reply);
}
