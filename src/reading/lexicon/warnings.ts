/** How warnings are worded: verbs and nouns of telling, to whom it may be told, and what people are told to do. */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** What a way of telling must have beside it to be a warning: word of a danger, advice to take care, or word of a danger to come. */
export type Need = 'danger' | 'care' | 'coming';

/** How a verb tells somebody of a danger. */
export interface Telling {
  /** Where those told stand: "object", or behind these prepositions. */
  told: ReadonlySet<string>;
  /** One of these must be there. */
  needs: readonly Need[];
  /** What must be the object (or behind `by`), by its head: "share information", "issue an alert"; any verb's where null. */
  object: ReadonlySet<string> | null;
}

/** Nouns for warnings made known. */
export const ADVISORIES = words(
  'advisory alert warning bulletin notice advice alarm caution notam circular notification tip tip-off message forewarning heads-up advisories reminder guidance',
);
/** What is passed on that may be a warning. */
export const PASSED = words(
  `information intelligence warning tip tip-off substance memorandum detail message report alert note letter memo dossier file cable telegram communique word notice
  assessment concern suspicion fear remark input advisory bulletin caution lead finding`,
);
/** Papers that speak for who wrote them. */
export const PAPERS = words(
  'advisory alert warning bulletin notice message statement letter memo memorandum report note circular e-mail email leaflet post tweet text assessment cable dossier website',
);
const GUARD = words('alert notice guard standby lookout');

const OBJECT = words('object');
const OBJECT_ON = words('object on upon to of with');
const TO_WITH = words('to with');
const FOR_TO = words('to for');

const telling = (
  told: ReadonlySet<string>,
  needs: readonly Need[],
  object: ReadonlySet<string> | null = null,
): Telling => ({
  told,
  needs,
  object,
});

/** The ways of telling by verb (lemma, with its particle where it needs one). A verb may tell in several ways; the first that fits holds. */
const TELLINGS: [string, ...Telling[]][] = [
  ['warn caution forewarn', telling(OBJECT, ['danger', 'care'])],
  ['alert', telling(OBJECT, ['danger', 'care'])],
  ['inform notify tip tip_off apprise brief advise tell', telling(OBJECT, ['coming'])],
  ['call appeal beg plead demand recommend require', telling(OBJECT_ON, ['care'])],
  [
    `urge advise tell ask order instruct counsel encourage remind implore beseech exhort direct request enjoin bid admonish command
    invite entreat`,
    telling(OBJECT, ['care']),
  ],
  [
    'share pass pass_on give send relay forward convey hand hand_over provide deliver communicate transmit supply route pass_along circulate raise submit',
    telling(TO_WITH, ['danger'], PASSED),
  ],
  [
    `issue publish release post send put_out give circulate follow repeat renew update extend reissue sound broadcast telephone phone telex deliver convey air relay make transmit
    announce disseminate distribute call_in phone_in radio send_out raise upgrade amend change revise tighten harden toughen lead prompt put_up issue_out`,
    telling(FOR_TO, ['danger', 'care'], ADVISORIES),
  ],
  ['put place have keep', telling(OBJECT, ['danger'], GUARD)],
  ['flag report denounce refer signal', telling(words('to'), ['danger'])],
];
export const TELLING: ReadonlyMap<string, readonly Telling[]> = TELLINGS.reduce((map, [verbs, ...tellings]) => {
  for (const verb of verbs.trim().split(/\s+/)) map.set(verb, [...(map.get(verb) ?? []), ...tellings]);
  return map;
}, new Map<string, Telling[]>());

/** "telephoned warnings": tools of callers, who may be of a group. */
export const RINGING = words('telephone phone call give make send ring call_in phone_in radio');
/** "raised its alert to the highest level" sets a level; these need words of travel or of warning. */
export const LEVELLING = words('raise upgrade amend change revise tighten harden toughen lead prompt follow');
/** "telephoned the station and said that": verbs by which a warning is rung in. */
export const REACHING = words(
  'ring rang phone call telephone contact e-mail email text radio telegraph write reach visit approach',
);
/** Verbs of those to whom a warning comes. */
export const RECEIVING = words('receive get obtain have intercept');
/** Of a message: "went from X to Y", "reached Z". */
export const GOING = words('go come pass reach arrive hand_over deliver send flow circulate');

/** Verbs by which people turn to those who protect them, and who that is. */
export const TURNING = words(
  'report contact phone call approach notify tip_off telephone e-mail write complain ring rang inform alert email text go turn',
);
export const PROTECTORS = words(
  `police authority hotline service mi5 fbi officer constabulary intelligence embassy consulate gendarmerie army force military council ministry airport airline hotel newspaper station broadcaster
  television radio agency hospital samaritan switchboard`,
);

