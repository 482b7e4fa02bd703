import { sql, type Transaction } from 'kysely';
import type { Catalogue } from '../../catalogue/catalogue.js';
import type { Line } from '../../picture/line.js';
import type { AnyMention } from '../../picture/mention.js';
import { reportVectors, spellingsIn, statementVector } from '../../picture/search/entries.js';
import { searchables } from '../../picture/search/statements.js';
import { insertRows } from '../bulk.js';
import type { AcceptedReading } from '../picture/origins.js';
import type { Database } from '../schema.js';

/**
 * Stores what reports and their statements are found by. It depends on what was read alone, not on decisions.
 * @param places of the statements, in the queue
 */
export async function addWords(
  trx: Transaction<Database>,
  reports: readonly (AcceptedReading & { mentions: readonly AnyMention[] })[],
  linesOf: (seq: number) => readonly Line[],
  places: ReadonlyMap<string, number>,
  known: Catalogue,
): Promise<void> {
  const days = await daysOf(
    trx,
    reports.map(({ seq }) => seq),
  );
  const dayOf = (seq: number) => days.get(seq) ?? '';
  await insertRows(
    trx,
    'picture_statement_words',
    { place: 'bigint', report: 'bigint', day: 'date', words: 'tsvector' },
    reports.flatMap(({ seq, reading, mentions }) =>
      searchables(reading, mentions, linesOf(seq), known).map((one) => ({
        place: places.get(one.statement),
        report: seq,
        day: dayOf(seq),
        words: statementVector(reading, one),
      })),
    ),
  );
  await insertRows(
    trx,
    'picture_report_words',
    { report: 'bigint', part: 'smallint', day: 'date', words: 'tsvector' },
    reports.flatMap(({ seq, reading }) =>
      reportVectors(reading, known).map((words, part) => ({ report: seq, part, day: dayOf(seq), words })),
    ),
  );
  await insertRows(
    trx,
    'picture_spelling',
    { key: 'text', entity: 'text', name: 'text' },
    reports.flatMap(({ reading }) => spellingsIn(reading, known)),
    sql`on conflict do nothing`,
  );
}

/** By `seq` of a report the day by which it is shown: that of its publication, or else of its reception (UTC). */
async function daysOf(trx: Transaction<Database>, reports: readonly number[]): Promise<Map<number, string>> {
  const rows = await trx
    .selectFrom('report')
    .where('seq', '=', sql<number>`any(${reports}::bigint[])`)
    .select(['seq', sql<string>`coalesce(published, (received_at at time zone 'UTC')::date)`.as('day')])
    .execute();
  return new Map(rows.map(({ seq, day }) => [seq, day]));
}
