/** From a verb back to the noun phrase that its subject is: over what hangs on it, appositions and dates. */

import type { Doc } from './doc.js';
import { isOneOf } from './forms.js';
import { SPEECH } from './lexicon/speech.js';
import type { NounPhrase, Phrases, VerbGroup } from './phrases.js';

/** Words that open a clause. */
export const isMarker = isOneOf(
  new Set(
    'that if when after before because since while although though as until unless whether where who which whom whose once why how so lest than'.split(
      ' ',
    ),
  ),
);

/** The last noun phrase that ends at or before a token, not before `floor`; -1 if none. */
export function nounLeft(doc: Doc, phrases: Phrases, token: number, from: number, to: number, floor: number): number {
  for (let i = token - 1; i >= floor; i--) {
    const n = phrases.nounAt[i]!;
    if (n >= from && n < to && !isEmphatic(doc, phrases.nouns[n]!)) return n;
    if (doc.tokens[i]!.lower === ';') return -1;
  }
  return -1;
}

/** "the president himself declared": a reflexive pronoun does nothing by itself. */
const isEmphatic = ({ tokens }: Doc, { first, last }: NounPhrase): boolean =>
  last - first === 1 && tokens[first]!.pos === 'PRP' && /sel(?:f|ves)$/.test(tokens[first]!.lower);

/** From "Central Command" in "the head of Central Command" back to "the head"; out of an apposition between commas. */
export function skipModifiers(doc: Doc, phrases: Phrases, noun: number, from: number, floor: number): number {
  let n = noun;
  let overApposition = false;
  let apposed = noun;
  for (let guard = 0; guard < 12; guard++) {
    const phrase = phrases.nouns[n]!;
    let opening = phrase; // "the chief of the army's division": from the owner on
    while (opening.owner >= from) opening = phrases.nouns[opening.owner]!;
    const before = doc.tokens[opening.first - 1];
    if (!before || opening.first - 1 < floor) return n;
    if (n - 1 < from) return overApposition && before.pos === 'IN' ? apposed : n;
    if (opening !== phrase && before.lower !== 'of') return n;
    if (isDated(doc, phrase)) return n; // "At dawn on 7 March commandos attacked"
    if (before.pos === 'CC' && n - 1 >= from && phrases.nouns[n - 1]!.last === phrase.first - 1) {
      // "police in Leipzig and Dresden": joined to a noun that itself hangs on another
      const joined = phrases.nouns[n - 1]!;
      const preposition = doc.tokens[joined.first - 1];
      if (preposition?.pos === 'IN' && joined.first - 1 > floor && !isMarker(preposition.form)) {
        n--;
        continue;
      }
      return n;
    }
    if (/^(?:IN|TO|RP)$/.test(before.pos) && before.lower !== 'that' && !isMarker(before.form)) {
      const host = nounLeft(doc, phrases, opening.first - 1, from, n, floor);
      if (host < 0) return overApposition ? apposed : n; // "In a message on Twitter, X, which is banned, said": X
      n = host;
      continue;
    }
    // "Two bombers, one of them a student, rammed the gate"
    const whole = phrases.nouns[n - 1]!;
    const isPart = PARTS.has(doc.tokens[phrase.head]!.lower) && before.lower === ',' && whole.last === phrase.first - 1;
    if (isPart && !/^(?:IN|TO)$/.test(doc.tokens[whole.first - 1]?.pos ?? '')) {
      n--;
      continue;
    }
    if (
      !overApposition &&
      before.lower === ',' &&
      phrases.nouns[n - 1]!.last === phrase.first - 1 &&
      closesApposition(doc, phrases.nouns[noun]!)
    ) {
      overApposition = true;
      apposed = n;
      n--; // "X, the head of Y, said"
      const age = phrases.nouns[n]!; // "X, 57, a cleric who came in 1990, was convicted"
      if (doc.tokens[age.head]!.pos === 'CD' && n > from && phrases.nouns[n - 1]!.last === age.first - 1) n--;
      continue;
    }
    return n;
  }
  return n;
}

