import type { Kysely } from 'kysely';
import type { StatementKind } from '../../picture/decision.js';
import { reportOf } from '../../picture/refs.js';
import type { ToldStatement } from '../../picture/rereading/told.js';
import type { Span } from '../../reading/schema.js';
import { type Decision, decisionOf, decisions } from '../decisions/decisions.js';
import type { Database } from '../schema.js';
import type { Store } from '../store.js';

/** A decision in force about a statement that the reading of its report does not make any more. */
export interface LostDecision {
  decision: Decision;
  side: 'a' | 'b';
  kind: StatementKind;
  title: string;
  quote: string;
  evidence: Span[];
  report: string;
  reader: string;
  at: string;
}

/** The decisions that no longer apply, the newest first, and how many there are. */
export async function lostDecisions(
  { db }: Store,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ items: LostDecision[]; total: number }> {
  const lost = decisions(db)
    .innerJoin('decision_lost as lost', 'lost.decision', 'decision.id')
    .where('undone.decision', 'is', null);
  const { total } = await lost
    .clearSelect()
    .select((is) => is.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await lost
    .select(['side', 'reader', 'told', 'lost.at as lost_at'])
    .orderBy('decision.seq', 'desc')
    .orderBy('side')
    .limit(limit)
    .offset(offset)
    .execute();
  const items = rows.map(({ side, reader, told, lost_at, ...row }): LostDecision => {
    const { kind, title, quote, evidence } = told;
    const report = reportOf((side === 'a' ? row.a : row.b) ?? '');
    const at = lost_at.toISOString();
    return { decision: decisionOf(row), side, kind, title, quote, evidence: [...evidence], report, reader, at };
  });
  return { items, total };
}

interface LostSide {
  side: 'a' | 'b';
  reader: string;
  told: ToldStatement;
  at: string;
}

/** What decisions are about that is not read any more, by decision, for a backup. */
export async function lostSides(db: Kysely<Database>): Promise<Map<string, LostSide[]>> {
  const rows = await db.selectFrom('decision_lost').selectAll().orderBy('decision').orderBy('side').execute();
  const sides = new Map<string, LostSide[]>();
  for (const { decision, at, ...rest } of rows)
    sides.set(decision, [...(sides.get(decision) ?? []), { ...rest, at: at.toISOString() }]);
  return sides;
}
