import fc from 'fast-check';
import { expect, it } from 'vitest';
import { articleCount, findCounts } from '../../src/reading/counts.js';
import { findDates } from '../../src/reading/dates/dates.js';
import { makeDoc } from '../../src/reading/make-doc.js';

const countsOf = (text: string) => {
  const doc = makeDoc(text, '2024-03-25');
  return findCounts(doc, findDates(doc));
};
const shown = (text: string): string[] =>
  countsOf(text).map(
    ({ at, min, max }) => `${text.slice(...at)} = ${min === max ? min : `${min ?? ''}..${max ?? ''}`}`,
  );

/** Text, then the counts expected: "words = count" or "words = least..most". */
const CASES: [string, ...string[]][] = [
  ['It killed 13 people and wounded thirteen.', '13 = 13', 'thirteen = 13'],
  ['Twenty-seven people died; 1,400 were injured.', 'Twenty-seven = 27', '1,400 = 1400'],
  ['at least 60 Afghans and at least 13 soldiers', 'at least 60 = 60..', 'at least 13 = 13..'],
  ['More than 150 people were wounded', 'More than 150 = 151..'],
  ['over 260 people, no fewer than ten soldiers', 'over 260 = 261..', 'no fewer than ten = 10..'],
  ['up to 20 fighters, as many as 30 guards', 'up to 20 = ..20', 'as many as 30 = ..30'],
  ['some 20 soldiers and about 800 inmates and nearly 90 others', 'some 20 = 20', 'about 800 = 800', 'nearly 90 = 90'],
  ['a guard and several prisoners', 'several = 3..9'],
  [
    'dozens of people, scores of shops, hundreds of rebels',
    'dozens = 24..99',
    'scores = 40..199',
    'hundreds = 200..999',
  ],
  [
    'tens of thousands fled; a dozen died, two dozen men',
    'tens of thousands = 20000..99999',
    'a dozen = 12',
    'two dozen = 24',
  ],
  ['a couple of soldiers and a few men', 'a couple = 2', 'a few = 3..9'],
  ['no casualties; none died; nobody was hurt', 'no = 0', 'none = 0', 'nobody = 0'],
  ['between 20 and 30 fighters', 'between 20 and 30 = 20..30'],
  ['20 to 30 fighters, 10-15 people, five or six men', '20 to 30 = 20..30', '10-15 = 10..15', 'five or six = 5..6'],
  ['One of the men and one soldier died', 'One = 1', 'one = 1'],
  ['one hundred and twenty people, two million refugees', 'one hundred and twenty = 120', 'two million = 2000000'],
  ['100 or more dead', '100 or more = 100..'],
  ['In Kabul 13 people were killed', '13 = 13'],
  ['TWO AMERICANS, SIX JAPANESE AND 53 PEOPLE', 'TWO = 2', 'SIX = 6', '53 = 53'],
  ['a few hundred metres off a few hundred men waited', 'a few hundred = 300..900'],
  // No counts
  ['On Jan. 5 and 6 May the 74 Battalion left'],
  ['41. The group left.'],
  ['On 22 March 2024 and in 2014, since 1996, 25-26 June'],
  ['Matanov, 23, faces trial; aged 23; a 19-year-old man; a boy of 15; Ali Khan (48)'],
  ['$43,000 or 43,000 dollars; $1.5 million'],
  ['200 kilograms, 15 km, 200 metric tons, two hours, 10 percent, 10%, three years'],
  ['at 11:30, 1100 hours, 5 p.m., from nine in the morning'],
  ['the third attack, Resolution 1989, Article 51, No. 5, section 219, Terminal 4 of the airport'],
  ['a 30-member gang with AK-47 rifles won 7-1'],
  ['one another, one day, the one who did it'],
];

it.each(CASES)('%s', (text, ...expected) => {
  expect(shown(text)).toEqual(expected);
});

it('takes an article for one where asked', () => {
  const doc = makeDoc('killing a guard', null);
  expect(articleCount(doc, 1)).toMatchObject({ min: 1, max: 1, at: [8, 9] });
  expect(articleCount(doc, 0)).toBeNull();
});

it('gives ordered, separate spans and sound ranges for any text', () => {
  const words = fc.constantFrom(
    ...'at least more than 13 twenty two hundred and a dozen 1,400 10-15 between to or of no one several dozens , . 2014 % half million up no casualties'.split(
      ' ',
    ),
  );
  const texts = fc.oneof(
    fc.array(words, { maxLength: 30 }).map((all) => all.join(' ')),
    fc.string({ unit: 'grapheme' }),
  );
  fc.assert(
    fc.property(texts, (text) => {
      let end = 0;
      for (const { at, min, max } of countsOf(text)) {
        expect(at[0]).toBeGreaterThanOrEqual(end);
        end = at[1];
        expect(text.slice(...at).trim()).not.toBe('');
        for (const n of [min, max]) if (n !== null) expect(Number.isSafeInteger(n) && n >= 0).toBe(true);
        if (min !== null && max !== null) expect(min).toBeLessThanOrEqual(max);
      }
    }),
    { numRuns: 500 },
  );
});