/** "X, the head of Y, said", "X, a cleric who came in 1990, was convicted": does what tells of X end here or go on? */
function closesApposition({ tokens }: Doc, { first, last }: NounPhrase): boolean {
  const next = tokens[last]?.lower ?? '';
  return next === ',' || (/^(?:who|which|whose)$/.test(next) && /^(?:an?|the)$/.test(tokens[first]!.lower));
}

/** "7 March commandos": a day that was taken for part of the phrase behind it. */
const isDated = ({ tokens }: Doc, { first, head }: NounPhrase): boolean =>
  head > first + 1 && tokens[first]!.pos === 'CD' && TIME_NAME.test(tokens[first + 1]!.lower);

const PARTS = new Set(['one', 'both', 'all', 'most', 'some', 'two', 'three']);

const TIME_NAME =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/;

/** Back over "on June 27, 1994" to what can do something. */
export function skipDates(doc: Doc, phrases: Phrases, noun: number, from: number): number {
  let n = noun;
  while (n > from) {
    const { head } = phrases.nouns[n]!;
    const { pos, lower } = doc.tokens[head]!;
    if (pos !== 'CD' && !TIME_NAME.test(lower)) return n;
    n--;
  }
  return n;
}

/** The antecedent of "who": over "of the …" when the verb wants what stands before. */
export function skipPrepositional(doc: Doc, phrases: Phrases, noun: number, from: number, verb: VerbGroup): number {
  const phrase = phrases.nouns[noun]!;
  const before = doc.tokens[phrase.first - 1];
  const plural = (n: NounPhrase): boolean => doc.tokens[n.head]!.pos === 'NNS';
  const verbPlural = /^(?:are|were|have)$/.test(doc.tokens[verb.first]!.lower);
  const verbSingular = /^(?:is|was|has)$/.test(doc.tokens[verb.first]!.lower);
  if (before?.lower === 'of' && noun - 1 >= from) {
    const host = phrases.nouns[noun - 1]!;
    if ((verbPlural && !plural(phrase) && plural(host)) || (verbSingular && plural(phrase) && !plural(host)))
      return noun - 1;
  }
  return noun;
}

/** A noun and those joined to it on the left: "gunmen and bombers", "A, B and C". */
export function withJoined(
  doc: Doc,
  phrases: Phrases,
  noun: number,
  from: number,
  consumed: readonly number[] = [],
): number[] {
  const out = [noun];
  let n = noun;
  while (n - 1 >= from) {
    const phrase = phrases.nouns[n]!;
    const left = phrases.nouns[n - 1]!;
    const between = doc.tokens
      .slice(left.last, phrase.first)
      .map((t) => t.lower)
      .join(' ');
    if (consumed.includes(n - 1)) break;
    if (!/^(?:and|or|, and|, or)$/.test(between) && !(between === ',' && out.length > 1)) break;
    out.unshift(n - 1);
    n--;
  }
  return out;
}

export const SAYING_INVERTED = new Set('say add tell write report announce'.split(' '));

