/** Nouns for groups, offices and peoples, in names ("Giza Popular Resistance") and in plain words ("the interior ministry"). */
import type { ActorKind } from '../../vocabulary.js';

const words = (text: string): string[] => text.trim().split(/\s+/);

/** Words in a name that make it the name of an armed group. */
export const GROUP_NAME_WORDS: ReadonlySet<string> = new Set(
  words(`
  brigade brigades front liberation resistance jihad ansar jaish jaysh jamaat jama'at jamaah jemaah harakat harakah haraka lashkar hizb hezb
  tehrik tehreek katibat katiba liwa mujahideen mujahidin mujahedin mujahedeen fedayeen fidayeen tigers commandos martyrs militia guerrilla guerrillas cell
  vanguard shura tanzim jund junud saraya asaib kataib sipah frente ejercito fuerzas movimiento comando columna
  insurgent insurgency caliphate emirate lions avengers
  gerakan pasukan barisan tentara fuerza frente fronte brigate falange usud ashab kataeb kateeb ketiba ittihad harkat harkatul jamaatul jamiat
`),
);

/** Weaker ones: a group only where nothing else in the name makes it an office or a party. */
export const WEAK_GROUP_WORDS: ReadonlySet<string> = new Set(
  words('army movement squad battalion column faction legion'),
);

/** What a name ends in, and what it then is. */
const NAME_HEADS: [ActorKind, string][] = [
  [
    'agency',
    `ministry department office agency service services court tribunal police constabulary gendarmerie navy guard guards embassy consulate command bureau
    treasury directorate commissariat forces force corps army council-of-ministers prosecutor administration parliament senate pentagon authority intelligence`,
  ],
  [
    'organisation',
    `council committee commission nations organization organisation association party congress bank foundation company corporation corp inc ltd
    institute observatory society federation union league institution press agency-news times post journal media
    newspaper broadcaster airlines airways airline team conference alliance coalition assembly fund watch group`,
  ],
  ['government', 'government administration regime junta kremlin'],
];
export const BODY_HEADS: ReadonlyMap<string, ActorKind> = new Map(
  NAME_HEADS.flatMap(([kind, list]) => words(list).map((word) => [word, kind] as [string, ActorKind])),
);

/** Nouns for actors that have no name, by lemma: what kind of actor they make. */
const COMMON: [ActorKind, string][] = [
  [
    'agency',
    `police army navy military force troop ministry embassy consulate intelligence prosecutor prosecution court agency service department investigator
    office directorate prefecture ombudsman headquarters mission
    gendarmerie guard officer detective soldier bureau command coalition commando sapper marine peacekeeper parliament jawan crpf`,
  ],
  ['government', 'government administration regime cabinet state authority official junta leadership kremlin country'],
  [
    'group',
    `militant gunman rebel insurgent fighter terrorist guerrilla attacker jihadist jihadi extremist militia militiaman cell follower supporter
    group organisation organization movement faction network outfit cult assailant separatist bomber hijacker kidnapper pirate gang affiliate branch wing
    offshoot splinter arm subgroup battalion brigade column squad ring sect anarchist neo-nazi maoist naxalite tribesman nationalist radical islamist
    fundamentalist supremacist secessionist skinhead neo-fascist dissident`,
  ],
  [
    'population',
    `citizen national resident foreigner tourist people public traveller traveler community villager local civilian worshipper visitor student
    expatriate passenger inhabitant user ship vessel driver neighbour believer unbeliever infidel crusader westerner jew christian muslim shiite shia sunni
    teacher worker parent pupil staff customer fan spectator pilgrim reader`,
  ],
  [
    'organisation',
    `party council committee union commission company media newspaper observatory association team church bank expert analyst commentator
    firm university school hospital airline operator charity utility
    source document assessment leaflet report statement study observer researcher`,
  ],
];
export const COMMON_ACTORS: ReadonlyMap<string, ActorKind> = new Map(
  COMMON.flatMap(([kind, list]) => words(list).map((word) => [word, kind] as [string, ActorKind])),
);

/** Nouns that, after a demonym or a country, name an office: "Kenyan police", "the U.S. embassy". */
export const OFFICE_NOUNS: ReadonlyMap<string, ActorKind> = new Map<string, ActorKind>([
  ...words(
    `police army navy military forces force troops ministry embassy embassies consulate intelligence prosecutors prosecutor court agency service services
    department investigators gendarmerie guard soldiers bureau command marines peacekeepers parliament police-force commandos security counterpart warplanes jets
    embassy navy`,
  ).map((word) => [word, 'agency'] as [string, ActorKind]),
  ...words('government authorities administration regime officials leadership cabinet').map(
    (word) => [word, 'government'] as [string, ActorKind],
  ),
]);

/** Nouns that, after a demonym or a country, name a people. */
export const POPULATION_NOUNS: ReadonlySet<string> = new Set(
  words(
    'citizens nationals residents people tourists travellers travelers civilians expatriates passengers citizen population personnel students',
  ),
);

