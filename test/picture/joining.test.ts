import { describe, expect, test } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/catalogue.js';
import type { PictureIncident } from '../../src/picture/schema.js';
import type { Reading } from '../../src/reading/schema.js';
import { buildPicture, type Ruling } from './at-once.js';
import { type Told, tell } from './tell.js';

const known = loadCatalogue();
const picture = (readings: Reading[], rulings: Ruling[] = []) => buildPicture(readings, rulings, known);
/** One report an incident. */
const told = (...incidents: (Told & { published?: string })[]): Reading[] =>
  incidents.map(({ published, ...incident }) => tell({ published: published ?? null, incidents: [incident] }));
const incidentsOf = (readings: Reading[], rulings: Ruling[] = []): PictureIncident[] =>
  picture(readings, rulings).incidents;

const crocus: Told = { place: 'moscow', date: '2024-03-22', type: 'armed-assault', site: 'Crocus City Hall' };

describe('the same incident', () => {
  test('told with tolls that grow', () => {
    const [incident, ...others] = incidentsOf(
      told(
        { ...crocus, published: '2024-03-22', killed: [40, null] },
        { ...crocus, published: '2024-03-23', killed: 60 },
        { ...crocus, published: '2024-03-24', killed: 133 },
        { ...crocus, published: '2024-03-28', killed: 145 },
      ),
    );
    expect(others).toEqual([]);
    expect(incident?.killed.map(({ value }) => value.min)).toEqual([145, 133, 60, 40]);
    expect(incident).toMatchObject({ title: 'Armed assault, Moscow, 22 March 2024', reports: 4, origins: 4 });
  });

  test('told without a date, but with the group, in the days after', () => {
    expect(
      incidentsOf(
        told({ ...crocus, published: '2024-03-23' }, { place: 'moscow', groups: ['isisk'], published: '2024-03-25' }),
      ),
    ).toHaveLength(2);
    expect(
      incidentsOf(
        told(
          { ...crocus, groups: ['isisk'], published: '2024-03-23' },
          { place: 'moscow', groups: ['isisk'], published: '2024-03-25' },
        ),
      ),
    ).toHaveLength(1);
  });

  test('told without a date by two reports of the same days', () => {
    const undated = { place: 'moscow', type: 'armed-assault', site: 'concert hall' } as const;
    expect(
      incidentsOf(told({ ...undated, published: '2024-03-23' }, { ...undated, published: '2024-03-25' })),
    ).toHaveLength(1);
  });

  test('laid to a group and to its parent', () => {
    const kabul = { place: 'kabul', type: 'bombing', published: '2021-08-28' } as const;
    expect(
      incidentsOf(told({ ...kabul, date: '2021-08-26', groups: ['isisk'] }, { ...kabul, groups: ['is'] })),
    ).toHaveLength(1);
  });

  test('told of the city and of its suburb', () => {
    expect(incidentsOf(told(crocus, { ...crocus, place: 'krasnogorsk' }))).toHaveLength(1);
  });

  test('remembered a year later', () => {
    const [incident, ...others] = incidentsOf(
      told(
        { ...crocus, killed: 145, published: '2024-03-28' },
        { place: 'moscow', site: 'Crocus City Hall', killed: 145, published: '2025-03-22' },
        { place: 'moscow', date: '2024-03-22', site: 'concert hall', published: '2025-03-22' },
      ),
    );
    expect(others).toEqual([]);
    expect(incident?.date[0]?.value).toEqual({ start: '2024-03-22', end: '2024-03-22' });
  });

  test('planned, and then carried out', () => {
    const [incident, ...others] = incidentsOf(
      told(
        { place: 'moscow', status: 'planned', targets: ['concerts'], published: '2024-03-07' },
        { ...crocus, site: 'concert hall', published: '2024-03-23' },
      ),
    );
    expect(others).toEqual([]);
    expect(incident?.status.map(({ value }) => value)).toEqual(['occurred', 'planned']);
  });
});

