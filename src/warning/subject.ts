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

/** Threats by one actor to one place are one subject: a threat has no id of its own across reports. */
export function ofThreat({ line, actor, source }: Extract<Line, { kind: 'threat' }>, origin: string): Subject {
  return {
    id: `threat:${actor?.id ?? 'unknown'}:${line.place?.id ?? 'anywhere'}:${source.published ?? 'undated'}`,
    kind: 'threat',
    title: `Threat: ${actor?.name ?? 'unknown'}${line.place ? `, ${line.place.name}` : ''}`,
    actor,
    place: line.place,
    targets: line.against,
    window: null,
    since: source.published,
    reported: source.published,
    voices: [line.by],
    type: null,
    status: line.type === 'plotting' ? 'planned' : null,
    statements: [source.statement],
    sources: [{ ...source, origin }],
    origins: 1,
  };
}

function distinct(sources: readonly Source[]): Source[] {
  const seen = new Map(sources.map((source) => [source.statement, source]));
  return [...seen.values()];
}
