/** Fetches feeds: what is new in them is accepted like any report, before the feed counts as fetched. */
import { InsideError } from '../../delivery/http.js';
import { IntakeError } from '../../intake/error.js';
import { readFeed, tryReport } from '../../intake/feed.js';
import type { ReceivedReport } from '../../intake/receive.js';
import { type Feed, noteFailed, noteFetched, takeDue } from '../../store/feeds/feeds.js';
import type { Store } from '../../store/store.js';
import { acceptAll } from '../accept.js';
import type { Accepted } from '../schema.js';
import { FeedError, getFeed } from './get.js';

/** Fetches those that are due, one after the other. */
export async function fetchDue(store: Store, allow: ReadonlySet<string>, stop: AbortSignal): Promise<void> {
  for (const feed of await takeDue(store, new Date())) {
    if (stop.aborted) return;
    await fetchFeed(store, feed, allow, stop);
  }
}

/**
 * Fetches one feed and keeps how that went. The version that was taken in is noted last: what is cut short is fetched
 * again, and what is here already is not taken in twice.
 */
export async function fetchFeed(
  store: Store,
  feed: Pick<Feed, 'id' | 'url' | 'publisher' | 'etag' | 'modified'>,
  allow: ReadonlySet<string>,
  stop?: AbortSignal,
): Promise<void> {
  try {
    const got = await getFeed(feed.url, feed, allow, stop);
    if (got === null) return await noteFetched(store, feed.id, null);
    const { etag, modified, bytes } = got;
    await noteFetched(store, feed.id, { etag, modified, ...(await takeIn(store, bytes, feed)) });
  } catch (error) {
    // A desk that is being stopped says nothing of the feed.
    if (stop?.aborted) return;
    const failure = failureOf(error);
    if (failure === null) throw error;
    await noteFailed(store, feed.id, failure);
  }
}

/** Items that are accepted in one go. */
const BATCH = 100;

async function takeIn(store: Store, bytes: Uint8Array, { url, publisher }: Pick<Feed, 'url' | 'publisher'>) {
  const { items } = readFeed(bytes, url);
  const received = items.map((item) => tryReport(item, publisher));
  // The oldest first, as if they had come one by one.
  const reports = received.filter((one): one is ReceivedReport => !(one instanceof IntakeError)).reverse();
  const outcomes: (Accepted | IntakeError)[] = [];
  for (let from = 0; from < reports.length; from += BATCH)
    outcomes.push(...(await acceptAll(store, reports.slice(from, from + BATCH))));
  const refused = [...received, ...outcomes].filter((one): one is IntakeError => one instanceof IntakeError);
  const [first] = refused;
  return {
    items: items.length,
    fresh: outcomes.filter((one) => !(one instanceof IntakeError) && one.new).length,
    refused: first ? `${refused.length} of ${items.length} were not taken in: ${first.message}` : null,
  };
}

/** What the network's codes mean to people. */
const CODES: Record<string, string> = {
  ENOTFOUND: 'Its name is not known; there may be no network.',
  EAI_AGAIN: 'Its name cannot be looked up; there may be no network.',
  ECONNREFUSED: 'Nothing answers at its address.',
  ECONNRESET: 'The connection broke off.',
  ENETUNREACH: 'There is no network.',
  EHOSTUNREACH: 'Its server cannot be reached.',
  ETIMEDOUT: 'Its server does not answer.',
  ABORT_ERR: 'It did not come in time.',
  CERT_HAS_EXPIRED: 'The certificate of its server has expired.',
};

/** Why a feed could not be fetched; null where that is no fault of the feed's. */
function failureOf(error: unknown): string | null {
  if (error instanceof FeedError || error instanceof IntakeError) return error.message;
  if (error instanceof InsideError) return `It may not be fetched: ${error.message}.`;
  const { code, name, message } = error as NodeJS.ErrnoException;
  if (name === 'TimeoutError' || name === 'AbortError') return CODES.ABORT_ERR ?? null;
  if (typeof code !== 'string' || (error as { severity?: string }).severity) return null;
  return CODES[code] ?? `The connection failed: ${message}.`;
}