/** What people are told to do about a danger, by lemma of the verb (with its particle where it needs one). */
export const CARE = words(`
  leave avoid evacuate flee stay_away stay_out stay_indoors keep_away move_away get_out stay_home shelter reconsider depart keep_clear steer_clear keep_out stay_off keep_off
  defer cancel postpone hide relocate withdraw move_out get_away lie_low put_off refrain beware disperse go_home stand_clear look_out watch_out watch_for heed reschedule shun vacate
`);
/** Verbs and what makes care of them: "be vigilant", "exercise caution", "remain indoors", "keep a low profile". */
export const CAREFUL: ReadonlyMap<string, ReadonlySet<string>> = (
  [
    [
      'be stay remain keep become act',
      `watchful vigilant alert careful cautious guard lookout security-conscious aware wary observant prepared indoors home inside away clear off profile safe mindful out hidden ashore outside north south east west
        watch distance low abreast informed put`,
    ],
    [
      'exercise take use show observe practise practice apply',
      'caution care precaution precautions vigilance caution shelter cover measure measures heed restraint',
    ],
    ['seek find', 'shelter safety cover refuge'],
    ['look', 'out for place'],
    [
      'increase step_up heighten raise tighten strengthen review maintain reinforce vary beef_up',
      'checks screening searches patrols vigilance security awareness precaution precautions route routes guard caution plans plan alertness',
    ],
    [
      'minimise minimize limit restrict reduce curtail keep',
      'movement movements travel trips exposure visits travelling minimum',
    ],
    ['pay', 'attention'],
    ['lock close shut', 'doors door gates gate'],
    ['put post hire deploy station', 'guard guards steward stewards barriers bollards detectors'],
    ['steer', 'clear'],
    ['keep', 'wits eyes gates doors locked'],
    ['report', 'suspicious packages parcels anything strangers bags luggage vehicles'],
    ['search check inspect screen', 'bags visitors vehicles cars luggage device devices bombs incendiary explosives'],
    ['hold', 'indoor indoors'],
    ['move', 'away indoors'],
    ['have', 'plan'],
    ['travel', 'convoy convoys pairs'],
    ['think consider', 'twice carefully leaving'],
    ['monitor follow', 'news media situation instructions advice local'],
  ] as const
).reduce((map, [verbs, list]) => {
  for (const verb of verbs.split(/\s+/)) map.set(verb, new Set([...(map.get(verb) ?? []), ...words(list)]));
  return map;
}, new Map<string, ReadonlySet<string>>());
/** What people are told not to do: "not to travel", "against visiting". */
export const SHUNNED = words(
  'travel go visit gather attend move fly enter use venture come approach assemble sail cross wear linger congregate movement lower drop drive walk stay trip journey visits travelling',
);
/** Advice that is a noun: "advised caution", "urged vigilance". */
export const CARE_NOUNS = words('caution vigilance evacuation care alertness watchfulness');

/** Whoever may be told to take care: people and their ships, by the head of the phrase. */
export const ADDRESSEES = words(`
  citizen national resident public people american briton tourist traveller traveler visitor staff ship vessel worshipper student foreigner
  westerner expatriate community employee family member personnel household inhabitant follower driver crew airline operator organisation organization company everybody everyone anyone commuter motorist passenger parent spectator pilgrim trader
  candidate haulier hotelier prospector trucker guest holidaymaker backpacker hiker worshiper congregation churchgoer trucker master captain crewman seaman
  villager islander fisherman fan voter civilian muslim jew christian business firm farmer herder journalist worker shopper subject compatriot
  countryman mariner shipping seafarer carrier pilot subscriber townspeople client owner partner staff driver australian canadian german israeli local customer kenyan shopkeeper reader faithful population
`);

/** Verbs by which the next sentence goes on with the same warning: "It listed…", "It named…". */
export const CONTINUING = words(
  'list name identify mention add speak say cite warn advise recommend tell note point urge include specify describe read',
);
/** Nouns for the danger spoken of, and what makes them a warning. */
export const RISKS = words('risk threat danger likelihood possibility');
export const RAISED = words(
  'elevated increased high heightened higher acute significant substantial continuing ongoing constant strong considerable raised credible imminent serious specific grave real severe high-level growing',
);
export const SPEAKING = words('speak say tell report cite mention note state announce');
/** Of what is to come: "was planning to", "might", "is about to". */
export const PLANNING = words(
  'plan plot prepare intend mean want threaten vow aim mass gather gear_up get seek want hide stockpile assemble slip infiltrate enter arrive head plant come approach',
);

/** Those who call to give warning, known or not. */
export const CALLERS = words('caller voice informant informer tipster');
/** Bodies and people that are told much by way of testimony and news: to tell them is not yet to warn them. */
export const HEARERS = words(
  `senator reporter journalist lawmaker congress senate parliament court tribunal judge mp deputy committee commission legislator assembly hearing jury bbc cnn newspaper media press
  interviewer correspondent broadcaster radio television congressman storting bundestag council`,
);
/** Words with which advice in direct speech opens. */
export const IMPERATIVES = words(
  'stay avoid leave keep remain be seek do run hide go get evacuate don take look beware exercise lock shelter do',
);

/** Other dangers than violence: advice against them is no warning of an attack. */
export const HAZARDS = words(
  `accident leak warehouse cyanide chemical crash derailment precaution storm flood flooding earthquake quake hurricane cyclone typhoon volcano eruption tsunami heatwave virus disease epidemic pandemic outbreak covid measles ebola cholera wildfire landslide
  avalanche snow ice weather pollution hurricane rain lava tornado drought mudslide smog tyre tire blackout`,
);

/** What an office's own alert is headed with. */
export const ALERT_TITLES =
  /\b(?:(?:bulletin|message|notice) (?:for|to) [A-Z]\w+|security (?:alert|message|notice|bulletin)|travel (?:advisory|advice|alert|warning)|emergency (?:message|alert)|still current at|worldwide caution|(?:terrorism|terror|threat|safety|demonstration|bomb) (?:alert|advisory|warning|bulletin)|warden message|message (?:for|to) (?:u\.?s\.? )?citizens|security and safety alert|alert:|level [1-4]: \w+)/i;
