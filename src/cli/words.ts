/** What a reading says, in words for people. */
import type { Count, DateRange, Place } from '../reading/schema.js';
import type { IncidentType, RelationType, Stance } from '../reading/vocabulary.js';
import { oneLine } from './terminal.js';

export const TYPE_WORDS: Record<IncidentType, string> = {
  assassination: 'Assassination',
  'armed-assault': 'Armed assault',
  bombing: 'Bombing',
  hijacking: 'Hijacking',
  'hostage-taking': 'Hostage-taking',
  kidnapping: 'Kidnapping',
  'facility-attack': 'Attack on a facility',
  'unarmed-assault': 'Unarmed assault',
  unknown: 'Attack',
};

/** Each stance towards an actor: `what` somebody says of it. */
export const STANCE_WORDS: Record<Stance, (actor: string) => string> = {
  claimed: (actor) => `${actor} claims it`,
  stated: (actor) => `${actor} is said to have done it`,
  assessed: (actor) => `${actor} is judged to have done it`,
  accused: (actor) => `${actor} is accused of it`,
  suspected: (actor) => `${actor} is suspected of it`,
  possible: (actor) => `${actor} may have done it`,
  denied: (actor) => `${actor}: a part in it is denied`,
};

export const RELATION_WORDS: Record<RelationType, string> = {
  'branch-of': 'is a branch of',
  'splinter-of': 'split from',
  'founded-by': 'was founded by',
  'led-by': 'is or was led by',
  'member-of': 'belongs to',
  'ally-of': 'is an ally of',
  'allegiance-to': 'pledged allegiance to',
  'rival-of': 'is a rival of',
  supports: 'supports',
  'operates-in': 'operates in',
  'based-in': 'is based in',
  'recruits-in': 'recruits in',
  controls: 'controls',
  blames: 'blames',
  'also-known-as': 'is also known as',
};

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const countries = new Intl.DisplayNames('en', { type: 'region' });
const languages = new Intl.DisplayNames('en', { type: 'language' });

export const languageName = (code: string) => languages.of(code) ?? code;

/** "Kabul, Afghanistan"; a country or what is larger by its name alone. */
export function placeName({ name, precision, country }: Pick<Place, 'name' | 'precision' | 'country'>): string {
  if (country === null || precision === 'country') return oneLine(name);
  return oneLine(`${name}, ${countries.of(country) ?? country}`);
}

/** "133", "at least 60", "up to 50", "24 to 99". */
export function countWords({ min, max }: Pick<Count, 'min' | 'max'>): string {
  if (min === null) return max === null ? 'an unknown number' : `up to ${max}`;
  if (max === null) return `at least ${min}`;
  return min === max ? `${min}` : `${min} to ${max}`;
}

/** "22 March 2024", "March 2024", "2024", "7 to 9 March 2024", "since 7 March 2024", "until 2019". */
export function dateWords({ start, end }: Pick<DateRange, 'start' | 'end'>): string {
  if (start === null) return end === null ? 'an unknown date' : `until ${dayWords(end)}`;
  if (end === null) return `since ${dayWords(start)}`;
  if (start === end) return dayWords(start);
  const [year, month] = start.split('-');
  if (start === `${year}-01-01` && end === `${year}-12-31`) return `${year}`;
  if (start.slice(0, 7) !== end.slice(0, 7)) return `${dayWords(start)} to ${dayWords(end)}`;
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (start.endsWith('-01') && end.endsWith(`-${days}`)) return dayWords(start).replace(/^\d+ /, '');
  return `${Number(start.slice(8))} to ${dayWords(end)}`;
}

/** "22 March 2024" of an ISO 8601 day. */
export function dayWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${date} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}
