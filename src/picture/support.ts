/** Which independent origins say the same as a statement, and which say otherwise. */
import { daysOf, gap } from './days.js';
import { isExact } from './feature.js';
import type { Said } from './held.js';
import type { Known } from './refs.js';
import type { EntityRef, Interval, PictureIncident, PictureWarning, Source } from './schema.js';

/** A statement that is a source of an incident or a warning. */
export interface Supported {
  source: Source;
  origins: number;
  against: number;
}

/** Every statement that is a source of the incident, each once. Tolls that differ say nothing against one another: they rise. */
export function supportIn(incident: PictureIncident, known: Known): Supported[] {
  const found = new Map<string, Supported>();
  for (const { value, sources } of incident.status)
    for (const source of sources) {
      const against = new Set([
        ...originsOf(incident.status, (other) => conflicting(value, other)),
        ...againstDates(incident.date, source.statement),
      ]);
      against.delete(source.origin);
      found.set(source.statement, { source, origins: incident.origins - against.size, against: against.size });
    }
  for (const { value, sources } of incident.attributions)
    for (const source of sources) {
      if (found.has(source.statement)) continue;
      const agrees = (other: typeof value) => agree(value, other, known);
      const origins = originsOf(incident.attributions, agrees);
      const against = originsOf(incident.attributions, (other) => !agrees(other) && contradict(value, other));
      for (const origin of origins) against.delete(origin);
      found.set(source.statement, { source, origins: origins.size, against: against.size });
    }
  return [...found.values()];
}

/** Every telling of the warning. */
export function supportOf({ sources, origins }: PictureWarning): Supported[] {
  return sources.map((source) => ({ source, origins, against: 0 }));
}

type Status = PictureIncident['status'][number]['value'];
/** It happened, or it was stopped; a plan before it, or doubt about it, says neither. */
function conflicting(a: Status, b: Status): boolean {
  return (a === 'occurred' && b === 'foiled') || (a === 'foiled' && b === 'occurred');
}

function againstDates(dates: readonly Said<Interval>[], statement: string): Set<string> {
  const own = dates.find(({ sources }) => sources.some((source) => source.statement === statement))?.value ?? null;
  const days = daysOf(own);
  return originsOf(dates, (other) => {
    const others = daysOf(other);
    return isExact(days) && isExact(others) && gap(days, others) >= 2;
  });
}

type Attribution = { actor: EntityRef; stance: string };

/** One says so and the other as well, of the same group or of one that it is part of; or both deny it of the same. */
function agree(a: Attribution, b: Attribution, known: Known): boolean {
  if ((a.stance === 'denied') !== (b.stance === 'denied')) return false;
  return a.actor.id === b.actor.id || (a.stance !== 'denied' && kin(a.actor.id, b.actor.id, known));
}

/** One denies what the other says; or both say who did it, and firmly. */
function contradict(a: Attribution, b: Attribution): boolean {
  if (a.stance === 'denied' || b.stance === 'denied') return a.stance !== b.stance && a.actor.id === b.actor.id;
  return isFirm(b.stance);
}
const isFirm = (stance: string) => ['claimed', 'stated', 'assessed'].includes(stance);

function kin(a: string, b: string, known: Known): boolean {
  return known.actor(a)?.parent === b || known.actor(b)?.parent === a;
}

function originsOf<T>(said: readonly Said<T>[], which: (value: T) => boolean): Set<string> {
  return new Set(
    said.filter(({ value }) => which(value)).flatMap(({ sources }) => sources.map(({ origin }) => origin)),
  );
}
