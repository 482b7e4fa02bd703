/** Openings that set the date and place for the rest of their paragraph: "* TUNISIA, Sousse, 26 June.", "• 16/08, Gao region: …". */
import { type Analysis, within } from '../analysis.js';
import type { DateMention } from '../dates/dates.js';
import { type Sentence, spanOf } from '../doc.js';
import type { PlaceMention } from '../names/entities.js';

export interface Heading {
  dates: DateMention[];
  places: PlaceMention[];
  /** Is it the day of an entry in a list of days: "- **8 March.** …"? */
  entry: boolean;
  /** Token behind it. */
  last: number;
}

/** "02/24/2012: …": an entry of a chronicle of attacks, as the Global Terrorism Database words them. */
export const DATE_LEAD = /^\s*\d{1,2}\/\d{1,2}\/\d{4}: /;

const LONGEST_HEADING = 20;

const headingsOf = new WeakMap<Analysis, (Heading | null)[]>();

/** For each paragraph its heading, or null; looked for once in a report. */
export function findHeadings(a: Analysis): (Heading | null)[] {
  const known = headingsOf.get(a);
  if (known) return known;
  const headings: (Heading | null)[] = [];
  headingsOf.set(a, headings);
  const withVerb = new Set(a.clauses.map((clause) => clause.sentence));
  a.doc.sentences.forEach((sentence, s) => {
    const { first, last, paragraph } = sentence;
    if (headings[paragraph] !== undefined) return;
    headings[paragraph] = null;
    const colon = colonAfterSetting(a, sentence);
    const end = colon >= 0 ? colon : last;
    if (colon < 0 && (s === 0 || withVerb.has(s) || last - first > LONGEST_HEADING)) return; // a title sets no scene
    const places = within(a.names.placeMentions, first, end);
    // "Bunia, 3 February.": where and when the report was written
    const dates = within(a.dates, first, end).filter(
      (d) => d.start !== null && d.end !== null && !(d.kind === 'dateline' && places.length),
    );
    const slashed = colon >= 0 && !dates.length ? slashedDay(a, first, end) : null;
    if (slashed) dates.push(slashed);
    if (dates.length || places.length)
      headings[paragraph] = { dates, places, entry: a.doc.tokens[end]?.lower === '.', last: end };
  });
  return headings;
}

const SMALL = new Set(
  'of the in near and at region province district state city county governorate prefecture department village town night morning evening afternoon circa approximately about'.split(
    ' ',
  ),
);

/** The colon, or the full stop behind a day ("- **8 March.** Britain …"), that ends an opening of nothing but days, places and marks; or -1. */
function colonAfterSetting(a: Analysis, { first, last }: Sentence): number {
  const { tokens } = a.doc;
  let bar = -1; // "12 Feb | Beni territory | Armed men …": a row of a table
  for (let i = first; i < Math.min(last, first + LONGEST_HEADING); i++) {
    const { pos, lower, capital } = tokens[i]!;
    if (lower === '|') {
      bar = i;
      continue;
    }
    if (lower === ':') return i > first ? i : -1;
    if (lower === '.' && i + 1 < last && within(a.dates, first, i).at(-1)?.last === i) return i;
    if (pos !== 'SYM' && pos !== 'CD' && !capital && !SMALL.has(lower) && a.names.placeAt(i) === null) return bar;
  }
  return bar;
}

/** "16/08": day and month of the last such day up to publication; the American order only where the other cannot be. */
function slashedDay(a: Analysis, first: number, last: number): DateMention | null {
  const { published } = a.doc;
  if (!published) return null;
  for (let i = first; i < last; i++) {
    const match = /^(\d{1,2})\/(\d{1,2})$/.exec(a.doc.tokens[i]!.lower);
    if (!match) continue;
    const [one, two] = [match[1]!.padStart(2, '0'), match[2]!.padStart(2, '0')];
    const [day, month] = Number(two) > 12 ? [two, one] : [one, two];
    if (Number(month) > 12 || Number(day) > 31 || Number(day) === 0 || Number(month) === 0) return null;
    const year = Number(published.slice(0, 4));
    const start = `${`${year}-${month}-${day}` <= published ? year : year - 1}-${month}-${day}`;
    return { first: i, last: i + 1, at: spanOf(a.doc, i, i + 1), kind: 'day', start, end: start };
  }
  return null;
}
