/** How far a warning has come with each of its recipients. */
import type { Kysely, Selectable, Transaction } from 'kysely';
import type { AudienceGroup } from '../../warning/words.js';
import { record } from '../audit/audit.js';
import type { DeliveryTable } from '../duty-tables.js';
import { StoreError } from '../error.js';
import type { Database } from '../schema.js';

/** A delivery with its recipient, as the desk shows it: no address. */
export interface ListedDelivery extends Selectable<DeliveryTable> {
  name: string;
  organisation: string | null;
  audience: AudienceGroup;
  /** The channel of the last attempt, such as `email`. */
  channel: string | null;
}

/** The deliveries of a warning, those that a person has to see to first. */
export async function deliveriesOf(db: Kysely<Database>, warning: string): Promise<ListedDelivery[]> {
  const rows = await db
    .selectFrom('delivery')
    .innerJoin('recipient', 'recipient.id', 'delivery.recipient')
    .selectAll('delivery')
    .select(['name', 'organisation', 'audience'])
    .select((is) =>
      is
        .selectFrom('delivery_attempt')
        .select('channel')
        .whereRef('delivery_attempt.delivery', '=', 'delivery.id')
        .orderBy('seq', 'desc')
        .limit(1)
        .as('channel'),
    )
    .where('warning', '=', warning)
    .orderBy('name')
    .orderBy('delivery.id')
    .execute();
  const order: DeliveryTable['state'][] = ['to-a-person', 'given-up', 'waiting', 'accepted'];
  return rows.sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
}

/** Has a delivery that did not arrive tried at once, from its first channel on. @throws StoreError where it cannot be */
export async function tryAgain(
  trx: Transaction<Database>,
  id: string,
  by: string,
  at = new Date(),
): Promise<{ warning: string }> {
  const row = await trx
    .updateTable('delivery')
    .set({ state: 'waiting', rank: 0, attempts: 0, next_at: at, claimed_until: null })
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'to-a-person', 'given-up'])
    .where('until', '>', at)
    .returning('warning')
    .executeTakeFirst();
  if (!row)
    throw new StoreError(
      `There is no delivery ${id} that could be tried again: it has arrived, or its window has closed.`,
    );
  const { duty_case } = await trx
    .selectFrom('warning')
    .select('duty_case')
    .where('id', '=', row.warning)
    .executeTakeFirstOrThrow();
  const details = { warning: row.warning, delivery: id };
  await record(trx, { by, subject: `case:${duty_case}`, action: 'try-delivery-again', details, at });
  return row;
}
