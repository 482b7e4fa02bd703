/** Keys that the desk makes for itself at first use, sealed in its settings. */
import type { Kysely } from 'kysely';
import type { Database } from '../schema.js';
import { type DeskKey, seal, unseal } from './seal.js';

/** The secret of this name; made where there is none. Of two processes that make it at once, one wins for both. @throws KeyError */
export async function secret<T>(db: Kysely<Database>, key: DeskKey, name: string, make: () => T): Promise<T> {
  const kept = await find<T>(db, key, name);
  if (kept !== undefined) return kept;
  const value = JSON.stringify({ sealed: seal(key, name, JSON.stringify(make())).toString('base64') });
  await db
    .insertInto('setting')
    .values({ name, value })
    .onConflict((is) => is.doNothing())
    .execute();
  return (await find<T>(db, key, name)) as T;
}

async function find<T>(db: Kysely<Database>, key: DeskKey, name: string): Promise<T | undefined> {
  const row = await db.selectFrom('setting').select('value').where('name', '=', name).executeTakeFirst();
  if (!row) return undefined;
  const { sealed } = JSON.parse(row.value) as { sealed: string };
  return JSON.parse(unseal(key, name, Buffer.from(sealed, 'base64'))) as T;
}
