/** Compares two statements by the rules of their kind. */
import type { AnyFeature } from './feature.js';
import { INCIDENT_RULES } from './incident-rules.js';
import { compare, forbidding, type Likeness } from './rules.js';
import { WARNING_RULES } from './warning-rules.js';

/** The score, in hundredths, from which two statements are joined. */
export const JOIN = 60;
/** From here to `JOIN` they are kept apart and shown to a person. */
export const DOUBT = 45;

/** How alike two statements are, or null where a rule forbids that they are the same, or they are of different kinds. */
export function likeness(a: AnyFeature, b: AnyFeature): Likeness | null {
  if (a.kind === 'incident') return b.kind === 'incident' ? compare(INCIDENT_RULES, a, b) : null;
  return b.kind === 'warning' ? compare(WARNING_RULES, a, b) : null;
}

const FORBIDDING = { incident: forbidding(INCIDENT_RULES), warning: forbidding(WARNING_RULES) };

/** Whether a rule forbids that two statements are the same: `likeness` is null, found without counting points. */
export function forbidden(a: AnyFeature, b: AnyFeature): boolean {
  if (a.kind === 'incident') return b.kind !== 'incident' || compare(FORBIDDING.incident, a, b) === null;
  return b.kind !== 'warning' || compare(FORBIDDING.warning, a, b) === null;
}
