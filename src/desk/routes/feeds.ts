/** Feeds that reports are fetched from. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { DeliverySettings } from '../../delivery/settings.js';
import { addFeed, type Feed as FeedRow, getFeed, listFeeds, removeFeed } from '../../store/feeds/feeds.js';
import type { Store } from '../../store/store.js';
import { fetchFeed } from '../feeds/fetch.js';
import { Id, json, NOT_FOUND, REFUSALS } from '../openapi.js';
import { personOf } from '../person.js';
import { refusing } from '../problem.js';
import { Feed, FeedList, NewFeed } from '../schema-reports.js';

const list = createRoute({
  method: 'get',
  path: '/feeds',
  summary: 'Feeds that reports are fetched from, and how that goes; those that fail first',
  responses: { 200: json(FeedList, 'The feeds'), ...REFUSALS },
});
const add = createRoute({
  method: 'post',
  path: '/feeds',
  summary: 'Fetch reports from an address from now on: RSS, Atom, JSON Feed, GOV.UK content JSON',
  request: { body: { required: true, content: { 'application/json': { schema: NewFeed } } } },
  responses: { 201: json(Feed, 'It is fetched for the first time; how that went'), ...REFUSALS },
});
const now = createRoute({
  method: 'post',
  path: '/feeds/{id}/fetch',
  summary: 'Fetch it now',
  request: { params: Id },
  responses: { 200: json(Feed, 'How that went'), ...NOT_FOUND, ...REFUSALS },
});
const remove = createRoute({
  method: 'delete',
  path: '/feeds/{id}',
  summary: 'Fetch from it no more; the reports that it brought stay',
  request: { params: Id },
  responses: { 200: json(z.object({ url: z.string() }), 'Done'), ...NOT_FOUND, ...REFUSALS },
});

export function feedRoutes(store: Store, { allowHosts }: DeliverySettings): OpenAPIHono {
  const app = new OpenAPIHono();
  const fetched = async (feed: FeedRow) => {
    await fetchFeed(store, feed, allowHosts);
    return shown(await getFeed(store, feed.id));
  };
  app.openapi(list, async (c) => c.json({ items: (await listFeeds(store)).map(shown) }, 200));
  app.openapi(add, async (c) => {
    const { url, publisher = new URL(url).hostname, every } = c.req.valid('json');
    const feed = await refusing(addFeed(store, { url, publisher, every }, personOf(c).id), 409);
    return c.json(await fetched(feed), 201);
  });
  app.openapi(now, async (c) =>
    c.json(await fetched(await refusing(getFeed(store, c.req.valid('param').id), 404)), 200),
  );
  app.openapi(remove, async (c) => {
    const { id } = c.req.valid('param');
    const { url } = await refusing(getFeed(store, id), 404);
    await refusing(removeFeed(store, id, personOf(c).id), 404);
    return c.json({ url }, 200);
  });
  return app;
}

function shown({ id, url, publisher, every, items, refused, reports, failure, ...at }: FeedRow): Feed {
  const fetched = at.fetched_at?.toISOString() ?? null;
  const failing = at.failing_since && failure !== null ? { since: at.failing_since.toISOString(), why: failure } : null;
  return { id, url, publisher, every, fetched, items, refused, reports, failing };
}
