/** A thread that reads: each message is a list of reports; its answer says of each what was read, or why it failed. */
import { parentPort } from 'node:worker_threads';
import { read } from '../reading/read.js';
import type { Reading, Report } from '../reading/schema.js';

export type ReadAnswer = { reading: Reading } | { failed: string };

parentPort?.on('message', (reports: Report[]) => parentPort?.postMessage(reports.map(attempt)));

function attempt(report: Report): ReadAnswer {
  try {
    return { reading: read(report) };
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}
