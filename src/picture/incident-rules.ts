/**
 * When do two reports tell of the same incident? What speaks for it, what against, what forbids it.
 * Points are of 100; compare.ts says from how many two statements are joined.
 */
import { type Days, FOREVER, gap, length } from './days.js';
import { type IncidentFeature, isExact } from './feature.js';
import * as place from './place.js';
import type { Rules } from './rules.js';
import type { Toll } from './schema.js';
import { toldAfter, toldTogether } from './told.js';
import { share } from './words.js';

type F = IncidentFeature;

export const INCIDENT_RULES: Rules<F> = [
  ['date', 'forbids', 'on different days', (a, b) => apart(a, b) >= 2],
  ['date', 35, 'on the same day', (a, b) => sameDay(a.days, b.days)],
  ['date', 30, 'within the same few days', (a, b) => exact(a, b) && apart(a, b) === 0],
  ['date', 0, 'a day apart', (a, b) => exact(a, b)],
  ['date', 20, 'in the same weeks', (a, b) => overlap(a, b, 45)],
  ['date', 10, 'in the same year', (a, b) => overlap(a, b, 400)],
  ['date', 15, 'planned in the month before', (a, b) => plannedBefore(a, b, 31)],
  ['date', 5, 'planned some months before', (a, b) => plannedBefore(a, b, 120)],
  ['date', 18, 'told without a date in the days after', (a, b) => toldAfter(a, b, 3)],
  ['date', 14, 'told without a date in the week after', (a, b) => toldAfter(a, b, 8)],
  ['date', 0, 'told without a date in the month after', (a, b) => toldAfter(a, b, 31)],
  ['date', -10, 'told without a date long after', (a, b) => toldAfter(a, b, Infinity)],
  ['date', 15, 'told in the same days', (a, b) => toldTogether(a, b, 3)],
  ['date', 8, 'told in the same week', (a, b) => toldTogether(a, b, 8)],
  ['date', 0, 'told in the same month', (a, b) => toldTogether(a, b, 31)],
  ['date', 0, 'told in the same months of what did not happen', (a, b) => unhappened(a, b) && toldTogether(a, b, 120)],
  ['date', -20, 'told at different times', (a, b) => toldTogether(a, b, Infinity)],

  ['place', 'forbids', 'in different countries', place.otherCountry],
  ['place', 'forbids', 'in different cities', (a, b) => place.citiesApart(a, b, 60)],
  ['place', 30, 'in the same city', (a, b) => a.place?.id === b.place?.id && place.citiesWithin(a, b, 0)],
  ['place', 22, 'in neighbouring places', (a, b) => place.citiesWithin(a, b, 30)],
  ['place', -10, 'in different places nearby', place.otherCity],
  ['place', -30, 'in different provinces', place.otherRegion],
  ['place', 18, 'in the same province', place.sameRegion],
  ['place', 10, 'in the same country', place.sameCountry],
  ['place', 5, 'in the same part of the world', (a, b) => a.place !== null && a.place.id === b.place?.id],

  [
    'status',
    'forbids',
    'one happened, the other was stopped',
    (a, b) => a.status === 'occurred' && b.status === 'foiled',
  ],
  // Plots that come to nothing are few, and told again when there is news of the group.
  ['status', 15, 'both planned or stopped, and at no other site', (a, b) => unhappened(a, b) && !otherSite(a, b)],
  ['status', -5, 'one succeeded, the other failed', (a, b) => a.status === 'occurred' && b.status === 'attempted'],

  ['type', 10, 'of the same type', (a, b) => a.type === b.type && a.type !== 'unknown'],
  ['type', 0, 'of a type not told', (a) => a.type === 'unknown'],
  ['type', 2, 'of types that go together', (a, b) => GO_TOGETHER[a.type]?.includes(b.type) ?? false],
  ['type', -25, 'of different types', () => true],

  ['groups', 15, 'laid to the same group', (a, b) => a.groups.some(([id]) => b.groups.some(([other]) => id === other))],
  [
    'groups',
    12,
    'laid to a group and its branch',
    (a, b) => a.groups.some(([id]) => id !== undefined && b.groups.some((line) => line.includes(id))),
  ],
  ['groups', -8, 'laid to different groups', (a, b) => a.groups.length > 0 && b.groups.length > 0],

  [
    'site',
    20,
    'at the same named site',
    (a, b) => a.siteNamed && b.siteNamed && a.site.filter((word) => b.site.includes(word)).length >= 2,
  ],
  ['site', 15, 'at a site of the same description', (a, b) => share(a.site, b.site)],
  ['site', 15, "the one's site is the other's target", (a, b) => share(a.site, b.targets)],
  ['site', -10, 'at sites of different descriptions', (a, b) => a.site.length > 0 && b.site.length > 0],

  ['targets', 8, 'against the same', (a, b) => share(a.targets, b.targets)],

  ['killed', 20, 'the same high toll', (a, b) => sameNumber(a.killed, b.killed, 10)],
  ['killed', 14, 'the same toll', (a, b) => sameNumber(a.killed, b.killed, 3)],
  ['killed', 5, 'the same low toll', (a, b) => sameNumber(a.killed, b.killed, 0)],
  ['killed', 5, 'tolls that agree', (a, b) => ratio(a.killed, b.killed) === 1],
  ['killed', 0, 'tolls of the same order', (a, b) => ratio(a.killed, b.killed) <= 2.5],
  ['killed', -15, 'tolls far apart', (a, b) => ratio(a.killed, b.killed) > 5 && difference(a.killed, b.killed) >= 5],
  ['killed', -5, 'tolls apart', (a, b) => a.killed !== null && b.killed !== null],

  ['injured', 10, 'the same number of injured', (a, b) => sameNumber(a.injured, b.injured, 5)],

  ['means', 3, 'by the same means', (a, b) => (a.suicide && b.suicide) || share(a.weapons, b.weapons)],

  ['report', -15, 'told as two in one report', (a, b) => a.report === b.report],
];

