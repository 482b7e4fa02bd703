/** Web Push: a short note on a browser or phone (RFC 8030), encrypted for it (8291), from a known sender (VAPID, 8292). */
import type { Kysely } from 'kysely';
import webpush from 'web-push';
import type { DeskKey } from '../store/delivery/seal.js';
import { secret } from '../store/delivery/secrets.js';
import type { Database } from '../store/schema.js';
import { failed, type Outcome } from './outcome.js';
import type { Note, Sending } from './sending.js';
import type { DeliverySettings } from './settings.js';
import { posted } from './webhook.js';
import { titled } from './words.js';

export interface VapidKeys {
  publicKey: string;
  privateKey: string;
}

/** The desk's keys for Web Push, made at first use; pages that subscribe need the public one. @throws KeyError */
export const vapidKeys = (db: Kysely<Database>, key: DeskKey): Promise<VapidKeys> =>
  secret(db, key, 'vapid', () => webpush.generateVAPIDKeys());

/** Characters of the text: a push service takes about 4,000 bytes, encrypted. */
const LONGEST = 600;

/** Where a browser takes pushes, as its `PushSubscription` has it. */
interface Subscription {
  endpoint: string;
  keys: { p256dh: string; auth: string };
}

/** Sends a warning; who is offline gets it until the window closes, and only the last of the same delivery. */
export function sendPush(
  { id, warning, messages, link, until }: Sending,
  subscription: Subscription,
  vapid: VapidKeys,
  settings: DeliverySettings,
): Promise<Outcome> {
  const [message] = messages;
  const title = titled(warning.kind, message?.headline ?? '', message?.language ?? 'en');
  const body = (message?.action || message?.what || '').slice(0, LONGEST);
  const note = { title, body, url: link, tag: id };
  return pushed({ ...note, kind: warning.kind, tlp: warning.content.tlp }, until, subscription, vapid, settings);
}

/** Sends a note until a time; only the last with the same tag reaches who is offline. */
export async function pushed(
  note: Note & Record<string, string>,
  until: Date,
  subscription: Subscription,
  vapid: VapidKeys,
  { from, publicUrl, allowHosts }: DeliverySettings,
  at = new Date(),
): Promise<Outcome> {
  const subject = from !== null ? `mailto:${from}` : publicUrl;
  try {
    const { headers, body: sealed } = webpush.generateRequestDetails(subscription, JSON.stringify(note), {
      TTL: Math.max(0, Math.floor((until.getTime() - at.getTime()) / 1000)),
      urgency: 'high',
      topic: note.tag.replaceAll('-', ''),
      vapidDetails: { subject, ...vapid },
    });
    return await posted(subscription.endpoint, headers as Record<string, string>, sealed as Buffer, allowHosts, false);
  } catch {
    return failed('the subscription cannot be used, or VAPID needs TOCSIN_FROM or an https TOCSIN_PUBLIC_URL');
  }
}
