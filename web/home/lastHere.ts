/** When the reader was last here, kept in this browser: a visit lasts as long as its tab. */
import { keep, kept } from '../shell/theme';

const LAST = 'tocsin.last-here';
const VISIT = 'tocsin.visit-since';

/** ISO time of the visit before this one; null at the first. */
export function lastHere(): string | null {
  const since = ofVisit() ?? kept(LAST);
  keepForVisit(since);
  return since;
}

/**
 * Remembers that all until `now` was shown.
 * @param done whether this visit counts from now on, as after "I have seen this"
 */
export function seen(now: string, done: boolean) {
  keep(LAST, now);
  if (done) keepForVisit(now);
}

function ofVisit(): string | null {
  try {
    return sessionStorage.getItem(VISIT);
  } catch {
    return null;
  }
}

function keepForVisit(since: string | null) {
  try {
    if (since) sessionStorage.setItem(VISIT, since);
  } catch {
    // Storage is off: each load of the page is a visit of its own.
  }
}
