import { type Kysely, sql } from 'kysely';

/** Accounts, sessions and invitations. What proves who somebody is, is kept as a hash alone. */
export async function people(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table person (
      id text collate "C" primary key,
      name text not null unique check (name <> ''),
      roles text[] not null check (roles <@ array['reader', 'analyst', 'approver', 'releaser', 'administrator']),
      password text not null check (password like '$argon2id$%'),
      created_at timestamptz(3) not null,
      closed_at timestamptz(3)
    )`.execute(db);
  await sql`
    create table session (
      token text collate "C" primary key,
      person text collate "C" not null references person (id) on delete cascade,
      created_at timestamptz(3) not null,
      used_at timestamptz(3) not null,
      ends_at timestamptz(3) not null
    )`.execute(db);
  await sql`
    create table invitation (
      token text collate "C" primary key,
      name text not null,
      roles text[] not null check (roles <@ array['reader', 'analyst', 'approver', 'releaser', 'administrator']),
      by text not null,
      created_at timestamptz(3) not null,
      ends_at timestamptz(3) not null,
      person text collate "C" references person (id)
    )`.execute(db);
}
