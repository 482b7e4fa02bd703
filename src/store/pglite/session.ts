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

/** Makes a checkpoint where enough has been written to the log since the last, and no transaction is open. */
export async function checkpointIfDue(pg: PGlite, fs: DurableFS): Promise<void> {
  if (fs.walBytes < CHECKPOINT_EVERY_BYTES || pg.isInTransaction()) return;
  fs.walBytes = 0;
  await pg.exec('checkpoint');
}
