import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { MIGRATIONS } from '../../src/store/migrations/list.js';
import { openStore } from '../../src/store/store.js';
import { forEachDatabase } from './databases.js';

forEachDatabase('migrations', (open, newPlace, kind) => {
  test('are all applied once, in the order of their names', async () => {
    const place = await newPlace();
    const names = async () => {
      const store = await open(place);
      const { rows } = await sql<{ name: string }>`select name from kysely_migration order by timestamp, name`.execute(
        store.db,
      );
      await store.close();
      return rows.map(({ name }) => name);
    };
    expect(await names()).toEqual(Object.keys(MIGRATIONS));
    expect(await names()).toEqual(Object.keys(MIGRATIONS));
    expect(Object.keys(MIGRATIONS)).toEqual(Object.keys(MIGRATIONS).sort());
  });

  test('a database that is newer than the program is refused and left as it is', async () => {
    const place = await newPlace();
    const store = await open(place);
    await sql`insert into kysely_migration values ('999-tomorrow', now()::text)`.execute(store.db);
    await store.close();
    for (let time = 0; time < 2; time++) {
      await expect(openStore(place)).rejects.toThrow(/newer Tocsin \(it has 999-tomorrow\)/);
    }
  });

  // A folder has one holder; only a server can be opened by several.
  if (kind === 'postgres') {
    test('programs that start at once on a new database take turns', async () => {
      const place = await newPlace();
      const stores = await Promise.all(Array.from({ length: 4 }, () => open(place)));
      for (const { db } of stores) expect(await db.selectFrom('report').selectAll().execute()).toEqual([]);
    });
  }
});

test('a server that cannot be used is named without its password, with the reason', async () => {
  const url = 'postgres://ann:s3cret@127.0.0.1:1/none';
  const error: Error = await openStore({ url }).then(
    () => new Error('opened'),
    (reason) => reason,
  );
  expect(error.message).toMatch(/127\.0\.0\.1:1\/none cannot be used: .*ECONNREFUSED.*Check DATABASE_URL/);
  expect(error.message).not.toContain('s3cret');
});
