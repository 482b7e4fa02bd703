import { userInfo } from 'node:os';
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { addDecision, listDecisions, undoDecision } from '../../store/decisions/decisions.js';
import { StoreError } from '../../store/error.js';
import { statementKinds } from '../../store/picture/statement-kinds.js';
import { applyDecision } from '../../store/picture/update.js';
import type { Store } from '../../store/store.js';
import { Id, json, NOT_FOUND, REFUSALS } from '../openapi.js';
import { Refusal } from '../problem.js';
import { Decision, DecisionList, NewDecision } from '../schema.js';

const list = createRoute({
  method: 'get',
  path: '/decisions',
  summary: 'What people decided about the picture, newest first',
  responses: { 200: json(DecisionList, 'The decisions, undone ones included'), ...REFUSALS },
});

const decide = createRoute({
  method: 'post',
  path: '/decisions',
  summary: 'Join two statements, part them, or reject one',
  request: { body: { required: true, content: { 'application/json': { schema: NewDecision } } } },
  responses: { 201: json(Decision, 'The decision; the picture is up to date with it'), ...NOT_FOUND, ...REFUSALS },
});

const undo = createRoute({
  method: 'post',
  path: '/decisions/{id}/undo',
  summary: 'Undo a decision: what stood before stands again',
  request: { params: Id },
  responses: { 200: json(Decision, 'The decision, undone'), ...NOT_FOUND, ...REFUSALS },
});

export function decisionRoutes(store: Store): OpenAPIHono {
  const app = new OpenAPIHono();
  app.openapi(list, async (c) => {
    const items = (await listDecisions(store.db)).reverse();
    return c.json({ items, total: items.length }, 200);
  });
  app.openapi(decide, async (c) => {
    const decision = c.req.valid('json');
    await refuseSenseless(store, decision);
    return c.json(await addDecision(store, decision, decider(), applyDecision), 201);
  });
  app.openapi(undo, async (c) => {
    try {
      return c.json(await undoDecision(store, c.req.valid('param').id, decider(), applyDecision), 200);
    } catch (error) {
      if (error instanceof StoreError) throw new Refusal(404, error.message);
      throw error;
    }
  });
  return app;
}

/** A decision stays on record for good, so it must be about statements that there are, and of one kind. */
async function refuseSenseless(store: Store, decision: NewDecision): Promise<void> {
  const statements = decision.kind === 'reject' ? [decision.a] : [decision.a, decision.b];
  const kinds = await statementKinds(store, statements);
  const missing = statements.find((statement) => !kinds.has(statement));
  if (missing !== undefined)
    throw new Refusal(404, `No report makes a statement ${missing} about an incident or a warning.`);
  if (new Set(statements).size < statements.length) throw new Refusal(400, 'The two statements are one and the same.');
  if (new Set(kinds.values()).size > 1)
    throw new Refusal(400, 'One statement is of an incident, the other of a warning.');
}

/** Who decides: whoever runs this desk. A desk for several people will ask them to sign in. */
function decider(): string {
  try {
    return userInfo().username;
  } catch {
    // A user id without an account, as in some containers.
    return `user ${process.getuid?.() ?? ''}`.trim();
  }
}
