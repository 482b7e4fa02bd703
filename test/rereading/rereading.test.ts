/** Reading anew what is stored: decisions kept or shown, the picture as if it had been read so from the beginning. */
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { rereadSome, type Step } from '../../src/desk/reread.js';
import { backup } from '../../src/store/backup/backup.js';
import { restore } from '../../src/store/backup/restore.js';
import { addDecision, listDecisions } from '../../src/store/decisions/decisions.js';
import { applyDecision } from '../../src/store/picture/update.js';
import { addReports } from '../../src/store/reports/add.js';
import { getReading } from '../../src/store/reports/get.js';
import { READER } from '../../src/store/reports/reading-row.js';
import { lostDecisions } from '../../src/store/rereading/lost.js';
import { rereading, staleReports } from '../../src/store/rereading/stage.js';
import type { Store } from '../../src/store/store.js';
import { dump } from '../picture/keep.js';
import { startChild } from '../store/children/child.js';
import { forEachDatabase, newFolder } from '../store/databases.js';
import { addOlder, present, received, TEXTS } from './older.js';

async function rereadAll(store: Store): Promise<Step> {
  for (let retry = true; ; retry = false) {
    const step = await rereadSome(store, retry);
    if (step.done || step.older === step.failures) return step;
  }
}

const ID = TEXTS.map((text) => received(text).id) as [string, string, string];
const PAGE = { limit: 100, offset: 0 };

/** Decisions of every kind on what the older reader read; those on `i1` are about what there is not. */
async function decide(store: Store): Promise<void> {
  const [one, two, three] = ID;
  for (const decision of [
    { kind: 'accept', a: `${one}#i2`, why: '' },
    { kind: 'join', a: `${one}#i2`, b: `${two}#i2`, why: 'the same hotel' },
    { kind: 'part', a: `${one}#i2`, b: `${three}#i2`, why: 'no' },
    { kind: 'part', a: `${one}#i2`, b: `${three}#i1`, why: 'a film' },
    { kind: 'reject', a: `${one}#i1`, why: 'a road' },
    { kind: 'reject', a: `${two}#c1`, why: 'not said' },
    { kind: 'correct', a: `${three}#i2`, slot: 'killed', value: { min: 145, max: 145 }, why: 'counted' },
    { kind: 'grade-statement', a: `${three}#i2`, value: 1, why: 'seen' },
    { kind: 'grade-source', a: 'Harbour News', value: 'B', why: 'known' },
    { kind: 'level', a: 'isis', value: 'severe', why: 'told' },
  ] as const)
    await addDecision(store, decision, 'Ann');
}

/** The decisions of one store on the picture of another, as if they had been made there. */
async function decideAlike(source: Store, target: Store): Promise<void> {
  const rows = await source.db.selectFrom('decision').selectAll().orderBy('seq').execute();
  await target.db.transaction().execute(async (trx) => {
    for (const { seq: _, value, ...row } of rows) {
      const set = row.kind === 'correct' || row.kind.startsWith('grade') || row.kind === 'level';
      await trx
        .insertInto('decision')
        .values({ ...row, value: set ? JSON.stringify(value) : null })
        .execute();
      await applyDecision(trx, row);
    }
  });
}

