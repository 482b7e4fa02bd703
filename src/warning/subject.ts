/** What a case may be about: a warning that others gave, a plot, or a threat, in one shape. */
import type { Line } from '../picture/line.js';
import type { EntityRef, Interval, PictureIncident, PictureWarning, PlaceRef, Source } from '../picture/schema.js';
import type { IncidentType, Status } from '../reading/vocabulary.js';

export interface Subject {
  /** Id of the warning or incident of the picture; for a threat, of who threatens where. */
  id: string;
  kind: 'warning' | 'plot' | 'threat';
  title: string;
  /** Who would do it. */
  actor: EntityRef | null;
  place: PlaceRef | null;
  /** Who or what is at risk, in the reports' words. */
  targets: string[];
  /** When it may come true, as far as the reports say. */
  window: Interval | null;
  /** When whoever knew first spoke: of a warning the day it was issued, else the day of the first report. */
  since: string | null;
  /** Day of the first report. */
  reported: string | null;
  /** Who says so, in the reports. */
  voices: (EntityRef | null)[];
  type: IncidentType | null;
  status: Status | null;
  statements: string[];
  sources: Source[];
  origins: number;
}

export function ofWarning(warning: PictureWarning): Subject {
  return {
    id: warning.id,
    kind: 'warning',
    title: warning.title,
    actor: warning.actor[0]?.value ?? null,
    place: warning.place[0]?.value ?? null,
    targets: warning.targets.map(({ value }) => value),
    window: warning.window[0]?.value ?? null,
    since: warning.issued[0]?.value.start ?? warning.reported,
    reported: warning.reported,
    voices: warning.issuer === null ? [] : [warning.issuer],
    type: null,
    status: null,
    statements: warning.members,
    sources: warning.sources,
    origins: warning.origins,
  };
}

export function ofIncident(incident: PictureIncident): Subject {
  const sources = [...incident.status, ...incident.type].flatMap((each) => each.sources);
  const first = sources.map(({ published }) => published).filter((day) => day !== null);
  const accused = incident.attributions.find(({ value }) => value.stance !== 'denied');
  return {
    id: incident.id,
    kind: 'plot',
    title: incident.title,
    actor: accused?.value.actor ?? null,
    place: incident.place[0]?.value ?? null,
    targets: [...incident.targets.map(({ value }) => value.text), ...incident.site.map(({ value }) => value)],
    window: incident.date[0]?.value ?? null,
    since: first.sort()[0] ?? null,
    reported: first.sort()[0] ?? null,
    voices: sources.map(({ by }) => by),
    type: incident.type[0]?.value ?? null,
    status: incident.status[0]?.value ?? null,
    statements: incident.members,
    sources: distinct(sources),
    origins: incident.origins,
  };
}

/** A threat as a report tells of it; `origin` is the report that its report is a copy of, or itself. */
export interface ToldThreat {
  threat: Extract<Line, { kind: 'threat' }>;
  origin: string;
}

/** Days from the first to the last telling of one threat. */
export const ONE_THREAT_DAYS = 7;

/** Whether two reports tell of the same threat, which has no id of its own: by one actor to one place within a week, or copies. */
export function sameThreat(one: ToldThreat, other: ToldThreat): boolean {
  if (one.threat.line.place?.id !== other.threat.line.place?.id) return false;
  if (one.origin === other.origin) return one.threat.actor?.id === other.threat.actor?.id;
  const [a, b] = [one.threat.source.published, other.threat.source.published];
  const near =
    a === b || (a !== null && b !== null && Math.abs(Date.parse(a) - Date.parse(b)) <= ONE_THREAT_DAYS * DAY);
  return one.threat.actor !== null && one.threat.actor.id === other.threat.actor?.id && near;
}

const DAY = 86_400_000;

/** All that is told of one threat. @param told one at least */
export function ofThreats(told: readonly ToldThreat[]): Subject {
  const byDay = told.toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1));
  const { actor, line } = byDay[0]!.threat;
  const first = byDay.find(({ threat }) => threat.source.published !== null)?.threat.source.published ?? null;
  return {
    // Whose actor is not known is known by its origin alone.
    id: `threat:${actor?.id ?? byDay[0]!.origin}:${line.place?.id ?? 'anywhere'}:${first ?? 'undated'}`,
    kind: 'threat',
    title: `Threat: ${actor?.name ?? 'unknown'}${line.place ? `, ${line.place.name}` : ''}`,
    actor,
    place: line.place,
    targets: [...new Set(byDay.flatMap(({ threat }) => threat.line.against))],
    window: null,
    since: first,
    reported: first,
    voices: byDay.map(({ threat }) => threat.line.by),
    type: null,
    status: byDay.some(({ threat }) => threat.line.type === 'plotting') ? 'planned' : null,
    statements: byDay.map(({ threat }) => threat.source.statement),
    sources: byDay.map(({ threat, origin }) => ({ ...threat.source, origin })),
    origins: new Set(byDay.map(({ origin }) => origin)).size,
  };
}

const dayOf = ({ threat }: ToldThreat): string => threat.source.published ?? '9';

function distinct(sources: readonly Source[]): Source[] {
  const seen = new Map(sources.map((source) => [source.statement, source]));
  return [...seen.values()];
}
