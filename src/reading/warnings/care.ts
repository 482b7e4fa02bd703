/** What is told: advice to take care, and word of a danger. */

import { verbIn } from '../acts.js';
import type { Analysis } from '../analysis.js';
import type { Clause } from '../clauses.js';
import { countGrave, isDangerous, isGrave } from '../danger.js';
import { ATTACKING } from '../lexicon/threats.js';
import { CARE, CARE_NOUNS, CAREFUL, HAZARDS, PAPERS, PLANNING, SHUNNED } from '../lexicon/warnings.js';
import { headLemma, nounAt } from '../nouns.js';

/** The advice that a verb of telling governs, as tokens [first, last) and the clause that holds it. */
export interface Advice {
  first: number;
  clause: Clause | null;
}

/** Clauses behind the verb of telling in which its advice may stand. */
const REACH = 4;

/** "to leave at once", "not to travel", "against travelling to X", "that they should avoid", "caution". */
export function adviceOf(a: Analysis, clause: Clause): Advice | null {
  for (let c = clause.index + 1; c < Math.min(a.clauses.length, clause.index + REACH); c++) {
    const next = a.clauses[c]!;
    if (next.sentence !== clause.sentence) break;
    if (next.verb.form === 'participle') continue;
    if (next.verb.form === 'finite' && !OUGHT.has(next.verb.modal ?? '')) {
      if (next.marker === 'who' || next.marker === 'which') continue;
      // "I appeal to owners: do not lower your guard"
      if (
        (!next.subjects.length || a.doc.tokens[next.verb.first - 1]?.text === ':') &&
        !next.verb.modal &&
        isCare(a, next)
      )
        return { first: next.verb.first, clause: next };
      // "recommended that citizens refrain"
      if (
        next.marker === 'that' &&
        next.verb.modal === null &&
        /^VBP?$/.test(a.doc.tokens[next.verb.head]!.pos) &&
        isCare(a, next)
      )
        return { first: next.verb.first, clause: next };
      // "ships to stay out": a noun that was taken for a verb
      if (next.marker === null && a.clauses[c + 1]?.verb.first === next.verb.last) continue;
      break;
    }
    if (isCare(a, next)) return { first: next.verb.first, clause: next };
  }
  const { tokens, sentences } = a.doc;
  const end = Math.min(sentences[clause.sentence]!.last, clause.verb.last + 6);
  for (let i = clause.verb.last; i < end; i++) {
    if (tokens[i]!.lower !== 'against') continue;
    for (let j = i + 1; j < end + 3 && j < tokens.length; j++)
      if (SHUNNED.has(tokens[j]!.lemma) && (tokens[j]!.pos === 'VBG' || JOURNEYS.has(tokens[j]!.lemma)))
        return { first: i, clause: null };
  }
  const noun = clause.objects.find((n) => CARE_NOUNS.has(headLemma(a, nounAt(a, n))));
  return noun === undefined ? null : { first: nounAt(a, noun).first, clause: null };
}
/** "against all but essential travel". */
const JOURNEYS: ReadonlySet<string> = new Set('travel trip journey visit movement'.split(' '));
export const OUGHT: ReadonlySet<string> = new Set(['should', 'must', 'ought', 'need']);

/** Told not to do these, people are calmed or held to a policy, not warned. */
export const CALMING: ReadonlySet<string> = new Set(
  'panic worry vote pay support join recognise recognize interfere negotiate politicise politicize speculate retaliate surrender give_up forget fear blame fuel succumb be seek have do allow let use_force'.split(
    ' ',
  ),
);

/** Words behind the verb in which what makes it care must stand. */
const SPAN = 7;

/** Is the clause an act of care: "stay away", "be vigilant", "not to travel"? */
export function isCare(a: Analysis, clause: Clause): boolean {
  const { verb } = clause;
  if (verb.negated) return SHUNNED.has(verb.lemma) || (verb.form === 'infinitive' && !CALMING.has(verb.lemma));
  if (verbIn(CARE, clause)) return true;
  const signs = CAREFUL.get(verb.particle ? `${verb.lemma}_${verb.particle}` : verb.lemma) ?? CAREFUL.get(verb.lemma);
  if (!signs) return false;
  const { tokens, sentences } = a.doc;
  const end = Math.min(sentences[clause.sentence]!.last, verb.last + SPAN);
  for (let i = verb.head + 1; i < end; i++) if (signs.has(tokens[i]!.lower) || signs.has(tokens[i]!.lemma)) return true;
  return false;
}

/** Is danger told of in the sentence from the token on, or else before it or in the sentence before? */
export function tellsOfDanger(a: Analysis, { sentence }: Clause, from: number): boolean {
  const { first, last } = a.doc.sentences[sentence]!;
  return (
    isDangerous(a, from, last) ||
    isDangerous(a, first, from) ||
    namesGroup(a, from, last) ||
    isGrave(a, sentence - 1, sentence - 1)
  );
}

