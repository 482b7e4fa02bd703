/** What was reported of a group or a country, as the facts that the rules of levels count. */
import { dayNumber } from '../days.js';
import { heldValue } from '../decision.js';
import type { Line } from '../line.js';
import type { EntityRef, Interval, PictureIncident, PictureWarning, Source } from '../schema.js';
import type { Fact } from '../schema-levels.js';
import { lineTitle } from '../statement-title.js';

/** A fact with the marks that rules ask for. */
export interface Marked {
  fact: Fact;
  marks: string[];
  /** Origins that tell it. */
  origins: ReadonlySet<string>;
}

/** What reports known by a day say. */
export interface Material {
  incidents: PictureIncident[];
  warnings: PictureWarning[];
  threats: { line: Extract<Line, { kind: 'threat' }>; source: Source }[];
  reports: { id: string; title: string; origin: string; known: string }[];
  /** The day from which each report could be known: published, or received where no day is known. */
  known: ReadonlyMap<string, string>;
}

/** Quotes shown for one fact. */
const QUOTES = 5;

/**
 * @param group the group's id; null for a country, of which every incident counts
 * @param day ISO 8601, as of which windows are over or not
 */
export function factsOf(material: Material, group: string | null, day: string): Marked[] {
  return [
    ...material.incidents.flatMap((incident) => incidentFact(incident, material, group, day)),
    ...material.warnings.map((warning) => warningFact(warning, material, day)),
    ...material.threats.map(({ line, source }) => {
      const published = knownOf(material, source);
      const title = lineTitle(line);
      return marked('threat', source.statement, title, published, [source], [line.line.type], material);
    }),
    ...material.reports.map(
      ({ id, title, origin, known }): Marked => ({
        fact: { kind: 'report', id, title, day: known, known, origins: 1, sources: [] },
        marks: [],
        origins: new Set([origin]),
      }),
    ),
  ];
}

function incidentFact(incident: PictureIncident, material: Material, group: string | null, day: string): Marked[] {
  const { desk } = incident;
  const status = heldValue(desk, 'status', incident.status) ?? 'alleged';
  const date = heldValue(desk, 'date', incident.date);
  const killed = heldValue(desk, 'killed', incident.killed);
  const ours = incident.attributions.filter(({ value }) =>
    group === null ? value.stance === 'claimed' : isBy(value, group),
  );
  const judged = heldValue(desk, 'attribution', []);
  if (group !== null && ours.length === 0 && !(judged && isBy(judged, group))) return [];
  const told = incident.status.flatMap(({ sources }) => sources);
  const sources = [...ours.flatMap((said) => said.sources), ...told];
  const first = earliest(told.map((source) => knownOf(material, source)));
  const plan = status === 'planned' || status === 'threatened';
  const marks = [
    status,
    ...(status === 'occurred' && (killed?.min ?? 0) >= 1 ? ['killed'] : []),
    ...(ours.some(({ value }) => value.stance === 'claimed') ? ['claimed'] : []),
    ...(plan && date === null ? ['no-day'] : []),
    ...(plan && date !== null && !isOver(date, day) ? ['ahead'] : []),
  ];
  return [marked('incident', incident.id, incident.title, date?.end ?? date?.start ?? first, sources, marks, material)];
}

function isBy({ actor, stance }: { actor: EntityRef; stance: string }, group: string): boolean {
  return actor.id === group && stance !== 'denied';
}

function warningFact(warning: PictureWarning, material: Material, day: string): Marked {
  const window = heldValue(warning.desk, 'window', warning.window);
  const issued = heldValue(warning.desk, 'issued', warning.issued);
  const first = earliest(warning.sources.map((source) => knownOf(material, source)));
  const marks = [...(window === null ? ['no-end'] : isOver(window, day) ? [] : ['in-force'])];
  const from = issued?.end ?? issued?.start ?? first;
  return marked('warning', warning.id, warning.title, from, warning.sources, marks, material);
}

const isOver = ({ end }: Interval, day: string) => end !== null && end < day;
const knownOf = ({ known }: Material, { report, published }: Source) => known.get(report) ?? published ?? '';
const earliest = (days: string[]) => days.toSorted()[0] ?? '';

function marked(
  kind: Fact['kind'],
  id: string,
  title: string,
  day: string,
  sources: readonly Source[],
  marks: string[],
  material: Material,
): Marked {
  const origins = new Set(sources.map(({ origin }) => origin));
  const shown = sources.slice(0, QUOTES);
  const known = earliest(sources.map((source) => knownOf(material, source)));
  return { fact: { kind, id, title, day, known, origins: origins.size, sources: shown }, marks, origins };
}

/** How many days a fact is old; less than 0 where its day is still to come. */
export function ageOf({ day }: Fact, on: string): number {
  return dayNumber(on) - dayNumber(day);
}
