import { describe, expect, test } from 'vitest';
import { read } from '../../src/reading/read.js';
import { reportOf } from './report.js';

function reading(text: string, published: string | null = '2024-03-08') {
  const result = read(reportOf(text, published));
  const actor = (id: string | null) => result.actors.find((a) => a.id === id)?.name ?? null;
  const place = (id: string | null) => result.places.find((p) => p.id === id)?.name ?? null;
  return { ...result, actor, place };
}

describe('warnings', () => {
  test('say who told whom, when, and what to keep away from', () => {
    const { warnings, actor } = reading(
      'NAIROBI, March 8, 2024 - On Thursday the U.S. embassy asked Americans to keep away from hotels and markets because further attacks are possible.',
    );
    expect(warnings).toHaveLength(1);
    const [warning] = warnings;
    expect(actor(warning!.issuer)).toMatch(/embassy/i);
    expect(warning!.recipients.map(actor)).toEqual(['Americans']);
    expect(warning!.audience).toBe('public');
    expect(warning!.issued?.start).toBe('2024-03-07');
    expect(warning!.about.targets).toEqual(['hotels', 'markets']);
  });

  test('from state to state are private, and tell under what duty', () => {
    const { warnings, actor } = reading(
      'Militants were planning to bomb a theatre in Moscow. Washington shared this information with Russian authorities under its duty to warn.',
    );
    expect(warnings).toMatchObject([{ audience: 'private', authority: 'duty to warn' }]);
    expect(warnings[0]!.recipients.map(actor)).toEqual([expect.stringMatching(/Russia/)]);
  });

  test('do not take the day of what they warned of for their own', () => {
    const { warnings } = reading(
      'Before the bombing of the market in Quetta on 3 January, Washington warned Pakistan that militants were planning an attack there.',
    );
    expect(warnings).toMatchObject([{ issued: null }]);
  });

  test('in a list of days are of the day that opens the entry', () => {
    const { warnings } = reading(
      'A month of alarms\n\n- **2 March.** Gunmen kill a guard in Nairobi.\n- **5 March.** Kenya closes a mall. The U.S. embassy warns Americans to avoid malls in Nairobi.\n',
    );
    expect(warnings.map(({ issued }) => issued?.start)).toEqual(['2024-03-05']);
  });

  test('of an alert are the office’s own, on its day', () => {
    const { warnings, place } = reading(
      'Security Alert: U.S. Embassy Nairobi, Kenya\nMarch 8, 2024\n\nLocation: Nairobi\n\nEvent: Terrorists may attack hotels in Nairobi.\n\nActions to take:\n- Avoid crowds.\n- Stay alert.\n',
    );
    expect(warnings).toHaveLength(1);
    expect(place(warnings[0]!.about.place)).toBe('Nairobi');
    expect(warnings[0]!.issued?.start).toBe('2024-03-08');
  });

  test('reach those to whom a letter, a call or a tip goes', () => {
    const told = (text: string) => {
      const { warnings, actor } = reading(text);
      return warnings.map(({ issuer, recipients }) => [actor(issuer), recipients.map(actor)]);
    };
    expect(
      told('An anonymous caller told a Belfast radio station that a device had been left outside the courthouse.'),
    ).toEqual([['anonymous caller', ['Belfast radio station']]]);
    expect(
      told('The mining firm, Helvor, said it had been told by the French embassy that its convoys were being watched.'),
    ).toEqual([['French embassy', ['mining firm']]]);
    expect(
      told('The FBI sent a bulletin to police departments, warning that extremists could attack substations.'),
    ).toEqual([['Federal Bureau of Investigation', ['police departments']]]);
    expect(told('The mayor was told by detectives that his name was on a hit list of the Red Brigades.')).toEqual([
      ['detectives', ['mayor']],
    ]);
  });

  test('of an advisory name the targets that it lists, and none comes of a storm', () => {
    const { warnings } = reading(
      'Foreign travel advice: Chad\n\nTerrorists are likely to try to carry out attacks in Chad. Likely targets include markets, places of worship, police stations and hotels. You should avoid large crowds.\n\nThe Foreign Ministry advises against all travel to the Lac region.\n',
    );
    expect(warnings[0]?.about.targets).toEqual(['markets', 'places of worship', 'police stations', 'hotels']);
    expect(
      reading(
        'Weather Alert: Hurricane Ida\nU.S. Embassy Havana, Cuba\nMarch 8, 2024\n\nEvent: Ida may strike western Cuba on Monday.\n\nActions to take:\n- Monitor local radio.\n- Stay away from windows.\n',
      ).warnings,
    ).toEqual([]);
  });

  test('are not read out of bombs without warning, nor out of advice about accidents', () => {
    expect(reading('A bomb went off without warning in Madrid.').warnings).toEqual([]);
    expect(reading('The ministry urged drivers to use winter tyres.').warnings).toEqual([]);
  });
});

