/**
 * The lock on a data folder: a kernel lock (flock) on the folder itself, held through an open file of this process.
 *
 * Why not a file with a pid in it: such a file outlives a crash, so the next starter must judge whether its writer is
 * dead, and every such judgement can be wrong. Pids are used again (after a restart of the machine, or in a container,
 * where it is always the same small number); another container sees no pid of ours at all; a crash between making and
 * filling the file leaves an empty one; and between judging and taking over, two starters can both find the same
 * corpse, so that one unlinks the other's fresh lock. Heartbeats are worse: a busy or suspended holder misses them.
 * A listening socket has the same corpse as a file, or (Linux's abstract ones) ends at the container's network.
 *
 * The kernel has none of this: it gives the lock to one starter, keeps it for as long as any process has the open
 * file, and drops it when the holder is dead, however it died. It is on the inode, so containers on one machine see
 * it too, and being on the folder there is no lock file that somebody could delete to "fix" things.
 *
 * Node has no flock(2), but a lock belongs to the open file, not to the process that asked for it: flock(1), which
 * every Linux has (util-linux, busybox), is given our open file and locks it, and the lock stays when it has ended.
 * macOS takes the lock in open(2) itself (O_EXLOCK).
 */
import { spawnSync } from 'node:child_process';
import { closeSync, constants, openSync } from 'node:fs';
import { StoreError } from '../error.js';

/** open(2) on macOS; not among Node's constants. */
const O_SHLOCK = 0x10;
const O_EXLOCK = 0x20;

/** flock(1), asked not to wait, ends with this where another has the lock. */
const HELD_BY_ANOTHER = 1;

/** A lock that is held; `release` is also what the end of the process does. */
export interface Lock {
  release(): void;
}

/**
 * Takes the lock on an existing folder, without waiting.
 * @returns null where another process (or another part of this one) holds it.
 * @throws StoreError where this system has no such locks.
 */
export function lockFolder(folder: string, mode: 'exclusive' | 'shared' = 'exclusive'): Lock | null {
  const take = LOCKS[process.platform];
  if (!take) {
    throw new StoreError(
      `Tocsin cannot lock a folder on ${process.platform}, so it cannot keep a database in ${folder} safely. ` +
        'Set DATABASE_URL to a PostgreSQL server.',
    );
  }
  const fd = take(folder, mode);
  return fd === null ? null : { release: () => closeSync(fd) };
}

type Take = (folder: string, mode: 'exclusive' | 'shared') => number | null;
const LOCKS: Partial<Record<NodeJS.Platform, Take>> = { linux: withFlock, darwin: withOpen };

function withFlock(folder: string, mode: 'exclusive' | 'shared'): number | null {
  const fd = openSync(folder, constants.O_RDONLY);
  const { status, error, stderr } = spawnSync('flock', ['-n', mode === 'exclusive' ? '-x' : '-s', '3'], {
    stdio: ['ignore', 'ignore', 'pipe', fd],
    encoding: 'utf8',
  });
  if (status === 0) return fd;
  closeSync(fd);
  if (status === HELD_BY_ANOTHER) return null;
  const reason = error ? 'the program flock is missing (package util-linux)' : stderr.trim();
  throw new StoreError(
    `${folder} cannot be locked: ${reason}. Install it, or set DATABASE_URL to a PostgreSQL server.`,
  );
}

function withOpen(folder: string, mode: 'exclusive' | 'shared'): number | null {
  const lock = mode === 'exclusive' ? O_EXLOCK : O_SHLOCK;
  try {
    return openSync(folder, constants.O_RDONLY | constants.O_NONBLOCK | lock);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return null;
    throw error;
  }
}
