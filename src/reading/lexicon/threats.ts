/** How threats are worded: which verbs and nouns make of an act of violence an intent, an ability, a plan or a call to it. */
import type { ThreatType } from '../vocabulary.js';

const table = (...rows: [ThreatType, string][]): ReadonlyMap<string, ThreatType> =>
  new Map(rows.flatMap(([type, words]) => words.split(/\s+/).map((word) => [word, type] as [string, ThreatType])));

/** Verbs, by lemma and particle, for what attackers do. With `carry_out` and its like the object must be an act. */
export const ATTACKING = new Set(
  'attack strike hit kill bomb assault ambush behead murder massacre assassinate kidnap abduct hijack blow_up strike_at target execute punish avenge shoot slaughter destroy'.split(
    ' ',
  ),
);
export const DOING = new Set(
  'carry_out conduct launch mount stage perpetrate commit undertake continue do inspire direct make build use go_on keep resume plan'.split(
    ' ',
  ),
);
/** Nouns for the acts. */
export const ACTS = new Set(
  'attack strike operation bombing assault killing kidnapping plot violence bloodshed campaign raid terror jihad war attempt bomb drone explosive weapon'.split(
    ' ',
  ),
);

/** "wants to attack", "vowed to strike", "is plotting to bomb": verbs and adjectives before the infinitive or gerund. */
export const GOVERNING = table(
  [
    'intent',
    'want intend aim seek hope mean vow promise pledge threaten swear try continue desire wish commit determine resolve prepare_to',
  ],
  ['plotting', 'plan plot prepare conspire scheme'],
);

/** The same with the act or the victims as their object: "threatened vessels", "promised more operations", "is plotting attacks". */
export const WITH_OBJECT = table(['intent', 'threaten vow promise pledge seek'], ['plotting', 'plot plan prepare']);

/** "has the will to hit", "the capability to strike": what a group has. */
export const HAVING = table(
  ['intent', 'will intent intention desire ambition aspiration determination'],
  ['capability', 'ability capability capacity means potential strength weapons resource'],
);

export const ABLE: ReadonlySet<string> = new Set(['could', 'can', 'may', 'might']);
export const WILLING: ReadonlySet<string> = new Set(['will', 'would', 'shall']);

/** "called on followers to attack": verbs whose object is moved to violence, and who that is. */
export const INCITING: ReadonlySet<string> = new Set(
  'call urge exhort incite encourage order command instruct tell ask inspire'.split(' '),
);
export const FOLLOWERS: ReadonlySet<string> = new Set(
  'follower supporter member fighter muslim believer sympathizer sympathiser people youth man soldier lion brother everyone jihadist militant cell'.split(
    ' ',
  ),
);

/** "remains a threat to": the noun, and the verbs that join a group to it. */
export const MENACE: ReadonlySet<string> = new Set('threat danger menace risk'.split(' '));
export const MENACING: ReadonlySet<string> = new Set(
  'remain be pose represent constitute present become grow stay continue'.split(' '),
);
/** "threat level", "terrorism alert", "level of alert": stated levels, and verbs that state them. */
export const STATING: ReadonlySet<string> = new Set(
  'be stay remain raise lower stand set put rate lift rise fall keep increase reduce'.split(' '),
);
