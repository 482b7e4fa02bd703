import { type Kysely, sql } from 'kysely';

/** What a desk sets for itself: limits of the clocks, templates, the mail server's name. JSON by name. */
export async function settings(db: Kysely<unknown>): Promise<void> {
  await sql`create table setting (name text collate "C" primary key, value text not null)`.execute(db);
}
