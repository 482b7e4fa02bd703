import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { fromBytes } from '../../src/intake/receive.js';
import type { Reading } from '../../src/reading/schema.js';
import { copiesOf } from '../../src/store/picture/copies.js';
import { PICTURE_TABLES, rebuildPicture } from '../../src/store/picture/rebuild.js';
import { forEachDatabase } from '../store/databases.js';
import { originsOf } from './at-once.js';
import { addAll, dump } from './keep.js';

const words = (name: string, count: number) => Array.from({ length: count }, (_, index) => `${name}${index}`).join(' ');

/** More have this footer than are found by one fingerprint; of a short report it is most. */
const FOOTER = words('footer', 60);
const STORIES = ['north', 'south', 'east', 'west'].map((name) => words(name, 90));

/** Telling no statements: which report is whose copy is told by the texts alone. */
function reading(text: string): Reading {
  const { bytes: _bytes, mediaType: _mediaType, ...report } = fromBytes(Buffer.from(text));
  return {
    ...{ schema: 'tocsin.reading/1', report, actors: [], places: [], incidents: [], attributions: [] },
    ...{ warnings: [], threats: [], responses: [], relations: [] },
  };
}

/** A text of its own or a part of a story, long or short, with the footer or without. */
const text = fc
  .record({
    story: fc.constantFrom(...STORIES, null),
    own: fc.nat(999),
    ownWords: fc.constantFrom(10, 15, 25, 80, 90),
    cut: fc.constantFrom(90, 70, 45),
    footer: fc.constantFrom(true, true, true, false),
  })
  .map(({ story, own, ownWords, cut, footer }) =>
    [words(`own${own}x`, ownWords), story?.split(' ').slice(0, cut).join(' ') ?? '', footer ? FOOTER : ''].join(' '),
  );

forEachDatabase('origins', (open, _, kind) => {
  test('are the same in whatever order reports come, however many share a footer', { timeout: 300_000 }, async () => {
    const store = await open();
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(text, { minLength: 30, maxLength: 60 }),
        fc.constantFrom(1, 7, 25),
        async (texts, batch) => {
          const tables = [...PICTURE_TABLES, 'reading', 'report'];
          await sql`truncate ${sql.join(tables.map((table) => sql.table(table)))} cascade`.execute(store.db);
          const readings = texts.map(reading);
          for (let at = 0; at < readings.length; at += batch) await addAll(store, readings.slice(at, at + batch));
          const ids = readings.map(({ report }) => report.id);
          const kept = await copiesOf(store, ids);
          const atOnce = originsOf(readings);
          expect(ids.map((id) => kept.get(id)?.origin)).toEqual(ids.map(atOnce));
          const { rows } = await sql<{ most: number }>`
            select coalesce(max(found), 0)::int as most from (
              select count(*) as found from picture_print, unnest(prints) as print where leader is null group by print)
              as counted`.execute(store.db);
          expect(rows[0]?.most).toBeLessThanOrEqual(8);
          const byIncrements = await dump(store);
          await rebuildPicture(store);
          expect(await dump(store)).toBe(byIncrements);
        },
      ),
      { numRuns: Number(process.env.RUNS ?? { pglite: 3, postgres: 25 }[kind]) },
    );
  });
});
