/** What came of warnings. */
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { Source } from '../../picture/schema.js';
import { type LookedBack, missesOf, othersLookBack, ownLookBack } from '../../store/cases/look-back.js';
import { getIncident } from '../../store/picture/incidents.js';
import type { Store } from '../../store/store.js';
import { score, TOLERANCES } from '../../warning/look-back.js';
import { json, REFUSALS } from '../openapi.js';
import { LookBack } from '../schema-cases.js';

const get = createRoute({
  method: 'get',
  path: '/look-back',
  summary: 'What came of the desk’s own warnings, and of those by others that reports tell of',
  responses: {
    200: json(LookBack, 'Each with its outcome; counts beside every ratio, no ratio under five cases'),
    ...REFUSALS,
  },
});

export function lookBackRoutes(store: Store): OpenAPIHono {
  const app = new OpenAPIHono();
  app.openapi(get, async (c) => {
    const now = new Date().toISOString().slice(0, 10);
    const [own, others] = [await ownLookBack(store.db, now), await othersLookBack(store.db, now)];
    const first = own.at(-1)?.warned.released ?? null;
    const misses = first === null ? 0 : await missesOf(store.db, own, first, now);
    const shown = async ({ id, title, warned, outcome }: LookedBack) => {
      const incident = outcome.incident === null ? null : await getIncident(store, outcome.incident);
      return {
        id,
        title,
        released: warned.released,
        window: warned.window,
        likelihood: warned.likelihood,
        outcome: { ...outcome, incident: incident ? { id: incident.id, title: incident.title } : null },
      };
    };
    const outcomes = own.map(({ outcome, warned: { likelihood } }) => ({ outcome, likelihood }));
    return c.json(
      {
        own: await Promise.all(own.map(async (each) => ({ ...(await shown(each)), case: each.case }))),
        others: await Promise.all(
          others.map(async (each) => ({
            ...(await shown(each)),
            issuer: each.warning.issuer?.name ?? null,
            recipients: each.warning.recipients.map(({ value }) => value.name),
            said: {
              released: each.warning.issued[0]?.sources[0] ?? null,
              window: each.warning.window[0]?.sources[0] ?? null,
              first: each.warning.sources[0] as Source,
            },
          })),
        ),
        score: score(outcomes, misses),
        tolerances: TOLERANCES,
      },
      200,
    );
  });
  return app;
}
