import { accessSync, chmodSync, constants, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { StoreError } from '../error.js';
import { readHolder } from './holder.js';
import { CLUSTER, HOLDER_FILE, UNFINISHED_CLUSTER } from './layout.js';
import { type Lock, lockFolder } from './lock.js';

/** What an otherwise empty folder may hold and still count as empty: nobody's data. */
const NOBODYS = new Set(['lost+found', '.DS_Store', HOLDER_FILE, `${HOLDER_FILE}.new`, UNFINISHED_CLUSTER]);

/**
 * `holderOf` takes the lock for a moment to look; a start must not take that for a holder. So it asks again a few
 * times (milliseconds) before it believes that the folder is taken.
 */
const ASK_AGAIN_AFTER = [20, 40, 80, 160];

/**
 * Makes the data folder where it is missing, closes it to others (PGlite writes its files readable and writable by
 * all, so the folder's mode is the guard) and locks it.
 * @returns the lock, held.
 * @throws StoreError where another process has the folder, or it holds something that is not Tocsin's.
 */
export async function takeFolder(folder: string): Promise<Lock> {
  makeFolder(folder);
  const lock = await lockOrExplain(folder);
  try {
    const ours = existsSync(join(folder, CLUSTER, 'PG_VERSION'));
    const others = ours ? undefined : readdirSync(folder).find((name) => !NOBODYS.has(name));
    if (others !== undefined) {
      throw new StoreError(
        `${folder} holds other files (such as ${others}) and no Tocsin database; it is left as it is. ` +
          'Name an empty or a new folder with --data.',
      );
    }
    chmodSync(folder, 0o700);
    return lock;
  } catch (error) {
    lock.release();
    throw error;
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    throw new StoreError(`${folder} ${REFUSALS[code] ?? `cannot be used (${code})`}. Name another with --data.`, {
      cause: error,
    });
  }
}

const REFUSALS: Record<string, string> = {
  EEXIST: 'is not a folder',
  ENOTDIR: 'is not a folder',
  EACCES: 'cannot be used: you have no permission',
  EROFS: 'cannot be used: the disk is read-only',
  ENOSPC: 'cannot be made: the disk is full',
};

async function lockOrExplain(folder: string): Promise<Lock> {
  for (const wait of [...ASK_AGAIN_AFTER, 0]) {
    const lock = lockFolder(folder);
    if (lock) return lock;
    await setTimeout(wait);
  }
  const holder = readHolder(folder);
  const who = holder ? `process ${holder.pid}` : 'another process';
  const where = holder?.url ? `, a desk at ${holder.url}. Use that desk` : '. Wait for it to end';
  throw new StoreError(`${folder} is in use by ${who}${where}, or name another folder with --data.`);
}
