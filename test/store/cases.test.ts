/** Cases through their states on both databases: the table, the two people, the record. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { auditOf } from '../../src/store/audit/audit.js';
import { verifyAudit } from '../../src/store/audit/verify.js';
import { backup } from '../../src/store/backup/backup.js';
import { DUTY_TABLES } from '../../src/store/backup/duty.js';
import { restore } from '../../src/store/backup/restore.js';
import { type DutyCase, getCase, openCase, warningsOf } from '../../src/store/cases/case.js';
import { saveDraft } from '../../src/store/cases/draft.js';
import { type CaseStep, TwoPeopleError, takeStep } from '../../src/store/cases/step.js';
import { chaseUnacknowledged } from '../../src/store/delivery/chase.js';
import type { Store } from '../../src/store/store.js';
import { asWriter } from '../../src/store/writer.js';
import type { WarningContent } from '../../src/warning/schema.js';
import type { AudienceGroup } from '../../src/warning/words.js';
import { forEachDatabase } from './databases.js';

const CONTENT: WarningContent = {
  tlp: 'TLP:GREEN',
  messages: [
    {
      audience: 'at-risk',
      language: 'en',
      headline: 'Stay away from the stadium tonight',
      what: 'An attack on the match is likely.',
      where: 'City stadium',
      when: 'From 18:00 to midnight',
      action: 'Do not go. Tell others who would.',
      authority: 'The security desk',
      contact: 'Duty phone',
    },
  ],
  area: { name: 'City stadium', country: 'FR', lat: null, lon: null, radius: null },
  severity: 'Extreme',
  urgency: 'Expected',
  likelihood: 'likely',
};
const ANSWERS = {
  answers: { credible: 'yes', specific: 'yes', impending: 'yes', harm: 'yes', target: 'yes' },
  likelihood: 'likely',
} as const;
const HOUR = 3_600_000;

async function person(store: Store, name: string): Promise<string> {
  const id = randomUUID();
  await store.db
    .insertInto('person')
    .values({
      id,
      name,
      roles: ['administrator'],
      password: '$argon2id$v=19$none',
      created_at: new Date(),
      closed_at: null,
    })
    .execute();
  return id;
}

async function recipient(store: Store, name = 'Guards', audience: AudienceGroup = 'protectors'): Promise<string> {
  const id = randomUUID();
  const row = { id, name, audience, organisation: null, language: 'en' };
  await store.db
    .insertInto('recipient')
    .values({ ...row, created_at: new Date(), removed_at: null })
    .execute();
  return id;
}

const open = (store: Store, subject: string | null = null) =>
  asWriter(store.db, (trx) =>
    openCase(trx, { title: 'A plot', subject, proposal: null, statements: ['sha256:0#i1'], acquired: null }, 'local'),
  );
const step = (store: Store, id: string, taken: CaseStep, by: string): Promise<DutyCase> =>
  asWriter(store.db, (trx) => takeStep(trx, id, taken, by));
const draft = (store: Store, id: string, recipients: string[], by: string) =>
  saveDraft(
    store,
    id,
    {
      content: CONTENT,
      validFrom: null,
      validUntil: new Date(Date.now() + 6 * HOUR),
      threatFrom: null,
      threatUntil: new Date(Date.now() + 12 * HOUR),
      recipients,
    },
    by,
  );

/** A case whose alert `ann` worded and `ben` approved and released. */
async function released(store: Store, ann: string, ben: string, guards: string): Promise<string> {
  const { id } = await open(store);
  await step(store, id, { step: 'attach', assessment: ANSWERS, why: 'met' }, ann);
  await draft(store, id, [guards], ann);
  await step(store, id, { step: 'submit' }, ann);
  await step(store, id, { step: 'approve' }, ben);
  await step(store, id, { step: 'release' }, ben);
  return id;
}

