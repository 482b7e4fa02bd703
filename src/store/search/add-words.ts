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
 * @param dayOf from which a report could be known: the order in which it is shown
 */
export async function addWords(
  trx: Transaction<Database>,
  reports: readonly (AcceptedReading & { mentions: readonly AnyMention[] })[],
  linesOf: (seq: number) => readonly Line[],
  places: ReadonlyMap<string, number>,
  dayOf: (seq: number) => string,
  known: Catalogue,
): Promise<void> {
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
