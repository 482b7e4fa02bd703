/** How ties between groups, people and places are worded. The rows are for extending; relation types after STIX 2.1 where it has one. */
import type { RelationType } from '../vocabulary.js';

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Who fills a place: the doer, the one it is done to, or what stands behind these prepositions. */
export type Role = 'agent' | 'patient' | `prep:${string}`;

export interface VerbRelation {
  type: RelationType;
  from: Role;
  to: Role;
  /** The tie began with the act, so a date beside it is when: "founded in 2015", against "leads", which only takes "since". */
  begins?: true;
  /** The verb means this only with one of these nouns (lemmas) as its object: "pledge allegiance". */
  object?: ReadonlySet<string>;
  /** `to` is a place, not an actor. */
  place?: true;
  /** Only of a person. */
  person?: true;
  /** Only in the passive. */
  passive?: true;
  /** One of these words stands behind the verb: "hold … responsible". */
  with?: ReadonlySet<string>;
  /** Only told of what is done again and again: "mounts attacks in", not "mounted an attack in". */
  habit?: true;
}

const OATH = set(
  'allegiance loyalty oath fealty bayah bayat faith fidelity obedience submission itself himself herself themselves',
);
const OATH_SENT = set('oath pledge bayah bayat');
const FOOTHOLD = set(
  'foothold ground presence stronghold base camp cell fighter footprint haven safe-haven territory network sanctuary member hideout bastion headquarters rear-base wing operation outpost',
);
const HELP = set(
  `support help aid assistance money fund funding weapon arm missile drone rocket training instructor ammunition equipment shelter sanctuary haven
  room backing cash explosive backing intelligence logistics finance material refuge asylum protection cover rifle mortar gold bomber expertise explosives
  donation grant subsidy safe-house bomb-maker instruction passport document vehicle uniform patronage sponsorship stipend`,
);
const TIES = set('tie link alliance contact relation relationship cooperation partnership pact connection bond');
const RECRUIT = set('recruit recruiting recruitment fighter member');
const MENACE = set('threat danger force');

