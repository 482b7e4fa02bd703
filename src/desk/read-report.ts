import { Worker } from 'node:worker_threads';
import { loadCatalogue } from '../catalogue/catalogue.js';
import { IntakeError } from '../intake/error.js';
import type { ReceivedReport } from '../intake/receive.js';
import { explain } from '../reading/explain/explain.js';
import { read } from '../reading/read.js';
import type { Reading, Report } from '../reading/schema.js';

/**
 * Characters from which a text is read in a thread of its own: reading takes some milliseconds a kilobyte, and who
 * else asks the desk should not wait for a book. Below, starting the thread would cost more than it saves.
 */
const LONG = 50_000;

/** Tests run the TypeScript source, but a thread needs the compiled file. */
const WORKER = new URL('./read-worker.js', import.meta.url.replace(/\/src\/desk\/[^/]*$/, '/dist/desk/'));

/**
 * Reads a report as it was taken in.
 * @throws IntakeError where the reader fails on this text, which is a fault of the program: it must cost this one
 * report and not those that come with it.
 */
export async function readReport({
  bytes: _bytes,
  mediaType: _mediaType,
  ...report
}: ReceivedReport): Promise<Reading> {
  // What is missing from the installation is missing for every report: it is said as it is.
  loadCatalogue();
  try {
    return report.text.length < LONG ? read(report) : await readAside(report);
  } catch (error) {
    throw failed(report, error);
  }
}

/**
 * The same reading, with what made it.
 * @throws IntakeError as `readReport`
 */
export async function explainReport({
  bytes: _bytes,
  mediaType: _mediaType,
  ...report
}: ReceivedReport): Promise<ReturnType<typeof explain>> {
  loadCatalogue();
  try {
    return explain(report);
  } catch (error) {
    throw failed(report, error);
  }
}

function failed(report: Report, error: unknown): IntakeError {
  const what = error instanceof Error ? error.message : String(error);
  return new IntakeError(report.file, `the reader failed on it (${what}); please report this with the text.`, {
    cause: error,
  });
}

function readAside(report: Report): Promise<Reading> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER, { workerData: report });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`its thread ended with ${code}`)));
  });
}
