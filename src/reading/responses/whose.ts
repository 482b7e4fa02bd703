/** By whom an act was done, where its clause names nobody. */
import type { Analysis } from '../analysis.js';
import type { Clause } from '../clauses.js';
import { speakerOf } from '../danger.js';
import type { ResponseVerb } from '../lexicon/responses.js';
import type { ActorEntity } from '../names/entities.js';
import { headLemma, nounAt } from '../nouns.js';
import type { Act } from './act.js';

/** Who did the act told in the sentence before or in this one. */
export function lately(acts: readonly Act[], { sentence }: Clause): ActorEntity | null {
  const previous = acts.at(-1);
  return previous && sentence - previous.sentence <= 1 ? previous.by : null;
}

/** "They found him and arrested him": those who did the act told in the sentence before. */
export function sameAsBefore(a: Analysis, clause: Clause, acts: Act[]): ActorEntity | null {
  const previous = acts.at(-1);
  const they = clause.subjects.some((n) => a.doc.tokens[nounAt(a, n).head]!.lower === 'they');
  return they && !clause.verb.passive && previous && clause.sentence - previous.sentence <= 1 ? previous.by : null;
}

/** "A company, the Response Force, was flown in": those who were sent. */
export function forces(a: Analysis, clause: Clause, row: ResponseVerb): ActorEntity | null {
  if (!clause.verb.passive || row.type !== 'security-measure' || !clause.subjects.length) return null;
  if (!row.objects && !row.near) return null;
  const np = nounAt(a, clause.subjects[0]!);
  const apposed =
    a.doc.tokens[np.last]?.lower === ',' ? a.phrases.nouns[a.phrases.nounAt[np.last + 1] ?? -1] : undefined;
  if (/^(?:police|army|soldier|troop|officer|gendarme|ranger)$/.test(headLemma(a, np)))
    return a.names.actorFor(np.first, np.last);
  return a.names.actorAt(np.head)?.actor ?? (apposed && a.names.actorAt(apposed.head)?.actor) ?? null;
}

/** "Two men were arrested, police said": those who say so made the arrest. */
export function institutionSpeaking(a: Analysis, clause: Clause): ActorEntity | null {
  const speaker = a.speakers[clause.index];
  if (!speaker) return null;
  const np = nounAt(a, speaker.noun);
  const agency =
    a.names.actorAt(np.first)?.actor.kind === 'agency' || a.names.actorAt(np.head)?.actor.kind === 'agency';
  const forces = SPEAKING.test(headLemma(a, np)) && FORCES.test(a.doc.tokens[np.head - 1]?.lower ?? '');
  return agency || DETAINERS.test(headLemma(a, np)) || forces ? a.names.actorFor(np.first, np.last) : null;
}

const DETAINERS = /^(?:police|army|military|ministry|detective|force|navy|gendarmerie|authority|agency|troop)$/;
/** "a military spokesman", "police officials". */
const SPEAKING = /^(?:spokesman|spokeswoman|spokesperson|official|officer|chief|commander|source)$/;
const FORCES = /^(?:police|army|military|security|navy|coalition)$/;

/** Sentences around a verdict in which the court may be named. */
const COURT_REACH = 2;

/** "was sentenced to death on Friday": the court that the sentence names, or those around it. */
export function courtNear(a: Analysis, { sentence }: Clause): ActorEntity | null {
  const { sentences, tokens } = a.doc;
  for (const s of [sentence, sentence + 1, sentence - 1, sentence + 2]) {
    if (s < 0 || s >= sentences.length || s - sentence > COURT_REACH) continue;
    const { first, last } = sentences[s]!;
    for (let i = first; i < last; i++) {
      const n = COURTS.has(tokens[i]!.lower) ? a.phrases.nounAt[i]! : -1;
      if (n < 0 || nounAt(a, n).head !== i || COURTS.has(tokens[nounAt(a, n).first]!.lower)) continue;
      return a.names.actorFor(nounAt(a, n).first, nounAt(a, n).last);
    }
  }
  return null;
}
const COURTS: ReadonlySet<string> = new Set(['court', 'tribunal']);

/** "The minister announced that four groups have been added": the office that says so. */
export function officeSpeaking(a: Analysis, clause: Clause): ActorEntity | null {
  const speaker = a.speakers[clause.index] ? speakerOf(a, clause) : null;
  return speaker && (speaker.kind === 'government' || speaker.kind === 'agency' || speaker.roles.length > 0)
    ? speaker
    : null;
}
