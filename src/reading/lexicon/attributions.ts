/**
 * How English lays an act at somebody's door, owns up to it, or takes it away. A row says where in the clause the
 * perpetrator stands, who says so, and with what stance. It holds when verb, voice and the words that it asks for fit;
 * what is said in a gerund or infinitive behind such a verb ("accused of planting", "claims to have killed") takes its
 * stance. The rows are for extending.
 */
import type { Stance } from '../vocabulary.js';

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** A place in the clause, or the prepositions (joined by |) behind which it stands. */
export type Place = 'subject' | 'object' | `prep:${string}`;

export interface AttributionRule {
  /** Base forms, with "_" before the particle where there is one. */
  verbs: string;
  voice: 'active' | 'passive';
  /** What the head of the object (in the passive: of the subject) must be; `act` stands for any word for an act. */
  object?: ReadonlySet<string> | 'act';
  /** What the head of the subject of an active verb must be. */
  subject?: ReadonlySet<string>;
  /** One of these must stand in the clause behind the verb. */
  with?: ReadonlySet<string>;
  /** The clause must say of which act: "arrested over the bombing". */
  ofAct?: true;
  /** Only of somebody who is named. */
  named?: true;
  /** Only of an armed group. */
  group?: true;
  /** Holds only where the verb is negated: "pleaded not guilty". */
  negated?: true;
  /** Where the perpetrator stands. */
  actor: Place;
  /** Who says so: a place, the perpetrator himself, or whoever speaks the clause. */
  by: Place | 'actor' | 'speaker';
  /** `told`: as the clause is told: as fact, by somebody, as believed. */
  stance: Stance | 'told';
}

/** Words for an act that are not those by which the incidents stage finds one, and what stands for one. */
export const ACTS = set(
  `attack bombing operation assault blast explosion killing murder assassination shooting raid it authorship ambush kidnapping
  abduction strike deed act incident bomb massacre slaughter crime atrocity slaying hijacking siege plot one that this both all them
  three two others death violence hostage-taking arson stabbing outrage mine device rocket missile`,
);
const CREDIT = set('responsibility credit authorship ownership blame');
const CLAIM = set('claim confession admission communique');
const PART = set('part role hand involvement complicity guilt participation');
const DENIED = set(
  `involvement responsibility role part hand link connection accusation allegation claim charge complicity it knowledge anything blame
  suggestion accusations guilt participation wrongdoing`,
);
const TO_BLAME = set('responsible accountable liable');
const HALLMARK = set('hallmark mark signature fingerprint stamp trademark earmark');
const PERPETRATOR = set(
  `attacker bomber gunman assailant perpetrator shooter suspect assassin killer hijacker kidnapper mastermind culprit man driver
  knifeman organiser organizer planner stabber`,
);
const DOOR = set('door doorstep foot feet');

