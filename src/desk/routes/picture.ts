import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { getGroupGrades, getPlaceGrades } from '../../store/grades/statements.js';
import { getGroup, listGroups, listRelations } from '../../store/picture/groups.js';
import { getPlace } from '../../store/picture/places.js';
import { getWarning, listWarnings } from '../../store/picture/warnings.js';
import type { Store } from '../../store/store.js';
import { Id, json, NOT_FOUND, REFUSALS } from '../openapi.js';
import { Refusal } from '../problem.js';
import { Grades, GroupList, GroupPage, Network, Paging, PictureWarning, PlacePage, WarningList } from '../schema.js';

const groups = createRoute({
  method: 'get',
  path: '/groups',
  summary: 'Groups that reports speak of, those with the most incidents first',
  request: { query: Paging },
  responses: { 200: json(GroupList, 'The groups'), ...REFUSALS },
});

const group = createRoute({
  method: 'get',
  path: '/groups/{id}',
  summary: 'One group: names, relations, incidents, threats, each with its quote',
  request: { params: Id },
  responses: { 200: json(GroupPage, 'The group'), ...NOT_FOUND, ...REFUSALS },
});

const groupGrades = createRoute({
  method: 'get',
  path: '/groups/{id}/grades',
  summary: 'The Admiralty grades of the statements that the page of a group cites',
  request: { params: Id },
  responses: { 200: json(Grades, 'The grades'), ...NOT_FOUND, ...REFUSALS },
});

const network = createRoute({
  method: 'get',
  path: '/network',
  summary: 'How groups and other bodies stand to one another, each relation with its words; the newest 2,000',
  responses: { 200: json(Network, 'The relations'), ...REFUSALS },
});

const place = createRoute({
  method: 'get',
  path: '/places/{id}',
  summary: 'One place: what happened there and what was warned of',
  request: { params: Id },
  responses: { 200: json(PlacePage, 'The place'), ...NOT_FOUND, ...REFUSALS },
});

const placeGrades = createRoute({
  method: 'get',
  path: '/places/{id}/grades',
  summary: 'The Admiralty grades of the statements that the page of a place cites',
  request: { params: Id },
  responses: { 200: json(Grades, 'The grades'), ...NOT_FOUND, ...REFUSALS },
});

const warnings = createRoute({
  method: 'get',
  path: '/warnings',
  summary: 'Warnings that reports tell of, newest first',
  request: { query: Paging },
  responses: { 200: json(WarningList, 'The warnings'), ...REFUSALS },
});

const warning = createRoute({
  method: 'get',
  path: '/warnings/{id}',
  summary: 'One warning with all that every report says of it',
  request: { params: Id },
  responses: { 200: json(PictureWarning, 'The warning'), ...NOT_FOUND, ...REFUSALS },
});

export function pictureRoutes(store: Store): OpenAPIHono {
  const app = new OpenAPIHono();
  app.openapi(groups, async (c) => c.json(await listGroups(store, c.req.valid('query')), 200));
  app.openapi(group, async (c) => {
    const found = await getGroup(store, c.req.valid('param').id);
    if (!found) throw new Refusal(404, 'No report speaks of such a group.');
    return c.json(found, 200);
  });
  app.openapi(groupGrades, async (c) => {
    const items = await getGroupGrades(store, c.req.valid('param').id);
    if (!items) throw new Refusal(404, 'No report speaks of such a group.');
    return c.json({ items }, 200);
  });
  app.openapi(network, async (c) => c.json(await listRelations(store), 200));
  app.openapi(place, async (c) => {
    const found = await getPlace(store, c.req.valid('param').id);
    if (!found) throw new Refusal(404, 'No report speaks of such a place.');
    return c.json(found, 200);
  });
  app.openapi(placeGrades, async (c) => {
    const items = await getPlaceGrades(store, c.req.valid('param').id);
    if (!items) throw new Refusal(404, 'No report speaks of such a place.');
    return c.json({ items }, 200);
  });
  app.openapi(warnings, async (c) => c.json(await listWarnings(store, c.req.valid('query')), 200));
  app.openapi(warning, async (c) => {
    const found = await getWarning(store, c.req.valid('param').id);
    if (!found) throw new Refusal(404, 'There is no such warning.');
    return c.json(found, 200);
  });
  return app;
}
