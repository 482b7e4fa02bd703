import type { Transaction } from 'kysely';
import type { Parted } from '../../picture/cluster.js';
import type { Database, DecisionTable } from '../schema.js';

/** A decision that is in force. */
export interface Ruling {
  kind: DecisionTable['kind'];
  a: string;
  b: string | null;
}

/** The decisions in force that speak of any of these statements. */
export async function rulingsOn(trx: Transaction<Database>, statements: readonly string[]): Promise<Ruling[]> {
  if (statements.length === 0) return [];
  return trx
    .selectFrom('decision')
    .leftJoin('decision_undone as undone', 'undone.decision', 'decision.id')
    .where('undone.decision', 'is', null)
    .where((is) => is.or([is('a', '=', is.fn.any(is.val(statements))), is('b', '=', is.fn.any(is.val(statements)))]))
    .select(['kind', 'a', 'b'])
    .orderBy('decision.seq')
    .execute();
}

/** The pairs of statements that a decision of this kind speaks of. */
export function pairs(rulings: readonly Ruling[], kind: Ruling['kind']): Parted[] {
  return rulings.flatMap(({ kind: ruled, a, b }) => (ruled === kind && b !== null ? [{ a, b }] : []));
}