export const ATTRIBUTION_RULES: readonly AttributionRule[] = [
  // owns up to it
  {
    verbs: 'claim own avow vaunt tout trumpet sign',
    voice: 'active',
    object: 'act',
    actor: 'subject',
    by: 'actor',
    stance: 'claimed',
  },
  // "claimed that driver too"
  { verbs: 'claim', voice: 'active', object: PERPETRATOR, actor: 'subject', by: 'actor', stance: 'claimed' },
  {
    verbs: 'put',
    voice: 'active',
    object: set('name signature'),
    with: set('to'),
    actor: 'subject',
    by: 'actor',
    stance: 'claimed',
  },
  {
    verbs: 'declare pronounce profess',
    voice: 'active',
    object: set('itself themselves himself herself'),
    with: TO_BLAME,
    actor: 'subject',
    by: 'actor',
    stance: 'claimed',
  },
  {
    verbs: 'claim take assume accept admit acknowledge declare shoulder own avow',
    voice: 'active',
    object: CREDIT,
    actor: 'subject',
    by: 'actor',
    stance: 'claimed',
  },
  {
    verbs: 'admit acknowledge confess concede accept',
    voice: 'active',
    object: 'act',
    actor: 'subject',
    by: 'actor',
    stance: 'claimed',
  },
  {
    verbs: 'admit acknowledge confess',
    voice: 'active',
    object: PART,
    actor: 'subject',
    by: 'actor',
    stance: 'claimed',
  },
  { verbs: 'admit', voice: 'active', with: set('to'), actor: 'subject', by: 'actor', stance: 'claimed' },
  { verbs: 'boast brag crow own_up confess', voice: 'active', actor: 'subject', by: 'actor', stance: 'claimed' },
  { verbs: 'lay stake', voice: 'active', object: CLAIM, actor: 'subject', by: 'actor', stance: 'claimed' },
  {
    verbs: 'make give sign issue post publish release send put_out circulate broadcast record',
    voice: 'active',
    object: CLAIM,
    actor: 'subject',
    by: 'actor',
    stance: 'claimed',
  },
  {
    verbs: 'make give sign issue post publish release send put_out circulate broadcast',
    voice: 'passive',
    object: CLAIM,
    actor: 'prep:by',
    by: 'actor',
    stance: 'claimed',
  },
  {
    verbs: 'claim admit acknowledge assume accept take',
    voice: 'passive',
    object: CREDIT,
    actor: 'prep:by',
    by: 'actor',
    stance: 'claimed',
  },
  { verbs: 'claim', voice: 'passive', actor: 'prep:by', by: 'actor', stance: 'claimed' },
  { verbs: 'plead', voice: 'active', with: set('guilty'), actor: 'subject', by: 'actor', stance: 'claimed' },
  { verbs: 'apologise apologize', voice: 'active', group: true, actor: 'subject', by: 'actor', stance: 'claimed' },
  // takes it away from himself
  {
    verbs: 'plead',
    voice: 'active',
    with: set('guilty'),
    negated: true,
    actor: 'subject',
    by: 'actor',
    stance: 'denied',
  },
  {
    verbs: 'deny reject disclaim disavow repudiate refute dismiss dispute',
    voice: 'active',
    object: DENIED,
    actor: 'subject',
    by: 'actor',
    stance: 'denied',
  },
  { verbs: 'deny disclaim disown', voice: 'active', object: 'act', actor: 'subject', by: 'actor', stance: 'denied' },
  {
    verbs: 'distance dissociate disassociate absolve',
    voice: 'active',
    object: set('itself themselves himself herself'),
    actor: 'subject',
    by: 'actor',
    stance: 'denied',
  },
  {
    verbs: 'have',
    voice: 'active',
    object: set('nothing'),
    with: set('do'),
    actor: 'subject',
    by: 'speaker',
    stance: 'denied',
  },
  {
    verbs: 'protest maintain plead assert',
    voice: 'active',
    object: set('innocence'),
    actor: 'subject',
    by: 'actor',
    stance: 'denied',
  },
  {
    verbs: 'wash',
    voice: 'active',
    object: set('hand'),
    with: set('of'),
    actor: 'subject',
    by: 'actor',
    stance: 'denied',
  },
  // lays it at another's door
  {
    verbs: 'bring file press prefer lay lodge level make lay_out',
    voice: 'active',
    object: set('charge accusation indictment'),
    actor: 'prep:against|at',
    by: 'subject',
    stance: 'accused',
  },
  {
    verbs: 'bring file press prefer lay lodge level make',
    voice: 'passive',
    object: set('charge accusation indictment'),
    actor: 'prep:against|at',
    by: 'prep:by',
    stance: 'accused',
  },
  { verbs: 'hold', voice: 'active', with: TO_BLAME, actor: 'object', by: 'subject', stance: 'accused' },
  { verbs: 'hold', voice: 'passive', with: TO_BLAME, actor: 'subject', by: 'prep:by', stance: 'accused' },
  { verbs: 'blame', voice: 'active', actor: 'prep:on|upon', by: 'subject', stance: 'accused' },
  { verbs: 'blame', voice: 'active', actor: 'object', by: 'subject', stance: 'accused' },
  { verbs: 'blame pin', voice: 'passive', actor: 'prep:on|upon', by: 'prep:by', stance: 'accused' },
  { verbs: 'blame', voice: 'passive', actor: 'subject', by: 'prep:by', stance: 'accused' },
  {
    verbs: 'accuse charge indict implicate prosecute arraign incriminate fault finger charge-sheet chargesheet',
    voice: 'active',
    actor: 'object',
    by: 'subject',
    stance: 'accused',
  },
  {
    verbs: 'accuse charge indict implicate prosecute arraign try incriminate fault finger charge-sheet chargesheet',
    voice: 'passive',
    actor: 'subject',
    by: 'prep:by',
    stance: 'accused',
  },
  {
    verbs: 'face stand go await',
    voice: 'active',
    object: set('trial charge count'),
    actor: 'subject',
    by: 'speaker',
    stance: 'accused',
  },
  {
    verbs: 'point',
    voice: 'active',
    object: set('finger'),
    actor: 'prep:at|to|toward|towards',
    by: 'subject',
    stance: 'accused',
  },
  {
    verbs: 'pin put lay place heap cast',
    voice: 'active',
    object: set('blame responsibility suspicion'),
    actor: 'prep:on|upon|at|with',
    by: 'subject',
    stance: 'accused',
  },
  { verbs: 'lay put place', voice: 'active', with: DOOR, actor: 'prep:of', by: 'subject', stance: 'accused' },
  { verbs: 'lay put place', voice: 'passive', with: DOOR, actor: 'prep:of', by: 'prep:by', stance: 'accused' },
  {
    verbs: 'name identify',
    named: true,
    voice: 'active',
    object: PERPETRATOR,
    actor: 'prep:as',
    by: 'subject',
    stance: 'accused',
  },
  {
    verbs: 'name identify',
    named: true,
    voice: 'active',
    with: PERPETRATOR,
    actor: 'object',
    by: 'subject',
    stance: 'accused',
  },
  {
    verbs: 'name identify',
    named: true,
    voice: 'passive',
    object: PERPETRATOR,
    actor: 'prep:as',
    by: 'prep:by',
    stance: 'told',
  },
  {
    verbs: 'name identify',
    named: true,
    voice: 'passive',
    with: PERPETRATOR,
    actor: 'subject',
    by: 'prep:by',
    stance: 'told',
  },
  // suspects
  { verbs: 'suspect', voice: 'active', actor: 'object', by: 'subject', stance: 'suspected' },
  { verbs: 'suspect', voice: 'passive', actor: 'subject', by: 'prep:by', stance: 'suspected' },
  {
    verbs: 'hunt seek pursue want arrest detain hold apprehend',
    named: true,
    voice: 'active',
    ofAct: true,
    actor: 'object',
    by: 'subject',
    stance: 'suspected',
  },
  {
    verbs: 'hunt seek pursue want arrest detain hold apprehend',
    named: true,
    voice: 'passive',
    ofAct: true,
    actor: 'subject',
    by: 'prep:by',
    stance: 'suspected',
  },
  {
    verbs: 'fall focus centre center light settle rest',
    voice: 'active',
    subject: set('suspicion blame investigation inquiry investigator'),
    actor: 'prep:on|upon',
    by: 'speaker',
    stance: 'suspected',
  },
  {
    verbs: 'point',
    voice: 'active',
    subject: set(
      'evidence clue sign suspicion finger indication investigation everything trail all inquiry intelligence',
    ),
    actor: 'prep:at|to|toward|towards',
    by: 'speaker',
    stance: 'suspected',
  },
  {
    verbs: 'bear carry have show',
    voice: 'active',
    object: HALLMARK,
    actor: 'prep:of',
    by: 'speaker',
    stance: 'suspected',
  },
  {
    verbs: 'see detect recognise recognize discern',
    voice: 'active',
    object: set('hand hallmark fingerprint signature'),
    actor: 'prep:of',
    by: 'subject',
    stance: 'suspected',
  },
  {
    verbs: 'point',
    voice: 'passive',
    object: set('finger'),
    actor: 'prep:at|to|toward|towards',
    by: 'prep:by',
    stance: 'accused',
  },
  // judges
  {
    verbs: 'link tie connect trace',
    voice: 'active',
    ofAct: true,
    actor: 'object',
    by: 'subject',
    stance: 'assessed',
  },
  {
    verbs: 'link tie connect',
    voice: 'passive',
    ofAct: true,
    actor: 'subject',
    by: 'prep:by',
    stance: 'assessed',
  },
  {
    verbs: 'attribute ascribe link trace tie connect credit',
    voice: 'passive',
    object: 'act',
    actor: 'prep:to|with',
    by: 'prep:by',
    stance: 'assessed',
  },
  {
    verbs: 'attribute ascribe link trace tie connect put put_down credit',
    voice: 'active',
    object: 'act',
    actor: 'prep:to|with',
    by: 'subject',
    stance: 'assessed',
  },
  {
    verbs: 'convict sentence jail imprison condemn',
    voice: 'passive',
    actor: 'subject',
    by: 'prep:by',
    stance: 'assessed',
  },
  { verbs: 'convict sentence jail imprison', voice: 'active', actor: 'object', by: 'subject', stance: 'assessed' },
  {
    verbs: 'find declare deem judge',
    voice: 'passive',
    with: set('guilty responsible liable'),
    actor: 'subject',
    by: 'prep:by',
    stance: 'assessed',
  },
  {
    verbs: 'find declare deem judge',
    voice: 'active',
    with: set('guilty responsible liable'),
    actor: 'object',
    by: 'subject',
    stance: 'assessed',
  },
  // did it, as the clause tells it
  {
    verbs: `mastermind orchestrate organise organize order perpetrate commit plan direct engineer sponsor commission execute carry_out do
    plot prepare finance co-ordinate coordinate`,
    voice: 'active',
    object: 'act',
    actor: 'subject',
    by: 'speaker',
    stance: 'told',
  },
  {
    verbs: `mastermind orchestrate organise organize order perpetrate commit plan direct engineer sponsor commission execute carry_out do
    plot prepare finance coordinate`,
    voice: 'passive',
    object: 'act',
    actor: 'prep:by',
    by: 'speaker',
    stance: 'told',
  },
  {
    verbs: 'be',
    voice: 'active',
    object: set('work handiwork doing responsibility handwork'),
    actor: 'prep:of',
    by: 'speaker',
    stance: 'told',
  },
  {
    verbs: 'be',
    voice: 'active',
    object: set('suspect'),
    actor: 'subject',
    by: 'speaker',
    stance: 'suspected',
  },
  {
    verbs: 'be',
    voice: 'active',
    object: set('mastermind perpetrator culprit architect organiser organizer author'),
    actor: 'subject',
    by: 'speaker',
    stance: 'told',
  },
  {
    verbs: 'be',
    voice: 'active',
    subject: set('mastermind perpetrator culprit architect organiser organizer author attacker bomber gunman'),
    named: true,
    actor: 'object',
    by: 'speaker',
    stance: 'told',
  },
  {
    verbs: 'bear have carry',
    voice: 'active',
    object: set('responsibility blame'),
    actor: 'subject',
    by: 'speaker',
    stance: 'told',
  },
  { verbs: 'have play', voice: 'active', object: PART, ofAct: true, actor: 'subject', by: 'speaker', stance: 'told' },
  {
    verbs: 'take participate',
    voice: 'active',
    with: set('part in'),
    ofAct: true,
    actor: 'subject',
    by: 'speaker',
    stance: 'told',
  },
  { verbs: 'involve', voice: 'passive', actor: 'subject', by: 'speaker', stance: 'told' },
];

