/** The threshold: which subjects the machine proposes, and which rule answered. */
import { describe, expect, test } from 'vitest';
import type { Source } from '../../src/picture/schema.js';
import { TESTS } from '../../src/warning/schema.js';
import type { Subject } from '../../src/warning/subject.js';
import { propose, THRESHOLD_RULES, testSubject } from '../../src/warning/threshold.js';

const source = (quote: string, publisher: string | null = 'Harbour News'): Source => ({
  statement: 'sha256:0#w1',
  report: 'sha256:0',
  published: '2024-03-07',
  publisher,
  origin: 'sha256:0',
  by: null,
  at: [0, quote.length],
  quote,
  words: null,
});
const EMBASSY = { id: 'us-embassy', kind: 'agency', name: 'U.S. embassy' } as const;
const MOSCOW = { id: 'moscow', name: 'Moscow', precision: 'city', country: 'RU', lat: 55.75, lon: 37.62 } as const;
const ALERT: Subject = {
  id: 'warning:1',
  kind: 'warning',
  title: 'Warning by U.S. embassy, Moscow',
  actor: null,
  place: MOSCOW,
  targets: ['concerts'],
  window: { start: '2024-03-07', end: '2024-03-09' },
  since: '2024-03-07',
  reported: '2024-03-07',
  voices: [EMBASSY],
  type: null,
  status: null,
  statements: ['sha256:0#w1'],
  sources: [source('Extremists have imminent plans to attack concerts in Moscow.')],
  origins: 1,
};
const ungraded = () => 'F' as const;
const answer = (subject: Subject, name: string, reliability: (p: string | null) => 'A' | 'E' | 'F' = ungraded) =>
  testSubject(subject, reliability).find((each) => each.test === name);

test('every test has an answer, and its last rule always holds', () => {
  expect(testSubject(ALERT, ungraded).map((each) => each.test)).toEqual([...TESTS]);
  for (const name of TESTS)
    expect(
      THRESHOLD_RULES.filter((rule) => rule.test === name)
        .at(-1)
        ?.holds({ ...ALERT, reliability: ungraded }),
    ).toBe(true);
});

test('an embassy’s warning of an imminent attack on concerts is proposed, with rule and quote', () => {
  const proposal = propose(ALERT, ungraded);
  expect(proposal).toMatchObject({ subject: 'warning:1', statements: ['sha256:0#w1'], origins: 1 });
  expect(proposal?.tests.every((each) => each.answer === 'yes' && each.sources[0]?.quote.includes('concerts'))).toBe(
    true,
  );
});

const CHANGES: [string, Partial<Subject>, string, string][] = [
  ['one newspaper alone', { voices: [null] }, 'credible', 'unknown'],
  ['two origins', { voices: [null], origins: 2 }, 'credible', 'yes'],
  ['a country only', { place: { ...MOSCOW, precision: 'country' }, targets: [] }, 'specific', 'unknown'],
  ['no place and no target', { place: null, targets: [] }, 'specific', 'no'],
  [
    'no word of time',
    { window: null, sources: [source('Extremists may attack concerts in Moscow.')] },
    'impending',
    'unknown',
  ],
  ['a window that had closed', { window: { start: '2024-02-01', end: '2024-02-03' } }, 'impending', 'no'],
  ['told in hindsight', { since: '2024-02-01', window: null }, 'impending', 'no'],
  ['an attack that is over', { kind: 'plot', status: 'occurred' }, 'impending', 'no'],
  ['a foiled plot', { kind: 'plot', status: 'foiled' }, 'impending', 'no'],
  ['pickpockets', { sources: [source('Beware of imminent pickpocketing at concerts.')] }, 'harm', 'no'],
];

describe.each(CHANGES)('%s', (_, change, name, wanted) => {
  test(`${name}: ${wanted}`, () => {
    const subject = { ...ALERT, ...change };
    expect(answer(subject, name)?.answer).toBe(wanted);
    expect(propose(subject, ungraded) === null).toBe(wanted !== 'yes');
  });
});

test('publishers that people graded decide what is credible', () => {
  const alone = { ...ALERT, voices: [null] };
  expect(answer(alone, 'credible', () => 'A')?.answer).toBe('yes');
  expect(answer(ALERT, 'credible', () => 'E')?.answer).toBe('no');
});
