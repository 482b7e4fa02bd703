import type { StatementKind } from '../../picture/decision.js';
import type { Store } from '../store.js';

/** What each of these statements tells of; one that no report makes is missing. */
export async function statementKinds(
  { db }: Store,
  statements: readonly string[],
): Promise<Map<string, StatementKind>> {
  if (statements.length === 0) return new Map();
  const rows = await db
    .selectFrom('picture_triage')
    .where('statement', 'in', statements)
    .select(['statement', 'kind'])
    .execute();
  return new Map(rows.map(({ statement, kind }) => [statement, kind]));
}
