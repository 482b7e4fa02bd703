import { describe, expect, it } from 'vitest';
import { read } from '../../src/reading/read.js';
import type { Count, Incident } from '../../src/reading/schema.js';
import { reportOf } from './report.js';

const PUBLISHED = '2023-03-14'; // a Tuesday

const shownCount = (count: Count | null): string =>
  count === null ? '' : count.max === count.min ? `${count.min}` : `${count.min}-${count.max ?? ''}`;

/** "type status date place killed/injured" of each incident, "-" for what is not given. */
function told(text: string): string[] {
  const reading = read(reportOf(text, PUBLISHED));
  const shown = ({ type, status, date, place, killed, injured }: Incident): string => {
    const where = reading.places.find(({ id }) => id === place);
    const when = date && (date.start === date.end ? date.start : `${date.start}..${date.end}`);
    return [type, status, when ?? '-', where?.name ?? '-', `${shownCount(killed)}/${shownCount(injured)}`].join(' ');
  };
  return reading.incidents.map(shown);
}

describe('acts and the words that tell them', () => {
  it.each([
    [
      'Worshippers at a mosque in Kunduz were cut down by gunmen on Friday.',
      'armed-assault occurred 2023-03-10 Kunduz /',
    ],
    [
      'A column of fighters overran the army outpost near Dori on Monday, killing ten soldiers.',
      'armed-assault occurred 2023-03-13 Dori 10/',
    ],
    ['Police said they had foiled a plot to blow up a train in Ulm.', 'bombing foiled - Ulm /'],
    [
      'On Monday a suicide bomber rammed a motorcycle into a police van in Bannu, killing nine.',
      'bombing occurred 2023-03-13 Bannu 9/',
    ],
    [
      'Three traders were found shot in a market in Gao on Sunday; militants were blamed.',
      'armed-assault occurred 2023-03-12 Gao 3/',
    ],
    [
      'Insurgents pulled two teachers out of their car near Kaya last Thursday.',
      'kidnapping occurred 2023-03-09 Kaya /',
    ],
    ['Sappers made safe a roadside bomb in Basra on Sunday.', 'bombing foiled 2023-03-12 Basrah /'],
    ['The car bomb spoiled a wedding in Kirkuk on Friday.', 'bombing occurred 2023-03-10 Kirkuk /'],
    ['Militants seized the hotel in Bamako on Friday.', 'armed-assault occurred 2023-03-10 Bamako /'],
    ['A militant set off his explosives in a bus in Brussels on Monday.', 'bombing occurred 2023-03-13 Brussels /'],
    ['A letter bomb burned the hand of a clerk in Madrid on Monday.', 'bombing occurred 2023-03-13 Madrid /'],
    ['A militant set fire to a church in Jos on Monday.', 'facility-attack occurred 2023-03-13 Jos /'],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual([expected]);
  });

  it.each([
    'A gas explosion in a restaurant kitchen in Langfang killed three people on Wednesday.',
    'A Second World War bomb was defused in Cologne on Wednesday after 6,400 residents had left.',
    'Two men were shot dead in a dispute between drug gangs in Marseille on Sunday.',
    'The documentary retraces the bombing; its plot is slow, its last scene an explosion of colour.',
    'The group seeks to kidnap foreigners in the Sahel.',
    'Two hideouts were raided near Jilib last week and four militants were arrested.',
    'Wolves attacked a flock near Grenoble on Sunday and killed 14 sheep.',
    'The region is unsafe. Travel is advised against because of terrorism and kidnapping.',
    'Islamic State has threatened to behead hostages.',
    'Outlook. Militants are active in Gwadar. Assault on the port: realistic possibility.',
  ])('tells of none: %s', (text) => {
    expect(told(`Weekly note. ${text}`)).toEqual([]);
  });

  it('reads a situation report in telegram style under its headings', () => {
    const text = [
      'MALI',
      '• 8 March, Ménaka: Two nurses abducted at dusk by armed men.',
      '• 9 March, Tessit: Bridge on the road to Gao blown up.',
      '',
      'NIGER',
      '• 10 March, Torodi: Militants attacked a post, killing four gendarmes.',
    ].join('\n');
    expect(told(text)).toEqual([
      'kidnapping occurred 2023-03-08 Ménaka /',
      'bombing occurred 2023-03-09 Tessit /',
      'unknown occurred 2023-03-10 Torodi 4/',
    ]);
  });
});

