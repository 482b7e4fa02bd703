/** What anybody may see: public warnings as pages, feeds and signed CAP. Cacheable, and without any script. */
import { Hono } from 'hono';
import { etag } from 'hono/etag';
import { html } from 'hono/html';
import { signedCap } from '../../delivery/send-cap.js';
import type { DeliverySettings } from '../../delivery/settings.js';
import { titled } from '../../delivery/words.js';
import { type PublicWarning, publicWarning, publicWarnings } from '../../store/delivery/public.js';
import { deskKey, KeyError } from '../../store/delivery/seal.js';
import type { Store } from '../../store/store.js';
import { inLanguage, messagesOf } from '../../warning/audience.js';
import { ATOM, atom, CAP, JSON_FEED, jsonFeed } from '../public/feeds.js';
import { type Html, message, page, sorry } from '../public/page.js';
import { STATE_WORDS, stateOf } from '../public/state.js';
import { STYLE } from '../public/style.js';

/** Seconds that a copy may be shown without asking again. */
const FRESH = 30;

export function publicRoutes({ db }: Store, settings: DeliverySettings): Hono {
  const app = new Hono();
  app.use('/public/*', etag(), async (c, next) => {
    await next();
    c.res.headers.set('Cache-Control', `public, max-age=${FRESH}`);
  });
  app.get('/public/style.css', (c) => c.body(STYLE, 200, { 'Content-Type': 'text/css; charset=utf-8' }));
  app.get('/public', async (c) => c.html(listPage(settings, await publicWarnings(db, new Date()))));
  app.get('/public/warnings/:id', async (c) => {
    const warning = await publicWarning(db, c.req.param('id'));
    if (warning === undefined) return c.html(sorry(NONE), 404);
    const wanted = c.req.query('language') ?? (c.req.header('accept-language') ?? 'en').split(/[,;]/)[0]!;
    return c.html(warningPage(settings, warning, wanted), 200, { Vary: 'Accept-Language' });
  });
  app.get('/public/feed.atom', async (c) =>
    c.body(String(await atom(settings, await publicWarnings(db, new Date()), false)), 200, { 'Content-Type': ATOM }),
  );
  app.get('/public/cap.atom', async (c) =>
    c.body(String(await atom(settings, await publicWarnings(db, new Date()), true)), 200, { 'Content-Type': ATOM }),
  );
  app.get('/public/feed.json', async (c) =>
    c.body(JSON.stringify(jsonFeed(settings, await publicWarnings(db, new Date()))), 200, {
      'Content-Type': JSON_FEED,
    }),
  );
  app.get('/public/cap/:file{[0-9a-f-]{36}\\.xml}', async (c) => {
    const warning = await publicWarning(db, c.req.param('file').slice(0, -4));
    if (warning === undefined) return c.html(sorry(NONE), 404);
    try {
      const { xml } = await signedCap(db, deskKey(), settings, warning.id, 'public');
      return c.body(xml, 200, { 'Content-Type': CAP });
    } catch (error) {
      if (error instanceof KeyError) return c.html(sorry('This desk has no key to sign with.'), 503);
      throw error;
    }
  });
  return app;
}

const NONE = 'There is no such public warning.';

function listPage({ name }: DeliverySettings, warnings: readonly PublicWarning[]): Html {
  const now = new Date();
  return page(
    { title: `${name}: warnings`, language: 'en', feeds: true },
    html`<main><h1>Warnings</h1>
${
  warnings.length === 0
    ? html`<p>There is no public warning.</p>`
    : html`<ul>${warnings.map((warning) => {
        const [first] = messagesOf(warning.content, 'public');
        return html`<li><a href="/public/warnings/${warning.id}">${titled(warning.kind, first!.headline, first!.language)}</a>
<br><time datetime="${warning.released_at.toISOString()}">${day(warning.released_at)}</time> · ${STATE_WORDS[stateOf(warning, now)]}</li>`;
      })}</ul>`
}</main>
<footer>${name} · <a href="/public/feed.atom">Atom</a> · <a href="/public/feed.json">JSON Feed</a> · <a href="/public/cap.atom">CAP</a></footer>`,
  );
}

const day = (time: Date): string => `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** One language at a time, so that it prints on one sheet. */
function warningPage(settings: DeliverySettings, warning: PublicWarning, language: string): Html {
  const all = messagesOf(warning.content, 'public');
  const [said = all[0]!] = inLanguage(all, language);
  const state = stateOf(warning, new Date());
  const { newest } = warning;
  const others = all.filter((each) => each !== said);
  return page(
    {
      title: titled(warning.kind, said.headline, said.language),
      language: said.language,
      feeds: true,
      past: state !== 'in-force' && warning.kind !== 'Cancel',
    },
    html`<p class="state ${state}" role="status">${STATE_WORDS[state]}${
      newest?.public ? html` <a href="/public/warnings/${newest.id}">Read the newest.</a>` : ''
    }</p>
<main>${message(said, warning)}</main>
${
  others.length > 0
    ? html`<nav>${others.map((each) => html`<a href="?language=${each.language}" lang="${each.language}" hreflang="${each.language}">${each.language}</a> `)}</nav>`
    : ''
}
<footer>${settings.name} · released ${day(warning.released_at)} · <a href="/public/cap/${warning.id}.xml">signed CAP 1.2</a> · <a href="/public">all warnings</a></footer>`,
  );
}
