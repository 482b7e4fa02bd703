import { type Kysely, sql } from 'kysely';

/**
 * The tables of the picture again, so that one report more costs the same however many there are: leaders and those
 * that follow them, tallies. What stood in them is derived; `openStore` makes it anew. And the bytes of a report that
 * are those of its text need not be stored twice.
 */
export async function pictureAtScale(db: Kysely<unknown>): Promise<void> {
  for (const statement of TABLES.split(';')) if (statement.trim() !== '') await sql.raw(statement).execute(db);
}

const TABLES = `
  drop table picture_mention, picture_member, picture_print, picture_incident, picture_warning cascade;
  truncate picture_link, picture_doubt, picture_origin, picture_statement, picture_role, picture_entity, picture_name;
  alter table report alter bytes drop not null;
  create table picture_made (version integer not null);
  create table picture_mention (
    id bigint primary key,
    report bigint not null references report (seq),
    statement text collate "C" not null unique,
    kind text not null,
    own text collate "C" not null,
    feature json not null
  );
  create index on picture_mention (own);
  create index on picture_mention (report);
  create table picture_member (
    mention bigint primary key references picture_mention (id) on delete cascade,
    facet bigint not null,
    rank bigint not null,
    leader bigint,
    score integer,
    first bigint,
    first_own text collate "C",
    component bigint not null,
    cluster text collate "C" not null
  );
  create index on picture_member (facet, rank);
  create index on picture_member (leader) where leader is not null;
  create index on picture_member (component) where leader is null;
  create index on picture_member (cluster);
  create table picture_key (
    mention bigint primary key references picture_mention (id) on delete cascade,
    keys integer[] not null
  );
  create index on picture_key using gin (keys) with (fastupdate = off);
  create table picture_print (
    report bigint primary key references report (seq),
    rank bigint not null,
    leader bigint,
    prints integer[] not null
  );
  create index on picture_print using gin (prints) with (fastupdate = off) where leader is null;
  create index on picture_print using gin (prints) with (fastupdate = off) where leader is not null;
  create index on picture_print (leader) where leader is not null;
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
    summary json not null,
    tally json not null
  );
  create index on picture_incident (sort_day desc, id);
  create index on picture_incident (country, sort_day desc);
  create index on picture_incident using gin (groups) with (fastupdate = off);
  create table picture_warning (
    id text collate "C" primary key,
    sort_day date not null,
    title text not null,
    tally json not null
  );
  create index on picture_warning (sort_day desc, id);
  create table picture_support (
    cluster text collate "C" not null,
    origin bigint not null,
    said integer[] not null,
    primary key (cluster, origin)
  )`;
