import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { amcheck } from '@electric-sql/pglite/contrib/amcheck';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { describe, expect, test } from 'vitest';
import { prepareCluster } from '../../../src/store/pglite/cluster.js';
import { DURABLE_START_PARAMS, DurableFS, type StreamOps } from '../../../src/store/pglite/durable-fs.js';
import { assertDurable } from '../../../src/store/pglite/self-test.js';
import { answer } from '../../../src/store/pglite/session.js';
import { newFolder } from '../databases.js';
import { PowerFS, UnsyncedPowerFS } from './power-fs.js';

const embedded = describe.skipIf(process.env.DB === 'postgres');

const fail = (error: Error) => {
  throw error;
};

async function newCluster(): Promise<string> {
  const cluster = join((await newFolder()).data, 'pgdata');
  await prepareCluster(cluster);
  return cluster;
}

/** Numbers in [0, 1) that are the same in every run (Numerical Recipes' linear congruential generator). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

embedded('the self-test at the start', () => {
  test('counts the calls of fsync of a committed row', async () => {
    const fs = new DurableFS(await newCluster(), fail);
    const pg = await PGlite.create({ fs, startParams: DURABLE_START_PARAMS });
    const before = fs.syncs;
    await assertDurable(pg, fs);
    expect(fs.syncs).toBeGreaterThan(before);
    expect((await pg.query('select * from durability_test')).rows).toEqual([]);
    await pg.close();
  });

  test.each([
    ['with PGlite’s own file system', (cluster: string) => new NodeFS(cluster), DURABLE_START_PARAMS],
    [
      'with PGlite’s own start parameters',
      (cluster: string) => new DurableFS(cluster, fail),
      PGlite.defaultStartParams,
    ],
    [
      'where the log is flushed with a call that PGlite does not carry out',
      (cluster: string) => new DurableFS(cluster, fail),
      DURABLE_START_PARAMS.map((param) => param.replace('wal_sync_method=fsync', 'wal_sync_method=fdatasync')),
    ],
  ])('refuses to start %s', async (_, make, startParams) => {
    const fs = make(await newCluster());
    const pg = await PGlite.create({ fs, startParams });
    await expect(assertDurable(pg, fs instanceof DurableFS ? fs : { syncs: 0 })).rejects.toThrow(
      /0 calls of fsync.*Refusing to start/,
    );
    await pg.close();
  });

  test('a failed fsync is told, and what it was for is not acknowledged', async () => {
    let broken = false;
    class FailingFS extends DurableFS {
      protected override hook(ops: StreamOps): void {
        super.hook(ops);
        const { fsync } = ops;
        ops.fsync = (stream) => fsync?.(broken ? { ...stream, nfd: 2 ** 31 - 1 } : stream) ?? 0;
      }
    }
    const told: string[] = [];
    const fs = new FailingFS(await newCluster(), ({ message }) => told.push(message));
    const pg = await PGlite.create({ fs, startParams: DURABLE_START_PARAMS });
    const query = (sql: string) =>
      answer(pg, Buffer.concat([Buffer.of(81, 0, 0, 0, sql.length + 5), Buffer.from(`${sql}\0`)]));
    await query('create table t (n int)');
    expect(told).toEqual([]);
    broken = true;
    await expect(query('insert into t values (1)')).rejects.toThrow('broke down');
    expect(told[0]).toMatch(/the disk did not take what was written to it \(EBADF/);
  });
});

// The simulated disk finds open files by way of /proc.
describe.skipIf(process.env.DB === 'postgres' || process.platform !== 'linux')(
  'a loss of power in a stream of commits',
  () => {
    const CRASHES = 5;

    /** Writes rows, loses power, starts again, as often as `CRASHES`; @returns the acknowledged rows not found again. */
    async function run(Fs: typeof PowerFS, seed: number): Promise<{ missing: number; lostBlocks: number }> {
      const cluster = await newCluster();
      const random = randomFrom(seed);
      const startParams = Fs === PowerFS ? DURABLE_START_PARAMS : PGlite.defaultStartParams;
      const acknowledged: number[] = [];
      let lostBlocks = 0;
      for (let crash = 0; crash <= CRASHES; crash++) {
        const fs = new Fs(cluster, fail);
        const pg = await PGlite.create({ fs, startParams, extensions: { amcheck } });
        await pg.exec('create extension if not exists amcheck');
        await pg.exec(
          'create table if not exists kept (n int primary key, touched int not null, filler text not null)',
        );
        const { rows } = await pg.query<{ n: number }>('select n from kept');
        const found = new Set(rows.map(({ n }) => n));
        const missing = acknowledged.filter((n) => !found.has(n)).length;
        if (missing > 0) return { missing, lostBlocks };
        await pg.exec(`select bt_index_check('kept_pkey', true)`);
        expect((await pg.query(`select * from verify_heapam('kept')`)).rows).toEqual([]);
        const steps = 60 + Math.floor(random() * 60);
        for (let step = 0; step < steps; step++) {
          const n = crash * 1000 + step;
          await pg.query('insert into kept values ($1, 0, $2)', [n, 'x'.repeat(Math.floor(random() * 3000))]);
          acknowledged.push(n);
          await pg.query('update kept set touched = touched + 1 where n % 7 = $1', [step % 7]);
          if (random() < 0.03) await pg.exec('checkpoint');
        }
        // A transaction that is never committed is under way when the power goes.
        await pg.exec('begin');
        await pg.query('insert into kept values ($1, 0, $2)', [crash * 1000 + 999, 'y'.repeat(20_000)]);
        // Abandoned as it is: not closed, never written to again.
        lostBlocks += fs.losePower(cluster, random);
      }
      return { missing: 0, lostBlocks };
    }

    test('loses no acknowledged row', { timeout: 300_000 }, async () => {
      const { missing, lostBlocks } = await run(PowerFS, 1);
      expect(missing).toBe(0);
      expect(lostBlocks).toBeGreaterThan(0);
    });

    test('loses them, or the database, on PGlite as it comes: the simulation can fail', {
      timeout: 300_000,
    }, async () => {
      const outcome = await run(UnsyncedPowerFS, 1).then(
        ({ missing }) => missing,
        (error: Error) => error.message,
      );
      expect(outcome).not.toBe(0);
    });
  },
);
