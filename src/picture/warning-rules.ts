/** When do two reports tell of the same warning: the same issuer telling the same people of the same danger, once. */
import { gap } from './days.js';
import { isExact, type WarningFeature } from './feature.js';
import * as place from './place.js';
import type { Rules } from './rules.js';
import { toldAfter, toldTogether } from './told.js';
import { share } from './words.js';

type F = WarningFeature;

export const WARNING_RULES: Rules<F> = [
  ['issuer', 35, 'by the same issuer', (a, b) => a.issuer !== null && a.issuer.id === b.issuer?.id],
  ['issuer', 25, 'by bodies of one government', (a, b) => share(a.issuer?.line ?? [], b.issuer?.line ?? [])],
  ['issuer', 'forbids', 'by different issuers', (a, b) => a.issuer !== null && b.issuer !== null],

  [
    'issued',
    'forbids',
    'told before the other was issued',
    (a, b) => a.days === null && a.published !== null && b.days !== null && b.days.from - a.published >= 2,
  ],
  ['issued', 'forbids', 'on different days', (a, b) => a.days !== null && b.days !== null && gap(a.days, b.days) >= 3],
  ['issued', 25, 'on the same day', (a, b) => isExact(a.days) && isExact(b.days) && gap(a.days, b.days) === 0],
  ['issued', 5, 'on neighbouring days', (a, b) => isExact(a.days) && isExact(b.days)],
  ['issued', 12, 'in the same weeks', (a, b) => a.days !== null && b.days !== null],
  ['issued', 14, 'told without a date in the month after', (a, b) => toldAfter(a, b, 31)],
  ['issued', 0, 'told without a date long after', (a, b) => toldAfter(a, b, Infinity)],
  ['issued', 15, 'told in the same days', (a, b) => toldTogether(a, b, 4)],
  ['issued', 8, 'told in the same month', (a, b) => toldTogether(a, b, 31)],
  ['issued', -10, 'told at different times', (a, b) => toldTogether(a, b, Infinity)],

  [
    'audience',
    -25,
    'one public, the other private',
    (a, b) => a.audience !== null && b.audience !== null && a.audience !== b.audience,
  ],

  ['recipients', 12, 'to the same', (a, b) => share(a.recipients, b.recipients)],
  ['recipients', -10, 'to different people', (a, b) => a.recipients.length > 0 && b.recipients.length > 0],

  ['place', 'forbids', 'about different countries', place.otherCountry],
  ['place', 20, 'about the same place', (a, b) => a.place !== null && a.place.id === b.place?.id],
  ['place', 15, 'about neighbouring places', (a, b) => place.citiesWithin(a, b, 30)],
  ['place', -25, 'about different cities', place.otherCity],
  ['place', 12, 'about the same country', place.sameCountry],

  ['actor', 8, 'of the same actor', (a, b) => a.actor !== null && a.actor === b.actor],
  ['actor', -5, 'of different actors', (a, b) => a.actor !== null && b.actor !== null],

  ['targets', 10, 'of danger to the same', (a, b) => share(a.targets, b.targets)],

  ['window', 8, 'for the same time', (a, b) => a.window !== null && b.window !== null && gap(a.window, b.window) === 0],
  ['window', -15, 'for different times', (a, b) => a.window !== null && b.window !== null],

  ['report', -15, 'told as two in one report', (a, b) => a.report === b.report],
];