/** "…", said the minister: who says so stands behind the verb. */
export function speakerBehind(
  { tokens }: Doc,
  phrases: Phrases,
  { first, last, lemma }: VerbGroup,
  to: number,
): number {
  if (!SAYING_INVERTED.has(lemma) || !/^["”’»]$/.test(tokens[first - 1]?.text ?? '')) return -1;
  const right = phrases.nounAt[last] ?? -1;
  return right >= 0 && right < to ? right : -1;
}

export const COORDINATORS = new Set(['and', 'or', 'but', 'nor']);

/** Is the verb joined to the one before by "and", "or", "but", or by a comma in a list of verbs? */
export function joinedVerb(doc: Doc, verb: VerbGroup, floor: number): boolean {
  const { tokens } = doc;
  let i = verb.first - 1;
  while (i > floor && tokens[i]!.pos === 'RB') i--;
  if (i < floor) return false;
  if (COORDINATORS.has(tokens[i]!.lower)) return true;
  if (tokens[i]!.lower !== ',') return false;
  for (let j = i - 1; j >= floor; j--) if (tokens[j]!.lower === ',') return false; // a comma that closes an apposition
  return true;
}

/** "asked the schools to close and told teachers to go home": over the infinitive to the verb of its own kind. */
export function joinedTo<C extends { verb: VerbGroup; parent: number; sentence: number; marker: string | null }>(
  { tokens }: Doc,
  clauses: readonly C[],
  { verb }: C,
  previous: C,
): C {
  if (!/^VB[DZ]$/.test(tokens[verb.first]!.pos)) return previous;
  let c = previous;
  // "swears that X is the first phase and tells engineers to go": back to who says so
  const said = clauses[previous.parent];
  if (said && previous.marker === 'that' && previous.verb.lemma === 'be' && SPEECH.has(said.verb.lemma))
    return SPEECH.has(verb.lemma) ? said : previous;
  while (c.verb.form === 'infinitive' && clauses[c.parent]?.sentence === c.sentence) c = clauses[c.parent]!;
  return c;
}

/** "is able to attack camps with a hundred fighters and intends": a plural right behind which "and" joins a singular verb. */
export const disagrees = ({ tokens }: Doc, { nouns }: Phrases, { first }: VerbGroup, left: number): boolean =>
  tokens[first]!.pos === 'VBZ' && tokens[first - 1]!.lower === 'and' && tokens[nouns[left]!.head]!.pos === 'NNS';

/** Does the participle stand behind the noun that ends at `last`, a comma and an adverb at most between them? */
export function opensAfter({ tokens }: Doc, verb: VerbGroup, last: number): boolean {
  let i = verb.first - 1;
  while (i > last && tokens[i]!.pos === 'RB') i--;
  return i === last && tokens[i]!.lower === ',';
}

/** The clause of those who say something. */
interface Said {
  subjects: readonly number[];
  verb: VerbGroup;
}

/** "the man who police say shot her", "the group officials believe did it": the noun before those who say so; -1 if none. */
export function saidBetween({ tokens }: Doc, phrases: Phrases, verb: VerbGroup, previous: Said, from: number): number {
  if (previous.verb.last !== verb.first || !SPEECH.has(previous.verb.lemma) || !verb.finite || previous.verb.passive)
    return -1;
  const speaker = previous.subjects[0];
  if (speaker === undefined || phrases.nouns[speaker]!.last !== previous.verb.first) return -1;
  let i = phrases.nouns[speaker]!.first - 1;
  const relative = /^(?:who|which|that|whom)$/.test(tokens[i]?.lower ?? '');
  if (relative) i--;
  if (relative && tokens[i]?.text === ',') i--;
  const noun = phrases.nounAt[i] ?? -1;
  return noun >= from && phrases.nouns[noun]!.last === i + 1 ? noun : -1;
}

/** "The brain behind it, police said, was X": the comma before those who say so, put in between; -1 if nobody is. */
export function beforeSaying({ tokens }: Doc, { nouns }: Phrases, verb: VerbGroup, previous: Said): number {
  const speaker = previous.subjects[0];
  if (speaker === undefined || !SPEECH.has(previous.verb.lemma) || previous.verb.passive || !verb.finite) return -1;
  if (previous.verb.last !== verb.first - 1 || tokens[verb.first - 1]!.text !== ',') return -1;
  const comma = nouns[speaker]!.first - 1;
  return nouns[speaker]!.last === previous.verb.first && tokens[comma]?.text === ',' ? comma : -1;
}

/** Does the phrase stand first, with its owners, or behind an adverb and a comma? */
export function opensSentence({ tokens, sentences }: Doc, { nouns }: Phrases, noun: number): boolean {
  let n = noun;
  while (nouns[n]!.owner >= 0) n = nouns[n]!.owner;
  const { first } = nouns[n]!;
  const start = sentences[tokens[first]!.sentence]!.first;
  return first === start || (first === start + 2 && tokens[start]!.pos === 'RB' && tokens[start + 1]!.text === ',');
}
