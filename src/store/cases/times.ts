/** The times of cases, for their clocks. */
import { type Kysely, sql } from 'kysely';
import { AWAITED, type Clock, clocksOf, type Limits, type Stage, type Times } from '../../warning/clocks.js';
import type { Database } from '../schema.js';
import type { DutyCase } from './case.js';

/** What the clocks of a case are made of. */
export type Timed = Pick<
  DutyCase,
  'id' | 'state' | 'state_before' | 'acquired_at' | 'recognised_at' | 'decided_at' | 'released_at'
>;

/** The stages whose end is awaited; the second approval of what went out in an emergency, also while it is revised. */
const awaited = ({ state, state_before }: Timed): readonly Stage[] => [
  ...(AWAITED[state]?.stages ?? []),
  ...(state_before === 'released-unapproved' ? (['approve'] as const) : []),
];

/** The clocks of each of these cases, in their order. Two queries, however many cases. */
export async function clocksFor(
  db: Kysely<Database>,
  cases: readonly Timed[],
  limits: Limits,
  now = Date.now(),
): Promise<Clock[][]> {
  if (cases.length === 0) return [];
  const rows = await db
    .selectFrom('warning')
    .leftJoin('delivery', 'delivery.warning', 'warning.id')
    .where(
      'duty_case',
      'in',
      cases.map(({ id }) => id),
    )
    .where('released_at', 'is not', null)
    .select((is) => [
      'duty_case',
      sql<Date | null>`max(approved_at) filter (where emergency)`.as('approved'),
      sql<number>`count(*) filter (where delivery.id is not null and accepted_at is null and delivery.state <> 'given-up')`.as(
        'undelivered',
      ),
      sql<number>`count(*) filter (where delivery.id is not null and acknowledged_at is null and delivery.state <> 'given-up')`.as(
        'unacknowledged',
      ),
      is.fn.max('accepted_at').as('delivered'),
      is.fn.max('acknowledged_at').as('acknowledged'),
    ])
    .groupBy('duty_case')
    .execute();
  const byCase = new Map(rows.map((row) => [row.duty_case, row]));
  const ms = (date: Date | null | undefined): number | null => date?.getTime() ?? null;
  return cases.map((each) => {
    const out = byCase.get(each.id);
    const times: Times = {
      acquired: ms(each.acquired_at),
      recognised: ms(each.recognised_at),
      decided: ms(each.decided_at),
      released: ms(each.released_at),
      delivered: Number(out?.undelivered ?? 1) === 0 ? ms(out?.delivered as Date | null) : null,
      acknowledged: Number(out?.unacknowledged ?? 1) === 0 ? ms(out?.acknowledged as Date | null) : null,
      ratified: each.state === 'released-unapproved' ? null : ms(out?.approved),
    };
    return clocksOf(times, awaited(each), limits, now);
  });
}
