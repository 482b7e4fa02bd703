/** What came of warnings: the reference cases, the tolerances, and the counts. */
import { describe, expect, test } from 'vitest';
import type { IncidentSummary } from '../../src/picture/schema.js';
import { lookBack, type Outcome, type OutcomeKind, score, type Warned } from '../../src/warning/look-back.js';

const MOSCOW = { id: 'moscow', name: 'Moscow', precision: 'city', country: 'RU', lat: 55.75, lon: 37.62 } as const;
const HALL = { id: 'hall', name: 'Krasnogorsk', precision: 'city', country: 'RU', lat: 55.82, lon: 37.33 } as const;
const KAZAN = { id: 'kazan', name: 'Kazan', precision: 'city', country: 'RU', lat: 55.79, lon: 49.12 } as const;
const ISISK = { id: 'isis-k', kind: 'group', name: 'ISIS-K' } as const;
const ATTACK: IncidentSummary = {
  id: 'incident:1',
  title: 'Armed assault, Krasnogorsk, 22 March 2024',
  type: 'armed-assault',
  status: 'occurred',
  date: { start: '2024-03-22', end: '2024-03-22' },
  place: HALL,
  killed: null,
  injured: null,
  killedSpread: null,
  groups: [ISISK],
  reported: '2024-03-22',
  reports: 12,
  origins: 11,
};
/** The alert of 7 March 2024, for 48 hours. */
const ALERT: Warned = {
  place: MOSCOW,
  actor: null,
  acquired: '2024-03-05',
  released: '2024-03-07',
  told: null,
  window: { start: '2024-03-07', end: '2024-03-09' },
  likelihood: 'likely',
};
const NOW = '2024-06-01';

test('the reference case: fifteen days from release, thirteen after the window', () => {
  expect(lookBack(ALERT, [ATTACK], NOW)).toMatchObject({
    kind: 'after-window',
    incident: 'incident:1',
    lead: { fromAcquisition: 17, fromRelease: 15, fromWindowEnd: 13 },
  });
});

const OUTCOMES: [string, Partial<Warned>, Partial<IncidentSummary>, OutcomeKind][] = [
  ['in the window', { window: { start: '2024-03-07', end: '2024-03-31' } }, {}, 'in-window'],
  [
    'a place without a point, in the same country',
    { place: { ...MOSCOW, id: 'gate', lat: null, lon: null } },
    {},
    'open',
  ],
  ['two months later', {}, { date: { start: '2024-05-20', end: '2024-05-20' } }, 'did-not-occur'],
  ['before the warning', {}, { date: { start: '2024-02-20', end: '2024-02-20' } }, 'did-not-occur'],
  ['another city, no group named', {}, { place: KAZAN }, 'did-not-occur'],
  ['another city, the group that was warned of', { actor: ISISK }, { place: KAZAN }, 'elsewhere'],
  ['stopped', {}, { status: 'foiled' }, 'thwarted'],
  ['another country', { actor: ISISK }, { place: { ...KAZAN, country: 'TR' } }, 'did-not-occur'],
  ['only planned', {}, { status: 'planned' }, 'did-not-occur'],
  [
    'a country was warned of',
    { place: { ...MOSCOW, id: 'ru', precision: 'country' } },
    { place: KAZAN },
    'after-window',
  ],
];
test.each(OUTCOMES)('%s', (_, warned, incident, kind) => {
  expect(lookBack({ ...ALERT, ...warned }, [{ ...ATTACK, ...incident }], NOW).kind).toBe(kind);
});

test('while the tolerance runs nothing is settled', () => {
  expect(lookBack(ALERT, [], '2024-03-20').kind).toBe('open');
});

test('a warning without a window counts for two days, and says so', () => {
  const none = { ...ALERT, released: '2024-03-20', window: null };
  expect(lookBack(none, [ATTACK], NOW)).toMatchObject({
    kind: 'in-window',
    reasons: expect.arrayContaining(['no window was given: 2 days count']),
    lead: { fromRelease: 2, fromWindowEnd: null },
  });
  expect(lookBack({ ...none, released: '2024-03-19' }, [ATTACK], NOW).kind).toBe('after-window');
});

test('a warning of which no report says when it was given is left open, with the attack before it was told of', () => {
  const undated = { ...ALERT, released: null, window: null, told: '2024-03-23' };
  const lead = { fromAcquisition: null, fromRelease: null, fromWindowEnd: null };
  const says = 'no report says when it was given';
  expect(lookBack(undated, [ATTACK], NOW)).toMatchObject({
    ...{ kind: 'open', incident: 'incident:1', lead },
    reasons: ['20 km from Moscow', 'first told of 1 day after it', says],
  });
  for (const other of [{ told: '2024-03-21' }, { told: '2024-05-01' }, { told: null }, { place: KAZAN }])
    expect(lookBack({ ...undated, ...other }, [ATTACK], NOW)).toMatchObject({ incident: null, reasons: [says] });
});

describe('over many', () => {
  const settled = (kind: OutcomeKind, days = 5) => ({
    outcome: {
      kind,
      incident: null,
      reasons: [],
      lead: { fromAcquisition: null, fromRelease: days, fromWindowEnd: null },
    } as Outcome,
    likelihood: 'likely' as const,
  });

  test('no ratio stands on fewer than five cases', () => {
    const few = score([settled('in-window'), settled('did-not-occur')], 1);
    expect(few.hitRate.inWindow).toEqual({ of: 1, among: 2, ratio: null });
    expect(few.falseAlarms.ratio).toBeNull();
    expect(few.brier).toEqual({ score: null, among: 2 });
  });

  test('what was thwarted is no false alarm, and both hit rates are given', () => {
    const kinds: OutcomeKind[] = ['in-window', 'in-window', 'after-window', 'thwarted', 'did-not-occur', 'open'];
    const many = score(
      kinds.map((kind, i) => settled(kind, i)),
      2,
    );
    expect(many.hitRate).toEqual({
      inWindow: { of: 2, among: 5, ratio: 0.4 },
      withinTolerance: { of: 3, among: 5, ratio: 0.6 },
    });
    expect(many.falseAlarms).toEqual({ of: 1, among: 5, ratio: 0.2 });
    expect(many.leadDays).toEqual([0, 1, 2]);
    expect(many.brier.among).toBe(4);
  });

  test('the Brier score of a sure and right forecaster is near nothing', () => {
    const sure = Array.from({ length: 5 }, () => ({ ...settled('in-window'), likelihood: 'almost certain' as const }));
    expect(score(sure, 0).brier.score).toBeCloseTo(0.0009, 4);
  });
});
