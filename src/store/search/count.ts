import { sql, type Transaction } from 'kysely';
import { MOST_STATEMENTS } from '../picture/triage.js';
import type { Database } from '../schema.js';
import { findIncidents, type IncidentFinding } from './find.js';

/** Counted at most. */
const MOST = 100;
/** Rows of new reports that are looked through; where there are more, the index of words is asked. */
const FEW = 5000;

/** How many of what is searched for is told of by reports that came after `since`. */
export async function countSince(
  trx: Transaction<Database>,
  what: 'incidents' | 'statements' | 'reports',
  finding: IncidentFinding,
): Promise<{ fresh: number; more: boolean }> {
  if (what === 'incidents') return counted((await findIncidents(trx, { ...finding, limit: MOST })).length);
  const table = sql.table(what === 'statements' ? 'picture_statement_words' : 'picture_report_words');
  // Statements have an order of their own that is that of their reports, the newest first.
  const later = (since: number) =>
    what === 'statements' ? sql`place < ${-since * MOST_STATEMENTS}::bigint` : sql`report > ${since}`;
  const newest = what === 'statements' ? sql`place` : sql`report desc`;
  const { words, since = 0, from, to } = finding;
  const matches = sql`${words === null ? sql`true` : sql`words @@ ${words}::tsquery`}
    and ${from ? sql`day >= ${from}::date` : sql`true`} and ${to ? sql`day <= ${to}::date` : sql`true`}`;
  // The newest by the order of reception: a barrier keeps the planner from asking the index of words first.
  const { rows } = await sql<{ looked: number; found: number }>`
    with fresh as materialized (select * from ${table} where ${later(since)} order by ${newest} limit ${FEW})
    select (select count(*) from fresh) as looked, count(*) as found
    from (select from fresh where ${matches} limit ${MOST + 1}) as matching`.execute(trx);
  const { looked = 0, found = 0 } = rows[0] ?? {};
  if (looked < FEW || found > MOST) return counted(found);
  const all = await sql<{ found: number }>`
    with matching as materialized (select report from ${table} where ${matches})
    select count(*) as found from (select from matching where report > ${since} limit ${MOST + 1}) as fresh`.execute(
    trx,
  );
  return counted(all.rows[0]?.found ?? 0);
}

const counted = (found: number) => ({ fresh: Math.min(found, MOST), more: found > MOST });