describe('when', () => {
  it.each([
    ['In June a mob broke into the embassy in Baghdad, and on 20 July 2022 terrorists set it on fire.', '2022-07-20'],
    ['On this day in 2004 terrorists bombed trains in Madrid.', '2004-03-14'],
    ['Last updated 5 March 2023: on 3 March a bomb went off at a college in Marawi.', '2023-03-03'],
    ['On Sunday, two days before, gunmen attacked a farm near Arauca.', '2023-03-12'],
    ['We condemn the terrorist attack carried out yesterday in Quetta, Pakistan.', '2023-03-13'],
    ['BREAKING: gunmen have attacked a church in Jos.', '2023-03-14'],
    ['The alert was raised on Monday, hours after a militant stabbed a teacher in Arras.', '2023-03-13'],
    ['Tue 20.25 Gunmen opened fire in the centre of Strasbourg.', '2023-03-14'],
  ])('%s', (text, day) => {
    expect(read(reportOf(text, PUBLISHED)).incidents[0]?.date?.start).toBe(day);
  });

  it('keeps weeks counted from a month apart from what they are counted from', () => {
    expect(
      told(
        'In December 2021 rebels set off a bomb in a restaurant in Beni. Three weeks later gunmen stormed a clinic in Beni.',
      ),
    ).toHaveLength(2);
  });
});

describe('who died and who was hurt', () => {
  it.each([
    ['The bombing of the market in Jos on 3 March cost 44 lives.', '44/'],
    ["The base at Gao was attacked by militants on 3 March, at the cost of seven soldiers' lives.", '7/'],
    ['Militants attacked an army post in Gao on 3 March; eight soldiers fell.', '8/'],
    ['A married couple and their son were shot dead by gunmen in Derna on Monday.', '3/'],
    ['One soldier was killed and another wounded when their truck struck a landmine laid by rebels near Kidal.', '1/1'],
    [
      'A suicide bomb exploded in Baidoa on Monday. Five people, including three soldiers, were killed. A dozen others were taken to hospital.',
      '5/12',
    ],
    ['Four worshippers died and 50 more needed treatment after a bomb went off in Marawi on Monday.', '4/50'],
    ['The deaths of 13 people in the bombing of a restaurant in Mombasa on Monday shocked Kenya.', '13/'],
    ['Killed in the attack by militants in Kabul on Monday were six guards and a driver.', '7/'],
    ['Gunmen shot dead six aid workers together with their driver and guide near Kouré on Sunday.', '8/'],
    ['Ten guards and civilians as well as six attackers were killed when militants bombed an embassy in Sanaa.', '10/'],
    ['Bombing at a bus stop in Bogotá on Monday. Killed: 3. Injured: 17.', '3/17'],
    ['Militants burned three trucks at a camp near Temuco on Monday; nobody was hurt.', '/'],
  ])('%s', (text, counts) => {
    expect(told(text)[0]?.split(' ').at(-1)).toBe(counts);
  });
});

describe('where', () => {
  it.each([
    ['Gunmen killed two people in Jolo, Philippines, on Sunday.', 'PH'],
    ['Rebels attacked a village in the north of the Democratic Republic of the Congo.', 'CD'],
    ['Islamabad: gunmen shot dead a cleric in Islamabad on Monday.', 'PK'],
    ['Gunmen shot at a synagogue in Halle, Germany, on Wednesday.', 'DE'],
    ['Militants kidnapped two French journalists in Gao on Sunday.', 'ML'],
    ['An Italian envoy was shot dead by gunmen near Goma on Monday.', 'CD'],
    ['A bomb on the road between Ménaka and Ansongo killed two soldiers on Monday; militants were blamed.', 'ML'],
  ])('%s', (text, country) => {
    const { incidents, places } = read(reportOf(text, PUBLISHED));
    expect(places.find(({ id }) => id === incidents[0]?.place)?.country).toBe(country);
  });

  it('counts the building in which it happened among the targets, a road or a town not', () => {
    const { incidents } = read(
      reportOf('A suicide bomber blew himself up in a nightclub on Hilal street in Erbil on Monday.', PUBLISHED),
    );
    expect(incidents[0]?.site?.text).toBe('nightclub');
    expect(incidents[0]?.targets.map(({ text }) => text)).toEqual(['nightclub']);
  });
});

describe('what is no target', () => {
  it('is a weekday, in a report without a day of publication too', () => {
    const { incidents } = read(
      reportOf('A bomb killed 20 people at a market in Arish, North Sinai, on Saturday.', null),
    );
    expect(incidents.map(({ targets }) => targets.map(({ text }) => text))).toEqual([['market']]);
  });
});

