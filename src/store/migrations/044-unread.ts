import { type Kysely, sql } from 'kysely';

/** Reports on which the reader failed, as received: kept apart from those that were read, until it does not fail. */
export async function unread(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table report_unread (
      id text collate "C" primary key check (id ~ '^sha256:[0-9a-f]{64}$'),
      bytes bytea not null,
      media_type text not null,
      file text,
      title text,
      published date,
      publisher text,
      url text,
      language text,
      text text not null,
      received_at timestamptz(3) not null,
      failure text not null,
      reader text not null,
      failed_at timestamptz(3) not null
    )`.execute(db);
}
