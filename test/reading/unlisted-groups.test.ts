import { describe, expect, it } from 'vitest';
import { read } from '../../src/reading/read.js';
import { reportOf } from './report.js';

/** Groups of the incidents, attributions and ties of a text, by name. */
function shown(text: string): string[] {
  const { actors, places, incidents, attributions, relations } = read(reportOf(text));
  const name = (id: string | null): string => [...actors, ...places].find((x) => x.id === id)?.name ?? '-';
  return [
    ...incidents.flatMap(({ perpetrators }) => perpetrators.groups.map((id) => `by ${name(id)}`)),
    ...attributions.map(({ actor, stance, by }) => `${name(actor)} ${stance} by ${name(by)}`),
    ...relations.map(({ from, type, to, toText }) => `${name(from)} ${type} ${toText ?? name(to)}`),
  ];
}

/** Groups that no catalogue holds, as reports bring them in. */
const NAMED: [text: string, ...expected: string[]][] = [
  [
    "The Harwan People's Defence Front, a rebel outfit active in the east, ambushed a convoy near Goma on Tuesday, killing six policemen.",
    "by Harwan People's Defence Front",
  ],
  [
    'The Mahdi Companies, a Shia militia, fired rockets at the Green Zone in Baghdad on Wednesday.',
    'by Mahdi Companies',
  ],
  ['Members of the Black Lotus militant group kidnapped two engineers in Zamfara state on 3 June.', 'by Black Lotus'],
  ['A group known as Wolves of Anbar kidnapped three truck drivers near Ramadi on Monday.', 'by Wolves of Anbar'],
  ['The Sons of the Levant claimed the assassination of the governor in Daraa.', 'by Sons of the Levant'],
  [
    'The Revolutionary Council for the Liberation of Balawa (RCLB) claimed responsibility for the blast in Quetta that killed nine people.',
    'by Revolutionary Council for the Liberation of Balawa',
  ],
  [
    'An offshoot of the Pakistani Taliban, Lashkar-e-Qahar, said it carried out the suicide bombing at a mosque in Peshawar that killed 30 people.',
    'Lashkar-e-Qahar splinter-of Tehrik-e Taliban Pakistan',
  ],
  [
    'Police blamed the attack on the Kamtapur Tigers. The Tigers denied involvement. Eleven people died when a bomb went off at a market in Guwahati.',
    'Kamtapur Tigers denied by Kamtapur Tigers',
  ],
];

/** Who says so, over what stands between. */
const SAID: [text: string, ...expected: string[]][] = [
  [
    'Saraya Usud al-Jabal said in a statement posted on Telegram that it was behind the rocket attack on a base in Erbil.',
    'Saraya Usud al-Jabal claimed by Saraya Usud al-Jabal',
  ],
  [
    'Gunmen attacked a bus in Mombasa on Friday, killing three. "This was al-Shabaab," said the county commissioner.',
    'by Al-Shabaab',
  ],
  [
    'The ambush in Borno that left 11 troops dead has been attributed to Boko Haram by the army.',
    'Boko Haram assessed by army',
  ],
  [
    'Police believe that the bomb that killed a constable in Dhaka was the work of Neo-JMB.',
    'ISIS-Bangladesh assessed by Police',
  ],
  [
    '"We did it," a caller claiming to speak for the Real IRA told a newspaper after the bomb in Omagh that killed 29.',
    'Real IRA claimed by Real IRA',
  ],
  [
    'A car bomb killed nine in Mogadishu on Saturday. Al-Shabaab said within the hour that this was its doing.',
    'Al-Shabaab claimed by Al-Shabaab',
  ],
  [
    'A bomb blast killed six in Baghdad on Wednesday. The brain behind the attack, police said, was Abu Ali al-Basri.',
    'Abu Ali al-Basri accused by police',
  ],
  [
    "Twelve villagers were killed near Beni on Monday. The army laid the massacre at the ADF's door.",
    'ISIS-DRC accused by army',
  ],
  [
    'A truck ploughed into a crowd in Nice on Thursday, killing 86. Islamic State hailed the driver as one of its soldiers.',
    'Islamic State claimed by Islamic State',
  ],
];

/** Ties told in other ways than by a plain verb. */
const TIED: [text: string, ...expected: string[]][] = [
  [
    'Jaysh al-Adl, formerly known as Jundallah, was founded by Salahuddin Farooqui in 2012.',
    'Jaish al-Adl founded-by Salahuddin Farooqui',
  ],
  [
    'Al-Shabaab, which is allied with al-Qaeda, controls large parts of southern Somalia.',
    'Al-Shabaab controls Somalia',
  ],
  [
    'Hurras al-Din broke with Hayat Tahrir al-Sham in 2018 and remains loyal to al-Qaeda.',
    'Hurras al-Din allegiance-to Al-Qaeda',
  ],
  ["Abubakar Shekau's Boko Haram fought ISWAP around Lake Chad.", 'Boko Haram led-by Abubakar Shekau'],
  ["Kata'ib Hezbollah, an Iran-backed militia, denied it.", "Iranian government supports Kata'ib Hizballah"],
  [
    'The Second Marquetalia, led by Iván Márquez, and the ELN have clashed in Catatumbo, in Colombia.',
    'Segunda Marquetalia rival-of National Liberation Army (Colombia)',
  ],
  [
    'Abdul Basit Usman, a bomb-maker with the BIFF, was killed.',
    'Abdul Basit Usman member-of Bangsamoro Islamic Freedom Fighters',
  ],
];

/** What a careless reader would make more of than is said. */
const NOTHING: [text: string, not: string][] = [
  [
    'Two gunmen opened fire in a bar in Tel Aviv on Sunday, killing four. Hamas praised the attack but did not say it had carried it out.',
    'Hamas claimed',
  ],
  [
    'Asked whether Islamic State or Ukraine was responsible for the shooting in Moscow on Friday, which killed 130 people, he did not answer.',
    'Islamic State stated',
  ],
  [
    'A bomb killed six in Tampa on Monday. Nobody claims that Atomwaffen Division ordered it.',
    'Atomwaffen Division accused',
  ],
  ['Hamas named Yahya Sinwar as its leader. A rocket killed a woman in Ashkelon on Friday.', 'accused'],
];

describe('a group that no list holds', () => {
  it.each(NAMED)('%s', (text, ...expected) => expect(shown(text)).toEqual(expect.arrayContaining(expected)));
});
describe('who says who did it', () => {
  it.each(SAID)('%s', (text, ...expected) => expect(shown(text)).toEqual(expect.arrayContaining(expected)));
});
describe('a tie', () => {
  it.each(TIED)('%s', (text, ...expected) => expect(shown(text)).toEqual(expect.arrayContaining(expected)));
});
describe('no more than is said', () => {
  it.each(NOTHING)('%s', (text, not) => expect(shown(text).join('; ')).not.toContain(not));
});

describe('movements', () => {
  it.each([
    ['Sources attributed the raid to Fulani extremists.', ['Fulani extremists']],
    ['Sources attributed the raid to extremists.', []],
  ])('%s', (text, groups) => {
    const { incidents, actors } = read(
      reportOf(`Gunmen raided a market in Jos on Monday, killing 20 people.\n\n${text}`, '2023-03-14'),
    );
    const named = incidents
      .flatMap(({ perpetrators }) => perpetrators.groups)
      .map((id) => actors.find((x) => x.id === id)?.name);
    expect(named).toEqual(groups);
  });
});
