import { sql, type Transaction } from 'kysely';
import { fingerprints, isCopy, maybeCopies, shingles } from '../../picture/origin.js';
import type { Reading } from '../../reading/schema.js';
import type { Database } from '../schema.js';

/** A report as it was accepted, and what was read in it. */
export interface AcceptedReading {
  /** Order of acceptance. */
  seq: number;
  reading: Reading;
}

/**
 * Finds the reports of which a new one is a copy and makes them one origin, the first accepted of them all.
 * @returns the reports accepted before whose origin is now another
 */
export async function addOrigin(trx: Transaction<Database>, { seq, reading }: AcceptedReading): Promise<number[]> {
  const all = shingles(reading.report.text);
  const prints = fingerprints(all);
  const origins = await copied(trx, all, prints);
  await trx.insertInto('picture_print').values({ report: seq, prints }).execute();
  const origin = Math.min(seq, ...origins);
  await trx.insertInto('picture_origin').values({ report: seq, origin }).execute();
  const moved = [...origins].filter((other) => other !== origin);
  if (moved.length === 0) return [];
  const rows = await trx
    .updateTable('picture_origin')
    .set({ origin })
    .where('origin', 'in', moved)
    .returning('report')
    .execute();
  return rows.map(({ report }) => report);
}

/** The origins of the reports that this one is a copy of. One report of an origin is enough, so that ten copies cost no more than one. */
async function copied(trx: Transaction<Database>, all: Set<number>, prints: number[]): Promise<Set<number>> {
  const candidates = await trx
    .selectFrom('picture_print as print')
    .innerJoin('picture_origin as origin', 'origin.report', 'print.report')
    .where(sql<boolean>`print.prints && ${prints}::integer[]`)
    .select(['print.report', 'prints', 'origin'])
    .orderBy('print.report')
    .execute();
  const found = new Set<number>();
  for (const candidate of candidates) {
    if (found.has(candidate.origin) || !maybeCopies(prints, candidate.prints)) continue;
    const { text } = await trx
      .selectFrom('report')
      .where('seq', '=', candidate.report)
      .select('text')
      .executeTakeFirstOrThrow();
    if (isCopy(all, shingles(text))) found.add(candidate.origin);
  }
  return found;
}

/** The origins of these reports: `seq` of a report to the id of the first accepted of its origin. */
export async function originsOf(trx: Transaction<Database>, reports: readonly number[]): Promise<Map<number, string>> {
  if (reports.length === 0) return new Map();
  const rows = await trx
    .selectFrom('picture_origin as origin')
    .innerJoin('report as first', 'first.seq', 'origin.origin')
    .where('origin.report', '=', sql<number>`any(${reports}::bigint[])`)
    .select(['origin.report', 'first.id'])
    .execute();
  return new Map(rows.map(({ report, id }) => [report, id]));
}