describe('what is told apart', () => {
  it('keeps an attack whose place is not known from one that says where and when it was', () => {
    expect(
      told(
        'What officials know\n\nOfficials spoke again on Friday. They would not say more about the attack on Larkfield Hall, in which 60 people were killed.\n\nThey had little to say.\n\nAfter the bombings in Quetta on 3 January, which killed 12 people, the police had promised more patrols.',
      ),
    ).toEqual([expect.stringMatching(/60\/$/), 'bombing occurred 2023-01-03 Quetta 12/']);
  });

  it('puts a gate that nobody knows where the city of the dateline is, whoever’s soldiers stood there', () => {
    expect(
      told(
        'KABUL, March 14 - U.S. officers said that a bomb had killed nine American soldiers.\n\nThe bomber struck at the Abbey Gate on Monday, a U.S. general told American reporters.',
      )[0],
    ).toMatch(/2023-03-13/);
    const { places } = read(
      reportOf(
        'KABUL, March 14 - U.S. officers said that a bomb had killed nine American soldiers.\n\nThe bomber struck at the Stone Gate on Monday, a U.S. general told American reporters.',
        PUBLISHED,
      ),
    );
    expect(places.filter(({ name }) => name.endsWith('Gate')).map(({ country }) => country)).toEqual(['AF']);
  });
});

describe('tolls that rise', () => {
  const last = (text: string): unknown => {
    const { killed } = read(reportOf(text, PUBLISHED)).incidents[0]!;
    return killed && { n: killed.min, asOf: killed.asOf ?? null };
  };
  const chronicle = (...entries: string[]): string =>
    ['# The market attack, day by day', '', ...entries.map((entry) => `- **${entry}`)].join('\n');
  const attack = '3 February.** Gunmen attack a market in Maiduguri with rifles.';

  it('are as of the day of their entry in a list of days', () => {
    expect(last(chronicle(attack, '4 February.** The toll rises to 31.'))).toEqual({ n: 31, asOf: '2023-02-04' });
  });
  it('go to the attack whose toll was told last, however many entries lie between', () => {
    const between = ['8', '9', '10', '11', '12'].map((day) => `${day} February.** The governor visits the city.`);
    const text = chronicle(
      attack,
      '4 February.** The toll rises to 31.',
      ...between,
      '1 March.** The toll stands at 38.',
    );
    expect(last(text)).toEqual({ n: 38, asOf: '2023-03-01' });
  });
  it('are as of the past day beside the number', () => {
    const text = 'Gunmen attacked a market in Maiduguri on 3 February. The death toll rose to 31 on 4 February.';
    expect(last(text)).toEqual({ n: 31, asOf: '2023-02-04' });
  });
  it("are the report's own where no day is given", () => {
    const text = 'Gunmen attacked a market in Maiduguri on Sunday. The number of the dead stands at 31.';
    expect(last(text)).toEqual({ n: 31, asOf: null });
  });
});

describe('who did it, to whom and where', () => {
  const slots = (text: string) => {
    const reading = read(reportOf(text, PUBLISHED));
    const { perpetrators, targets, victims, site, date } = reading.incidents[0]!;
    return {
      groups: perpetrators.groups.map((id) => reading.actors.find((actor) => actor.id === id)?.name),
      individuals: perpetrators.individuals.map((one) => one.text),
      targets: targets.map((one) => one.text),
      victims: victims.map((one) => one.text),
      site: site?.text ?? null,
      date: date?.start ?? null,
    };
  };
  it.each([
    [
      'Anarchists set fire to a bank in Patras on Sunday.',
      { groups: ['Anarchists'], individuals: ['Anarchists'], site: 'bank' },
    ],
    ['Sikh extremists shot a trader in Batala on Sunday.', { groups: ['Sikh extremists'], victims: ['trader'] }],
    ['The terrorists shot a trader in Batala on Sunday.', { groups: [] }],
    [
      'Revolutionary Armed Forces of Colombia (FARC) fighters shelled a police post in Toribio on Sunday.',
      { groups: ['Revolutionary Armed Forces of Colombia'] },
    ],
    ['A student stabbed two visitors at a fair in Ulm on Sunday.', { individuals: ['student'], victims: ['visitors'] }],
    [
      'A gunman opened fire in a bar in Ulm on Sunday. Police named the gunman on Monday as Karl Brandt.',
      { individuals: ['gunman', 'Karl Brandt'] },
    ],
    [
      'Gunmen shot eleven people in a mosque in Kano on Sunday, most of them students.',
      { victims: ['people', 'students'] },
    ],
    [
      'A bomber blew himself up among mourners at a grave in Kano on Sunday.',
      { victims: ['mourners'], targets: ['grave'], site: 'grave' },
    ],
    [
      'Police are hunting those who shot nine people in a bar in Kano. Gunmen came on motorcycles on Sunday.',
      { date: '2023-03-12' },
    ],
  ])('%s', (text, expected) => {
    expect(slots(text)).toMatchObject(expected);
  });
});