/** "was behind the bombing", "is responsible for the attack", "is to blame". */
export const BEHIND = set('behind responsible guilty accountable');

/** Nouns that claim for the one named beside them: "X's claim of responsibility", "a claim in the name of X". */
export const CLAIM_NOUNS: ReadonlyMap<string, Stance> = new Map<string, Stance>([
  ['claim', 'claimed'],
  ['admission', 'claimed'],
  ['confession', 'claimed'],
  ['denial', 'denied'],
]);
export const CLAIMANTS = set('by from of in');

/** Nouns for those who did it, with the stance they lend: "the mastermind of the attack, X". */
export const DOER_NOUNS: ReadonlyMap<string, Stance | 'told'> = new Map<string, Stance | 'told'>([
  ...[...set('mastermind architect organiser organizer planner perpetrator culprit author plotter')].map(
    (word) => [word, 'told'] as const,
  ),
  ['suspect', 'suspected'],
]);

/** Words before a noun that make the one it names a suspect: "suspected X gunmen", "the alleged mastermind". */
export const SUSPECTING = set('suspected alleged presumed supposed apparent probable');

/** "X is believed to be behind it", "X is alleged to have done it": the stance that the passive verb lends to its infinitive. */
export const HEDGES: ReadonlyMap<string, Stance> = new Map<string, Stance>([
  ...[...set('believe think suspect presume assume fear understand reckon')].map(
    (verb) => [verb, 'suspected'] as const,
  ),
  ...[...set('say report allege claim rumour rumor')].map((verb) => [verb, 'accused'] as const),
  ...[...set('judge assess consider deem estimate find determine establish')].map(
    (verb) => [verb, 'assessed'] as const,
  ),
  ['know', 'stated'],
]);
/** Verbs that say no more than a guess: "police suspect that X did it". */
export const GUESSING = set('suspect fear suppose guess presume');

/** Nouns for what is said and for those who say it, for the group named behind them: "a statement from X", "a caller claiming to speak for X". */
export const VOICES = set(
  `spokesman spokeswoman spokesperson leader commander representative member official statement message video communique caller leaflet
  post note call letter man emir chief head deputy wing source recording tape channel outlet website agency mouthpiece text e-mail email`,
);

/** "had done it", "carried it out": verbs of an act that is named by a pronoun only. */
export const DONE = set('do carry_out perpetrate commit');

/** Verbs whose subject speaks of its own deed in the infinitive or gerund: "claims to have killed 20". */
export const OWN_DEED = /^(?:claim|boast|admit|confess|profess)$/;
