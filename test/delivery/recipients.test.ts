/** Addresses: sealed where they are kept, gone when their recipient is removed. */
import { expect, test } from 'vitest';
import { auditOf } from '../../src/store/audit/audit.js';
import { addressesOf, listRecipients, removeRecipient, setChannels } from '../../src/store/delivery/recipients.js';
import { deskKey, KeyError, seal, unseal } from '../../src/store/delivery/seal.js';
import { asWriter } from '../../src/store/writer.js';
import { NewRecipient } from '../../src/warning/addresses.js';
import { forEachDatabase } from '../store/databases.js';
import { add, recipient, release, TEST_KEY } from './warned.js';

const MAIL = { kind: 'email', email: 'guards@harbour.example' } as const;
const HOOK = { kind: 'webhook', url: 'https://hooks.harbour.example/in', secret: `whsec_${'A'.repeat(43)}=` } as const;

test.each([
  ['missing', undefined, /TOCSIN_KEY is not set.*openssl rand/],
  ['empty', '', /is not set/],
  ['too short', 'c2hvcnQ=', /is not 32 bytes/],
  ['no base64', '€'.repeat(44), /is not 32 bytes/],
])('a key that is %s: what is wrong and how to make one', (_, given, words) => {
  const before = process.env.TOCSIN_KEY;
  delete process.env.TOCSIN_KEY;
  expect(() => deskKey(given)).toThrow(KeyError);
  expect(() => deskKey(given)).toThrow(words);
  if (before !== undefined) process.env.TOCSIN_KEY = before;
});

test('what is sealed opens with its key, as what it is, unchanged, and not otherwise', () => {
  const sealed = seal(TEST_KEY, 'channel 1', 'guards@harbour.example');
  expect(unseal(TEST_KEY, 'channel 1', sealed)).toBe('guards@harbour.example');
  expect(() => unseal(TEST_KEY, 'channel 2', sealed)).toThrow(KeyError);
  expect(() => unseal(deskKey('b'.repeat(64)), 'channel 1', sealed)).toThrow(/another than when it was sealed/);
  const changed = Buffer.from(sealed);
  changed[changed.length - 1]! ^= 1;
  expect(() => unseal(TEST_KEY, 'channel 1', changed)).toThrow(KeyError);
  expect(seal(TEST_KEY, 'channel 1', 'a').equals(seal(TEST_KEY, 'channel 1', 'a'))).toBe(false);
});

test.each([
  ['a mailbox with a second one behind it', { ...MAIL, email: 'a@b.example, c@d.example' }],
  ['a mailbox with a header behind it', { ...MAIL, email: 'a@b.example\r\nBcc: c@d.example' }],
  ['an address that is none of the web', { ...HOOK, url: 'file:///etc/passwd' }],
  ['a secret that is too short', { ...HOOK, secret: 'whsec_AAAA' }],
  ['a browser that is none', { kind: 'webpush', endpoint: 'https://push.example/1', keys: { p256dh: 'x', auth: 'y' } }],
])('%s is no address', (_, channel) => {
  expect(NewRecipient.safeParse({ ...recipient(), channels: [channel] }).success).toBe(false);
});

forEachDatabase('recipients', (open) => {
  test('are kept with sealed addresses, listed without them, changed, and removed for good', async () => {
    const store = await open();
    const [id = '', other = ''] = await add(store, recipient(MAIL, HOOK), { ...recipient(MAIL), name: 'Other' });
    const stored = async () =>
      JSON.stringify([
        await store.db.selectFrom('recipient').selectAll().execute(),
        (await store.db.selectFrom('recipient_channel').selectAll().execute()).map((row) => ({
          ...row,
          address: row.address.toString('latin1'),
        })),
        await auditOf(store.db, null),
      ]);
    for (const words of ['harbour.example', HOOK.secret]) expect(await stored()).not.toContain(words);
    expect(await listRecipients(store.db)).toMatchObject([
      { id, name: 'Guards', channels: ['email', 'webhook'] },
      { id: other, name: 'Other', channels: ['email'] },
    ]);
    expect(await addressesOf(store.db, TEST_KEY, id)).toEqual([MAIL, HOOK]);
    await expect(addressesOf(store.db, deskKey('b'.repeat(64)), id)).rejects.toThrow(KeyError);

    await asWriter(store.db, (trx) => setChannels(trx, TEST_KEY, id, [HOOK], 'local'));
    expect(await addressesOf(store.db, TEST_KEY, id)).toEqual([HOOK]);

    const { warning } = await release(store, [id, other]);
    await asWriter(store.db, (trx) => removeRecipient(trx, id, 'local'));
    expect(await listRecipients(store.db)).toMatchObject([{ id: other }]);
    expect(await listRecipients(store.db, { removed: true })).toMatchObject([{ id, channels: [] }, { id: other }]);
    expect(await store.db.selectFrom('recipient_channel').select('recipient').execute()).toEqual([
      { recipient: other },
    ]);
    const rows = await store.db.selectFrom('delivery').selectAll().where('warning', '=', warning).execute();
    expect(rows.find((row) => row.recipient === id)).toMatchObject({ state: 'given-up', next_at: null });
    expect(rows.find((row) => row.recipient === other)).toMatchObject({ state: 'waiting' });
    await expect(asWriter(store.db, (trx) => removeRecipient(trx, id, 'local'))).rejects.toThrow(/no recipient/);
    expect((await auditOf(store.db, `recipient:${id}`)).map(({ action }) => action)).toEqual([
      'set-channels',
      'remove',
    ]);
  });
});
