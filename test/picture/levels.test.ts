import { describe, expect, test } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/catalogue.js';
import { factsOf, type Material } from '../../src/picture/levels/facts.js';
import { changedSince, levelOf, wouldChange } from '../../src/picture/levels/level.js';
import { INDICATOR_RULES, LEVEL_RULES, RULES_TEXT } from '../../src/picture/levels/rules.js';
import { linesOf } from '../../src/picture/line.js';
import { ANSWERS, INDICATORS } from '../../src/picture/schema-levels.js';
import { addDecision, undoDecision } from '../../src/store/decisions/decisions.js';
import { getLevel } from '../../src/store/levels/levels.js';
import { rebuildPicture } from '../../src/store/picture/rebuild.js';
import { forEachDatabase } from '../store/databases.js';
import { buildPicture } from './at-once.js';
import { add } from './keep.js';
import { type ToldReport, tell } from './tell.js';

const known = loadCatalogue();
const isisk = { id: 'isis-k', name: 'ISIS-K' };

/** The level of ISIS-K by these reports, each published on the day it was known. */
function level(day: string, ...told: ToldReport[]) {
  const readings = told.map(tell).filter(({ report }) => (report.published ?? '') <= day);
  const { incidents, warnings } = buildPicture(readings, [], known);
  const material: Material = {
    incidents,
    warnings,
    threats: readings.flatMap((reading) =>
      linesOf(reading, known).flatMap((line) =>
        line.kind === 'threat' ? [{ line, source: { ...line.source, origin: reading.report.id } }] : [],
      ),
    ),
    reports: readings.map(({ report }) => ({
      id: report.id,
      title: 'x',
      origin: report.id,
      known: report.published ?? '',
    })),
    known: new Map(readings.map(({ report }) => [report.id, report.published ?? ''])),
  };
  return levelOf(isisk, day, factsOf(material, 'isis-k', day), null);
}
const answers = (of: ReturnType<typeof level>) => of.indicators.map(({ answer }) => answer).join(' ');

const attack: ToldReport = {
  published: '2024-03-23',
  incidents: [
    {
      place: 'moscow',
      date: '2024-03-22',
      type: 'armed-assault',
      killed: 133,
      attributions: [['isisk', 'claimed', 'isisk']],
    },
  ],
};
const threat: ToldReport = { published: '2024-03-10', threats: [{ actor: 'isisk', against: ['concerts'] }] };
const warned = (window?: string): ToldReport => ({
  published: '2024-03-20',
  warnings: [{ issuer: 'us', actor: 'isisk', place: 'moscow', issued: '2024-03-20', ...(window && { window }) }],
});
const talk = (published: string): ToldReport => ({
  published,
  relations: [{ from: 'isisk', type: 'rival-of', to: 'taliban' }],
});

