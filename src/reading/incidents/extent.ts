/** How far the words around an act reach: its clause, its sentence without the dateline, the dates and places in them. */
import { type Analysis, within } from '../analysis.js';
import type { Clause } from '../clauses.js';
import type { PlaceMention } from '../names/entities.js';
import { nounAt } from '../nouns.js';
import type { EventMention } from './mention.js';

/** First token of a sentence after its dateline ("KABUL, Aug 26 (Agency) - "): when and where it was written is no setting. */
export function bodyOf(a: Analysis, sentence: number): number {
  const { first, last } = a.doc.sentences[sentence]!;
  const { tokens } = a.doc;
  if (!/^\p{Lu}{2}/u.test(tokens[first]!.text)) return first;
  for (let i = first + 1; i < Math.min(last, first + 20); i++) {
    if (/^(?:-+|–|—)$/.test(tokens[i]!.text) && tokens[i]!.start > tokens[i - 1]!.end) return i + 1;
  }
  return first;
}

/** Tokens of a clause with what hangs on it: from its opening to the opening of the next. */
export function extentOf(a: Analysis, clause: Clause): [number, number] {
  const sentenceFirst = bodyOf(a, clause.sentence);
  const { last: sentenceLast } = a.doc.sentences[clause.sentence]!;
  let next = a.clauses[clause.index + 1];
  // Over "a lorry carrying explosives": what follows a participle's own words belongs to the clause before.
  while (next?.sentence === clause.sentence && (next.verb.form === 'gerund' || next.verb.form === 'participle'))
    next = a.clauses[next.index + 1];
  let previous = a.clauses[clause.index - 1];
  // Over "men dressed as soldiers", "a man who had hidden": what belongs to the same subject.
  while (previous?.sentence === clause.sentence && !previous.verb.finite && previous.subjects[0] === clause.subjects[0])
    previous = a.clauses[previous.index - 1];
  const first = previous?.sentence === clause.sentence ? openingOf(a, clause) : sentenceFirst;
  return [first, next?.sentence === clause.sentence ? Math.max(openingOf(a, next), clause.verb.last) : sentenceLast];
}

/** Where a clause begins, with a day that is set before it: "…, and on 20 July it was set on fire". */
function openingOf(a: Analysis, { first: start, verb }: Clause): number {
  const { tokens } = a.doc;
  const first = Math.min(start, verb.first);
  const end = tokens[first - 1]?.lower === ',' ? first - 1 : first;
  const date = within(a.dates, Math.max(0, end - 8), end).at(-1);
  if (!date || date.last !== end) return first;
  const opening = tokens[date.first - 1]?.pos === 'IN' ? date.first - 1 : date.first;
  return /^(?:and|but|,|;|then|that)$/.test(tokens[opening - 1]?.lower ?? '') ? opening : first;
}

/** "on Independence Day"; and "on Saturday", which is no date where the day of publication is not known. */
const DAY = /^(?:day|(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tomorrow)$/;

/** "on Thursday", "on April 2": a date and no target. */
export function isDate(a: Analysis, n: number): boolean {
  const { first, last, head } = nounAt(a, n);
  if (DAY.test(a.doc.tokens[head]!.lower)) return true;
  return a.dates.length > 0 && within(a.dates, first - 3, last + 3).some((d) => d.first <= head && d.last > head);
}

/** Dates and places within the tokens [first, last), the nearest to the word first. */
export function setting(
  a: Analysis,
  first: number,
  last: number,
  token: number,
): Pick<EventMention, 'dates' | 'places'> {
  const near = <M extends { first: number }>(list: M[]): M[] =>
    list.sort((x, y) => Math.abs(x.first - token) - Math.abs(y.first - token));
  return {
    dates: near(
      within(a.dates, first, last).filter((d) => d.start !== null && d.end !== null && d.kind !== 'dateline'),
    ),
    places: near(placesIn(a, first, last).filter((p) => !isOrigin(a, p))),
  };
}

/** "three men from the former Soviet Union", "a road to Arauca": where somebody or something is from, or goes to. */
export function isOrigin(a: Analysis, { first }: PlaceMention): boolean {
  let i = first - 1;
  while (i > 0 && /^(?:DT|JJ)$/.test(a.doc.tokens[i]!.pos) && i > first - 4) i--;
  const before = a.doc.tokens[i]?.lower ?? '';
  // "Jack Miller, 24, of Leeds, …"
  if (before === 'of' && a.doc.tokens[i - 1]?.lower === ',' && /^(?:CD|NNP)$/.test(a.doc.tokens[i - 2]?.pos ?? ''))
    return true;
  return /^(?:from|to|towards?)$/.test(before);
}

/** Places named within the tokens [first, last), less those that stand for their governments ("Moscow said"). */
export const placesIn = (a: Analysis, first: number, last: number): PlaceMention[] =>
  within(a.names.placeMentions, first, last).filter(
    (p) =>
      a.names.actorAt(p.first) === null ||
      /^(?:in|at|near|outside|inside|of|across|around)$/.test(a.doc.tokens[p.first - 1]?.lower ?? ''),
  );
