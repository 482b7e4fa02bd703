import { expect, it } from 'vitest';
import { read } from '../../src/reading/read.js';
import { reportOf } from './report.js';

const shown = (text: string, published: string | null = '2024-03-25'): string[] => {
  const reading = read(reportOf(text, published));
  const name = (id: string | null): string =>
    [...reading.actors, ...reading.places].find((x) => x.id === id)?.name ?? '-';
  for (const { evidence } of reading.responses) for (const span of evidence) expect(text.slice(...span)).not.toBe('');
  return reading.responses.map(
    ({ type, by, against, place, date }) =>
      `${type} by ${name(by)} of ${against.map(name).join('+') || '-'} in ${name(place)} on ${date?.start ?? '-'}`,
  );
};

/** Text, and the responses that it gives. */
const CASES: [string, ...RegExp[]][] = [
  [
    'Police arrested two suspected militants in Nairobi on Friday.',
    /^arrest by Police of two suspected militants in Nairobi on 2024-03-22$/,
  ],
  [
    'Two gunmen were detained by the army in Mombasa on 3 March 2024.',
    /^arrest by army of Two gunmen in Mombasa on 2024-03-03$/,
  ],
  [
    'A bomb killed six. Soldiers looking for the bombers killed three militants on Tuesday.',
    /^killing by Soldiers of three militants in - on 2024-03-19$/,
  ],
  [
    'The State Department designated Boko Haram a terrorist organization in November 2013.',
    /^designation by .*State.* of Boko Haram in - on 2013-11-01$/,
  ],
  [
    'The court sentenced Ali Hassan, a militant, to death for the bombing on Friday.',
    /^conviction by .*court of Ali Hassan/,
  ],
  [
    'President Bola Tinubu condemned the attack by Boko Haram on a market in Maiduguri.',
    /^condemnation by Bola Tinubu of Boko Haram/,
  ],
  ['French police thwarted a plot by Islamic State to bomb a church.', /^disruption by French police/],
  [
    'The coalition conducted ten strikes against Islamic State militants in Syria on 2 March 2024.',
    /^strike by coalition of Islamic State in Syria on 2024-03-02$/,
  ],
];
it.each(CASES)('%s', (text, ...expected) => {
  const found = shown(text);
  for (const pattern of expected) expect(found).toContainEqual(expect.stringMatching(pattern));
  expect(found).toHaveLength(expected.length);
});

it('counts the days from the event that they are counted from', () => {
  const text =
    'Gunmen attacked a bank in Lima on 3 March 2024. Police raided a house in Lima two days after the attack.';
  expect(shown(text)).toContainEqual(expect.stringMatching(/^raid by Police .* on 2024-03-05$/));
});

it('takes no promise, possibility or act of a group for a response', () => {
  expect(shown('Police could arrest the militants, the minister said after the attack.')).toEqual([]);
  expect(shown('Boko Haram militants detained forty villagers in the attack.')).toEqual([]);
  expect(
    shown('The striker shot twice and the referee sent the captain off at the stadium; the coach condemned it.'),
  ).toEqual([]);
});
