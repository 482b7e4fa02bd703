/** People, cases, warnings, deliveries and the record of them, in a backup: rows as they are, table by table. */
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Database } from '../schema.js';

/** In the order in which they refer to each other. Sessions are not kept: everybody signs in anew. */
export const DUTY_TABLES = [
  'person',
  'invitation',
  'setting',
  'saved_search',
  'feed',
  'report_unread',
  'recipient',
  'recipient_channel',
  'duty_case',
  'case_statement',
  'warning',
  'tear_line_allowance',
  'warning_recipient',
  'warning_cap',
  'delivery',
  'delivery_attempt',
  'audit',
  'audit_head',
] as const;
export type DutyTable = (typeof DUTY_TABLES)[number];

/** A row as PostgreSQL writes it in JSON: bytes as `\x…`, times in ISO 8601. */
export type DutyRow = Record<string, unknown>;

/** Rows a step. */
const BATCH = 1000;

/** All rows, as they stand at one moment. */
export async function* eachDutyRow(db: Kysely<Database>): AsyncGenerator<{ table: DutyTable; row: DutyRow }> {
  for (const table of DUTY_TABLES) {
    const of = sql.table(table);
    // The order of insertion suits what refers to itself: an update follows the alert before it.
    const { rows } = await sql<{
      row: DutyRow;
    }>`select row_to_json(t) as row from ${of} t order by ${order(table)}`.execute(db);
    for (const { row } of rows) yield { table, row };
  }
}

const order = (table: DutyTable) =>
  table === 'warning' ? sql.raw('t.duty_case, t.number') : table === 'audit' ? sql.raw('t.seq') : sql.raw('t::text');

/** Whether a store has a record of its own, which another desk's must not be mixed with. */
export async function hasOwnRecord(trx: Transaction<Database>): Promise<boolean> {
  return (await trx.selectFrom('audit').select('seq').limit(1).executeTakeFirst()) !== undefined;
}

/** Stores rows of one table, in a store that has none of it. */
export async function insertDutyRows(
  trx: Transaction<Database>,
  table: DutyTable,
  rows: readonly DutyRow[],
): Promise<void> {
  if (table === 'audit_head') await trx.deleteFrom('audit_head').execute();
  const of = sql.table(table);
  // A desk without accounts has these and no record of its own: restored twice, they are there already.
  const known = ['saved_search', 'report_unread', 'feed'].includes(table) ? sql`on conflict do nothing` : sql``;
  for (let i = 0; i < rows.length; i += BATCH)
    await sql`insert into ${of} select * from json_populate_recordset(null::${of}, ${JSON.stringify(rows.slice(i, i + BATCH))}::json)
      ${known}`.execute(trx);
  for (const numbered of ['duty_case', 'delivery_attempt'])
    if (table === numbered)
      await sql`select setval(pg_get_serial_sequence(${table}, 'seq'), greatest((select max(seq) from ${of}), 1))`.execute(
        trx,
      );
}
