/** Browsers that a recipient, or one of the desk's own people, has let the desk call: Web Push subscriptions. */
import type { Kysely, Transaction } from 'kysely';
import type { ChannelAddress } from '../../warning/addresses.js';
import { record } from '../audit/audit.js';
import { StoreError } from '../error.js';
import type { Database } from '../schema.js';
import { channelsOf, kindsOf, type Owner, openAddress, replaceChannels } from './channels.js';
import { setChannels } from './recipients.js';
import type { DeskKey } from './seal.js';

export type Browser = Extract<ChannelAddress, { kind: 'webpush' }>;

/** Channels of one recipient, at most. */
const MOST = 5;

/** The name and language of whoever it is; `undefined` where they are removed, or their account is closed. */
export async function ownerOf(
  db: Kysely<Database>,
  { of, id }: Owner,
): Promise<{ name: string; language: string } | undefined> {
  if (of === 'recipient')
    return db
      .selectFrom('recipient')
      .select(['name', 'language'])
      .where('id', '=', id)
      .where('removed_at', 'is', null)
      .executeTakeFirst();
  const row = await db
    .selectFrom('person')
    .select('name')
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return row && { ...row, language: 'en' };
}

/** Puts a browser before the other channels, in the writer's transaction. @throws StoreError, KeyError */
export async function addBrowser(
  trx: Transaction<Database>,
  key: DeskKey,
  owner: Owner,
  browser: Browser,
): Promise<void> {
  const others = without(await opened(trx, key, owner), browser.endpoint);
  if (others.length >= MOST)
    throw new StoreError(`There are ${others.length} channels already; take one out first, or ask the desk to.`);
  await setAddresses(trx, key, owner, [browser, ...others]);
}

/** Takes a browser out, in the writer's transaction. @throws StoreError, KeyError */
export async function removeBrowser(
  trx: Transaction<Database>,
  key: DeskKey,
  owner: Owner,
  endpoint: string,
): Promise<void> {
  const all = await opened(trx, key, owner);
  const left = without(all, endpoint);
  if (left.length < all.length) await setAddresses(trx, key, owner, left);
}

/** Sets the channels of a recipient or a person; whoever holds the personal link does it in their own name. */
export async function setAddresses(
  trx: Transaction<Database>,
  key: DeskKey,
  { of, id }: Owner,
  channels: ChannelAddress[],
): Promise<void> {
  if (of === 'recipient') return setChannels(trx, key, id, channels, `recipient:${id}`);
  await replaceChannels(trx, key, { of, id }, channels);
  const details = { channels: kindsOf(channels) };
  await record(trx, { by: id, subject: `person:${id}`, action: 'set-channels', details });
}

/** The addresses of a recipient or a person, in their order. @throws KeyError */
export const opened = async (db: Kysely<Database>, key: DeskKey, owner: Owner): Promise<ChannelAddress[]> =>
  (await channelsOf(db, owner)).map((channel) => openAddress(key, channel));

const without = (channels: readonly ChannelAddress[], endpoint: string): ChannelAddress[] =>
  channels.filter((each) => each.kind !== 'webpush' || each.endpoint !== endpoint);
