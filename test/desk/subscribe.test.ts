/** Personal links by which browsers are added: whose they are, what they take, and that nobody else's link does. */
import { createECDH, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acknowledgeUrl, subscribeUrl } from '../../src/delivery/links.js';
import { opened } from '../../src/store/delivery/browsers.js';
import type { Owner } from '../../src/store/delivery/channels.js';
import { removeRecipient } from '../../src/store/delivery/recipients.js';
import { deskKey } from '../../src/store/delivery/seal.js';
import { asWriter } from '../../src/store/writer.js';
import { add, KEY, recipient, TEST_KEY } from '../delivery/warned.js';
import { OWN, openDesk, post, type TestDesk } from './desk.js';

let desk: TestDesk;
let before: string | undefined;
let guards: Owner;
beforeAll(async () => {
  before = process.env.TOCSIN_KEY;
  process.env.TOCSIN_KEY = KEY;
  desk = await openDesk();
  const [id = ''] = await add(desk.store, { ...recipient({ kind: 'email', email: 'a@example.org' }), language: 'fr' });
  guards = { of: 'recipient', id };
});
afterAll(async () => {
  if (before === undefined) delete process.env.TOCSIN_KEY;
  else process.env.TOCSIN_KEY = before;
  await desk.close();
});
const outside = (path: string, init?: RequestInit) => desk.raw(`${OWN.origin}${path}`, init);
const link = (owner: Owner, key = TEST_KEY) => new URL(subscribeUrl(OWN.origin, key, owner)).pathname;
const json = (method: string, body: unknown): RequestInit => ({ ...post(body), method });
function subscription(n: number) {
  const browser = createECDH('prime256v1');
  browser.generateKeys();
  const keys = { p256dh: browser.getPublicKey('base64url'), auth: randomBytes(16).toString('base64url') };
  return { endpoint: `https://push.example.net/${n}`, expirationTime: null, keys };
}
const endpoints = async (owner: Owner) =>
  (await opened(desk.store.db, TEST_KEY, owner)).map((each) => ('endpoint' in each ? each.endpoint : each.kind));

test('the page says whose warnings they are, in their language, and asks for nothing else', async () => {
  const answer = await outside(link(guards));
  const text = await answer.text();
  expect(text).toContain('Guards');
  expect(text).toContain('M’alerter sur ce navigateur');
  expect(text).toContain('<script type="module" src="/subscribe/page.js">');
  expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
  expect(answer.headers.get('cache-control')).toBe('no-store');
});

test('the public key is for all to have', async () => {
  const { publicKey } = (await (await outside('/public/push-key')).json()) as { publicKey: string };
  expect(Buffer.from(publicKey, 'base64url')).toHaveLength(65);
});

test('a browser comes before the other channels, once, and can be taken out', async () => {
  expect((await outside(link(guards), json('POST', subscription(1)))).status).toBe(204);
  expect((await outside(link(guards), json('POST', subscription(1)))).status).toBe(204);
  expect((await outside(link(guards), json('POST', subscription(2)))).status).toBe(204);
  expect(await endpoints(guards)).toEqual(['https://push.example.net/2', 'https://push.example.net/1', 'email']);
  const gone = { endpoint: 'https://push.example.net/1' };
  expect((await outside(link(guards), json('DELETE', gone))).status).toBe(204);
  expect((await outside(link(guards), json('DELETE', gone))).status).toBe(204);
  expect(await endpoints(guards)).toEqual(['https://push.example.net/2', 'email']);
});

test('no more than five channels, and nothing that is no subscription', async () => {
  for (const n of [3, 4, 5]) await outside(link(guards), json('POST', subscription(n)));
  const sixth = await outside(link(guards), json('POST', subscription(6)));
  expect([sixth.status, ((await sixth.json()) as { error: string }).error]).toEqual([
    409,
    expect.stringMatching(/There are 5 channels already/),
  ]);
  const { keys } = subscription(7);
  for (const bad of [null, {}, { endpoint: 'https://x.example' }, { endpoint: 'file:///etc/passwd', keys }, { keys }])
    expect((await outside(link(guards), json('POST', bad))).status).toBe(400);
  expect((await endpoints(guards)).length).toBe(5);
});

test('a link cannot be guessed, used for another or for another use, nor after its recipient is removed', async () => {
  const [id = ''] = await add(desk.store, recipient({ kind: 'email', email: 'b@example.org' }));
  const other: Owner = { of: 'recipient', id };
  const signature = link(guards).split('.')[1];
  const acknowledge = new URL(acknowledgeUrl(OWN.origin, TEST_KEY, id)).pathname.split('/')[2];
  for (const bad of [
    `/subscribe/recipient-${id}.${signature}`,
    `/subscribe/recipient-${id}`,
    `/subscribe/${acknowledge}`,
    link(other, deskKey('b'.repeat(64))),
    link({ of: 'person', id }),
  ]) {
    expect((await outside(bad)).status).toBe(404);
    expect((await outside(bad, json('POST', subscription(8)))).status).toBe(404);
  }
  expect((await outside(link(other))).status).toBe(200);
  await asWriter(desk.store.db, (trx) => removeRecipient(trx, id, 'local'));
  expect((await outside(link(other), json('POST', subscription(8)))).status).toBe(404);
  expect(await endpoints(other)).toEqual([]);
});

test('one of the desk’s own people has an address and a link; the one person of a fresh desk is told to make an account', async () => {
  const none = await desk.ask('/api/me/channels');
  expect([none.status, await none.json()]).toMatchObject([
    409,
    { error: expect.stringMatching(/Make an account first/) },
  ]);
  const made = await desk.ask('/api/accounts', post({ name: 'Ann', password: 'correct horse battery staple' }));
  const cookie = (made.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const own = async (init: RequestInit = {}) =>
    (await (
      await desk.ask('/api/me/channels', { ...init, headers: { 'content-type': 'application/json', cookie } })
    ).json()) as { email: string | null; browsers: number; link: string };
  const set = { method: 'PUT', body: JSON.stringify({ email: 'ann@example.org' }) };
  expect(await own(set)).toMatchObject({ email: 'ann@example.org', browsers: 0 });
  const mine = new URL((await own()).link).pathname;
  expect((await outside(mine, json('POST', subscription(9)))).status).toBe(204);
  expect(await own()).toMatchObject({ email: 'ann@example.org', browsers: 1 });
  expect(await own({ method: 'PUT', body: '{"email":null}' })).toMatchObject({ email: null, browsers: 1 });
  const asked = await desk.ask(`/api/recipients/${guards.id}/link`, { headers: { cookie } });
  expect(await asked.json()).toEqual({ link: `${OWN.origin}${link(guards)}` });
});
