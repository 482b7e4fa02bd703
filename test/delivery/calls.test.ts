/** Cases that run late: who is called, how often, by which channels, and what is on record. */
import { createECDH, randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { callLate } from '../../src/delivery/calls.js';
import { deliverySettings } from '../../src/delivery/settings.js';
import { auditOf } from '../../src/store/audit/audit.js';
import { verifyAudit } from '../../src/store/audit/verify.js';
import { openCase } from '../../src/store/cases/case.js';
import { saveDraft } from '../../src/store/cases/draft.js';
import { type CaseStep, takeStep } from '../../src/store/cases/step.js';
import { setAddresses } from '../../src/store/delivery/browsers.js';
import { acceptInvitation, invite } from '../../src/store/people/people.js';
import type { Store } from '../../src/store/store.js';
import { asWriter } from '../../src/store/writer.js';
import type { ChannelAddress } from '../../src/warning/addresses.js';
import { callDue, LIMITS } from '../../src/warning/clocks.js';
import type { Role } from '../../src/warning/people.js';
import { forEachDatabase } from '../store/databases.js';
import { httpReceiver, mailReceiver } from './receivers.js';
import { content, HOUR, TEST_KEY } from './warned.js';

const MINUTE = 60_000;
const ANSWERS = { credible: 'yes', specific: 'yes', impending: 'yes', harm: 'yes', target: 'yes' } as const;
let mail: Awaited<ReturnType<typeof mailReceiver>>;
let hooks: Awaited<ReturnType<typeof httpReceiver>>;
beforeAll(async () => {
  [mail, hooks] = await Promise.all([mailReceiver(), httpReceiver()]);
});
afterAll(async () => {
  await Promise.all([mail.close(), hooks.close()]);
});

test('once when it is late, again after 15 minutes, then after as long again, at most a day later', () => {
  const late = 1_000_000_000_000;
  const at = (minutes: number) => late + minutes * MINUTE;
  const calls: number[] = [];
  let called: number | null = null;
  for (let minute = -5; minute < 6 * 24 * 60; minute++)
    if (callDue(late, called, at(minute))) {
      calls.push(minute);
      called = at(minute);
    }
  expect(calls).toEqual([0, 15, 30, 60, 120, 240, 480, 960, 1920, 3360, 4800, 6240, 7680]);
});

forEachDatabase('calling people to what runs late', (open) => {
  async function person(store: Store, name: string, roles: Role[], ...channels: ChannelAddress[]): Promise<string> {
    const { token } = await invite(store, name, roles, 'local');
    const { id } = await acceptInvitation(store, token, 'correct horse battery staple');
    await asWriter(store.db, (trx) => setAddresses(trx, TEST_KEY, { of: 'person', id }, channels));
    return id;
  }
  const settings = () =>
    deliverySettings(
      { TOCSIN_SMTP: mail.smtp, TOCSIN_FROM: 'desk@example.org', TOCSIN_ALLOW_HOSTS: '127.0.0.1' },
      'https://desk.example.org',
    );
  const windows = () => ({
    validFrom: null,
    validUntil: new Date(Date.now() + 48 * HOUR),
    threatFrom: null,
    threatUntil: null,
  });
  const email = (mailbox: string): ChannelAddress => ({ kind: 'email', email: `${mailbox}@example.org` });

  test('an emergency release without its second approval: those who may give it, until it is given', async () => {
    const store = await open();
    const browser = createECDH('prime256v1');
    browser.generateKeys();
    const auth = randomBytes(16).toString('base64url');
    const keys = { p256dh: browser.getPublicKey('base64url'), auth };
    const ann = await person(store, 'Ann', ['administrator', 'analyst', 'approver'], email('ann'));
    const ben = await person(store, 'Ben', ['approver', 'releaser'], email('ben'));
    const push = { kind: 'webpush', endpoint: `${hooks.url}/cem`, keys } as const;
    const cem = await person(store, 'Cem', ['approver'], email('cem'), push);
    const dan = await person(store, 'Dan', ['reader'], email('dan'));
    const step = (taken: CaseStep, by: string, at?: Date) =>
      asWriter(store.db, (trx) => takeStep(trx, id, taken, by, at));
    const { id } = await asWriter(store.db, (trx) =>
      openCase(trx, { title: 'Opera tonight', subject: null, proposal: null, statements: [], acquired: null }, 'local'),
    );
    await step({ step: 'attach', assessment: { answers: ANSWERS, likelihood: 'likely' }, why: 'met' }, ann);
    await saveDraft(store, id, { ...windows(), content: content(), recipients: [] }, ann);
    await step({ step: 'submit' }, ann);
    const out = new Date();
    await step({ step: 'release-emergency', why: 'within the hour', approvalMinutes: 30 }, ben, out);

    const limits = { ...LIMITS, approve: 30, deliver: 1e5, acknowledge: 1e5 };
    const call = (minutes: number) =>
      callLate(store, settings(), limits, new Date(out.getTime() + minutes * MINUTE), () => TEST_KEY);
    expect(await call(29)).toBe(0);
    const [mails, pushes] = [mail.got.length, hooks.got.length];
    expect(await call(31)).toBe(1);
    expect(mail.got.slice(mails).map(({ to }) => to[0])).toEqual(['cem@example.org']);
    const text = mail.got[mails]!.mail.replaceAll('=\r\n', '');
    expect(text).toMatch(/^Subject: Tocsin: Second approval overdue/m);
    expect(text).toContain(`https://desk.example.org/cases/${id}`);
    expect(text).not.toContain('Opera');
    const ece = createRequire(import.meta.url)('http_ece');
    const [note] = hooks.got.slice(pushes);
    const said = ece.decrypt(note!.body, { version: 'aes128gcm', privateKey: browser, authSecret: auth });
    expect(JSON.parse(said.toString())).toMatchObject({ tag: id, url: `https://desk.example.org/cases/${id}` });

    expect([await call(32), await call(45)]).toEqual([0, 0]);
    expect(await call(47)).toBe(1);
    const record = await auditOf(store.db, `case:${id}`);
    const calls = record.filter(({ action }) => action === 'call');
    expect(calls).toHaveLength(2);
    expect(calls[0]).toMatchObject({
      by: 'machine',
      details: { instead: false, late: [{ stage: 'approve', minutes: 31, limit: 30 }] },
    });
    const accepted = { outcome: 'accepted' };
    expect(calls[0]!.details.people).toMatchObject([
      {
        person: cem,
        channels: [
          { kind: 'email', ...accepted },
          { kind: 'webpush', ...accepted },
        ],
      },
    ]);
    expect(JSON.stringify(record)).not.toMatch(/example\.org|127\.0\.0\.1/);

    await step({ step: 'ratify' }, cem, new Date(out.getTime() + 50 * MINUTE));
    expect(await call(600)).toBe(0);
    expect([dan, (await verifyAudit(store.db)).faults]).toEqual([dan, []]);
  });

  test('where nobody is left who may approve, the administrators; and who gave no address is named on record', async () => {
    const store = await open();
    const ann = await person(store, 'Ann', ['administrator', 'analyst', 'approver']);
    await person(store, 'Ben', ['releaser'], email('ben'));
    const { id } = await asWriter(store.db, (trx) =>
      openCase(trx, { title: 'A plot', subject: null, proposal: null, statements: [], acquired: null }, ann),
    );
    const step = (taken: CaseStep) => asWriter(store.db, (trx) => takeStep(trx, id, taken, ann));
    await step({ step: 'attach', assessment: { answers: ANSWERS, likelihood: null }, why: 'met' });
    await saveDraft(store, id, { ...windows(), content: content(), recipients: [] }, ann);
    await step({ step: 'submit' });
    const later = new Date(Date.now() + (LIMITS.release + 1) * MINUTE);
    expect(await callLate(store, settings(), LIMITS, later, () => TEST_KEY)).toBe(1);
    const [call] = (await auditOf(store.db, `case:${id}`)).filter(({ action }) => action === 'call');
    expect(call?.details).toMatchObject({ instead: true, people: [{ person: ann, channels: [] }] });
  });

  test('a desk without accounts calls nobody', async () => {
    const store = await open();
    await asWriter(store.db, (trx) =>
      openCase(trx, { title: 'A plot', subject: null, proposal: null, statements: [], acquired: null }, 'local'),
    );
    const later = new Date(Date.now() + 24 * HOUR);
    expect(await callLate(store, settings(), LIMITS, later, () => TEST_KEY)).toBe(0);
    expect((await auditOf(store.db, null)).map(({ action }) => action)).toEqual(['open']);
  });
});