describe('ways of warning', () => {
  const cases: [text: string, issuer: RegExp | null, told: string[], audience: 'public' | 'private'][] = [
    ['The FBI notified the synagogue of a bomb threat on Friday.', /Federal/, ['synagogue'], 'private'],
    [
      'Police in Leeds were tipped off by a neighbour that the men were stockpiling explosives.',
      /neighbour/,
      ['Police'],
      'private',
    ],
    ['The health ministry put hospitals on alert for a possible attack.', /health ministry/, ['hospitals'], 'private'],
    [
      'Despite a warning from the CIA to Spanish police of an attack on a nightclub, no guards were posted.',
      /Central/,
      ['Spanish police'],
      'private',
    ],
    [
      'Gunmen attacked a market. Residents should stay away from the market, the governor said.',
      /governor/,
      ['Residents'],
      'public',
    ],
    [
      'Canada advised its citizens against visiting Sri Lanka because of the threat of further bombings.',
      /Canad/,
      ['its citizens'],
      'public',
    ],
    [
      'MI5 had received a tip from Israel’s Mossad that Hezbollah was planning to bomb an embassy.',
      /Mossad/,
      ['MI5'],
      'private',
    ],
    ['The embassy’s alert said that militants could strike hotels used by foreigners.', /embassy/, [], 'public'],
    [
      'A memo from the interior ministry to governors warned of suicide attacks on churches.',
      /interior ministry/,
      ['governors'],
      'private',
    ],
    ['The IRA telephoned a warning to a newspaper before the bomb exploded.', /Irish/, ['newspaper'], 'private'],
    ['Airlines were told to avoid Malian airspace because militants have missiles.', null, ['Airlines'], 'public'],
  ];
  test.each(cases)('%s', (text, issuer, told, audience) => {
    const { warnings, actor } = reading(text);
    expect(warnings[0]).toMatchObject({ audience });
    if (issuer) expect(actor(warnings[0]!.issuer)).toMatch(issuer);
    else expect(warnings[0]!.issuer).toBeNull();
    expect(warnings[0]!.recipients.map(actor)).toEqual(told);
  });

  test.each([
    'No warning was given before the bomb went off.',
    'The minister warned that inflation would hurt the poor.',
    'The ministry urged residents to stay indoors because of the storm.',
    'The general told senators that al-Shabaab wants to attack the United States.',
  ])('none: %s', (text) => {
    expect(reading(text).warnings).toEqual([]);
  });
});

describe('wordings of threats', () => {
  const cases: [text: string, actor: string | null, type: string, against: string[]][] = [
    ['Hamas has vowed to step up its attacks on Israeli soldiers.', 'Hamas', 'intent', ['Israeli soldiers']],
    ['The ability of Al-Shabaab to carry out attacks on hotels has grown.', 'Al-Shabaab', 'capability', ['hotels']],
    ['ISIS-K has made plans for attacks on European airports.', 'ISIS-K', 'plotting', ['European airports']],
    [
      'Boko Haram threatened to sell the girls and to attack more schools.',
      'Boko Haram',
      'intent',
      ['girls', 'more schools'],
    ],
    ['Al-Shabaab has vowed to keep striking Kenya.', 'Al-Shabaab', 'intent', ['Kenya']],
    [
      'The Taliban said schools, hospitals and clinics would be targeted.',
      'Taliban',
      'intent',
      ['schools', 'hospitals', 'clinics'],
    ],
    ['Al-Shabaab promised to turn Nairobi into a graveyard.', 'Al-Shabaab', 'intent', ['Nairobi']],
    ['The Islamic State group called for attacks on churches.', 'Islamic State', 'incitement', ['churches']],
    ['The risk of attacks by the New IRA on prison officers remains.', 'New IRA', 'level', ['prison officers']],
    ['The Houthis have declared tankers military targets.', 'Houthis', 'intent', ['tankers']],
    [
      'If they were not freed, Abu Sayyaf said on Telegram, the captives would be put to death.',
      'Abu Sayyaf Group',
      'intent',
      ['captives'],
    ],
    [
      'JNIM will almost certainly keep attacking convoys.',
      "Jama'at Nusrat al-Islam wal-Muslimin",
      'intent',
      ['convoys'],
    ],
    ['Hamas has not abandoned its aim of striking embassies.', 'Hamas', 'intent', ['embassies']],
    ['Hamas fighters are likely to try to kidnap soldiers.', 'Hamas', 'intent', ['soldiers']],
    ['Boko Haram continues to pose a serious threat to civilians.', 'Boko Haram', 'level', ['civilians']],
    ['The Houthis warned of more attacks on ships in the Red Sea.', 'Houthis', 'intent', ['ships']],
    ['A video by ISIS-K urged lone wolves to derail trains.', 'ISIS-K', 'incitement', ['trains']],
    ['The Taliban gave teachers a week to leave.', 'Taliban', 'intent', ['teachers']],
    ['Hamas is regarded as a threat to tourists.', 'Hamas', 'level', ['tourists']],
  ];
  test.each(cases)('%s', (text, who, type, against) => {
    const { threats, actor } = reading(text);
    expect(threats.map((threat) => [actor(threat.actor), threat.type, threat.against])).toEqual([[who, type, against]]);
  });

  test.each([
    'Hamas has abandoned its aim of killing judges.',
    'The FARC planned to attack the palace in 2002.',
    'He was convicted of plotting to bomb a stadium for Hamas.',
    'The army vowed to crush Boko Haram.',
    'Hamas did not threaten civilians.',
  ])('none: %s', (text) => {
    expect(reading(text).threats).toEqual([]);
  });
});

