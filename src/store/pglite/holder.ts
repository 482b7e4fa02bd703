/** Who has a data folder open, for the error message and for the CLI, which can speak to a running desk over HTTP. */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { HOLDER_FILE } from './layout.js';
import { lockFolder } from './lock.js';

const Holder = z.object({
  pid: z.int(),
  /** Address of the desk, where the holder is one. */
  url: z.string().nullable(),
  /** Bearer token that the desk takes from programs of this user. */
  token: z.string().nullable(),
});
export type Holder = z.infer<typeof Holder>;

/** Writes who holds the folder, readable by this user alone. To be called by the holder of the lock only. */
export function writeHolder(folder: string, holder: Holder): void {
  const file = join(folder, HOLDER_FILE);
  rmSync(`${file}.new`, { force: true });
  writeFileSync(`${file}.new`, `${JSON.stringify(holder)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

export function removeHolder(folder: string): void {
  rmSync(join(folder, HOLDER_FILE), { force: true });
}

/** What the folder says of its holder; null where it says nothing. Does not tell whether that holder is alive. */
export function readHolder(folder: string): Holder | null {
  try {
    return Holder.parse(JSON.parse(readFileSync(join(folder, HOLDER_FILE), 'utf8')));
  } catch {
    return null;
  }
}

/**
 * Who has the data folder open now.
 * @returns null where nobody has, or the folder does not exist.
 */
export function holderOf(folder: string): Holder | null {
  if (!existsSync(folder)) return null;
  const lock = lockFolder(folder, 'shared');
  lock?.release();
  return lock ? null : readHolder(folder);
}
