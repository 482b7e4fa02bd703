/** Who was reached but has not acknowledged in time is tried on the next channel, and then handed to a person. */
import { sql } from 'kysely';
import { groupBy } from '../../picture/forest.js';
import { record } from '../audit/audit.js';
import type { Store } from '../store.js';
import { asWriter } from '../writer.js';

/** Deliveries a step. */
const BATCH = 500;

/**
 * Chases deliveries that a channel accepted `minutes` ago and that nobody has acknowledged, while their window is open and
 * no later warning goes to the same recipient. @returns how many
 */
export async function chaseUnacknowledged(store: Store, minutes: number, now = new Date()): Promise<number> {
  return asWriter(store.db, async (trx) => {
    const { rows } = await sql<{ id: string; duty_case: string; warning: string; rank: number | null }>`
      select delivery.id, duty_case, warning.id as warning,
        (select min(rank) from recipient_channel where recipient = delivery.recipient and rank > delivery.rank) as rank
      from delivery join warning on warning.id = delivery.warning
      where state = 'accepted' and acknowledged_at is null and until > ${now}
        and accepted_at <= ${new Date(now.getTime() - minutes * 60_000)}
        and not exists (
          select from warning as later join delivery as newer on newer.warning = later.id
          where later.follows = delivery.warning and newer.recipient = delivery.recipient
        )
      limit ${BATCH}`.execute(trx);
    for (const { id, rank } of rows)
      await trx
        .updateTable('delivery')
        .set(
          rank === null
            ? { state: 'to-a-person', next_at: null, last_error: 'it arrived, but nobody acknowledged it in time' }
            : { state: 'waiting', rank, attempts: 0, next_at: now },
        )
        .where('id', '=', id)
        .execute();
    for (const deliveries of groupBy(
      rows.filter(({ rank }) => rank === null),
      ({ duty_case }) => duty_case,
    )) {
      const why = 'not acknowledged in time';
      await record(trx, {
        by: 'machine',
        subject: `case:${deliveries[0]!.duty_case}`,
        action: 'delivery-to-a-person',
        details: { deliveries: deliveries.map(({ id, warning }) => ({ id, warning, why })) },
        at: now,
      });
    }
    return rows.length;
  });
}
