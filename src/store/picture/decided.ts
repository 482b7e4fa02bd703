import { type Kysely, sql } from 'kysely';
import type { Correction, DecisionKind, Signed } from '../../picture/decision.js';
import type { Database } from '../schema.js';

export interface InForce {
  kind: DecisionKind;
  a: string;
  slot: string | null;
  value: unknown;
  set: Signed;
}

/** The decisions in force of these kinds on these statements, publishers, groups or countries, in the order in which they were made. */
export async function inForce(
  db: Kysely<Database>,
  kinds: readonly DecisionKind[],
  about: readonly string[],
): Promise<InForce[]> {
  if (about.length === 0) return [];
  const rows = await db
    .selectFrom('decision')
    .leftJoin('decision_undone as undone', 'undone.decision', 'decision.id')
    .where('undone.decision', 'is', null)
    .where('a', '=', sql<string>`any(${about}::text[])`)
    .where('kind', 'in', kinds)
    .select(['decision.id', 'kind', 'a', 'slot', 'value', 'why', 'decision.by', 'decision.at'])
    .orderBy('decision.seq')
    .execute();
  return rows.map(({ id, by, at, why, ...row }) => ({ ...row, set: { decision: id, by, at: at.toISOString(), why } }));
}

/** Of these statements those that were rejected, and the corrections of the others. */
export async function decidedOn(
  db: Kysely<Database>,
  statements: readonly string[],
): Promise<{ rejected: Set<string>; corrections: Correction[] }> {
  const found = await inForce(db, ['reject', 'correct'], statements);
  return {
    rejected: new Set(found.filter(({ kind }) => kind === 'reject').map(({ a }) => a)),
    corrections: found.flatMap(({ kind, a, slot, value, set }) =>
      kind === 'correct' && slot !== null ? [{ statement: a, slot, value, set }] : [],
    ),
  };
}
