/** Which independent origins say the same as a statement, and which say otherwise. */
import { daysOf, gap } from './days.js';
import { isExact } from './feature.js';
import type { Said } from './held.js';
import type { AnyMention, Told } from './mention.js';
import type { Known } from './refs.js';
import type { EntityRef, Interval, PictureIncident, PictureWarning, Source } from './schema.js';
import { saidHash, type Tally } from './tally.js';

/** A statement that is a source of an incident or a warning. */
export interface Supported {
  source: Source;
  origins: number;
  against: number;
}

/** Every statement that is a source of the incident, each once. Tolls that differ say nothing against one another: they rise. */
export function supportIn(incident: PictureIncident, known: Known): Supported[] {
  const found = new Map<string, Supported>();
  const dates = new Map(
    incident.date.flatMap(({ value, sources }) => sources.map(({ statement }) => [statement, value] as const)),
  );
  for (const { value, sources } of incident.status) {
    const others = originsOf(incident.status, (other) => conflicting(value, other));
    // By date, so that the cost grows with the sources and not with their square.
    const against = new Map<Interval | undefined, Set<string>>();
    for (const source of sources) {
      const date = dates.get(source.statement);
      const set = against.get(date) ?? new Set([...others, ...originsOf(incident.date, (other) => apart(date, other))]);
      against.set(date, set);
      const count = set.size - (set.has(source.origin) ? 1 : 0);
      found.set(source.statement, { source, origins: incident.origins - count, against: count });
    }
  }
  for (const { value, sources } of incident.attributions) {
    const agrees = (other: typeof value) => agree(value, other, known);
    const origins = originsOf(incident.attributions, agrees);
    const against = originsOf(incident.attributions, (other) => !agrees(other) && contradict(value, other));
    for (const origin of origins) against.delete(origin);
    for (const source of sources)
      if (!found.has(source.statement))
        found.set(source.statement, { source, origins: origins.size, against: against.size });
  }
  return [...found.values()];
}

/** What in a tally says the same as a statement, and what says otherwise, as `Supports` have it. */
export interface Sides {
  told: Told<unknown>;
  /** Null: every origin that does not speak against it. */
  agree: number[] | null;
  against: number[];
}

/**
 * The same from the tally of what holds the statement, whose cost does not grow with those who tell of it.
 * @returns null where the mention has no such statement
 */
export function sidesOf(tally: Tally, mention: AnyMention, statement: string, known: Known): Sides | null {
  const hashes = <T>(slot: string, which: (value: T) => boolean) =>
    (tally.slots[slot] ?? []).filter(({ value }) => which(value as T)).map(({ key }) => saidHash(slot, key));
  if (mention.kind === 'warning') {
    const [told] = mention.said.told;
    return told && statement === mention.statement ? { told, agree: null, against: [] } : null;
  }
  const { status, date, attributions } = mention.said;
  if (statement === mention.statement) {
    const [told] = status;
    if (!told) return null;
    const against = [
      ...hashes<Status>('status', (other) => conflicting(told.value, other)),
      ...hashes<Interval>('date', (other) => apart(date[0]?.value, other)),
    ];
    return { told, agree: null, against };
  }
  const told = attributions.find((one) => one.statement === statement);
  if (!told) return null;
  const agrees = (other: Attribution) => agree(told.value, other, known);
  return {
    told,
    agree: hashes('attribution', agrees),
    against: hashes<Attribution>('attribution', (other) => !agrees(other) && contradict(told.value, other)),
  };
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

/** Two exact dates that are two days apart or more. */
function apart(one: Interval | undefined, other: Interval): boolean {
  const [days, others] = [daysOf(one ?? null), daysOf(other)];
  return isExact(days) && isExact(others) && gap(days, others) >= 2;
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
