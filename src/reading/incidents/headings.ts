/** "* TUNISIA, Sousse, 26 June.": an opening without a verb sets the date and place for the rest of its paragraph. */
import { type Analysis, within } from '../analysis.js';
import type { DateMention } from '../dates/dates.js';
import type { PlaceMention } from '../names/entities.js';

export interface Heading {
  dates: DateMention[];
  places: PlaceMention[];
}

const LONGEST_HEADING = 20;

/** For each paragraph its heading, or null. */
export function findHeadings(a: Analysis): (Heading | null)[] {
  const headings: (Heading | null)[] = [];
  const withVerb = new Set(a.clauses.map((clause) => clause.sentence));
  a.doc.sentences.forEach(({ first, last, paragraph }, s) => {
    if (headings[paragraph] !== undefined) return;
    headings[paragraph] = null;
    if (withVerb.has(s) || last - first > LONGEST_HEADING) return;
    const dates = within(a.dates, first, last).filter((d) => d.start !== null && d.end !== null);
    const places = within(a.names.placeMentions, first, last);
    if (dates.length || places.length) headings[paragraph] = { dates, places };
  });
  return headings;
}
