/**
 * PGlite's file system on a real folder, made durable. As PGlite ships it (0.5.16), its NODEFS has no `fsync`
 * operation, so no fsync that PostgreSQL asks for ever reaches the disk and a power cut loses or breaks the
 * database (electric-sql/pglite#1107). The table of operations is private to PGlite: `self-test.ts` refuses to
 * start where this hook has stopped working.
 */
import { fsyncSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** An open file or directory of Emscripten's NODEFS, as far as it is needed here. */
export interface OpenFile {
  nfd: number;
  node: { parent: { name: string } };
}
export interface StreamOps {
  fsync?: (stream: OpenFile) => number;
  write: (stream: OpenFile, buffer: Uint8Array, offset: number, length: number, position: number) => number;
}

/** Errno of a failed input or output operation, as Emscripten numbers it. */
const EIO = 29;

/**
 * PGlite's start parameters with fsync on. The write-ahead log must be flushed with fsync too: its default,
 * fdatasync, is a system call that PGlite answers without doing anything.
 */
export const DURABLE_START_PARAMS = [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  ...['-c', 'fsync=on', '-c', 'wal_sync_method=fsync'],
  // Old files of the log that are kept to be written over: session.ts makes a checkpoint every 64 MB.
  ...['-c', 'min_wal_size=32MB', '-c', 'max_wal_size=48MB'],
];

export class DurableFS extends NodeFS {
  /** Calls of fsync, of files and of directories, that reached the operating system. */
  syncs = 0;
  /** Bytes written to the write-ahead log since the owner last set this to 0. */
  walBytes = 0;
  readonly #broken: (error: Error) => void;

  /**
   * @param broken is called from within PostgreSQL where the database must not go on, and should end its thread:
   * afterwards PGlite may answer nothing, wrongly, or never. So it is when PostgreSQL has given up (a PANIC), and when
   * an fsync has failed: what the kernel held of that file may be gone for good, and asking again would report
   * success. Only a new start, which recovers from the write-ahead log, is right then.
   */
  constructor(cluster: string, broken: (error: Error) => void) {
    super(cluster);
    this.#broken = broken;
  }

  override async init(...[pg, options]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const started = await super.init(pg, options);
    const hook = (module: { NODEFS: { stream_ops: StreamOps } }) => this.hook(module.NODEFS.stream_ops);
    // The type of Emscripten's module knows nothing of NODEFS' operations.
    started.emscriptenOpts.onAbort = () => this.#broken(new Error('PostgreSQL broke down in the middle of a query'));
    started.emscriptenOpts.preRun = [hook as never, ...(started.emscriptenOpts.preRun ?? [])];
    return started;
  }

  /** Changes NODEFS' table of operations, which belongs to this PGlite alone. */
  protected hook(ops: StreamOps): void {
    const { write } = ops;
    ops.write = (stream, buffer, offset, length, position) => {
      const written = write(stream, buffer, offset, length, position);
      if (stream.node.parent.name === 'pg_wal') this.walBytes += written;
      return written;
    };
    ops.fsync = (stream) => {
      try {
        fsyncSync(stream.nfd);
        this.syncs += 1;
        return 0;
      } catch (error) {
        const { message } = error as Error;
        this.#broken(new Error(`the disk did not take what was written to it (${message})`));
        return EIO;
      }
    };
  }
}
