/**
 * What keeps a desk on one's own machine one's own: only loopback names (against DNS rebinding), no requests that
 * another site's page makes (CSRF, cross-site leaks), and headers under which a page runs nothing but its own scripts.
 */
import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { hasToken } from './person.js';
import { Refusal } from './problem.js';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The host's name without its port: "localhost:4780" → "localhost". */
const nameOf = (host: string) => host.replace(/:\d+$/, '').toLowerCase();

/** Refuses a request that is not addressed to this desk by a loopback name, or by one of the names that it serves. */
export function onlyKnownHosts(names: readonly string[]): MiddlewareHandler {
  const known = new Set([...LOOPBACK, ...names.map((name) => name.toLowerCase())]);
  return async (c, next) => {
    const url = new URL(c.req.url);
    if (![url.host, c.req.header('host') ?? url.host].every((host) => known.has(nameOf(host)))) {
      throw new Refusal(421, `This desk answers only to ${[...known].join(', ')}.`);
    }
    await next();
  };
}

/**
 * Refuses what another site's page asks for. A browser says where a request comes from (Sec-Fetch-Site, Origin);
 * whatever changes something must come from this desk's own pages or carry the desk's token.
 */
export function onlyOwn(token: string): MiddlewareHandler {
  return async (c, next) => {
    if (hasToken(c, token)) return next();
    const site = c.req.header('sec-fetch-site');
    const origin = c.req.header('origin');
    const foreign =
      site === 'cross-site' || site === 'same-site' || (origin !== undefined && origin !== new URL(c.req.url).origin);
    // A link elsewhere may open one of the pages; it may not make the API do or give out anything.
    const opensPage =
      c.req.method === 'GET' && c.req.header('sec-fetch-mode') === 'navigate' && !c.req.path.startsWith('/api/');
    if (foreign && !opensPage)
      throw new Refusal(403, 'Another site asked for this; the desk answers its own pages only.');
    if (!SAFE.has(c.req.method) && origin === undefined && site !== 'same-origin') {
      throw new Refusal(403, "This needs the desk's token: send it as `Authorization: Bearer …`.");
    }
    return next();
  };
}

/** Content-Security-Policy and its kin: own scripts and styles only, no framing, no sniffing, no referrer. */
export const headers: MiddlewareHandler = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    manifestSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
  xFrameOptions: 'DENY',
  referrerPolicy: 'no-referrer',
  strictTransportSecurity: false,
});
