/** Searches that people keep, and what is new in them. */
import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { readByIndex } from '../by-index.js';
import { StoreError } from '../error.js';
import type { Database } from '../schema.js';
import type { Store } from '../store.js';
import { ask, type SearchQuery } from './ask.js';
import { countSince } from './count.js';

export interface SavedSearch {
  id: string;
  name: string;
  query: string;
  /** The desk's, shown to everybody. */
  shared: boolean;
  seen: string;
  fresh: number;
  more: boolean;
}

/** Most searches of one person. */
const MOST = 100;

/**
 * The searches of a person and those of the desk, by name.
 * @param person null: of who has no account, which are the desk's
 * @param read what a kept address asks for; null where it asks for nothing any more
 */
export async function savedSearches(
  { db }: Store,
  person: string | null,
  read: (query: string) => SearchQuery | null,
): Promise<SavedSearch[]> {
  return db.transaction().execute(async (trx) => {
    const rows = await own(trx, person)
      .selectAll()
      .orderBy('name')
      .orderBy('id')
      .limit(2 * MOST)
      .execute();
    await readByIndex(trx);
    const searches: SavedSearch[] = [];
    for (const { id, name, query, person: owner, seen_at } of rows) {
      const asked = read(query);
      const finding = asked && (await ask(trx, { ...asked, since: seen_at })).finding;
      const fresh = asked && finding ? await countSince(trx, asked.what, finding) : { fresh: 0, more: false };
      searches.push({ id, name, query, shared: owner === null, seen: seen_at.toISOString(), ...fresh });
    }
    return searches;
  });
}

/** Keeps a search, from now on. @returns its id. @throws StoreError where there are too many. */
export async function saveSearch({ db }: Store, person: string | null, name: string, query: string): Promise<string> {
  return db.transaction().execute(async (trx) => {
    const { count } = await own(trx, person)
      .select((is) => is.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    if (count >= MOST) throw new StoreError(`There are ${count} searches already; remove one first.`);
    const id = randomUUID();
    const seen_at = await lastReceived(trx);
    await trx.insertInto('saved_search').values({ id, person, name, query, made_at: new Date(), seen_at }).execute();
    return id;
  });
}

/** All that there is now counts as seen. @throws StoreError where there is no such search of theirs */
export async function seenSearch({ db }: Store, person: string | null, id: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const seen_at = await lastReceived(trx);
    const { numUpdatedRows } = await trx
      .updateTable('saved_search')
      .set({ seen_at })
      .where('id', 'in', own(trx, person).where('id', '=', id).select('id'))
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw noSuch();
  });
}

/** @throws StoreError where there is no such search of theirs */
export async function removeSearch({ db }: Store, person: string | null, id: string): Promise<void> {
  const { numDeletedRows } = await db
    .deleteFrom('saved_search')
    .where('id', 'in', own(db, person).where('id', '=', id).select('id'))
    .executeTakeFirst();
  if (numDeletedRows === 0n) throw noSuch();
}

const noSuch = () => new StoreError('There is no such search.');

function own(db: Kysely<Database>, person: string | null) {
  return db
    .selectFrom('saved_search')
    .where((is) => is.or([is('person', 'is', null), ...(person === null ? [] : [is('person', '=', person)])]));
}

/** When the last report was received: what is being stored just now will come after it. */
async function lastReceived(db: Kysely<Database>): Promise<Date> {
  const { rows } = await sql<{ at: Date }>`
    select coalesce(max(received_at), to_timestamp(0)) as at from report`.execute(db);
  return rows[0]?.at ?? new Date(0);
}
