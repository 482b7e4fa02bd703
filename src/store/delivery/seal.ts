/**
 * The desk's key, from the environment and nowhere else: what it seals (AES-256-GCM) is worth nothing to who has only
 * the database, and what it signs (HMAC-SHA256) cannot be made by who has only a link.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { StoreError } from '../error.js';

/** Two keys made of the one in the environment, so that neither use tells anything about the other. */
export interface DeskKey {
  readonly sealing: Buffer;
  readonly signing: Buffer;
}

/** The key is missing, is none, or is not the one that something was sealed with. */
export class KeyError extends StoreError {}

const [IV, TAG] = [12, 16];

/**
 * Opens the desk's key: 32 bytes in base64 or hex.
 * @throws KeyError with how to make one
 */
export function deskKey(given: string | undefined = process.env.TOCSIN_KEY): DeskKey {
  if (!given)
    throw new KeyError(
      'TOCSIN_KEY is not set: addresses of recipients are sealed with it. Make one with `openssl rand -base64 32`, keep it apart from the data, and start the desk with it.',
    );
  const key = Buffer.from(given.trim(), /^[0-9a-f]{64}$/i.test(given.trim()) ? 'hex' : 'base64');
  if (key.length !== 32)
    throw new KeyError('TOCSIN_KEY is not 32 bytes in base64 or hex. Make one with `openssl rand -base64 32`.');
  const part = (use: string): Buffer => Buffer.from(hkdfSync('sha256', key, '', `tocsin ${use}`, 32));
  return { sealing: part('seal'), signing: part('sign') };
}

/** Seals a text. `of` names what it belongs to: sealed for one thing, it does not open as another's. */
export function seal({ sealing }: DeskKey, of: string, text: string): Buffer {
  const iv = randomBytes(IV);
  const cipher = createCipheriv('aes-256-gcm', sealing, iv).setAAD(Buffer.from(of));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
}

/** Opens what {@link seal} sealed. @throws KeyError where it was sealed with another key, for another thing, or changed */
export function unseal({ sealing }: DeskKey, of: string, sealed: Buffer): string {
  try {
    const cipher = createDecipheriv('aes-256-gcm', sealing, sealed.subarray(0, IV), { authTagLength: TAG });
    cipher.setAAD(Buffer.from(of)).setAuthTag(sealed.subarray(IV, IV + TAG));
    return Buffer.concat([cipher.update(sealed.subarray(IV + TAG)), cipher.final()]).toString('utf8');
  } catch {
    throw new KeyError(`What was sealed for ${of} does not open: TOCSIN_KEY is another than when it was sealed.`);
  }
}

/** HMAC-SHA256 of a text, for one use. */
export const signed = ({ signing }: DeskKey, use: string, text: string): Buffer =>
  createHmac('sha256', signing).update(`${use}\n${text}`).digest();
