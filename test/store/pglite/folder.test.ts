import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { PG_MAJOR } from '../../../src/store/pglite/cluster.js';
import { holderOf } from '../../../src/store/pglite/holder.js';
import { openStore, type Store } from '../../../src/store/store.js';
import { startChild } from '../children/child.js';
import { newFolder } from '../databases.js';

const embedded = describe.skipIf(process.env.DB === 'postgres');
const mode = (path: string) => statSync(path).mode & 0o777;

const stores: Store[] = [];
const open = async (data: string) => {
  const store = await openStore({ data });
  stores.push(store);
  return store;
};
afterAll(async () => {
  for (const store of stores) await store.close();
});

embedded('the data folder', () => {
  test('is made, parents included, for this user alone', async () => {
    const data = join((await newFolder()).data, 'a', 'b');
    await open(data);
    expect(mode(data)).toBe(0o700);
    expect(readFileSync(join(data, 'pgdata', 'PG_VERSION'), 'utf8').trim()).toBe(PG_MAJOR);
  });

  test('is closed to others where it was open to them', async () => {
    const { data } = await newFolder();
    chmodSync(data, 0o777);
    await open(data);
    expect(mode(data)).toBe(0o700);
  });

  test('with the files of others is left as it is', async () => {
    const { data } = await newFolder();
    writeFileSync(join(data, 'thesis.txt'), 'years of work');
    chmodSync(data, 0o755);
    await expect(openStore({ data })).rejects.toThrow(/thesis\.txt.*left as it is/);
    expect(readdirSync(data)).toEqual(['thesis.txt']);
    expect(mode(data)).toBe(0o755);
  });

  test('cannot be a file', async () => {
    const file = join((await newFolder()).data, 'file');
    writeFileSync(file, '');
    await expect(openStore({ data: file })).rejects.toThrow(/file is not a folder/);
  });

  test('of another version of PostgreSQL is refused with the way out', async () => {
    const { data } = await newFolder();
    mkdirSync(join(data, 'pgdata'));
    writeFileSync(join(data, 'pgdata', 'PG_VERSION'), '17\n');
    await expect(openStore({ data })).rejects.toThrow(/PostgreSQL 17.*PostgreSQL 18.*tocsin backup.*tocsin restore/s);
    expect(readdirSync(join(data, 'pgdata'))).toEqual(['PG_VERSION']);
    expect(holderOf(data)).toBeNull();
  });

  test('that a crash left half made is made anew', async () => {
    const { data } = await newFolder();
    mkdirSync(join(data, 'pgdata.new', 'base'), { recursive: true });
    writeFileSync(join(data, 'pgdata.new', 'PG_VERSION'), '18\n');
    const store = await open(data);
    expect(await store.db.selectFrom('report').selectAll().execute()).toEqual([]);
    expect(existsSync(join(data, 'pgdata.new'))).toBe(false);
  });
});

embedded('the lock on the data folder', () => {
  test('keeps a second process out, names the holder, and ends with it', async () => {
    const { data } = await newFolder();
    const store = await open(data);
    expect(holderOf(data)).toEqual({ pid: process.pid, url: null, token: null });
    const second = startChild('open.mjs', data);
    expect((await second.next()).error).toMatch(new RegExp(`is in use by process ${process.pid}\\. Wait`));
    await expect(openStore({ data })).rejects.toThrow(`is in use by process ${process.pid}`);

    store.announce('http://127.0.0.1:4780', 'secret');
    expect(holderOf(data)).toEqual({ pid: process.pid, url: 'http://127.0.0.1:4780', token: 'secret' });
    expect(mode(join(data, 'holder.json'))).toBe(0o600);
    await expect(openStore({ data })).rejects.toThrow('a desk at http://127.0.0.1:4780');

    await store.close();
    expect(holderOf(data)).toBeNull();
    expect(existsSync(join(data, 'holder.json'))).toBe(false);
    await open(data);
  });

  test('cannot be lifted by removing or forging what names the holder', async () => {
    const { data } = await newFolder();
    await open(data);
    rmSync(join(data, 'holder.json'));
    await expect(openStore({ data })).rejects.toThrow('is in use by another process');
    // A pid that no process has; the lock does not care.
    writeFileSync(join(data, 'holder.json'), '{"pid":4194305,"url":null,"token":null}');
    await expect(openStore({ data })).rejects.toThrow('is in use by process 4194305');
  });

  test('what a dead holder left behind keeps nobody out, whoever has its pid now', async () => {
    const { data } = await newFolder();
    writeFileSync(join(data, 'holder.json'), `{"pid":${process.pid},"url":"http://127.0.0.1:1","token":"t"}`);
    expect(holderOf(data)).toBeNull();
    await open(data);
  });

  test('of a suspended holder still holds', async () => {
    const { data } = await newFolder();
    const holder = startChild('open.mjs', data);
    const { pid } = await holder.next();
    holder.process.kill('SIGSTOP');
    await expect(openStore({ data })).rejects.toThrow(`is in use by process ${pid}`);
    holder.process.kill('SIGCONT');
    holder.process.stdin.end();
    expect(await holder.ended).toEqual({ code: 0, signal: null });
  });

  test('of many that start at once one has it, again and again, though each is killed', {
    timeout: 180_000,
  }, async () => {
    const { data } = await newFolder();
    for (let round = 0; round < 4; round++) {
      const starters = Array.from({ length: 8 }, () => startChild('open.mjs', data));
      const said = await Promise.all(starters.map((starter) => starter.next()));
      const winners = said.filter(({ pid }) => pid !== undefined);
      expect(winners, JSON.stringify(said)).toHaveLength(1);
      expect(said.filter(({ error }) => /is in use by/.test(String(error)))).toHaveLength(7);
      expect(holderOf(data)?.pid).toBe(winners[0]?.pid);
      const winner = starters.find((starter) => starter.process.pid === winners[0]?.pid);
      winner?.process.kill('SIGKILL');
      for (const starter of starters) await starter.ended;
      expect(holderOf(data)).toBeNull();
    }
  });
});
