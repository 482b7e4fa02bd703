import { type Kysely, sql } from 'kysely';

/** What reports and statements are found by (derived: src/store/picture/tables.ts), and the searches that people keep. */
export async function search(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS.split(';')) if (statement.trim() !== '') await sql.raw(statement).execute(db);
}

const STATEMENTS = `
  create table picture_statement_words (
    statement text collate "C" primary key,
    report bigint not null references report (seq),
    day date not null,
    words tsvector not null
  );
  create index on picture_statement_words (day desc, statement desc);
  create index on picture_statement_words (report);
  create index on picture_statement_words using gin (words) with (fastupdate = off);
  create table picture_report_words (
    report bigint not null references report (seq),
    part smallint not null,
    day date not null,
    words tsvector not null,
    primary key (report, part)
  );
  create index on picture_report_words (day desc, report desc);
  create index on picture_report_words using gin (words) with (fastupdate = off);
  create table picture_spelling (
    key text collate "C" not null,
    entity text collate "C" not null,
    name text collate "C" not null,
    primary key (key, entity, name)
  );
  create table saved_search (
    id text collate "C" primary key,
    person text collate "C" references person (id),
    name text not null,
    query text not null,
    made_at timestamptz(3) not null,
    seen_at timestamptz(3) not null
  );
  create index on saved_search (person)`;
