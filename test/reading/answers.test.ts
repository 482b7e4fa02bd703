/** Who acts and suffers, where and when, in what answers an attack: read over pronouns, appositions and the scene. */
import { expect, it } from 'vitest';
import { read } from '../../src/reading/read.js';
import { reportOf } from './report.js';

const ATTACK = 'Gunmen of Islamic State killed nine people in an attack on a bus station in Gao, Mali, on 12 March. ';

const shown = (text: string): string[] => {
  const reading = read(reportOf(ATTACK + text));
  const name = (id: string | null): string =>
    [...reading.actors, ...reading.places].find((x) => x.id === id)?.name ?? '-';
  return reading.responses.map(
    ({ type, by, against, place, date }) =>
      `${type} by ${name(by)} of ${against.map(name).join('+') || '-'} in ${name(place)} on ${date?.start ?? '-'}`,
  );
};

/** What follows the attack, and the responses that it gives. */
const CASES: [string, ...RegExp[]][] = [
  ['The army said it had killed six militants near Timbuktu.', /^killing by army of six militants in Timbuktu/],
  [
    "Iran's intelligence ministry said it had arrested 11 people linked to the bombing.",
    /^arrest by .*intelligence ministry of 11 people/i,
  ],
  [
    'Three men were arrested in connection with the attack, detectives said.',
    /^arrest by detectives of Three men in Gao/,
  ],
  ['He was shot dead by police.', /^killing by police of Gunmen in Gao on 2024-03-12$/],
  [
    'The arrest of two brothers in Lyon on Monday followed a tip-off.',
    /^arrest by - of two brothers in Lyon on 2024-03-25$/,
  ],
  [
    'Three men believed to have driven the gunmen into the town were picked up on Tuesday, a military spokesman said.',
    /^arrest by military spokesman of Three men .* on 2024-03-19$/,
  ],
  ['Two traders were seized by armed men on the road to Kidal.'],
  ['A night curfew remains in force in Timbuktu.', /^security-measure by - of - in Timbuktu on -$/],
  [
    'The White House and the Kremlin condemned the attack.',
    /^condemnation by U.S. government/,
    /^condemnation by Russian government/,
  ],
  [
    'US airstrikes killed at least 15 fighters of Islamic State near Kidal.',
    /^strike by U.S. government of Islamic State in Kidal/,
  ],
  [
    'Abu Yahya was killed by a French drone near Menaka on 9 March.',
    /^strike by French government of Abu Yahya in Ménaka on 2024-03-09$/,
  ],
  ['A man was sentenced to death by a court in Bamako.', /^conviction by court of man in Bamako/],
  [
    'Islamabad banned the group in January 2002, and Washington designated it in December 2001.',
    /^designation by Pakistani government of Islamic State in - on 2002-01-01$/,
    /^designation by U.S. government of Islamic State in - on 2001-12-01$/,
  ],
  ['All Christmas markets in Berlin get extra guards. No one was charged.'],
];
it.each(CASES)('%s', (text, ...expected) => {
  const found = shown(text);
  for (const pattern of expected) expect(found).toContainEqual(expect.stringMatching(pattern));
  expect(found).toHaveLength(expected.length);
});
