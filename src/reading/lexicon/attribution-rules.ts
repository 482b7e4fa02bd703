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

/** What else must hold for a row. */
export interface Asks {
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
  /** Only of an armed group or of a named person: for verbs that mean much else besides. */
  culprit?: true;
  /** Only of an incident of one of these types. */
  types?: ReadonlySet<string>;
  /** Holds only where the verb is negated: "pleaded not guilty". */
  negated?: true;
}

export interface AttributionRule extends Asks {
  /** Base forms, with "_" before the particle where there is one. */
  verbs: readonly string[];
  voice: 'active' | 'passive';
  /** Where the perpetrator stands. */
  actor: Place;
  /** Who says so: a place, the perpetrator himself, or whoever speaks the clause. */
  by: Place | 'actor' | 'speaker';
  /** `told`: as the clause is told: as fact, by somebody, as believed. */
  stance: Stance | 'told';
}

const CREDIT = set('responsibility credit authorship ownership blame');
const CLAIM = set('claim confession admission communique');
const PART = set('part role hand involvement complicity guilt participation');
const DENIED = set(
  `involvement responsibility role part hand link connection accusation allegation claim charge complicity it this that knowledge anything blame
  suggestion accusations guilt participation wrongdoing`,
);
const CONFIRMED = set('it this responsibility involvement role part');
const CAPTIVES = set(
  'hostage captive prisoner him her them woman girl boy man child student pupil worker tourist sailor crew villager person people priest aid-worker',
);
const FOLLOWERS = set(
  'follower man member fighter disciple supporter militant gunman son brother youth accomplice lieutenant him them',
);
const TO_BLAME = set('responsible accountable liable blame account');
const HAND = set('hallmark hand fingerprint signature work handiwork touch');
const HALLMARK = set('hallmark mark signature fingerprint stamp trademark earmark');
const PERPETRATOR = set(
  `attacker bomber gunman assailant perpetrator shooter suspect assassin killer hijacker kidnapper mastermind culprit man driver
  knifeman organiser organizer planner stabber`,
);
const DOOR = set('door doorstep foot feet');

