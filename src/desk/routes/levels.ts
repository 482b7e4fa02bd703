/** Threat levels with their reasons, and what changed since a time. */
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { RULES_TEXT } from '../../picture/levels/rules.js';
import { getLevel, levelChanges } from '../../store/levels/levels.js';
import { triageCounts } from '../../store/picture/triage.js';
import { changesSince } from '../../store/queue/changes.js';
import { countDoubts } from '../../store/queue/doubts.js';
import type { Store } from '../../store/store.js';
import { Id, json, NOT_FOUND, REFUSALS } from '../openapi.js';
import { Refusal } from '../problem.js';
import { Changes, LevelChanges, LevelFilter, LevelPage, RuleTable, Since } from '../schema.js';

const rules = createRoute({
  method: 'get',
  path: '/levels/rules',
  summary: 'The rules by which levels are reached, as they stand in their file',
  responses: { 200: json(RuleTable, 'The file'), ...REFUSALS },
});

const changed = createRoute({
  method: 'get',
  path: '/levels/changes',
  summary: 'Groups and countries with new reports or decisions whose level is not what it was',
  request: { query: Since },
  responses: { 200: json(LevelChanges, 'The levels, then and now'), ...REFUSALS },
});

const level = createRoute({
  method: 'get',
  path: '/levels/{id}',
  summary: 'The threat level of a group or of a country (`country:IQ`), with the rules and the quotes that make it',
  description:
    'As of a past day it is computed from the reports that could be known by then: published by that day, or received where no day of publication is known. Which statements count to one incident, and what was rejected or corrected, is as it stands today; levels that people set count from when they were set.',
  request: { params: Id, query: LevelFilter },
  responses: { 200: json(LevelPage, 'The level'), ...NOT_FOUND, ...REFUSALS },
});

const changes = createRoute({
  method: 'get',
  path: '/changes',
  summary: 'What came since a time, and what waits for a person',
  request: { query: Since },
  responses: { 200: json(Changes, 'What came'), ...REFUSALS },
});

const today = () => new Date().toISOString().slice(0, 10);

export function levelRoutes(store: Store): OpenAPIHono {
  const app = new OpenAPIHono();
  app.openapi(rules, (c) => c.json({ text: RULES_TEXT }, 200));
  app.openapi(changed, async (c) => {
    const { since } = c.req.valid('query');
    return c.json({ since, ...(await levelChanges(store, new Date(since), today())) }, 200);
  });
  app.openapi(level, async (c) => {
    const { day = today(), since = null } = c.req.valid('query');
    const found = await getLevel(store, c.req.valid('param').id, day, since);
    if (!found) throw new Refusal(404, 'No report speaks of such a group or country.');
    return c.json(found, 200);
  });
  app.openapi(changes, async (c) => {
    const { since } = c.req.valid('query');
    const [came, triage, doubts] = await Promise.all([
      changesSince(store, new Date(since)),
      triageCounts(store),
      countDoubts(store),
    ]);
    return c.json({ since, ...came, waits: { triage, doubts } }, 200);
  });
  return app;
}
