/** The outbox: what is to go to whom, written with the release and worked off until it is there or the window closes. */
import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Database } from '../schema.js';

/** A cancellation is worth sending for as long as somebody may still heed what it cancels. */
const CANCEL_MINUTES = 24 * 60;

/** Puts a released warning into the outbox, once for each of its recipients, in the transaction of its release. */
export async function enqueue(trx: Transaction<Database>, warning: string, at: Date): Promise<number> {
  const { valid_until } = await trx
    .selectFrom('warning')
    .select('valid_until')
    .where('id', '=', warning)
    .executeTakeFirstOrThrow();
  const latest = new Date(at.getTime() + CANCEL_MINUTES * 60_000);
  const recipients = await trx
    .selectFrom('warning_recipient')
    .innerJoin('recipient', 'recipient.id', 'warning_recipient.recipient')
    .select('recipient.id')
    .where('warning', '=', warning)
    .where('removed_at', 'is', null)
    .execute();
  for (let i = 0; i < recipients.length; i += 500)
    await trx
      .insertInto('delivery')
      .values(
        recipients.slice(i, i + 500).map(({ id }) => ({
          id: randomUUID(),
          warning,
          recipient: id,
          state: 'waiting' as const,
          next_at: at,
          claimed_until: null,
          until: valid_until !== null && valid_until > at ? valid_until : latest,
          last_error: null,
          created_at: at,
          accepted_at: null,
          delivered_at: null,
          opened_at: null,
          acknowledged_at: null,
          acknowledged_by: null,
          acted_at: null,
          acted_what: null,
        })),
      )
      .execute();
  return recipients.length;
}
