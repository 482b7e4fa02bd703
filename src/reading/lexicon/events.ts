/**
 * Words that tell of an act of violence: what type of attack (GTD) and weapon they say by themselves, and how sure they
 * are to tell of one. Extend the tables; the code reads nothing else.
 */
import type { IncidentType, Outcome, WeaponType } from '../vocabulary.js';

export interface EventWord {
  type: IncidentType;
  weapon: WeaponType | null;
  /** What the word says became of its object or of "of …": "killed X", "the murder of X". */
  outcome: Outcome | null;
  /**
   * `strong` tells of an incident by itself; `weak` ("killed", "struck", "fired") needs a perpetrator, a weapon or
   * another sign of violence in its clause, else it only adds to an incident that is told already.
   */
  strength: 'strong' | 'weak';
}

type Row = [
  words: string,
  type: IncidentType,
  weapon: WeaponType | null,
  outcome: Outcome | null,
  strength: 'strong' | 'weak',
];

const table = (rows: Row[]): ReadonlyMap<string, EventWord> =>
  new Map(
    rows.flatMap(([words, type, weapon, outcome, strength]) =>
      words
        .split(/\s+/)
        .map((word) => [word.replaceAll('_', ' '), { type, weapon, outcome, strength }] as [string, EventWord]),
    ),
  );

/** By base form, with the particle where it takes one ("blow_up"). */
export const EVENT_VERBS = table([
  ['attack assail waylay ransack', 'unknown', null, null, 'strong'],
  ['assault storm overrun raid', 'armed-assault', null, null, 'strong'],
  ['ambush', 'armed-assault', null, null, 'strong'],
  ['bomb firebomb dynamite car-bomb', 'bombing', 'explosives', null, 'strong'],
  ['detonate explode blow_up set_off go_off', 'bombing', 'explosives', null, 'strong'],
  ['shell mortar rocket', 'bombing', 'explosives', null, 'strong'],
  ['gun_down machine-gun machinegun', 'armed-assault', 'firearms', 'killed', 'strong'],
  ['shoot_dead', 'armed-assault', 'firearms', 'killed', 'strong'],
  ['open_fire', 'armed-assault', 'firearms', null, 'strong'],
  ['shoot strafe rake pepper', 'armed-assault', 'firearms', null, 'strong'],
  ['fire', 'armed-assault', 'firearms', null, 'weak'],
  ['stab knife hack slash', 'armed-assault', 'melee', null, 'strong'],
  ['behead decapitate strangle throttle lynch', 'armed-assault', 'melee', 'killed', 'strong'],
  ['beat maul club bludgeon', 'unarmed-assault', 'melee', null, 'weak'],
  ['ram plough plow run_over', 'armed-assault', 'vehicle', null, 'strong'],
  ['mow_down cut_down', 'armed-assault', null, 'killed', 'strong'],
  ['assassinate', 'assassination', null, 'killed', 'strong'],
  ['murder massacre slaughter execute butcher', 'armed-assault', null, 'killed', 'strong'],
  ['slay', 'unknown', null, 'killed', 'weak'],
  ['kill martyr', 'unknown', null, 'killed', 'weak'],
  ['wound injure hurt', 'unknown', null, 'injured', 'weak'],
  ['kidnap abduct', 'kidnapping', null, 'kidnapped', 'strong'],
  ['hijack commandeer', 'hijacking', null, null, 'strong'],
  ['torch firebomb burn_down set_fire set_alight ignite', 'facility-attack', 'incendiary', null, 'strong'],
  ['burn', 'facility-attack', 'incendiary', null, 'weak'],
  ['gas poison', 'unarmed-assault', 'chemical', null, 'strong'],
  ['sabotage vandalize vandalise', 'facility-attack', 'sabotage', null, 'weak'],
  ['derail', 'facility-attack', 'sabotage', null, 'weak'],
  [
    'target hit strike destroy damage wreck rip tear demolish flatten gut cripple maim topple bring_down knock_down tear_down',
    'unknown',
    null,
    null,
    'weak',
  ],
]);

