import { type Kysely, Migrator, sql } from 'kysely';
import { StoreError } from './error.js';
import { MIGRATIONS } from './migrations/list.js';
import type { Database } from './schema.js';

/**
 * Brings the database to the schema of this program, in one transaction; two programs at once take turns.
 * @throws StoreError where the database is newer than the program.
 */
export async function migrate(db: Kysely<Database>, where: string): Promise<void> {
  const applied = await appliedMigrations(db);
  const unknown = applied.filter((name) => !(name in MIGRATIONS));
  if (unknown.length > 0) {
    throw new StoreError(
      `The database in ${where} was written by a newer Tocsin (it has ${unknown.join(', ')}). ` +
        'Nothing was changed. Install that version, or restore a backup into a new database with this one.',
    );
  }
  if (applied.length === Object.keys(MIGRATIONS).length) return;
  const migrator = new Migrator({
    db,
    // Those of several rooms are numbered apart, so that one may come later than another with a higher number.
    allowUnorderedMigrations: true,
    provider: {
      getMigrations: async () => Object.fromEntries(Object.entries(MIGRATIONS).map(([name, up]) => [name, { up }])),
    },
  });
  const { error } = await migrator.migrateToLatest();
  if (error) throw new StoreError(`The database in ${where} could not be brought up to date.`, { cause: error });
}

async function appliedMigrations(db: Kysely<Database>): Promise<string[]> {
  const found = await sql<{ found: boolean }>`select to_regclass('kysely_migration') is not null as found`.execute(db);
  if (!found.rows[0]?.found) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return rows.map(({ name }) => name);
}
