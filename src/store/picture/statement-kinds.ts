import type { Store } from '../store.js';

/** What each of these statements tells of; one that no report makes, or that is about something else, is missing. */
export async function statementKinds(
  { db }: Store,
  statements: readonly string[],
): Promise<Map<string, 'incident' | 'warning'>> {
  const rows = await db
    .selectFrom('picture_mention')
    .where('statement', 'in', statements)
    .select(['statement', 'kind'])
    .execute();
  return new Map(rows.map(({ statement, kind }) => [statement, kind]));
}
