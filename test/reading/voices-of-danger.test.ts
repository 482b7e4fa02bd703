/** Whose threats and warnings they are where it is not the subject of the verb that says so. */
import { describe, expect, test } from 'vitest';
import { read } from '../../src/reading/read.js';
import { reportOf } from './report.js';

function reading(text: string, published = '2024-03-08') {
  const result = read(reportOf(text, published));
  const actor = (id: string | null) => result.actors.find((a) => a.id === id)?.name ?? null;
  return { ...result, actor };
}

describe('threats', () => {
  const cases: [text: string, who: RegExp, type: string, against: string[], by: RegExp | null][] = [
    [
      'A hooded man threatens to "strike the ports" in a video put out in the name of Boko Haram.',
      /Boko Haram/,
      'intent',
      ['ports'],
      null,
    ],
    [
      'Al-Shabaab released a tape on Monday. A narrator calls on Muslims in Kenya to burn churches.',
      /Shabaab/,
      'incitement',
      ['churches'],
      /Shabaab/,
    ],
    ['One of the militants vowed to kill the hostages.', /militants/, 'intent', ['hostages'], null],
    [
      'The embassy alerted us to a plan by Boko Haram to attack hotels.',
      /Boko Haram/,
      'plotting',
      ['hotels'],
      /embassy/i,
    ],
    [
      'Al-Shabaab may try to seize or sink a tanker, naval officers said.',
      /Shabaab/,
      'capability',
      ['tanker'],
      /officers/,
    ],
    [
      'A preacher in the town called for the killing of two teachers who had drawn the prophet.',
      /preacher/,
      'incitement',
      ['two teachers'],
      /preacher/,
    ],
    ['Hizballah keeps thousands of rockets pointed at Israel.', /Hizballah/, 'capability', ['Israel'], null],
    ['Guerrilla commander Pedro Luna vowed to burn every lorry on the road.', /Luna/, 'intent', ['lorry'], /Luna/],
  ];

  test.each(cases)('%s', (text, who, type, against, by) => {
    const { threats, actor } = reading(text);
    const found = threats.find((threat) => threat.type === type);
    expect(actor(found?.actor ?? null)).toMatch(who);
    expect(found?.against).toEqual(against);
    if (by) expect(actor(found?.by ?? null)).toMatch(by);
  });

  test('of a level hold for what is threatened, and for a second country too', () => {
    const { threats } = reading(
      'The threat to Britain from terrorism was raised from substantial to severe on Friday. In Norway the level was left at moderate.',
    );
    expect(threats.map(({ type, against }) => [type, ...against])).toEqual([
      ['level', 'Britain'],
      ['level', 'Norway'],
    ]);
  });

  test.each([
    'Boko Haram no longer has the means to strike Lagos.',
    'The opposition party is trying to bring down the government.',
    'The coach urged his players to attack from the first minute.',
  ])('are not: %s', (text) => {
    expect(reading(text).threats).toEqual([]);
  });

  test('are no acts that were done, though a verb is joined to one with "may"', () => {
    expect(
      reading('Sympathisers of Islamic State may stab or ram people in the street.').incidents.filter(
        ({ status }) => status === 'occurred',
      ),
    ).toEqual([]);
  });
});

describe('warnings', () => {
  const told = (text: string) => {
    const { warnings, actor } = reading(text);
    return warnings.map(({ issuer, recipients }) => [actor(issuer), recipients.map(actor)]);
  };

  test('given jointly are one for each who gives them', () => {
    expect(
      told('France and Sweden advised their nationals to avoid hotels in Baghdad because of the threat of attacks.'),
    ).toEqual([
      ['French government', ['their nationals']],
      ['Swedish government', ['their nationals']],
    ]);
  });

  test('given on one day and again on another are two', () => {
    const { warnings } = reading(
      'Moroccan intelligence told the Federal Intelligence Service on 19 September 2016 and again on 11 October 2016 that militants were planning an attack in Berlin.',
      '2017-01-19',
    );
    expect(warnings.map(({ issued }) => issued?.start)).toEqual(['2016-09-19', '2016-10-11']);
  });

  test('tell of the subject of their own verb, not of the one that it told to do something', () => {
    expect(
      told(
        'The governor asked the schools to close early and told residents to stay away from the market because Boko Haram might attack it.',
      ),
    ).toEqual([['governor', ['residents']]]);
  });

  test('go on where the targets are listed in the next sentence', () => {
    const { warnings } = reading(
      'The ministry warned its citizens that militants intend to abduct foreigners in the south of Tunisia. Possible targets are hotels, desert camps and convoys, it says.',
    );
    expect(warnings).toHaveLength(1);
    expect(warnings[0]!.about.targets).toEqual(expect.arrayContaining(['hotels', 'desert camps', 'convoys']));
  });

  test('are dated by the paper, and not by who tells of it', () => {
    const { warnings } = reading(
      'A judge heard on Monday that the police had been warned in a letter of 22 January 2024 that militants were planning to bomb the stadium.',
    );
    expect(warnings.map(({ issued }) => issued?.start)).toEqual(['2024-01-22']);
  });

  test('by a caller reach whoever takes the call', () => {
    expect(
      told('Bombs had been left in the stands, a caller said. The first call came to Saint Mary hospital at noon.'),
    ).toEqual(expect.arrayContaining([[null, [expect.stringMatching(/hospital/)]]]));
  });

  test.each([
    'The embassy in Lisbon has warned visitors to keep their passports in the hotel safe after a run of thefts.',
    'Banks are put on notice that they may lose their licences if they deal with the militia.',
    'The force urged drivers to avoid the coastal road on Sunday, when the race comes through.',
    'Australia raised its terrorism alert level from medium to high.',
  ])('are not: %s', (text) => {
    expect(reading(text).warnings).toEqual([]);
  });
});

test.each([
  'A cleric has called for the killing of two journalists.',
  'The minister said there were no signs of a concrete plot.',
  'He told the crowd that whoever beheaded the writer would go to paradise.',
])('no incident is told by: %s', (text) => {
  expect(reading(text).incidents).toEqual([]);
});