describe('not the same incident', () => {
  test('the second bombing in one city in one week', () => {
    const kabul = { place: 'kabul', type: 'bombing', groups: ['isisk'] } as const;
    const incidents = incidentsOf(
      told(
        { ...kabul, date: '2021-08-26', site: 'airport', killed: 182, published: '2021-08-27' },
        { ...kabul, date: '2021-08-29', site: 'mosque', killed: 5, published: '2021-08-30' },
        { ...kabul, date: '2021-08-26', site: 'airport gate', published: '2021-08-30' },
      ),
    );
    expect(incidents.map(({ members }) => members.length)).toEqual([2, 1]);
  });

  test('an undated report of another bombing that month', () => {
    const kabul = { place: 'kabul', type: 'bombing', groups: ['isisk'] } as const;
    expect(
      incidentsOf(
        told(
          { ...kabul, date: '2021-08-02', site: 'school', killed: 12, published: '2021-08-03' },
          { ...kabul, site: 'bus', published: '2021-08-24' },
        ),
      ),
    ).toHaveLength(2);
  });

  test('what is told before the other happened', () => {
    expect(
      incidentsOf(
        told(
          { ...crocus, groups: ['isisk'] },
          {
            place: 'moscow',
            type: 'armed-assault',
            site: 'Crocus City Hall',
            groups: ['isisk'],
            published: '2024-03-02',
          },
        ),
      ),
    ).toHaveLength(2);
  });

  test('a foiled plot and an attack that happened', () => {
    expect(incidentsOf(told(crocus, { ...crocus, status: 'foiled' }))).toHaveLength(2);
  });

  test('two cities, two countries', () => {
    expect(incidentsOf(told(crocus, { ...crocus, place: 'kazan' }, { ...crocus, place: 'kabul' }))).toHaveLength(3);
  });

  test('two attacks on one day in one city, told in one report', () => {
    const [one, two] = [
      { ...crocus, site: 'hotel', killed: 4 },
      { ...crocus, site: 'market', killed: 40 },
    ];
    expect(incidentsOf([tell({ incidents: [one, two] }), ...told(one, two)])).toHaveLength(2);
  });
});

test('claims that compete stand side by side, with the denial', () => {
  const [incident, ...others] = incidentsOf(
    told(
      { ...crocus, published: '2024-03-22', attributions: [['isisk', 'claimed', 'isisk']] },
      { ...crocus, published: '2024-03-23', attributions: [['ukraine', 'accused', 'russia']] },
      { ...crocus, published: '2024-03-23', attributions: [['ukraine', 'denied', 'ukraine']] },
      { ...crocus, published: '2024-03-24', attributions: [['isisk', 'claimed', 'isisk']] },
    ),
  );
  expect(others).toEqual([]);
  expect(
    incident?.attributions.map(({ value, origins }) => [value.actor.id, value.stance, value.by?.id, origins]),
  ).toEqual([
    ['isis-k', 'claimed', 'isis-k', 2],
    ['gov-ua', 'accused', 'gov-ru', 1],
    ['gov-ua', 'denied', 'gov-ua', 1],
  ]);
});

describe('decisions', () => {
  const readings = told(
    { ...crocus, killed: 60, published: '2024-03-23' },
    { ...crocus, killed: 133, published: '2024-03-24' },
    { place: 'kazan', type: 'armed-assault', date: '2024-03-22', published: '2024-03-24' },
  );
  const [first, second, third] = readings.map(({ report }) => `${report.id}#i1`) as [string, string, string];
  const groups = (rulings: Ruling[]) => incidentsOf(readings, rulings).map(({ members }) => members);

  test('join what no rule would join', () => {
    expect(groups([{ kind: 'join', a: first, b: third }])).toEqual([[first, second, third]]);
  });

  test('part what the rules join', () => {
    expect(groups([{ kind: 'part', a: second, b: first }])).toEqual([[first], [second], [third]]);
  });

  test('reject a statement', () => {
    expect(groups([{ kind: 'reject', a: first, b: null }])).toEqual([[second], [third]]);
  });

  test('speak of statements that are not there, and change nothing', () => {
    expect(groups([{ kind: 'join', a: first, b: 'sha256:0#i1' }])).toEqual(groups([]));
  });
});

describe('warnings', () => {
  const alert = { issuer: 'embassy', audience: 'public', place: 'moscow', targets: ['concerts'] } as const;
  const warned = (...warnings: Parameters<typeof tell>[0][]) => picture(warnings.map(tell)).warnings;

  test('one alert told by three reports', () => {
    const [warning, ...others] = warned(
      { published: '2024-03-08', warnings: [{ ...alert, issued: '2024-03-07' }] },
      { published: '2024-03-25', warnings: [alert] },
      { published: '2024-03-26', warnings: [{ ...alert, issuer: 'us' }] },
    );
    expect(others).toEqual([]);
    expect(warning).toMatchObject({ title: 'Warning by US State Department, Moscow, 7 March 2024', reports: 3 });
  });

  test('the public alert and what was passed on in private', () => {
    expect(
      warned({
        published: '2024-03-25',
        warnings: [alert, { issuer: 'us', audience: 'private', recipients: ['russia'], place: 'moscow' }],
      }),
    ).toHaveLength(2);
  });

  test('two governments that warn of the same', () => {
    expect(
      warned(
        { published: '2024-03-08', warnings: [alert] },
        { published: '2024-03-08', warnings: [{ ...alert, issuer: 'uk' }] },
      ),
    ).toHaveLength(2);
  });
});
