import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDates } from '../../src/reading/dates/dates.js';
import { makeDoc } from '../../src/reading/make-doc.js';

const shown = (text: string, published: string | null): string[] =>
  findDates(makeDoc(text, published)).map(
    ({ at, start, end }) =>
      `${text.slice(...at)} = ${start === end ? (start ?? 'unresolved') : `${start ?? ''}..${end ?? ''}`}`,
  );

/** Text, day of publication, the dates expected: "words = day" or "words = first..last"; none for no date. */
const CASES: [string, string | null, ...string[]][] = [
  // Whole dates
  ['The attack on March 22, 2024, killed many.', null, 'March 22, 2024 = 2024-03-22'],
  ['The attack on 22 March 2024 killed many.', null, '22 March 2024 = 2024-03-22'],
  ['KABUL 22 MAR 24 THE GROUP ATTACKED', null, '22 MAR 24 = 2024-03-22'],
  ['COLOMBO, 1 FEB 96 (ISLAND CABLE) -- POLICE SAID TODAY', null, '1 FEB 96 = 1996-02-01', 'TODAY = 1996-02-01'],
  ['02/24/2012: Three bombers attacked a station.', null, '02/24/2012 = 2012-02-24'],
  ['On 24/02/2012 three bombers attacked.', null, '24/02/2012 = 2012-02-24'],
  ['Since 9/11 and the September 11 attacks', '2024-01-01', 'Since 9/11 = 2001-09-11..', 'September 11 = 2001-09-11'],
  ['since July 5, when gunmen struck', '2022-10-26', 'since July 5 = 2022-07-05..'],
  ['Signed on 2024-03-22 in Moscow.', null, '2024-03-22 = 2024-03-22'],
  ['on the 5th of May 2010 they met', null, 'the 5th of May 2010 = 2010-05-05'],
  ['On February 30, 2012 nothing happened.', null, '2012 = 2012-01-01..2012-12-31'],
  ['Dzhokhar, on Friday, April 19, 2013, hid.', null, 'April 19, 2013 = 2013-04-19'],
  // Without a year
  ['KABUL, Aug. 26 (Levant Press) - A bomb exploded.', '2021-08-27', 'Aug. 26 = 2021-08-26'],
  ['On 20 October the group attacked depots.', '1996-02-01', '20 October = 1995-10-20'],
  [
    'It struck on Dec. 28. Two days later it apologized.',
    '2020-01-30',
    'Dec. 28 = 2019-12-28',
    'Two days later = 2019-12-30',
  ],
  ['The trial will open on 3 June.', '2024-05-20', '3 June = 2024-06-03'],
  ['On October 17 of this year the office acted.', '2022-11-14', 'October 17 of this year = 2022-10-17'],
  ['They met on 5 June last year.', '2022-11-14', '5 June last year = 2021-06-05'],
  ['On 5 June they met.', null],
  [
    'In 1973 they took a ship. The following year, in November, a bomb exploded.',
    '2009-04-02',
    '1973 = 1973-01-01..1973-12-31',
    'The following year, in November = 1974-11-01..1974-11-30',
  ],
  ['It began two nights ago.', '2024-01-20', 'two nights ago = 2024-01-18'],
  [
    'Overnight Sunday into Monday a bomb exploded.',
    '2024-01-17',
    'Overnight Sunday into Monday = 2024-01-14..2024-01-15',
  ],
  // Weekdays
  ['He was arrested on Friday.', '2024-08-09', 'Friday = 2024-08-09'],
  ['A bomb killed six on Thursday.', '2024-08-10', 'Thursday = 2024-08-08'],
  ['Last Friday they struck.', '2024-08-09', 'Last Friday = 2024-08-02'],
  ['He will appear in court on Friday.', '2024-08-07', 'Friday = 2024-08-09'],
  ['The police said on Monday that he will stay.', '2024-08-07', 'Monday = 2024-08-05'],
  ['Friday night gunmen struck.', '2024-08-10', 'Friday night = 2024-08-09'],
  ["Saturday's attack shocked the city.", '2017-06-05', 'Saturday = 2017-06-03'],
  ['to drive there on Thursday or Friday and kill', '2024-08-09', 'Thursday or Friday = 2024-08-08..2024-08-09'],
  [
    'told people to stay at home next Wednesday and Thursday, July 22 and 23, when',
    '1992-07-18',
    'next Wednesday and Thursday, July 22 and 23 = 1992-07-22..1992-07-23',
  ],
  ['He was arrested on Friday.', null],
  ['The Sunday Times wrote about Bloody Sunday.', '2024-08-09'],
  // Relative to the day of publication
  [
    'killed yesterday morning, today and tonight',
    '1996-02-01',
    'yesterday morning = 1996-01-31',
    'today = 1996-02-01',
    'tonight = 1996-02-01',
  ],
  ['He was shot two days ago.', '2024-03-10', 'two days ago = 2024-03-08'],
  ['She had reported him two years ago.', '2017-06-05', 'two years ago = 2015-01-01..2015-12-31'],
  ['He died a year ago today.', '2017-06-05', 'a year ago today = 2016-06-05'],
  [
    'Last month they fled; last year they came.',
    '2024-01-10',
    'Last month = 2023-12-01..2023-12-31',
    'last year = 2023-01-01..2023-12-31',
  ],
  ['the coalition in the last 24 hours conducted raids', '2017-01-05', 'the last 24 hours = 2017-01-04..2017-01-05'],
  ['It grew over the past decade.', '2024-01-10', 'the past decade = 2014-01-10..2024-01-10'],
  ['A raid this week killed ten.', '2017-01-05', 'this week = 2017-01-02..2017-01-08'],
  ['He faces trial in May.', '2017-01-05', 'May = 2017-05-01..2017-05-31'],
  ['The station was to be bombed on 6 March.', '2017-01-05', '6 March = 2017-03-06'],
  ['Militants attacked it last week.', '2017-01-05', 'last week = 2016-12-26..2017-01-01'],
  ['French police last night arrested four.', '2008-05-21', 'last night = 2008-05-20'],
  ['It happened today, yesterday, last week and two years ago.', null],
  // Months, years, decades
  ['In March they struck.', '2024-06-05', 'March = 2024-03-01..2024-03-31'],
  ['whose death last November it blames on them', '1995-01-23', 'last November = 1994-11-01..1994-11-30'],
  ['It came into being in March 2017.', '2018-09-06', 'March 2017 = 2017-03-01..2017-03-31'],
  [
    'In early 2024 it grew; in mid-March it fell.',
    '2024-06-05',
    'early 2024 = 2024-01-01..2024-04-30',
    'mid-March = 2024-03-11..2024-03-20',
  ],
  [
    'founded in the 1990s, or the late 1980s',
    null,
    '1990s = 1990-01-01..1999-12-31',
    'late 1980s = 1987-01-01..1989-12-31',
  ],
  [
    'The 2011 attacks and the summer of 2014.',
    null,
    '2011 = 2011-01-01..2011-12-31',
    'summer of 2014 = 2014-06-01..2014-08-31',
  ],
  ['It was formed in 2015 by Hafiz Khan.', null, '2015 = 2015-01-01..2015-12-31'],
  // Ranges and open ends
  ['fought since 2014, since September 2016', null, 'since 2014 = 2014-01-01..', 'since September 2016 = 2016-09-01..'],
  ['closed until Friday', '2024-08-07', 'until Friday = ..2024-08-02'],
  ['between 24 and 30 June', '2015-07-03', 'between 24 and 30 June = 2015-06-24..2015-06-30'],
  [
    'on 25-26 June and 25–26 July',
    '2015-08-03',
    '25-26 June = 2015-06-25..2015-06-26',
    '25–26 July = 2015-07-25..2015-07-26',
  ],
  ['from 3 to 5 March', '2024-04-01', 'from 3 to 5 March = 2024-03-03..2024-03-05'],
  ['from 2014 to 2017 and 2014-17', null, '2014 to 2017 = 2014-01-01..2017-12-31', '2014-17 = 2014-01-01..2017-12-31'],
  ['between March and June 2020', null, 'March and June 2020 = 2020-03-01..2020-06-30'],
  ['from 28 December to 3 January 2020', '2020-02-01', '28 December to 3 January 2020 = 2019-12-28..2020-01-03'],
  // Relative to another date
  [
    'Gunmen struck on 5 May 2010. The same day police left. The next day they returned.',
    null,
    '5 May 2010 = 2010-05-05',
    'The same day = 2010-05-05',
    'The next day = 2010-05-06',
  ],
  [
    'claimed on Tuesday the blast that killed two men two days earlier',
    '2021-06-09',
    'Tuesday = 2021-06-08',
    'two days earlier = 2021-06-06',
  ],
  [
    'sealed it off on Monday, a day after two bombers killed 19',
    '1995-01-23',
    'Monday = 1995-01-23',
    'a day after = 1995-01-22',
  ],
  ['Police raided the compound two days after the subway attack.', '2004-02-27', 'two days after = unresolved'],
  ['on the third anniversary of the attack', '2022-08-15', 'the third anniversary = 2019-08-15'],
  // What is no date
  ['They marched in May; Theresa May said so. March on!', '2024-06-05', 'May = 2024-05-01..2024-05-31'],
  ['At 11:30 the 2000 people left; resolution 1989; $2000; 1100 hours; aged 23.', '2024-06-05'],
  ['In March 20 people died.', '2024-06-05', 'March = 2024-03-01..2024-03-31'],
  ['The 17 November Movement killed three.', '2024-06-05'],
];

