/** Words for ties that hold both ways, and endings of compounds that tie one name to another. */
import type { RelationType } from '../vocabulary.js';

const words = (text: string): string[] => text.trim().split(/\s+/);

interface Mutual {
  noun?: RelationType;
  verb?: RelationType;
}
const add = (map: Map<string, Mutual>, kind: 'noun' | 'verb', type: RelationType, list: string): void => {
  for (const word of words(list)) map.set(word, { ...map.get(word), [kind]: type });
};
const mutual = new Map<string, Mutual>();
add(
  mutual,
  'noun',
  'rival-of',
  `rival enemy foe adversary opponent competitor war odds odd loggerheads dagger feud fighting clash conflict rivalry battle hostility enmity
  skirmish quarrel competition split turf-war tension`,
);
add(
  mutual,
  'noun',
  'ally-of',
  'ally partner alliance cooperation tie link pact partnership bond collaboration contact agreement',
);
add(mutual, 'verb', 'rival-of', 'fight clash battle attack oppose denounce compete war feud vie quarrel');
add(
  mutual,
  'verb',
  'ally-of',
  'cooperate co-operate collaborate help support train work join coordinate plan band team ally',
);

/** By lemma: the tie that the noun (as predicate or before "between") or the verb (with "each other") tells of two groups. */
export const RECIPROCAL: ReadonlyMap<string, Mutual> = mutual;

/** Verbs that tell it of two subjects by themselves: "X and Y have clashed". */
export const MUTUAL_ALONE: ReadonlySet<string> = new Set(
  words('clash feud compete cooperate co-operate collaborate ally vie quarrel'),
);

/** By what follows the last hyphen. */
export const COMPOUNDS: ReadonlyMap<string, RelationType> = new Map<string, RelationType>([
  ...words('linked connected aligned allied tied').map((word) => [word, 'ally-of'] as const),
  ['affiliated', 'branch-of'],
  ...words('backed supported funded sponsored financed armed trained').map((word) => [word, 'supports'] as const),
  ...words('based headquartered').map((word) => [word, 'based-in'] as const),
  ['led', 'led-by'],
]);

/** "support for", "the backing of". */
export const HELP_NOUNS: ReadonlySet<string> = new Set(
  words('support backing aid sponsorship funding patronage assistance protection help shelter training'),
);
export const SUPPORTED_BY: ReadonlySet<string> = new Set(words('of from'));

/** "it was revenge for …": nouns and verbs of paying back, before those who are blamed. */
export const REVENGE: ReadonlySet<string> = new Set(
  words('revenge retaliation reprisal retribution vengeance avenge retaliate response punishment punish'),
);