describe('a level', () => {
  test.each<[string, string, ToldReport[], string, string | null]>([
    ['nothing told', '2024-04-01', [], 'unknown unknown unknown unknown', null],
    ['a threat alone', '2024-03-12', [threat], 'yes unknown unknown unknown', 'moderate'],
    ['a threat that is old', '2025-06-01', [threat], 'unknown unknown unknown unknown', null],
    ['a deadly attack that it claims', '2024-04-30', [attack], 'yes yes yes unknown', 'severe'],
    [
      'and a warning whose window is open',
      '2024-03-24',
      [attack, warned('2024-03-20..2024-03-25')],
      'yes yes yes yes',
      'critical',
    ],
    [
      'and one whose window is over',
      '2024-03-26',
      [attack, warned('2024-03-20..2024-03-25')],
      'yes yes yes no',
      'severe',
    ],
    ['a warning that names no end', '2024-04-02', [warned()], 'unknown unknown unknown yes', 'substantial'],
    ['the same two weeks later', '2024-04-04', [warned()], 'unknown unknown unknown unknown', null],
    [
      'much reporting and nothing in it',
      '2024-04-04',
      ['2024-03-20', '2024-03-21', '2024-03-22'].map(talk),
      'no no no no',
      'low',
    ],
    ['too little reporting', '2024-04-04', ['2024-03-21', '2024-03-22'].map(talk), 'unknown unknown unknown no', null],
    ['the attack a year on', '2025-03-10', [attack], 'yes yes unknown unknown', 'substantial'],
  ])('%s', (_, day, told, expected, step) => {
    const made = level(day, ...told);
    expect(answers(made)).toBe(expected);
    expect(made.proposed).toBe(step);
    expect(made.level).toBe(step);
    expect(made.likelihood === null).toBe(step === null);
  });

  test('does not come from what the group is only denied to have done', () => {
    const denied = {
      ...attack,
      incidents: [{ ...attack.incidents?.[0], attributions: [['isisk', 'denied', 'isisk']] as never }],
    };
    expect(answers(level('2024-04-01', denied))).toBe('unknown unknown unknown unknown');
  });

  test('shows the quotes that make each answer and the day until which they do', () => {
    const [intent, capability] = level('2024-04-01', attack, threat).indicators;
    expect(intent).toMatchObject({ rule: expect.stringContaining('a threat'), until: '2025-03-10' });
    expect(intent?.facts[0]?.sources[0]?.quote).toBe('ISIS-K.');
    expect(capability?.facts[0]).toMatchObject({
      kind: 'incident',
      day: '2024-03-22',
      known: '2024-03-23',
      origins: 1,
    });
  });

  test('says what would change it, by the rules', () => {
    const now = level('2024-04-30', attack);
    const changes = wouldChange(now);
    const imminent = changes.find(({ indicator }) => indicator === 'imminence');
    expect(imminent).toMatchObject({ answer: 'yes', to: 'critical' });
    expect(imminent?.by).toContain('a warning is in force');
    for (const { indicator, answer, to } of changes) {
      expect(now.indicators.find((state) => state.indicator === indicator)?.answer).not.toBe(answer);
      expect(to).not.toBe(now.proposed);
    }
  });

  test('says what changed', () => {
    const changed = changedSince(level('2024-03-12', threat, attack), level('2024-04-01', threat, attack));
    expect(changed.map(({ what, from, to }) => `${what}: ${from} → ${to}`)).toEqual([
      'capability: unknown → yes',
      'activity: unknown → yes',
      'imminence: unknown → no',
      'proposed: moderate → severe',
      'level: moderate → severe',
    ]);
  });

  test('has a rule for every indicator, and every row of the file is one that is applied', () => {
    const rows = RULES_TEXT.split('\n').filter((line) => line && !line.startsWith('#'));
    expect(INDICATOR_RULES.length + LEVEL_RULES.length).toBe(rows.length);
    for (const indicator of INDICATORS) {
      const given = INDICATOR_RULES.filter((rule) => rule.indicator === indicator).map(({ answer }) => answer);
      expect(new Set(given)).toEqual(new Set(ANSWERS.filter((answer) => answer !== 'unknown')));
    }
  });
});

forEachDatabase('levels in the store', (open) => {
  test('as of each day from what was known then; overruled with a reason; undone as before; the same when rebuilt', async () => {
    const store = await open();
    for (const told of [attack, threat, warned('2024-03-20..2024-03-25')]) await add(store, tell(told));
    const steps = async (id: string) => {
      const days = ['2024-03-01', '2024-03-12', '2024-03-21', '2024-03-24', '2024-04-30'];
      return Promise.all(days.map(async (day) => (await getLevel(store, id, day))?.level ?? null));
    };
    expect(await steps('isis-k')).toEqual([null, 'moderate', 'severe', 'critical', 'severe']);
    expect(await steps('country:RU')).toEqual([null, null, 'substantial', 'critical', 'severe']);
    expect(await getLevel(store, 'country:FR', '2024-04-01')).toBeUndefined();

    const today = new Date().toISOString().slice(0, 10);
    const before = await getLevel(store, 'isis-k', today, '2024-04-30');
    expect(before?.since?.before.level).toBe('severe');
    const { id } = await addDecision(
      store,
      { kind: 'level', a: 'isis-k', value: 'critical', why: 'A source of ours.' },
      'me',
    );
    const set = await getLevel(store, 'isis-k', today, '2024-04-30');
    expect(set).toMatchObject({
      level: 'critical',
      proposed: before?.proposed,
      set: { by: 'me', why: 'A source of ours.' },
    });
    expect(set?.likelihood?.term).toBe('very likely');
    expect(set?.since?.changed.at(-1)).toMatchObject({ what: 'level', from: 'severe', to: 'critical' });
    expect(await steps('isis-k')).toEqual([null, 'moderate', 'severe', 'critical', 'severe']);
    await rebuildPicture(store);
    expect(await getLevel(store, 'isis-k', today, '2024-04-30')).toEqual(set);
    await undoDecision(store, id, 'me');
    expect(await getLevel(store, 'isis-k', today, '2024-04-30')).toEqual(before);
  });
});
