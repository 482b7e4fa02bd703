/** From a release to receivers on loopback and back, on both databases. */
import { execFile } from 'node:child_process';
import { createECDH, randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSender } from '../../src/delivery/attempt.js';
import { type DeliverySettings, deliverySettings } from '../../src/delivery/settings.js';
import { startWorker } from '../../src/delivery/worker.js';
import { readCap } from '../../src/exchange/cap/read.js';
import { judgeSignature } from '../../src/exchange/cap/xml-signature.js';
import { auditOf } from '../../src/store/audit/audit.js';
import { verifyAudit } from '../../src/store/audit/verify.js';
import { acknowledge } from '../../src/store/delivery/acknowledge.js';
import { chaseUnacknowledged } from '../../src/store/delivery/chase.js';
import { claim, LEASE, renew } from '../../src/store/delivery/claim.js';
import { webhookSecret } from '../../src/store/delivery/recipients.js';
import type { Store } from '../../src/store/store.js';
import type { ChannelAddress } from '../../src/warning/addresses.js';
import { forEachDatabase, newDatabase, newFolder } from '../store/databases.js';
import { httpReceiver, mailReceiver, until } from './receivers.js';
import { add, follow, HOUR, recipient, release, TEST_KEY } from './warned.js';

const secret = webhookSecret();
let mail: Awaited<ReturnType<typeof mailReceiver>>;
let hooks: Awaited<ReturnType<typeof httpReceiver>>;
let settings: DeliverySettings;
beforeAll(async () => {
  mail = await mailReceiver();
  hooks = await httpReceiver((response, path, n) => {
    if (path.startsWith('/gone')) response.writeHead(410).end();
    else if (path.startsWith('/failing') && n < 1) response.writeHead(503).end();
    else response.writeHead(204).end();
  });
  const env = {
    TOCSIN_SMTP: mail.smtp,
    TOCSIN_FROM: '"Harbour desk" <desk@example.org>',
    TOCSIN_ALLOW_HOSTS: '127.0.0.1',
  };
  settings = deliverySettings(env, 'https://desk.example.org');
});
afterAll(async () => {
  await mail.close();
  await hooks.close();
});

const email = (mailbox: string): ChannelAddress => ({ kind: 'email', email: `${mailbox}@example.org` });
const webhook = (path: string): ChannelAddress => ({ kind: 'webhook', url: `${hooks.url}/${path}`, secret });
const states = async (store: Store, warning: string) =>
  store.db.selectFrom('delivery').selectAll().where('warning', '=', warning).orderBy('id').execute();
const work = (store: Store, errors: unknown[] = []) =>
  startWorker({ store, sender: createSender(store, settings, () => TEST_KEY), onError: (error) => errors.push(error) });

/** Works the outbox off until nothing of a warning waits. */
async function sent(store: Store, warning: string): Promise<void> {
  const errors: unknown[] = [];
  const workers = [work(store, errors), work(store, errors)];
  await until(async () => (await states(store, warning)).every(({ state }) => state !== 'waiting'));
  await Promise.all(workers.map((worker) => worker.stop()));
  expect(errors).toEqual([]);
}

