import { type Kysely, sql } from 'kysely';

/** The picture: all derived from `reading` and `decision`; src/store/picture/tables.ts says what each column is. */
export async function picture(db: Kysely<unknown>): Promise<void> {
  for (const statement of TABLES.split(';')) if (statement.trim() !== '') await sql.raw(statement).execute(db);
}

const TABLES = `
  create table picture_mention (
    id bigint primary key,
    report bigint not null references report (seq),
    statement text collate "C" not null unique,
    kind text not null,
    own text collate "C" not null,
    keys integer[] not null,
    feature json not null,
    data json not null
  );
  create index on picture_mention (own);
  create index on picture_mention (report);
  create index on picture_mention using gin (keys) with (fastupdate = off);
  create table picture_member (
    mention bigint primary key references picture_mention (id) on delete cascade,
    component bigint not null,
    cluster text collate "C" not null
  );
  create index on picture_member (component);
  create index on picture_member (cluster);
  create table picture_link (
    a bigint not null,
    b bigint not null,
    score integer not null,
    primary key (a, b)
  );
  create table picture_doubt (
    mention bigint primary key,
    other bigint not null,
    score integer not null
  );
  create index on picture_doubt (other);
  create table picture_print (
    report bigint primary key references report (seq),
    prints integer[] not null
  );
  create index on picture_print using gin (prints) with (fastupdate = off);
  create table picture_origin (
    report bigint primary key references report (seq),
    origin bigint not null
  );
  create index on picture_origin (origin);
  create table picture_statement (
    id text collate "C" primary key,
    report bigint not null references report (seq),
    kind text not null,
    data json not null
  );
  create table picture_role (
    entity text collate "C" not null,
    kind text not null,
    report bigint not null references report (seq),
    statement text collate "C" not null,
    role text not null,
    primary key (entity, kind, report, statement, role)
  );
  create table picture_entity (
    id text collate "C" primary key,
    kind text not null,
    name text not null,
    incidents integer not null,
    threats integer not null,
    reports integer not null
  );
  create index on picture_entity (kind);
  create table picture_name (
    entity text collate "C" not null,
    name text collate "C" not null,
    report bigint not null references report (seq),
    earliest text collate "C" not null,
    data json not null,
    primary key (entity, name)
  );
  create table picture_incident (
    id text collate "C" primary key,
    type text not null,
    status text not null,
    from_day date,
    to_day date,
    sort_day date not null,
    country text,
    title text not null,
    groups text[] not null,
    summary json not null
  );
  create index on picture_incident (sort_day desc, id);
  create index on picture_incident (country, sort_day desc);
  create index on picture_incident using gin (groups) with (fastupdate = off);
  create table picture_warning (
    id text collate "C" primary key,
    sort_day date not null,
    data json not null
  );
  create index on picture_warning (sort_day desc, id)`;
