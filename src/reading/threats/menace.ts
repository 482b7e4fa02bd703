/** Judgements of danger: "X remains a threat to Y", "the threat posed by X has grown", "X is regarded as a danger". */

import { aimsOfNoun, verbIn, wordsFor } from '../acts.js';
import type { Analysis } from '../analysis.js';
import type { Clause } from '../clauses.js';
import { textOf } from '../doc.js';
import { ABLE, DANGEROUS, MENACE, MENACING, NEUTRAL, RISING, SETTING } from '../lexicon/threats.js';
import { followedBy, headLemma, nounAt } from '../nouns.js';
import { armedActor, attackers } from './armed.js';
import type { Found } from './found.js';
import { hasValue, placeOf } from './levels.js';

const NO: ReadonlySet<string> = new Set(['no', 'any', 'little', 'without', 'hardly']);
const TO: ReadonlySet<string> = new Set(['to', 'for', 'against', 'of']);
const AIMED: ReadonlySet<string> = new Set(['to', 'for', 'against']);
const FROM: ReadonlySet<string> = new Set(['by', 'from', 'of']);
const POSED: ReadonlySet<string> = new Set(['posed', 'presented', 'represented', 'emanating', 'coming']);
const JUDGING: ReadonlySet<string> = new Set(
  'consider regard see describe view deem rate judge assess call'.split(' '),
);

export function byMenace(a: Analysis, clause: Clause): Found[] {
  if (clause.verb.negated) return [];
  return regarded(a, clause) ?? posed(a, clause) ?? poses(a, clause) ?? sees(a, clause) ?? [];
}

const isMenace = (a: Analysis, n: number): boolean => {
  const np = nounAt(a, n);
  return MENACE.has(headLemma(a, np)) && !NO.has(a.doc.tokens[np.first]!.lower);
};

/** "remains a significant threat in the region", "poses a danger to X", "is still dangerous". */
function poses(a: Analysis, clause: Clause): Found[] | null {
  const { verb } = clause;
  if (!MENACING.has(verb.lemma)) return null;
  const above = a.clauses[clause.parent];
  if (
    verb.form === 'infinitive' &&
    !(
      above &&
      !above.verb.negated &&
      (verbIn(NEUTRAL, above) || /^(?:appear|seem|believe|think|know|say)$/.test(above.verb.lemma))
    )
  )
    return null;
  const threat = menaceBehind(a, clause) ?? menaceBefore(a, clause);
  if (threat === null) {
    if (!isDangerous(a, clause)) return null;
    return attackers(a, clause).map((actor) => ({ actor, type: 'level', against: [], clause }));
  }
  const able = verb.modal !== null && ABLE.has(verb.modal);
  const behind = aimsOfNoun(a, threat, AIMED);
  const own = clause.prepositional.filter(({ preposition }) => AIMED.has(preposition)).map(({ noun }) => noun);
  const against = behind.length ? behind : wordsFor(a, own);
  return attackers(a, clause).map((actor) => ({ actor, type: able ? 'capability' : 'level', against, clause }));
}

/** Tokens behind the verb in which the menace must stand. */
const REACH = 9;
/** Tokens of what may be inserted behind the verb. */
const INSERTED = 10;

/** The noun phrase "a grave and growing threat" right behind the verb; null without one. */
function menaceBehind(a: Analysis, { verb, sentence }: Clause): number | null {
  const { tokens, sentences } = a.doc;
  let end = 0;
  let from = verb.last;
  // "remains, in the view of the Team, the gravest threat"
  if (tokens[from]?.text === ',')
    for (let i = from + 1; i < Math.min(sentences[sentence]!.last, from + INSERTED); i++)
      if (tokens[i]!.text === ',') from = i + 1;
  end = Math.min(sentences[sentence]!.last, from + REACH);
  for (let i = from; i < end; i++) {
    const { lower, pos, lemma } = tokens[i]!;
    if (NO.has(lower) || lower === ',' || lower === ';' || (pos === 'IN' && lower !== 'into' && lower !== 'of'))
      return null;
    const n = a.phrases.nounAt[i]!;
    if (n >= 0 && nounAt(a, n).head === i && MENACE.has(lemma)) return n;
  }
  return null;
}

/** "the danger that extremists pose to X": the menace before the relative clause. */
function menaceBefore(a: Analysis, { verb, subjects }: Clause): number | null {
  if (!/^(?:pose|present|represent)$/.test(verb.lemma) || subjects[0] === undefined) return null;
  let at = nounAt(a, subjects[0]).first - 1;
  if (/^(?:that|which)$/.test(a.doc.tokens[at]?.lower ?? '')) at--;
  const n = a.phrases.nounAt[at] ?? -1;
  return n >= 0 && isMenace(a, n) ? n : null;
}

function isDangerous({ doc }: Analysis, { verb }: Clause): boolean {
  for (let i = verb.last; i < verb.last + 3 && i < doc.tokens.length; i++) {
    if (DANGEROUS.has(doc.tokens[i]!.lower)) return !doc.tokens[i + 1]?.pos.startsWith('NN');
    if (!/^(?:RB|RBR|IN|JJ)$/.test(doc.tokens[i]!.pos)) return false;
  }
  return false;
}

