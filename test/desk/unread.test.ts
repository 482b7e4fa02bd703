/** A report on which the reader fails is kept with its failure, and can be read again. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Accepted, UnreadPage, UnreadReports } from '../../src/desk/schema.js';
import { backup } from '../../src/store/backup/backup.js';
import { restore } from '../../src/store/backup/restore.js';
import { listUnread } from '../../src/store/reports/unread.js';
import { openStore } from '../../src/store/store.js';
import { newFolder } from '../store/databases.js';
import { openDesk, post, type TestDesk } from './desk.js';

/** The reader as it is, but for texts with this word while it is set. */
const stumble = vi.hoisted(() => ({ at: null as string | null }));
vi.mock('../../src/reading/read.js', async (original) => {
  const real = await original<typeof import('../../src/reading/read.js')>();
  return {
    ...real,
    read: (report: Parameters<typeof real.read>[0]) => {
      if (stumble.at !== null && report.text.includes(stumble.at)) throw new Error('a fault of the program');
      return real.read(report);
    },
  };
});

let desk: TestDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());
const get = async <T>(path: string) => (await (await desk.ask(path)).json()) as T;

test('it is kept as received, listed with why, in the backup, and read again', async () => {
  stumble.at = 'Zanzibar';
  const text = 'A bomb killed two people in Zanzibar on 1 June 2024. Nobody <b>claimed</b> it.';
  const answer = await desk.ask('/api/reports', post({ text, published: '2024-06-02', publisher: 'Harbour News' }));
  expect(answer.status).toBe(422);
  expect(((await answer.json()) as { error: string }).error).toMatch(/a fault of the program.*kept/);
  const { items, total } = await get<UnreadReports>('/api/reports/unread');
  expect(total).toBe(1);
  expect(items[0]).toMatchObject({
    publisher: 'Harbour News',
    failure: expect.stringContaining('a fault of the program'),
  });
  const id = encodeURIComponent(items[0]?.id ?? '');
  expect((await get<UnreadPage>(`/api/reports/unread/${id}`)).text).toBe(text);
  expect(await (await desk.ask(`/api/reports/${id}/original`)).text()).toBe(text);
  expect((await desk.ask(`/api/reports/${id}`)).status).toBe(404);

  const file = `${(await newFolder()).data}/backup`;
  await backup(desk.store, file);
  const copy = await openStore(await newFolder());
  await restore(copy, file);
  await restore(copy, file);
  expect(await listUnread(copy)).toEqual(await listUnread(desk.store));
  await copy.close();

  const again = () => desk.ask(`/api/reports/unread/${id}/read`, { method: 'POST' });
  expect((await again()).status).toBe(422);
  expect((await get<UnreadReports>('/api/reports/unread')).total).toBe(1);
  stumble.at = null;
  const read = await again();
  expect(read.status).toBe(200);
  expect((await read.json()) as Accepted).toMatchObject({ new: true, summary: { publisher: 'Harbour News' } });
  expect((await get<UnreadReports>('/api/reports/unread')).total).toBe(0);
  expect((await desk.ask(`/api/reports/${id}`)).status).toBe(200);
  expect((await again()).status).toBe(404);
});

test('the others that come with it are stored', async () => {
  stumble.at = 'Zanzibar';
  const form = new FormData();
  form.append('files', new File(['Gunmen attacked Zanzibar.'], 'bad.txt'));
  form.append('files', new File(['Gunmen attacked Kabul.'], 'good.txt'));
  const answer = await desk.ask('/api/reports', { method: 'POST', body: form });
  const { items } = (await answer.json()) as { items: { file: string; error: string | null }[] };
  expect(items.map(({ error }) => error === null)).toEqual([false, true]);
  expect((await get<UnreadReports>('/api/reports/unread')).items.map(({ file }) => file)).toEqual(['bad.txt']);
  stumble.at = null;
});
