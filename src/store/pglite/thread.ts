import type { Duplex } from 'node:stream';
import { Worker } from 'node:worker_threads';
import { StoreError } from '../error.js';
import { compiled } from './compiled.js';
import type { Reply, Request } from './protocol.js';

interface Waiting {
  resolve: (answer: Uint8Array<ArrayBuffer>) => void;
  reject: (error: Error) => void;
}

const NOT_STARTED = (cluster: string, reason: string) =>
  `The embedded database in ${cluster} does not start: ${reason}. ` +
  'If its files are damaged, restore a backup into a new folder (tocsin restore FILE --data NEWFOLDER).';
const STOPPED = (cluster: string, reason: string) =>
  `The embedded database in ${cluster} stopped: ${reason}. What was acknowledged is on the disk; start Tocsin again.`;

/** The main thread's end of the worker that owns PGlite. */
export class PgliteThread {
  /** Connections that must learn when the database ends. */
  readonly sockets = new Set<Duplex>();
  readonly #worker: Worker;
  readonly #waiting: Waiting[] = [];
  readonly #exited: Promise<void>;
  #failure: Error | null = null;

  private constructor(cluster: string, ready: () => void, failed: (error: Error) => void) {
    this.#worker = new Worker(compiled('worker.js'), { workerData: cluster, name: 'tocsin-database' });
    let started = false;
    const fail = (reason: string, explained = false) => {
      this.#failure ??= new StoreError(explained ? reason : (started ? STOPPED : NOT_STARTED)(cluster, reason));
      failed(this.#failure);
      for (const { reject } of this.#waiting.splice(0)) reject(this.#failure);
      for (const socket of this.sockets) socket.destroy(this.#failure);
    };
    this.#worker.on('message', (reply: Reply) => {
      if (reply === 'ready') {
        started = true;
        ready();
      } else if ('failed' in reply) fail(reply.failed, reply.explained);
      else this.#waiting.shift()?.resolve(reply.answer);
    });
    this.#worker.on('error', (error) => fail(error.message));
    this.#exited = new Promise((resolve) => {
      this.#worker.on('exit', (code) => {
        fail(`its thread ended (exit code ${code})`);
        resolve();
      });
    });
  }

  /**
   * Starts PGlite on a cluster's folder, which is made where it is missing.
   * @throws StoreError where it does not start.
   */
  static start(cluster: string): Promise<PgliteThread> {
    return new Promise((resolve, reject) => {
      const thread: PgliteThread = new PgliteThread(cluster, () => resolve(thread), reject);
    });
  }

  /** @returns PostgreSQL's answer; rejects where the database ends before it. */
  send(request: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
    if (this.#failure) return Promise.reject(this.#failure);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#post(request, [request.buffer]);
    });
  }

  ref(): void {
    this.#worker.ref();
  }

  unref(): void {
    this.#worker.unref();
  }

  /** Shuts the database down, with a checkpoint, and waits for its thread to end. */
  async close(): Promise<void> {
    this.#worker.ref();
    if (!this.#failure) this.#post('close', []);
    await this.#exited;
  }

  #post(request: Request, transfer: ArrayBuffer[]): void {
    this.#worker.postMessage(request, transfer);
  }
}
