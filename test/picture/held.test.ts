import { expect, test } from 'vitest';
import { HELD, inOrder, type Said } from '../../src/picture/held.js';
import type { Source } from '../../src/picture/schema.js';
import { dateInWords } from '../../src/picture/title.js';

/** A value said by reports of these days, each of an origin of its own. */
function said<T>(value: T, ...published: (string | null)[]): Said<T> {
  const sources = published.map((day, index): Source => {
    const report = `sha256:${index}`;
    return {
      statement: `${report}#i1`,
      report,
      published: day,
      publisher: null,
      origin: report,
      by: null,
      at: [0, 1],
      quote: 'x',
      words: null,
    };
  });
  return { value, sources, origins: sources.length };
}
/** The same, told of an earlier day. */
const asOf = <T>(day: string, { sources, ...rest }: Said<T>): Said<T> => ({
  ...rest,
  sources: sources.map((source) => ({ ...source, asOf: day })),
});
const toll = (min: number | null, max: number | null = min) => ({ min, max });
const day = (start: string, end = start) => ({ start, end });

const cases: [string, unknown[], unknown[]][] = [
  [
    'the latest toll',
    inOrder([said(toll(60), '2024-03-22', '2024-03-22'), said(toll(145), '2024-03-28')], HELD.killed),
    [toll(145), toll(60)],
  ],
  [
    'a toll, not its loose repetition',
    inOrder([said(toll(100, null), '2024-04-28'), said(toll(145), '2024-03-28')], HELD.killed),
    [toll(145), toll(100, null)],
  ],
  [
    'a later "at least" that the earlier number is below',
    inOrder([said(toll(40), '2024-03-22'), said(toll(133, null), '2024-03-23')], HELD.killed),
    [toll(133, null), toll(40)],
  ],
  [
    'a toll with a day before one without',
    inOrder([said(toll(5), null), said(toll(4), '2024-01-01')], HELD.killed),
    [toll(4), toll(5)],
  ],
  [
    'the toll told of the later day, not that of the later report',
    inOrder([asOf('2024-03-23', said(toll(133), '2024-04-22')), said(toll(144), '2024-03-30')], HELD.killed),
    [toll(144), toll(133)],
  ],
  [
    'the day before the month',
    inOrder(
      [said(day('2024-03-01', '2024-03-31'), '2024-03-22', '2024-03-23'), said(day('2024-03-22'), '2024-03-23')],
      HELD.date,
    ),
    [day('2024-03-22'), day('2024-03-01', '2024-03-31')],
  ],
  [
    'the day that most origins give',
    inOrder([said(day('2024-03-23'), '2024-03-24'), said(day('2024-03-22'), '2024-03-22', '2024-03-22')], HELD.date),
    [day('2024-03-22'), day('2024-03-23')],
  ],
  [
    'what happened before what was planned',
    inOrder(
      [said('planned' as const, '2024-03-07', '2024-03-08'), said('occurred' as const, '2024-03-22')],
      HELD.status,
    ),
    ['occurred', 'planned'],
  ],
  [
    'a known type',
    inOrder([said('unknown' as const, '2024-03-22', '2024-03-23'), said('bombing' as const, '2024-03-22')], HELD.type),
    ['bombing', 'unknown'],
  ],
].map(([name, ranked, values]) => [
  name as string,
  (ranked as Said<unknown>[]).map(({ value }) => value),
  values as unknown[],
]);
test.each(cases)('holds %s', (_, ranked, values) => {
  expect(ranked).toEqual(values);
});

test.each([
  [day('2024-03-22'), '22 March 2024'],
  [day('2024-03-22', '2024-03-24'), '22–24 March 2024'],
  [day('2024-02-01', '2024-02-29'), 'February 2024'],
  [day('2024-01-01', '2024-12-31'), '2024'],
  [day('2024-03-30', '2024-04-02'), '30 March – 2 April 2024'],
  [{ start: '2024-03-01', end: null }, 'since 1 March 2024'],
  [null, null],
])('writes %j as %s', (interval, words) => {
  expect(dateInWords(interval)).toBe(words);
});
