/** Deliveries that are due, claimed so that no two senders work at one at a time. */
import { type Kysely, sql } from 'kysely';
import type { AudienceGroup } from '../../warning/words.js';
import type { DeliveryTable } from '../duty-tables.js';
import type { Database } from '../schema.js';
import type { SealedChannel } from './channels.js';

/** Milliseconds that a claim holds unless it is renewed: what a sender that died had in hand is due again after them. */
export const LEASE = 15_000;

/** A delivery in hand. */
export interface Claimed {
  id: string;
  warning: string;
  recipient: string;
  state: DeliveryTable['state'];
  rank: number;
  attempts: number;
  until: Date;
  audience: AudienceGroup;
  language: string;
  removed: boolean;
  /** Whether a later warning of the case is on its way to the same recipient: this one would only come after it. */
  superseded: boolean;
  /** In the order in which they are tried. */
  channels: SealedChannel[];
}

/** Claims up to `limit` deliveries that are due, those waiting longest first. Two queries, however many. */
export async function claim(db: Kysely<Database>, limit: number, now: Date): Promise<Claimed[]> {
  const { rows } = await sql<Omit<Claimed, 'channels'>>`
    with due as (
      select id from delivery
      where next_at <= ${now} and (claimed_until is null or claimed_until <= ${now})
      order by next_at limit ${limit} for update skip locked
    ), claimed as (
      update delivery set claimed_until = ${new Date(now.getTime() + LEASE)} where id in (select id from due)
      returning id, warning, recipient, state, rank, attempts, until
    )
    select claimed.*, recipient.audience, recipient.language, recipient.removed_at is not null as removed,
      exists (
        select from warning as later join delivery as newer on newer.warning = later.id
        where later.follows = claimed.warning and newer.recipient = claimed.recipient
      ) as superseded
    from claimed join recipient on recipient.id = claimed.recipient`.execute(db);
  if (rows.length === 0) return [];
  const channels = await db
    .selectFrom('recipient_channel')
    .selectAll()
    .where('recipient', 'in', [...new Set(rows.map(({ recipient }) => recipient))])
    .orderBy('rank')
    .execute();
  const byRecipient = new Map<string, SealedChannel[]>();
  for (const channel of channels) {
    const recipient = channel.recipient as string;
    const of = byRecipient.get(recipient);
    if (of) of.push(channel);
    else byRecipient.set(recipient, [channel]);
  }
  return rows.map((row) => ({ ...row, channels: byRecipient.get(row.recipient) ?? [] }));
}

/** Holds on to what is still in hand. */
export async function renew(db: Kysely<Database>, ids: readonly string[], now: Date): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable('delivery')
    .set({ claimed_until: new Date(now.getTime() + LEASE) })
    .where('id', 'in', ids)
    .where('claimed_until', 'is not', null)
    .execute();
}
