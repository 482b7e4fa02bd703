/** What a desk sets for itself. */
import type { Kysely } from 'kysely';
import { record } from './audit/audit.js';
import type { Database } from './schema.js';
import type { Store } from './store.js';
import { asWriter } from './writer.js';

/** The value of a setting as it was set, or `fallback`. What it may hold is checked where it is set. */
export async function setting<T>(db: Kysely<Database>, name: string, fallback: T): Promise<T> {
  const row = await db.selectFrom('setting').select('value').where('name', '=', name).executeTakeFirst();
  return row === undefined ? fallback : (JSON.parse(row.value) as T);
}

/** Sets it, on record. */
export async function setSetting(store: Store, name: string, value: unknown, by: string): Promise<void> {
  await asWriter(store.db, async (trx) => {
    await trx
      .insertInto('setting')
      .values({ name, value: JSON.stringify(value) })
      .onConflict((is) => is.column('name').doUpdateSet({ value: JSON.stringify(value) }))
      .execute();
    await record(trx, { by, subject: `setting:${name}`, action: 'set', details: { value } });
  });
}
