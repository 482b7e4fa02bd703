import { randomUUID } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import { StoreError } from '../error.js';
import { applyDecision } from '../picture/update.js';
import type { Database, DecisionTable } from '../schema.js';
import type { Store } from '../store.js';
import { asWriter } from '../writer.js';

/** What a person decided about the picture, and whether it was taken back. */
export interface Decision {
  id: string;
  kind: DecisionTable['kind'];
  a: string;
  b: string | null;
  why: string;
  by: string;
  /** ISO 8601 with time, UTC. */
  at: string;
  undone: { by: string; at: string } | null;
}

export interface NewDecision {
  kind: DecisionTable['kind'];
  /** Statement ids, `REPORT#STATEMENT`; a rejection has no `b`. */
  a: string;
  b?: string;
  why: string;
}

/** Brings the picture up to date with a decision made or undone, in the same transaction. */
export type DecisionUpdate = (trx: Transaction<Database>, decision: Decision) => Promise<void>;

/** All decisions in the order in which they were made, those undone included. */
export async function listDecisions(db: Kysely<Database>): Promise<Decision[]> {
  const rows = await decisions(db).orderBy('decision.seq').execute();
  return rows.map(decisionOf);
}

/** Decisions a step. */
const BATCH = 1000;

/** The decisions with a `seq` of at most `until`, in the order in which they were made, fetched in batches. */
export async function* eachDecision(db: Kysely<Database>, until: number): AsyncGenerator<Decision> {
  for (let after = 0; ; ) {
    const rows = await decisions(db)
      .select('decision.seq')
      .where('decision.seq', '>', after)
      .where('decision.seq', '<=', until)
      .orderBy('decision.seq')
      .limit(BATCH)
      .execute();
    for (const { seq: _seq, ...row } of rows) yield decisionOf(row);
    const last = rows.at(-1);
    if (!last) return;
    after = last.seq;
  }
}

/** Records a decision and what it changes in the picture, all or nothing. */
export async function addDecision(
  store: Store,
  { kind, a, b, why }: NewDecision,
  by: string,
  updatePicture: DecisionUpdate = applyDecision,
): Promise<Decision> {
  return asWriter(store.db, async (trx) => {
    const id = randomUUID();
    await trx
      .insertInto('decision')
      .values({ id, kind, a, b: b ?? null, why, by, at: new Date() })
      .execute();
    const decision = await get(trx, id);
    await updatePicture(trx, decision);
    return decision;
  });
}

/**
 * Takes a decision back; the decision and its undoing both stay on record. Undone twice is undone once.
 * @throws StoreError where there is no such decision.
 */
export async function undoDecision(
  store: Store,
  id: string,
  by: string,
  updatePicture: DecisionUpdate = applyDecision,
): Promise<Decision> {
  return asWriter(store.db, async (trx) => {
    const before = await get(trx, id);
    if (before.undone) return before;
    await trx.insertInto('decision_undone').values({ decision: id, by, at: new Date() }).execute();
    const decision = await get(trx, id);
    await updatePicture(trx, decision);
    return decision;
  });
}

async function get(db: Kysely<Database>, id: string): Promise<Decision> {
  const row = await decisions(db).where('decision.id', '=', id).executeTakeFirst();
  if (!row) throw new StoreError(`There is no decision ${id}.`);
  return decisionOf(row);
}

function decisions(db: Kysely<Database>) {
  return db
    .selectFrom('decision')
    .leftJoin('decision_undone as undone', 'undone.decision', 'decision.id')
    .select(['decision.id', 'kind', 'a', 'b', 'why', 'decision.by', 'decision.at'])
    .select(['undone.by as undone_by', 'undone.at as undone_at']);
}

type Row = Omit<Decision, 'at' | 'undone'> & { at: Date; undone_by: string | null; undone_at: Date | null };

function decisionOf({ at, undone_by, undone_at, ...decision }: Row): Decision {
  const undone = undone_by !== null && undone_at !== null ? { by: undone_by, at: undone_at.toISOString() } : null;
  return { ...decision, at: at.toISOString(), undone };
}
