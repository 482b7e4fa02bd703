import { randomUUID } from 'node:crypto';
import { type Kysely, sql, type Transaction } from 'kysely';
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
  slot: string | null;
  value: unknown;
  why: string;
  by: string;
  /** ISO 8601 with time, UTC. */
  at: string;
  undone: { by: string; at: string } | null;
}

export interface NewDecision {
  kind: DecisionTable['kind'];
  /** What it is about: see `DecisionTable`. */
  a: string;
  b?: string;
  slot?: string;
  value?: unknown;
  why: string;
}

/** Kinds of decisions that set something to a value. */
export const SETS_VALUE: ReadonlySet<DecisionTable['kind']> = new Set([
  'correct',
  'grade-source',
  'grade-statement',
  'level',
]);

/** Brings the picture up to date with a decision made or undone, in the same transaction. */
export type DecisionUpdate = (trx: Transaction<Database>, decision: Decision) => Promise<void>;

/** Which decisions: those on a thing (a statement, a publisher, a group, a country), those in force. */
export interface DecisionQuery {
  about?: string | undefined;
  /** Only those that accept, reject or correct statements of this publisher's reports. */
  publisher?: string | undefined;
  /** Only those on the statements that are joined in this incident. */
  incident?: string | undefined;
  inForce?: boolean | undefined;
  limit?: number | undefined;
  offset?: number | undefined;
}

/** Decisions in the order in which they were made, those undone included; all of them where nothing else is asked. */
export async function listDecisions(db: Kysely<Database>): Promise<Decision[]> {
  const rows = await decisions(db).orderBy('decision.seq').execute();
  return rows.map(decisionOf);
}

/** A part of the decisions, the newest first, and how many there are in all. */
export async function latestDecisions(
  db: Kysely<Database>,
  { about, publisher, incident, inForce, limit = 1000, offset = 0 }: DecisionQuery,
): Promise<{ items: Decision[]; total: number }> {
  const matching = decisions(db)
    .$if(about !== undefined, (query) =>
      query.where((is) => is.or([is('a', '=', about ?? ''), is('b', '=', about ?? '')])),
    )
    .$if(incident !== undefined, (query) => {
      const joined = db
        .selectFrom('picture_member as member')
        .innerJoin('picture_mention as mention', 'mention.id', 'member.mention')
        .where('member.cluster', '=', incident ?? '')
        .select('mention.statement');
      return query.where((is) => is.or([is('a', 'in', joined), is('b', 'in', joined)]));
    })
    .$if(publisher !== undefined, (query) =>
      query
        .where('kind', 'in', ['accept', 'reject', 'correct'])
        .where(sql<string>`split_part(decision.a, '#', 1)`, 'in', (is) =>
          is
            .selectFrom('report')
            .where('publisher', '=', publisher ?? '')
            .select('id'),
        ),
    )
    .$if(inForce === true, (query) => query.where('undone.decision', 'is', null));
  const { total } = await matching
    .clearSelect()
    .select((is) => is.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await matching.orderBy('decision.seq', 'desc').limit(limit).offset(offset).execute();
  return { items: rows.map(decisionOf), total };
}

/** At most so many of the decisions that were made or undone after a time, the newest first. */
export async function decisionsSince(db: Kysely<Database>, since: Date, limit: number): Promise<Decision[]> {
  const rows = await decisions(db)
    .where((is) => is.or([is('decision.at', '>', since), is('undone.at', '>', since)]))
    .orderBy('decision.seq', 'desc')
    .limit(limit)
    .execute();
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
  decision: NewDecision,
  by: string,
  updatePicture: DecisionUpdate = applyDecision,
): Promise<Decision> {
  const [made] = await addDecisions(store, [decision], by, updatePicture);
  if (!made) throw new Error('a decision was not stored');
  return made;
}

/** Records decisions one after the other, with what they change in the picture: all of them or none. */
export async function addDecisions(
  store: Store,
  decided: readonly NewDecision[],
  by: string,
  updatePicture: DecisionUpdate = applyDecision,
): Promise<Decision[]> {
  return asWriter(store.db, async (trx) => {
    const made: Decision[] = [];
    for (const { kind, a, b, slot, value, why } of decided) {
      const id = randomUUID();
      const set = SETS_VALUE.has(kind) ? JSON.stringify(value ?? null) : null;
      await trx
        .insertInto('decision')
        .values({ id, kind, a, b: b ?? null, slot: slot ?? null, value: set, why, by, at: new Date() })
        .execute();
      const decision = await get(trx, id);
      await updatePicture(trx, decision);
      made.push(decision);
    }
    return made;
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

/** Decisions, undone or not. */
export function decisions(db: Kysely<Database>) {
  return db
    .selectFrom('decision')
    .leftJoin('decision_undone as undone', 'undone.decision', 'decision.id')
    .select(['decision.id', 'kind', 'a', 'b', 'slot', 'value', 'why', 'decision.by', 'decision.at'])
    .select(['undone.by as undone_by', 'undone.at as undone_at']);
}

export type DecisionRow = Omit<Decision, 'at' | 'undone'> & {
  at: Date;
  undone_by: string | null;
  undone_at: Date | null;
};

export function decisionOf({ at, undone_by, undone_at, ...decision }: DecisionRow): Decision {
  const undone = undone_by !== null && undone_at !== null ? { by: undone_by, at: undone_at.toISOString() } : null;
  return { ...decision, at: at.toISOString(), undone };
}
