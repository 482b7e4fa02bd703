import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { getSource, listSources } from '../../store/grades/sources.js';
import type { Store } from '../../store/store.js';
import { Id, json, NOT_FOUND, REFUSALS } from '../openapi.js';
import { Refusal } from '../problem.js';
import { Keyset, SourceList, SourceSummary } from '../schema.js';

const list = createRoute({
  method: 'get',
  path: '/sources',
  summary: 'Publishers by name, with their grade and what was decided on their statements',
  request: { query: Keyset },
  responses: { 200: json(SourceList, 'The publishers'), ...REFUSALS },
});

const one = createRoute({
  method: 'get',
  path: '/sources/{id}',
  summary: 'One publisher, by the name that its reports give',
  request: { params: Id },
  responses: { 200: json(SourceSummary, 'The publisher'), ...NOT_FOUND, ...REFUSALS },
});

export function sourceRoutes(store: Store): OpenAPIHono {
  const app = new OpenAPIHono();
  app.openapi(list, async (c) => c.json(await listSources(store, c.req.valid('query')), 200));
  app.openapi(one, async (c) => {
    const source = await getSource(store, c.req.valid('param').id);
    if (!source) throw new Refusal(404, 'No report is by such a publisher.');
    return c.json(source, 200);
  });
  return app;
}