const rows: [verbs: string, relation: VerbRelation][] = [
  [
    'move roam hide shelter lurk range prowl function thrive flourish entrench concentrate deploy',
    { type: 'operates-in', from: 'agent', to: 'prep:in|across|through|throughout', place: true },
  ],
  ['spread expand extend', { type: 'operates-in', from: 'agent', to: 'prep:into|to|across', place: true }],
  ['operate_out', { type: 'operates-in', from: 'agent', to: 'prep:of', place: true }],
  ['recruit', { type: 'member-of', from: 'patient', to: 'agent', person: true, passive: true }],
  ['fight serve train enlist', { type: 'member-of', from: 'agent', to: 'prep:for|with|in|alongside', person: true }],
  [
    'draw_in draw lure attract sign_up',
    {
      type: 'recruits-in',
      from: 'agent',
      to: 'prep:in|from|across|among',
      place: true,
      object: set('man youth youngster volunteer follower teenager'),
    },
  ],
  ['part', { type: 'splinter-of', from: 'agent', to: 'prep:with|from', begins: true, object: set('company way') }],
  ['go_over defect', { type: 'member-of', from: 'agent', to: 'prep:to', person: true }],
  ['owe', { type: 'allegiance-to', from: 'agent', to: 'patient', object: OATH }],
  [
    'recruit enlist',
    { type: 'recruits-in', from: 'agent', to: 'prep:in|from|across|among|within|around', place: true },
  ],
  ['fall', { type: 'controls', from: 'prep:to', to: 'agent', place: true, begins: true }],
  ['hold', { type: 'controls', from: 'agent', to: 'patient', place: true }],
  ['hold control rule govern', { type: 'controls', from: 'agent', to: 'prep:of', place: true }],
  ['subordinate', { type: 'branch-of', from: 'patient', to: 'prep:to' }],
  ['answer report', { type: 'branch-of', from: 'agent', to: 'prep:to' }],
  ['side stand throw_in', { type: 'ally-of', from: 'agent', to: 'prep:with|alongside' }],
  ['merge', { type: 'branch-of', from: 'agent', to: 'prep:into', begins: true }],
  ['affiliate', { type: 'branch-of', from: 'patient', to: 'prep:with|to' }],
  ['split_off split_away break_with', { type: 'splinter-of', from: 'agent', to: 'prep:from', begins: true }],
  ['hold', { type: 'operates-in', from: 'agent', to: 'prep:around|near|in|along', place: true, object: FOOTHOLD }],
  [
    'send channel funnel transfer deliver smuggle ship sell pass hand',
    { type: 'supports', from: 'agent', to: 'prep:to', object: HELP },
  ],
  [
    'receive get obtain acquire accept draw secure enjoy win take',
    { type: 'supports', from: 'prep:from|of', to: 'agent', object: HELP },
  ],
  ['supply provide furnish present', { type: 'supports', from: 'agent', to: 'patient' }],
  [
    'have maintain forge keep build cultivate establish share enjoy form strike seal',
    { type: 'ally-of', from: 'agent', to: 'prep:to|with', object: TIES },
  ],
  [
    'mount conduct launch carry_out stage keep_up keep wage',
    {
      type: 'operates-in',
      from: 'agent',
      to: 'prep:in|across|throughout',
      place: true,
      habit: true,
      object: set('attack operation raid ambush assault strike bombing'),
    },
  ],
  [
    'wage lead fight pursue run sustain',
    {
      type: 'operates-in',
      from: 'agent',
      to: 'prep:in|across|throughout',
      place: true,
      object: set('insurgency rebellion uprising campaign jihad revolt guerrilla-war'),
    },
  ],
  [
    'regroup come_back re-emerge reemerge resurface reconstitute rebrand rename reappear return',
    { type: 'also-known-as', from: 'agent', to: 'prep:as' },
  ],
  ['lay put place', { type: 'blames', from: 'agent', to: 'prep:of|on|upon', object: set('blame responsibility') }],
  ['hold', { type: 'blames', from: 'agent', to: 'patient', with: set('responsible accountable liable blame') }],
  ['pin', { type: 'blames', from: 'agent', to: 'prep:on' }],
  ['depend rely', { type: 'supports', from: 'prep:on|upon', to: 'agent' }],
  ['accuse', { type: 'blames', from: 'agent', to: 'patient' }],
  [
    'emerge grow spring evolve stem arise derive descend develop',
    { type: 'splinter-of', from: 'agent', to: 'prep:from|out of', begins: true },
  ],
  [
    'lead head command run oversee direct chair spearhead helm co-lead',
    { type: 'led-by', from: 'patient', to: 'agent' },
  ],
  [
    'found establish create form set_up co-found cofound launch start organise organize assemble build bring_together raise proclaim float forge conceive',
    { type: 'founded-by', from: 'patient', to: 'agent', begins: true },
  ],
  [
    'pledge swear declare renew give vow offer transfer switch proclaim announce owe profess take reaffirm affirm',
    { type: 'allegiance-to', from: 'agent', to: 'prep:to', begins: true, object: OATH },
  ],
  [
    'post take record publish make send release',
    { type: 'allegiance-to', from: 'agent', to: 'prep:to', begins: true, object: OATH_SENT },
  ],
  [
    'operate',
    {
      type: 'operates-in',
      from: 'agent',
      to: 'prep:in|across|throughout|within|out of|from|along|around|inside|on|near',
      place: true,
    },
  ],
  [
    'base headquarter seat quarter',
    { type: 'based-in', from: 'patient', to: 'prep:in|at|near|out of|on|around', place: true },
  ],
  [
    'gain have maintain keep establish retain build hold possess win set_up run open expand operate create',
    {
      type: 'operates-in',
      from: 'agent',
      to: 'prep:in|across|throughout|within|on|along|near|around|inside',
      place: true,
      object: FOOTHOLD,
    },
  ],
  [
    'remain pose be',
    { type: 'operates-in', from: 'agent', to: 'prep:in|across|throughout', place: true, object: MENACE },
  ],
  [
    'draw seek find attract gather win gain take',
    { type: 'recruits-in', from: 'agent', to: 'prep:in|from|across', place: true, object: RECRUIT },
  ],
  ['control rule govern dominate administer run', { type: 'controls', from: 'agent', to: 'patient', place: true }],
  [
    'seize capture take overrun conquer take_over occupy',
    { type: 'controls', from: 'agent', to: 'patient', place: true, begins: true },
  ],
  [
    'support back fund finance arm sponsor bankroll assist shelter harbour harbor host equip serve abet train aid subsidise subsidize protect nurture foster underwrite prop_up',
    { type: 'supports', from: 'agent', to: 'patient' },
  ],
  ['provide give lend supply offer extend grant', { type: 'supports', from: 'agent', to: 'prep:to|for', object: HELP }],
  ['blame', { type: 'blames', from: 'agent', to: 'patient' }],
  ['blame', { type: 'blames', from: 'agent', to: 'prep:on' }],
  ['avenge', { type: 'blames', from: 'agent', to: 'patient' }],
  [
    'fight battle combat oppose rival confront challenge oust expel rout defeat dislodge drive_out',
    { type: 'rival-of', from: 'agent', to: 'patient' },
  ],
  [
    'fight battle clash vie compete feud war skirmish quarrel wage',
    { type: 'rival-of', from: 'agent', to: 'prep:with|against' },
  ],
  ['liberate retake recapture wrest reconquer free', { type: 'rival-of', from: 'agent', to: 'prep:from' }],
  [
    'ally cooperate co-operate collaborate align coordinate co-ordinate partner team_up team link_up conspire',
    { type: 'ally-of', from: 'agent', to: 'prep:with|to' },
  ],
  ['fight operate work train act serve battle', { type: 'ally-of', from: 'agent', to: 'prep:alongside' }],
  ['join', { type: 'ally-of', from: 'agent', to: 'prep:with', object: set('force hand rank') }],
  ['ally align link connect tie', { type: 'ally-of', from: 'patient', to: 'prep:with|to' }],
  ['roam prowl range patrol stalk haunt infest', { type: 'operates-in', from: 'agent', to: 'patient', place: true }],
  ['belong', { type: 'member-of', from: 'agent', to: 'prep:to' }],
  ['join rejoin enter', { type: 'member-of', from: 'agent', to: 'patient', begins: true }],
  [
    'split secede splinter defect break break_away break_off split_off split_away spin_off peel_off separate depart part walk_out walk_away fall_out',
    { type: 'splinter-of', from: 'agent', to: 'prep:from|with|of', begins: true },
  ],
  ['leave quit desert abandon', { type: 'splinter-of', from: 'agent', to: 'patient', begins: true }],
];

