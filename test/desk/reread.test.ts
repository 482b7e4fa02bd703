import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LostDecisions, Reread, Rereading } from '../../src/desk/schema.js';
import { addOlder, received, TEXTS } from '../rereading/older.js';
import { openDesk, post, type TestDesk } from './desk.js';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openDesk();
  await addOlder(desk.store, TEXTS);
});
afterAll(() => desk.close());
const get = async <T>(path: string) => (await (await desk.ask(path)).json()) as T;

test('re-reading is asked for until nothing is left; what no longer applies is listed and can be undone', async () => {
  const id = received(TEXTS[0] ?? '').id;
  await desk.ask('/api/decisions', post({ kind: 'reject', a: `${id}#i1`, why: 'a road' }));
  expect(await get<Rereading>('/api/reread')).toMatchObject({ older: 3, read: 0, failures: 0 });
  const ask = async () => (await (await desk.ask('/api/reread?retry=true', { method: 'POST' })).json()) as Reread;
  expect(await ask()).toMatchObject({ older: 3, read: 3, done: null });
  expect((await get<LostDecisions>('/api/decisions/lost')).total).toBe(0);
  expect(await ask()).toMatchObject({ older: 0, done: { reports: 3, kept: 0, lost: 1 } });
  const { items } = await get<LostDecisions>('/api/decisions/lost');
  expect(items).toMatchObject([{ quote: 'The police cordoned off the road.', kind: 'incident', report: id }]);
  expect((await desk.ask(`/api/decisions/${items[0]?.decision.id}/undo`, { method: 'POST' })).status).toBe(200);
  expect((await get<LostDecisions>('/api/decisions/lost')).items).toEqual([]);
});
