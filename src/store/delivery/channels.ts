/** Channels of recipients, and of the desk's own people: where they lead is sealed. */
import { randomUUID } from 'node:crypto';
import type { Kysely, Selectable, Transaction } from 'kysely';
import { ChannelAddress } from '../../warning/addresses.js';
import type { ChannelKind } from '../../warning/words.js';
import type { RecipientChannelTable } from '../duty-tables.js';
import type { Database } from '../schema.js';
import { type DeskKey, seal, unseal } from './seal.js';

/** Whose a channel is. */
export type Owner = { of: 'recipient' | 'person'; id: string };

/** A channel, its address still sealed. */
export type SealedChannel = Selectable<RecipientChannelTable>;

/** Rows of one statement: PostgreSQL takes 65,535 parameters. */
export const ROWS = 500;

/** @throws KeyError */
export const openAddress = (key: DeskKey, { id, address }: Pick<SealedChannel, 'id' | 'address'>): ChannelAddress =>
  ChannelAddress.parse(JSON.parse(unseal(key, `channel ${id}`, address)));

export const kindsOf = (channels: readonly ChannelAddress[]): ChannelKind[] => channels.map(({ kind }) => kind);

export const sealedOf = (key: DeskKey, owner: Owner, channels: readonly ChannelAddress[]): SealedChannel[] =>
  channels.map((channel, rank) => {
    const id = randomUUID();
    const address = seal(key, `channel ${id}`, JSON.stringify(channel));
    return { id, recipient: null, person: null, [owner.of]: owner.id, rank, kind: channel.kind, address };
  });

export async function insertChannels(trx: Transaction<Database>, rows: readonly SealedChannel[]): Promise<void> {
  for (let i = 0; i < rows.length; i += ROWS)
    await trx
      .insertInto('recipient_channel')
      .values(rows.slice(i, i + ROWS))
      .execute();
}

/** In the order in which they are tried. */
export const channelsOf = (db: Kysely<Database>, { of, id }: Owner): Promise<SealedChannel[]> =>
  db.selectFrom('recipient_channel').selectAll().where(of, '=', id).orderBy('rank').execute();

/** Puts these channels in the place of those there were. */
export async function replaceChannels(
  trx: Transaction<Database>,
  key: DeskKey,
  owner: Owner,
  channels: readonly ChannelAddress[],
): Promise<void> {
  await trx.deleteFrom('recipient_channel').where(owner.of, '=', owner.id).execute();
  await insertChannels(trx, sealedOf(key, owner, channels));
}
