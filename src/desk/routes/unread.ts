import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { IntakeError } from '../../intake/error.js';
import { getUnread, listUnread } from '../../store/reports/unread.js';
import type { Store } from '../../store/store.js';
import { accept } from '../accept.js';
import { Id, json, NOT_FOUND, REFUSALS } from '../openapi.js';
import { Refusal } from '../problem.js';
import { Accepted, Problem, UnreadPage, UnreadReports } from '../schema.js';

const list = createRoute({
  method: 'get',
  path: '/reports/unread',
  summary: 'Reports on which the reader failed, the newest 100',
  responses: { 200: json(UnreadReports, 'The reports, and how many there are'), ...REFUSALS },
});

const one = createRoute({
  method: 'get',
  path: '/reports/unread/{id}',
  summary: 'One report on which the reader failed: its text, and what it failed with',
  request: { params: Id },
  responses: { 200: json(UnreadPage, 'The report'), ...NOT_FOUND, ...REFUSALS },
});

const again = createRoute({
  method: 'post',
  path: '/reports/unread/{id}/read',
  summary: 'Read it again: it is a report like any other, or stays here with what the reader failed with now',
  request: { params: Id },
  responses: {
    200: json(Accepted, 'It is read'),
    422: json(Problem, 'The reader failed on it again'),
    ...NOT_FOUND,
    ...REFUSALS,
  },
});

export function unreadRoutes(store: Store): OpenAPIHono {
  const app = new OpenAPIHono();
  const found = async (id: string) => {
    const unread = await getUnread(store, id);
    if (!unread) throw new Refusal(404, 'There is no report of this id on which the reader failed.');
    return unread;
  };
  app.openapi(list, async (c) => c.json(await listUnread(store), 200));
  app.openapi(one, async (c) => {
    const { report, unread } = await found(c.req.valid('param').id);
    return c.json({ unread, text: report.text }, 200);
  });
  app.openapi(again, async (c) => {
    const { report } = await found(c.req.valid('param').id);
    try {
      return c.json(await accept(store, report), 200);
    } catch (error) {
      throw error instanceof IntakeError ? new Refusal(422, error.message) : error;
    }
  });
  return app;
}
