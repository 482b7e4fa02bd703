import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { SearchQuery } from '../../store/search/ask.js';
import { removeSearch, savedSearches, saveSearch, seenSearch } from '../../store/search/saved.js';
import { search } from '../../store/search/search.js';
import type { Store } from '../../store/store.js';
import { Id, json, NOT_FOUND, REFUSALS } from '../openapi.js';
import { personOf } from '../person.js';
import { refusing } from '../problem.js';
import { reportSummaries } from '../report-pages.js';
import { Found, NewSearch, SavedSearches, SearchFilter } from '../schema.js';

const find = createRoute({
  method: 'get',
  path: '/search',
  summary: 'Search incidents, statements or reports: words, and names in whatever way they are written',
  description:
    'All words must be met, in one statement or one report. A name finds what is about the group or place that it names, by whatever name. Newest first; each hit has the words that it was found by.',
  request: { query: SearchFilter },
  responses: { 200: json(Found, 'What was found, and how the question was understood'), ...REFUSALS },
});

const list = createRoute({
  method: 'get',
  path: '/searches',
  summary: 'Your saved searches, each with what is new since you last looked at it',
  responses: { 200: json(SavedSearches, 'The searches'), ...REFUSALS },
});

const save = createRoute({
  method: 'post',
  path: '/searches',
  summary: 'Keep a search',
  request: { body: { required: true, content: { 'application/json': { schema: NewSearch } } } },
  responses: { 201: json(z.object({ id: z.string() }), 'It is kept'), ...REFUSALS },
});

const seen = createRoute({
  method: 'post',
  path: '/searches/{id}/seen',
  summary: 'All that it finds now is seen',
  request: { params: Id },
  responses: { 204: { description: 'Done' }, ...NOT_FOUND, ...REFUSALS },
});

const remove = createRoute({
  method: 'delete',
  path: '/searches/{id}',
  summary: 'Keep a search no longer',
  request: { params: Id },
  responses: { 204: { description: 'Done' }, ...NOT_FOUND, ...REFUSALS },
});

export function searchRoutes(store: Store): OpenAPIHono {
  const app = new OpenAPIHono();
  app.openapi(find, async (c) => {
    const { since, ...filter } = c.req.valid('query');
    const found = await search(store, { ...filter, since: since === undefined ? undefined : new Date(since) });
    const summaries = await reportSummaries(
      store,
      found.reports.map(({ report }) => report),
    );
    const reports = found.reports.flatMap(({ report, passages }) => {
      const summary = summaries.get(report);
      return summary ? [{ report: summary, passages }] : [];
    });
    return c.json({ ...found, reports }, 200);
  });
  app.openapi(list, async (c) => c.json({ items: await savedSearches(store, ownerOf(c), queryOf) }, 200));
  app.openapi(save, async (c) => {
    const { name, query } = c.req.valid('json');
    return c.json({ id: await refusing(saveSearch(store, ownerOf(c), name, query), 409) }, 201);
  });
  app.openapi(seen, async (c) => {
    await refusing(seenSearch(store, ownerOf(c), c.req.valid('param').id), 404);
    return c.body(null, 204);
  });
  app.openapi(remove, async (c) => {
    await refusing(removeSearch(store, ownerOf(c), c.req.valid('param').id), 404);
    return c.body(null, 204);
  });
  return app;
}

/** Whose searches these are: who has no account has those of the desk. */
function ownerOf(c: Context): string | null {
  const { id } = personOf(c);
  return id === 'local' ? null : id;
}

/** What an address asks for; null where this version does not understand it. */
function queryOf(address: string): SearchQuery | null {
  const parsed = SearchFilter.safeParse(Object.fromEntries(new URLSearchParams(address)));
  if (!parsed.success) return null;
  const { since: _, after: __, ...query } = parsed.data;
  return query;
}
