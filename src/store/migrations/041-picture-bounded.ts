import { type Kysely, sql } from 'kysely';

/**
 * A report is found by no more of its fingerprints than those of which it is among the first leaders, so that a footer
 * that ten thousand reports share costs no more than one that ten do; and a mention without a day is held by one with a
 * day alone. All of it is derived; `openStore` makes it anew.
 */
export async function pictureBounded(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS.split(';')) await sql.raw(statement).execute(db);
}

const STATEMENTS = `
  drop table picture_print;
  create table picture_print (
    report bigint primary key references report (seq),
    rank bigint not null,
    leader bigint,
    prints integer[] not null,
    more integer[] not null
  );
  create index on picture_print using gin (prints) with (fastupdate = off) where leader is null;
  create index on picture_print using gin (more) with (fastupdate = off) where leader is null and cardinality(more) > 0;
  create index on picture_print using gin (prints) with (fastupdate = off) where leader is not null;
  create index on picture_print (leader) where leader is not null;
  alter table picture_member add column anchor bigint`;
