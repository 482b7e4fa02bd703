import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Forces a folder, and all that is in it unless `itself` is asked for, to the disk: contents and names. */
export async function syncTree(folder: string, what: 'all' | 'itself' = 'all'): Promise<void> {
  const paths = [folder];
  if (what === 'all') {
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      paths.push(join(entry.parentPath, entry.name));
    }
  }
  // Many at once, so that the file system can put them into one transaction of its journal.
  await Promise.all(paths.map(sync));
}

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
