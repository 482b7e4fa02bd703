import type pg from 'pg';

/** A database that is connected to, whatever its kind. */
export interface Connected {
  readonly pool: pg.Pool;
  readonly kind: 'pglite' | 'postgres';
  /** Where the data is, for people: a folder, or a server and database without the password. */
  readonly where: string;
  /**
   * Tells other programs of this user where the desk that holds this store can be reached: `holderOf` returns it.
   * Does nothing for a server, which many programs may open at once.
   * @param token what the desk takes from them as a bearer token
   */
  announce(url: string, token: string): void;
  /** Waits for what is under way and ends the database. */
  close(): Promise<void>;
}