/** By singular. Compounds ("suicide bombing", "car bomb attack") take the rest from the words before. */
export const EVENT_NOUNS = table([
  ['assault', 'armed-assault', null, null, 'strong'],
  ['attack atrocity outrage carnage bloodbath bloodshed onslaught rampage', 'unknown', null, null, 'strong'],
  ['bombing bombardment car-bombing', 'bombing', 'explosives', null, 'strong'],
  ['explosion blast detonation', 'bombing', 'explosives', null, 'strong'],
  ['shooting gunfire', 'armed-assault', 'firearms', null, 'strong'],
  ['stabbing beheading', 'armed-assault', 'melee', null, 'strong'],
  ['ambush', 'armed-assault', null, null, 'strong'],
  ['massacre slaughter lynching', 'armed-assault', null, 'killed', 'strong'],
  ['assassination', 'assassination', null, 'killed', 'strong'],
  ['murder killing slaying', 'unknown', null, 'killed', 'weak'],
  ['kidnapping abduction kidnap', 'kidnapping', null, 'kidnapped', 'strong'],
  ['hostage-taking', 'hostage-taking', null, 'kidnapped', 'strong'],
  ['hijacking hijack', 'hijacking', null, null, 'strong'],
  ['arson firebombing torching', 'facility-attack', 'incendiary', null, 'strong'],
  ['shelling', 'bombing', 'explosives', null, 'weak'],
  ['burning', 'facility-attack', 'incendiary', null, 'weak'],
  ['sabotage', 'facility-attack', 'sabotage', null, 'weak'],
  ['siege raid incursion storming', 'armed-assault', null, null, 'weak'],
  ['ramming car-ramming truck-ramming vehicle-ramming', 'armed-assault', 'vehicle', null, 'strong'],
  ['plot conspiracy', 'unknown', null, null, 'strong'],
]);

/** What stands before "attack", "strike", "plot"… and gives it its type: "knife attack", "suicide car bomb attack". */
export const EVENT_MODIFIERS: ReadonlyMap<string, { type: IncidentType; weapon: WeaponType | null }> = new Map(
  (
    [
      ['bomb bombing car-bomb explosive grenade rocket mortar missile drone suicide-bomb ied', 'bombing', 'explosives'],
      ['gun shooting armed commando', 'armed-assault', 'firearms'],
      ['knife machete stabbing axe', 'armed-assault', 'melee'],
      ['vehicle-ramming ramming truck van car lorry vehicle', 'armed-assault', 'vehicle'],
      ['chemical gas sarin poison nerve-gas', 'unarmed-assault', 'chemical'],
      ['anthrax biological', 'unarmed-assault', 'biological'],
      ['arson petrol-bomb', 'facility-attack', 'incendiary'],
      ['kidnap', 'kidnapping', null],
      ['assassination', 'assassination', null],
      ['hostage', 'hostage-taking', null],
    ] as [string, IncidentType, WeaponType | null][]
  ).flatMap(([words, type, weapon]) => words.split(' ').map((word) => [word, { type, weapon }] as const)),
);

/** Verbs that make an act of their object: "carried out an attack", "staged", "launched"; the object is the event. */
export const LIGHT_VERBS: ReadonlySet<string> = new Set(
  'carry_out stage launch mount lay spring inflict commit perpetrate conduct execute make do undertake unleash perform'
    .split(' ')
    .map((v) => v.replace('_', ' ')),
);

/** Plural or bare, these tell of a pattern rather than of one act: "attacks in Kabul", "terrorist attacks". */
export const PATTERN_QUANTIFIERS: ReadonlySet<string> = new Set(
  'many numerous several various countless repeated frequent recent more other such further future any all multiple subsequent similar dozens hundreds'.split(
    ' ',
  ),
);

/** Doers whose name says how: a gunman shoots, a bomber bombs. By singular. */
export const TELLING_DOERS: ReadonlyMap<string, { type: IncidentType; weapon: WeaponType }> = new Map(
  Object.entries({
    gunman: { type: 'armed-assault', weapon: 'firearms' },
    shooter: { type: 'armed-assault', weapon: 'firearms' },
    bomber: { type: 'bombing', weapon: 'explosives' },
    knifeman: { type: 'armed-assault', weapon: 'melee' },
    arsonist: { type: 'facility-attack', weapon: 'incendiary' },
  }),
);

/** Verbs whose subject is the act itself: "an explosion rocked the city", "the attack took place". */
export const HAPPENING: ReadonlySet<string> = new Set(
  'happen occur take rock strike hit kill injure wound leave rip tear shake destroy damage target come follow be begin start shatter cause break unfold'.split(
    ' ',
  ),
);

/** Verbs of what is said and done about an act: a day in their clause is not the act's. */
export const AFTERWARDS: ReadonlySet<string> = new Set(
  `say tell add state report announce claim condemn denounce deplore arrest detain charge accuse convict sentence try appear blame
  warn urge vow pledge threaten publish release issue designate sanction list appoint raise lower visit meet mark commemorate
  remember mourn bury rescue free investigate identify name write post acknowledge admit deny confirm declare call describe
  found establish swear reward offer extradite deport jail imprison acquit indict arraign execute`.split(/\s+/),
);
