/** Titles for people: "Armed assault, Moscow, 22 March 2024"; "Warning by the US State Department, Moscow, 7 March 2024". */
import type { IncidentType, Status } from '../reading/vocabulary.js';
import type { Interval } from './schema.js';

const TYPES: Record<IncidentType, string> = {
  assassination: 'assassination',
  'armed-assault': 'armed assault',
  bombing: 'bombing',
  hijacking: 'hijacking',
  'hostage-taking': 'hostage taking',
  kidnapping: 'kidnapping',
  'facility-attack': 'attack on a facility',
  'unarmed-assault': 'unarmed assault',
  unknown: 'attack',
};

const STATUS: Record<Status, string> = {
  occurred: '',
  attempted: 'attempted ',
  foiled: 'foiled ',
  planned: 'planned ',
  threatened: 'threatened ',
  alleged: 'alleged ',
};

export interface Headline {
  type: IncidentType;
  status: Status;
  date: Interval | null;
  place: string | null;
}

export function incidentTitle({ type, status, date, place }: Headline): string {
  return [capital(`${STATUS[status]}${TYPES[type]}`), place, dateInWords(date)]
    .filter((part) => part !== null)
    .join(', ');
}

export function warningTitle(issuer: string | null, place: string | null, issued: Interval | null): string {
  const by = issuer === null ? 'Warning' : `Warning by ${issuer}`;
  return [by, place, dateInWords(issued)].filter((part) => part !== null).join(', ');
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** "22 March 2024", "22–24 March 2024", "March 2024", "2024", "since 1 May 2020"; null for no date. */
export function dateInWords(interval: Interval | null): string | null {
  const start = interval?.start ?? null;
  const end = interval?.end ?? null;
  if (start === null || end === null) {
    if (start !== null) return `since ${dayInWords(start)}`;
    return end === null ? null : `until ${dayInWords(end)}`;
  }
  if (start === end) return dayInWords(start);
  const [year, month, day] = parts(start);
  const [toYear, toMonth, toDay] = parts(end);
  if (year === toYear && day === 1 && toDay === lastDay(toYear, toMonth)) {
    if (month === 1 && toMonth === 12) return `${year}`;
    if (month === toMonth) return `${MONTHS[month - 1]} ${year}`;
  }
  if (year === toYear && month === toMonth) return `${day}–${dayInWords(end)}`;
  return year === toYear
    ? `${day} ${MONTHS[month - 1]} – ${dayInWords(end)}`
    : `${dayInWords(start)} – ${dayInWords(end)}`;
}

function dayInWords(iso: string): string {
  const [year, month, day] = parts(iso);
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

function parts(iso: string): [number, number, number] {
  return [Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8, 10))];
}

const lastDay = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
