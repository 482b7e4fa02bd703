/** Attributions: who is said to have done it, by whom, with what stance. A claim, an accusation and a denial are each its own. */
import type { Analysis } from '../analysis.js';
import type { IncidentFound } from '../incidents/incidents.js';
import type { Attribution } from '../schema.js';
import { AttributionBook } from './book.js';
import { behind, belonging, claimNouns, didIt, direct, doerNouns, motive, terse } from './doings.js';
import { applyRules } from './frames.js';

export function findAttributions(a: Analysis, incidents: IncidentFound[]): Attribution[] {
  if (!incidents.length) return [];
  const book = new AttributionBook(a, incidents);
  for (const clause of a.clauses) {
    if (applyRules(book, clause)) continue;
    behind(book, clause);
    belonging(book, clause);
    didIt(book, clause);
    motive(book, clause);
  }
  claimNouns(book);
  doerNouns(book);
  terse(book);
  direct(book);
  return book.attributions;
}
