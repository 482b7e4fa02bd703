/** The record shows every way of changing it, even where somebody takes the triggers away. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { record } from '../../src/store/audit/audit.js';
import { verifyAudit } from '../../src/store/audit/verify.js';
import type { Store } from '../../src/store/store.js';
import { asWriter } from '../../src/store/writer.js';
import { forEachDatabase } from './databases.js';

async function filled(store: Store, entries = 6): Promise<Store> {
  for (let i = 1; i <= entries; i++)
    await asWriter(store.db, (trx) =>
      record(trx, { by: 'local', subject: 'case:1', action: `act-${i}`, details: { why: `reason ${i}`, é: '“”' } }),
    );
  return store;
}

/** With the triggers off, as the owner of a database can. */
async function tamper(store: Store, ...statements: string[]): Promise<void> {
  await sql`alter table audit disable trigger audit_is_for_good`.execute(store.db);
  for (const statement of statements) await sql.raw(statement).execute(store.db);
  await sql`alter table audit enable trigger audit_is_for_good`.execute(store.db);
}

const TAMPERED: [string, string[], RegExp][] = [
  [
    'a changed reason',
    [`update audit set details = '{"why":"another"}' where seq = 3`],
    /entry 3 .* not as it was written/,
  ],
  ['a changed name', [`update audit set by = 'somebody' where seq = 1`], /entry 1 .* not as it was written/],
  [
    'a changed time',
    [`update audit set at = at - interval '1 hour' where seq = 4`],
    /entry 4 .* not as it was written/,
  ],
  ['a removed entry', ['delete from audit where seq = 2'], /entry 2 is missing/],
  ['the first removed', ['delete from audit where seq = 1'], /entry 1 is missing/],
  ['the last removed', ['delete from audit where seq = 6'], /entry 6 is missing/],
  ['all removed', ['delete from audit'], /entries 1 to 6 are missing/],
  [
    'two entries in each other’s place',
    [
      'update audit set seq = 99 where seq = 2',
      'update audit set seq = 2 where seq = 4',
      'update audit set seq = 4 where seq = 99',
    ],
    /entry 2 .*does not follow/,
  ],
  [
    'one removed and the rest moved up',
    [
      'delete from audit where seq = 3',
      'update audit set seq = seq - 1 where seq > 3',
      'update audit_head set seq = 5',
    ],
    /entry 3 .*does not follow/,
  ],
  [
    'an entry put in',
    [
      `insert into audit select 7, at, by, subject, 'forged', details, hash, repeat('a', 64) from audit where seq = 6`,
      'update audit_head set seq = 7',
    ],
    /entry 7 .*not as it was written/,
  ],
];

forEachDatabase('the record', (openStore) => {
  test('is whole as it was written', async () => {
    const store = await filled(await openStore());
    const { entries, faults, head } = await verifyAudit(store.db);
    expect({ entries, faults }).toEqual({ entries: 6, faults: [] });
    expect((await verifyAudit(store.db, head)).faults).toEqual([]);
  });

  test('cannot be changed or emptied by a program', async () => {
    const store = await filled(await openStore(), 1);
    for (const statement of [`update audit set by = 'x'`, 'delete from audit', 'truncate audit'])
      await expect(sql.raw(statement).execute(store.db)).rejects.toThrow('the record is for good');
  });

  test.each(TAMPERED)('shows %s', async (_, statements, fault) => {
    const store = await filled(await openStore());
    await tamper(store, ...statements);
    expect((await verifyAudit(store.db)).faults.join('\n')).toMatch(fault);
  });

  test('shows a record made anew to whoever noted its head', async () => {
    const { head } = await verifyAudit((await filled(await openStore())).db);
    const other = await filled(await openStore(), 5);
    expect((await verifyAudit(other.db)).faults).toEqual([]);
    expect((await verifyAudit(other.db, head)).faults.join()).toMatch('the record was made anew');
  });
});
