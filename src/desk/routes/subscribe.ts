/**
 * Where a recipient, or one of the desk's own people, lets the desk call the browser in hand (Web Push). The personal
 * link is what lets its holder in; the service worker is registered for that very address, so that it knows its link.
 */
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { html } from 'hono/html';
import { ownerOfLink } from '../../delivery/links.js';
import { addBrowser, ownerOf, removeBrowser } from '../../store/delivery/browsers.js';
import type { Owner } from '../../store/delivery/channels.js';
import { deskKey } from '../../store/delivery/seal.js';
import type { Store } from '../../store/store.js';
import { asWriter } from '../../store/writer.js';
import { ChannelAddress } from '../../warning/addresses.js';
import { problem, refusing } from '../problem.js';
import { type Html, onNoKey, page, sorry } from '../public/page.js';
import { type PageWords, pageWords } from '../public/words.js';

/** What a browser's `PushSubscription` is as JSON. */
const Subscription = ChannelAddress.options[2].omit({ kind: true });

export function subscribeRoutes({ db }: Store, web: string): Hono {
  const app = new Hono();
  app.onError(onNoKey);
  app.get('/subscribe/:file{(?:page|worker)\\.js}', serveStatic({ root: web }));
  app.use('/subscribe/*', bodyLimit({ maxSize: 16 * 1024 }), async (c, next) => {
    await next();
    c.res.headers.set('Cache-Control', 'no-store');
  });
  const linked = async (link: string) => {
    const owner = ownerOfLink(deskKey(), link);
    const known = owner === null ? undefined : await ownerOf(db, owner);
    return known && { owner: owner as Owner, ...known };
  };
  app.get('/subscribe/:link', async (c) => {
    const found = await linked(c.req.param('link'));
    if (found === undefined) return c.html(sorry(pageWords('en').broken), 404);
    return c.html(shown(found.name, found.language));
  });
  app.on(['POST', 'DELETE'], '/subscribe/:link', async (c) => {
    const found = await linked(c.req.param('link'));
    if (found === undefined) return problem(c, 404, pageWords('en').broken);
    const body: unknown = await c.req.json().catch(() => null);
    const given = Subscription.partial({ keys: true }).safeParse(body);
    if (!given.success || (c.req.method === 'POST' && !given.data.keys))
      return problem(c, 400, 'This is no subscription of a browser: it has an endpoint and two keys.');
    const { endpoint, keys } = given.data;
    const done = asWriter(db, (trx) =>
      c.req.method === 'POST' && keys
        ? addBrowser(trx, deskKey(), found.owner, { kind: 'webpush', endpoint, keys })
        : removeBrowser(trx, deskKey(), found.owner, endpoint),
    );
    await refusing(done, 409);
    return c.body(null, 204);
  });
  return app;
}

/** What it may come to is all in the page; its script shows what holds. */
function shown(name: string, language: string): Html {
  const words = pageWords(language);
  const states: [keyof PageWords['push'], string][] = Object.entries(words.push) as [keyof PageWords['push'], string][];
  return page(
    { title: words.subscribe, language: words.language, script: '/subscribe/page.js' },
    html`<main><h1>${words.subscribe}</h1>
<p>${words.subscribeFor}: <strong>${name}</strong></p>
<noscript><p class="state">${words.needsScript}</p></noscript>
<div role="status">${states.map(([state, says]) => html`<p class="state" data-state="${state}" hidden>${says}</p>`)}</div>
<p><button id="on" hidden>${words.turnOn}</button> <button id="off" hidden>${words.turnOff}</button></p>
</main>`,
  );
}
