import { sql, type Transaction } from 'kysely';
import { type Link, link } from '../../picture/forest.js';
import { noteDoubt } from '../../picture/links.js';
import { insertRows } from '../bulk.js';
import type { Database } from '../schema.js';

/**
 * Writes the likeliest doubtful link of each statement where it is likelier than the one that is known.
 * @param idOf row of a statement
 */
export async function writeDoubts(
  trx: Transaction<Database>,
  doubts: ReadonlyMap<string, Link>,
  idOf: (statement: string) => number,
): Promise<void> {
  if (doubts.size === 0) return;
  const best = new Map(doubts);
  const known = await trx
    .selectFrom('picture_doubt as doubt')
    .innerJoin('picture_mention as mention', 'mention.id', 'doubt.mention')
    .innerJoin('picture_mention as other', 'other.id', 'doubt.other')
    .where('mention', '=', sql<number>`any(${[...doubts.keys()].map(idOf)}::bigint[])`)
    .select(['mention.statement', 'other.statement as other', 'doubt.other as otherId', 'score'])
    .execute();
  const ids = new Map(known.map(({ other, otherId }) => [other, otherId]));
  for (const { statement, other, score } of known) noteDoubt(best, statement, link(statement, other, score));
  const rows = [...best].map(([statement, { a, b, score }]) => {
    const other = a === statement ? b : a;
    return { mention: idOf(statement), other: ids.get(other) ?? idOf(other), score };
  });
  await insertRows(
    trx,
    'picture_doubt',
    { mention: 'bigint', other: 'bigint', score: 'integer' },
    rows,
    sql`on conflict (mention) do update set other = excluded.other, score = excluded.score`,
  );
}

/** Takes out the doubts of these mentions, and those about the rejected ones. */
export async function dropDoubts(trx: Transaction<Database>, mentions: readonly number[]): Promise<void> {
  if (mentions.length === 0) return;
  await trx.deleteFrom('picture_doubt').where('mention', '=', sql<number>`any(${mentions}::bigint[])`).execute();
}

/** The mentions whose likeliest doubt is about one of these. */
export async function doubtersOf(trx: Transaction<Database>, mentions: readonly number[]): Promise<number[]> {
  if (mentions.length === 0) return [];
  const rows = await trx
    .selectFrom('picture_doubt')
    .where('other', '=', sql<number>`any(${mentions}::bigint[])`)
    .select('mention')
    .execute();
  return rows.map(({ mention }) => mention);
}