const rows: [
  verbs: string,
  voice: 'active' | 'passive',
  actor: Place,
  by: AttributionRule['by'],
  stance: AttributionRule['stance'],
  more?: Asks,
][] = [
  // owns up to it
  ['claim own avow vaunt tout trumpet sign', 'active', 'subject', 'actor', 'claimed', { object: 'act' }],
  // "claimed that driver too"
  ['claim', 'active', 'subject', 'actor', 'claimed', { object: PERPETRATOR }],
  ['put', 'active', 'subject', 'actor', 'claimed', { object: set('name signature'), with: set('to') }],
  [
    'declare pronounce profess',
    'active',
    'subject',
    'actor',
    'claimed',
    { object: set('itself themselves himself herself'), with: TO_BLAME },
  ],
  [
    'claim take assume accept admit acknowledge declare shoulder own avow',
    'active',
    'subject',
    'actor',
    'claimed',
    { object: CREDIT },
  ],
  ['admit acknowledge confess concede accept', 'active', 'subject', 'actor', 'claimed', { object: 'act' }],
  ['admit acknowledge confess', 'active', 'subject', 'actor', 'claimed', { object: PART }],
  ['admit', 'active', 'subject', 'actor', 'claimed', { with: set('to') }],
  ['boast brag crow own_up confess', 'active', 'subject', 'actor', 'claimed'],
  ['lay stake', 'active', 'subject', 'actor', 'claimed', { object: CLAIM }],
  [
    'make give sign issue post publish release send put_out circulate broadcast record',
    'active',
    'subject',
    'actor',
    'claimed',
    { object: CLAIM },
  ],
  [
    'make give sign issue post publish release send put_out circulate broadcast',
    'passive',
    'prep:by',
    'actor',
    'claimed',
    { object: CLAIM },
  ],
  ['claim admit acknowledge assume accept take', 'passive', 'prep:by', 'actor', 'claimed', { object: CREDIT }],
  ['claim', 'passive', 'prep:by', 'actor', 'claimed'],
  [
    'call',
    'active',
    'subject',
    'actor',
    'claimed',
    { group: true, object: set('him her them bomber attacker gunman driver assailant'), with: set('soldier martyr') },
  ],
  [
    'bear carry',
    'active',
    'prep:of',
    'actor',
    'claimed',
    {
      group: true,
      subject: set('leaflet banner letter note pamphlet flag message flyer poster'),
      object: set('name letterhead signature logo emblem seal'),
    },
  ],
  ['take', 'active', 'subject', 'actor', 'claimed', { object: 'act', with: set('itself themselves') }],
  [
    'eulogise eulogize hail lionise lionize',
    'active',
    'subject',
    'actor',
    'claimed',
    { group: true, with: set('own martyr soldier') },
  ],
  ['step come', 'active', 'subject', 'actor', 'claimed', { group: true, with: set('forward') }],
  ['confirm', 'active', 'subject', 'actor', 'claimed', { group: true, object: CONFIRMED }],
  [
    'publish release post circulate issue broadcast air distribute show put_out upload share',
    'active',
    'subject',
    'actor',
    'claimed',
    {
      group: true,
      object: set('video photograph photo picture footage image will testament recording clip film portrait'),
      with: set(
        'beheading execution killing murder bomber attacker gunman attack assailant martyr martyrdom farewell will testament assault bombing raid ambush hostage captive',
      ),
    },
  ],
  ['plead', 'active', 'subject', 'actor', 'claimed', { with: set('guilty') }],
  ['apologise apologize', 'active', 'subject', 'actor', 'claimed', { group: true }],
  // takes it away from himself
  ['plead', 'active', 'subject', 'actor', 'denied', { with: set('guilty'), negated: true }],
  ['enter', 'active', 'subject', 'actor', 'denied', { object: set('plea'), with: set('not') }],
  [
    'deny reject disclaim disavow repudiate refute dismiss dispute',
    'active',
    'subject',
    'actor',
    'denied',
    { object: DENIED },
  ],
  ['deny disclaim disown', 'active', 'subject', 'actor', 'denied', { object: 'act' }],
  [
    'distance dissociate disassociate absolve',
    'active',
    'subject',
    'actor',
    'denied',
    { object: set('itself themselves himself herself') },
  ],
  ['have', 'active', 'subject', 'speaker', 'denied', { object: set('nothing'), with: set('do') }],
  ['protest maintain plead assert', 'active', 'subject', 'actor', 'denied', { object: set('innocence') }],
  [
    'retract withdraw recant revoke disown repudiate disavow',
    'active',
    'subject',
    'actor',
    'denied',
    { object: set('claim confession admission statement call') },
  ],
  [
    'call describe term label brand',
    'active',
    'subject',
    'actor',
    'denied',
    {
      object: set('accusation allegation charge claim suggestion'),
      with: set('baseless false absurd untrue unfounded groundless ridiculous lie fabrication nonsense laughable'),
    },
  ],
  ['hear', 'active', 'subject', 'actor', 'denied', { group: true, with: set('of'), negated: true }],
  [
    'rule_out',
    'active',
    'prep:of',
    'subject',
    'possible',
    { object: set('involvement role hand part responsibility'), negated: true },
  ],
  ['wash', 'active', 'subject', 'actor', 'denied', { object: set('hand'), with: set('of') }],
  ['know', 'active', 'subject', 'speaker', 'denied', { object: set('nothing'), with: set('about of') }],
  ['clear acquit absolve exonerate', 'active', 'object', 'subject', 'denied', { ofAct: true, named: true }],
  ['clear acquit absolve exonerate', 'passive', 'subject', 'prep:by', 'denied', { ofAct: true, named: true }],
  // lays it at another's door
  [
    'bring file press prefer lay lodge level make lay_out',
    'active',
    'prep:against|at',
    'subject',
    'accused',
    { object: set('charge accusation indictment') },
  ],
  [
    'bring file press prefer lay lodge level make',
    'passive',
    'prep:against|at',
    'prep:by',
    'accused',
    { object: set('charge accusation indictment') },
  ],
  ['hold', 'active', 'object', 'subject', 'accused', { with: TO_BLAME }],
  ['hold', 'passive', 'subject', 'prep:by', 'accused', { with: TO_BLAME }],
  ['blame', 'active', 'prep:on|upon', 'subject', 'accused'],
  ['pin put lay fasten', 'active', 'prep:on|upon', 'subject', 'accused', { object: 'act' }],
  ['put lay lie ascribe', 'active', 'prep:to', 'subject', 'accused', { object: 'act', culprit: true }],
  ['put lay', 'passive', 'prep:to', 'prep:by', 'accused', { object: 'act', culprit: true }],
  ['put_down', 'active', 'prep:to', 'subject', 'accused', { object: 'act', culprit: true }],
  ['put_down', 'passive', 'prep:to', 'prep:by', 'accused', { object: 'act', culprit: true }],
  ['blame', 'active', 'object', 'subject', 'accused'],
  ['blame pin', 'passive', 'prep:on|upon', 'prep:by', 'accused'],
  ['blame', 'passive', 'subject', 'prep:by', 'accused'],
  [
    'accuse charge indict implicate prosecute arraign incriminate fault finger charge-sheet chargesheet',
    'active',
    'object',
    'subject',
    'accused',
  ],
  [
    'accuse charge indict implicate prosecute arraign try incriminate fault finger charge-sheet chargesheet',
    'passive',
    'subject',
    'prep:by',
    'accused',
  ],
  ['face stand go await', 'active', 'subject', 'speaker', 'accused', { object: set('trial charge count') }],
  ['point', 'active', 'prep:at|to|toward|towards', 'subject', 'accused', { object: set('finger') }],
  [
    'pin put lay place heap cast',
    'active',
    'prep:on|upon|at|with',
    'subject',
    'accused',
    { object: set('blame responsibility suspicion') },
  ],
  ['lay lie put place', 'active', 'prep:of', 'subject', 'accused', { with: DOOR }],
  ['lay put place', 'passive', 'prep:of', 'prep:by', 'accused', { with: DOOR }],
  ['name identify', 'active', 'prep:as', 'subject', 'accused', { named: true, object: PERPETRATOR }],
  ['name identify', 'active', 'object', 'subject', 'accused', { named: true, with: PERPETRATOR }],
  ['lay lie put place', 'active', 'prep:at', 'subject', 'accused', { with: DOOR }],
  ['name identify', 'passive', 'prep:as', 'prep:by', 'told', { named: true, object: PERPETRATOR }],
  ['name identify', 'passive', 'subject', 'prep:by', 'told', { named: true, with: PERPETRATOR }],
  ['point', 'active', 'prep:to|at|toward|towards', 'subject', 'accused', { culprit: true }],
  ['look', 'active', 'prep:to|at|toward|towards', 'subject', 'suspected', { culprit: true }],
  ['single_out', 'active', 'object', 'subject', 'accused', { culprit: true }],
  // suspects
  ['name', 'active', 'object', 'subject', 'accused', { group: true }],
  [
    'call describe brand',
    'active',
    'prep:of',
    'subject',
    'accused',
    { group: true, with: set('work handiwork doing') },
  ],
  [
    'pursue treat regard consider',
    'active',
    'object',
    'subject',
    'suspected',
    { group: true, with: set('suspect line culprit perpetrator') },
  ],
  ['suspect', 'active', 'object', 'subject', 'suspected'],
  ['suspect', 'passive', 'subject', 'prep:by', 'suspected'],
  [
    'hunt seek pursue want arrest detain hold apprehend',
    'active',
    'object',
    'subject',
    'suspected',
    { named: true, ofAct: true },
  ],
  [
    'hunt seek pursue want arrest detain hold apprehend',
    'passive',
    'subject',
    'prep:by',
    'suspected',
    { named: true, ofAct: true },
  ],
  [
    'fall focus centre center light settle rest',
    'active',
    'prep:on|upon',
    'speaker',
    'suspected',
    { subject: set('suspicion blame investigation inquiry investigator') },
  ],
  [
    'point',
    'active',
    'prep:at|to|toward|towards',
    'speaker',
    'suspected',
    {
      subject: set(
        'evidence clue sign suspicion finger finding indication investigation everything trail all inquiry intelligence',
      ),
    },
  ],
  ['bear carry have show', 'active', 'prep:of', 'speaker', 'suspected', { object: HALLMARK, group: true }],
  ['see detect recognise recognize discern', 'active', 'prep:of', 'subject', 'suspected', { object: HAND }],
  ['point', 'passive', 'prep:at|to|toward|towards', 'prep:by', 'accused', { object: set('finger') }],
  // judges
  ['link tie connect trace', 'active', 'object', 'subject', 'assessed', { ofAct: true }],
  ['link tie connect', 'passive', 'subject', 'prep:by', 'assessed', { ofAct: true }],
  [
    'attribute ascribe link trace tie connect credit',
    'passive',
    'prep:to|with',
    'prep:by',
    'assessed',
    { object: 'act' },
  ],
  [
    'attribute ascribe link trace tie connect put put_down credit',
    'active',
    'prep:to|with',
    'subject',
    'assessed',
    { object: 'act' },
  ],
  ['convict sentence jail imprison condemn', 'passive', 'subject', 'prep:by', 'assessed'],
  ['convict sentence jail imprison', 'active', 'object', 'subject', 'assessed'],
  ['execute hang', 'passive', 'subject', 'prep:by', 'assessed', { ofAct: true, with: set('for over') }],
  ['condemn', 'active', 'object', 'subject', 'assessed', { with: set('death prison life jail hang') }],
  ['give hand', 'passive', 'subject', 'prep:by', 'assessed', { culprit: true, with: set('sentence life term years') }],
  ['find declare deem judge', 'passive', 'subject', 'prep:by', 'assessed', { with: set('guilty responsible liable') }],
  ['find declare deem judge', 'active', 'object', 'subject', 'assessed', { with: set('guilty responsible liable') }],
  // did it, as the clause tells it
  [
    `mastermind orchestrate organise organize order perpetrate commit plan direct engineer sponsor commission execute carry_out do plot prepare finance
    co-ordinate coordinate direct author instigate mount stage conduct conspire undertake`,
    'active',
    'subject',
    'speaker',
    'told',
    { object: 'act' },
  ],
  [
    `mastermind orchestrate organise organize order perpetrate commit plan direct engineer sponsor commission execute carry_out do plot prepare finance
    coordinate direct author instigate mount stage conduct undertake`,
    'passive',
    'prep:by',
    'speaker',
    'told',
    { object: 'act' },
  ],
  [
    'hold have keep',
    'active',
    'subject',
    'speaker',
    'told',
    { group: true, object: CAPTIVES, types: set('kidnapping hostage-taking') },
  ],
  [
    'order instruct direct command tell send',
    'active',
    'subject',
    'speaker',
    'told',
    { culprit: true, ofAct: true, object: FOLLOWERS },
  ],
  ['mean intend aim want scheme conspire', 'active', 'subject', 'speaker', 'told', { object: 'act' }],
  ['be', 'active', 'prep:of', 'speaker', 'told', { object: set('work handiwork doing responsibility handwork') }],
  ['be', 'active', 'subject', 'speaker', 'suspected', { object: set('suspect') }],
  [
    'be',
    'active',
    'subject',
    'speaker',
    'told',
    { object: set('mastermind perpetrator culprit architect organiser organizer author brain ringleader') },
  ],
  [
    'be',
    'active',
    'object',
    'speaker',
    'told',
    {
      subject: set(
        'mastermind perpetrator culprit architect organiser organizer author attacker bomber gunman brain suspect ringleader planner',
      ),
      named: true,
    },
  ],
  [
    'be fall remain',
    'active',
    'prep:of',
    'speaker',
    'told',
    { group: true, with: set('hand hands'), types: set('kidnapping hostage-taking') },
  ],
  [
    'think consider deem believe judge reckon',
    'active',
    'object',
    'subject',
    'assessed',
    { group: true, named: true, with: set('likely likelier likeliest responsible culprit') },
  ],
  ['bear have carry', 'active', 'subject', 'speaker', 'told', { object: set('responsibility blame') }],
  ['have play', 'active', 'subject', 'speaker', 'told', { object: PART, ofAct: true }],
  [
    'give',
    'active',
    'subject',
    'speaker',
    'told',
    { culprit: true, object: set('blessing go-ahead order nod approval'), ofAct: true },
  ],
  ['take participate', 'active', 'subject', 'speaker', 'told', { with: set('part in'), ofAct: true }],
  [
    'take receive get',
    'active',
    'prep:from',
    'speaker',
    'told',
    { culprit: true, object: set('order instruction command') },
  ],
  ['act', 'active', 'prep:from|of', 'speaker', 'told', { group: true, with: set('order orders instruction behalf') }],
  ['involve', 'passive', 'subject', 'speaker', 'told'],
];

export const ATTRIBUTION_RULES: readonly AttributionRule[] = rows.map(([verbs, voice, actor, by, stance, more]) => ({
  verbs: verbs.trim().split(/\s+/),
  voice,
  actor,
  by,
  stance,
  ...more,
}));
