import { type Kysely, sql } from 'kysely';

/** Readings that wait to take the place of older ones, and decisions about what is no longer read. */
export async function rereading(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS.split(';')) if (statement.trim() !== '') await sql.raw(statement).execute(db);
}

const STATEMENTS = `
  create table reading_next (
    report text collate "C" primary key references report (id) on delete cascade,
    reader text collate "C" not null,
    reader_was text collate "C" not null,
    statements json,
    failure text,
    check ((statements is null) = (failure is not null))
  );
  create index on reading_next (reader_was, report);
  create index on reading ((reader collate "C"), report);
  create table decision_lost (
    decision text collate "C" not null references decision (id),
    side text not null check (side in ('a', 'b')),
    reader text not null,
    told json not null,
    at timestamptz(3) not null,
    primary key (decision, side)
  )`;
