/** Who is prominent enough that an attack on that one person is an assassination (GTD codebook, attack type 1). */
import type { Analysis } from '../analysis.js';
import { headLemma, isPlural, nounAt, thingOf } from '../nouns.js';
import type { NounPhrase } from '../phrases.js';
import type { TargetType } from '../vocabulary.js';
import type { EventMention } from './mention.js';

const OFFICES: ReadonlySet<TargetType> = new Set<TargetType>(['government', 'diplomatic', 'political-parties']);

/** Heads of bodies and men of note, beside the offices of the lexicon. */
const NOTABLES = new Set(
  `chief commander general colonel leader elder chieftain cleric imam bishop archbishop cardinal editor publisher manager director
  chairman executive head president secretary spokesman lawyer advocate activist king prince shah industrialist banker businessman
  journalist broadcaster columnist scholar professor mufti sheikh rabbi ayatollah attache superintendent brigadier admiral`.split(
    /\s+/,
  ),
);

/** A single named person, or one by office or standing. */
function isProminent(a: Analysis, np: NounPhrase): boolean {
  if (isPlural(a, np)) return false;
  if (a.names.actorAt(np.head)?.actor.kind === 'person') return true;
  const thing = thingOf(a, np);
  return NOTABLES.has(headLemma(a, np)) || (thing?.class === 'person' && OFFICES.has(thing.type));
}

/** "the mayor's car", "the home of Judge X": what is hit stands for its owner. */
function isOwnOf(a: Analysis, np: NounPhrase): boolean {
  const kind = thingOf(a, np)?.class;
  if (kind !== 'vehicle' && !/^(?:home|house|residence|villa|apartment)$/.test(headLemma(a, np))) return false;
  if (np.owner >= 0) return isProminent(a, nounAt(a, np.owner));
  const next = a.doc.tokens[np.last]?.lower;
  const n = next === 'of' || next === 'carrying' ? (a.phrases.nounAt[np.last + 1] ?? -1) : -1;
  return n >= 0 && isProminent(a, nounAt(a, n));
}

/** Words that take the person as their aim: not those of hurt, which an attack on others does as well. */
const AIMED =
  /^(?:shoot|kill|murder|stab|slay|execute|gun|machine-gun|assail|attack|ambush|behead|hack|open|fire|poison|bomb|murder|killing|shooting|slaying|stabbing|beheading|spray|slaughter|target)$/;

/** Is it aimed at one person of note, with at most a companion or two? */
export function isAimedAtOne(a: Analysis, mentions: EventMention[]): boolean {
  const main = mentions.find((m) => !m.adds && !m.pattern);
  if (!main) return false;
  return mentions.some((m) => {
    if (m.sentence !== main.sentence || m.pattern || m.adds || m.patients.length > 3) return false;
    const first = m.patients[0];
    if (first === undefined) return false;
    const np = nounAt(a, first);
    return AIMED.test(a.doc.tokens[m.token]!.lemma) ? isProminent(a, np) || isOwnOf(a, np) : isOwnOf(a, np);
  });
}
