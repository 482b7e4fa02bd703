/**
 * Blocking keys: two statements are compared only where they share one. Each kind of key is there for one way in which
 * two reports of the same thing can agree well enough to be joined, and is narrow enough that few statements share it,
 * however many reports there are.
 */
import { type Days, isoDay } from './days.js';
import { type AnyFeature, type IncidentFeature, isCity, isExact, type WarningFeature } from './feature.js';
import type { Toll } from './schema.js';

/** The keys of a statement as 32-bit numbers, ascending, each once. Two keys that fall together cost one comparison more. */
export function keysOf(feature: AnyFeature): number[] {
  const names = feature.kind === 'incident' ? incidentKeys(feature) : warningKeys(feature);
  return [...new Set(names.map(hash32))].sort((a, b) => a - b);
}

function incidentKeys(incident: IncidentFeature): string[] {
  const { place, days, killed, site, targets } = incident;
  const keys: string[] = [];
  const country = place?.country ?? 'nowhere';
  const spot = isCity(place) ? place.id : (incident.region ?? country);
  const groups = incident.groups.flat();
  const toll = exactToll(killed, 3).map((count) => `killed ${count}`);
  if (isExact(days))
    for (const pair of pairsOfDays(days)) {
      if (place !== null) keys.push(`${country} ${pair}`);
      keys.push(...[...groups, ...toll].map((word) => `${word} ${pair}`));
    }
  for (const month of monthsOf(incident)) {
    keys.push(...[...site.slice(0, 4), ...toll].map((word) => `${country} ${month} ${word}`));
    if (spot !== country)
      keys.push(...[...groups, ...site.slice(0, 4), ...targets.slice(0, 4)].map((word) => `${spot} ${month} ${word}`));
    keys.push(...groups.flatMap((group) => toll.map((count) => `${group} ${month} ${count}`)));
    if (isCity(place) && incident.type !== 'unknown') keys.push(`${spot} ${month} ${incident.type}`);
  }
  // Told again months later: what was planned or stopped in a city.
  if (isCity(place) && incident.status !== 'occurred' && incident.status !== 'alleged')
    for (const year of yearsOf(incident)) keys.push(`${spot} ${year} ${incident.status}`);
  // Retold years later without a date: only a name or a high toll tells which attack is meant.
  if (isCity(place)) {
    keys.push(...exactToll(killed, 10).map((count) => `${spot} killed ${count}`));
    if (incident.siteNamed) keys.push(`${spot} at ${site.join(' ')}`);
  }
  return keys;
}

function warningKeys(warning: WarningFeature): string[] {
  const { issuer, place, recipients } = warning;
  const root = issuer?.line.at(-1) ?? null;
  const keys: string[] = [];
  for (const month of monthsOf(warning)) {
    if (root !== null) keys.push(`${root} warns ${place?.country} ${month}`);
    if (root !== null) keys.push(...recipients.map((recipient) => `${root} warns ${recipient} ${month}`));
    if (root === null && place !== null) keys.push(`warned of ${place.id} ${month}`);
  }
  return keys;
}

/** The days of an exact date and their neighbours, in twos: days that are one apart at most share a pair. */
function pairsOfDays({ from, to }: Days): number[] {
  return range(Math.floor((from - 1) / 2), Math.floor((to + 1) / 2));
}

/** The months ("2024-03") in which it may have been, few; without a date those before the report, after it for a plan. */
function monthsOf(feature: { days: Days | null; published: number | null; status?: string }): string[] {
  const { days, published, status } = feature;
  const plan = status === 'planned' || status === 'threatened';
  const told = published === null ? null : { from: published - (plan ? 0 : 31), to: published + (plan ? 31 : 0) };
  const span = days ?? told;
  if (span === null || !(span.to - span.from <= 100)) return [];
  return [...new Set(range(span.from, span.to).map((day) => isoDay(day).slice(0, 7)))];
}

/** The years ("2024") in which it was told, or may be told again. */
function yearsOf({ published }: { published: number | null }): string[] {
  if (published === null) return [];
  return [...new Set([published, published + 120].map((day) => isoDay(day).slice(0, 4)))];
}

function exactToll(toll: Toll | null, least: number): number[] {
  return toll !== null && toll.min !== null && toll.min === toll.max && toll.min >= least ? [toll.min] : [];
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** FNV-1a over UTF-16 units, with a last mixing; as a signed 32-bit number, which is what the store holds. */
export function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) | 0;
}
