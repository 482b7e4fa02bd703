/** The signed CAP message of a warning: made once, kept, and the same for everybody ever after. */
import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { makeSigningKey, openSigningKey } from '../exchange/cap/certificate.js';
import { capTime, writeCap } from '../exchange/cap/write.js';
import { signXml } from '../exchange/cap/xml-signature.js';
import { getWarning } from '../store/cases/case.js';
import { findCap, keepCap, type WarningCap } from '../store/delivery/caps.js';
import type { DeskKey } from '../store/delivery/seal.js';
import { secret } from '../store/delivery/secrets.js';
import type { Database } from '../store/schema.js';
import { isPublic, messagesOf } from '../warning/audience.js';
import type { AudienceGroup } from '../warning/words.js';
import { capOf } from './cap.js';
import { publicPage } from './links.js';
import type { DeliverySettings } from './settings.js';

/** What signs the desk's messages; the certificate is what receivers pin. */
interface Identity {
  key: string;
  certificate: string;
  /** CAP's `sender`, the same from the first message on. */
  sender: string;
}

/** The desk's key for signing CAP, made at first use. @throws KeyError */
export const identity = (
  db: Kysely<Database>,
  key: DeskKey,
  { name, from }: Pick<DeliverySettings, 'name' | 'from'>,
): Promise<Identity> =>
  secret(db, key, 'signing-key', () => ({
    ...makeSigningKey(name, new Date()),
    sender: from ?? `tocsin.${randomUUID()}`,
  }));

/**
 * The message of a released warning for an audience; made and kept where it is asked for the first time, after those
 * that it follows.
 * @throws CapError where there is none for this audience; KeyError
 */
export async function signedCap(
  db: Kysely<Database>,
  key: DeskKey,
  settings: DeliverySettings,
  id: string,
  audience: AudienceGroup,
): Promise<WarningCap> {
  const kept = await findCap(db, id, audience);
  if (kept !== undefined) return kept;
  const warning = await getWarning(db, id);
  const before = await followed(db, key, settings, warning.follows, audience);
  const { sender, ...pem } = await identity(db, key, settings);
  const message = capOf(warning, {
    audience,
    sender,
    senderName: settings.name,
    follows: before.map((cap) => ({ sender: cap.sender, identifier: cap.identifier, sent: capTime(cap.sent) })),
    web: audience === 'public' && isPublic(warning.content) ? publicPage(settings.publicUrl, id) : null,
  });
  const signing = openSigningKey(pem);
  const xml = signXml(writeCap(message), signing.key, signing.certificate);
  const sent = warning.released_at as Date;
  return keepCap(db, { warning: id, audience, identifier: message.identifier, sender, sent, xml });
}

/** The messages to this audience before a warning, the oldest first; where one says nothing to it, those before that one. */
async function followed(
  db: Kysely<Database>,
  key: DeskKey,
  settings: DeliverySettings,
  id: string | null,
  audience: AudienceGroup,
): Promise<WarningCap[]> {
  if (id === null) return [];
  const warning = await getWarning(db, id);
  const before = await followed(db, key, settings, warning.follows, audience);
  if (messagesOf(warning.content, audience).length === 0) return before;
  if (warning.kind === 'Cancel' && before.length === 0) return before;
  return [...before, await signedCap(db, key, settings, id, audience)];
}
