/** What became of those of whom a clause tells: killed, injured, or neither. */
import type { Analysis } from '../analysis.js';
import type { Clause } from '../clauses.js';
import {
  BROUGHT,
  CARE,
  DEAD_NOUNS,
  DIE,
  FELL_ELSEWHERE,
  HARM,
  INJURE,
  INJURED_NOUNS,
  KILL,
  SUFFER,
  TO_DEATH,
} from '../lexicon/casualties.js';
import { headLemma, nounAt, thingOf } from '../nouns.js';

export type Fate = 'killed' | 'injured';

/** "eight soldiers fell". */
export const fell = (a: Analysis, { verb, subjects, objects }: Clause): boolean =>
  verb.lemma === 'fall' &&
  !objects.length &&
  subjects.length > 0 &&
  !FELL_ELSEWHERE.test(a.doc.tokens[verb.last]?.lower ?? '') &&
  subjects.every((n) => thingOf(a, nounAt(a, n))?.class === 'person');

/** "needed treatment", "were treated for cuts", "were taken to hospital". */
function isCaredFor(a: Analysis, { verb, objects, prepositional }: Clause): boolean {
  if (/^(?:need|require|receive)$/.test(verb.lemma)) return objects.some((o) => CARE.test(headLemma(a, nounAt(a, o))));
  if (!verb.passive) return false;
  if (verb.lemma === 'treat') return true;
  return (
    BROUGHT.test(verb.lemma) &&
    prepositional.some((p) => p.preposition === 'to' && headLemma(a, nounAt(a, p.noun)) === 'hospital')
  );
}

/** "lost their lives", "21 lives were lost". */
export const losesLife = (a: Analysis, { verb, subjects, objects }: Clause): boolean =>
  verb.lemma === 'lose' &&
  (verb.passive ? subjects : objects).some((n) => a.doc.tokens[nounAt(a, n).head]!.lemma === 'life');

/** "shot a policeman and a soldier dead". */
function deadBehind(a: Analysis, { objects }: Clause): boolean {
  const last = objects.at(-1);
  return last !== undefined && a.doc.tokens[nounAt(a, last).last]?.lower === 'dead';
}

/** "to death" within a few words. */
function toDeath(a: Analysis, from: number): boolean {
  for (let i = from; i < Math.min(from + 14, a.doc.tokens.length); i++)
    if (a.doc.tokens[i]!.lower === 'to' && a.doc.tokens[i + 1]?.lower === 'death') return true;
  return false;
}

/** What became of the noun phrase `n` in the clause. */
export function outcomeIn(a: Analysis, clause: Clause, n: number): Fate | null {
  const { verb, subjects, objects } = clause;
  if (verb.negated || (verb.modal && !verb.perfect && verb.modal !== 'would')) return null;
  const { lemma } = verb;
  const isSubject = subjects.includes(n);
  const isObject = objects.includes(n);
  if (!isSubject && !isObject) return null;
  const { tokens } = a.doc;
  if (DIE.test(lemma) || fell(a, clause)) return isSubject ? 'killed' : null;
  if (isSubject && isCaredFor(a, clause)) return 'injured';
  const undergoes = verb.passive === isSubject;
  if (
    /^(?:find|discover|recover)$/.test(lemma) &&
    verb.passive &&
    isSubject &&
    /^(?:body|corpse|remains?)$/.test(headLemma(a, nounAt(a, n)))
  )
    return 'killed';
  if (lemma === 'find' && verb.passive) {
    const state = tokens[verb.last]?.lower ?? '';
    return isSubject && /^(?:dead|shot|slain|killed|murdered|beheaded|decapitated|strangled|executed)$/.test(state)
      ? 'killed'
      : null;
  }
  const shotDead = lemma === 'shoot' && (tokens[verb.last]?.lower === 'dead' || deadBehind(a, clause));
  if (shotDead || KILL.test(lemma) || (TO_DEATH.test(lemma) && toDeath(a, verb.last)))
    return undergoes ? 'killed' : null;
  if (INJURE.test(lemma)) return undergoes ? 'injured' : null;
  if (isSubject && losesLife(a, clause)) return 'killed';
  if (isSubject && SUFFER.test(lemma) && objects.some((o) => HARM.test(headLemma(a, nounAt(a, o))))) return 'injured';
  if (lemma === 'be' && isObject && subjects.length) {
    const of = headLemma(a, nounAt(a, subjects[0]!)); // "the dead are 15 persons"
    if (DEAD_NOUNS.test(of)) return 'killed';
    if (INJURED_NOUNS.test(of)) return 'injured';
  }
  if (lemma === 'be' && isObject && opensWithKilled(a, clause)) return 'killed';
  if (lemma === 'be' && isSubject && tokens[verb.last]?.lower === 'dead') return 'killed';
  if (
    (lemma === 'leave' ||
      lemma === 'lose' ||
      lemma === 'claim' ||
      lemma === 'take' ||
      lemma === 'cost' ||
      lemma === 'shoot') &&
    isObject
  ) {
    const np = nounAt(a, n);
    const after = tokens.slice(np.last, np.last + 3).map((t) => t.lower);
    if (after.includes('dead')) return 'killed';
    if (after.some((w) => /^(?:wounded|injured|hurt|injuries|wounds)$/.test(w))) return 'injured';
    if (
      /^(?:life|soldier-life)$/.test(headLemma(a, np)) ||
      (/^(?:take|cost|claim)$/.test(lemma) && /^lives$/.test(tokens[np.head]!.lower))
    )
      return 'killed';
  }
  return null;
}

/** "Killed in the attack were six guards". */
function opensWithKilled(a: Analysis, { index, sentence }: Clause): boolean {
  const before = a.clauses[index - 1];
  return (
    before?.sentence === sentence &&
    before.verb.first === a.doc.sentences[sentence]!.first &&
    before.verb.form === 'participle' &&
    KILL.test(before.verb.lemma)
  );
}
