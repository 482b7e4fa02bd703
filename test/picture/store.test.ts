import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/catalogue.js';
import type { DecisionKind, Signed } from '../../src/picture/decision.js';
import { addDecision, undoDecision } from '../../src/store/decisions/decisions.js';
import { getIncidentPage } from '../../src/store/picture/incident-page.js';
import { getIncident, listIncidents } from '../../src/store/picture/incidents.js';
import { PICTURE_TABLES, rebuildPicture } from '../../src/store/picture/rebuild.js';
import { triageCounts } from '../../src/store/picture/triage.js';
import { applyDecision } from '../../src/store/picture/update.js';
import { listWarnings } from '../../src/store/picture/warnings.js';
import { itemsOf } from '../../src/store/queue/triage.js';
import type { Store } from '../../src/store/store.js';
import { forEachDatabase } from '../store/databases.js';
import { buildPicture, type Ruling } from './at-once.js';
import { addAll, dump } from './keep.js';
import { HOT, READINGS } from './scenes.js';

const known = loadCatalogue();

async function empty(store: Store): Promise<void> {
  const tables = [
    ...PICTURE_TABLES,
    'decision_undone',
    'decision_lost',
    'decision',
    'reading_next',
    'reading',
    'report',
  ];
  await sql`truncate ${sql.join(tables.map((table) => sql.table(table)))}`.execute(store.db);
}

/** The incidents and warnings of the store, as the pages show them. */
async function pictureIn(store: Store) {
  const { items } = await listIncidents(store, { limit: 1000, offset: 0 });
  const incidents = await Promise.all(items.map(({ id }) => getIncident(store, id)));
  return { incidents, warnings: (await listWarnings(store, { limit: 1000, offset: 0 })).items };
}

const byStatement = <T extends { statement: string }>(items: readonly T[]): T[] =>
  items.toSorted((a, b) => (a.statement < b.statement ? -1 : 1));

const byId = <T extends { id: string } | undefined>(items: readonly T[]): T[] =>
  items.toSorted((a, b) => ((a?.id ?? '') < (b?.id ?? '') ? -1 : 1));

const ALL = [...READINGS, ...HOT];
const statements = ALL.flatMap(({ report, incidents, warnings }) => [
  ...incidents.map(({ id }) => `${report.id}#${id}`),
  ...warnings.map((_, index) => `${report.id}#w${index + 1}`),
]);

const others = ALL.flatMap(({ report, attributions, threats, relations }) => [
  ...attributions.map((_, index) => `${report.id}#c${index + 1}`),
  ...threats.map((_, index) => `${report.id}#t${index + 1}`),
  ...relations.map((_, index) => `${report.id}#l${index + 1}`),
]);

const isisk = { id: 'isis-k', kind: 'group', name: 'ISIS-K' };
const corrections = fc.constantFrom(
  ['killed', { min: 139, max: 139 }],
  ['killed', null],
  ['type', 'bombing'],
  ['date', { start: '2024-03-20', end: '2024-03-21' }],
  ['attribution', { actor: isisk, stance: 'assessed' }],
  ['place', null],
);

const statement = fc.constantFrom(...statements);
const any = fc.constantFrom(...statements, ...others);
const none = { b: fc.constant(null), slot: fc.constant(null), value: fc.constant(null) };
interface Decided {
  kind: DecisionKind;
  a: string;
  b: string | null;
  slot: string | null;
  value: unknown;
}
const decision: fc.Arbitrary<Decided> = fc.oneof(
  fc.record({ ...none, kind: fc.constantFrom('join' as const, 'part' as const), a: statement, b: statement }),
  fc.record({ ...none, kind: fc.constantFrom('accept' as const, 'reject' as const), a: any }),
  fc
    .tuple(statement, corrections)
    .map(([a, [slot, value]]) => ({ kind: 'correct' as const, a, b: null, slot: slot as string, value })),
  fc.record({ ...none, kind: fc.constant('grade-statement' as const), a: any, value: fc.constant(2) }),
);

const reported = fc.oneof(fc.shuffledSubarray(READINGS, { minLength: 1 }), fc.shuffledSubarray(ALL, { minLength: 30 }));

/**
 * What happens one after the other: reports come in, people decide, and take back what they decided, at once or when
 * other reports and decisions have come, in whatever order.
 */
