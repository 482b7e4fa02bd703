/** Whether the record is whole: every entry as it was written, none gone, none moved. */
import type { Kysely } from 'kysely';
import type { Database } from '../schema.js';
import { auditHash } from './audit.js';

/** What was found. `head` is the hash of the last entry: noted outside the desk, it shows later that nothing before it changed. */
export interface AuditVerdict {
  entries: number;
  head: string;
  /** One sentence a fault, in the order of the record; empty where the record is whole. */
  faults: string[];
}

/** Entries a step, so that a record of any length is read in bounded memory. */
const BATCH = 1000;
/** More faults than this say nothing new: from the first broken link on, what follows is in doubt. */
const MOST = 20;

/**
 * Goes along the whole chain. `known` is a head that somebody noted earlier: a record that does not hold it was made anew.
 */
export async function verifyAudit(db: Kysely<Database>, known?: string): Promise<AuditVerdict> {
  const faults: string[] = [];
  let [seq, hash, seen] = [0, '0'.repeat(64), known === undefined];
  for (let after = Number.MIN_SAFE_INTEGER; ; ) {
    const rows = await db
      .selectFrom('audit')
      .selectAll()
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(BATCH)
      .execute();
    for (const row of rows) {
      const name = `entry ${row.seq} (${row.action}, ${row.subject})`;
      if (row.seq !== seq + 1) faults.push(missing(seq + 1, row.seq - 1));
      if (row.previous !== hash)
        faults.push(`${name} does not follow the one before it: entries were removed or moved`);
      if (auditHash(row) !== row.hash) faults.push(`${name} is not as it was written`);
      [seq, hash] = [row.seq, row.hash];
      if (row.hash === known) seen = true;
    }
    if (rows.length < BATCH) break;
    after = seq;
  }
  const head = await db.selectFrom('audit_head').select(['seq', 'hash']).executeTakeFirst();
  if (head === undefined) faults.push('the mark of the last entry is gone');
  else if (head.seq > seq) faults.push(missing(seq + 1, head.seq));
  else if (head.seq !== seq || head.hash !== hash)
    faults.push('the last entry is not the one that the desk wrote last');
  if (!seen) faults.push(`no entry has the hash ${known}, which was noted as the head: the record was made anew`);
  return { entries: seq, head: hash, faults: faults.slice(0, MOST) };
}

const missing = (from: number, to: number): string =>
  from === to ? `entry ${from} is missing` : `entries ${from} to ${to} are missing`;
