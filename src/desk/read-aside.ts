/** The thread that reads beside the desk: started when it is first needed, and kept, since it takes long to warm up. */
import { Worker } from 'node:worker_threads';
import type { Report } from '../reading/schema.js';
import type { ReadAnswer } from './attempt.js';

/** Tests run the TypeScript source, but a thread needs the compiled file. */
const WORKER = new URL('./read-worker.js', import.meta.url.replace(/\/src\/desk\/[^/]*$/, '/dist/desk/'));

/** Milliseconds that the thread may take: for each text, and for each of its characters. A text that takes longer never ends. */
const LIMIT = { text: 60_000, character: 0.05 };

interface Waiting {
  resolve: (answers: ReadAnswer[]) => void;
  reject: (error: Error) => void;
}

let thread: { worker: Worker; waiting: Waiting[] } | null = null;

/** Reads these reports in the thread, after those that were handed to it before. Rejects where the thread ends. */
export function readAside(reports: readonly Report[]): Promise<ReadAnswer[]> {
  thread ??= start();
  const { worker, waiting } = thread;
  return new Promise((resolve, reject) => {
    const { text, character } = LIMIT;
    const limit = reports.reduce((sum, report) => sum + text + report.text.length * character, 0);
    const overdue = setTimeout(() => void worker.terminate(), limit * (1 + waiting.length));
    overdue.unref();
    const answered =
      <T>(then: (value: T) => void) =>
      (value: T) => {
        clearTimeout(overdue);
        then(value);
      };
    waiting.push({ resolve: answered(resolve), reject: answered(reject) });
    // The process must not end before the answer, and not live on for a thread that waits.
    worker.ref();
    worker.postMessage(reports);
  });
}

function start() {
  const started = { worker: new Worker(WORKER, { name: 'tocsin-reader' }), waiting: [] as Waiting[] };
  const { worker, waiting } = started;
  worker.unref();
  worker.on('message', (answers: ReadAnswer[]) => {
    waiting.shift()?.resolve(answers);
    if (waiting.length === 0) worker.unref();
  });
  const end = (error: Error) => {
    if (thread === started) thread = null;
    for (const { reject } of waiting.splice(0)) reject(error);
  };
  worker.on('error', end);
  worker.on('exit', (code) => end(new Error(`the reader's thread ended with ${code}`)));
  return started;
}
