/**
 * What came of warnings: each matched to later incidents by stated tolerances, and many counted. A plot that was stopped
 * is never a false alarm, and no ratio is given where fewer than five cases stand behind it (standards.md, section 5).
 */
import type { EntityRef, IncidentSummary, Interval, PlaceRef } from '../picture/schema.js';
import { LIKELIHOOD_RANGES, type Likelihood } from './words.js';

export const OUTCOMES = ['in-window', 'after-window', 'elsewhere', 'thwarted', 'did-not-occur', 'open'] as const;
export type OutcomeKind = (typeof OUTCOMES)[number];

/** How near an incident must be to count as what a warning spoke of. */
export const TOLERANCES = {
  /** Days after the end of the threat's window in which an attack still counts as the one that was warned of. */
  daysAfter: 30,
  /** Days before the window from which on it may begin: the warning may be late. */
  daysBefore: 1,
  /** Days from its release for which a warning counts that gives no window. */
  windowDays: 2,
  /** Kilometres between the place of the warning and that of the incident; the same country where one has no point. */
  kilometres: 50,
} as const;

/** A warning to be looked back at: the desk's own, or one by others that was read in reports. Days are ISO 8601. */
export interface Warned {
  place: PlaceRef | null;
  actor: EntityRef | null;
  /** When the information reached whoever warned, when the warning went out. */
  acquired: string | null;
  released: string | null;
  /** Day of the first report of it: where no report says when it was given, it was given by then. */
  told: string | null;
  window: Interval | null;
  likelihood: Likelihood | null;
}

export interface Outcome {
  kind: OutcomeKind;
  incident: string | null;
  /** Why: place, time and actor, as they agree or not. */
  reasons: string[];
  /** Days from each of these to the attack; negative: it came before. `null` where one of the two is not known. */
  lead: { fromAcquisition: number | null; fromRelease: number | null; fromWindowEnd: number | null };
}

const DAY = 86_400_000;
const HAPPENED = new Set(['occurred', 'attempted']);
const between = (from: string | null, to: string | null): number | null =>
  from === null || to === null ? null : Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / DAY);

const inDays = (days: number): string => `${days} ${days === 1 ? 'day' : 'days'}`;

/** What came of a warning, on the day `now`, by the incident that fits it best. A person settles it. */
export function lookBack(warned: Warned, incidents: readonly IncidentSummary[], now: string): Outcome {
  const counts = countedWindow(warned);
  if (counts === null) return undated(warned, incidents);
  const candidates = incidents
    .map((incident) => fits(warned, counts, incident))
    .filter((fit) => fit !== null)
    .sort((a, b) => RANK.indexOf(a.kind) - RANK.indexOf(b.kind) || b.reasons.length - a.reasons.length);
  const [best] = candidates;
  if (best !== undefined) return best;
  const over = between(counts.end, now)! > TOLERANCES.daysAfter;
  const says = over ? 'no incident that fits is known' : 'the time in which it may still come is not over';
  return { kind: over ? 'did-not-occur' : 'open', incident: null, reasons: [says], lead: NO_LEAD };
}

const NO_LEAD = { fromAcquisition: null, fromRelease: null, fromWindowEnd: null };

/** The days in which an attack counts as the one that was warned of, without the tolerance; `null`: none are known. */
export function countedWindow({ window, released }: Warned): { start: string; end: string } | null {
  const start = window?.start ?? released ?? window?.end ?? null;
  if (start === null) return null;
  return { start, end: window?.end ?? window?.start ?? shiftDay(start, TOLERANCES.windowDays) };
}

/** An ISO 8601 day, so many days later. */
export const shiftDay = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

/** Of what is told of without a day only the attack just before can be named: nothing is settled, and there is no lead. */
function undated(warned: Warned, incidents: readonly IncidentSummary[]): Outcome {
  const open = (incident: string | null, ...reasons: string[]): Outcome => ({
    kind: 'open',
    incident,
    reasons: [...reasons, 'no report says when it was given'],
    lead: NO_LEAD,
  });
  const [last] = incidents
    .flatMap((incident) => {
      const days = between(incident.date?.start ?? null, warned.told);
      const near = nearness(warned.place, incident.place);
      const fit = days !== null && days >= 0 && days <= TOLERANCES.daysAfter && near.answer === 'yes';
      return fit && HAPPENED.has(incident.status) ? [{ id: incident.id, says: near.says, days }] : [];
    })
    .sort((a, b) => a.days - b.days);
  return last === undefined ? open(null) : open(last.id, last.says, `first told of ${inDays(last.days)} after it`);
}

/** The likeliest reading first: what happened as warned, then what was stopped, then what came late or elsewhere. */
const RANK: readonly OutcomeKind[] = ['in-window', 'thwarted', 'after-window', 'elsewhere', 'did-not-occur', 'open'];

