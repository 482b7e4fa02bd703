import { type Kysely, sql } from 'kysely';
import { pack } from '../packed.js';

/**
 * A third less on the disk. What the reader read is kept deflated (packed.ts), and so is what the picture keeps as JSON;
 * the words of a statement are found by its place in the queue instead of its long name. The picture is derived:
 * `openStore` makes it anew.
 */
export async function packed(db: Kysely<unknown>): Promise<void> {
  await sql`alter table reading add column packed bytea`.execute(db);
  for (let after = ''; ; ) {
    const { rows } = await sql<{ report: string; json: string }>`
      select report, statements::text as json from reading where report > ${after} order by report limit 500`.execute(
      db,
    );
    for (const { report, json } of rows)
      await sql`update reading set packed = ${pack(json)} where report = ${report}`.execute(db);
    const last = rows.at(-1);
    if (!last) break;
    after = last.report;
  }
  for (const statement of STATEMENTS.split(';')) await sql.raw(statement).execute(db);
}

const STATEMENTS = `
  alter table reading drop column statements;
  alter table reading rename column packed to statements;
  alter table reading alter column statements set not null;
  truncate picture_mention, picture_member, picture_key, picture_statement, picture_incident, picture_warning,
    picture_triage, picture_statement_words, picture_made;
  alter table picture_mention drop column feature, add column feature bytea not null;
  alter table picture_statement drop column data, add column data bytea not null;
  alter table picture_incident drop column summary, drop column tally,
    add column summary bytea not null, add column tally bytea not null;
  alter table picture_warning drop column tally, add column tally bytea not null;
  create unique index on picture_triage (place);
  create index on reading_next (reader);
  create index on reading_next (report) where failure is not null;
  drop table picture_statement_words;
  create table picture_statement_words (
    place bigint primary key,
    report bigint not null references report (seq),
    day date not null,
    words tsvector not null
  );
  create index on picture_statement_words (day desc, place);
  create index on picture_statement_words using gin (words) with (fastupdate = off)`;
