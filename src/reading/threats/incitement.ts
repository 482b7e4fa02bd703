/** Calls to violence in words of war: who calls, on whom, against whom. */
import { ACTED, aimsOf, wordsFor } from '../acts.js';
import type { Analysis } from '../analysis.js';
import type { Clause } from '../clauses.js';
import { countGrave } from '../danger.js';
import { clausesIn } from '../facts.js';
import { FOLLOWERS, INCENDIARY, INCITING } from '../lexicon/threats.js';
import type { ActorEntity } from '../names/entities.js';
import { headLemma, nounAt } from '../nouns.js';
import { doersOf, isArmed, isOfficial, namedActor } from '../who.js';
import { armedActor, armedSpeaker, attackers, spokenFor } from './armed.js';
import { type Found, told } from './found.js';

/** "called on followers to take a knife to the infidels": any call to followers in words of war. */
export function incites(a: Analysis, clause: Clause): Found[] | null {
  if (!INCITING.has(clause.verb.lemma) || !moved(clause).some((n) => isFollower(a, n))) return null;
  const against = warCry(a, clause);
  return against && told(a, 'incitement', against, clause);
}

/** "Muslims were exhorted by X to rise against rulers". */
export function incitedBy(a: Analysis, clause: Clause): Found[] {
  const by = clause.prepositional.find(({ preposition }) => preposition === 'by');
  if (!INCITING.has(clause.verb.lemma)) return [];
  const actor = by
    ? armedActor(a, nounAt(a, by.noun), null)
    : (armedSpeaker(a, clause) ??
      (clause.sentence > 0 ? (attackers(a, opening(a, clause.sentence - 1) ?? clause)[0] ?? null) : null));
  const next = a.clauses[clause.index + 1];
  const against = actor && ((next?.verb.form === 'infinitive' && aimsOf(a, next)) || warCry(a, clause));
  return actor && against ? [{ actor: spokenFor(actor) ?? actor, type: 'incitement', against, clause, by: actor }] : [];
}

/** The clause that opens a sentence. */
export const opening = (a: Analysis, sentence: number): Clause | undefined => clausesIn(a, sentence)[0];

/** At whom a call in words of war is aimed; null where the words are none of war. */
function warCry(a: Analysis, clause: Clause): string[] | null {
  const next = a.clauses[clause.index + 1];
  if (next?.sentence !== clause.sentence || next.verb.form !== 'infinitive') return null;
  const { last } = a.doc.sentences[clause.sentence]!;
  for (let i = next.verb.first; i < last; i++)
    if (INCENDIARY.has(a.doc.tokens[i]!.lemma)) {
      const at = next.prepositional.filter(({ preposition }) => HURT.has(preposition)).map(({ noun }) => noun);
      return aimsOf(a, next) ?? wordsFor(a, at);
    }
  return null;
}
const HURT: ReadonlySet<string> = new Set(['to', 'for', 'against', 'on', 'into']);
const isFollower = (a: Analysis, n: number): boolean => FOLLOWERS.has(headLemma(a, nounAt(a, n)));

export const moved = (clause: Clause): number[] => [
  ...clause.objects,
  ...clause.prepositional
    .filter(({ preposition }) => preposition === 'on' || preposition === 'upon' || preposition === 'to')
    .map((p) => p.noun),
];

/** Who may call for blood without being of a group, by the head of the phrase. */
const PREACHERS: ReadonlySet<string> = new Set(
  'cleric preacher imam sheikh mullah ayatollah mufti ideologue propagandist pastor rabbi monk blogger influencer scholar'.split(
    ' ',
  ),
);
const CALLING: ReadonlySet<string> = new Set(
  'call appeal urge exhort incite encourage order demand instruct'.split(' '),
);
/** Grave words that a report needs for a person's call to be one to violence, and not one to players or voters. */
const OFTEN = 2;

/** Who calls for violence: armed men, or a person who holds no office. */
export function inciters(a: Analysis, clause: Clause): ActorEntity[] {
  const armed = attackers(a, clause);
  if (armed.length || clause.verb.passive || !CALLING.has(clause.verb.lemma)) return armed;
  const deadly = clause.prepositional.some(({ noun }) => ACTED.has(headLemma(a, nounAt(a, noun))));
  if (!deadly && countGrave(a) < OFTEN) return armed;
  return doersOf(a, clause).flatMap((np) => {
    const named = namedActor(a, np);
    if (named ? named.kind !== 'person' || isOfficial(named) || isArmed(named) : !PREACHERS.has(headLemma(a, np)))
      return [];
    return [named ?? a.names.actorFor(np.first, np.last)];
  });
}

/** What the subject of a clause calls for, and says itself. */
export const called = (a: Analysis, against: string[], clause: Clause): Found[] =>
  inciters(a, clause).map((actor) => ({
    actor: spokenFor(actor) ?? actor,
    type: 'incitement',
    against,
    clause,
    by: actor,
  }));
