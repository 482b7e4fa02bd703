import { type Kysely, sql, type Transaction } from 'kysely';
import type { StatementKind } from '../../picture/decision.js';
import { groupBy } from '../../picture/forest.js';
import type { Line } from '../../picture/line.js';
import type { AnyMention } from '../../picture/mention.js';
import { TRIAGE_ORDER, triageOf, waitingOf } from '../../picture/triage.js';
import { insertRows } from '../bulk.js';
import type { Database } from '../schema.js';
import { inForce } from './decided.js';
import type { AcceptedReading } from './origins.js';
import type { PictureSourceTable, PictureTriageTable } from './tables.js';

/** Statements of one report at most; ids of mentions are `seq` times this, and a number. */
export const MOST_STATEMENTS = 1_000_000;

/** A report and what it says, as far as it waits for a person. */
interface Waiter extends AcceptedReading {
  mentions: readonly AnyMention[];
  lines: readonly Line[];
}

/**
 * Puts the statements of reports into the queue; those that a person has decided on already do not wait.
 * @returns their places
 */
export async function addTriage(trx: Transaction<Database>, reports: readonly Waiter[]): Promise<Map<string, number>> {
  const rows = reports.flatMap(({ seq, reading, mentions, lines }) =>
    waitingOf(mentions, lines).map((waiting, index) => {
      const { kind, statement, of } = waiting;
      // Ascending: the newest report first, and within it in the order of its statements.
      const place = index - seq * MOST_STATEMENTS;
      const report = reading.report.id;
      return { report, statement, of, kind, ...triageOf(waiting), place, decided: null, waiting: true };
    }),
  );
  await insertRows(
    trx,
    'picture_triage',
    {
      ...{ statement: 'text', of: 'text', kind: 'text', rank: 'smallint', place: 'bigint' },
      ...{ reasons: 'text[]', decided: 'text', waiting: 'boolean' },
    },
    rows,
  );
  await count(trx, rows, 1);
  const published = new Map<string, number>();
  for (const { reading } of reports) {
    const { publisher } = reading.report;
    if (publisher !== null) published.set(publisher, (published.get(publisher) ?? 0) + 1);
  }
  for (const [publisher, added] of published)
    await addToSource(trx, publisher, { reports: added, accepted: 0, rejected: 0, corrected: 0 });
  const decided = new Set(
    (
      await inForce(
        trx,
        ['accept', 'reject', 'correct'],
        rows.map(({ statement }) => statement),
      )
    ).map(({ a }) => a),
  );
  for (const own of groupBy(rows, ({ report }) => report))
    if (own.some(({ statement }) => decided.has(statement)))
      await settle(
        trx,
        own[0]?.report ?? '',
        own.map(({ statement }) => statement),
      );
  return new Map(rows.map(({ statement, place }) => [statement, place]));
}

type Counted = { kind: StatementKind; rank: number; waiting: boolean };

/** Adds these rows to the counts, or takes them out. */
async function count(trx: Transaction<Database>, rows: readonly Counted[], times: 1 | -1): Promise<void> {
  const sums = new Map<string, { kind: StatementKind; rank: number; statements: number; waiting: number }>();
  for (const { kind, rank, waiting } of rows) {
    const key = `${kind} ${rank}`;
    const sum = sums.get(key) ?? { kind, rank, statements: 0, waiting: 0 };
    sum.statements += times;
    sum.waiting += waiting ? times : 0;
    sums.set(key, sum);
  }
  if (sums.size === 0) return;
  await trx
    .insertInto('picture_triage_count')
    .values([...sums.values()])
    .onConflict((conflict) =>
      conflict.columns(['kind', 'rank']).doUpdateSet({
        statements: sql`picture_triage_count.statements + excluded.statements`,
        waiting: sql`picture_triage_count.waiting + excluded.waiting`,
      }),
    )
    .execute();
}

/**
 * Brings up to date what was decided on these statements of one report and on the attributions of these incidents, and
 * which of them wait: none that was accepted, rejected or corrected, and none about an incident that was rejected.
 */
