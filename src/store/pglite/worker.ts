/**
 * The thread that owns PGlite, so that a heavy query never stops the event loop of the desk. It answers the requests
 * of `thread.ts` one at a time; where one fails it says why and ends.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { StoreError } from '../error.js';
import { prepareCluster } from './cluster.js';
import { DURABLE_START_PARAMS, DurableFS } from './durable-fs.js';
import type { Reply, Request } from './protocol.js';
import { assertDurable } from './self-test.js';
import { answer, keepHouseIfDue } from './session.js';

if (!parentPort) throw new Error('worker.js runs only as a worker thread of Tocsin');
const port = parentPort;
const reply = (message: Reply, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer);

async function main(cluster: string): Promise<void> {
  await prepareCluster(cluster);
  const fs = new DurableFS(cluster, fail);
  const pg = await PGlite.create({ fs, startParams: DURABLE_START_PARAMS });
  await assertDurable(pg, fs);

  const serve = async (request: Request) => {
    if (request === 'close') {
      await pg.close();
      process.exit(0);
    }
    const bytes = await answer(pg, request);
    reply({ answer: bytes }, [bytes.buffer]);
    await keepHouseIfDue(pg, fs);
  };
  let last = Promise.resolve();
  port.on('message', (request: Request) => {
    last = last.then(() => serve(request)).catch(fail);
  });
  reply('ready');
}

function fail(error: unknown): never {
  reply({ failed: error instanceof Error ? error.message : String(error), explained: error instanceof StoreError });
  process.exit(1);
}

main(workerData as string).catch(fail);
