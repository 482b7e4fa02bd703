/** What the picture is narrowed to. It lives in the page's address; every view applies all of it but its own part. */
import type { IncidentSummary } from '../../src/desk/schema';
import { type Interval, overlaps } from '../parts/dates';
import { type IncidentType, STATUS, type Status, TYPE } from '../parts/words';

/** The address's search part, as it is written there. */
export interface Filters {
  /** First and last day, ISO 8601, both included. */
  from?: string;
  to?: string;
  /** ISO 3166-1 alpha-2. */
  country?: string;
  /** A place's id. */
  place?: string;
  /** West, south, east, north in degrees, joined by commas. */
  area?: string;
  /** Values joined by commas. */
  type?: string;
  status?: string;
  /** Ids of groups joined by commas. */
  group?: string;
  /** Words of the title, place or groups. */
  q?: string;
  sort?: string;
}

export type Dimension = 'time' | 'where' | 'type' | 'status' | 'group' | 'q';

const day = (value: unknown) => (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined);
const text = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value : undefined);
const known = (value: unknown, words: object) =>
  text(value)
    ?.split(',')
    .filter((word) => word in words)
    .join(',') || undefined;

/** Keeps what makes sense of an address, and drops the rest. */
export function parseFilters(search: Record<string, unknown>): Filters {
  return {
    from: day(search.from),
    to: day(search.to),
    country: /^[A-Z]{2}$/.test(String(search.country)) ? String(search.country) : undefined,
    place: text(search.place),
    area: boxOf(text(search.area)) ? text(search.area) : undefined,
    type: known(search.type, TYPE),
    status: known(search.status, STATUS),
    group: text(search.group),
    q: text(search.q),
    sort: text(search.sort),
  };
}

export type Box = [west: number, south: number, east: number, north: number];

export function boxOf(area: string | undefined): Box | null {
  const numbers = area?.split(',').map(Number) ?? [];
  return numbers.length === 4 && numbers.every(Number.isFinite) ? (numbers as Box) : null;
}

export const listOf = (value: string | undefined) => (value ? value.split(',') : []);

/** The list with the value added or taken away; undefined when it becomes empty. */
export function toggled(list: string | undefined, value: string): string | undefined {
  const values = listOf(list);
  const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
  return next.join(',') || undefined;
}

export const folded = (words: string) => words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Day of the incident; null where no report gives one. */
export function dated(incident: IncidentSummary): Interval | null {
  return incident.date && (incident.date.start || incident.date.end) ? incident.date : null;
}

/** A test for incidents: all filters but those of the dimension that is left out. */
export function matcher(filters: Filters): (incident: IncidentSummary, without?: Dimension) => boolean {
  const types = new Set(listOf(filters.type));
  const statuses = new Set(listOf(filters.status));
  const groups = new Set(listOf(filters.group));
  const box = boxOf(filters.area);
  const words = folded(filters.q ?? '')
    .split(/\s+/)
    .filter(Boolean);
  const window = filters.from || filters.to ? { start: filters.from ?? null, end: filters.to ?? null } : null;

  const inTime = (incident: IncidentSummary) => {
    const date = dated(incident);
    return !window || (date !== null && overlaps(date, window));
  };
  const inPlace = ({ place }: IncidentSummary) =>
    (!filters.country || place?.country === filters.country) &&
    (!filters.place || place?.id === filters.place) &&
    (!box || (place !== null && inBox(place, box)));
  const inWords = (incident: IncidentSummary) => {
    if (!words.length) return true;
    const all = [incident.title, incident.place?.name, ...incident.groups.map((group) => group.name)].join(' ');
    const hay = folded(all);
    return words.every((word) => hay.includes(word));
  };

  return (incident, without) =>
    (without === 'type' || !types.size || types.has(incident.type)) &&
    (without === 'status' || !statuses.size || statuses.has(incident.status)) &&
    (without === 'group' || !groups.size || incident.groups.some((group) => groups.has(group.id))) &&
    (without === 'time' || inTime(incident)) &&
    (without === 'where' || inPlace(incident)) &&
    (without === 'q' || inWords(incident));
}

/** Only what is known to a point can lie in an area; a country as a whole does not. */
function inBox({ lat, lon, precision }: NonNullable<IncidentSummary['place']>, [west, south, east, north]: Box) {
  if (lat === null || lon === null || precision === 'country' || precision === 'region') return false;
  const inLongitude = west <= east ? lon >= west && lon <= east : lon >= west || lon <= east;
  return inLongitude && lat >= south && lat <= north;
}

export interface Facet {
  value: string;
  label: string;
  count: number;
}

/** Values with how many incidents have them, most first; chosen values stay even at none. */
export function facet(
  incidents: IncidentSummary[],
  of: (incident: IncidentSummary) => { value: string; label: string }[],
  chosen: string[],
  labelOf: (value: string) => string,
): Facet[] {
  const counts = new Map<string, Facet>();
  for (const incident of incidents) {
    for (const { value, label } of of(incident)) {
      const one = counts.get(value);
      if (one) one.count++;
      else counts.set(value, { value, label, count: 1 });
    }
  }
  for (const value of chosen) {
    if (!counts.has(value)) counts.set(value, { value, label: labelOf(value), count: 0 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || a.label.localeCompare(b.label));
}

export const typeLabel = (value: string) =>
  value === 'unknown' ? 'Type not stated' : (TYPE[value as IncidentType] ?? value);
export const statusLabel = (value: string) => STATUS[value as Status] ?? value;
