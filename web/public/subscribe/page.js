// Lets the desk call this browser, or no longer. The page has all words; this shows which of them hold.
const link = location.pathname;
const [on, off] = ['on', 'off'].map((id) => document.getElementById(id));

function show(state) {
  for (const each of document.querySelectorAll('[data-state]')) each.hidden = each.dataset.state !== state;
  on.hidden = state === 'on' || state === 'unable';
  off.hidden = state !== 'on';
}

async function send(method, body) {
  const answer = await fetch(link, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error((await answer.json().catch(() => ({}))).error ?? answer.status);
}

async function turnOn() {
  if ((await Notification.requestPermission()) !== 'granted') return 'denied';
  const { publicKey } = await (await fetch('/public/push-key')).json();
  const { pushManager } = await navigator.serviceWorker.ready;
  const subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey });
  try {
    await send('POST', subscription);
  } catch (error) {
    await subscription.unsubscribe();
    throw error;
  }
  return 'on';
}

async function turnOff() {
  const { pushManager } = await navigator.serviceWorker.ready;
  const subscription = await pushManager.getSubscription();
  if (subscription) {
    await send('DELETE', { endpoint: subscription.endpoint });
    await subscription.unsubscribe();
  }
  return 'off';
}

/** What came of it is always said. */
async function says(done) {
  on.disabled = off.disabled = true;
  show(await done().catch(() => 'failed'));
  on.disabled = off.disabled = false;
}

on.addEventListener('click', () => says(turnOn));
off.addEventListener('click', () => says(turnOff));
says(async () => {
  if (!('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window)) return 'unable';
  const registered = await navigator.serviceWorker.register('/subscribe/worker.js', { scope: link });
  return (await registered.pushManager.getSubscription()) ? 'on' : 'off';
});
