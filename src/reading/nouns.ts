/** What a noun phrase is: its head, its number, whether it is definite, what follows it by prepositions. */
import { type Analysis, within } from './analysis.js';
import { spanOf, textOf } from './doc.js';
import { asNoun } from './forms.js';
import { PERPETRATOR_MODIFIERS, PERPETRATORS, THING_MODIFIERS, THINGS, type Thing } from './lexicon/things.js';
import type { NounPhrase } from './phrases.js';
import type { Phrase } from './schema.js';

const NOT_OF_NAME = /^(?:DT|PRP\$|CD|POS|SYM)$/;

export const nounAt = (a: Analysis, n: number): NounPhrase => a.phrases.nouns[n]!;

/** Singular of the head, of names too: "the Naxalis" gives "naxali". */
export function headLemma(a: Analysis, np: NounPhrase): string {
  const { pos, lemma, form } = a.doc.tokens[np.head]!;
  return pos === 'NNP' ? asNoun(form) : lemma;
}

/** The lemma of the head and, joined by a hyphen, of the word before it: "police station" gives "police-station". */
export function compoundLemma(a: Analysis, np: NounPhrase): string | null {
  if (np.head - 1 < np.first) return null;
  return `${a.doc.tokens[np.head - 1]!.lower}-${a.doc.tokens[np.head]!.lemma}`;
}

export const isPlural = (a: Analysis, np: NounPhrase): boolean =>
  a.doc.tokens[np.head]!.pos === 'NNS' ||
  a.doc.tokens.slice(np.first, np.head).some((t) => t.pos === 'CD' && t.lower !== 'one');

/** Begins with "the", "this", "that", a possessive, or is a pronoun: tells of something already known. */
export function isDefinite(a: Analysis, np: NounPhrase): boolean {
  const opening = a.doc.tokens[np.first]!;
  return (
    /^(?:the|this|that|these|those)$/.test(opening.lower) ||
    opening.pos === 'PRP$' ||
    opening.pos === 'PRP' ||
    np.owner >= 0
  );
}

export const isPronoun = (a: Analysis, np: NounPhrase): boolean =>
  /^(?:PRP|WP|WDT|EX)$/.test(a.doc.tokens[np.head]!.pos);

/** "gunmen", "suicide bombers", "three masked men". */
export function isPerpetrator(a: Analysis, np: NounPhrase): boolean {
  const lemma = headLemma(a, np);
  if (PERPETRATORS.has(lemma) || PERPETRATORS.has(compoundLemma(a, np) ?? '')) return true;
  if (!ANYBODY.has(lemma)) return false;
  for (let i = Math.max(0, np.first - 1); i < np.head; i++)
    if (PERPETRATOR_MODIFIERS.has(a.doc.tokens[i]!.lower)) return true; // the first may be taken for a verb
  return false;
}

const ANYBODY = new Set([
  'man',
  'woman',
  'person',
  'individual',
  'youth',
  'youngster',
  'group',
  'gang',
  'motorcyclist',
  'hand',
  'rider',
]);

/** What kind of thing the phrase names, by its head, by the word before it, or null for what the lexicon lacks. */
export function thingOf(a: Analysis, np: NounPhrase): Thing | null {
  const { tokens } = a.doc;
  const compound = compoundLemma(a, np);
  const thing =
    (compound && THINGS.get(compound)) || THINGS.get(headLemma(a, np)) || THINGS.get(tokens[np.head]!.lower);
  if (!thing) return null;
  for (let i = np.head - 1; i >= np.first; i--) {
    const type = THING_MODIFIERS.get(tokens[i]!.lower);
    if (type) return { class: thing.class, type };
  }
  return thing;
}

/** The prepositional phrases that follow a noun phrase directly: "the attack [on a hall] [in Moscow] [by gunmen]". */
export function followedBy(a: Analysis, np: NounPhrase, most = 6): { preposition: string; noun: number }[] {
  const { tokens, sentences } = a.doc;
  const end = sentences[tokens[np.head]!.sentence]!.last;
  const out: { preposition: string; noun: number }[] = [];
  let i = np.last;
  while (out.length < most && i + 1 < end) {
    const { pos, lower } = tokens[i]!;
    const time = a.phrases.nounAt[i]!;
    if (time >= 0 && out.length === 0 && within(a.dates, i, nounAt(a, time).last).length) {
      i = nounAt(a, time).last; // "the attack this morning at a market"
      continue;
    }
    if (pos === 'IN' || (pos === 'TO' && a.phrases.verbAt[i]! < 0) || pos === 'RP') {
      const n = a.phrases.nounAt[i + 1]!;
      if (n < 0 || lower === 'that' || lower === 'because' || lower === 'while') break;
      out.push({ preposition: lower, noun: lastOwned(a, n) });
      i = nounAt(a, out.at(-1)!.noun).last;
    } else if (out.length && (pos === 'CC' || lower === ',') && a.phrases.nounAt[i + 1]! >= 0) {
      const n = a.phrases.nounAt[i + 1]!;
      if (isSubject(a, lastOwned(a, n)) || isSubject(a, n)) break; // it begins what follows
      out.push({ preposition: out.at(-1)!.preposition, noun: lastOwned(a, n) });
      i = nounAt(a, out.at(-1)!.noun).last;
    } else break;
  }
  return out;
}