export const VERB_RELATIONS: ReadonlyMap<string, readonly VerbRelation[]> = rows.reduce((map, [verbs, relation]) => {
  for (const verb of verbs.split(' ')) map.set(verb, [...(map.get(verb) ?? []), relation]);
  return map;
}, new Map<string, VerbRelation[]>());

/** Verbs that double their object: "give the group money". */
export const GIVING = set('give send provide supply lend deliver grant sell');
export const HELP_GIVEN = HELP;

/** "was active in", "is present in": adjectives after "be", "remain". */
export const ACTIVE = set(
  'active present based entrenched prominent rooted headquartered strongest concentrated operational strong holed dominant influential',
);

/**
 * Nouns that tie the one they describe (holder) to the one they are said of (host): "the leader [of] X" has X as host.
 * `person`: the holder is one; `group`: it is a group. `few`: the type where there are several ("one of its leaders").
 */
export interface RoleNoun {
  type: RelationType;
  holder: 'person' | 'group';
  /** Which end the holder is. */
  end: 'from' | 'to';
  many?: RelationType;
}

const roleRows: [words: string, role: RoleNoun][] = [
  [
    `leader head chief commander emir amir boss supremo commander-in-chief kingpin caliph ringleader chieftain strongman
    figurehead secretary-general chairman chairwoman warlord mastermind`,
    { type: 'led-by', holder: 'person', end: 'to', many: 'member-of' },
  ],
  ['founder co-founder cofounder creator', { type: 'founded-by', holder: 'person', end: 'to' }],
  [
    `spokesman spokeswoman spokesperson member fighter operative militant negotiator deputy lieutenant man martyr minister gunman bomber
    officer official figure terrorist insurgent rebel guerrilla cadre commandant ideologue financier bombmaker jihadist recruit envoy
    representative propagandist treasurer aide associate adherent combatant bodyguard mouthpiece trainer bomb-maker activist courier
    supplier quartermaster strategist veteran lieutenants soldier governor kingpin qaid recruit mentor hitman enforcer assassin secretary liaison
    volunteer emissary fixer logistician sniper executioner theoretician intermediary medic executive coordinator planner explosives-expert`,
    { type: 'member-of', holder: 'person', end: 'from' },
  ],
  [
    'supporter sympathizer sympathiser recruiter follower backer facilitator',
    { type: 'supports', holder: 'person', end: 'from' },
  ],
  [
    `branch affiliate wing arm franchise chapter unit squad brigade subsidiary affiliate province faction battalion cell subgroup sub-group
    section column detachment regiment component outpost network`,
    { type: 'branch-of', holder: 'group', end: 'from' },
  ],
  ['offshoot splinter breakaway successor', { type: 'splinter-of', holder: 'group', end: 'from' }],
  [
    'rival enemy adversary foe opponent competitor archenemy arch-rival archrival nemesis',
    { type: 'rival-of', holder: 'group', end: 'from' },
  ],
  ['ally partner collaborator', { type: 'ally-of', holder: 'group', end: 'from' }],
];

