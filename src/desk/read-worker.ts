/** Reads one long report in a thread of its own: `workerData` is the report, the one message is its reading. */
import { parentPort, workerData } from 'node:worker_threads';
import { read } from '../reading/read.js';
import type { Report } from '../reading/schema.js';

parentPort?.postMessage(read(workerData as Report));
