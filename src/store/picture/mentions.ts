import { type Kysely, sql } from 'kysely';
import { loadCatalogue } from '../../catalogue/catalogue.js';
import { type AnyMention, mentionsOf } from '../../picture/mention.js';
import { REPORT_COLUMNS, readingOf } from '../reports/reading-row.js';
import type { Database } from '../schema.js';

/** What reports say of incidents and warnings, by the ids of the mentions: found again in what was read. */
export async function loadMentions(db: Kysely<Database>, ids: readonly number[]): Promise<Map<number, AnyMention>> {
  if (ids.length === 0) return new Map();
  const asked = await db
    .selectFrom('picture_mention')
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)
    .select(['id', 'report', 'statement'])
    .execute();
  const reports = await db
    .selectFrom('report')
    .innerJoin('reading', 'reading.report', 'report.id')
    .where('seq', '=', sql<number>`any(${[...new Set(asked.map(({ report }) => report))]}::bigint[])`)
    .select([...REPORT_COLUMNS, 'statements'])
    .execute();
  const known = loadCatalogue();
  const wanted = new Set(asked.map(({ statement }) => statement));
  const mentions = new Map(
    reports
      .flatMap((row) => mentionsOf(readingOf(row, row.statements), known, (statement) => wanted.has(statement)))
      .map((mention) => [mention.statement, mention]),
  );
  return new Map(
    asked.flatMap(({ id, statement }) => {
      const mention = mentions.get(statement);
      return mention ? [[id, mention]] : [];
    }),
  );
}
