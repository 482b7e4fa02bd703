import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { openStore, type Store } from '../../../src/store/store.js';
import { startChild } from '../children/child.js';
import { newFolder } from '../databases.js';

const embedded = describe.skipIf(process.env.DB === 'postgres');

const stores: Store[] = [];
const open = async () => {
  const { data } = await newFolder();
  const store = await openStore({ data });
  stores.push(store);
  return { data, store };
};
afterAll(async () => {
  for (const store of stores) await store.close();
});

embedded('the thread of the embedded database', () => {
  test('leaves the event loop free while a heavy query runs', async () => {
    const { store } = await open();
    let ticks = 0;
    const timer = setInterval(() => {
      ticks += 1;
    }, 5);
    await sql`select count(*) from generate_series(1, 2000000) as n where md5(n::text) like 'ab%'`.execute(store.db);
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(0);
  });

  test('fails what waits, and what comes after, when the database breaks down', async () => {
    const { data, store } = await open();
    await sql`create table t (x text)`.execute(store.db);
    // PostgreSQL panics when it cannot make the next file of its log.
    rmSync(join(data, 'pgdata', 'pg_wal'), { recursive: true });
    await sql`select pg_switch_wal()`.execute(store.db);
    const heavy = sql`insert into t select md5(n::text) from generate_series(1, ${40_000}::int) as n`;
    const results = await Promise.allSettled([heavy.execute(store.db), sql`select 1`.execute(store.db)]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(sql`select 1`.execute(store.db)).rejects.toThrow(/stopped: .*start Tocsin again/);
    await expect(store.db.transaction().execute(async () => {})).rejects.toThrow(/start Tocsin again/);
    await store.close();
  });

  test('says what is wrong with files that cannot be opened', async () => {
    const { data, store } = await open();
    await store.close();
    rmSync(join(data, 'pgdata', 'global'), { recursive: true });
    await expect(openStore({ data })).rejects.toThrow(/does not start: .*tocsin restore/);
    // And the folder is free again.
    await expect(openStore({ data })).rejects.toThrow(/does not start/);
  });

  test('keeps transactions at once apart, on its one connection', async () => {
    const { store } = await open();
    await sql`create table t (n int)`.execute(store.db);
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) =>
        store.db.transaction().execute(async (trx) => {
          await sql`insert into t values (${n})`.execute(trx);
          if (n % 2) throw new Error('taken back');
        }),
      ),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    const { rows } = await sql<{ n: number }>`select n from t order by n`.execute(store.db);
    expect(rows.map(({ n }) => n)).toEqual([0, 2, 4, 6, 8, 10, 12, 14, 16, 18]);
  });

  test('an error of SQL is one of SQL, and the next query works', async () => {
    const { store } = await open();
    await expect(sql`select no_such_column`.execute(store.db)).rejects.toThrow(/no_such_column/);
    const failing = store.db.transaction().execute((trx) => sql`select 1 / 0`.execute(trx));
    await expect(failing).rejects.toThrow(/division by zero/);
    expect((await sql<{ one: number }>`select 1 as one`.execute(store.db)).rows).toEqual([{ one: 1 }]);
  });

  test('answers and questions of megabytes come whole', async () => {
    const { store } = await open();
    const text = 'é\u{1F4A5}'.repeat(2_000_000);
    const { rows } = await sql<{ text: string }>`select ${text}::text as text`.execute(store.db);
    expect(rows[0]?.text === text).toBe(true);
  });

  test('does not keep a process alive that has nothing more to do', async () => {
    const { data } = await newFolder();
    const child = startChild('forget.mjs', data);
    expect(await child.next()).toEqual({ one: 1 });
    expect(await child.ended).toEqual({ code: 0, signal: null });
    // What it left without closing is a store like any other.
    const store = await openStore({ data });
    stores.push(store);
    expect((await sql`select * from left_behind`.execute(store.db)).rows).toEqual([{ one: 1 }]);
  });
});
