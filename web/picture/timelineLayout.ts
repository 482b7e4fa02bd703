/** Where incidents stand on the timeline: a dot for a day, a bar for days that are not known better, bins for crowds. */
import { type ScaleTime, scaleUtc } from 'd3-scale';
import type { IncidentSummary } from '../../src/desk/schema';
import type { Incidents } from '../api';
import { msOf } from '../parts/dates';
import { dated } from './filters';

export const DAY_MS = 86_400_000;
export const ROW = 9;
const DOT = 8;
const BIN = 8;

export interface Mark {
  incident: IncidentSummary;
  kind: 'dot' | 'bar';
  x: number;
  width: number;
  /** From the axis upwards for dots, from the top downwards for bars. */
  row: number;
  openStart: boolean;
  openEnd: boolean;
}

export interface Bin {
  x: number;
  incidents: Incidents;
}

export type Layout = { marks: Mark[]; bins: null } | { marks: null; bins: Bin[]; most: number };

export type Domain = [number, number];

/** One in so many days at either end may lie outside, where that alone is longer than the time of all others. */
const STRAY = 50;

/**
 * From the first to the last day of any incident or report, with a margin; the last year where there is none. The
 * usual extent leaves a few outside that lie far before or after all others.
 */
export function extentOf(incidents: Incidents): { usual: Domain; whole: Domain } {
  const days: number[] = [];
  for (const { date, reported } of incidents)
    for (const day of [date?.start, date?.end, reported]) if (day) days.push(msOf(day));
  if (days.length === 0) {
    const year: Domain = [Date.now() - 365 * DAY_MS, Date.now()];
    return { usual: year, whole: year };
  }
  days.sort((a, b) => a - b);
  const at = (n: number) => days[n] ?? 0;
  const stray = Math.floor(days.length / STRAY);
  const [first, last] = [at(stray), at(days.length - 1 - stray)];
  const far = Math.max(30 * DAY_MS, last - first);
  const whole: Domain = [at(0), at(days.length - 1)];
  const usual: Domain = [first - whole[0] > far ? first : whole[0], whole[1] - last > far ? last : whole[1]];
  return { usual: withMargin(usual), whole: withMargin(whole) };
}

const withMargin = ([first, last]: Domain): Domain => {
  const margin = Math.max(15 * DAY_MS, (last - first) * 0.02);
  return [first - margin, last + margin];
};

/** Room on the left for the names of the lanes, in letters of the usual size. */
export const gutterOf = (width: number) => (width > 560 ? Math.max(92, width * 0.055) : 0);

export const scaleOf = (domain: Domain, width: number): ScaleTime<number, number> =>
  scaleUtc()
    .domain(domain)
    .range([gutterOf(width), width]);

/** Lays the dated incidents out in so many rows; where they do not fit, counts them in bins. */
export function layOut(incidents: Incidents, scale: ScaleTime<number, number>, width: number, rows: number): Layout {
  const marks: Mark[] = [];
  const left = gutterOf(width);
  for (const incident of incidents) {
    const date = dated(incident);
    if (!date) continue;
    const x0 = date.start ? scale(msOf(date.start)) : left;
    const x1 = date.end ? scale(msOf(date.end) + DAY_MS) : width;
    if (x1 < left || x0 > width) continue;
    const oneDay = date.start !== null && date.start === date.end;
    const narrow = x1 - x0 < DOT;
    marks.push({
      incident,
      kind: oneDay || narrow ? 'dot' : 'bar',
      x: oneDay || narrow ? (x0 + x1) / 2 - DOT / 2 : Math.max(left, x0),
      width: oneDay || narrow ? DOT : Math.min(width, x1) - Math.max(left, x0),
      row: 0,
      openStart: date.start === null || x0 < left,
      openEnd: date.end === null || x1 > width,
    });
  }
  marks.sort((a, b) => a.x - b.x);
  const dots = stack(marks.filter((mark) => mark.kind === 'dot'));
  const bars = stack(marks.filter((mark) => mark.kind === 'bar'));
  if (dots + bars <= rows) return { marks, bins: null };

  const bins = new Map<number, Bin>();
  for (const mark of marks) {
    const n = Math.floor((mark.x + mark.width / 2) / BIN);
    const bin = bins.get(n);
    if (bin) bin.incidents.push(mark.incident);
    else bins.set(n, { x: n * BIN, incidents: [mark.incident] });
  }
  const list = [...bins.values()];
  return { marks: null, bins: list, most: Math.max(1, ...list.map((bin) => bin.incidents.length)) };
}

/** Gives each mark the first row that is free at its place; returns how many rows that took. */
function stack(marks: Mark[]): number {
  const ends: number[] = [];
  for (const mark of marks) {
    const free = ends.findIndex((end) => end <= mark.x);
    mark.row = free < 0 ? ends.length : free;
    ends[mark.row] = mark.x + mark.width + 1;
    // Past this nothing is legible: the caller counts in bins.
    if (ends.length > 60) return ends.length;
  }
  return ends.length;
}
