/* The worker of the app: shows the offline page when the server cannot be reached, and what the server pushes. It keeps no
   page and no film: whatever was taken down or signed out of is gone at once. The server writes `assets` above this line. */
const shelf = `emaki-${assets}`;
const offline = '/offline';

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(shelf).then(async (cache) => {
    const page = await fetch(offline, { credentials: 'omit' });
    const html = await page.clone().text();
    await cache.put(offline, page);
    const files = [...html.matchAll(/(?:href|src)="(\/assets\/[^"#]+)/g)].map((match) => match[1]);
    await Promise.all([...new Set(files)].map((file) => cache.add(file).catch(() => {})));
  }));
  self.skipWaiting();
});

self.addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) if (name.startsWith('emaki-') && name !== shelf) await caches.delete(name);
    await self.registration.navigationPreload?.enable();
    await self.clients.claim();
  })());
});

self.addEventListener('fetch', (event) => {
  const { request } = event, path = new URL(request.url).pathname;
  if (request.method !== 'GET') return;
  if (request.mode === 'navigate') {
    event.respondWith((async () => {
      try {
        return (await event.preloadResponse) ?? (await fetch(request));
      } catch {
        return (await caches.match(offline)) ?? Response.error();
      }
    })());
  } else if (path.startsWith('/assets/')) {
    event.respondWith(fetch(request).catch(async () => (await caches.match(request, { ignoreSearch: true })) ?? Response.error()));
  }
});

self.addEventListener('push', (event) => {
  const notice = event.data?.json() ?? {};
  event.waitUntil(self.registration.showNotification(notice.title ?? 'Emaki', {
    body: notice.body, tag: notice.tag, icon: `${assets}/img/icon-192.png`, badge: `${assets}/img/icon-192.png`, data: { url: notice.url ?? '/' },
  }));
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const url = new URL(event.notification.data.url, self.location.origin);
  if (url.origin !== self.location.origin) return;
  event.waitUntil((async () => {
    const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
    const here = open.find((page) => new URL(page.url).pathname === url.pathname);
    await (here ? here.focus() : self.clients.openWindow(url.href));
  })());
});
