import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { dumpPicture, rebuildPicture } from '../../src/store/picture/rebuild.js';
import type { Store } from '../../src/store/store.js';
import { startChild } from './children/child.js';
import { forEachDatabase } from './databases.js';

/** Milliseconds from the first acknowledgement to the kill: spread, so that it falls everywhere in an add. */
const DELAYS = Array.from({ length: 21 }, (_, round) => (round * 37) % 101);

async function everything<T>(values: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const value of values) all.push(value);
  return all;
}

async function tables(store: Store): Promise<string[]> {
  return everything(dumpPicture(store));
}

forEachDatabase('killed in a stream of adds', (open, newPlace) => {
  test('every acknowledged report is found again, and nothing is stored by halves', { timeout: 600_000 }, async () => {
    const place = await newPlace();
    const acknowledged = new Set<string>();
    for (const [round, delay] of DELAYS.entries()) {
      const child = startChild('add.mjs', JSON.stringify(place));
      const { known } = (await child.next()) as { known: string[] };
      expect([...acknowledged].filter((id) => !known.includes(id))).toEqual([]);
      const first = await child.next();
      // On a slow machine no further add ends within any of the delays: some rounds wait for one.
      const second = round % 3 === 0 ? [await child.next()] : [];
      const rest = child.rest();
      await setTimeout(delay);
      child.process.kill('SIGKILL');
      expect((await child.ended).signal).toBe('SIGKILL');
      for (const { id } of [first, ...second, ...(await rest)]) acknowledged.add(String(id));
    }

    const store = await open(place);
    const reports = await store.db
      .selectFrom('report')
      .leftJoin('reading', 'reading.report', 'report.id')
      .leftJoin('picture_mention', 'picture_mention.report', 'report.seq')
      .select(['report.id', 'reading.report as reading', 'picture_mention.id as mention'])
      .execute();
    const ids = new Set(reports.map(({ id }) => id));
    expect(acknowledged.size).toBeGreaterThan(DELAYS.length);
    expect([...acknowledged].filter((id) => !ids.has(id))).toEqual([]);
    expect(reports.filter(({ reading, mention }) => reading === null || mention === null)).toEqual([]);
    // At most one report a kill was on its way: stored, but not yet acknowledged.
    expect(ids.size - acknowledged.size).toBeLessThanOrEqual(DELAYS.length);
    const picture = await tables(store);
    await rebuildPicture(store);
    expect(await tables(store)).toEqual(picture);
  });
});
