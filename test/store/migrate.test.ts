import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { MIGRATIONS } from '../../src/store/migrations/list.js';
import { dumpPicture } from '../../src/store/picture/rebuild.js';
import { addReport } from '../../src/store/reports/add.js';
import { getReading } from '../../src/store/reports/get.js';
import { openStore, type Store } from '../../src/store/store.js';
import { forEachDatabase } from './databases.js';
import { made } from './make.js';

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

  test('what was read before readings were kept deflated is there as it was, and the picture with it', async () => {
    const place = await newPlace();
    const text = 'A bomb killed 4 people in Kabul on 3 March 2021. The Taliban claimed it.';
    const [report, reading] = made(text);
    const picture = async (store: Store) => {
      const lines: string[] = [];
      for await (const line of dumpPicture(store)) lines.push(line);
      return lines;
    };
    const before = await open(place);
    await addReport(before, report, reading);
    const was = await picture(before);
    await sql`alter table reading drop column statements, add column statements json`.execute(before.db);
    const { report: _, ...statements } = reading;
    await sql`update reading set statements = ${JSON.stringify(statements)}::json`.execute(before.db);
    await sql`alter table reading alter column statements set not null`.execute(before.db);
    await sql`alter table picture_statement drop column number`.execute(before.db);
    await sql`delete from kysely_migration where name in ('051-packed', '070-roles-by-day')`.execute(before.db);
    await before.close();
    const after = await open(place);
    expect(await getReading(after, report.id)).toEqual(reading);
    expect(was.length).toBeGreaterThan(5);
    expect(await picture(after)).toEqual(was);
    await after.close();
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