describe('threats', () => {
  test('tell ability from intent and from preparation, and who says so', () => {
    const { threats, actor } = reading(
      'Gen. Michael Kurilla said that ISIS-K could carry out attacks against Western interests. Al-Shabaab wants to attack the United States. Hamas is plotting attacks on embassies.',
    );
    expect(threats.map(({ actor: id, type, against, by }) => [actor(id), type, against, actor(by)])).toEqual([
      ['ISIS-K', 'capability', ['Western interests'], 'Michael Kurilla'],
      ['Al-Shabaab', 'intent', ['United States'], null],
      ['Hamas', 'plotting', ['embassies'], null],
    ]);
  });

  test('include stated levels, of no actor', () => {
    expect(reading('The UK threat level is unchanged at severe.').threats).toMatchObject([
      { type: 'level', actor: null, against: ['UK'] },
    ]);
  });

  test('are not what was done, what cannot be done, nor what teams may do', () => {
    expect(reading('ISIS-K attacked a hall. ISIS-K cannot attack the United States.').threats).toEqual([]);
    expect(reading('Brazil could attack from the left wing.').threats).toEqual([]);
  });
});

describe('slots of warnings told of an attack', () => {
  const ATTACK =
    'Militants of Islamic State killed nine people in a bomb attack in Bamako on 12 March 2024. The bombing was the worst by the extremists. ';
  const one = (text: string) => {
    const result = reading(ATTACK + text, '2024-03-25');
    expect(result.warnings).toHaveLength(1);
    return { warning: result.warnings[0]!, actor: result.actor, place: result.place };
  };

  test('count the day of issue from that of the attack', () => {
    const { warning } = one(
      'The embassy had warned its nationals two days before the attack that hotels could be hit.',
    );
    expect(warning.issued).toMatchObject({ start: '2024-03-10', end: '2024-03-10' });
    expect(warning.about.targets).toEqual(['hotels']);
  });

  test('set the danger where the attack was, not where it came from', () => {
    const { warning, place } = one('The president cautioned the public that bombers had slipped in from Niger.');
    expect(place(warning.about.place)).not.toBe('Niger');
  });

  test.each([
    ['The army told malls and churches to search bags.', ['malls', 'churches']],
    [
      'Kenyans ought to stay vigilant at bus stations and in churches, the ministry said.',
      ['bus stations', 'churches'],
    ],
    [
      'The agency warned that terrorists could target places where foreigners gather, such as hotels and restaurants.',
      ['hotels', 'restaurants'],
    ],
    [
      'The British embassy warned that public transport and schools were possible targets.',
      ['public transport', 'schools'],
    ],
  ])('%s', (text, targets) => {
    expect(one(text).warning.about.targets).toEqual(targets);
  });

  test.each([
    ['Shipowners were advised by the navy to keep clear of the Gulf of Aden.', /navy/],
    ['The army said it had warned residents that an attack was coming.', /army/],
    ['The government ignored warnings from India about an attack on churches.', /India/],
    ['"Please remain vigilant and avoid crowded places," the interior ministry said on its website.', /ministry/],
  ])('%s', (text, issuer) => {
    const { warning, actor } = one(text);
    expect(actor(warning.issuer)).toMatch(issuer);
  });

  test('are not read out of a denial', () => {
    expect(reading(`${ATTACK}Officials denied that they had been warned of the attack.`).warnings).toEqual([]);
  });
});

describe('threats by what is expected, ordered and tried again', () => {
  test.each([
    ['Further attacks by Boko Haram on schools cannot be ruled out, the army said.', 'capability', ['schools']],
    ['ISIS-K said it would try again.', 'intent', []],
    ['The Taliban warned teachers not to cooperate with the government.', 'intent', ['teachers']],
    ['Boko Haram leader Abubakar Shekau warned that schools would be attacked.', 'intent', ['schools']],
    [
      'Al-Qaeda urged Muslims to attack American, French and British interests.',
      'incitement',
      ['American, French and British interests'],
    ],
    ['ISIS-K has shown the ability to hit airports.', 'capability', ['airports']],
  ])('%s', (text, type, against) => {
    expect(reading(text).threats).toMatchObject([{ type, against }]);
  });
});
