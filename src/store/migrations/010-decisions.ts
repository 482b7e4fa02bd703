import { type Kysely, sql } from 'kysely';

/** Decisions of every kind, and what waits for one. */
export async function decisions(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS.split(';')) if (statement.trim() !== '') await sql.raw(statement).execute(db);
}

const STATEMENTS = `
  alter table decision drop constraint decision_kind_check, drop constraint decision_check;
  alter table decision add column slot text collate "C", add column value json;
  alter table decision add constraint decision_kind_check check (kind in
    ('join', 'part', 'accept', 'reject', 'correct', 'grade-source', 'grade-statement', 'level'));
  alter table decision add constraint decision_check check (
    (b is not null) = (kind in ('join', 'part')) and
    (slot is not null) = (kind = 'correct') and
    (value is not null) = (kind in ('correct', 'grade-source', 'grade-statement', 'level')));
  create index on decision (a);
  create index on decision (b);
  create index on decision (at);
  create index on decision_undone (at);
  create index on report (received_at);
  create index on report (publisher);
  create table picture_triage (
    statement text collate "C" primary key,
    of text collate "C",
    kind text not null,
    rank smallint not null,
    place bigint not null,
    reasons text[] not null,
    decided text,
    waiting boolean not null
  );
  create index on picture_triage (rank, place) where waiting;
  create index on picture_triage (kind, rank, place) where waiting;
  create index on picture_triage (of);
  create table picture_triage_count (
    kind text not null,
    rank smallint not null,
    statements integer not null,
    waiting integer not null,
    primary key (kind, rank)
  );
  create table picture_source (
    publisher text collate "C" primary key,
    reports integer not null,
    accepted integer not null,
    rejected integer not null,
    corrected integer not null
  );
  create index on picture_statement (report);
  create index on picture_role (report);
  create index on picture_doubt (score desc, mention desc)`;
