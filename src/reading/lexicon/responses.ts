/** How acts of states and institutions against groups and suspects are worded. The rows are for extending. */
import type { ResponseType } from '../vocabulary.js';

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** What must stand with the verb for it to tell of the act. */
export type Patient =
  /** people, or no object at all */
  | 'people'
  /** attackers: fighters, suspects, people of groups */
  | 'attackers'
  /** an attack or a plot */
  | 'plot'
  /** a site, a place, a group */
  | 'site'
  | 'group'
  | 'any';

export interface ResponseVerb {
  type: ResponseType;
  patient: Patient;
  /** Lemmas, one of which is the head of an object (or of the subject of a passive). */
  objects?: ReadonlySet<string>;
  /** Lemmas, one of which follows the verb within a few words. */
  near?: ReadonlySet<string>;
  /** Its grammatical subject is the one it is done to: "he pleaded guilty". */
  subjectSuffers?: true;
}

const SANCTION = set('sanction');
/** Who is freed is not acted against. */
export const HOSTAGES = set('hostage captive passenger');
const FORCES = set(
  'troop soldier force police reinforcement guard company unit officer ship warship mission battalion patrol army policeman gendarme navy',
);
const SECURITY = set('security patrol control check alert measure presence protection surveillance guard checkpoint');
const EVENTS = set('concert show match flight event service class festival parade game election march tour train');
const RULES = set('state curfew emergency restriction lockdown ban blockade martial-law alert');
const BUILDINGS = set(
  'border road airport mosque school crossing market embassy consulate church street station port airspace area city strip bank square district bridge',
);
const BLAST = set('bomb device mine explosive grenade belt charge');
const TERRORIST = set('terrorist organization organisation group list');

const rows: [verbs: string, verb: ResponseVerb][] = [
  ['arrest detain apprehend nab round_up recapture', { type: 'arrest', patient: 'people' }],
  ['capture seize', { type: 'arrest', patient: 'attackers' }],
  [
    'pick_up take hold keep',
    { type: 'arrest', patient: 'people', near: set('custody prison jail detention detain house captive') },
  ],
  ['free rescue', { type: 'raid', patient: 'any', objects: HOSTAGES }],
  ['raid storm search comb', { type: 'raid', patient: 'site' }],
  ['bomb bombard shell pound strafe', { type: 'strike', patient: 'any' }],
  ['kill shoot shoot_dead gun_down neutralize neutralise eliminate slay', { type: 'killing', patient: 'attackers' }],
  ['foil thwart disrupt break_up avert prevent forestall uncover stop', { type: 'disruption', patient: 'plot' }],
  ['defuse disarm', { type: 'disruption', patient: 'any', objects: BLAST }],
  ['make', { type: 'disruption', patient: 'any', near: set('safe') }],
  ['charge indict prosecute arraign extradite remand', { type: 'trial', patient: 'people' }],
  ['plead', { type: 'trial', patient: 'any', near: set('guilty'), subjectSuffers: true }],
  ['go stand face await', { type: 'trial', patient: 'any', near: set('trial'), subjectSuffers: true }],
  ['appear', { type: 'trial', patient: 'any', near: set('court judge magistrate'), subjectSuffers: true }],
  ['convict sentence', { type: 'conviction', patient: 'people' }],
  ['find', { type: 'conviction', patient: 'people', near: set('guilty liable') }],
  ['jail imprison', { type: 'conviction', patient: 'people' }],
  ['designate blacklist proscribe outlaw', { type: 'designation', patient: 'any' }],
  ['ban', { type: 'designation', patient: 'group' }],
  ['list declare brand label put add', { type: 'designation', patient: 'any', near: TERRORIST }],
  ['declare', { type: 'security-measure', patient: 'any', near: set('area zone') }],
  ['sanction', { type: 'sanction', patient: 'any' }],
  ['impose slap', { type: 'sanction', patient: 'any', objects: SANCTION }],
  ['place put', { type: 'sanction', patient: 'any', near: SANCTION }],
  ['freeze block', { type: 'sanction', patient: 'any', objects: set('asset account property fund') }],
  ['offer raise announce post double increase', { type: 'reward', patient: 'any', near: set('reward bounty') }],
  ['condemn denounce deplore decry', { type: 'condemnation', patient: 'any' }],
  [
    'call brand describe',
    { type: 'condemnation', patient: 'any', near: set('murder cowardly barbaric heinous cold-blooded despicable') },
  ],
  [
    'send deploy dispatch fly_in post station rush mobilize mobilise fly',
    { type: 'security-measure', patient: 'any', objects: FORCES },
  ],
  [
    'tighten step_up beef_up increase reinforce heighten strengthen bolster put',
    { type: 'security-measure', patient: 'any', objects: SECURITY },
  ],
  [
    'close shut shut_down seal_off seal cordon_off lock_down evacuate close_off',
    { type: 'security-measure', patient: 'site', objects: BUILDINGS },
  ],
  ['cancel call_off suspend postpone', { type: 'security-measure', patient: 'any', objects: EVENTS }],
  ['impose declare proclaim order', { type: 'security-measure', patient: 'any', objects: RULES }],
  ['escort', { type: 'security-measure', patient: 'any' }],
  ['keep place put', { type: 'security-measure', patient: 'any', near: set('surveillance') }],
  [
    'allow order',
    { type: 'security-measure', patient: 'any', objects: set('staff dependant dependent family personnel diplomat') },
  ],
];

export const RESPONSE_VERBS: ReadonlyMap<string, readonly ResponseVerb[]> = rows.reduce((map, [verbs, verb]) => {
  for (const lemma of verbs.split(' ')) map.set(lemma, [...(map.get(lemma) ?? []), verb]);
  return map;
}, new Map<string, ResponseVerb[]>());

/** Acts told by a noun, with a verb that says that they were done or what they did. */
export const ACT_NOUNS: ReadonlyMap<string, ResponseType> = new Map([
  ['airstrike', 'strike'],
  ['air-strike', 'strike'],
  ['strike', 'strike'],
  ['raid', 'raid'],
  ['airstrikes', 'strike'],
  ['operation', 'raid'],
  ['offensive', 'raid'],
  ['sweep', 'raid'],
  ['crackdown', 'raid'],
]);
/** Acts that are told only with those against whom they are. */
export const ONLY_AGAINST = set('operation offensive sweep crackdown');
/** Words of their own before "strike" that make it a military one. */
export const STRIKE_MODIFIERS = set(
  'air drone precision missile military u.s u.s. coalition american israeli french russian turkish',
);
export const DOING = set('carry_out conduct launch mount stage make perform continue execute');
export const STRIKING = set('kill hit destroy target engage damage wound strike suppress eliminate');

/** Nouns for what is foiled. */
export const PLOTS = set('attack plot plan bombing conspiracy attempt assault operation strike');
