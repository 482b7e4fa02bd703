/** `tocsin feeds` and `tocsin feed …`: where reports are fetched from, and how that goes. */
import type { Feed, FeedList, NewFeed } from '../desk/schema.js';
import { type Access, get, reach } from './access.js';
import { Failure } from './failure.js';
import { columns, counted } from './format.js';
import { note, oneLine, print, safeJson } from './terminal.js';

/** Lists them; exit code 1 where one fails. */
export async function feeds({ json = false }: { json?: boolean }, data: string): Promise<void> {
  await withDesk(data, async (access) => {
    const { items } = await get<FeedList>(access, '/api/feeds');
    if (json) for (const feed of items) print(safeJson(feed));
    else if (items.length === 0) note('There are no feeds; `tocsin feed add URL` adds one.');
    else {
      const rows = items.map((feed) => [feed.publisher, state(feed), `${feed.reports}`, feed.url]);
      for (const line of columns([['PUBLISHER', 'STATE', 'REPORTS', 'ADDRESS'], ...rows])) print(line);
    }
    if (items.some(({ failing }) => failing)) process.exitCode = 1;
  });
}

/** Adds one and fetches it for the first time. */
export function addFeed(feed: NewFeed, data: string): Promise<void> {
  return withDesk(data, async (access) => {
    const headers = { 'content-type': 'application/json' };
    const response = await access.ask('/api/feeds', { method: 'POST', headers, body: JSON.stringify(feed) });
    say((await response.json()) as Feed);
    note('It is fetched again as long as the desk runs (`tocsin serve`), or by `tocsin feed fetch`.');
  });
}

/** Fetches one now, or all of them. */
export function fetchFeeds(url: string | undefined, data: string): Promise<void> {
  return withDesk(data, async (access) => {
    for (const { id } of await named(access, url)) {
      const response = await access.ask(`/api/feeds/${id}/fetch`, { method: 'POST' });
      say((await response.json()) as Feed);
    }
  });
}

/** Fetches from it no more. */
export function removeFeed(url: string, data: string): Promise<void> {
  return withDesk(data, async (access) => {
    for (const feed of await named(access, url)) {
      await access.ask(`/api/feeds/${feed.id}`, { method: 'DELETE' });
      print(`${oneLine(feed.url)} is fetched no more; its ${counted(feed.reports, 'report')} stay.`);
    }
  });
}

async function withDesk(data: string, work: (access: Access) => Promise<void>): Promise<void> {
  const access = await reach(data, true);
  try {
    await work(access);
  } finally {
    await access.close();
  }
}

async function named(access: Access, url: string | undefined): Promise<Feed[]> {
  const { items } = await get<FeedList>(access, '/api/feeds');
  const found = url === undefined ? items : items.filter((feed) => feed.url === url);
  if (url !== undefined && found.length === 0)
    throw new Failure(`${url} is no feed of this desk; \`tocsin feeds\` lists them.`);
  return found;
}

function say(feed: Feed): void {
  print(`${oneLine(feed.url)}: ${state(feed)}, ${counted(feed.reports, 'report')} brought in all.`);
  if (feed.refused) note(`tocsin: ${oneLine(feed.refused)}`);
  if (feed.failing) process.exitCode = 1;
}

const minute = (time: string) => time.slice(0, 16).replace('T', ' ');

function state({ failing, fetched, items }: Feed): string {
  if (failing) return `failing since ${minute(failing.since)} UTC: ${oneLine(failing.why)}`;
  return fetched ? `fetched ${minute(fetched)} UTC, ${counted(items, 'item')}` : 'not fetched yet';
}
