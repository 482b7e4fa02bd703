import { Duplex } from 'node:stream';
import type { PgliteThread } from './thread.js';

/**
 * A connection of `pg` to the embedded database: what a TCP socket is to a server. One message is on its way at a
 * time; what is written meanwhile goes together with the next.
 */
export class PgliteSocket extends Duplex {
  readonly #thread: PgliteThread;

  constructor(thread: PgliteThread) {
    super();
    this.#thread = thread;
    thread.sockets.add(this);
  }

  /** As `net.Socket.connect`, for `pg`: there is nothing to reach, so it connects in the next turn. */
  connect(): void {
    process.nextTick(() => this.emit('connect'));
  }

  setNoDelay(): void {}
  setKeepAlive(): void {}

  /** While a query runs, `pg` refs its socket: the process must not end before its answer. */
  ref(): void {
    this.#thread.ref();
  }

  unref(): void {
    this.#thread.unref();
  }

  override _read(): void {}

  override _write(chunk: Uint8Array, _encoding: string, done: (error?: Error | null) => void): void {
    this.#send([chunk], done);
  }

  override _writev(chunks: { chunk: Uint8Array }[], done: (error?: Error | null) => void): void {
    this.#send(
      chunks.map(({ chunk }) => chunk),
      done,
    );
  }

  #send(chunks: Uint8Array[], done: (error?: Error | null) => void): void {
    // Copied because `pg` cuts its messages from one buffer, which must not move to the other thread.
    const request = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
    let offset = 0;
    for (const chunk of chunks) {
      request.set(chunk, offset);
      offset += chunk.length;
    }
    this.#thread.send(request).then((answer) => {
      if (answer.length > 0) this.push(Buffer.from(answer.buffer));
      done();
    }, done);
  }

  override _final(done: () => void): void {
    this.push(null);
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#thread.sockets.delete(this);
    done(error);
  }
}
