/** By when a threat may come true: "within six months", "over the next two weeks", "in April". */
import { type Analysis, within } from '../analysis.js';
import { fromIso, shift, toIso, type Unit } from '../dates/calendar.js';
import { spanOf } from '../doc.js';
import { numberAt } from '../numbers.js';
import type { DateRange } from '../schema.js';

const UNITS: ReadonlySet<string> = new Set(['day', 'week', 'month', 'year']);

/** The first future interval that the sentence names; null without a day of publication, or where it names none. */
export function horizonOf(a: Analysis, sentence: number): DateRange | null {
  const { published, tokens } = a.doc;
  if (published === null) return null;
  const { first, last } = a.doc.sentences[sentence]!;
  const named = within(a.dates, first, last).find(
    ({ kind, start }) => kind !== 'dateline' && start !== null && start > published,
  );
  if (named) return { start: named.start, end: named.end, at: named.at };
  for (let i = first; i < last; i++) {
    if (tokens[i]!.lower !== 'within' && tokens[i]!.lower !== 'next' && tokens[i]!.lower !== 'coming') continue;
    const number = numberAt(tokens, i + 1);
    const unit = tokens[number ? number.last : i + 1]?.lemma ?? '';
    if (!UNITS.has(unit) || (!number && tokens[i]!.lower === 'within')) continue;
    const end = shift(fromIso(published), unit as Unit, number?.value ?? 1);
    return { start: published, end: toIso(end), at: spanOf(a.doc, i, (number?.last ?? i + 1) + 1) };
  }
  return null;
}
