/** Those who are to be warned, with their sealed addresses. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { ChannelAddress, NewRecipient } from '../../warning/addresses.js';
import type { AudienceGroup, ChannelKind } from '../../warning/words.js';
import { record } from '../audit/audit.js';
import { StoreError } from '../error.js';
import type { Database } from '../schema.js';
import { channelsOf, insertChannels, kindsOf, openAddress, ROWS, replaceChannels, sealedOf } from './channels.js';
import type { DeskKey } from './seal.js';

/** A recipient as lists show it: which channels, never where they lead. */
export interface Recipient {
  id: string;
  name: string;
  audience: AudienceGroup;
  organisation: string | null;
  language: string;
  created: Date;
  /** When it was removed and its addresses erased. */
  removed: Date | null;
  channels: ChannelKind[];
}

/** A new secret for signing a webhook. */
export const webhookSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/** Adds recipients in the writer's transaction. The record holds their ids and kinds of channel, no name or address. @returns their ids */
export async function addRecipients(
  trx: Transaction<Database>,
  key: DeskKey,
  recipients: readonly NewRecipient[],
  by: string,
  at = new Date(),
): Promise<string[]> {
  const rows = recipients.map(({ channels: _, ...recipient }) => ({ ...recipient, id: randomUUID() }));
  for (let i = 0; i < rows.length; i += ROWS)
    await trx
      .insertInto('recipient')
      .values(rows.slice(i, i + ROWS).map((row) => ({ ...row, created_at: at, removed_at: null })))
      .execute();
  await insertChannels(
    trx,
    recipients.flatMap(({ channels }, i) => sealedOf(key, { of: 'recipient', id: rows[i]!.id }, channels)),
  );
  await record(trx, {
    by,
    subject: 'recipients',
    action: 'add',
    details: {
      recipients: rows.map(({ id, audience }, i) => ({ id, audience, channels: kindsOf(recipients[i]!.channels) })),
    },
    at,
  });
  return rows.map(({ id }) => id);
}

/** Gives a recipient other channels, in the writer's transaction; what waits for it is tried on them at once. @throws StoreError */
export async function setChannels(
  trx: Transaction<Database>,
  key: DeskKey,
  id: string,
  channels: NewRecipient['channels'],
  by: string,
  at = new Date(),
): Promise<void> {
  await present(trx, id);
  await replaceChannels(trx, key, { of: 'recipient', id }, channels);
  await trx
    .updateTable('delivery')
    .set({ state: 'waiting', rank: 0, attempts: 0, next_at: at })
    .where('recipient', '=', id)
    .where('next_at', 'is not', null)
    .execute();
  const details = { channels: kindsOf(channels) };
  await record(trx, { by, subject: `recipient:${id}`, action: 'set-channels', details, at });
}

/** Removes a recipient, in the writer's transaction: its addresses are erased, and nothing more is sent to it. @throws StoreError */
export async function removeRecipient(
  trx: Transaction<Database>,
  id: string,
  by: string,
  at = new Date(),
): Promise<void> {
  await present(trx, id);
  await trx.deleteFrom('recipient_channel').where('recipient', '=', id).execute();
  await trx.updateTable('recipient').set({ removed_at: at }).where('id', '=', id).execute();
  await trx
    .updateTable('delivery')
    .set({ state: 'given-up', next_at: null, claimed_until: null, last_error: 'the recipient was removed' })
    .where('recipient', '=', id)
    .where('next_at', 'is not', null)
    .execute();
  await record(trx, { by, subject: `recipient:${id}`, action: 'remove', at });
}

/** Recipients by name; those removed only where asked for. */
export async function listRecipients(db: Kysely<Database>, { removed = false } = {}): Promise<Recipient[]> {
  const all = db.selectFrom('recipient').selectAll().orderBy('name').orderBy('id');
  const rows = await (removed ? all : all.where('removed_at', 'is', null)).execute();
  const channels = await db
    .selectFrom('recipient_channel')
    .where('recipient', 'is not', null)
    .select(['recipient', 'kind'])
    .$narrowType<{ recipient: string }>()
    .orderBy('recipient')
    .orderBy('rank')
    .execute();
  const kinds = new Map<string, ChannelKind[]>();
  for (const { recipient, kind } of channels) kinds.set(recipient, [...(kinds.get(recipient) ?? []), kind]);
  return rows.map(({ created_at, removed_at, ...row }) => ({
    ...row,
    created: created_at,
    removed: removed_at,
    channels: kinds.get(row.id) ?? [],
  }));
}

/** The addresses of a recipient in the order in which they are tried, for who may keep them. @throws StoreError, KeyError */
export async function addressesOf(db: Kysely<Database>, key: DeskKey, id: string): Promise<ChannelAddress[]> {
  await present(db, id);
  const rows = await channelsOf(db, { of: 'recipient', id });
  return rows.map((row) => openAddress(key, row));
}

async function present(db: Kysely<Database>, id: string): Promise<void> {
  const row = await db
    .selectFrom('recipient')
    .select('id')
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  if (!row) throw new StoreError(`There is no recipient ${id}.`);
}
