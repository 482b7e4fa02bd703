import pg from 'pg';
import type { Connected } from './connected.js';
import { StoreError } from './error.js';
import { createPool } from './pool.js';

/** PostgreSQL's oldest major version that the suite runs on. */
const OLDEST = 15;

/**
 * Connects to a PostgreSQL server.
 * @throws StoreError where it cannot be reached or is too old.
 */
export async function connectServer(url: string): Promise<Connected> {
  const where = withoutPassword(url);
  const pool = createPool({ connectionString: url, max: 10 });
  try {
    const { rows } = await pool.query<{ version: number }>(
      `select current_setting('server_version_num')::int / 10000 as version`,
    );
    const version = rows[0]?.version ?? 0;
    if (version < OLDEST) throw new Error(`it is PostgreSQL ${version}; Tocsin needs ${OLDEST} or later`);
  } catch (error) {
    await pool.end();
    throw new StoreError(`The PostgreSQL server ${where} cannot be used: ${reason(error)}. Check DATABASE_URL.`);
  }
  return { pool, kind: 'postgres', where, announce: () => {}, close: () => pool.end() };
}

/** Reads the address as `pg` does, sockets and all. */
function withoutPassword(url: string): string {
  try {
    const { host, port, database } = new pg.Client({ connectionString: url });
    return `${host}:${port}/${database}`;
  } catch {
    throw new StoreError('DATABASE_URL is not an address such as postgres://user@host/database.');
  }
}

/** An address that answers on several IPs fails with an AggregateError, whose own message is empty. */
function reason(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reason).join(', ');
  return error instanceof Error ? error.message : String(error);
}
