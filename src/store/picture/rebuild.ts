import { type Kysely, sql, type Transaction } from 'kysely';
import { eachBatch } from '../reports/batches.js';
import type { Database } from '../schema.js';
import { asWriter } from '../writer.js';
import { applyReadings } from './update.js';

/** To be raised where the rules of the picture change: what another version made is made anew. */
const PICTURE_VERSION = 7;

/** The tables of the picture in the order in which they can be dumped and filled. */
export const PICTURE_TABLES = [
  'picture_mention',
  'picture_member',
  'picture_key',
  'picture_link',
  'picture_doubt',
  'picture_print',
  'picture_origin',
  'picture_statement',
  'picture_role',
  'picture_entity',
  'picture_name',
  'picture_incident',
  'picture_warning',
  'picture_triage',
  'picture_triage_count',
  'picture_source',
  'picture_support',
  'picture_statement_words',
  'picture_report_words',
  'picture_spelling',
] as const;

/** Makes the picture anew from the readings and the decisions in force, in one transaction. */
export async function rebuildPicture(
  store: { db: Kysely<Database> },
  progress: (reports: number) => void = () => {},
): Promise<void> {
  await asWriter(store.db, (trx) => rebuildPictureIn(trx, progress));
}

/** The same inside a transaction of the writer, such as one that has just rewritten the readings. */
export async function rebuildPictureIn(
  trx: Transaction<Database>,
  progress: (reports: number) => void = () => {},
): Promise<void> {
  await sql`truncate ${sql.join(PICTURE_TABLES.map((table) => sql.table(table)))}`.execute(trx);
  let reports = 0;
  for await (const accepted of eachBatch(trx)) {
    await applyReadings(trx, accepted);
    reports += accepted.length;
    progress(reports);
  }
  await sql`truncate picture_made`.execute(trx);
  await trx.insertInto('picture_made').values({ version: PICTURE_VERSION }).execute();
}

/** Makes the picture anew where another Tocsin, with other rules, made it. */
export async function renewPicture(db: Kysely<Database>): Promise<void> {
  const made = await db.selectFrom('picture_made').select('version').executeTakeFirst();
  if (made?.version !== PICTURE_VERSION) await asWriter(db, (trx) => rebuildPictureIn(trx));
}

/** All of the picture as text, a row a line in a fixed order: two pictures are the same where this is. */
export async function* dumpPicture(store: { db: Kysely<Database> }): AsyncGenerator<string> {
  for (const table of PICTURE_TABLES) {
    const { rows } = await sql<{ line: string }>`
      select t::text as line from ${sql.table(table)} t order by t::text collate "C"`.execute(store.db);
    for (const { line } of rows) yield `${table} ${line}`;
  }
}
