import type { PGlite } from '@electric-sql/pglite';
import { StoreError } from '../error.js';

/**
 * Commits one row and counts the calls of fsync that it caused.
 * @throws StoreError where there was none: what PostgreSQL calls committed would not survive a loss of power.
 */
export async function assertDurable(pg: PGlite, fs: { syncs: number }): Promise<void> {
  await pg.exec('create table if not exists durability_test (at timestamptz primary key)');
  const before = fs.syncs;
  await pg.exec('insert into durability_test values (clock_timestamp())');
  const calls = fs.syncs - before;
  await pg.exec('truncate durability_test');
  if (calls === 0) {
    throw new StoreError(
      'The embedded database did not write a committed row through to the disk (0 calls of fsync), so a loss of power ' +
        'could lose reports. Refusing to start. Install the exact versions in package-lock.json (npm ci), or set ' +
        'DATABASE_URL to a PostgreSQL server.',
    );
  }
}
