/**
 * Where recipients confirm that a person has read a warning. Opening the link shows a page and changes nothing but the
 * note that it was opened: scanners of mail open every link. The link itself is what lets its holder in.
 */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { html } from 'hono/html';
import { z } from 'zod';
import { deliveryOfLink } from '../../delivery/links.js';
import type { DeliverySettings } from '../../delivery/settings.js';
import { written } from '../../delivery/words.js';
import { acknowledge, actedOn, type Delivered, deliveryOf, opened } from '../../store/delivery/acknowledge.js';
import { deskKey } from '../../store/delivery/seal.js';
import type { Store } from '../../store/store.js';
import { inLanguage, messagesOf, toldAs } from '../../warning/audience.js';
import { type Html, message, onNoKey, page, sorry } from '../public/page.js';
import { type PageWords, pageWords } from '../public/words.js';

const Name = z.object({ name: z.string().trim().min(1, 'Please give your name.').max(200) });
const Acted = z.object({ what: z.string().trim().min(1, 'Please say what was done.').max(2000) });

export function acknowledgeRoutes(store: Store, settings: DeliverySettings): Hono {
  const app = new Hono();
  app.onError(onNoKey);
  app.use('/acknowledge/*', bodyLimit({ maxSize: 16 * 1024 }), async (c, next) => {
    await next();
    c.res.headers.set('Cache-Control', 'no-store');
    // With `no-referrer` a browser sends a form of this page as from nowhere; no address leaves this site either way.
    c.res.headers.set('Referrer-Policy', 'same-origin');
  });
  const show = async (c: Context, id: string, error?: string) =>
    c.html(
      shown(settings, (await deliveryOf(store.db, id)) as Delivered, c.req.path.split('/')[2]!, error),
      error ? 400 : 200,
    );

  app.get('/acknowledge/:link', async (c) => {
    const id = await linked(store, c.req.param('link'));
    if (id === null) return c.html(sorry(pageWords('en').broken), 404);
    if (c.req.method === 'GET') await opened(store.db, id);
    return show(c, id);
  });
  app.post('/acknowledge/:link', async (c) => {
    const id = await linked(store, c.req.param('link'));
    if (id === null) return c.html(sorry(pageWords('en').broken), 404);
    const form = Name.safeParse(await c.req.parseBody());
    if (!form.success) return show(c, id, form.error.issues[0]?.message);
    await acknowledge(store, id, form.data.name);
    return c.redirect(`/acknowledge/${c.req.param('link')}`, 303);
  });
  app.post('/acknowledge/:link/acted', async (c) => {
    const id = await linked(store, c.req.param('link'));
    if (id === null) return c.html(sorry(pageWords('en').broken), 404);
    const form = Acted.safeParse(await c.req.parseBody());
    if (!form.success) return show(c, id, form.error.issues[0]?.message);
    await actedOn(store, id, form.data.what);
    return c.redirect(`/acknowledge/${c.req.param('link')}`, 303);
  });
  return app;
}

/** The delivery of a link; `null` where the desk did not make it. */
async function linked(store: Store, link: string): Promise<string | null> {
  const id = deliveryOfLink(deskKey(), link);
  return id === null || (await deliveryOf(store.db, id)) === undefined ? null : id;
}

/** What has become of the warning meanwhile, where that is to be said first. */
function overtaken({ kind, later, valid_until }: Delivered, words: PageWords): string | null {
  if (later === 'Cancel') return words.state.cancelled;
  if (later !== null) return words.replacedForYou;
  if (kind !== 'Cancel' && valid_until !== null && valid_until <= new Date()) return words.state.expired;
  return null;
}

/** All around the message is in its language. */
function shown({ name }: DeliverySettings, delivery: Delivered, link: string, error?: string): Html {
  const told = toldAs(delivery.content, delivery.audience) ?? delivery.audience;
  const messages = inLanguage(messagesOf(delivery.content, told), delivery.language);
  const words = pageWords(messages[0]?.language ?? delivery.language);
  const over = overtaken(delivery, words);
  return page(
    { title: words.warning, language: words.language },
    html`${over === null ? '' : html`<p class="state" role="status">${over}</p>`}
<main>${messages.map((each) => message(each, delivery))}
${error ? html`<p class="state" role="alert">${error}</p>` : ''}
${delivery.acknowledged_at === null ? acknowledgeForm(link, words) : acknowledged(delivery, link, words)}
</main>
<footer>${name}</footer>`,
  );
}

const acknowledgeForm = (link: string, words: PageWords): Html =>
  html`<form method="post" action="/acknowledge/${link}">
<h2>${words.confirm}</h2>
<label for="name">${words.yourName}</label><input id="name" name="name" required maxlength="200" autocomplete="name">
<button>${words.haveRead}</button>
</form>`;

function acknowledged(delivery: Delivered, link: string, words: PageWords): Html {
  const { acknowledged_at, acknowledged_by, acted_at, acted_what } = delivery;
  const time = (at: Date): string => written(at, words.language);
  return html`<p class="state in-force" role="status">${words.confirmedBy} ${acknowledged_by}, ${time(acknowledged_at as Date)}.</p>
${
  acted_at === null
    ? html`<form method="post" action="/acknowledge/${link}/acted">
<h2>${words.whatWasDone}</h2>
<label for="what">${words.whatFor}</label><textarea id="what" name="what" rows="3" required maxlength="2000"></textarea>
<button>${words.send}</button>
</form>`
    : html`<p>${words.done}, ${time(acted_at)}: ${acted_what}</p>`
}`;
}
