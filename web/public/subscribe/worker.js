// Shows what the desk pushes, and opens its page. Registered for one personal link: its scope is that link.
self.addEventListener('push', (event) => {
  const { title, body, url, tag } = event.data.json();
  const shown = { body, tag, renotify: true, requireInteraction: true, data: { url } };
  event.waitUntil(self.registration.showNotification(title, shown));
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(self.clients.openWindow(event.notification.data.url));
});

// The push service gave the browser another address: the desk is told at the link.
self.addEventListener('pushsubscriptionchange', (event) => {
  event.waitUntil(renew(event.oldSubscription));
});

async function renew(old) {
  const { publicKey } = await (await fetch('/public/push-key')).json();
  const subscription = await self.registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: publicKey,
  });
  const send = (method, body) =>
    fetch(self.registration.scope, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  await send('POST', subscription);
  if (old && old.endpoint !== subscription.endpoint) await send('DELETE', { endpoint: old.endpoint });
}
