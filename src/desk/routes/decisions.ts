import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { addDecision, addDecisions, latestDecisions, undoDecision } from '../../store/decisions/decisions.js';
import { StoreError } from '../../store/error.js';
import { applyDecision } from '../../store/picture/update.js';
import { lostDecisions } from '../../store/rereading/lost.js';
import type { Store } from '../../store/store.js';
import { refuseSenseless } from '../decide.js';
import { Id, json, NOT_FOUND, REFUSALS } from '../openapi.js';
import { personOf } from '../person.js';
import { Refusal } from '../problem.js';
import { Decision, DecisionItems, DecisionList, LostDecisions, NewDecision, NewDecisions, Paging } from '../schema.js';

const list = createRoute({
  method: 'get',
  path: '/decisions',
  summary: 'What people decided about the picture, newest first; all of it or on one thing',
  request: {
    query: Paging.extend({
      limit: Paging.shape.limit.default(1000),
      /** A statement, a publisher, a group or a country. */
      about: z.string().max(500).optional(),
      /** Only those that accept, reject or correct what this publisher's reports say. */
      publisher: z.string().max(200).optional(),
      /** Only those on the statements that are joined in this incident. */
      incident: z.string().max(500).optional(),
      /** Only those that were not undone. */
      inForce: z.stringbool().optional(),
    }),
  },
  responses: { 200: json(DecisionList, 'The decisions, undone ones included'), ...REFUSALS },
});

const decide = createRoute({
  method: 'post',
  path: '/decisions',
  summary:
    'Decide: accept, reject or correct a statement, join or part two, grade a source or a statement, set a level',
  request: { body: { required: true, content: { 'application/json': { schema: NewDecision } } } },
  responses: { 201: json(Decision, 'The decision; the picture is up to date with it'), ...NOT_FOUND, ...REFUSALS },
});

const decideAll = createRoute({
  method: 'post',
  path: '/decisions/bulk',
  summary: 'Make several decisions at once: all of them or none',
  request: { body: { required: true, content: { 'application/json': { schema: NewDecisions } } } },
  responses: {
    201: json(DecisionItems, 'The decisions in their order; the picture is up to date with them'),
    ...NOT_FOUND,
    ...REFUSALS,
  },
});

const undo = createRoute({
  method: 'post',
  path: '/decisions/{id}/undo',
  summary: 'Undo a decision: what stood before stands again',
  request: { params: Id },
  responses: { 200: json(Decision, 'The decision, undone'), ...NOT_FOUND, ...REFUSALS },
});

const lost = createRoute({
  method: 'get',
  path: '/decisions/lost',
  summary: 'Decisions in force that no longer apply: the report is read anew, and their statement is not made any more',
  request: { query: Paging },
  responses: { 200: json(LostDecisions, 'The decisions, with what they were about'), ...REFUSALS },
});

export function decisionRoutes(store: Store): OpenAPIHono {
  const app = new OpenAPIHono();
  app.openapi(list, async (c) => {
    return c.json(await latestDecisions(store.db, c.req.valid('query')), 200);
  });
  app.openapi(lost, async (c) => c.json(await lostDecisions(store, c.req.valid('query')), 200));
  app.openapi(decide, async (c) => {
    const decision = c.req.valid('json');
    await refuseSenseless(store, [decision]);
    return c.json(await addDecision(store, decision, personOf(c).name, applyDecision), 201);
  });
  app.openapi(decideAll, async (c) => {
    const { items } = c.req.valid('json');
    await refuseSenseless(store, items);
    return c.json({ items: await addDecisions(store, items, personOf(c).name, applyDecision) }, 201);
  });
  app.openapi(undo, async (c) => {
    try {
      return c.json(await undoDecision(store, c.req.valid('param').id, personOf(c).name, applyDecision), 200);
    } catch (error) {
      if (error instanceof StoreError) throw new Refusal(404, error.message);
      throw error;
    }
  });
  return app;
}
