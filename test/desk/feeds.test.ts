/** Feeds of a real server on loopback, which the desk may reach by name and nothing else. */
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fetchDue } from '../../src/desk/feeds/fetch.js';
import type { Feed, FeedList, ReportList } from '../../src/desk/schema.js';
import { MAX_BYTES } from '../../src/intake/receive.js';
import { openDesk, post, type TestDesk } from './desk.js';

const item = (n: number, words = `A car bomb killed ${n} people in Mogadishu on 4 May 2021, police said.`) =>
  `<item><title>Item ${n}</title><link>https://wire.example/${n}</link><pubDate>Wed, 05 May 2021 0${n}:00:00 GMT</pubDate><description>${words}</description></item>`;
const rss = (...items: string[]) => `<rss><channel><title>Wire</title>${items.join('')}</channel></rss>`;

describe('feeds', () => {
  let desk: TestDesk;
  let answer: RequestListener;
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    answer(request, response);
  });
  let base: string;

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(async () => {
    asked.length = 0;
    desk = await openDesk({ TOCSIN_ALLOW_HOSTS: '127.0.0.1' });
    return () => desk.close();
  });

  const add = async (url: string) =>
    (await desk.ask('/api/feeds', post({ url, publisher: 'Wire' }))).json() as Promise<Feed>;
  const again = async ({ id }: Feed) => (await desk.ask(`/api/feeds/${id}/fetch`, post({}))).json() as Promise<Feed>;
  const reports = async () => (await (await desk.ask('/api/reports')).json()) as ReportList;
  const gives = (body: string, headers: Record<string, string> = {}) => {
    answer = (_, response) => response.writeHead(200, headers).end(body);
  };

  it('brings each item as a report of its own, with its page and day, and none of them twice', async () => {
    gives(rss(item(2), item(1)));
    const feed = await add(`${base}/rss`);
    expect(feed).toMatchObject({ items: 2, reports: 2, refused: null, failing: null });
    expect(
      (await reports()).items.map(({ title, url, published, publisher }) => [title, url, published, publisher]),
    ).toEqual([
      ['Item 2', 'https://wire.example/2', '2021-05-05', 'Wire'],
      ['Item 1', 'https://wire.example/1', '2021-05-05', 'Wire'],
    ]);
    gives(rss(item(3), item(2), item(1)));
    expect(await again(feed)).toMatchObject({ items: 3, reports: 3 });
    expect((await reports()).total).toBe(3);
  });

  it('asks only for what is newer than what it has', async () => {
    answer = ({ headers }, response) =>
      headers['if-none-match'] === '"v1"'
        ? response.writeHead(304).end()
        : response.writeHead(200, { etag: '"v1"', 'last-modified': 'Wed, 05 May 2021 00:00:00 GMT' }).end(rss(item(1)));
    const feed = await add(`${base}/rss`);
    expect(await again(feed)).toMatchObject({ items: 1, reports: 1, failing: null });
    expect(asked[1]?.headers).toMatchObject({
      'if-none-match': '"v1"',
      'if-modified-since': 'Wed, 05 May 2021 00:00:00 GMT',
    });
  });

  it('says since when and why a feed fails, keeps what it brought, and is well again when it is', async () => {
    gives(rss(item(1)));
    const feed = await add(`${base}/rss`);
    answer = (_, response) => response.writeHead(503).end();
    const { failing } = await again(feed);
    expect(failing?.why).toBe('The server answered 503.');
    gives('<!doctype html>Moved');
    const later = await again(feed);
    expect(later.failing).toMatchObject({ since: failing?.since, why: expect.stringContaining('is no feed') });
    expect(later).toMatchObject({ fetched: feed.fetched, items: 1, reports: 1 });
    gives(rss(item(1)));
    expect((await again(feed)).failing).toBeNull();
  });

  it.each<[string, RequestListener, string]>([
    [
      'a redirection into the house',
      (_, r) => r.writeHead(302, { location: 'http://localhost:1/' }).end(),
      'inside the house',
    ],
    [
      'a redirection to another kind of address',
      (_, r) => r.writeHead(302, { location: 'file:///etc/passwd' }).end(),
      'neither http nor https',
    ],
    ['redirections without end', (_, r) => r.writeHead(302, { location: '/on' }).end(), 'sends on more than 5 times'],
    ['what is too large', (_, r) => r.writeHead(200).end(Buffer.alloc(MAX_BYTES + 1, 'x')), 'larger than the 10 MB'],
    [
      'a connection that breaks off',
      (_, r) => r.writeHead(200, { 'content-length': '99' }).write('<rss>', () => r.destroy()),
      'broke off',
    ],
  ])('does not take %s', async (_, listener, why) => {
    answer = listener;
    expect((await add(`${base}/rss`)).failing?.why).toContain(why);
    expect((await reports()).total).toBe(0);
  });

  it('follows a redirection to where it may go', async () => {
    answer = ({ url }, response) =>
      url === '/old' ? response.writeHead(301, { location: '/new' }).end() : response.end(rss(item(1)));
    expect(await add(`${base}/old`)).toMatchObject({ reports: 1, failing: null });
  });

  it('reaches nothing inside the house that no setting names', async () => {
    const other = await openDesk();
    const feed = (await (await other.ask('/api/feeds', post({ url: `${base}/rss` }))).json()) as Feed;
    expect(feed.failing?.why).toContain('TOCSIN_ALLOW_HOSTS');
    expect(asked).toHaveLength(0);
    await other.close();
  });

  it('says which items say nothing, and takes in the others', async () => {
    gives(rss(item(1), '<item><link>https://wire.example/empty</link></item>'));
    expect(await add(`${base}/rss`)).toMatchObject({
      reports: 1,
      refused: expect.stringMatching(/^1 of 2 were not taken in: /),
    });
  });

  it('is fetched when it is due, and not before', async () => {
    gives(rss(item(1)));
    const feed = await add(`${base}/rss`);
    const allow = new Set(['127.0.0.1']);
    const { signal } = new AbortController();
    await fetchDue(desk.store, allow, signal);
    expect(asked).toHaveLength(1);
    await desk.store.db
      .updateTable('feed')
      .set({ tried_at: new Date(Date.now() - 31 * 60_000) })
      .execute();
    await fetchDue(desk.store, allow, signal);
    expect(asked).toHaveLength(2);
    await desk.ask(`/api/feeds/${feed.id}`, { method: 'DELETE' });
    expect(((await (await desk.ask('/api/feeds')).json()) as FeedList).items).toEqual([]);
    expect((await reports()).total).toBe(1);
  });

  it.each(['ftp://a.example/x', 'no address', 'https://user:secret@a.example/feed'])('refuses %s', async (url) => {
    const response = await desk.ask('/api/feeds', post({ url }));
    expect(response.status).toBe(400);
    expect(((await response.json()) as { error: string }).error).toContain('url: must');
  });

  it('is added once', async () => {
    gives(rss(item(1)));
    await add(`${base}/rss`);
    expect((await desk.ask('/api/feeds', post({ url: `${base}/rss` }))).status).toBe(409);
  });
});
