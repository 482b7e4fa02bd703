import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { rereading } from '../../store/rereading/stage.js';
import type { Store } from '../../store/store.js';
import { json, REFUSALS } from '../openapi.js';
import { rereadSome } from '../reread.js';
import { Reread, Rereading } from '../schema.js';

const state = createRoute({
  method: 'get',
  path: '/reread',
  summary: 'Reports that an older reader read, and how far their re-reading is',
  responses: { 200: json(Rereading, 'How far it is'), ...REFUSALS },
});

const some = createRoute({
  method: 'post',
  path: '/reread',
  summary: 'Read the next reports anew with the present reader; ask again until nothing is left',
  description:
    'The picture stays as it is until all are read; then the new readings take the place of the older ones, and every decision is kept where its statement is found again. The others are in GET /decisions/lost.',
  request: { query: z.object({ retry: z.stringbool().default(false) }) },
  responses: { 200: json(Reread, 'How far it is; `done` at the end'), ...REFUSALS },
});

export function rereadRoutes(store: Store): OpenAPIHono {
  const app = new OpenAPIHono();
  app.openapi(state, async (c) => c.json(await rereading(store), 200));
  app.openapi(some, async (c) => c.json(await rereadSome(store, c.req.valid('query').retry), 200));
  return app;
}