const story = fc
  .tuple(
    reported,
    fc.array(
      fc.record({
        decision,
        after: fc.nat(ALL.length),
        undone: fc.oneof(fc.constant(null), fc.record({ later: fc.nat(20), order: fc.nat() })),
      }),
      { maxLength: 8 },
    ),
    fc.constantFrom(1, 4, 25),
  )
  .map(([readings, decided, batch]) => ({ readings, decided, batch }));

/** Decisions on the same reports, and the order in which they are taken back. */
const regretted = fc.tuple(
  reported,
  fc.array(fc.record({ decision, order: fc.nat() }), { minLength: 1, maxLength: 6 }),
);

function decide(store: Store, { b, slot, ...what }: Decided) {
  const about = { ...what, ...(b !== null && { b }), ...(slot !== null && { slot }), why: 'test' };
  return addDecision(store, about, 'me', applyDecision);
}

/** The grades that the page of each incident shows, and those by which the same statements wait. */
async function gradesIn(store: Store) {
  const { items } = await listIncidents(store, { limit: 1000, offset: 0 });
  const pages = await Promise.all(items.map(({ id }) => getIncidentPage(store, id)));
  const shown = pages.flatMap((page) => page?.grades ?? []);
  const waiting = await store.db.transaction().execute(async (trx) => {
    const rows = await trx
      .selectFrom('picture_triage')
      .where('statement', 'in', ['', ...shown.map(({ statement }) => statement)])
      .select(['statement', 'of', 'kind', 'reasons'])
      .execute();
    return itemsOf(trx, rows);
  });
  return { shown, waiting: waiting.map(({ grade }) => grade) };
}

/** The embedded database is the slower one; what differs between them is not the joining. */
const RUNS = { pglite: 5, postgres: 20 };

forEachDatabase('the picture', (open, _, kind) => {
  test('is the same by increments, rebuilt and made at once', { timeout: 300_000 }, async () => {
    const store = await open();
    await fc.assert(
      fc.asyncProperty(story, async ({ readings, decided, batch }) => {
        await empty(store);
        const inForce: (Ruling & { set: Signed })[] = [];
        const regretted: { id: string; at: number; order: number }[] = [];
        for (let index = 0; index <= readings.length + 20; index++) {
          for (const { decision, after, undone } of decided) {
            if (Math.min(after, readings.length) !== index) continue;
            const { id, by, at, why } = await decide(store, decision);
            inForce.push({ ...decision, set: { decision: id, by, at, why } });
            if (undone) regretted.push({ id, at: index + undone.later, order: undone.order });
          }
          for (const { id } of regretted.filter(({ at }) => at === index).sort((a, b) => a.order - b.order)) {
            await undoDecision(store, id, 'me', applyDecision);
            const place = inForce.findIndex(({ set }) => set.decision === id);
            inForce.splice(place, 1);
          }
          const due = index % batch === 0 ? readings.slice(index, index + batch) : [];
          if (due.length > 0) await addAll(store, due);
        }
        const byIncrements = await dump(store);
        const pages = await pictureIn(store);
        const atOnce = buildPicture(readings, inForce, known);
        expect(byId(pages.incidents)).toEqual(byId(atOnce.incidents));
        expect(byId(pages.warnings)).toEqual(byId(atOnce.warnings));
        const { shown, waiting } = await gradesIn(store);
        expect(byStatement(waiting)).toEqual(byStatement(shown));
        const counts = await triageCounts(store);
        const { rows } = await sql<{ waiting: number }>`
          select count(*)::int as waiting from picture_triage where waiting`.execute(store.db);
        expect(counts.waiting).toBe(rows[0]?.waiting);
        await rebuildPicture(store);
        expect(await dump(store)).toBe(byIncrements);
      }),
      { numRuns: Number(process.env.RUNS ?? RUNS[kind]) },
    );
  });

  test('is to the byte what it was when decisions are taken back, in whatever order', {
    timeout: 300_000,
  }, async () => {
    const store = await open();
    await fc.assert(
      fc.asyncProperty(regretted, async ([readings, decided]) => {
        await empty(store);
        await addAll(store, readings);
        const before = await dump(store);
        const made: { id: string; order: number }[] = [];
        for (const { decision, order } of decided) made.push({ id: (await decide(store, decision)).id, order });
        for (const { id } of made.toSorted((a, b) => a.order - b.order))
          await undoDecision(store, id, 'me', applyDecision);
        expect(await dump(store)).toBe(before);
      }),
      { numRuns: Number(process.env.RUNS ?? RUNS[kind]) },
    );
  });
});