/** Is the phrase the subject of a clause at or after its place in the sentence? */
function isSubject(a: Analysis, n: number): boolean {
  const from = a.clauseAt[nounAt(a, n).head] ?? -1;
  return (
    from >= 0 &&
    [a.clauses[from], a.clauses[from + 1]].some(
      (clause) => clause?.subjects.includes(n) && clause.verb.first > nounAt(a, n).head,
    )
  );
}

/** From "the airport" in "the airport's Abbey Gate" on to "Abbey Gate". */
function lastOwned(a: Analysis, n: number): number {
  let last = n;
  while (a.phrases.nouns[last + 1]?.owner === last) last++;
  return last;
}

/** The first token of the phrase with its owners: "the group's leader" from "the". */
export function withOwner(a: Analysis, np: NounPhrase): number {
  let first = np.first;
  for (let n = np.owner; n >= 0; n = nounAt(a, n).owner) first = nounAt(a, n).first;
  return first;
}

/** The words of the phrase without article, number and possessive: "38 tourists" gives "tourists". */
export function bareWords(a: Analysis, np: NounPhrase): Phrase {
  let first = np.first;
  while (first < np.head && NOT_OF_NAME.test(a.doc.tokens[first]!.pos)) first++;
  // "at least 60 people": the words before the number go with it.
  for (let i = np.head - 1; i >= first; i--)
    if (a.doc.tokens[i]!.pos === 'CD') {
      first = i + 1;
      break;
    }
  return { text: textOf(a.doc, first, np.last), at: spanOf(a.doc, first, np.last) };
}

/** The words of the phrase as they stand. */
export const wordsOf = (a: Analysis, np: NounPhrase): Phrase => ({
  text: textOf(a.doc, np.first, np.last),
  at: spanOf(a.doc, np.first, np.last),
});

/** So many acts are no series of one day any more. */
const MANY = 20;

/** "seven deaths", "600 attacks", "five attacks in the past few months": what has been added up over years. */
export function isSum(a: Analysis, np: NounPhrase): boolean {
  const { tokens } = a.doc;
  if (tokens[np.head]!.pos !== 'NNS' || isDefinite(a, np)) return false;
  const counted = tokens.slice(np.first, np.head).some(({ pos }) => pos === 'CD');
  if (headLemma(a, np) === 'death') return counted;
  for (let i = np.first; i < np.head; i++) {
    const isDay = within(a.dates, Math.max(0, i - 3), np.head).some(({ first, last }) => first <= i && i < last); // "On Jan. 21 twin bombings"
    if (!isDay && /^\d/.test(tokens[i]!.text) && Number(tokens[i]!.text.replaceAll(',', '')) >= MANY) return true;
  }
  return followedBy(a, np, 4).some(({ preposition, noun }) => {
    const span = nounAt(a, noun);
    return (
      /^(?:in|over|during|within|across|throughout)$/.test(preposition) &&
      /^(?:month|week|year|day|decade)$/.test(headLemma(a, span)) &&
      tokens.slice(span.first, span.head).some(({ lower }) => /^(?:past|last|recent|previous|few)$/.test(lower))
    );
  });
}

/** "a group of cyclists", "an unknown number of women": those who are counted, or the phrase itself. */
export function quantified(a: Analysis, n: number): number {
  const { head, last } = nounAt(a, n);
  if (!QUANTITY.has(a.doc.tokens[head]!.lemma) || a.doc.tokens[last]?.lower !== 'of') return n;
  const of = a.phrases.nounAt[last + 1] ?? -1;
  return of >= 0 ? of : n;
}
const QUANTITY = new Set(
  'group number crowd party dozen score hundred thousand handful total couple pair queue line team busload majority part body band mob front middle midst vicinity'.split(
    ' ',
  ),
);