/** Nouns that refer back to an armed group named before. */
export const GROUP_REFERENCES: ReadonlySet<string> = new Set(
  words(
    'group organisation organization movement militants rebels insurgents guerrillas fighters faction network outfit militia cult terrorists extremists jihadists gang cell band ring separatists',
  ),
);

/** Nouns right before a name that say it is a group's: "the cult Aum Shinrikyo", "rebels of the …". */
export const GROUP_NOUNS_BEFORE: ReadonlySet<string> = new Set(
  words(
    'group organisation organization movement rebels guerrillas faction outfit militia cult sect militants insurgents gang cell',
  ),
);

/** Plural heads before "of" that only armed bands have in their names: "Sons of the Levant", "Wolves of Anbar". */
export const BAND_HEADS: ReadonlySet<string> = new Set(
  words(
    'sons lions wolves knights soldiers helpers defenders partisans avengers companies eagles hawks falcons scorpions guardians supporters battalions swords grandsons warriors martyrs sentinels',
  ),
);

/** Nouns right behind a name for those who fight under it: "Kuki National Command militants". */
export const FIGHTERS_AFTER: ReadonlySet<string> = new Set(
  words(
    'fighters militants rebels gunmen insurgents guerrillas jihadists jihadis militiamen terrorists extremists separatists',
  ),
);

/** Nouns behind a name, or in an apposition to it, that alone say that it is an armed group's. */
export const BANDS_AFTER: ReadonlySet<string> = new Set(
  words('gang militia faction outfit cell cult sect column brigade battalion squad'),
);
/** Nouns that say so with an adjective of arms before them: "the Black Lotus militant group". */
export const GROUPS_AFTER: ReadonlySet<string> = new Set(
  words('group organisation organization movement network force alliance coalition umbrella'),
);
export const ARMED: ReadonlySet<string> = new Set(
  words(
    'militant rebel armed terrorist terror jihadist jihadi insurgent separatist guerrilla extremist islamist paramilitary splinter breakaway secessionist neo-nazi maoist far-right',
  ),
);

/** Words of a struggle in a name, in several languages: "Union for the Salvation of …", "… défense du Congo". */
export const STRUGGLE_WORDS: ReadonlySet<string> = new Set(
  words(
    `defence defense defensa defensas liberacion liberation revolutionary revolutionaries revolucionario revolucionarias revolution patriots
    patriotes patriotas combatants combattants combatientes fighters armed armada armadas armee forces resistance resistencia salvation salvacion
    salut struggle independence independance secession libertadora guerrillera volunteers volontaires mujahideen autodefensas mayi mai`,
  ),
);
/** Heads of a longer name that is a group's where nothing says that it is an office's. */
export const BODY_OF: ReadonlySet<string> = new Set(words('conseil coordination congres rassemblement mouvement'));

/** Verbs right before the name of a group: "had founded X", "the ministry proscribed X". */
export const FORMING: ReadonlySet<string> = new Set(
  words(
    `founded co-founded cofounded founds founding established proscribed proscribes outlawed outlaws disbanded infiltrated infiltrate rejoined rejoin quit headed
    heads commands led leads joined join joining joins banned`,
  ),
);
/** "fighters of X", "allegiance to X", "the ranks of X": before the preposition; only armed groups have them. */
export const MEMBERS_OF: ReadonlySet<string> = new Set(
  words(
    `fighters fighter militants militant gunmen guerrillas guerrilla rebels insurgents emir amir ranks cell cells offshoot splinter allegiance loyalty oath
    bayah wing faction remnants operatives operative jihadists commanders cadres militiamen couriers combatants affiliate`,
  ),
);
/** Of them and of others: leaders, members. */
export const LEADERS_OF: ReadonlySet<string> = new Set(
  words(
    'leader leaders leadership head chief chiefs member members founder founders commander spokesman supporters supporter followers branch boss membership successor rival ally',
  ),
);
/** Behind a name that may be a group's: "X commander", "X members". */
export const RANKS_AFTER: ReadonlySet<string> = new Set(
  words(
    'leader leaders commander commanders members member spokesman founder operatives cells cadres couriers camps guerrilla militant rebel',
  ),
);
/** Verbs of claims and oaths before "responsibility" and "allegiance". */
export const GROUP_CLAIMS: ReadonlySet<string> = new Set(words('claim pledge swear take'));

/** Owners inside a name: "People's Defence Front", "Lord's Resistance Army". */
export const OWNERS_IN_NAMES: ReadonlySet<string> = new Set(
  words('people peoples lord worker workers women farmers peasants students citizens soldiers martyrs lawyers'),
);

/** Offices a later "the ministry", "the department" refers back to. */
export const OFFICE_REFERENCES: ReadonlySet<string> = new Set(
  words(
    'ministry department embassy court agency service force command council commission office bureau committee union party army observatory team police',
  ),
);