forEachDatabase('the outbox', (open, _, kind) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });

  test('two senders at once: everybody has it, once, by mail and by webhook, signed and with the CAP', async () => {
    const ids = await add(
      store,
      recipient(webhook('plain')),
      recipient(webhook(`failing-${kind}`)),
      recipient(webhook('gone'), email('second')),
      recipient(email('gone'), email('french')),
      { ...recipient(email('public')), audience: 'public', language: 'fr-CA' },
    );
    const [got, mails] = [hooks.got.length, mail.got.length];
    const { warning } = await release(store, ids);
    await sent(store, warning);
    const rows = await states(store, warning);
    expect(rows.map(({ state }) => state)).toEqual(Array(5).fill('accepted'));
    const taken = hooks.got.slice(got).filter(({ path }) => path !== '/gone');
    expect(taken.map(({ path }) => path).sort()).toEqual([`/failing-${kind}`, `/failing-${kind}`, '/plain']);
    const failing = taken.filter(({ path }) => path === `/failing-${kind}`);
    expect(failing[0]?.headers['webhook-id']).toBe(failing[1]?.headers['webhook-id']);
    for (const { headers, body } of taken) {
      const said = new Webhook(secret).verify(body, headers as Record<string, string>) as {
        type: string;
        data: { cap: string };
      };
      expect(said.type).toBe('warning.alert');
      const { message, faults } = readCap(Buffer.from(said.data.cap));
      expect(message).toMatchObject({ msgType: 'Alert', scope: 'Restricted', code: ['TLP:CLEAR'] });
      expect(faults.filter(({ grave }) => grave)).toEqual([]);
      expect(judgeSignature(Buffer.from(said.data.cap)).kind).toBe('valid');
    }
    const received = mail.got.slice(mails);
    expect(received.map(({ to }) => to[0]).sort()).toEqual([
      'french@example.org',
      'public@example.org',
      'second@example.org',
    ]);
    for (const { mail: text } of received) {
      const [, id] = /^Message-ID: <([^@]+)@example\.org>/m.exec(text) ?? [];
      expect(rows.map((row) => row.id)).toContain(id);
      expect(text).toMatch(/Content-Type: application\/cap\+xml/);
      expect(text).toContain('text/html');
    }
    const [french] = received.filter(({ to }) => to[0] === 'public@example.org');
    expect(french?.mail).toMatch(/^Subject: =\?UTF-8\?/m);
    const delivered = rows.filter(({ delivered_at }) => delivered_at !== null);
    expect(delivered.length).toBe(2);
  });

  test('a cancellation says so wherever it is read, refers to the alert, and an alert still waiting is not sent after it', async () => {
    const [guards, late] = await add(store, recipient(webhook('first')), recipient(webhook('late')));
    const out = await release(store, [guards!, late!]);
    await store.db
      .updateTable('delivery')
      .set({ next_at: new Date(Date.now() + HOUR) })
      .where('recipient', '=', late!)
      .execute();
    const before = hooks.got.length;
    const worker = work(store);
    await until(() => hooks.got.length > before);
    const cancel = await follow(store, out, 'Cancel');
    await store.db.updateTable('delivery').set({ next_at: new Date() }).where('next_at', 'is not', null).execute();
    await until(async () => (await states(store, cancel)).every(({ state }) => state === 'accepted'));
    await until(async () => (await states(store, out.warning)).every(({ state }) => state !== 'waiting'));
    await worker.stop();
    expect(hooks.got.slice(before).filter(({ path }) => path === '/late').length).toBe(1);
    expect((await states(store, out.warning)).find((row) => row.recipient === late)).toMatchObject({
      state: 'given-up',
      last_error: 'a later warning of the case goes to the same recipient',
    });
    const { type, data } = JSON.parse(hooks.got.at(-1)!.body.toString());
    expect(type).toBe('warning.cancel');
    const { message } = readCap(Buffer.from(data.cap));
    expect(message).toMatchObject({ msgType: 'Cancel', references: [{ identifier: `${out.warning}.at-risk` }] });
  });

  test('whom no channel reaches comes to a person, on record, and nothing written holds an address', async () => {
    const ids = await add(store, recipient(email('gone-for-good'), webhook('gone-too')), {
      ...recipient(email('nothing-said')),
      audience: 'protectors',
    });
    const { warning, duty } = await release(store, ids);
    await sent(store, warning);
    expect((await states(store, warning)).map(({ state }) => state).sort()).toEqual(['accepted', 'to-a-person']);
    const [entry] = (await auditOf(store.db, `case:${duty}`)).filter(({ action }) => action === 'delivery-to-a-person');
    expect(entry?.details).toMatchObject({ warning, deliveries: [{ why: 'HTTP 410' }] });
    const attempts = await store.db.selectFrom('delivery_attempt').selectAll().execute();
    const written = JSON.stringify([attempts, await states(store, warning), await auditOf(store.db, null)]);
    for (const private_ of ['gone-for-good', 'gone-too', 'nothing-said', '127.0.0.1', secret])
      expect(written).not.toContain(private_);
    expect((await verifyAudit(store.db)).faults).toEqual([]);
  });

  test('who does not acknowledge is tried on the next channel, then comes to a person; who does is left alone', async () => {
    const store = await open();
    const ids = await add(
      store,
      recipient(email(`silent-${kind}`), webhook(`silent-${kind}`)),
      recipient(email('awake'), webhook(`awake-${kind}`)),
    );
    const got = (path: string) => hooks.got.filter((each) => each.path === `/${path}-${kind}`);
    const { warning, duty } = await release(store, ids);
    await sent(store, warning);
    expect((await states(store, warning)).map(({ state, rank }) => [state, rank])).toEqual(
      Array(2).fill(['accepted', 0]),
    );
    const awake = (await states(store, warning)).find(({ recipient }) => recipient === ids[1])!;
    await acknowledge(store, awake.id, 'Captain Okoye');

    expect(await chaseUnacknowledged(store, 60)).toBe(0);
    expect(await chaseUnacknowledged(store, 0)).toBe(1);
    await sent(store, warning);
    expect([got('silent').length, got('awake').length]).toEqual([1, 0]);
    const silent = async () => (await states(store, warning)).find(({ recipient }) => recipient === ids[0]);
    expect(await silent()).toMatchObject({ state: 'accepted', rank: 1, acknowledged_at: null });
    expect(mail.got.filter(({ to }) => to[0] === `silent-${kind}@example.org`)).toHaveLength(1);

    expect(await chaseUnacknowledged(store, 0)).toBe(1);
    expect(await silent()).toMatchObject({ state: 'to-a-person', next_at: null });
    expect((await auditOf(store.db, `case:${duty}`)).at(-1)).toMatchObject({
      action: 'delivery-to-a-person',
      details: { deliveries: [{ id: (await silent())!.id, why: 'not acknowledged in time' }] },
    });
    expect(await chaseUnacknowledged(store, 0)).toBe(0);
  });

  test('a claim keeps others off until it runs out, and as long as it is renewed', async () => {
    const { warning } = await release(store, await add(store, recipient(email('claimed'))));
    const mine = async (at: Date) => (await claim(store.db, 1000, at)).filter((each) => each.warning === warning);
    const start = new Date();
    const at = (ms: number) => new Date(start.getTime() + ms);
    const [first] = await mine(start);
    expect(first).toMatchObject({ audience: 'at-risk', channels: [{ kind: 'email', rank: 0 }] });
    expect(await mine(at(LEASE - 1))).toEqual([]);
    await renew(store.db, [first!.id], at(LEASE - 1));
    expect(await mine(at(LEASE + 1))).toEqual([]);
    expect((await mine(at(2 * LEASE))).map(({ id }) => id)).toEqual([first!.id]);
  });

  test('Web Push: encrypted for its browser alone, from a known sender, until the window closes', async () => {
    const browser = createECDH('prime256v1');
    browser.generateKeys();
    const auth = randomBytes(16);
    const keys = { p256dh: browser.getPublicKey('base64url'), auth: auth.toString('base64url') };
    const before = hooks.got.length;
    const ids = await add(store, recipient({ kind: 'webpush', endpoint: `${hooks.url}/push`, keys }));
    const { warning } = await release(store, ids);
    await sent(store, warning);
    const { headers, body } = hooks.got.slice(before).find(({ path }) => path === '/push')!;
    expect(headers).toMatchObject({ urgency: 'high', 'content-encoding': 'aes128gcm' });
    expect(headers.authorization).toMatch(/^vapid t=/);
    expect(Number(headers.ttl)).toBeGreaterThan(5 * 3600);
    const ece = createRequire(import.meta.url)('http_ece');
    const said = JSON.parse(
      ece
        .decrypt(body, { version: 'aes128gcm', privateKey: browser, authSecret: auth.toString('base64url') })
        .toString(),
    );
    expect(said).toMatchObject({ title: 'Stay away from the stadium tonight', kind: 'Alert', tlp: 'TLP:CLEAR' });
    expect((await states(store, warning))[0]).toMatchObject({ state: 'accepted', delivered_at: null });
  });
});

describe.each([
  ['pglite', newFolder],
  ['postgres', newDatabase],
] as const)('killed in the middle (%s)', (kind, place) => {
  test.skipIf(process.env.DB !== undefined && process.env.DB !== kind)(
    'nobody is without it, nobody has it twice',
    async () => {
      const script = fileURLToPath(new URL('../../scripts/check-delivery.js', import.meta.url));
      const at = await place();
      const { stdout } = await promisify(execFile)(process.execPath, [script, '40', ...('url' in at ? [at.url] : [])]);
      expect(stdout).toMatch(/delivered +40\nlost +0\ndoubled +0 /);
    },
    300_000,
  );
});
