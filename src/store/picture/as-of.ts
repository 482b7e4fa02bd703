import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Database } from '../schema.js';

/** The day from which a report could be known: published, or received where no day is known. */
export const knownDay = sql<string>`coalesce(report.published, (report.received_at at time zone 'UTC')::date)`;

/** That day of these reports, by their `seq`. */
export async function knownDays(trx: Transaction<Database>, reports: readonly number[]): Promise<Map<number, string>> {
  const rows = await trx
    .selectFrom('report')
    .where('seq', '=', sql<number>`any(${reports}::bigint[])`)
    .select(['seq', knownDay.as('day')])
    .execute();
  return new Map(rows.map(({ seq, day }) => [seq, day]));
}

/** A point in time: of reports those count that could be known by the day and, where `at` is given, were received by then. */
export interface AsOf {
  /** ISO 8601. */
  day: string;
  at: Date | null;
}

/** Of a query that has `report` in it. */
export function knownBy({ day, at }: AsOf): RawBuilder<boolean> {
  const received = at === null ? sql`` : sql`and report.received_at <= ${at}`;
  return sql<boolean>`(${knownDay} <= ${day}::date ${received})`;
}
