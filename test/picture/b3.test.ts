import { expect, test } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/catalogue.js';
import { buildPicture } from './at-once.js';
import { type Told, tell } from './tell.js';

/** Short reports that are easily confused: the attack that each tells of, the day of the report, what it says. */
const REPORTS: readonly [attack: string, published: string, told: Told][] = [
  // One week in Kabul: three bombings and a shooting.
  [
    'airport',
    '2021-08-26',
    { place: 'kabul', date: '2021-08-26', type: 'bombing', site: 'airport', killed: [13, null] },
  ],
  [
    'airport',
    '2021-08-27',
    { place: 'kabul', date: '2021-08-26', type: 'bombing', site: 'Abbey Gate', killed: 60, groups: ['isisk'] },
  ],
  ['airport', '2021-08-28', { place: 'kabul', date: '2021-08-26', type: 'bombing', killed: 182, groups: ['isisk'] }],
  ['airport', '2021-08-29', { place: 'afghanistan', date: '2021-08-26', type: 'bombing', killed: 182, groups: ['is'] }],
  ['airport', '2021-08-28', { place: 'kabul', type: 'bombing', site: 'airport gate', killed: 182 }],
  ['airport', '2022-08-26', { place: 'kabul', date: '2021-08-26', type: 'bombing', site: 'airport', killed: 183 }],
  ['school', '2021-08-24', { place: 'kabul', date: '2021-08-23', type: 'bombing', site: 'school', killed: 9 }],
  ['school', '2021-08-25', { place: 'kabul', date: '2021-08-23', type: 'bombing', site: 'girls school', killed: 11 }],
  ['bus', '2021-08-29', { place: 'kabul', date: '2021-08-29', type: 'bombing', site: 'bus', killed: 4 }],
  [
    'bus',
    '2021-08-30',
    { place: 'kabul', date: '2021-08-29', type: 'bombing', site: 'minibus', targets: ['bus passengers'], killed: 5 },
  ],
  [
    'journalist',
    '2021-08-27',
    { place: 'kabul', date: '2021-08-26', type: 'assassination', targets: ['journalist'], killed: 1 },
  ],
  [
    'journalist',
    '2021-08-28',
    { place: 'kabul', date: '2021-08-26', type: 'assassination', targets: ['a radio journalist'], killed: 1 },
  ],
  // Two mosques in Kandahar and Kabul on one day.
  [
    'kandahar mosque',
    '2021-10-15',
    { place: 'kandahar', date: '2021-10-15', type: 'bombing', site: 'mosque', killed: 32 },
  ],
  [
    'kandahar mosque',
    '2021-10-16',
    { place: 'kandahar', date: '2021-10-15', type: 'bombing', site: 'mosque', killed: 47, groups: ['isisk'] },
  ],
  ['kandahar mosque', '2021-10-17', { place: 'kandahar', type: 'bombing', site: 'Shia mosque', groups: ['isisk'] }],
  ['kabul mosque', '2021-10-15', { place: 'kabul', date: '2021-10-15', type: 'bombing', site: 'mosque', killed: 5 }],
  ['kabul mosque', '2021-10-16', { place: 'kabul', date: '2021-10-15', type: 'bombing', site: 'mosque', killed: 8 }],
  // The concert hall, from the plan to the anniversary.
  ['crocus', '2024-03-08', { place: 'moscow', status: 'planned', targets: ['concerts'] }],
  [
    'crocus',
    '2024-03-22',
    { place: 'moscow', date: '2024-03-22', type: 'armed-assault', site: 'concert hall', killed: [40, null] },
  ],
  [
    'crocus',
    '2024-03-23',
    { place: 'krasnogorsk', date: '2024-03-22', type: 'armed-assault', site: 'Crocus City Hall', killed: 133 },
  ],
  [
    'crocus',
    '2024-03-23',
    { place: 'moscow', date: '2024-03-23', type: 'armed-assault', site: 'concert hall', killed: 133 },
  ],
  [
    'crocus',
    '2024-03-25',
    { place: 'moscow', type: 'armed-assault', site: 'Crocus City Hall', killed: 137, groups: ['isisk'] },
  ],
  ['crocus', '2024-03-27', { place: 'russia', date: '2024-03-22', type: 'unknown', killed: 140, groups: ['isisk'] }],
  ['crocus', '2025-03-22', { place: 'moscow', date: '2024-03-22', site: 'Crocus City Hall', killed: 145 }],
  ['crocus', '2025-03-23', { place: 'moscow', site: 'Crocus City Hall', killed: 145 }],
  ['synagogue', '2024-03-08', { place: 'moscow', status: 'foiled', type: 'armed-assault', site: 'synagogue' }],
  [
    'synagogue',
    '2024-03-09',
    { place: 'moscow', status: 'foiled', type: 'armed-assault', site: 'Moscow synagogue', groups: ['isisk'] },
  ],
  [
    'metro 2010',
    '2010-03-29',
    { place: 'moscow', date: '2010-03-29', type: 'bombing', site: 'metro stations', killed: 38 },
  ],
  ['metro 2010', '2010-03-30', { place: 'moscow', date: '2010-03-29', type: 'bombing', site: 'metro', killed: 40 }],
  ['metro 2010', '2024-03-24', { place: 'moscow', date: '2010-03-29', type: 'bombing', site: 'metro', killed: 40 }],
  [
    'theatre',
    '2002-10-24',
    { place: 'moscow', date: '2002-10-23', type: 'hostage-taking', site: 'theatre', killed: 1 },
  ],
  [
    'theatre',
    '2002-10-27',
    { place: 'moscow', date: '2002-10-23', type: 'hostage-taking', site: 'Dubrovka theatre', killed: 117 },
  ],
  ['theatre', '2002-10-29', { place: 'moscow', type: 'hostage-taking', site: 'theatre', killed: 119 }],
  // Kerman, its foiled sequel and the year after.
  ['kerman', '2024-01-03', { place: 'kerman', date: '2024-01-03', type: 'bombing', killed: 103 }],
  ['kerman', '2024-01-04', { place: 'iran', date: '2024-01-03', type: 'bombing', killed: 84, groups: ['is'] }],
  ['kerman', '2024-01-05', { place: 'kerman', date: '2024-01-03', type: 'bombing', killed: 84, groups: ['isisk'] }],
  ['kerman', '2024-01-06', { place: 'kerman', type: 'bombing', killed: 91, groups: ['isisk'] }],
  ['kerman plot', '2024-02-11', { place: 'kerman', status: 'foiled', date: '2024-02-10', type: 'bombing' }],
  // Abuja and Lagos: two attacks of a kind in one month, kidnappings a week apart.
  ['prison', '2022-07-06', { place: 'abuja', date: '2022-07-05', type: 'facility-attack', site: 'prison', killed: 5 }],
  [
    'prison',
    '2022-07-07',
    { place: 'abuja', date: '2022-07-05', type: 'armed-assault', site: 'Kuje prison', killed: 5 },
  ],
  ['prison', '2022-07-09', { place: 'abuja', site: 'Kuje prison', type: 'facility-attack' }],
  [
    'checkpoint',
    '2022-07-29',
    { place: 'abuja', date: '2022-07-28', type: 'armed-assault', site: 'checkpoint', killed: 2 },
  ],
  ['checkpoint', '2022-07-30', { place: 'abuja', date: '2022-07-28', type: 'armed-assault', site: 'army checkpoint' }],
  ['priest', '2022-07-11', { place: 'lagos', date: '2022-07-10', type: 'kidnapping', targets: ['priest'] }],
  ['priest', '2022-07-12', { place: 'lagos', date: '2022-07-10', type: 'kidnapping', targets: ['a Catholic priest'] }],
  ['pupils', '2022-07-18', { place: 'lagos', date: '2022-07-17', type: 'kidnapping', targets: ['pupils'] }],
  ['pupils', '2022-07-19', { place: 'lagos', type: 'kidnapping', targets: ['school pupils'] }],
  ['lagos market', '2022-07-20', { place: 'lagos', date: '2022-07-19', type: 'bombing', site: 'market', killed: 12 }],
  ['lagos market', '2022-07-21', { place: 'nigeria', date: '2022-07-19', type: 'bombing', site: 'market', killed: 12 }],
  ['lagos ferry', '2022-07-20', { place: 'lagos', date: '2022-07-19', type: 'hijacking', targets: ['ferry'] }],
  ['kazan', '2021-05-11', { place: 'kazan', date: '2021-05-11', type: 'armed-assault', site: 'school', killed: 9 }],
  ['kazan', '2021-05-12', { place: 'kazan', date: '2021-05-11', type: 'armed-assault', site: 'gymnasium', killed: 9 }],
];

