/** Where reports are fetched from, and how that goes. */
import { randomUUID } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import { record } from '../audit/audit.js';
import { StoreError } from '../error.js';
import type { FeedTable } from '../schema.js';
import type { Store } from '../store.js';
import { asWriter } from '../writer.js';

export type Feed = Selectable<FeedTable>;

export interface NewFeed {
  url: string;
  publisher: string;
  /** Minutes from one fetch to the next. */
  every: number;
}

/** All feeds, those that fail first, then by publisher. */
export function listFeeds({ db }: Store): Promise<Feed[]> {
  return db
    .selectFrom('feed')
    .selectAll()
    .orderBy(sql`failing_since is null`)
    .orderBy('publisher')
    .orderBy('url')
    .execute();
}

/** One of them. @throws StoreError where there is none of this id. */
export async function getFeed({ db }: Store, id: string): Promise<Feed> {
  const feed = await db.selectFrom('feed').where('id', '=', id).selectAll().executeTakeFirst();
  if (!feed) throw new StoreError('There is no such feed.');
  return feed;
}

/** @throws StoreError where it is here already */
export function addFeed(store: Store, { url, publisher, every }: NewFeed, by: string): Promise<Feed> {
  return asWriter(store.db, async (trx) => {
    const feed = await trx
      .insertInto('feed')
      .values({ id: randomUUID(), url, publisher, every, added_at: new Date() })
      .onConflict((conflict) => conflict.column('url').doNothing())
      .returningAll()
      .executeTakeFirst();
    if (!feed) throw new StoreError(`${url} is among the feeds already.`);
    await record(trx, { by, subject: `feed:${feed.id}`, action: 'add', details: { url, publisher, every } });
    return feed;
  });
}

/** Fetches from it no more; the reports that it brought stay. @throws StoreError */
export async function removeFeed(store: Store, id: string, by: string): Promise<void> {
  const { url } = await getFeed(store, id);
  await asWriter(store.db, async (trx) => {
    await trx.deleteFrom('feed').where('id', '=', id).execute();
    await record(trx, { by, subject: `feed:${id}`, action: 'remove', details: { url } });
  });
}

/** Takes the feeds that are due in hand: no other desk on the same store does meanwhile. */
export function takeDue({ db }: Store, now: Date): Promise<Feed[]> {
  return db
    .updateTable('feed')
    .set({ tried_at: now })
    .where(sql<boolean>`tried_at is null or tried_at + every * interval '1 minute' <= ${now}`)
    .returningAll()
    .execute();
}

/** What a fetch brought: `null` where there is nothing newer than what was taken in. */
export interface Fetched {
  etag: string | null;
  modified: string | null;
  items: number;
  /** New reports among them. */
  fresh: number;
  /** Why some were not taken in. */
  refused: string | null;
}

export async function noteFetched({ db }: Store, id: string, fetched: Fetched | null): Promise<void> {
  const now = new Date();
  const state = { tried_at: now, fetched_at: now, failing_since: null, failure: null };
  await db
    .updateTable('feed')
    .set(state)
    .$if(fetched !== null, (query) => {
      const { etag, modified, items, refused, fresh } = fetched as Fetched;
      return query.set({ etag, modified, items, refused, reports: sql`reports + ${fresh}` });
    })
    .where('id', '=', id)
    .execute();
}

export async function noteFailed({ db }: Store, id: string, failure: string): Promise<void> {
  const now = new Date();
  await db
    .updateTable('feed')
    .set({ tried_at: now, failure, failing_since: sql`coalesce(failing_since, ${now})` })
    .where('id', '=', id)
    .execute();
}
