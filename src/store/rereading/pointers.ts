/** What points to statements by their number in a reading: decisions, and the statements that cases rest on. */
import { type Kysely, sql, type Transaction } from 'kysely';
import { reportOf } from '../../picture/refs.js';
import type { ToldStatement } from '../../picture/rereading/told.js';
import type { Database } from '../schema.js';

export interface Pointers {
  /** Statements that decisions or cases speak of, by report. */
  statements: Map<string, Set<string>>;
  /** Those of decisions that are not read any more, by report, as they were told. */
  lost: Map<string, Map<string, ToldStatement>>;
}

/** Kinds of decisions that are about no statement. */
const OTHERS = ['grade-source', 'level'] as const;

/** All that points to a statement. */
export async function pointersIn(db: Kysely<Database>): Promise<Pointers> {
  const statements = new Map<string, Set<string>>();
  const { rows } = await sql<{ statement: string }>`
    select a as statement from decision where kind not in (${sql.join(OTHERS)})
    union select b from decision where b is not null
    union select statement from case_statement`.execute(db);
  for (const { statement } of rows) addTo(statements, reportOf(statement), () => new Set<string>()).add(statement);
  const lost = new Map<string, Map<string, ToldStatement>>();
  const told = await db
    .selectFrom('decision_lost')
    .innerJoin('decision', 'decision.id', 'decision_lost.decision')
    .select(['side', 'a', 'b', 'told'])
    .execute();
  for (const { side, a, b, told: statement } of told) {
    const pointer = (side === 'a' ? a : b) ?? '';
    addTo(lost, reportOf(pointer), () => new Map<string, ToldStatement>()).set(pointer, statement);
  }
  return { statements, lost };
}

function addTo<T>(map: Map<string, T>, key: string, make: () => T): T {
  const held = map.get(key) ?? make();
  map.set(key, held);
  return held;
}

export interface Move {
  was: string;
  now: string;
  /** Where it is not read any more: what it was, and the reader that made it. */
  lost: { told: ToldStatement; reader: string } | null;
}

/** Points all decisions and cases from the old numbers to the new ones, at once: numbers may change places. */
export async function movePointers(trx: Transaction<Database>, moves: readonly Move[]): Promise<void> {
  if (moves.length === 0) return;
  const mapping = sql`unnest(${moves.map(({ was }) => was)}::text[], ${moves.map(({ now }) => now)}::text[]) as move (was, now)`;
  for (const side of ['a', 'b'] as const) {
    const column = sql.ref(side);
    await sql`delete from decision_lost using decision, ${mapping}
      where side = ${side} and decision.id = decision_lost.decision and decision.${column} = move.was
        and move.now not like '%@%'`.execute(trx);
    const moved = await sql<{ id: string; now: string }>`
      update decision set ${column} = move.now from ${mapping}
      where decision.${column} = move.was and decision.kind not in (${sql.join(OTHERS)})
      returning decision.id, move.now`.execute(trx);
    await keepLost(trx, side, moved.rows, moves);
  }
  const tied = await sql<{ duty_case: string; now: string; added_at: Date }>`
    delete from case_statement using ${mapping} where statement = move.was
    returning duty_case, move.now, added_at`.execute(trx);
  for (const { duty_case, now, added_at } of tied.rows)
    await trx
      .insertInto('case_statement')
      .values({ duty_case, statement: now, added_at })
      .onConflict((is) => is.columns(['duty_case', 'statement']).doNothing())
      .execute();
}

async function keepLost(
  trx: Transaction<Database>,
  side: 'a' | 'b',
  moved: readonly { id: string; now: string }[],
  moves: readonly Move[],
): Promise<void> {
  const lost = new Map(moves.flatMap(({ now, lost }) => (lost ? [[now, lost] as const] : [])));
  for (const { id, now } of moved) {
    const gone = lost.get(now);
    if (gone)
      await trx
        .insertInto('decision_lost')
        // Its incident may be another by the time that it is found again.
        .values({
          decision: id,
          side,
          reader: gone.reader,
          told: JSON.stringify({ ...gone.told, of: null }),
          at: new Date(),
        })
        .execute();
  }
}