/** B³ (Bagga and Baldwin 1998): of each report, how much of its cluster belongs with it, and how much of what belongs is there. */
function b3(gold: ReadonlyMap<string, string>, found: readonly (readonly string[])[]) {
  const size = new Map<string, number>();
  for (const attack of gold.values()) size.set(attack, (size.get(attack) ?? 0) + 1);
  let precision = 0;
  let recall = 0;
  for (const cluster of found)
    for (const statement of cluster) {
      const attack = gold.get(statement) ?? '';
      const right = cluster.filter((other) => gold.get(other) === attack).length;
      precision += right / cluster.length;
      recall += right / (size.get(attack) ?? 1);
    }
  precision /= gold.size;
  recall /= gold.size;
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

const shuffled = REPORTS.toSorted((a, b) => (JSON.stringify(a[2]) < JSON.stringify(b[2]) ? -1 : 1));

test.each([
  ['in the order of the days', REPORTS],
  ['in another order', shuffled],
])('attacks that are easily confused are told apart, %s', (_, reports) => {
  const readings = reports.map(([, published, told]) => tell({ published, incidents: [told] }));
  const gold = new Map(readings.map(({ report }, index) => [`${report.id}#i1`, reports[index]?.[0] ?? '']));
  const { incidents } = buildPicture(readings, [], loadCatalogue());
  const score = b3(
    gold,
    incidents.map(({ members }) => members),
  );
  expect(
    score.f1,
    JSON.stringify(
      {
        score,
        wrong: wrong(
          gold,
          incidents.map(({ members }) => members),
        ),
      },
      null,
      1,
    ),
  ).toBeGreaterThanOrEqual(0.95);
});

/** The clusters that hold reports of several attacks, and the attacks that several clusters hold. */
function wrong(gold: ReadonlyMap<string, string>, found: readonly (readonly string[])[]): string[][] {
  const named = found.map((cluster) => cluster.map((statement) => gold.get(statement) ?? ''));
  const heads = named.map(([head]) => head);
  return named.filter((cluster) => new Set(cluster).size > 1 || heads.filter((head) => head === cluster[0]).length > 1);
}
