/** Links that only who got a warning can have: the delivery's id with a signature of the desk. */
import { timingSafeEqual } from 'node:crypto';
import { type DeskKey, signed } from '../store/delivery/seal.js';

const USE = 'acknowledge';

/** The address at which this delivery, and no other, is acknowledged. */
export const acknowledgeUrl = (publicUrl: string, key: DeskKey, delivery: string): string =>
  `${publicUrl}/acknowledge/${delivery}.${signed(key, USE, delivery).toString('base64url')}`;

/** The delivery that a link's last part stands for, or `null` where the desk did not sign it. */
export function deliveryOfLink(key: DeskKey, part: string): string | null {
  const [, delivery, signature] = /^([0-9a-f-]{36})\.([A-Za-z0-9_-]{43})$/.exec(part) ?? [];
  if (delivery === undefined || signature === undefined) return null;
  const right = signed(key, USE, delivery).toString('base64url');
  return timingSafeEqual(Buffer.from(signature), Buffer.from(right)) ? delivery : null;
}

/** The public page of a warning. */
export const publicPage = (publicUrl: string, warning: string): string => `${publicUrl}/public/warnings/${warning}`;
