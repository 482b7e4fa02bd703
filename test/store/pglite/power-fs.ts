import { closeSync, fstatSync, openSync, readdirSync, readSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DurableFS, type OpenFile, type StreamOps } from '../../../src/store/pglite/durable-fs.js';

const BLOCK = 4096;

/**
 * A disk that loses power. Of every file it remembers the blocks (4 KiB) that were written since the last fsync and
 * what was in them before; `losePower` puts each of them back with even odds. Making, renaming, cutting and removing
 * files counts as durable at once.
 */
export class PowerFS extends DurableFS {
  /** By inode: block number to what the disk still has there; null where it has nothing yet. */
  readonly #unsynced = new Map<number, Map<number, Buffer | null>>();

  protected override hook(ops: StreamOps): void {
    super.hook(ops);
    const { write, fsync } = ops;
    ops.write = (stream, buffer, offset, length, position) => {
      this.#remember(stream, position, length);
      return write(stream, buffer, offset, length, position);
    };
    ops.fsync = (stream) => {
      const result = fsync?.(stream) ?? 0;
      this.#unsynced.delete(fstatSync(stream.nfd).ino);
      return result;
    };
  }

  #remember({ nfd }: OpenFile, position: number, length: number): void {
    const { ino } = fstatSync(nfd);
    const blocks = this.#unsynced.get(ino) ?? new Map<number, Buffer | null>();
    this.#unsynced.set(ino, blocks);
    // PostgreSQL may have it open for writing alone.
    const fd = openSync(`/proc/self/fd/${nfd}`, 'r');
    for (let block = Math.floor(position / BLOCK); block * BLOCK < position + length; block++) {
      if (blocks.has(block)) continue;
      const before = Buffer.alloc(BLOCK);
      const bytes = readSync(fd, before, 0, BLOCK, block * BLOCK);
      blocks.set(block, bytes > 0 ? before.subarray(0, bytes) : null);
    }
    closeSync(fd);
  }

  /** @returns how many blocks were lost */
  losePower(folder: string, random: () => number): number {
    let lost = 0;
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      for (const [block, before] of this.#unsynced.get(statSync(path).ino) ?? []) {
        if (random() < 0.5) continue;
        const fd = openSync(path, 'r+');
        writeSync(fd, before ?? Buffer.alloc(BLOCK), 0, before?.length ?? BLOCK, block * BLOCK);
        closeSync(fd);
        lost += 1;
      }
    }
    return lost;
  }
}

/** The same disk under PGlite as it comes, which never syncs. */
export class UnsyncedPowerFS extends PowerFS {
  protected override hook(ops: StreamOps): void {
    super.hook(ops);
    delete ops.fsync;
  }
}