function fits(warned: Warned, counts: { start: string; end: string }, incident: IncidentSummary): Outcome | null {
  const day = incident.date?.start ?? null;
  if (day === null) return null;
  const [sinceStart, sinceEnd] = [between(counts.start, day)!, between(counts.end, day)!];
  if (sinceStart < -TOLERANCES.daysBefore || sinceEnd > TOLERANCES.daysAfter) return null;
  const near = nearness(warned.place, incident.place);
  const actor = warned.actor === null ? null : incident.groups.some(({ id }) => id === warned.actor?.id);
  // Another place is the same attack only where the same group is named for it.
  if (near.answer === 'no' && !(actor === true && near.sameCountry)) return null;
  const kind: OutcomeKind | null =
    incident.status === 'foiled'
      ? 'thwarted'
      : !HAPPENED.has(incident.status)
        ? null
        : near.answer === 'no'
          ? 'elsewhere'
          : sinceEnd > 0
            ? 'after-window'
            : 'in-window';
  if (kind === null) return null;
  // In the same country, who knows how far away: it may be the one, and the warning is no false alarm until a person says so.
  if (near.answer === 'unknown' && actor !== true)
    return near.sameCountry && kind !== 'thwarted'
      ? { kind: 'open', incident: incident.id, reasons: [near.says, 'how far apart is not known'], lead: NO_LEAD }
      : null;
  const lead = {
    fromAcquisition: between(warned.acquired, day),
    fromRelease: between(warned.released, day),
    fromWindowEnd: between(warned.window?.end ?? null, day),
  };
  const reasons = [
    near.says,
    ...(warned.window === null ? [`no window was given: ${inDays(TOLERANCES.windowDays)} count`] : []),
    sinceEnd > 0 ? `${inDays(sinceEnd)} after the window closed` : 'within the window',
    ...(actor === null
      ? []
      : [actor ? 'the group that was warned of is named for it' : 'the group that was warned of is not named for it']),
  ];
  return { kind, incident: incident.id, reasons, lead };
}

function nearness(
  warned: PlaceRef | null,
  happened: PlaceRef | null,
): { answer: 'yes' | 'no' | 'unknown'; sameCountry: boolean; says: string } {
  if (warned === null || happened === null)
    return { answer: 'unknown', sameCountry: false, says: 'one of the places is not known' };
  const sameCountry = warned.country !== null && warned.country === happened.country;
  if (warned.id === happened.id) return { answer: 'yes', sameCountry, says: `at the same place, ${happened.name}` };
  if (/country|region/.test(warned.precision))
    return {
      answer: sameCountry ? 'yes' : 'no',
      sameCountry,
      says: sameCountry ? `in ${warned.name}` : `not in ${warned.name}`,
    };
  const kilometres = distance(warned, happened);
  if (kilometres === null || /country|region|province/.test(happened.precision))
    return {
      answer: sameCountry ? 'unknown' : 'no',
      sameCountry,
      says: sameCountry ? 'in the same country' : 'in another country',
    };
  const near = kilometres <= TOLERANCES.kilometres;
  return { answer: near ? 'yes' : 'no', sameCountry, says: `${Math.round(kilometres)} km from ${warned.name}` };
}

/** Kilometres along the great circle (haversine, radius 6371 km), or `null` where a point is not known. */
function distance(a: PlaceRef, b: PlaceRef): number | null {
  if (a.lat === null || a.lon === null || b.lat === null || b.lon === null) return null;
  const rad = Math.PI / 180;
  const [dLat, dLon] = [(b.lat - a.lat) * rad, (b.lon - a.lon) * rad];
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(dLon / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.sqrt(h));
}

/** A ratio with its counts; `ratio` is `null` where fewer than five cases stand behind it. */
export interface Ratio {
  of: number;
  among: number;
  ratio: number | null;
}
const LEAST_CASES = 5;
const ratio = (of: number, among: number): Ratio => ({ of, among, ratio: among < LEAST_CASES ? null : of / among });

export interface Score {
  counts: Record<OutcomeKind, number>;
  /** Attacks without a warning before them. */
  misses: number;
  /** Hits among hits and misses; in the window alone, and within the tolerance after it: both are shown. */
  hitRate: { inWindow: Ratio; withinTolerance: Ratio };
  /** Warnings of what did not occur among all that are settled. What was thwarted is no false alarm. */
  falseAlarms: Ratio;
  /** Days from release to attack of the hits, ascending. */
  leadDays: number[];
  /** Mean of (likelihood − outcome)² (Brier, 1950), with the middle of each word's range; `null` under five cases. */
  brier: { score: number | null; among: number };
}

/** Counts many warnings. `misses`: incidents that nobody warned of. */
export function score(outcomes: readonly { outcome: Outcome; likelihood: Likelihood | null }[], misses: number): Score {
  const counts = Object.fromEntries(OUTCOMES.map((kind) => [kind, 0])) as Record<OutcomeKind, number>;
  for (const { outcome } of outcomes) counts[outcome.kind]++;
  const late = counts['in-window'] + counts['after-window'];
  const hits = outcomes.filter(({ outcome: { kind } }) => kind === 'in-window' || kind === 'after-window');
  const settled = late + counts.elsewhere + counts.thwarted + counts['did-not-occur'];
  const given = outcomes.flatMap(({ outcome: { kind }, likelihood }) =>
    likelihood === null || kind === 'open' || kind === 'thwarted'
      ? []
      : [squaredError(likelihood, kind === 'in-window')],
  );
  const mean = given.reduce((sum, each) => sum + each, 0) / given.length;
  return {
    counts,
    misses,
    hitRate: {
      inWindow: ratio(counts['in-window'], late + counts.elsewhere + misses),
      withinTolerance: ratio(late, late + counts.elsewhere + misses),
    },
    falseAlarms: ratio(counts['did-not-occur'], settled),
    leadDays: hits.flatMap(({ outcome }) => outcome.lead.fromRelease ?? []).sort((a, b) => a - b),
    brier: { score: given.length < LEAST_CASES ? null : mean, among: given.length },
  };
}

function squaredError(likelihood: Likelihood, occurred: boolean): number {
  const [low, high] = LIKELIHOOD_RANGES[likelihood];
  return ((low + high) / 200 - (occurred ? 1 : 0)) ** 2;
}
