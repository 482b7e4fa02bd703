/** How acts of states and institutions against groups and suspects are worded. The rows are for extending. */
import type { ResponseType } from '../vocabulary.js';

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** What must stand with the verb for it to tell of the act. */
export type Patient =
  /** people, or no object at all */
  | 'people'
  /** people, not countries or things; with a word of suspicion or the police about: "a Dutchman was held in Rotterdam" */
  | 'suspects'
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
  /** Lemmas, one of which is the head of the subject: "a curfew is in force". */
  subjects?: ReadonlySet<string>;
  /** Its grammatical subject is the one it is done to: "he pleaded guilty". */
  subjectSuffers?: true;
}

const SANCTION = set('sanction');
/** Who is freed is not acted against. */
export const HOSTAGES = set('hostage captive passenger');
const FORCES = set(
  `troop soldier force police reinforcement guard company unit officer ship warship mission battalion patrol army policeman gendarme navy
  squad team marine brigade platoon contingent commando regiment sniper detachment helicopter tank personnel ranger peacekeeper`,
);
const SECURITY = set(
  'security patrol control check alert measure presence protection surveillance guard checkpoint vigilance readiness screening defence defense cordon policing footing precaution inspection search vetting deployment',
);
const EVENTS = set(
  'operation mission concert show match flight event service class festival parade game election march tour train lesson ceremony celebration prayer visit holiday leave',
);
const RULES = set(
  'state curfew emergency restriction lockdown ban blockade martial-law alert cordon exclusion-zone rule law',
);
const BUILDINGS = set(
  `border road airport mosque school crossing market embassy consulate church street station port airspace area city strip bank square district bridge
  museum palace office park centre center venue hotel university terminal mall building synagogue theatre theater stadium camp highway metro subway line shop
  compound frontier checkpoint village quarter mission branch college hospital door beach`,
);
const OPEN_TO_BAN = set(
  'knife march gathering motorcycle vehicle drone bag demonstration rally sale niqab veil firework liquid laptop lorry truck protest assembly motorbike weapon truck movement travel night-travel loudspeaker procession',
);
const SEARCHED = set('bag vehicle passenger visitor luggage car parcel lorry truck baggage');
const NETWORKS = set('data network internet service signal phone telephone access connection social-media');
const LEVEL = set('alert level footing state readiness posture');
const BLAST = set('bomb device mine explosive grenade belt charge ied car-bomb vest munition warhead parcel rocket');
const TERRORIST = set(
  'terrorist organization organisation group list entity blacklist outlawed proscribed banned extremist',
);
const CUSTODY = set('custody prison jail detention detain house captive arrest handcuff cuff prisoner cell');
const BARS = set('bar jail prison life year');
const FOUL = set(
  'murder cowardly barbaric heinous cold-blooded despicable abhorrent vile atrocious brutal monstrous evil inhuman horrific senseless deplorable outrage barbarity',
);
const ACCUSED = set('charge count trial indictment prosecution');