/** Types under which one attack may be reported. */
const GO_TOGETHER: Partial<Record<F['type'], readonly F['type'][]>> = {
  bombing: ['facility-attack', 'assassination', 'armed-assault'],
  'armed-assault': ['assassination', 'hostage-taking', 'facility-attack', 'unarmed-assault', 'bombing'],
  'hostage-taking': ['kidnapping', 'hijacking', 'armed-assault', 'facility-attack'],
  kidnapping: ['hostage-taking', 'hijacking', 'armed-assault'],
};

const exact = (a: F, b: F) => isExact(a.days) && isExact(b.days);

function sameDay(a: Days | null, b: Days | null): boolean {
  return a !== null && b !== null && length(a) === 1 && a.from === b.from && a.to === b.to;
}

/** What has happened by the day of a report cannot have happened after it. */
function possible(feature: F): Days | null {
  if (feature.days !== null || feature.published === null || isPlan(feature)) return feature.days;
  return { from: -FOREVER, to: feature.published };
}

/** Days between the two at least, as far as they can be told. */
function apart(a: F, b: F): number {
  const [first, second] = [possible(a), possible(b)];
  return first && second ? gap(first, second) : 0;
}

function overlap(a: F, b: F, most: number): boolean {
  return (
    a.days !== null && b.days !== null && gap(a.days, b.days) === 0 && Math.max(length(a.days), length(b.days)) <= most
  );
}

/** Both tell of the same that has not happened: a plan, a threat, or what was stopped. */
const unhappened = (a: F, b: F) => a.status === b.status && a.status !== 'occurred' && a.status !== 'alleged';

const otherSite = (a: F, b: F) => a.site.length > 0 && b.site.length > 0 && !share(a.site, b.site);

const isPlan = ({ status }: F) => status === 'planned' || status === 'threatened';

function plannedBefore(plan: F, act: F, most: number): boolean {
  if (!isPlan(plan) || isPlan(act) || plan.days !== null || plan.published === null) return false;
  const day = act.days?.from ?? act.published;
  return day != null && day >= plan.published && day - plan.published <= most;
}

function sameNumber(a: Toll | null, b: Toll | null, least: number): boolean {
  return (
    a !== null &&
    b !== null &&
    a.min !== null &&
    a.min >= least &&
    a.min === a.max &&
    a.min === b.min &&
    b.min === b.max
  );
}

/** How many times the higher toll is the lower: 1 where the ranges meet; 0 is taken as a half. Infinite where one is not told. */
function ratio(a: Toll | null, b: Toll | null): number {
  if (a === null || b === null) return Number.POSITIVE_INFINITY;
  const low = Math.min(a.max ?? Infinity, b.max ?? Infinity);
  const high = Math.max(a.min ?? 0, b.min ?? 0);
  return high <= low ? 1 : high / Math.max(low, 0.5);
}

function difference(a: Toll | null, b: Toll | null): number {
  if (a === null || b === null) return 0;
  return Math.max(a.min ?? 0, b.min ?? 0) - Math.min(a.max ?? Infinity, b.max ?? Infinity);
}
