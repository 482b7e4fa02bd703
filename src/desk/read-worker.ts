/** A thread that reads: each message is a list of reports; its answer says of each what was read, or why it failed. */
import { parentPort } from 'node:worker_threads';
import type { Report } from '../reading/schema.js';
import { attempt } from './attempt.js';

parentPort?.on('message', (reports: Report[]) => parentPort?.postMessage(reports.map(attempt)));
