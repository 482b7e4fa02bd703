import { type Kysely, sql, type Transaction } from 'kysely';
import type { Database } from './schema.js';

/** Key of the advisory lock, any number that no other program on the server uses: "tocsin" in ASCII. */
const WRITER = 0x746f6373696e;

/**
 * Runs `work` in one transaction as the only writer of reports, decisions and the picture, on whatever connection or
 * process. So reports are accepted one after the other: `seq` is the order in which the picture saw them, and two
 * adds at once cannot both miss what the other adds. Work outside (reading a text) goes on beside it; readers of the
 * database never wait.
 */
export function asWriter<T>(db: Kysely<Database>, work: (trx: Transaction<Database>) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${WRITER})`.execute(trx);
    return work(trx);
  });
}
