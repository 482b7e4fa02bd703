import { type Kysely, sql } from 'kysely';

/** Where reports are fetched from, and how that goes. */
export async function feeds(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table feed (
      id text collate "C" primary key,
      url text not null unique,
      publisher text not null,
      every integer not null check (every > 0),
      added_at timestamptz(3) not null,
      etag text,
      modified text,
      tried_at timestamptz(3),
      fetched_at timestamptz(3),
      items integer not null default 0,
      refused text,
      reports integer not null default 0,
      failing_since timestamptz(3),
      failure text
    )`.execute(db);
}
