/** How threats are worded: which verbs and nouns make of an act of violence an intent, an ability, a plan or a call to it. */
import type { ThreatType } from '../vocabulary.js';

const table = (...rows: [ThreatType, string][]): ReadonlyMap<string, ThreatType> =>
  new Map(rows.flatMap(([type, words]) => words.split(/\s+/).map((word) => [word, type] as [string, ThreatType])));

/** Verbs, by lemma and particle, for what attackers do. With `carry_out` and its like the object must be an act. */
export const ATTACKING = new Set(
  `attack strike hit kill bomb assault ambush behead murder massacre assassinate kidnap abduct hijack blow_up strike_at target execute punish avenge shoot slaughter destroy drive_out expel overthrow topple
  annihilate wipe_out conquer invade capture seize raid storm shell sabotage burn harm retaliate eliminate liquidate slay maim terrorise terrorize crush
  exterminate eradicate decapitate detonate shoot_down bring_down set_off torch fight sink derail poison stab ram disrupt`.split(
    /\s+/,
  ),
);
export const DOING = new Set(
  `carry_out conduct launch mount stage perpetrate commit undertake continue do inspire direct make build use go_on keep resume plan wage inflict step_up escalate intensify expand take
  organise organize execute sow spread cause unleash`.split(/\s+/),
);
/** Nouns for the acts. */
export const ACTS = new Set(
  `attack strike operation bombing assault killing kidnapping plot violence bloodshed campaign raid terror jihad war attempt bomb drone explosive weapon revenge retaliation reprisal vengeance retribution bloodbath casualty destruction ambush assassination
  bombing-campaign rocket missile massacre beheading abduction hostage-taking uprising war chaos mayhem`.split(/\s+/),
);

/** "wants to attack", "vowed to strike", "is plotting to bomb": verbs and adjectives before the infinitive or gerund. */
export const GOVERNING = table(
  [
    'intent',
    'want intend aim seek hope mean vow promise pledge threaten swear try continue desire wish commit determine resolve prepare_to aspire strive undertake',
  ],
  ['plotting', 'plan plot prepare conspire scheme'],
);

/** The same with the act or the victims as their object: "threatened vessels", "promised more operations", "is plotting attacks". */
export const WITH_OBJECT = table(
  ['intent', 'threaten vow promise pledge seek swear declare announce'],
  ['plotting', 'plot plan prepare organise organize orchestrate mastermind'],
);

/** "has the will to hit", "the capability to strike": what a group has. */
export const HAVING = table(
  ['intent', 'will intent intention desire ambition aspiration determination'],
  ['capability', 'ability capability capacity means potential strength weapons resource capabilities expertise reach'],
);

/** "is able to strike", "remains intent on killing": adjectives behind "be", "remain" and before the act. */
export const PREDICATES = table(
  ['capability', 'able capable'],
  ['intent', 'committed determined intent resolved bent ready eager willing poised prepared hell-bent set'],
);

export const ABLE: ReadonlySet<string> = new Set(['could', 'can', 'may', 'might']);
export const WILLING: ReadonlySet<string> = new Set(['will', 'would', 'shall']);

/** "called on followers to attack": verbs whose object is moved to violence, and who that is. */
export const INCITING: ReadonlySet<string> = new Set(
  'call urge exhort incite encourage order command instruct tell ask inspire appeal press push goad invite summon'.split(
    /\s+/,
  ),
);
export const FOLLOWERS: ReadonlySet<string> = new Set(
  'follower supporter member fighter muslim believer sympathizer sympathiser people youth man soldier lion brother everyone jihadist militant cell individual sympathizers wolf operative volunteer arab sunni anyone all other'.split(
    /\s+/,
  ),
);

/** "remains a threat to": the noun, and the verbs that join a group to it. */
export const MENACE: ReadonlySet<string> = new Set('threat danger menace risk'.split(/\s+/));
export const MENACING: ReadonlySet<string> = new Set(
  'remain be pose represent constitute present become grow stay continue'.split(/\s+/),
);
/** "threat level", "terrorism alert", "level of alert": stated levels, and verbs that state them. */
export const STATING: ReadonlySet<string> = new Set(
  'be stay remain raise lower stand set put rate lift rise fall keep increase reduce upgrade downgrade elevate hold maintain assess drop move go'.split(
    /\s+/,
  ),
);
