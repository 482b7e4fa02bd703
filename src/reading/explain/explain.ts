/**
 * How a reading came about: for each statement the rules that made it and, slot by slot, the words and the table behind
 * the value with what lost to it; and what was considered and came to nothing. Reads the report once more, with a trace.
 */
import type { Analysis } from '../analysis.js';
import { readTraced } from '../read.js';
import type { Reading, Report } from '../schema.js';
import { Trace, type Tried } from '../trace.js';
import { clauseSpan, EXPLAINED, type Explanation, type Ground } from './explanation.js';
import { incidentGrounds, incidentSlots } from './incidents.js';
import { rejectedIn } from './rejected.js';
import { slotsOf } from './slots.js';

/** The reading of a report, the same as `read` gives, and why it is so. */
export function explain(report: Report): { reading: Reading; explanation: Explanation } {
  const trace = new Trace();
  const { reading, a, found } = readTraced(report, trace);
  const statements: Explanation['statements'] = [];
  for (const kind of EXPLAINED)
    reading[kind].forEach((statement, index) => {
      const incident = kind === 'incidents' ? found[index] : undefined;
      statements.push({
        kind,
        index,
        grounds: incident ? incidentGrounds(a, trace, incident, found) : groundsOf(a, trace.made.get(statement), kind),
        slots: incident ? incidentSlots(a, trace, incident, reading.attributions) : slotsOf(a, statement),
      });
    });
  return { reading, explanation: { statements, rejected: rejectedIn(a, trace, found) } };
}

/** Alerts are read line by line, before any clause. */
const AT_LARGE: Partial<Record<(typeof EXPLAINED)[number], string>> = { warnings: 'warnings/alerts.ts' };

function groundsOf(a: Analysis, made: Tried[] | undefined, kind: (typeof EXPLAINED)[number]): Ground[] {
  if (!made?.length) return [{ rule: AT_LARGE[kind] ?? kind, at: null }];
  const seen = new Set<string>();
  return made
    .map(({ rule, clause }) => ({ rule, at: clause && clauseSpan(a, clause) }))
    .filter(({ rule, at }) => !seen.has(`${rule} ${at}`) && seen.add(`${rule} ${at}`));
}
