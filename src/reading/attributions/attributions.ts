/** Attributions: who is said to have done it, by whom, with what stance. A claim, an accusation and a denial are each its own. */
import type { Analysis } from '../analysis.js';
import type { IncidentFound } from '../incidents/incidents.js';
import type { Attribution } from '../schema.js';
import { AttributionBook } from './book.js';
import { behind, belonging, didIt, direct, itWas, motive } from './doings.js';
import { applyRules } from './frames.js';
import { claimNouns, doerNouns, doubts, placedBehind } from './nominal.js';
import { terse } from './terse.js';

const OF_CLAUSES = [behind, itWas, belonging, didIt, motive];
const OF_REPORTS = [claimNouns, doerNouns, placedBehind, terse, direct, doubts];

export function findAttributions(a: Analysis, incidents: IncidentFound[]): Attribution[] {
  if (!incidents.length) return [];
  const book = new AttributionBook(a, incidents);
  for (const clause of a.clauses) {
    if (applyRules(book, clause)) continue;
    for (const rule of OF_CLAUSES) {
      a.trace?.by(`attributions/doings.ts: ${rule.name}`, clause);
      rule(book, clause);
    }
  }
  for (const rule of OF_REPORTS) {
    a.trace?.by(`attributions: ${rule.name}`);
    rule(book);
  }
  return book.attributions;
}