forEachDatabase('reading anew', (open, newPlace, kind) => {
  test('every decision is kept or shown as lost, and the picture is that of a fresh desk', async () => {
    const store = await open();
    await addOlder(store, TEXTS);
    await decide(store);
    const { done } = await rereadAll(store);
    // Three incidents and an attribution; the three that there never were.
    expect(done).toMatchObject({ reports: 3, changed: 3, kept: 4, found: 0, lost: 2 });
    expect(await rereading(store)).toMatchObject({ older: 0, read: 0, failures: 0 });
    for (const [index, text] of TEXTS.entries())
      expect(await getReading(store, ID[index] as string)).toEqual(present(text));

    const [one, , three] = ID;
    const lost = await lostDecisions(store, PAGE);
    expect(lost.total).toBe(2);
    expect(
      lost.items.map(({ decision, side, quote, reader }) => [
        decision.kind,
        decision.a,
        decision.b,
        side,
        quote,
        reader,
      ]),
    ).toEqual([
      ['reject', `${one}#i1@0.1.0`, null, 'a', 'The police cordoned off the road.', '0.1.0'],
      ['part', `${one}#i1`, `${three}#i1@0.1.0`, 'b', 'The film about it will open in autumn.', '0.1.0'],
    ]);
    expect((await listDecisions(store.db)).map(({ a }) => a.replace(/^sha256:\w+/, '')).sort()).toEqual(
      [
        '#i1',
        '#i1',
        '#i1',
        '#i1',
        '#i1@0.1.0',
        '#i1',
        '#i1',
        `#c${present(TEXTS[1] ?? '').attributions.length}`,
        'Harbour News',
        'isis',
      ].sort(),
    );

    const fresh = await open();
    await addReports(
      fresh,
      TEXTS.map((text) => ({ report: received(text), reading: present(text) })),
    );
    await decideAlike(store, fresh);
    expect(await dump(store)).toBe(await dump(fresh));
  });

  test('what was lost applies again when a reader finds it again', async () => {
    const store = await open();
    await addOlder(store, TEXTS);
    const before = (await getReading(store, ID[0])) as ReturnType<typeof present>;
    await decide(store);
    await rereadAll(store);
    // Once more by "another" reader, which reads as the first did.
    await store.db.updateTable('reading').set({ reader: '1' }).execute();
    const { report: _, ...statements } = before;
    await store.db
      .insertInto('reading_next')
      .values({ report: ID[0], reader: READER, reader_was: '1', statements: JSON.stringify(statements), failure: null })
      .execute();
    const { done } = await rereadAll(store);
    expect(done).toMatchObject({ found: 1, lost: 0 });
    expect((await lostDecisions(store, PAGE)).items.map(({ decision }) => decision.kind)).toEqual(['part']);
    expect(
      (await listDecisions(store.db))
        .filter(({ kind, why }) => kind === 'reject' && why === 'a road')
        .map(({ a }) => a),
    ).toEqual([`${ID[0]}#i1`]);
  });

  test('a case keeps its statements', async () => {
    const store = await open();
    await addOlder(store, TEXTS);
    const at = new Date();
    await store.db
      .insertInto('duty_case')
      .values({
        ...{
          id: 'c',
          title: 'T',
          subject: null,
          state: 'proposed',
          state_before: null,
          proposal: 'null',
          assessment: null,
          waiver: null,
        },
        ...{
          outcome: null,
          opened_by: 'Ann',
          acquired_at: null,
          recognised_at: at,
          decided_at: null,
          released_at: null,
          changed_at: at,
        },
      })
      .execute();
    for (const number of ['i1', 'i2'])
      await store.db
        .insertInto('case_statement')
        .values({ duty_case: 'c', statement: `${ID[0]}#${number}`, added_at: at })
        .execute();
    await rereadAll(store);
    const tied = await store.db
      .selectFrom('case_statement')
      .where('duty_case', '=', 'c')
      .select('statement')
      .orderBy('statement')
      .execute();
    expect(tied.map(({ statement }) => statement)).toEqual([`${ID[0]}#i1`, `${ID[0]}#i1@0.1.0`]);
  });

  test('nothing is read twice, a newer reading stays, and a desk without older ones has nothing to do', async () => {
    const store = await open();
    await addOlder(store, TEXTS);
    await store.db.updateTable('reading').set({ reader: '999' }).where('report', '=', ID[0]).execute();
    await store.db.updateTable('reading').set({ reader: '1' }).where('report', '=', ID[1]).execute();
    expect((await staleReports(store, 10)).map(({ report }) => report.id).sort()).toEqual([ID[1], ID[2]].sort());
    expect((await rereadAll(store)).done).toMatchObject({ reports: 2 });
    expect(await rereadSome(store, true)).toMatchObject({ older: 0, done: null });
    const readers = await store.db.selectFrom('reading').select(['report', 'reader']).execute();
    expect(new Map(readers.map(({ report, reader }) => [report, reader])).get(ID[0])).toBe('999');
  });

  test('decisions that a backup brings are about the same statements, whoever read them', async () => {
    const [source, target] = [await open(), await open()];
    await addOlder(source, TEXTS);
    await decide(source);
    await addReports(
      target,
      TEXTS.map((text) => ({ report: received(text), reading: present(text) })),
    );
    const file = join((await newFolder()).data, 'backup');
    await backup(source, file);
    await restore(target, file);
    expect((await lostDecisions(target, PAGE)).total).toBe(2);
    await rereadAll(source);
    expect(await dump(target)).toBe(await dump(source));
    // And what was lost comes with a backup.
    const second = join((await newFolder()).data, 'backup');
    await backup(source, second);
    const copy = await open();
    await restore(copy, second);
    expect(await lostDecisions(copy, PAGE)).toEqual(await lostDecisions(source, PAGE));
    expect(await dump(copy)).toBe(await dump(source));
  });

  test('killed at any moment, it goes on where it stopped', { timeout: 300_000 }, async () => {
    const place = await newPlace();
    const texts = Array.from(
      { length: 120 },
      (_, i) => TEXTS[i % 3]?.replace('people', `people of ${i} families`) ?? '',
    );
    const store = await open(place);
    await addOlder(store, texts);
    const first = received(texts[0] ?? '').id;
    await addDecision(store, { kind: 'reject', a: `${first}#i1`, why: 'a road' }, 'Ann');
    await addDecision(store, { kind: 'accept', a: `${first}#i2`, why: '' }, 'Ann');
    if (kind === 'pglite') await store.close();
    let read = 0;
    for (const delay of [0, 60, 250, 600, 1500]) {
      const child = startChild('reread.mjs', JSON.stringify(place));
      const before = (await child.next()) as { read: number; older: number };
      // What was read stays read, unless all of it has taken the place of the older.
      expect(before.older === 0 || before.read >= read).toBe(true);
      const rest = child.rest();
      await setTimeout(delay);
      child.process.kill('SIGKILL');
      await child.ended;
      read = ((await rest).at(-1)?.read as number | undefined) ?? before.read;
    }
    const after = kind === 'pglite' ? await open(place) : store;
    const left = await rereading(after);
    const readers = await after.db.selectFrom('reading').select('reader').distinct().execute();
    // All or none have been taken over.
    expect(readers).toHaveLength(1);
    expect(left.older === 0 || readers[0]?.reader === '0.1.0').toBe(true);
    await rereadAll(after);
    expect(await rereading(after)).toMatchObject({ older: 0, read: 0 });
    expect((await lostDecisions(after, PAGE)).total).toBe(1);
    const fresh = await open();
    await addReports(
      fresh,
      texts.map((text) => ({ report: received(text), reading: present(text) })),
    );
    await decideAlike(after, fresh);
    expect(await dump(after)).toBe(await dump(fresh));
  });
});
