import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { shortened } from '../../picture/shorten.js';
import { getIncidentPage } from '../../store/picture/incident-page.js';
import { listIncidents } from '../../store/picture/incidents.js';
import type { Store } from '../../store/store.js';
import { Id, json, NOT_FOUND, REFUSALS } from '../openapi.js';
import { Refusal } from '../problem.js';
import { IncidentFilter, IncidentList, IncidentPage, IncidentQuery } from '../schema.js';

const list = createRoute({
  method: 'get',
  path: '/incidents',
  summary: 'Incidents of the picture, newest first',
  request: { query: IncidentFilter },
  responses: { 200: json(IncidentList, 'The incidents and how many there are in all'), ...REFUSALS },
});

const one = createRoute({
  method: 'get',
  path: '/incidents/{id}',
  summary: 'One incident with all that every report says of it, where they disagree, and how each statement is graded',
  request: { params: Id, query: IncidentQuery },
  responses: { 200: json(IncidentPage, 'The incident'), ...NOT_FOUND, ...REFUSALS },
});

export function incidentRoutes(store: Store): OpenAPIHono {
  const app = new OpenAPIHono();
  app.openapi(list, async (c) => c.json(await listIncidents(store, c.req.valid('query')), 200));
  app.openapi(one, async (c) => {
    const incident = await getIncidentPage(store, c.req.valid('param').id);
    if (!incident) throw new Refusal(404, 'There is no such incident.');
    const { sources } = c.req.valid('query');
    return c.json(sources === undefined ? incident : shortened(incident, sources), 200);
  });
  return app;
}
