import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/catalogue.js';
import { addDecision, undoDecision } from '../../src/store/decisions/decisions.js';
import { getIncident, listIncidents } from '../../src/store/picture/incidents.js';
import { PICTURE_TABLES, rebuildPicture } from '../../src/store/picture/rebuild.js';
import { applyDecision } from '../../src/store/picture/update.js';
import { listWarnings } from '../../src/store/picture/warnings.js';
import type { Store } from '../../src/store/store.js';
import { forEachDatabase } from '../store/databases.js';
import { buildPicture, type Ruling } from './at-once.js';
import { add, dump } from './keep.js';
import { READINGS } from './scenes.js';

const known = loadCatalogue();

async function empty(store: Store): Promise<void> {
  const tables = [...PICTURE_TABLES, 'decision_undone', 'decision', 'reading', 'report'];
  await sql`truncate ${sql.join(tables.map((table) => sql.table(table)))}`.execute(store.db);
}

/** The incidents and warnings of the store, as the pages show them. */
async function pictureIn(store: Store) {
  const { items } = await listIncidents(store, { limit: 1000, offset: 0 });
  const incidents = await Promise.all(items.map(({ id }) => getIncident(store, id)));
  return { incidents, warnings: (await listWarnings(store, { limit: 1000, offset: 0 })).items };
}

const byId = <T extends { id: string } | undefined>(items: readonly T[]): T[] =>
  items.toSorted((a, b) => ((a?.id ?? '') < (b?.id ?? '') ? -1 : 1));

const statements = READINGS.flatMap(({ report, incidents, warnings }) => [
  ...incidents.map(({ id }) => `${report.id}#${id}`),
  ...warnings.map((_, index) => `${report.id}#w${index + 1}`),
]);

const decision = fc.record({
  kind: fc.constantFrom('join' as const, 'part' as const, 'reject' as const),
  a: fc.constantFrom(...statements),
  b: fc.constantFrom(...statements),
});

/** What happens one after the other: reports come in, people decide and take back what they decided. */
const story = fc
  .tuple(
    fc.shuffledSubarray(READINGS, { minLength: 1 }),
    fc.array(fc.record({ decision, after: fc.nat(READINGS.length), undone: fc.boolean() }), { maxLength: 6 }),
  )
  .map(([readings, decided]) => ({ readings, decided }));

/** The embedded database is the slower one; what differs between them is not the joining. */
const RUNS = { pglite: 5, postgres: 20 };

forEachDatabase('the picture', (open, _, kind) => {
  test('is the same by increments, rebuilt and made at once', async () => {
    const store = await open();
    await fc.assert(
      fc.asyncProperty(story, async ({ readings, decided }) => {
        await empty(store);
        const inForce: (Ruling & { order: number })[] = [];
        let order = 0;
        for (let index = 0; index <= readings.length; index++) {
          for (const { decision, after, undone } of decided) {
            if (Math.min(after, readings.length) !== index) continue;
            const { kind, a, b } = decision;
            const made = await addDecision(
              store,
              { kind, a, ...(kind === 'reject' ? {} : { b }), why: 'test' },
              'me',
              applyDecision,
            );
            if (undone) await undoDecision(store, made.id, 'me', applyDecision);
            else inForce.push({ kind, a, b: kind === 'reject' ? null : b, order: order++ });
          }
          const reading = readings[index];
          if (reading) await add(store, reading);
        }
        const byIncrements = await dump(store);
        const pages = await pictureIn(store);
        const atOnce = buildPicture(readings, inForce, known);
        expect(byId(pages.incidents)).toEqual(byId(atOnce.incidents));
        expect(byId(pages.warnings)).toEqual(byId(atOnce.warnings));
        await rebuildPicture(store);
        expect(await dump(store)).toBe(byIncrements);
      }),
      { numRuns: Number(process.env.RUNS ?? RUNS[kind]) },
    );
  });
});
