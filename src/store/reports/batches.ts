import type { Kysely } from 'kysely';
import type { Reading } from '../../reading/schema.js';
import type { Database } from '../schema.js';
import { REPORT_COLUMNS, readingOf } from './reading-row.js';

/** Readings a step. One report has at most tens of megabytes, most have kilobytes. */
const BATCH = 100;

/**
 * Every reading in order of acceptance, a batch at a time, so that memory stays bounded however many there are.
 * @param db a transaction, where the whole must be of one moment
 */
export async function* eachReading(db: Kysely<Database>): AsyncGenerator<{ seq: number; reading: Reading }> {
  for (let after = 0; ; ) {
    const rows = await db
      .selectFrom('report')
      .innerJoin('reading', 'reading.report', 'report.id')
      .select(['seq', ...REPORT_COLUMNS, 'statements'])
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(BATCH)
      .execute();
    for (const row of rows) yield { seq: row.seq, reading: readingOf(row, row.statements) };
    const last = rows.at(-1);
    if (!last) return;
    after = last.seq;
  }
}
