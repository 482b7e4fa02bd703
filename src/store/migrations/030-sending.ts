import { type Kysely, sql } from 'kysely';

/**
 * What sending needs: the CAP message of a warning exactly as it went out to an audience, which later ones refer to;
 * deliveries that are due in whatever state, since one that waits for a person is still tried; public warnings.
 */
export async function sending(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table warning_cap (
      warning text collate "C" not null references warning (id),
      audience text not null check (audience in ('at-risk', 'protectors', 'public')),
      identifier text not null unique,
      sender text not null,
      sent timestamptz(3) not null,
      xml text not null,
      primary key (warning, audience)
    )`.execute(db);
  await sql`drop index if exists delivery_next_at_idx`.execute(db);
  await sql`create index delivery_due on delivery (next_at) where next_at is not null`.execute(db);
  await sql`create index delivery_of_recipient on delivery (recipient)`.execute(db);
  await sql`create index warning_follows on warning (follows)`.execute(db);
  await sql`
    create index warning_public on warning (released_at)
    where released_at is not null and content::jsonb @> '{"tlp": "TLP:CLEAR", "messages": [{"audience": "public"}]}'`.execute(
    db,
  );
}
