import { beforeAll, expect, test } from 'vitest';
import { proposeCredibility } from '../../src/picture/grading.js';
import { shortened } from '../../src/picture/shorten.js';
import { addDecision } from '../../src/store/decisions/decisions.js';
import { getIncidentPage } from '../../src/store/picture/incident-page.js';
import { listIncidents } from '../../src/store/picture/incidents.js';
import { changesSince } from '../../src/store/queue/changes.js';
import type { Store } from '../../src/store/store.js';
import { forEachDatabase } from '../store/databases.js';
import { add } from './keep.js';
import { READINGS } from './scenes.js';
import { tell } from './tell.js';

const facts = {
  origins: 1,
  against: 0,
  by: null,
  publisher: 'P',
  reliability: 'F' as const,
  record: { accepted: 0, rejected: 0 },
};
const someone = { id: 'person:x', kind: 'person' as const, name: 'X' };
const ministry = { id: 'agency:x', kind: 'agency' as const, name: 'Ministry' };

test.each([
  ['three origins', { origins: 3 }, 1],
  ['three against one', { origins: 3, against: 1 }, 2],
  ['two origins', { origins: 2 }, 2],
  ['a good source at first hand', { reliability: 'A' as const }, 2],
  ['one origin at first hand', {}, 3],
  ['an authority quoted', { by: ministry }, 3],
  ['hearsay', { by: someone }, 4],
  ['a bad source', { reliability: 'E' as const }, 4],
  ['a bad record', { record: { accepted: 2, rejected: 3 } }, 4],
  ['a record too short to count', { record: { accepted: 1, rejected: 3 } }, 3],
  ['as many against', { origins: 2, against: 2 }, 4],
  ['more against', { against: 2 }, 5],
  ['nobody knows whose', { publisher: null }, 6],
])('credibility of %s', (_, given, grade) => {
  const { proposed, reasons } = proposeCredibility({ ...facts, ...given });
  expect(proposed).toBe(grade);
  expect(reasons.length).toBeGreaterThanOrEqual(4);
});

forEachDatabase('an incident with its disagreements', (open) => {
  let store: Store;
  let id: string;
  beforeAll(async () => {
    store = await open();
    for (const reading of READINGS) await add(store, reading);
    id = (await listIncidents(store, { q: 'Moscow, 22 March', limit: 1, offset: 0 })).items[0]?.id ?? '';
  });
  const page = async () => (await getIncidentPage(store, id)) ?? expect.fail();

  test('shows how the toll moved, each number once, with its origins', async () => {
    const { tolls } = await page();
    expect(tolls.killed.map(({ published, value }) => [published, value.min])).toEqual([
      ['2024-03-22', 40],
      ['2024-03-23', 60],
      ['2024-03-24', 133],
      ['2024-04-01', 145],
    ]);
    // The wire story and its copy.
    expect(tolls.killed[0]).toMatchObject({ origins: 1, sources: [{}, {}] });
  });

  test('is cut to a few sources a value, one an origin, and still says how many there are', async () => {
    const whole = await page();
    const short = shortened(whole, 2);
    expect(short).toMatchObject({ shortened: true, reports: whole.reports, held: whole.held, desk: whole.desk });
    expect(short.members).toEqual(whole.members.slice(0, 2));
    expect(short.killed.map(({ value, origins }) => ({ value, origins }))).toEqual(
      whole.killed.map(({ value, origins }) => ({ value, origins })),
    );
    for (const { sources } of [...short.status, ...short.killed, ...short.attributions])
      expect(new Set(sources.map(({ origin }) => origin)).size).toBe(sources.length);
    for (const { a, b } of short.joins)
      for (const end of [a, b])
        expect(short.type.some(({ sources }) => sources.some(({ statement }) => statement === end))).toBe(true);
    expect(shortened(whole, 1000)).toMatchObject({ shortened: false, members: whole.members });
  });

  test('shows who says who did it', async () => {
    const { matrix } = await page();
    expect(matrix.actors.map((actor) => actor.id)).toEqual(['isis-k', 'gov-ua']);
    const cell = matrix.cells.find(({ actor, speaker }) => actor === 'gov-ua' && speaker === 'gov-ru');
    expect(cell).toMatchObject({ stances: [{ stance: 'accused', sources: [{ published: '2024-03-24' }] }] });
    for (const { speaker } of matrix.cells) expect(matrix.speakers.map(({ key }) => key)).toContain(speaker);
  });

  test('says why it holds what it holds', async () => {
    const killed = async () => (await page()).held.find(({ slot }) => slot === 'killed');
    expect(await killed()).toMatchObject({ values: 4, by: 'rule', rule: 'it was told last' });
    const a = (await page()).members[0] ?? '';
    await addDecision(
      store,
      { kind: 'correct', a, slot: 'killed', value: { min: 144, max: 144 }, why: 'Court.' },
      'Ann',
    );
    expect(await killed()).toMatchObject({ by: 'person', rule: null, set: { by: 'Ann', why: 'Court.' } });
  });

  test('grades every statement, and counts copies as one origin', async () => {
    const { grades, members } = await page();
    for (const member of members) expect(grades.filter(({ statement }) => statement === member)).toHaveLength(1);
    const told = grades.find(({ statement }) => statement === members[0]);
    expect(told?.credibility).toMatchObject({
      proposed: 1,
      reasons: expect.arrayContaining([expect.stringContaining('origins for it')]),
    });
    expect(told?.label).toBe('F1');
  });

  test('is among what changed when a report or a decision touches it', async () => {
    const start = await changesSince(store, new Date(0));
    expect(start.reports).toBe(READINGS.length);
    expect(start.incidents.items.every(({ change }) => change === 'new')).toBe(true);
    expect(await changesSince(store, new Date(start.now))).toMatchObject({
      reports: 0,
      incidents: { items: [] },
      warnings: { items: [] },
      decisions: { items: [] },
    });
    await new Promise((done) => setTimeout(done, 2));
    await add(
      store,
      tell({
        published: '2024-04-02',
        incidents: [
          { place: 'moscow', date: '2024-03-22', type: 'armed-assault', site: 'Crocus City Hall', killed: 144 },
          { place: 'lagos', date: '2024-04-01', type: 'bombing' },
        ],
      }),
    );
    const next = await changesSince(store, new Date(start.now));
    expect(next.reports).toBe(1);
    expect(next.incidents.items.map(({ change, title }) => `${change}: ${title}`)).toEqual([
      'new: Bombing, Lagos, 1 April 2024',
      'changed: Armed assault, Moscow, 22 March 2024',
    ]);
    await new Promise((done) => setTimeout(done, 2));
    await addDecision(
      store,
      { kind: 'correct', a: (await page()).members[0] ?? '', slot: 'suicide', value: false, why: 'x' },
      'Ann',
    );
    const last = await changesSince(store, new Date(next.now));
    expect(last).toMatchObject({
      reports: 0,
      incidents: { items: [{ id, change: 'changed' }] },
      decisions: { items: [{ slot: 'suicide' }] },
    });
  });
});
