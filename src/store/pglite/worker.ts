/**
 * The thread that owns PGlite, so that a heavy query never stops the event loop of the desk. It takes wire protocol
 * messages one at a time and answers each with what PostgreSQL answered. A message that could not be carried out to
 * its end means that the state of the database in memory cannot be trusted any more: the thread says so and ends,
 * and the next start recovers from the write-ahead log.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { prepareCluster } from './cluster.js';
import { DURABLE_START_PARAMS, DurableFS } from './durable-fs.js';
import type { Reply, Request } from './protocol.js';
import { answered, isStartup } from './protocol.js';
import { assertDurable } from './self-test.js';

/** Single-user PostgreSQL makes no checkpoint by itself: without one, the log and the time to recover only grow. */
const CHECKPOINT_EVERY_BYTES = 64 * 1024 * 1024;

if (!parentPort) throw new Error('worker.js runs only as a worker thread of Tocsin');
const port = parentPort;
const reply = (message: Reply, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer);

/** Runs one message (or several in a row) through PostgreSQL's wire protocol. */
async function execute(pg: PGlite, request: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  await pg.execProtocolRawStream(request, { onRawData: (chunk) => chunks.push(chunk.slice()) });
  const answer = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    answer.set(chunk, offset);
    offset += chunk.length;
  }
  return answer;
}

async function main(folder: string): Promise<void> {
  await prepareCluster(folder);
  const fs = new DurableFS(folder);
  const pg = await PGlite.create({ fs, startParams: DURABLE_START_PARAMS });
  await assertDurable(pg, fs);

  const serve = async (request: Uint8Array) => {
    if (isStartup(request)) {
      // A new connection begins: nothing of the last one may leak into it.
      if (pg.isInTransaction()) await pg.exec('rollback');
      await pg.exec('discard all');
    }
    const answer = await execute(pg, request);
    if (fs.failure) throw new Error(`the disk did not take what was written to it (${fs.failure.message})`);
    if (!answered(request, answer)) throw new Error('the embedded PostgreSQL broke down in the middle of a query');
    reply({ answer }, [answer.buffer]);
    if (fs.walBytes > CHECKPOINT_EVERY_BYTES && !pg.isInTransaction()) {
      fs.walBytes = 0;
      await pg.exec('checkpoint');
    }
  };

  const fail = (error: unknown) => {
    reply({ failed: error instanceof Error ? error.message : String(error) });
    process.exit(1);
  };

  let last = Promise.resolve();
  port.on('message', (request: Request) => {
    last = last
      .then(async () => {
        if (request !== 'close') return serve(request);
        await pg.close();
        process.exit(0);
      })
      .catch(fail);
  });
  reply('ready');
}

main(workerData as string).catch((error: unknown) => {
  reply({ failed: error instanceof Error ? error.message : String(error) });
  process.exit(1);
});
