import { type Kysely, sql } from 'kysely';

/**
 * Who stands in a statement is found by the statement's number, and by day: the newest of a group or a place without
 * reading all that was ever said of it. Without a foreign key, which would be checked row by row. The picture is
 * derived: `openStore` makes it anew.
 */
export async function rolesByDay(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS.split(';')) await sql.raw(statement).execute(db);
}

const STATEMENTS = `
  drop table picture_role;
  create table picture_role (
    number bigint not null,
    report bigint not null,
    day date not null,
    entity text collate "C" not null,
    kind text not null,
    role text not null
  );
  create index on picture_role (entity, kind, day);
  create index on picture_role (report);
  truncate picture_statement, picture_made;
  alter table picture_statement add column number bigint not null unique`;