export const ROLE_NOUNS: ReadonlyMap<string, RoleNoun> = new Map(
  roleRows.flatMap(([words, role]) =>
    words
      .trim()
      .split(/\s+/)
      .map((word) => [word, role] as const),
  ),
);

/** "disaffected members of X": founders who come out of X. */
export const DISAFFECTED = set(
  'disaffected former breakaway dissident disgruntled ex disillusioned renegade defected splinter dissidents defectors deserters renegades',
);

/** "conflict with X", "in conflict with", "war with": nouns of rivalry before "with", "against", "between". */
export const STRIFE = set(
  'conflict rivalry feud war clash fight dispute battle hostility hostilities fighting competition odds odd loggerheads enmity drawn',
);
/** "loyal to X", "allied with X": adjectives behind a noun or a form of "be". */
export const ADJECTIVES: ReadonlyMap<string, RelationType> = new Map([
  ['loyal', 'allegiance-to'],
  ['allied', 'ally-of'],
  ['affiliated', 'branch-of'],
  ['part', 'branch-of'],
  ['linked', 'ally-of'],
  ['subordinate', 'branch-of'],
  ['hostile', 'rival-of'],
  ['close', 'ally-of'],
  ['aligned', 'ally-of'],
  ['faithful', 'allegiance-to'],
  ['sworn', 'allegiance-to'],
]);

/**
 * Nouns that tie the group that the clause is about to the one behind a preposition, whatever the verb: "keeps close ties
 * to X", "a bond with X", "its oath of loyalty to X".
 */
export const NOUN_TIES: ReadonlyMap<string, { type: RelationType; prepositions: ReadonlySet<string> }> = new Map(
  (
    [
      [
        'tie ties link links contact contacts alliance relations relationship pact partnership cooperation connections bonds',
        { type: 'ally-of', prepositions: set('to with') },
      ],
      ['allegiance loyalty fealty bayah bayat', { type: 'allegiance-to', prepositions: set('to') }],
    ] as const
  ).flatMap(([nouns, tie]) => nouns.split(' ').map((noun) => [noun, tie] as const)),
);
/** Verbs, "no" and "without" before such a noun that say that there is none, or no more. */
export const UNTYING = set(
  'no not never without deny denies denied denying cut sever severed break broke broken end ended renounce renounced lack lacks lacked any alleged refuse refused reject rejected',
);

/** "was named leader of X", "elected Y as its head": verbs that make somebody what the noun says. */
export const NAMING = set(
  'name appoint elect choose declare proclaim install make designate anoint crown select nominate confirm promote',
);

/** "succeeded X", "was replaced by Y": the new leader of what the other led. */
export const SUCCEEDING = set('succeed replace supplant follow');
/** "command passed to X": what goes from one leader to the next, and how. */
export const REINS = set('leadership command reins mantle helm control baton');
export const PASSING = set('pass fall go devolve hand turn');
/** "under the leadership of X": who leads. */
export const LEADERSHIP = set('leadership command rule direction guidance helm orders control');

/** What a group has where it is: "an X headquarters near Y", "X camps have appeared in Y". */
export const SEATS = set('headquarters base camp hideout stronghold compound bastion');
/** What it has there besides: "with chapters in Y", "its cells in Y". */
export const HOLDINGS = set(
  'cell chapter presence foothold haven sanctuary outpost supporter adherent fighter bases band',
);
/** "a merger of A and B", "between A and B": what makes one of several. */
export const MERGERS = set('merger fusion amalgamation unification union coalition');
/** "with the blessing of X": who lets a group do it stands by it. */
export const BLESSINGS = set('blessing backing support help connivance aid assistance patronage sponsorship');

/** Verbs with which such a seat is told to be there. */
export const BEING = set('be appear exist emerge operate remain lie stand spring_up');

/** Verbs that make one group of several, and those that say that it came about. */
export const MERGING = set('merge unite amalgamate combine fuse');
export const ARISING = set('come emerge arise form create establish found bear');

/** Parts of a group whose leader leads the group in the eyes of the reporter: "leads the military wing of X". */
export const PARTS = set('apparatus wing arm council leadership operation command branch');
/** "work together", "fight alongside": verbs of doing things in common. */
export const TOGETHER = set('work fight train operate plan act cooperate');