const rows: [verbs: string, verb: ResponseVerb][] = [
  [
    'arrest detain apprehend nab round_up recapture collar handcuff intern overpower lead_away haul_in bring_in take_in pick_up pull_in lead_out scoop_up run_in hunt_down track_down',
    { type: 'arrest', patient: 'people' },
  ],
  ['capture seize catch net bag', { type: 'arrest', patient: 'people' }],
  ['hold', { type: 'arrest', patient: 'suspects' }],
  ['take hold keep have place put bring', { type: 'arrest', patient: 'people', near: CUSTODY }],
  ['be remain', { type: 'arrest', patient: 'any', near: set('custody arrest'), subjectSuffers: true }],
  ['free rescue liberate', { type: 'raid', patient: 'any', objects: HOSTAGES }],
  ['raid storm search comb ransack sweep scour', { type: 'raid', patient: 'site' }],
  ['ambush engage rout', { type: 'raid', patient: 'attackers' }],
  [
    'swoop descend',
    { type: 'raid', patient: 'any', near: set('home house hideout flat apartment compound camp address premises') },
  ],
  ['bomb bombard shell pound strafe', { type: 'strike', patient: 'any' }],
  ['strike target hit', { type: 'strike', patient: 'group' }],
  [
    `kill shoot shoot_dead gun_down neutralize neutralise eliminate slay take_out liquidate cut_down mow_down take_down wipe_out dispatch
    decimate annihilate`,
    { type: 'killing', patient: 'attackers' },
  ],
  [
    'foil thwart disrupt break_up avert prevent forestall uncover stop abort frustrate scupper head_off pre-empt preempt nip intercept block halt',
    { type: 'disruption', patient: 'plot' },
  ],
  [
    'dismantle bust smash crack break_up neutralise neutralize uncover disrupt roll_up',
    { type: 'disruption', patient: 'any', objects: set('cell network ring plot gang conspiracy') },
  ],
  [
    'defuse disarm deactivate dismantle detonate neutralise neutralize',
    { type: 'disruption', patient: 'any', objects: BLAST },
  ],
  ['make render', { type: 'disruption', patient: 'any', near: set('safe harmless') }],
  [
    'charge indict prosecute arraign extradite remand try charge-sheet chargesheet',
    { type: 'trial', patient: 'people' },
  ],
  ['stand', { type: 'trial', patient: 'any', near: set('charged accused'), subjectSuffers: true }],
  ['plead', { type: 'trial', patient: 'any', near: set('guilty'), subjectSuffers: true }],
  ['go stand face await', { type: 'trial', patient: 'any', near: ACCUSED, subjectSuffers: true }],
  ['bring put commit send', { type: 'trial', patient: 'people', near: set('trial court justice') }],
  [
    'appear',
    { type: 'trial', patient: 'any', near: set('court judge magistrate dock tribunal'), subjectSuffers: true },
  ],
  ['bring file lay press prefer', { type: 'trial', patient: 'any', objects: set('charge indictment') }],
  ['convict sentence condemn', { type: 'conviction', patient: 'people' }],
  ['find', { type: 'conviction', patient: 'people', near: set('guilty liable') }],
  ['jail imprison', { type: 'conviction', patient: 'people' }],
  ['put send', { type: 'conviction', patient: 'people', near: set('bar jail prison') }],
  ['give hand', { type: 'conviction', patient: 'people', near: BARS }],
  ['receive get', { type: 'conviction', patient: 'any', objects: set('sentence term life'), subjectSuffers: true }],
  ['designate blacklist proscribe outlaw', { type: 'designation', patient: 'any' }],
  ['ban', { type: 'designation', patient: 'group' }],
  ['list declare brand label put add class classify', { type: 'designation', patient: 'any', near: TERRORIST }],
  ['declare', { type: 'security-measure', patient: 'any', near: set('area zone') }],
  ['sanction', { type: 'sanction', patient: 'any' }],
  ['impose slap announce levy', { type: 'sanction', patient: 'any', objects: SANCTION }],
  ['place put', { type: 'sanction', patient: 'any', near: SANCTION }],
  ['freeze froze block seize', { type: 'sanction', patient: 'any', objects: set('asset account property fund') }],
  ['offer raise announce post double increase', { type: 'reward', patient: 'any', near: set('reward bounty') }],
  ['condemn denounce deplore decry', { type: 'condemnation', patient: 'any' }],
  ['call brand describe label', { type: 'condemnation', patient: 'any', near: FOUL }],
  ['express voice', { type: 'condemnation', patient: 'any', objects: set('outrage condemnation indignation') }],
  [
    'send deploy dispatch fly_in put post station rush mobilize mobilise fly draft assign bring_in call_in call_up move hire take_on draft_in',
    { type: 'security-measure', patient: 'any', objects: FORCES },
  ],
  [
    `tighten step_up beef_up increase reinforce heighten strengthen bolster put intensify double triple boost improve enhance toughen ramp_up
    scale_up extend add mount stiffen redouble review raise lift elevate`,
    { type: 'security-measure', patient: 'any', objects: SECURITY },
  ],
  ['double triple add reinforce', { type: 'security-measure', patient: 'any', objects: FORCES }],
  ['raise lift elevate increase move', { type: 'security-measure', patient: 'any', objects: LEVEL }],
  [
    'close shut shut_down seal_off seal cordon_off lock_down evacuate close_off clear cordon barricade vacate close_down',
    { type: 'security-measure', patient: 'site', objects: BUILDINGS },
  ],
  ['cancel call_off suspend postpone scrap', { type: 'security-measure', patient: 'any', objects: EVENTS }],
  ['impose declare proclaim order enforce extend', { type: 'security-measure', patient: 'any', objects: RULES }],
  ['ban forbid prohibit restrict bar', { type: 'security-measure', patient: 'any', objects: OPEN_TO_BAN }],
  [
    'ban bar forbid prohibit restrict',
    {
      type: 'security-measure',
      patient: 'any',
      near: set('park area city region travel travelling entering leaving visiting zone island province'),
    },
  ],
  ['guard protect patrol secure', { type: 'security-measure', patient: 'any', objects: BUILDINGS }],
  ['run hold stage rehearse', { type: 'security-measure', patient: 'any', objects: set('drill evacuation') }],
  ['move_up move_in fan_out', { type: 'security-measure', patient: 'any', subjects: FORCES }],
  [
    'answer respond react',
    { type: 'security-measure', patient: 'any', near: set('curfew lockdown round-up restriction') },
  ],
  ['hold apply', { type: 'security-measure', patient: 'any', subjects: RULES }],
  [
    'be remain stay go come',
    { type: 'security-measure', patient: 'any', near: set('force place effect'), subjects: RULES },
  ],
  [
    'go appear spring',
    { type: 'security-measure', patient: 'any', near: set('up'), subjects: set('checkpoint roadblock barrier') },
  ],
  [
    'throw_up set_up erect put_up establish',
    { type: 'security-measure', patient: 'any', objects: set('checkpoint roadblock barrier cordon barricade') },
  ],
  ['search screen check inspect frisk', { type: 'security-measure', patient: 'any', objects: SEARCHED }],
  ['cut suspend shut_down block jam cut_off', { type: 'security-measure', patient: 'any', objects: NETWORKS }],
  ['escort', { type: 'security-measure', patient: 'any' }],
  [
    'keep place put',
    {
      type: 'security-measure',
      patient: 'any',
      near: set('surveillance watch guard alert curfew lockdown readiness footing'),
    },
  ],
  ['be remain stay move go', { type: 'security-measure', patient: 'any', near: set('alert footing readiness') }],
  [
    'allow order withdraw pull_out evacuate',
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
  ['swoop', 'raid'],
  ['ambush', 'raid'],
  ['manhunt', 'raid'],
  ['bombardment', 'strike'],
  ['air-raid', 'strike'],
  ['interdiction', 'strike'],
  ['arrest', 'arrest'],
]);
/** Acts told by a noun with those who suffer them behind "of". */
export const NAMED_ACTS: ReadonlyMap<string, ResponseType> = new Map([
  ['arrest', 'arrest'],
  ['detention', 'arrest'],
  ['capture', 'arrest'],
  ['killing', 'killing'],
  ['death', 'killing'],
  ['conviction', 'conviction'],
  ['sentencing', 'conviction'],
  ['trial', 'trial'],
  ['extradition', 'trial'],
  ['indictment', 'trial'],
]);
/** Acts that are told only with those against whom they are. */
export const ONLY_AGAINST = set('operation offensive sweep crackdown ambush manhunt arrest');
/** Words of their own before "strike" that make it a military one. */
export const STRIKE_MODIFIERS = set(
  'air drone precision missile military u.s u.s. coalition american israeli french russian turkish self-defense self-defence cruise joint airborne aerial artillery',
);
export const DOING = set('carry_out conduct launch mount stage make perform continue execute lay undertake carry');
export const STRIKING = set(
  'kill hit destroy target engage damage wound strike suppress eliminate take_out neutralise neutralize flatten level',
);

/** Nouns for what is foiled. */
export const PLOTS = set(
  'attack plot plan bombing conspiracy attempt assault operation strike massacre kidnapping hijacking scheme atrocity bloodshed one deed act murder killing shooting blast raid',
);
