/** What a desk sets for itself: the limits of its clocks and the templates of its warnings. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { setSetting, setting } from '../../store/settings.js';
import type { Store } from '../../store/store.js';
import { LIMITS, STAGES } from '../../warning/clocks.js';
import { TEMPLATES, Templates } from '../../warning/templates.js';
import { limitsOf } from '../case-pages.js';
import { json, REFUSALS } from '../openapi.js';
import { personOf } from '../person.js';

const Limits = z.object(
  Object.fromEntries(Object.keys(STAGES).map((stage) => [stage, z.number().positive().max(525_600)])) as Record<
    keyof typeof STAGES,
    z.ZodNumber
  >,
);
const Settings = z.object({ limits: Limits, templates: Templates });
const body = <T extends z.ZodType>(schema: T) => ({
  body: { required: true, content: { 'application/json': { schema } } },
});
const answer = { 200: json(Settings, 'The settings as they are now'), ...REFUSALS };

const get = createRoute({
  method: 'get',
  path: '/settings',
  summary: 'Limits of the clocks in minutes, and templates by language and audience',
  responses: answer,
});
const limits = createRoute({
  method: 'put',
  path: '/settings/limits',
  summary: 'Set the limits of the clocks',
  request: body(Limits),
  responses: answer,
});
const templates = createRoute({
  method: 'put',
  path: '/settings/templates',
  summary: 'Set templates, by language and audience',
  request: body(Templates),
  responses: answer,
});

export function settingRoutes(store: Store): OpenAPIHono {
  const app = new OpenAPIHono();
  const now = async () => ({
    limits: { ...LIMITS, ...(await limitsOf(store.db)) },
    templates: { ...TEMPLATES, ...(await setting<Templates>(store.db, 'templates', {})) },
  });
  app.openapi(get, async (c) => c.json(await now(), 200));
  app.openapi(limits, async (c) => {
    await setSetting(store, 'limits', c.req.valid('json'), personOf(c).id);
    return c.json(await now(), 200);
  });
  app.openapi(templates, async (c) => {
    await setSetting(store, 'templates', c.req.valid('json'), personOf(c).id);
    return c.json(await now(), 200);
  });
  return app;
}
