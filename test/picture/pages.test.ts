import { beforeAll, describe, expect, test } from 'vitest';
import { addDecision, undoDecision } from '../../src/store/decisions/decisions.js';
import { getGroup, listGroups, pictureCounts } from '../../src/store/picture/groups.js';
import { getIncident, joinedOf, listIncidents } from '../../src/store/picture/incidents.js';
import { getPlace } from '../../src/store/picture/places.js';
import { applyDecision } from '../../src/store/picture/update.js';
import { getWarning, listWarnings } from '../../src/store/picture/warnings.js';
import type { Store } from '../../src/store/store.js';
import { forEachDatabase } from '../store/databases.js';
import { add, dump } from './keep.js';
import { READINGS } from './scenes.js';
import { type Told, tell } from './tell.js';

const all = { limit: 100, offset: 0 };

forEachDatabase('pages of the picture', (open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
    for (const reading of READINGS) await add(store, reading);
  });
  const titles = async (query: object) =>
    (await listIncidents(store, { ...all, ...query })).items.map(({ title }) => title);

  test('incidents, the newest first', async () => {
    const { items, total } = await listIncidents(store, all);
    expect(total).toBe(items.length);
    expect(items.map(({ title }) => title)).toMatchInlineSnapshot(`
      [
        "Armed assault, Moscow, 22 March 2024",
        "Planned attack, Moscow",
        "Bombing, Kerman, 3 January 2024",
        "Bombing, Kabul",
        "Bombing, Kabul, 29 August 2021",
        "Bombing, Kabul, 26 August 2021",
        "Attack, Kerman",
      ]
    `);
    expect((await listIncidents(store, { limit: 1, offset: 1 })).items).toEqual([items[1]]);
  });

  test('incidents by day, country, group, type, status and title', async () => {
    const crocus = 'Armed assault, Moscow, 22 March 2024';
    expect(await titles({ from: '2024-03-22', to: '2024-03-22' })).toEqual([crocus]);
    expect(await titles({ country: 'RU', type: 'armed-assault' })).toEqual([crocus]);
    expect(await titles({ group: 'isis-k', country: 'RU' })).toContain(crocus);
    expect(await titles({ status: 'foiled' })).toEqual([]);
    expect(await titles({ q: 'MOSCOW, 22' })).toEqual([crocus]);
    expect(await titles({ q: '%' })).toEqual([]);
  });

  test('one incident, with every value and its quotes', async () => {
    const [summary] = (await listIncidents(store, { ...all, q: 'Moscow, 22 March' })).items;
    const incident = await getIncident(store, summary?.id ?? '');
    expect(incident?.killed.map(({ value }) => value.min)).toEqual([145, 133, 60, 40]);
    // The wire story and its copy are one origin.
    expect(incident?.killed.at(-1)).toMatchObject({ origins: 1, sources: [{}, {}] });
    expect(summary).toMatchObject({
      killedSpread: { min: 40, max: 145 },
      reports: incident?.reports,
      reported: '2024-03-22',
    });
    const texts = new Map(READINGS.map(({ report }) => [report.id, report.text]));
    const { killed = [], place = [], attributions = [] } = incident ?? {};
    const sources = [...killed, ...place, ...attributions].flatMap((value) => value.sources);
    expect(sources.length).toBeGreaterThan(10);
    for (const { report, at, quote } of sources) expect(texts.get(report)?.slice(...at)).toBe(quote);
  });

  test('a group, with names, ties, incidents and threats, each with its quote', async () => {
    const group = await getGroup(store, 'isis-k');
    expect(group?.summary).toMatchObject({ name: 'ISIS-K', parent: { id: 'isis' }, threats: 1 });
    expect(group?.summary.incidents).toBe(group?.incidents.length);
    expect(group?.names[0]).toMatchObject({ name: 'ISIS-K', source: { quote: expect.stringContaining('ISIS-K') } });
    expect(group?.names.some(({ source }) => source === null)).toBe(true);
    expect(group?.relations.map(({ type, to }) => [type, to?.id])).toEqual([
      ['rival-of', 'taliban'],
      ['operates-in', 'country:AF'],
    ]);
    expect(group?.threats).toMatchObject([{ type: 'intent', by: { name: 'Michael Kurilla', kind: 'person' } }]);
    expect(group?.incidents.flatMap(({ stances }) => stances.map(({ stance }) => stance))).toContain('claimed');
  });

  test('groups, and no page for a person', async () => {
    const { items, total } = await listGroups(store);
    expect(items.map(({ id }) => id).sort()).toEqual(['isis', 'isis-k', 'taliban']);
    expect(total).toBe((await pictureCounts(store)).groups);
    expect(await getGroup(store, 'person:michael kurilla')).toBeUndefined();
  });

  test('a group that no report names has a page as soon as a person sets it, and none when that is undone', async () => {
    const { report } = READINGS[3] ?? expect.fail();
    const actor = { id: 'al-shabaab', kind: 'group', name: 'al-Shabaab' };
    expect(await getGroup(store, actor.id)).toBeUndefined();
    const value = { actor, stance: 'assessed', by: null };
    const set = { kind: 'correct', a: `${report.id}#i1`, slot: 'attribution', value, why: 'from the court' } as const;
    const { id } = await addDecision(store, set, 'Ada', applyDecision);
    const page = await getGroup(store, actor.id);
    expect(page?.summary).toMatchObject({ name: 'al-Shabaab', incidents: 1, reports: 0 });
    expect(page?.incidents).toMatchObject([{ groups: expect.arrayContaining([actor]) }]);
    await undoDecision(store, id, 'Ada', applyDecision);
    expect(await getGroup(store, actor.id)).toBeUndefined();
  });

  test('a city, and the country around it', async () => {
    const city = await getPlace(store, 'geonames:1138958');
    const country = await getPlace(store, 'country:AF');
    expect(country).toMatchObject({ place: { name: 'Afghanistan', precision: 'country' } });
    expect(country?.incidents.map(({ id }) => id)).toEqual(
      expect.arrayContaining(city?.incidents.map(({ id }) => id) ?? ['']),
    );
    expect(await getPlace(store, 'geonames:1')).toBeUndefined();
  });

  test('a place quotes an attack by the words that it happened, not by those that it was planned', async () => {
    const own = await open();
    const plan: Told = { place: 'kazan', status: 'planned', targets: ['concerts'] };
    const attack: Told = { place: 'kazan', date: '2024-03-22', type: 'armed-assault', site: 'concert hall' };
    await add(own, tell({ published: '2024-03-07', incidents: [plan] }));
    await add(own, tell({ published: '2024-03-23', incidents: [attack] }));
    const page = await getPlace(own, 'geonames:551487');
    expect(page?.incidents.map(({ told, reports }) => [told?.published, reports])).toEqual([['2024-03-23', 2]]);
  });

  test('warnings', async () => {
    const { items } = await listWarnings(store, all);
    expect(items.map(({ title }) => title)).toMatchInlineSnapshot(`
      [
        "Warning by U.S. government, Russia",
        "Warning by U.S. government, Moscow, 7 March 2024",
      ]
    `);
    expect(await getWarning(store, items[0]?.id ?? '')).toEqual(items[0]);
    expect(await getWarning(store, 'none')).toBeUndefined();
  });

  test('for each statement of a report the incident that it counts to', async () => {
    const { report } = READINGS[3] ?? expect.fail();
    const joined = await joinedOf(store, report.id);
    expect(Object.keys(joined)).toEqual([`${report.id}#i1`, `${report.id}#i2`]);
    expect((await getIncident(store, joined[`${report.id}#i1`] ?? ''))?.members).toContain(`${report.id}#i1`);
  });

  describe('decisions', () => {
    test('join two incidents; the old id leads to the new; undone, all is what it was', async () => {
      const before = await dump(store);
      const [one, other] = [`${READINGS[2]?.report.id}#i1`, `${READINGS[13]?.report.id}#i1`];
      const idOf = async (statement: string) => (await joinedOf(store, statement.split('#')[0] ?? ''))[statement] ?? '';
      const [first, second] = [await idOf(one), await idOf(other)];
      expect(first).not.toBe(second);
      const { id } = await addDecision(store, { kind: 'join', a: one, b: other, why: 'test' }, 'me', applyDecision);
      expect((await getIncident(store, second))?.id).toBe((await getIncident(store, first))?.id);
      expect((await getIncident(store, first))?.joins[0]).toMatchObject({ score: 1, reasons: ['joined by a person'] });
      await undoDecision(store, id, 'me', applyDecision);
      expect(await dump(store)).toBe(before);
    });

    test('a rejected statement counts no more; undone, it does', async () => {
      const before = await dump(store);
      const statement = `${READINGS[7]?.report.id}#i1`;
      const { id } = await addDecision(store, { kind: 'reject', a: statement, why: 'test' }, 'me', applyDecision);
      expect(await joinedOf(store, statement.split('#')[0] ?? '')).toEqual({});
      await undoDecision(store, id, 'me', applyDecision);
      expect(await dump(store)).toBe(before);
    });
  });
});
