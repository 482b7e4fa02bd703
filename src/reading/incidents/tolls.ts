/** Tolls: totals that a noun or a verb of counting tells, "the death toll rose to 137". */
import { type Analysis, within } from '../analysis.js';
import type { Clause } from '../clauses.js';
import type { DateMention } from '../dates/dates.js';
import { TOLL_MOVES } from '../lexicon/casualties.js';
import { nounAt } from '../nouns.js';
import type { NounPhrase } from '../phrases.js';
import { findHeadings } from './headings.js';
import type { Fate } from './outcome.js';

/** "the death toll rose to 137", "the number of injured stood at 180": the noun tells which. */
export function tollNoun(a: Analysis, np: NounPhrase, clause: Clause | undefined): Fate | null {
  const before = opening(a, np);
  if (
    clause &&
    /^(?:to|at)$/.test(before) &&
    clause.subjects.some((s) => a.doc.tokens[nounAt(a, s).head]!.lower === 'it') &&
    tollBefore(a, np)
  )
    return 'killed';
  if (/^(?:to|at|as)$/.test(before) && (!clause || TOLL_MOVES.test(clause.verb.lemma) || movesBefore(a, np.head))) {
    const { first } = a.doc.sentences[a.doc.tokens[np.head]!.sentence]!;
    const said = tollWords(a, first, clause && clause.verb.first < np.head ? clause.verb.first : np.first);
    if (said) return said;
  }
  if (!clause || !/^(?:to|at|as|is|was)$/.test(before)) return null;
  for (const s of [...clause.subjects, ...clause.objects]) {
    const subject = nounAt(a, s);
    const words = a.doc.tokens
      .slice(subject.first, subject.last + 3)
      .map((t) => t.lower)
      .join(' ');
    if (/\b(?:toll|dead|killed|deaths|fatalities)\b/.test(words))
      return /\b(?:injur|wound)/.test(words) && !/\bdea/.test(words) ? 'injured' : 'killed';
    if (/\b(?:injured|wounded)\b/.test(words)) return 'injured';
  }
  return null;
}

/** What the words before "rose to" count: "the number of people killed when …". */
function tollWords(a: Analysis, first: number, last: number): Fate | null {
  let injured = false;
  for (let i = first; i < last; i++) {
    const { lower } = a.doc.tokens[i]!;
    if (/^(?:toll|dead|killed|deaths|fatalities)$/.test(lower)) return 'killed';
    if (/^(?:injured|wounded|hurt)$/.test(lower)) injured = true;
  }
  return injured ? 'injured' : null;
}

/** "The toll was first put at 103 … On Friday it rose to 89": are the dead spoken of in the two sentences before? */
function tollBefore(a: Analysis, np: NounPhrase): boolean {
  const { sentence } = a.doc.tokens[np.head]!;
  const { first } = a.doc.sentences[Math.max(0, sentence - 2)]!;
  return a.doc.tokens.slice(first, np.first).some((t) => /^(?:toll|dead|died|killed)$/.test(t.lower));
}

/** "brought the dead to 84": a total that replaces what was told before. */
export const isTotal = (a: Analysis, np: NounPhrase, clause: Clause | undefined): boolean =>
  /^(?:to|at|as)$/.test(opening(a, np)) &&
  ((clause !== undefined && TOLL_MOVES.test(clause.verb.lemma)) || movesBefore(a, np.head));

/** The word before a number, which "at" may have been read as a part of: "to", "at". */
function opening(a: Analysis, np: NounPhrase): string {
  const first = a.doc.tokens[np.first]!.lower;
  return first === 'at' && np.first < np.head ? first : (a.doc.tokens[np.first - 1]?.lower ?? '');
}

/** "stands at 144": a verb of counting right before, though it was taken for a noun. */
const movesBefore = (a: Analysis, number: number): boolean =>
  /^(?:stands|stood|rises|rose|climbs|climbed)$/.test(a.doc.tokens[number - 2]?.lower ?? '');

/**
 * The day as of which a total is given, where that is not the report's own: the day of its entry in a list of days
 * ("- **23 March.** … The toll rises to 133."), or the past day that its sentence gives ("By Saturday it had risen to 133").
 */
export function asOfDay(a: Analysis, { sentence, number }: { sentence: number; number: number }): string | null {
  const { paragraph, first } = a.doc.sentences[sentence]!;
  const heading = findHeadings(a)[paragraph];
  const near = (d: DateMention): boolean => d.last <= number || d.first <= number + 3;
  const days =
    heading?.entry && heading.dates.length ? heading.dates : within(a.dates, first, number + AFTER).filter(near);
  const [day, other] = days.filter(({ kind }) => kind !== 'dateline');
  if (!day || other || !AS_OF.has(day.kind)) return null;
  const said = day.kind === 'until' ? day.end : day.start === day.end ? day.start : null;
  return said !== null && said < (a.doc.published ?? '9999') ? said : null;
}
/** Tokens behind a number within which its day may end: "rose to 133 on Saturday, 23 March". */
const AFTER = 9;
const AS_OF: ReadonlySet<string> = new Set(['day', 'weekday', 'relative', 'anchored', 'until']);
