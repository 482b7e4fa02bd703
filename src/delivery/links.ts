/** Links that only who was given one can have: an id with a signature of the desk. */
import { timingSafeEqual } from 'node:crypto';
import type { Owner } from '../store/delivery/channels.js';
import { type DeskKey, signed } from '../store/delivery/seal.js';

/** What a link is for: signed for one use, it is worth nothing for another. */
type Use = 'acknowledge' | 'subscribe';

const signature = (key: DeskKey, use: Use, what: string): string => signed(key, use, what).toString('base64url');

/** What the last part of a link stands for, or `null` where the desk did not sign it for this use. */
function signedPart(key: DeskKey, use: Use, part: string): string | null {
  const [, what, given] = /^([a-z-]*[0-9a-f-]{36})\.([A-Za-z0-9_-]{43})$/.exec(part) ?? [];
  if (what === undefined || given === undefined) return null;
  return timingSafeEqual(Buffer.from(given), Buffer.from(signature(key, use, what))) ? what : null;
}

/** The address at which this delivery, and no other, is acknowledged. */
export const acknowledgeUrl = (publicUrl: string, key: DeskKey, delivery: string): string =>
  `${publicUrl}/acknowledge/${delivery}.${signature(key, 'acknowledge', delivery)}`;

/** The delivery that a link's last part stands for, or `null` where the desk did not sign it. */
export const deliveryOfLink = (key: DeskKey, part: string): string | null => signedPart(key, 'acknowledge', part);

/** The address at which a recipient, or one of the desk's own people, lets the desk call a browser. */
export function subscribeUrl(publicUrl: string, key: DeskKey, { of, id }: Owner): string {
  const what = `${of}-${id}`;
  return `${publicUrl}/subscribe/${what}.${signature(key, 'subscribe', what)}`;
}

/** Whose link to subscribe it is, or `null` where the desk did not sign it. */
export function ownerOfLink(key: DeskKey, part: string): Owner | null {
  const [, of, id] = /^(recipient|person)-(.*)$/.exec(signedPart(key, 'subscribe', part) ?? '') ?? [];
  return of === undefined || id === undefined ? null : { of: of as Owner['of'], id };
}

/** The public page of a warning. */
export const publicPage = (publicUrl: string, warning: string): string => `${publicUrl}/public/warnings/${warning}`;
