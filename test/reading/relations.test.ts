import { expect, it } from 'vitest';
import { read } from '../../src/reading/read.js';
import { reportOf } from './report.js';

const shown = (text: string, published = '2024-03-25'): string[] => {
  const reading = read(reportOf(text, published));
  const name = (id: string | null): string | undefined =>
    [...reading.actors, ...reading.places].find((x) => x.id === id)?.name;
  for (const { evidence } of reading.relations) for (const span of evidence) expect(text.slice(...span)).not.toBe('');
  return reading.relations.map(
    ({ from, type, to, toText, since }) =>
      `${name(from)} ${type} ${name(to) ?? toText}${since ? ` ${since.start ?? ''}..${since.end ?? ''}` : ''}`,
  );
};

/** Text, and a relation that it must give. */
const CASES: [string, string][] = [
  [
    'Gunmen of Boko Haram struck. The group is led by Abubakar Shekau, police said.',
    'Boko Haram led-by Abubakar Shekau',
  ],
  ['Hamas and its leader, Yahya Sinwar, planned the attack.', 'Hamas led-by Yahya Sinwar'],
  ['Taliban spokesman Zabihullah Mujahid denied the attack.', 'Taliban member-of'],
  ['Al-Shabaab pledged allegiance to al-Qaida in 2012 and attacked hotels.', 'allegiance-to'],
  ['Boko Haram militants operate in Nigeria, Chad and Niger.', 'Boko Haram operates-in Chad'],
  ['Ansar al-Dine, founded in 2012 by Iyad ag Ghaly, attacked a base.', 'Ansar Dine founded-by Iyad ag Ghaly'],
  ['Iran supports Hezbollah, which has attacked Israel.', 'supports Hizballah'],
  ['Hamas is at war with Islamic Jihad, whose gunmen attacked it.', 'rival-of'],
  ['Al-Shabaab recruits in Kenya for its attacks.', 'recruits-in Kenya'],
];
it.each(CASES)('%s', (text, expected) => {
  expect(
    shown(text).some(
      (relation) => relation.includes(expected) || expected.split(' ').every((w) => relation.includes(w)),
    ),
  ).toBe(true);
});

it('gives since when', () => {
  expect(shown('Al-Shabaab has controlled Mogadishu since 2014 and carries out attacks.')).toContainEqual(
    expect.stringMatching(/controls .*2014-01-01\.\.$/),
  );
});

it('takes no possibility, denial or act of people without a group for a tie', () => {
  expect(shown('Al-Shabaab could operate in Kenya, police fear after the attack.')).toEqual([]);
  expect(shown('Boko Haram does not control Maiduguri, the army said after the attack.')).toEqual([]);
  expect(shown('The minister leads the commission. The company operates in Kenya.')).toEqual([]);
});
