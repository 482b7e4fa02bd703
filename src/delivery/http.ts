/** Requests to addresses that others name: never inside the house, never along a redirection, never without end. */
import { type LookupAddress, lookup as lookUp } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isInside } from './inside.js';

/** Milliseconds for the whole of a request, looking up the name included. */
const TIMEOUT = 15_000;
/** Bytes of an answer that are read: only its status and its end matter. */
const MOST = 64 * 1024;

/** An address that is not to be reached. */
export class InsideError extends Error {
  override readonly name = 'InsideError';
}

export interface Post {
  url: string;
  headers: Record<string, string | number>;
  body: string | Buffer;
  /** Hosts by name that may be inside, and be reached without TLS. */
  allow: ReadonlySet<string>;
}

/**
 * Posts, and gives the status once the whole answer is here: one that breaks off is no answer.
 * @throws InsideError; or a network error with its code
 */
export async function post({ url, headers, body, allow }: Post): Promise<number> {
  const { request, lookup } = guarded(url, allow);
  return new Promise((resolve, reject) => {
    const sending = request(url, {
      method: 'POST',
      headers: { ...headers, 'Content-Length': Buffer.byteLength(body), 'User-Agent': 'Tocsin' },
      agent: false,
      lookup,
      signal: AbortSignal.timeout(TIMEOUT),
    });
    sending.on('error', reject);
    sending.on('response', (answer) => {
      let size = 0;
      const status = answer.statusCode ?? 0;
      answer.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > MOST) {
          resolve(status);
          sending.destroy();
        }
      });
      answer.on('end', () => resolve(status));
      answer.on('error', reject);
    });
    sending.end(body);
  });
}

/** How a request to an address that others name is made: over what, and looking its name up how. @throws InsideError */
export function guarded(url: string, allow: ReadonlySet<string>, plain = false) {
  const { protocol, hostname } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, '');
  const allowed = allow.has(host);
  if (protocol !== 'https:' && protocol !== 'http:') throw new InsideError('neither http nor https');
  if (!allowed && !plain && protocol !== 'https:')
    throw new InsideError('not https, and its host is not in TOCSIN_ALLOW_HOSTS');
  if (!allowed && isIP(host) !== 0 && isInside(host)) throw inside();
  return {
    request: protocol === 'https:' ? https.request : http.request,
    lookup: allowed ? lookUp : lookUpOutside,
  };
}

const inside = () => new InsideError('its address is inside the house, and its host is not in TOCSIN_ALLOW_HOSTS');

/** Looks a name up for the very connection that uses the answer, so that no second answer can be another. */
const lookUpOutside: LookupFunction = (hostname, options, done) => {
  lookUp(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
    if (error) return done(error, '', 0);
    if (found.length === 0 || found.some(({ address }) => isInside(address))) return done(inside(), '', 0);
    return options.all ? done(null, found) : done(null, found[0]!.address, found[0]!.family);
  });
};
