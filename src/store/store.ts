import { resolve } from 'node:path';
import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import { migrate } from './migrate.js';
import { openPglite } from './pglite/open.js';
import type { Database } from './schema.js';
import { connectServer } from './server.js';

/** An open database of reports, readings, decisions and the picture. Close it. */
export interface Store {
  readonly db: Kysely<Database>;
  readonly kind: 'pglite' | 'postgres';
  /** Where the data is, for people: a folder, or a server and database without the password. */
  readonly where: string;
  /**
   * Tells other programs of this user where the desk that holds this store can be reached: `holderOf` returns it.
   * Does nothing for a server, which many programs may open at once.
   * @param token what the desk takes from them as a bearer token
   */
  announce(url: string, token: string): void;
  /** Waits for what is under way and ends the database. May be called again. */
  close(): Promise<void>;
}

/** What the two kinds of database have in common: a pool of `pg`, and what is around it. */
export interface Connected extends Omit<Store, 'db'> {
  readonly pool: pg.Pool;
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
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  try {
    await migrate(db, connected.where);
  } catch (error) {
    await connected.close();
    throw error;
  }
  let closed: Promise<void> | undefined;
  return { db, ...connected, close: () => (closed ??= connected.close()) };
}
