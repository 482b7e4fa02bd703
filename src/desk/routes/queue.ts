/** What waits for a person: statements, and pairs that may be the same. */
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { addDecision } from '../../store/decisions/decisions.js';
import { triageCounts } from '../../store/picture/triage.js';
import { applyDecision } from '../../store/picture/update.js';
import { countDoubts, doubtQueue } from '../../store/queue/doubts.js';
import { triageQueue } from '../../store/queue/triage.js';
import type { Store } from '../../store/store.js';
import { refuseSenseless } from '../decide.js';
import { json, NOT_FOUND, REFUSALS } from '../openapi.js';
import { personOf } from '../person.js';
import { Decision, DoubtAnswer, DoubtQueue, Keyset, TriageFilter, TriageQueue } from '../schema.js';

const triage = createRoute({
  method: 'get',
  path: '/triage',
  summary: 'Statements that wait for a person, the most urgent first, and how many wait',
  description:
    'A statement waits until it is accepted, rejected or corrected (POST /decisions or /decisions/bulk), and again when that is undone. `next` goes on after the last shown, for what is skipped.',
  request: { query: TriageFilter },
  responses: { 200: json(TriageQueue, 'The next of them'), ...REFUSALS },
});

const doubts = createRoute({
  method: 'get',
  path: '/doubts',
  summary: 'Pairs of statements that may tell of the same and are not joined, the likeliest first',
  description: 'A part may be shorter than `limit` though `next` is not null.',
  request: { query: Keyset },
  responses: { 200: json(DoubtQueue, 'The next of them'), ...REFUSALS },
});

const answer = createRoute({
  method: 'post',
  path: '/doubts',
  summary: 'Say of two statements that they tell of the same, or that they do not',
  request: { body: { required: true, content: { 'application/json': { schema: DoubtAnswer } } } },
  responses: {
    201: json(Decision, 'The decision, to join or to part; undone like any other'),
    ...NOT_FOUND,
    ...REFUSALS,
  },
});

export function queueRoutes(store: Store): OpenAPIHono {
  const app = new OpenAPIHono();
  app.openapi(triage, async (c) => {
    const [queue, counts] = await Promise.all([triageQueue(store, c.req.valid('query')), triageCounts(store)]);
    return c.json({ ...queue, counts }, 200);
  });
  app.openapi(doubts, async (c) => {
    const [queue, count] = await Promise.all([doubtQueue(store, c.req.valid('query')), countDoubts(store)]);
    return c.json({ ...queue, ...count }, 200);
  });
  app.openapi(answer, async (c) => {
    const { a, b, same, why } = c.req.valid('json');
    const decision = { kind: same ? ('join' as const) : ('part' as const), a, b, why };
    await refuseSenseless(store, [decision]);
    return c.json(await addDecision(store, decision, personOf(c).name, applyDecision), 201);
  });
  return app;
}
