import { expect, test } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/catalogue.js';
import type { ReceivedReport } from '../../src/intake/receive.js';
import { read } from '../../src/reading/read.js';
import { rebuildPicture } from '../../src/store/picture/rebuild.js';
import { forEachDatabase } from '../store/databases.js';
import { buildPicture } from './at-once.js';
import { addAll, dump } from './keep.js';

const REPORTS = 500;
const BATCH = 40;

/** Many tellings of few attacks, near one another in place and time, in an order that mixes the years. */
async function shuffled() {
  const url = new URL('../../bench/reports.js', import.meta.url).href;
  const { syntheticReports } = (await import(url)) as { syntheticReports(seed: number): Iterable<ReceivedReport> };
  const reports: ReceivedReport[] = [];
  for (const report of syntheticReports(11)) if (reports.push(report) === REPORTS) break;
  const readings = reports.map(({ bytes: _bytes, mediaType: _mediaType, ...report }) => read(report));
  const places = readings.map((_, index) => (index * 197) % REPORTS);
  return places.map((place) => readings[place]).filter((reading) => reading !== undefined);
}

forEachDatabase('the picture of shuffled reports', (open) => {
  test('is the same as made at once', { timeout: 300_000 }, async () => {
    const store = await open();
    const readings = await shuffled();
    for (let at = 0; at < readings.length; at += BATCH) await addAll(store, readings.slice(at, at + BATCH));
    const rows = await store.db
      .selectFrom('picture_member')
      .innerJoin('picture_mention', 'id', 'mention')
      .select(['cluster', 'statement'])
      .orderBy('statement')
      .execute();
    const { incidents, warnings } = buildPicture(readings, [], loadCatalogue());
    const atOnce = [...incidents, ...warnings].flatMap(({ id, members }) =>
      members.map((statement) => ({ cluster: id, statement })),
    );
    expect(rows).toEqual(atOnce.sort((a, b) => (a.statement < b.statement ? -1 : 1)));
    expect(incidents.some(({ reports }) => reports > 20)).toBe(true);
    const byIncrements = await dump(store);
    await rebuildPicture(store);
    expect(await dump(store)).toBe(byIncrements);
  });
});
