import { join } from 'node:path';
import type { Connected } from '../connected.js';
import { createPool } from '../pool.js';
import { takeFolder } from './folder.js';
import { removeHolder, writeHolder } from './holder.js';
import { CLUSTER } from './layout.js';
import { prepareByIndex } from './prepare.js';
import { PgliteSocket } from './socket.js';
import { PgliteThread } from './thread.js';

/**
 * Opens the embedded database in a folder.
 * @throws StoreError as `takeFolder` and `PgliteThread.start` do.
 */
export async function openPglite(folder: string): Promise<Connected> {
  const lock = await takeFolder(folder);
  const holder = { pid: process.pid, url: null, token: null };
  writeHolder(folder, holder);
  let thread: PgliteThread;
  try {
    thread = await PgliteThread.start(join(folder, CLUSTER));
  } catch (error) {
    removeHolder(folder);
    lock.release();
    throw error;
  }
  const pool = createPool({
    // One session is all that PGlite has. Everything is named here, so that no PGHOST or PGSSLMODE can reach in.
    max: 1,
    stream: () => new PgliteSocket(thread),
    ...{ host: 'localhost', port: 5432, user: 'postgres', database: 'postgres', password: '', ssl: false },
    idleTimeoutMillis: 0,
  });
  pool.on('connect', prepareByIndex);
  return {
    pool,
    kind: 'pglite',
    where: folder,
    announce: (url, token) => writeHolder(folder, { ...holder, url, token }),
    close: async () => {
      await pool.end();
      await thread.close();
      removeHolder(folder);
      lock.release();
    },
  };
}
