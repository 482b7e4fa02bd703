import { type Kysely, sql, type Transaction } from 'kysely';
import { fingerprints, originRank, shingles } from '../../picture/origin.js';
import type { Reading } from '../../reading/schema.js';
import { insertRows } from '../bulk.js';
import type { Database } from '../schema.js';
import { Copies, type Moved } from './copies-among.js';
import { type Printed, writePrints } from './prints.js';

/** A report as it was accepted, and what was read in it. */
export interface AcceptedReading {
  /** Order of acceptance. */
  seq: number;
  reading: Reading;
}

/**
 * Finds the reports that new ones are copies of (picture/origin.ts).
 * @returns the reports accepted before whose origin is now another
 */
export async function addOrigins(trx: Transaction<Database>, accepted: readonly AcceptedReading[]): Promise<number[]> {
  const texts = new Map(accepted.map(({ seq, reading }) => [seq, shingles(reading.report.text)]));
  const fresh = accepted.map(({ seq, reading }): Printed => {
    const prints = fingerprints(reading.report.text);
    return { report: seq, rank: originRank(reading.report.id), leader: null, prints, foundBy: new Set() };
  });
  const { moved, changed } = await new Copies(trx, texts).settle(fresh);
  await writePrints(trx, fresh, changed);
  return writeOrigins(trx, fresh, moved);
}

/** Writes the first accepted of each one's origin: for new ones, and where an origin's members have moved for all of it. */
async function writeOrigins(
  trx: Transaction<Database>,
  fresh: readonly Printed[],
  moved: readonly Moved[],
): Promise<number[]> {
  const own = new Set(fresh.map(({ report }) => report));
  const led = fresh.flatMap(({ leader }) => (leader && !own.has(leader.report) ? [leader.report] : []));
  const known = new Map<number, number>();
  if (led.length > 0) {
    const rows = await trx
      .selectFrom('picture_origin')
      .where('report', '=', sql<number>`any(${[...new Set(led)]}::bigint[])`)
      .select(['report', 'origin'])
      .execute();
    for (const { report, origin } of rows) known.set(report, origin);
  }
  // In the order of acceptance, so that the first of an origin that is new stands for it.
  for (const { report, leader } of fresh.toSorted((a, b) => a.report - b.report)) {
    const lead = leader?.report ?? report;
    if (!known.has(lead)) known.set(lead, report);
  }
  const rows = fresh.map(({ report, leader }) => ({ report, origin: known.get(leader?.report ?? report) ?? report }));
  await insertRows(trx, 'picture_origin', { report: 'bigint', origin: 'bigint' }, rows);
  if (moved.length === 0) return [];
  const leaders = new Set(moved.flatMap(({ one, was }) => [(one.leader ?? one).report, (was ?? one).report]));
  const changed = await sql<{ report: number }>`
    with member as (
      select report, coalesce(leader, report) as lead from picture_print
      where report = any(${[...leaders]}::bigint[]) or leader = any(${[...leaders]}::bigint[])
    )
    update picture_origin as origin set origin = first.report
    from member join (select lead, min(report) as report from member group by lead) as first using (lead)
    where origin.report = member.report and origin.origin <> first.report
    returning origin.report`.execute(trx);
  return changed.rows.map(({ report }) => report).filter((report) => !own.has(report));
}

/** The origins of these reports: `seq` of a report to `seq` and id of the first accepted of its origin. */
export async function originsOf(
  db: Kysely<Database>,
  reports: readonly number[],
): Promise<Map<number, { seq: number; id: string }>> {
  if (reports.length === 0) return new Map();
  const rows = await db
    .selectFrom('picture_origin as origin')
    .innerJoin('report as first', 'first.seq', 'origin.origin')
    .where('origin.report', '=', sql<number>`any(${reports}::bigint[])`)
    .select(['origin.report', 'first.id', 'first.seq'])
    .execute();
  return new Map(rows.map(({ report, id, seq }) => [report, { id, seq }]));
}