/** "the threat posed by X remains high", "the danger from X has grown", "the threat from X and that from Y are put at level three". */
function posed(a: Analysis, clause: Clause): Found[] | null {
  const { verb } = clause;
  if (verb.modal || verb.form !== 'finite' || !(verbIn(RISING, clause) || verbIn(SETTING, clause))) return null;
  const { tokens, sentences } = a.doc;
  const found: Found[] = [];
  let spoken = false;
  for (let i = sentences[clause.sentence]!.first; i < verb.first; i++) {
    spoken ||= MENACE.has(tokens[i]!.lower);
    if (!MENACE.has(tokens[i]!.lower) && !(spoken && tokens[i]!.lower === 'that')) continue;
    const from = POSED.has(tokens[i + 1]?.lower ?? '') ? i + 2 : i + 1;
    const far = fromAfar(a, i);
    if (far) found.push({ ...far, type: 'level', clause });
    if (far || !FROM.has(tokens[from]?.lower ?? '')) continue;
    const n = a.phrases.nounAt[from + 1] ?? -1;
    const actor = n >= 0 && nounAt(a, n).last <= verb.first ? armedActor(a, nounAt(a, n), null) : null;
    const aims = n < 0 ? [] : followedAims(a, n);
    const rated = aims.length ? aims : ratedPlace(a, clause, i);
    if (actor) found.push({ actor, type: 'level', against: rated, clause });
  }
  return found.length ? found : null;
}

/** "the threat to X from Y", "the risk of attacks on X by Y": who threatens, and whom. */
function fromAfar(a: Analysis, i: number): Pick<Found, 'actor' | 'against'> | null {
  const n = a.phrases.nounAt[i]!;
  if (n < 0 || nounAt(a, n).head !== i) return null;
  const behind = followedBy(a, nounAt(a, n));
  if (!behind.some(({ preposition }) => AIMED.has(preposition) || preposition === 'on')) return null;
  const by = behind.find(({ preposition }) => preposition === 'from' || preposition === 'by');
  const actor = by && armedActor(a, nounAt(a, by.noun), null);
  const at = behind.filter(({ preposition }) => AIMED.has(preposition) || preposition === 'on');
  return actor
    ? {
        actor,
        against: wordsFor(
          a,
          at.map(({ noun }) => noun),
        ),
      }
    : null;
}

/** "the threat from X in Y is rated severe": a level holds for a place. */
function ratedPlace(a: Analysis, { sentence, verb }: Clause, at: number): string[] {
  const { last } = a.doc.sentences[sentence]!;
  const place = hasValue(a.doc.tokens, verb.last, last) ? placeOf(a, sentence, at) : null;
  return place ? [textOf(a.doc, place.first, place.last)] : [];
}

const SEEING: ReadonlySet<string> = new Set('see perceive identify detect face confront'.split(' '));

/** "The office sees a growing danger from X", "the country faces a threat from X". */
function sees(a: Analysis, clause: Clause): Found[] | null {
  if (!SEEING.has(clause.verb.lemma) || clause.verb.passive) return null;
  const threat = clause.objects.find((n) => isMenace(a, n));
  const [subject] = clause.subjects;
  if (threat === undefined || subject === undefined) return null;
  const from = followedBy(a, nounAt(a, threat)).find(
    ({ preposition }) => FROM.has(preposition) && preposition !== 'of',
  );
  const actor = from ? armedActor(a, nounAt(a, from.noun), null) : null;
  const next = a.clauses[clause.index + 1];
  // "a danger from extremists who could": told by what they could do
  if (!actor || (next?.marker === 'who' && next.verb.modal && next.subjects.includes(from!.noun))) return null;
  const facing = clause.verb.lemma === 'face' || clause.verb.lemma === 'confront';
  const { first, last } = nounAt(a, subject);
  const against = aimsOfNoun(a, threat, AIMED);
  return [
    {
      actor,
      type: 'level',
      against: facing && !against.length ? wordsFor(a, [subject]) : against,
      clause,
      ...(facing ? {} : { by: a.names.actorFor(first, last) }),
    },
  ];
}

const followedAims = (a: Analysis, n: number): string[] => aimsOfNoun(a, n, AIMED);

/** "is regarded as a threat to X". */
function regarded(a: Analysis, clause: Clause): Found[] | null {
  if (!JUDGING.has(clause.verb.lemma)) return null;
  const threat = [...clause.objects, ...clause.prepositional.map(({ noun }) => noun)].find((n) => isMenace(a, n));
  if (threat === undefined) return null;
  const against = aimsOfNoun(a, threat, TO);
  if (clause.verb.passive) {
    const by = clause.prepositional.find(({ preposition }) => preposition === 'by');
    const np = by && nounAt(a, by.noun);
    const said = np ? { by: a.names.actorFor(np.first, np.last) } : {};
    return attackers(a, clause).map((actor) => ({ actor, type: 'level', against, clause, ...said }));
  }
  // "Officials regard X as a threat"
  const [object] = clause.objects;
  const [judge] = clause.subjects;
  const actor = object === undefined ? null : armedActor(a, nounAt(a, object), null);
  if (!actor || judge === undefined) return null;
  const np = nounAt(a, judge);
  return [{ actor, type: 'level', against, clause, by: a.names.actorFor(np.first, np.last) }];
}
