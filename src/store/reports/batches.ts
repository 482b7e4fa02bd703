import { type Kysely, sql } from 'kysely';
import type { Reading } from '../../reading/schema.js';
import type { Database } from '../schema.js';
import { REPORT_COLUMNS, readingOf } from './reading-row.js';

/** A batch has at most so many reports, and no more bytes than this unless one report alone has them. */
const REPORTS = 200;
const BYTES = 8 * 1024 * 1024;

/**
 * Cuts the reports into batches in order of acceptance, so that memory stays bounded however many there are and
 * however long each is.
 * @returns `[after, last]`: each batch is the reports with after < seq ≤ last
 */
export async function* batches(db: Kysely<Database>): AsyncGenerator<[after: number, last: number]> {
  for (let after = 0; ; ) {
    const { rows } = await sql<{ last: number | null }>`
      select max(seq) as last from (
        select seq, row_number() over (order by seq) as place,
          sum(coalesce(octet_length(bytes), 0) + octet_length(text)) over (order by seq) as size
        from (select seq, bytes, text from report where seq > ${after} order by seq limit ${REPORTS}) as next
      ) as sized where place = 1 or size <= ${BYTES}`.execute(db);
    const last = rows[0]?.last ?? null;
    if (last === null) return;
    yield [after, last];
    after = last;
  }
}

/**
 * Every reading in order of acceptance, in batches.
 * @param db a transaction, where the whole must be of one moment
 */
export async function* eachBatch(db: Kysely<Database>): AsyncGenerator<{ seq: number; reading: Reading }[]> {
  for await (const [after, last] of batches(db)) {
    const rows = await db
      .selectFrom('report')
      .innerJoin('reading', 'reading.report', 'report.id')
      .select(['seq', ...REPORT_COLUMNS, 'statements'])
      .where('seq', '>', after)
      .where('seq', '<=', last)
      .orderBy('seq')
      .execute();
    yield rows.map((row) => ({ seq: row.seq, reading: readingOf(row, row.statements) }));
  }
}

/** Every reading in order of acceptance. */
export async function* eachReading(db: Kysely<Database>): AsyncGenerator<{ seq: number; reading: Reading }> {
  for await (const batch of eachBatch(db)) yield* batch;
}