export async function settle(trx: Transaction<Database>, report: string, statements: readonly string[]): Promise<void> {
  if (statements.length === 0) return;
  const { rows } = await sql<Counted & { statement: string; was: Decided; decided: Decided; moot: boolean }>`
    select statement, kind, rank, waiting, decided as was, (
        select decision.kind from decision left join decision_undone on decision_undone.decision = decision.id
        where decision_undone.decision is null and decision.a = triage.statement
          and decision.kind in ('accept', 'reject', 'correct')
        order by decision.seq desc limit 1) as decided, exists (
        select from decision left join decision_undone on decision_undone.decision = decision.id
        where decision_undone.decision is null and decision.a = triage.of and decision.kind = 'reject') as moot
    from picture_triage as triage
    where statement = any(${statements}::text[]) or of = any(${statements}::text[])`.execute(trx);
  const changed = rows
    .map((row) => ({ ...row, waits: row.decided === null && !row.moot }))
    .filter(({ was, decided, waiting, waits }) => was !== decided || waiting !== waits);
  if (changed.length === 0) return;
  await count(trx, changed, -1);
  await count(
    trx,
    changed.map((row) => ({ ...row, waiting: row.waits })),
    1,
  );
  await sql`
    update picture_triage as triage set decided = new.decided, waiting = new.waits
    from unnest(${changed.map(({ statement }) => statement)}::text[], ${changed.map(({ decided }) => decided)}::text[],
      ${changed.map(({ waits }) => waits)}::boolean[]) as new (statement, decided, waits)
    where triage.statement = new.statement`.execute(trx);
  const difference = (kind: Decided) =>
    changed.filter(({ decided }) => decided === kind).length - changed.filter(({ was }) => was === kind).length;
  const { publisher } = await trx
    .selectFrom('report')
    .where('id', '=', report)
    .select('publisher')
    .executeTakeFirstOrThrow();
  await addToSource(trx, publisher, {
    reports: 0,
    accepted: difference('accept'),
    rejected: difference('reject'),
    corrected: difference('correct'),
  });
}

type Decided = PictureTriageTable['decided'];

/** Counts for the publisher, where there is one. */
async function addToSource(
  trx: Transaction<Database>,
  publisher: string | null,
  counts: Omit<PictureSourceTable, 'publisher'>,
): Promise<void> {
  if (publisher === null) return;
  await trx
    .insertInto('picture_source')
    .values({ publisher, ...counts })
    .onConflict((conflict) =>
      conflict.column('publisher').doUpdateSet({
        reports: sql`picture_source.reports + excluded.reports`,
        accepted: sql`picture_source.accepted + excluded.accepted`,
        rejected: sql`picture_source.rejected + excluded.rejected`,
        corrected: sql`picture_source.corrected + excluded.corrected`,
      }),
    )
    .execute();
}

export interface TriageCounts {
  statements: number;
  waiting: number;
  kinds: { kind: StatementKind; statements: number; waiting: number }[];
  ranks: { rank: number; says: string; statements: number; waiting: number }[];
}

/** How many statements there are and how many wait, by kind and by place in the order. */
export async function triageCounts({ db }: { db: Kysely<Database> }): Promise<TriageCounts> {
  const rows = await db.selectFrom('picture_triage_count').selectAll().orderBy('rank').orderBy('kind').execute();
  const sum = (of: typeof rows) => ({
    statements: of.reduce((total, { statements }) => total + statements, 0),
    waiting: of.reduce((total, { waiting }) => total + waiting, 0),
  });
  const kinds = [...new Set(rows.map(({ kind }) => kind))];
  return {
    ...sum(rows),
    kinds: kinds.map((kind) => ({ kind, ...sum(rows.filter((row) => row.kind === kind)) })),
    ranks: TRIAGE_ORDER.flatMap(([says], rank) => {
      const of = rows.filter((row) => row.rank === rank);
      return of.length === 0 ? [] : [{ rank, says, ...sum(of) }];
    }),
  };
}
