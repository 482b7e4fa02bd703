// Tampers with a desk's record in every way that its owner could, and prints what `tocsin audit verify` finds of it.
// Exit code 0 only where a record left alone is whole and every tampering is found.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { record } from '../dist/store/audit/audit.js';
import { verifyAudit } from '../dist/store/audit/verify.js';
import { openStore } from '../dist/store/store.js';
import { asWriter } from '../dist/store/writer.js';

const ENTRIES = 12;
const WAYS = {
  'a reason changed': [`update audit set details = '{"why":"another"}' where seq = 5`],
  'a name changed': [`update audit set by = 'somebody' where seq = 5`],
  'a time changed': [`update audit set at = at - interval '1 hour' where seq = 5`],
  'a subject changed': [`update audit set subject = 'case:2' where seq = 5`],
  'an action changed': [`update audit set action = 'approve' where seq = 5`],
  'the first removed': ['delete from audit where seq = 1'],
  'one in the middle removed': ['delete from audit where seq = 5'],
  'the last removed': [`delete from audit where seq = ${ENTRIES}`],
  'all removed': ['delete from audit'],
  'one removed and the rest moved up': [
    'delete from audit where seq = 5',
    'update audit set seq = seq - 1 where seq > 5',
    `update audit_head set seq = ${ENTRIES - 1}`,
  ],
  'two in each other’s place': [
    'update audit set seq = 99 where seq = 4',
    'update audit set seq = 4 where seq = 7',
    'update audit set seq = 7 where seq = 99',
  ],
  'one put in at the end': [
    `insert into audit select ${ENTRIES + 1}, at, by, subject, 'forged', details, hash, repeat('a', 64) from audit where seq = ${ENTRIES}`,
    `update audit_head set seq = ${ENTRIES + 1}, hash = repeat('a', 64)`,
  ],
  'the mark of the last entry taken away': ['delete from audit_head'],
};

const folder = mkdtempSync(join(tmpdir(), 'tocsin-audit-'));
const store = await openStore({ data: folder });
let missed = 0;
try {
  for (let i = 1; i <= ENTRIES; i++)
    await asWriter(store.db, (trx) =>
      record(trx, { by: 'local', subject: 'case:1', action: `act-${i}`, details: { why: `reason ${i}` } }),
    );
  const whole = await verifyAudit(store.db);
  missed += report('left alone', whole.faults, whole.faults.length === 0 && whole.entries === ENTRIES);
  for (const statement of ["update audit set by = 'x'", 'delete from audit', 'truncate audit']) {
    const refused = await sql
      .raw(statement)
      .execute(store.db)
      .then(
        () => [],
        (error) => [error.message],
      );
    missed += report(`by a program: ${statement}`, refused, refused.length === 1);
  }
  for (const [way, statements] of Object.entries(WAYS)) {
    const faults = await tampered(statements);
    missed += report(way, faults, faults.length > 0);
  }
} finally {
  await store.close();
  rmSync(folder, { recursive: true });
}
console.log(`ways ${Object.keys(WAYS).length + 4}\nmissed ${missed}`);
process.exitCode = missed === 0 ? 0 : 1;

/** What is found after these statements, run as the owner of the database could, and taken back again. */
async function tampered(statements) {
  let faults = [];
  await store.db
    .transaction()
    .execute(async (trx) => {
      await sql`alter table audit disable trigger audit_is_for_good`.execute(trx);
      for (const statement of statements) await sql.raw(statement).execute(trx);
      ({ faults } = await verifyAudit(trx));
      throw new Error('taken back');
    })
    .catch((error) => {
      if (error.message !== 'taken back') throw error;
    });
  return faults;
}

function report(way, faults, right) {
  console.log(`${right ? 'found' : 'MISSED'}  ${way}${faults.length > 0 ? `: ${faults[0]}` : ''}`);
  return right ? 0 : 1;
}
