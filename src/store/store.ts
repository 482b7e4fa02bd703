import { resolve } from 'node:path';
import { Kysely, PostgresDialect } from 'kysely';
import type { Connected } from './connected.js';
import { migrate } from './migrate.js';
import { Unpacking } from './packed.js';
import { openPglite } from './pglite/open.js';
import { renewPicture } from './picture/rebuild.js';
import type { Database } from './schema.js';
import { connectServer } from './server.js';

/** An open database of reports, readings, decisions and the picture. To be closed, which may be done twice. */
export interface Store extends Omit<Connected, 'pool'> {
  readonly db: Kysely<Database>;
}

export interface StoreOptions {
  /** Folder of the embedded database; made where it is missing. Default `.tocsin`. */
  data?: string | undefined;
  /** `postgres://…` of a server; goes before `data`. */
  url?: string | undefined;
}

/**
 * Opens the store and brings its schema up to date.
 * @throws StoreError with a sentence for people: the folder is in use or holds other things, the server cannot be
 * reached, the database is newer than the program, or the disk does not keep what is written to it.
 */
export async function openStore({ data = '.tocsin', url }: StoreOptions): Promise<Store> {
  const { pool, ...connected } = url ? await connectServer(url) : await openPglite(resolve(data));
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }), plugins: [new Unpacking()] });
  try {
    await migrate(db, connected.where);
    await renewPicture(db);
  } catch (error) {
    await connected.close();
    throw error;
  }
  let closed: Promise<void> | undefined;
  return { db, ...connected, close: () => (closed ??= connected.close()) };
}