/** Is what is told a danger to come: "that fighters were gathering", "of a plan to attack", "about the threat"? */
export function tellsOfComing(a: Analysis, clause: Clause): boolean {
  const { last } = a.doc.sentences[clause.sentence]!;
  const of = clause.prepositional.some(
    ({ preposition, noun }) =>
      ABOUT.has(preposition) && isDangerous(a, nounAt(a, noun).first, Math.min(last, nounAt(a, noun).last + 8)),
  );
  // "were briefed on this assessment"
  const paper = clause.prepositional.some(
    ({ preposition, noun }) => preposition === 'on' && PAPERS.has(headLemma(a, nounAt(a, noun))),
  );
  if (of || (paper && isAboutViolence(a, clause.sentence))) return true;
  const next = [1, 2]
    .map((k) => a.clauses[clause.index + k])
    .find((c) => c?.sentence === clause.sentence && c.marker === 'that');
  if (!next || a.doc.tokens.slice(next.first, next.verb.first + 1).some(({ lower }) => lower === 'whoever'))
    return false;
  if (inDanger(a, next)) return true;
  const ahead = (c: Clause | undefined): boolean =>
    c !== undefined &&
    c.sentence === clause.sentence &&
    !/^(?:unless|if)$/.test(c.marker ?? '') &&
    ((c.verb.modal !== null && !c.verb.negated) ||
      (c.verb.perfect && SETTING_OUT.has(c.verb.lemma)) ||
      c.verb.progressive ||
      verbIn(PLANNING, c) ||
      isReady(a, c));
  if (!ahead(next) && !ahead(a.clauses[next.index + 1])) return false;
  return (
    isDangerous(a, next.first, last) ||
    namesGroup(a, next.first, last) ||
    violent(a, next) ||
    violent(a, a.clauses[next.index + 1])
  );
}
/** "two women with explosives had left X for Y". */
const SETTING_OUT: ReadonlySet<string> = new Set(['leave', 'depart', 'cross', 'slip', 'enter', 'set']);

/** "was ready to", "were about to", "are due to". */
const isReady = ({ doc }: Analysis, { verb }: Clause): boolean => {
  for (let i = verb.last; verb.lemma === 'be' && i < Math.min(verb.last + READY, doc.tokens.length - 1); i++)
    if (/^(?:ready|about|due|set|determined|poised|prepared|intent|likely|bent)$/.test(doc.tokens[i]!.lower))
      return /^(?:to|on|for)$/.test(doc.tokens[i + 1]!.lower);
  return false;
};
/** Tokens behind "was" in which it is said for what: "was in touch with X and ready to". */
const READY = 9;

/** "that her life was in danger", "that the museum was at risk". */
const inDanger = (a: Analysis, { prepositional, objects, verb }: Clause): boolean =>
  prepositional.some(({ preposition, noun }) => UNDER.has(preposition) && PERILS.has(headLemma(a, nounAt(a, noun)))) ||
  prepositional.some(({ preposition, noun }) => preposition === 'on' && isHitList(a, noun)) ||
  (verb.passive && STALKED.has(verb.lemma)) ||
  objects.some((n) => headLemma(a, nounAt(a, n)) === 'target');
/** "on a hit list", "on a death list". */
const isHitList = (a: Analysis, n: number): boolean =>
  headLemma(a, nounAt(a, n)) === 'list' &&
  /^(?:hit|death|target|kill)$/.test(a.doc.tokens[nounAt(a, n).head - 1]!.lower);
const STALKED: ReadonlySet<string> = new Set('watch stalk target follow track surveil observe spy threaten'.split(' '));
const UNDER: ReadonlySet<string> = new Set(['in', 'at', 'under']);
const PERILS: ReadonlySet<string> = new Set(['danger', 'risk', 'threat', 'peril']);

const ABOUT: ReadonlySet<string> = new Set(['of', 'about', 'to', 'on', 'over', 'against', 'regarding', 'concerning']);
const violent = (_: Analysis, clause: Clause | undefined): boolean => clause !== undefined && verbIn(ATTACKING, clause);

/** Is a group named or referred to among the tokens [first, last)? */
export function namesGroup(a: Analysis, first: number, last: number): boolean {
  for (let i = first; i < last; i++) {
    if (a.names.actorAt(i)?.actor.kind === 'group') return true;
    if (a.doc.tokens[i]!.lower === 'the' && a.names.referent(i, Math.min(i + 2, last))?.kind === 'group') return true;
  }
  return false;
}

/** Is the advice about violence, and not about a storm: graver words near it, or often in the report? */
export function isAboutViolence(a: Analysis, sentence: number): boolean {
  if (isGrave(a, sentence - 2, sentence)) return true;
  if (namesGroup(a, a.doc.sentences[sentence]!.first, a.doc.sentences[sentence]!.last)) return true;
  const { doc } = a;
  if (isViolentThroughout(a)) return true;
  const { first } = doc.sentences[Math.max(0, sentence - 1)]!;
  const { last } = doc.sentences[Math.min(doc.sentences.length - 1, sentence + 1)]!;
  for (let i = first; i < last; i++) if (HAZARDS.has(doc.tokens[i]!.lemma)) return false;
  return graveWords(a) >= OFTEN;
}

/** Is the danger one of nature or of accidents: a hazard in the sentence, and no word of violence that is surely one? */
export function isOfNature(a: Analysis, sentence: number): boolean {
  const { first, last } = a.doc.sentences[sentence]!;
  if (isGrave(a, sentence - 1, sentence) || namesGroup(a, first, last)) return false;
  for (let i = first; i < last; i++) if (HAZARDS.has(a.doc.tokens[i]!.lemma)) return true;
  return false;
}

const isViolentThroughout = (a: Analysis): boolean => graveWords(a) >= THROUGHOUT;

function graveWords(a: Analysis): number {
  let count = counts.get(a);
  if (count === undefined) {
    count = countGrave(a) + a.names.actorMentions.filter(({ actor }) => actor.kind === 'group').length;
    counts.set(a, count);
  }
  return count;
}
const counts = new WeakMap<Analysis, number>();
/** Grave words from which on no hazard beside them makes the report one of an accident. */
const THROUGHOUT = 10;
/** Grave words in a report from which on it is about violence. */
const OFTEN = 2;
