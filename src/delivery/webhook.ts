/** Webhooks after Standard Webhooks 1.0: id, time and HMAC-SHA256 over both and the body. */
import { createHmac } from 'node:crypto';
import { InsideError, post } from './http.js';
import { byStatus, failed, type Outcome, reasonOf, refused } from './outcome.js';
import type { Sending } from './sending.js';

/** What is posted: who reads it needs no CAP, who can read CAP finds it signed in `data.cap`. */
export function payloadOf({ id, warning, messages, cap, link }: Sending, at: Date): string {
  const { kind, content, valid_from, valid_until, threat_from, threat_until, released_at, follows } = warning;
  return JSON.stringify({
    type: `warning.${kind.toLowerCase()}`,
    timestamp: at.toISOString(),
    data: {
      delivery: id,
      ...{ warning: warning.id, case: warning.duty_case, kind, follows, released: released_at },
      ...{ tlp: content.tlp, severity: content.severity, urgency: content.urgency, likelihood: content.likelihood },
      ...{ validFrom: valid_from, validUntil: valid_until, threatFrom: threat_from, threatUntil: threat_until },
      ...{ area: content.area, messages, acknowledge: link, cap },
    },
  });
}

/** The headers that say who sent it and when; the id is the delivery's, the same however often it is sent. */
export function signatureOf(id: string, at: Date, body: string, secret: string): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}

/** Posts it. Only 2xx with a whole answer counts. */
export async function sendWebhook(
  sending: Sending,
  { url, secret }: { url: string; secret: string },
  allow: ReadonlySet<string>,
  at = new Date(),
): Promise<Outcome> {
  const body = payloadOf(sending, at);
  const headers = { 'Content-Type': 'application/json', ...signatureOf(sending.id, at, body, secret) };
  return posted(url, headers, body, allow, true);
}

/** One post and what it came to. `delivered`: whether who answers is the recipient and not a carrier. */
export async function posted(
  url: string,
  headers: Record<string, string | number>,
  body: string | Buffer,
  allow: ReadonlySet<string>,
  delivered: boolean,
): Promise<Outcome> {
  try {
    return byStatus(await post({ url, headers, body, allow }), delivered);
  } catch (error) {
    return error instanceof InsideError ? refused(error.message) : failed(reasonOf(error));
  }
}