it.each(CASES)('%s (published %s)', (text, published, ...expected) => {
  expect(shown(text, published)).toEqual(expected);
});

it('says what a date counts from where that is an event', () => {
  const [found] = findDates(makeDoc('It was raided two days after the attack.', '2004-02-27'));
  expect(found).toMatchObject({ kind: 'event-offset', offset: 2, start: null, end: null });
});

it('marks the dateline', () => {
  const kinds = findDates(
    makeDoc('Head\n\nLIMA, July 18, 1992 (Andes Wire) - Two bombs exploded on Thursday.', null),
  ).map((d) => d.kind);
  expect(kinds).toEqual(['dateline', 'weekday']);
});

it('gives ordered, separate spans that slice to their words, and days that exist, for any text', () => {
  const words = fc.constantFrom(
    ...'March May 22 2024 , . the of last Friday two days ago since between and to - 25-26 MAR 96 next week 1990s mid-June 31 February after 9/11 same day early first anniversary hours later 02/31/2012 until'.split(
      ' ',
    ),
  );
  const texts = fc.oneof(
    fc.array(words, { maxLength: 30 }).map((list) => list.join(' ')),
    fc.string({ unit: 'grapheme' }),
  );
  fc.assert(
    fc.property(texts, fc.constantFrom(null, '2024-02-29', '1999-12-31'), (text, published) => {
      let end = 0;
      for (const date of findDates(makeDoc(text, published))) {
        expect(date.at[0]).toBeGreaterThanOrEqual(end);
        end = date.at[1];
        expect(text.slice(...date.at)).toMatch(/[\p{L}\p{N}]/u);
        for (const day of [date.start, date.end])
          if (day !== null) expect(new Date(day).toISOString().slice(0, 10)).toBe(day);
        if (date.start !== null && date.end !== null) expect(date.start <= date.end).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

describe('years and months taken from the date before', () => {
  const found = (text: string): string[] =>
    findDates(makeDoc(text, '2018-05-01')).map(({ start, end, at }) => `${text.slice(...at)} ${start} ${end}`);
  it('goes on in a year long past', () => {
    expect(found('A bomb on 20 July 2015 killed 33. On 10 October two more killed 100.')[1]).toBe(
      '10 October 2015-10-10 2015-10-10',
    );
    expect(found('In 2001 it struck Kashmir. On 13 December of that year gunmen shot nine.')[1]).toBe(
      '13 December of that year 2001-12-13 2001-12-13',
    );
  });
  it('knows a day of the month by its number', () => {
    expect(found('They were shot on the 26th.')).toEqual(['the 26th 2018-04-26 2018-04-26']);
    expect(found('They came on the 26th floor, on the 4th anniversary.')).not.toContain(
      'the 26th 2018-04-26 2018-04-26',
    );
  });
});
