/** Gets what stands at a feed's address: never inside the house, along few redirections, of bounded size and time. */
import type { IncomingMessage } from 'node:http';
import { guarded } from '../../delivery/http.js';
import { MAX_BYTES } from '../../intake/receive.js';

/** Redirections that are followed. */
const MOST_HOPS = 5;
/** Milliseconds for a whole fetch. */
const TIMEOUT = 30_000;

/** What the server said of the version that is here. */
export interface Version {
  etag: string | null;
  modified: string | null;
}

export interface Got extends Version {
  bytes: Uint8Array;
}

/** The server did not give the feed. The message is a sentence for people. */
export class FeedError extends Error {
  override readonly name = 'FeedError';
}

/**
 * What stands there now; null where it is the version that is here.
 * @param allow hosts by name that may be inside
 * @throws FeedError, InsideError or a network error with its code
 */
export async function getFeed(
  address: string,
  known: Version,
  allow: ReadonlySet<string>,
  stop?: AbortSignal,
): Promise<Got | null> {
  const timeout = AbortSignal.timeout(TIMEOUT);
  const signal = stop ? AbortSignal.any([stop, timeout]) : timeout;
  let url = address;
  for (let hop = 0; hop <= MOST_HOPS; hop++) {
    const answer = await ask(url, known, allow, signal);
    const status = answer.statusCode ?? 0;
    const { location, etag = null, 'last-modified': modified = null } = answer.headers;
    if (status === 200) return { etag, modified, bytes: await bytesOf(answer) };
    answer.destroy();
    if (status === 304) return null;
    if (![301, 302, 303, 307, 308].includes(status)) throw new FeedError(`The server answered ${status}.`);
    if (!location || !URL.canParse(location, url)) throw new FeedError('The server sends on to no address.');
    url = new URL(location, url).href;
  }
  throw new FeedError(`The server sends on more than ${MOST_HOPS} times.`);
}

function ask(url: string, known: Version, allow: ReadonlySet<string>, signal: AbortSignal): Promise<IncomingMessage> {
  const { request, lookup } = guarded(url, allow, true);
  const headers = {
    Accept:
      'application/rss+xml, application/atom+xml, application/feed+json, application/xml, application/json, */*;q=0.1',
    'Accept-Encoding': 'identity',
    'User-Agent': 'Tocsin',
    ...(known.etag !== null && { 'If-None-Match': known.etag }),
    ...(known.modified !== null && { 'If-Modified-Since': known.modified }),
  };
  return new Promise((resolve, reject) => {
    request(url, { headers, lookup, signal, agent: false }, resolve).on('error', reject).end();
  });
}

async function bytesOf(answer: IncomingMessage): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BYTES) throw new FeedError(`It is larger than the ${MAX_BYTES / 2 ** 20} MB that are fetched.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