forEachDatabase('a case', (openStore) => {
  test('chases who was reached and does not acknowledge: the next channel, then a person', async () => {
    const store = await openStore();
    const [ann, ben, guards] = [await person(store, 'Ann'), await person(store, 'Ben'), await recipient(store)];
    const id = await released(store, ann, ben, guards);
    for (const [rank, kind] of [
      [0, 'email'],
      [1, 'webhook'],
    ] as const)
      await store.db
        .insertInto('recipient_channel')
        .values({ id: randomUUID(), recipient: guards, rank, kind, address: Buffer.from('sealed') })
        .execute();
    const accepted = (rank: number) =>
      store.db
        .updateTable('delivery')
        .set({ state: 'accepted', rank, next_at: null, accepted_at: new Date() })
        .execute();
    const standing = () =>
      store.db.selectFrom('delivery').select(['state', 'rank', 'last_error']).executeTakeFirstOrThrow();
    await accepted(0);
    expect(await chaseUnacknowledged(store, 60)).toBe(0);
    const later = new Date(Date.now() + 2 * HOUR);
    expect(await chaseUnacknowledged(store, 60, later)).toBe(1);
    expect(await standing()).toMatchObject({ state: 'waiting', rank: 1 });
    await accepted(1);
    expect(await chaseUnacknowledged(store, 60, later)).toBe(1);
    expect(await standing()).toMatchObject({
      state: 'to-a-person',
      last_error: expect.stringMatching(/nobody acknowledged/),
    });
    expect((await auditOf(store.db, `case:${id}`)).at(-1)).toMatchObject({
      by: 'machine',
      action: 'delivery-to-a-person',
    });
    await store.db.updateTable('delivery').set({ state: 'accepted', acknowledged_at: later }).execute();
    expect(await chaseUnacknowledged(store, 60, later)).toBe(0);
  });

  test('is in a backup with its people, warnings, deliveries and record', async () => {
    const store = await openStore();
    const [ann, ben, guards] = [await person(store, 'Ann'), await person(store, 'Ben'), await recipient(store)];
    const id = await released(store, ann, ben, guards);
    const file = join(mkdtempSync(join(tmpdir(), 'tocsin-duty-')), 'desk.tocsin');
    await backup(store, file);
    const other = await openStore();
    const { duty, dutyLeftOut } = await restore(other, file);
    expect([duty > 0, dutyLeftOut]).toEqual([true, 0]);
    for (const table of DUTY_TABLES) {
      const rows = (from: Store) => sql`select * from ${sql.table(table)} t order by t::text`.execute(from.db);
      expect((await rows(other)).rows, table).toEqual((await rows(store)).rows);
    }
    expect((await verifyAudit(other.db)).faults).toEqual([]);
    await step(other, id, { step: 'revise', kind: 'Update', why: 'more is known' }, ann);
    expect(await restore(other, file)).toMatchObject({ duty: 0, dutyLeftOut: duty });
  });

  test('goes from proposal to cancellation by two people, and each step is on record', async () => {
    const store = await openStore();
    const [ann, ben, guards] = [await person(store, 'Ann'), await person(store, 'Ben'), await recipient(store)];
    const { id } = await open(store);
    await step(store, id, { step: 'attach', assessment: ANSWERS, why: 'all tests met' }, ann);
    await draft(store, id, [guards], ann);
    await step(store, id, { step: 'submit' }, ann);
    await expect(step(store, id, { step: 'approve' }, ann)).rejects.toThrow(TwoPeopleError);
    expect((await getCase(store.db, id)).state).toBe('submitted');
    await step(store, id, { step: 'approve' }, ben);
    await step(store, id, { step: 'release' }, ann);
    const [alert] = await warningsOf(store.db, id);
    expect(alert).toMatchObject({ kind: 'Alert', submitted_by: ann, approved_by: ben, released_by: ann });
    expect(await store.db.selectFrom('delivery').selectAll().execute()).toMatchObject([
      { warning: alert!.id, recipient: guards, state: 'waiting', until: alert!.valid_until },
    ]);

    await step(store, id, { step: 'revise', kind: 'Cancel', why: 'the plotters are in custody' }, ben);
    await step(store, id, { step: 'submit' }, ben);
    await step(store, id, { step: 'approve' }, ann);
    const cancelled = await step(store, id, { step: 'release' }, ann);
    expect(cancelled.state).toBe('cancelled');
    expect((await warningsOf(store.db, id))[1]).toMatchObject({ kind: 'Cancel', follows: alert!.id, number: 2 });

    const record = await auditOf(store.db, `case:${id}`);
    expect(record.map(({ action }) => action).join(' ')).toBe(
      'open attach draft submit approve release revise submit approve release cancelled',
    );
    expect((await verifyAudit(store.db)).faults).toEqual([]);
  });

  test('is not submitted with a recipient for whom it says nothing, nor cancelled to whom nothing went out', async () => {
    const store = await openStore();
    const [ann, ben, guards] = [await person(store, 'Ann'), await person(store, 'Ben'), await recipient(store)];
    const passers = await recipient(store, 'Passers-by', 'public');
    const { id } = await open(store);
    await step(store, id, { step: 'attach', assessment: ANSWERS, why: 'met' }, ann);
    await draft(store, id, [guards, passers], ann);
    await expect(step(store, id, { step: 'submit' }, ann)).rejects.toThrow(
      'The wording says nothing to Passers-by (public). Word a message for them, or leave them out of the recipients.',
    );
    expect((await getCase(store.db, id)).state).toBe('drafting');
    await draft(store, id, [guards], ann);
    await step(store, id, { step: 'submit' }, ann);
    await step(store, id, { step: 'approve' }, ben);
    await step(store, id, { step: 'release' }, ben);

    await step(store, id, { step: 'revise', kind: 'Cancel', why: 'it is over' }, ann);
    const messages = [...CONTENT.messages, { ...CONTENT.messages[0]!, audience: 'public' as const }];
    const validUntil = new Date(Date.now() + HOUR);
    const windows = { validFrom: null, validUntil, threatFrom: null, threatUntil: null };
    await saveDraft(store, id, { ...windows, content: { ...CONTENT, messages }, recipients: [guards, passers] }, ann);
    await expect(step(store, id, { step: 'submit' }, ann)).rejects.toThrow(
      /Nothing has gone out to the audience of Passers-by \(public\)/,
    );
    await saveDraft(store, id, { ...windows, content: CONTENT, recipients: [guards] }, ann);
    expect((await step(store, id, { step: 'submit' }, ann)).state).toBe('submitted');
  });

  test('the database itself refuses a second person who is the first', async () => {
    const store = await openStore();
    const ann = await person(store, 'Ann');
    const { id } = await open(store);
    await step(store, id, { step: 'attach', assessment: ANSWERS, why: 'met' }, ann);
    const { id: warning } = await draft(store, id, [], ann);
    await step(store, id, { step: 'submit' }, ann);
    const set = (values: string) => sql.raw(`update warning set ${values} where id = '${warning}'`).execute(store.db);
    await expect(set(`approved_by = '${ann}', approved_at = now()`)).rejects.toThrow(/two_people/);
    await expect(set(`released_by = '${ann}', released_at = now()`)).rejects.toThrow(/released_is_approved/);
    await expect(set(`content = '{}'`)).rejects.toThrow(/not changed after it was submitted/);
    await expect(set(`approved_by = 'nobody'`)).rejects.toThrow(/foreign key/);
  });

  test('an emergency goes out at once, and its second approval is neither the releaser’s nor the submitter’s', async () => {
    const store = await openStore();
    const [ann, ben, cem] = [await person(store, 'Ann'), await person(store, 'Ben'), await person(store, 'Cem')];
    const { id } = await open(store);
    await step(store, id, { step: 'attach', assessment: ANSWERS, why: 'met' }, ann);
    await draft(store, id, [], ann);
    await step(store, id, { step: 'submit' }, ann);
    await step(store, id, { step: 'release-emergency', why: 'within the hour', approvalMinutes: 30 }, ben);
    const [alert] = await warningsOf(store.db, id);
    expect(alert!.approval_due!.getTime() - alert!.released_at!.getTime()).toBe(30 * 60_000);
    await expect(step(store, id, { step: 'ratify' }, ben)).rejects.toThrow(TwoPeopleError);
    await expect(step(store, id, { step: 'ratify' }, ann)).rejects.toThrow(TwoPeopleError);
    expect((await step(store, id, { step: 'ratify' }, cem)).state).toBe('released');
    await expect(
      sql.raw(`update warning set released_at = null where id = '${alert!.id}'`).execute(store.db),
    ).rejects.toThrow(/not taken back/);
    await expect(sql.raw(`delete from warning where id = '${alert!.id}'`).execute(store.db)).rejects.toThrow(
      /never removed/,
    );
  });

  test('a waiver needs a ground, evidence and another person', async () => {
    const store = await openStore();
    const [ann, ben] = [await person(store, 'Ann'), await person(store, 'Ben')];
    const { id } = await open(store);
    await step(store, id, { step: 'attach', assessment: ANSWERS, why: 'met' }, ann);
    await expect(step(store, id, { step: 'propose-waiver', why: 'they know' }, ann)).rejects.toThrow(
      /a ground and its evidence/,
    );
    await step(
      store,
      id,
      { step: 'propose-waiver', waiver: { ground: 'a', evidence: 'their letter' }, why: 'they know' },
      ann,
    );
    await expect(step(store, id, { step: 'grant-waiver', why: 'agreed' }, ann)).rejects.toThrow(TwoPeopleError);
    expect((await step(store, id, { step: 'grant-waiver', why: 'agreed' }, ben)).state).toBe('waived');
    expect((await step(store, id, { step: 'reopen', why: 'a new report' }, 'machine')).state).toBe('proposed');
  });

  test('one subject has one case, and a wrong step changes nothing', async () => {
    const store = await openStore();
    const ann = await person(store, 'Ann');
    const first = await open(store, 'warning:1');
    expect(await open(store, 'warning:1')).toEqual({ id: first.id, opened: false });
    const entries = (await auditOf(store.db, null)).length;
    await expect(step(store, first.id, { step: 'release' }, ann)).rejects.toThrow(/this case is proposed/);
    await expect(step(store, first.id, { step: 'attach', assessment: ANSWERS }, ann)).rejects.toThrow(/needs a reason/);
    await expect(step(store, first.id, { step: 'expire' }, ann)).rejects.toThrow(/by the desk itself/);
    await expect(
      step(store, first.id, { step: 'set-aside', assessment: ANSWERS, why: 'x' }, 'machine'),
    ).rejects.toThrow(/for a person/);
    expect((await auditOf(store.db, null)).length).toBe(entries);
  });
});
