import { type Kysely, sql } from 'kysely';

/** The desk's own people have channels as recipients have, by which they are called to a case that runs late. */
export async function calls(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table recipient_channel
      alter recipient drop not null,
      add person text collate "C" references person (id) on delete cascade,
      add constraint of_one check (num_nonnulls(recipient, person) = 1),
      add unique (person, rank)`.execute(db);
  await sql`alter table duty_case add called_at timestamptz(3)`.execute(db);
}
