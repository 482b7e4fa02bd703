/**
 * For transactions in which all that is read is a few rows by their keys. Without statistics (the embedded database
 * gathers few) the planner takes a list of keys for a good part of the table and reads all of it: until the end of
 * the transaction it may not. It may not compile either, which its own estimates would have it do.
 */
import { sql, type Transaction } from 'kysely';
import type { Database } from './schema.js';

const BY_INDEX = `('enable_seqscan', 'off'), ('enable_hashjoin', 'off'), ('enable_mergejoin', 'off'), ('jit', 'off')`;
const setting = (values: string) =>
  `select set_config(name, setting, true) from (values ${values}) as given (name, setting)`;
const READ_BY_INDEX = setting(BY_INDEX);
/** As `repeatByIndex` sends it. */
export const REPEAT_BY_INDEX = setting(`${BY_INDEX}, ('plan_cache_mode', 'force_generic_plan')`);

/** For what is asked in ever other words, such as a search. */
export async function readByIndex(trx: Transaction<Database>): Promise<void> {
  await sql.raw(READ_BY_INDEX).execute(trx);
}

/** For what is asked in the same words again and again: a plan that was made is as good for other keys. */
export async function repeatByIndex(trx: Transaction<Database>): Promise<void> {
  await sql.raw(REPEAT_BY_INDEX).execute(trx);
}
