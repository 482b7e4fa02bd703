import type { PGlite } from '@electric-sql/pglite';
import type { DurableFS } from './durable-fs.js';
import { answered, isStartup } from './protocol.js';

/** Single-user PostgreSQL makes no checkpoint by itself: without one, the log and the time to recover only grow. */
const CHECKPOINT_EVERY_BYTES = 64 * 1024 * 1024;

/**
 * Has PostgreSQL carry out what one or more wire protocol messages ask for. Not to be called again before the last
 * call has ended.
 * @returns its answer
 * @throws where it could not be carried out to its end: then the state of the database in memory cannot be trusted
 * any more, as when `DurableFS` says that it is broken
 */
export async function answer(pg: PGlite, request: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  if (isStartup(request)) await reset(pg);
  const reply = await execute(pg, request);
  if (!answered(request, reply)) throw new Error('PostgreSQL broke down in the middle of a query');
  return reply;
}

/** A new connection begins: nothing of the last one may leak into it. */
async function reset(pg: PGlite): Promise<void> {
  if (pg.isInTransaction()) await pg.exec('rollback');
  await pg.exec('discard all');
}

async function execute(pg: PGlite, request: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  await pg.execProtocolRawStream(request, { onRawData: (chunk) => chunks.push(chunk.slice()) });
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}

/**
 * Makes a checkpoint where enough has been written to the log since the last, and no transaction is open; and does then
 * what autovacuum would have done meanwhile.
 */
export async function keepHouseIfDue(pg: PGlite, fs: DurableFS): Promise<void> {
  if (fs.walBytes < CHECKPOINT_EVERY_BYTES || pg.isInTransaction()) return;
  await vacuum(pg);
  await pg.exec('checkpoint');
  fs.walBytes = 0;
}

/**
 * The tables that autovacuum would choose, by the rules and figures of PostgreSQL's documentation (25.1.6): a table is
 * vacuumed when a fifth of it and 50 rows are dead or a fifth of it and 1,000 are new, and looked at for the planner
 * when a tenth of it and 50 rows are not what they were.
 */
const DUE = `
  select format('%I.%I', schemaname, stat.relname) as name,
    n_dead_tup > 50 + 0.2 * rows or n_ins_since_vacuum > 1000 + 0.2 * rows as vacuum
  from pg_stat_user_tables as stat join (select oid, greatest(reltuples, 0) as rows from pg_class) as size
    on size.oid = stat.relid
  where n_dead_tup > 50 + 0.2 * rows or n_ins_since_vacuum > 1000 + 0.2 * rows or n_mod_since_analyze > 50 + 0.1 * rows`;

/** Single-user PostgreSQL has no autovacuum either: what is dead would never be used again, and the planner knows nothing. */
async function vacuum(pg: PGlite): Promise<void> {
  const { rows } = await pg.query<{ name: string; vacuum: boolean }>(DUE);
  for (const { name, vacuum } of rows) await pg.exec(`${vacuum ? 'vacuum (analyze)' : 'analyze'} ${name}`);
}
