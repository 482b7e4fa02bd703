import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { pictureCounts } from '../../store/picture/groups.js';
import { listReports } from '../../store/reports/list.js';
import type { Store } from '../../store/store.js';
import { json, REFUSALS } from '../openapi.js';
import { DeskStatus } from '../schema.js';
import { version } from '../version.js';

const status = createRoute({
  method: 'get',
  path: '/status',
  summary: 'What this desk is and how much it holds',
  responses: { 200: json(DeskStatus, 'The desk'), ...REFUSALS },
});

export function statusRoutes(store: Store): OpenAPIHono {
  return new OpenAPIHono().openapi(status, async (c) => {
    const { total: reports } = await listReports(store, { limit: 1, offset: 0 });
    return c.json({ version: version(), database: store.kind, reports, ...(await pictureCounts(store)) }, 200);
  });
}
