/** What anybody may see: public warnings as pages, feeds and signed CAP. Cacheable, and without any script. */
import { type Context, Hono } from 'hono';
import { etag } from 'hono/etag';
import { html } from 'hono/html';
import { publicPage } from '../../delivery/links.js';
import { vapidKeys } from '../../delivery/push.js';
import { signedCap } from '../../delivery/send-cap.js';
import type { DeliverySettings } from '../../delivery/settings.js';
import { titled, written } from '../../delivery/words.js';
import { type PublicWarning, publicWarning, publicWarnings } from '../../store/delivery/public.js';
import { deskKey, KeyError } from '../../store/delivery/seal.js';
import type { Store } from '../../store/store.js';
import { inLanguage, messagesOf } from '../../warning/audience.js';
import { SLOTS } from '../../warning/schema.js';
import { problem } from '../problem.js';
import { ATOM, atom, CAP, JSON_FEED, jsonFeed } from '../public/feeds.js';
import { type Html, message, onNoKey, page, sorry } from '../public/page.js';
import { stateOf } from '../public/state.js';
import { STYLE } from '../public/style.js';
import { pageWords } from '../public/words.js';

/** Seconds that a copy may be shown without asking again. */
const FRESH = 30;

export function publicRoutes({ db }: Store, settings: DeliverySettings): Hono {
  const app = new Hono();
  app.onError(onNoKey);
  app.use('/public/*', etag(), async (c, next) => {
    await next();
    c.res.headers.set('Cache-Control', `public, max-age=${FRESH}`);
  });
  app.get('/public/style.css', (c) => c.body(STYLE, 200, { 'Content-Type': 'text/css; charset=utf-8' }));
  app.get('/public', async (c) =>
    c.html(listPage(settings, await publicWarnings(db, new Date()), wanted(c)), 200, { Vary: 'Accept-Language' }),
  );
  // What a browser that subscribes has to know the desk by (VAPID, RFC 8292).
  app.get('/public/push-key', async (c) => {
    try {
      return c.json({ publicKey: (await vapidKeys(db, deskKey())).publicKey });
    } catch (error) {
      return problem(c, 503, error instanceof KeyError ? error.message : 'The desk has no key for Web Push.');
    }
  });
  app.get('/public/warnings/:id', async (c) => {
    const warning = await publicWarning(db, c.req.param('id'));
    if (warning === undefined) return c.html(missing(c), 404);
    return c.html(warningPage(settings, warning, wanted(c)), 200, { Vary: 'Accept-Language' });
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
    if (warning === undefined) return c.html(missing(c), 404);
    const { xml } = await signedCap(db, deskKey(), settings, warning.id, 'public');
    return c.body(xml, 200, { 'Content-Type': CAP });
  });
  return app;
}

const missing = (c: Context): Html => sorry(pageWords(wanted(c)).none, pageWords(wanted(c)));

function listPage({ name }: DeliverySettings, warnings: readonly PublicWarning[], language: string): Html {
  const now = new Date();
  const words = pageWords(language);
  return page(
    { title: `${name}: ${words.warnings}`, language: words.language, feeds: true },
    html`<main><h1>${words.warnings}</h1>
${
  warnings.length === 0
    ? html`<p>${words.noWarnings}</p>`
    : html`<ul>${warnings.map((warning) => {
        const [first] = inLanguage(messagesOf(warning.content, 'public'), language);
        return html`<li><a href="/public/warnings/${warning.id}" lang="${first!.language}">${titled(warning.kind, first!.headline, first!.language)}</a>
<br><time datetime="${warning.released_at.toISOString()}">${written(warning.released_at, words.language)}</time> · ${words.state[stateOf(warning, now)]}</li>`;
      })}</ul>`
}</main>
<footer>${name} · <a href="/public/feed.atom">Atom</a> · <a href="/public/feed.json">JSON Feed</a> · <a href="/public/cap.atom">CAP</a></footer>`,
  );
}

/** The language that a reader asks for: in the address, or by their browser. */
const wanted = (c: Context): string =>
  c.req.query('language') ?? (c.req.header('accept-language') ?? 'en').split(/[,;]/)[0]!;

/** One language at a time, so that it prints on one sheet; all around the message is in its language. */
function warningPage(settings: DeliverySettings, warning: PublicWarning, language: string): Html {
  const all = messagesOf(warning.content, 'public');
  const [said = all[0]!] = inLanguage(all, language);
  const words = pageWords(said.language);
  const state = stateOf(warning, new Date());
  const { newest } = warning;
  const others = all.filter((each) => each !== said);
  return page(
    {
      title: titled(warning.kind, said.headline, said.language),
      language: said.language,
      feeds: true,
      past: state !== 'in-force' && warning.kind !== 'Cancel',
      dense: SLOTS.reduce((sum, slot) => sum + said[slot].length, 0) > DENSE,
    },
    html`<p class="state ${state}" role="status" lang="${words.language}">${words.state[state]}${
      newest?.public ? html` <a href="/public/warnings/${newest.id}">${words.readNewest}</a>` : ''
    }</p>
<main>${message(said, warning)}</main>
${
  others.length > 0
    ? html`<nav aria-label="${words.otherLanguages}">${others.map((each) => html`<a href="?language=${each.language}" lang="${each.language}" hreflang="${each.language}">${nameOf(each.language)}</a> `)}</nav>`
    : ''
}
<footer lang="${words.language}">${settings.name} · ${words.released} ${written(warning.released_at, words.language)} · <span class="paper">${publicPage(settings.publicUrl, warning.id)}</span><span class="screen"><a href="/public/cap/${warning.id}.xml">${words.signedCap}</a> · <a href="/public">${words.allWarnings}</a></span></footer>`,
  );
}

/** Characters from which on a message takes smaller print to stay on one sheet. */
const DENSE = 2500;

/** A language by its own name, such as "français"; the tag where there is none. */
const nameOf = (tag: string): string => new Intl.DisplayNames([tag, 'en'], { type: 'language' }).of(tag) ?? tag;
