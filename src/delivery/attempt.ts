/** One attempt at one delivery. */
import { CapError } from '../exchange/cap/write.js';
import { getWarning } from '../store/cases/case.js';
import { openAddress, type SealedChannel } from '../store/delivery/channels.js';
import type { Claimed } from '../store/delivery/claim.js';
import { type DeskKey, deskKey } from '../store/delivery/seal.js';
import { StoreError } from '../store/error.js';
import type { Store } from '../store/store.js';
import { inLanguage, messagesOf, toldAs } from '../warning/audience.js';
import type { AudienceGroup } from '../warning/words.js';
import { acknowledgeUrl } from './links.js';
import { type MailChannel, mailChannel } from './mail.js';
import { type Outcome, refused } from './outcome.js';
import { sendPush, vapidKeys } from './push.js';
import { signedCap } from './send-cap.js';
import type { Sending } from './sending.js';
import type { DeliverySettings } from './settings.js';
import { sendWebhook } from './webhook.js';

/** Warnings that are kept ready; a desk rarely sends more at a time. */
const MOST_READY = 20;

export interface Sender {
  /** Tries a delivery on a channel. Does not throw: whatever goes wrong is an outcome. */
  attempt(delivery: Claimed, channel: SealedChannel): Promise<Outcome>;
  close(): void;
}

/** Something that sends. `key` is asked for at each attempt, so that a desk without one says so instead of losing anything. */
export function createSender(store: Store, settings: DeliverySettings, key: () => DeskKey = deskKey): Sender {
  const mail = mailChannel(settings);
  const ready = new Map<string, ReturnType<typeof prepare>>();
  const prepared = (id: string, audience: AudienceGroup) => {
    const name = `${id} ${audience}`;
    const there = ready.get(name);
    if (there !== undefined) return there;
    const made = prepare(store, settings, key(), id, audience);
    ready.set(name, made);
    made.catch(() => ready.delete(name));
    if (ready.size > MOST_READY) ready.delete(ready.keys().next().value as string);
    return made;
  };
  return {
    attempt: async (delivery, channel) => {
      try {
        const { warning, messages, cap } = await prepared(delivery.warning, delivery.audience);
        const { id, until, language } = delivery;
        const link = acknowledgeUrl(settings.publicUrl, key(), id);
        const sending = { id, until, warning, cap, link, messages: inLanguage(messages, language) };
        return await send(store, settings, key(), mail, sending, channel);
      } catch (error) {
        if (error instanceof CapError || error instanceof StoreError) return refused(error.message);
        throw error;
      }
    },
    close: () => mail.close(),
  };
}

/** What all recipients of an audience are sent. */
async function prepare(
  { db }: Store,
  settings: DeliverySettings,
  key: DeskKey,
  id: string,
  audience: AudienceGroup,
): Promise<Pick<Sending, 'warning' | 'messages' | 'cap'>> {
  const warning = await getWarning(db, id);
  const told = toldAs(warning.content, audience);
  if (told === null) throw new CapError([`the warning says nothing to “${audience}”`]);
  const { xml } = await signedCap(db, key, settings, id, told);
  return { warning, messages: messagesOf(warning.content, told), cap: xml };
}

async function send(
  { db }: Store,
  settings: DeliverySettings,
  key: DeskKey,
  mail: MailChannel,
  sending: Sending,
  channel: SealedChannel,
): Promise<Outcome> {
  const address = openAddress(key, channel);
  if (address.kind === 'email') return mail.send(sending, address.email);
  if (address.kind === 'webhook') return sendWebhook(sending, address, settings.allowHosts);
  return sendPush(sending, address, await vapidKeys(db, key), settings);
}
