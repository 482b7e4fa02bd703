/** When a delivery is tried again, on which channel, and when a person is told. */
import type { Claimed } from '../store/delivery/claim.js';
import type { Result } from '../store/delivery/results.js';
import { type Outcome, refused } from './outcome.js';

/** Seconds from each attempt on a channel to the next: seconds first, then minutes. After the last comes the next channel. */
export const RETRY_SECONDS = [2, 5, 10, 20, 40, 60, 120] as const;
/** Where no channel is left a person is told, and the last is tried on at this pace until the window closes. */
export const LAST_SECONDS = 180;

type Standing = Pick<Result, 'state' | 'rank' | 'attempts' | 'next_at' | 'accepted_at' | 'delivered_at'>;

/** How a delivery stands after an attempt on the channel of this rank. */
export function settle(delivery: Claimed, rank: number, kind: string, outcome: Outcome, at: Date): Result {
  const standing = after(delivery, rank, kind, outcome, at);
  const tell = (standing.state === 'to-a-person' && delivery.state !== 'to-a-person') || standing.state === 'given-up';
  const attempt = { channel: kind, outcome: outcome.outcome, detail: outcome.detail };
  const last_error = outcome.outcome === 'accepted' ? null : outcome.detail;
  return { id: delivery.id, warning: delivery.warning, ...standing, last_error, attempt, tell, at };
}

function after(
  { state, attempts, until, channels }: Claimed,
  rank: number,
  kind: string,
  outcome: Outcome,
  at: Date,
): Standing {
  const tried = attempts + 1;
  const none = { accepted_at: null, delivered_at: null };
  const next = channels.find((channel) => channel.rank > rank);
  // A push is a note on a screen: what is behind it, such as mail, brings the warning itself, and is not kept waiting.
  if (outcome.outcome === 'accepted' && kind === 'webpush' && next !== undefined && state === 'waiting')
    return { ...{ state, rank: next.rank, attempts: 0, next_at: at }, accepted_at: at, delivered_at: null };
  if (outcome.outcome === 'accepted')
    return {
      ...{ state: 'accepted', rank, attempts: tried, next_at: null, accepted_at: at },
      delivered_at: outcome.delivered ? at : null,
    };
  const again = (seconds: number): Date | null => {
    const time = at.getTime() + seconds * 1000;
    return time < until.getTime() ? new Date(time) : null;
  };
  const wait = outcome.outcome === 'failed' && state === 'waiting' ? RETRY_SECONDS[attempts] : undefined;
  const soon = wait === undefined ? null : again(wait);
  if (soon !== null) return { state, rank, attempts: tried, next_at: soon, ...none };
  if (next !== undefined && state === 'waiting' && at < until)
    return { state, rank: next.rank, attempts: 0, next_at: at, ...none };
  const later = again(LAST_SECONDS);
  return { state: later === null ? 'given-up' : 'to-a-person', rank, attempts: tried, next_at: later, ...none };
}

/** What is not to be tried: the window has closed, the recipient is gone, or a later warning goes to it. `null`: try. */
export function settleUntried(delivery: Claimed, at: Date): Result | null {
  const { id, warning, rank, attempts } = delivery;
  const end = (why: string, tell: boolean): Result => ({
    ...{ id, warning, state: 'given-up', rank, attempts, next_at: null, last_error: why },
    ...{ accepted_at: null, delivered_at: null, attempt: null, tell, at },
  });
  if (delivery.removed) return end('the recipient was removed', false);
  if (delivery.superseded) return end('a later warning of the case goes to the same recipient', false);
  if (delivery.until <= at) return end('the window closed before it was there', true);
  if (delivery.channels.length === 0)
    return { ...settle(delivery, rank, 'none', refused('the recipient has no channel'), at), attempt: null };
  return null;
}
