/** When a word that looks like a date is one: "May" and "March", years, weekdays in names. */

import type { Match } from './match.js';
import type { Scene } from './scene.js';
import type { Item } from './words.js';
import { CLASS, isShortMonth, isShortWeekday, isUpper } from './words.js';

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** A month alone is one after these. */
const BEFORE_MONTH = list(
  'in since last this next early mid late until till during throughout previous following earlier',
);
/** After these too, unless the name of the month is also a person's. */
const BEFORE_CLEAR_MONTH = list('of from to between by before after through and or - – for');
const ALSO_NAMES = list('may march april june august');
const MONTH_PARTS = list('end beginning start middle half week month days morning night');

/** Is the month at token i, which stands without a day or year, a month? */
export function isBareMonth(scene: Scene, items: readonly Item[], i: number): boolean {
  const token = scene.doc.tokens[i]!;
  const before = scene.word(i - 1);
  if (BEFORE_MONTH.has(before)) return !(isUpper(scene.doc, i) && token.lower === 'may' && before === 'this');
  if (isShortMonth(token.lower)) return false;
  if (items[i]!.part) return true;
  if (before === 'of' && MONTH_PARTS.has(scene.word(i - 2))) return true;
  if (['and', 'or', 'to', '-', '–', ',', 'through'].includes(before)) {
    if ((items[i - 2]?.is ?? 0) & (CLASS.MONTH | CLASS.YEAR) && i >= 2) return true;
  }
  if (/^(?:between|from)$/.test(before) && /^(?:and|to|until|through)$/.test(scene.word(i + 1))) {
    if ((items[i + 2]?.is ?? 0) & CLASS.MONTH) return true;
  }
  if (isUpper(scene.doc, i)) return false;
  if (before === 'the' && token.lower !== 'may') return scene.pos(i + 1).startsWith('NN') || scene.pos(i + 1) === 'JJ';
  return !ALSO_NAMES.has(token.lower) && BEFORE_CLEAR_MONTH.has(before);
}

const NOT_BEFORE_YEAR = list(
  'resolution number no flight highway route room act law article section chapter about some nearly almost than least approximately around over another up only $ £ € # + killed killing wounding injuring population',
);
const BEFORE_YEAR = list(
  'in since during until till early mid late by year spring summer autumn winter fall throughout',
);
const UNITS_AFTER = list(
  'gmt utc hours hrs local dollars euros rupees pounds people troops soldiers civilians others more dead % percent',
);

/** Is the number at token i, which stands without a month, a year? */
export function isBareYear(scene: Scene, i: number): boolean {
  const before = scene.word(i - 1);
  const after = scene.word(i + 1);
  if (NOT_BEFORE_YEAR.has(before) || UNITS_AFTER.has(after)) return false;
  if (BEFORE_YEAR.has(before)) return true;
  const plural = scene.pos(i + 1) === 'NNS';
  // "the 2011 attacks", "its 2014 offensive"; "of 2014 people" is none.
  return !plural || /^(?:DT|PRP\$|POS|JJ)$/.test(scene.pos(i - 1));
}

const NO_DAY_BEFORE = list('bloody black every each cyber super both operation');
const NO_DAY_AFTER = list(
  'times telegraph express mirror mail agreement herald tribune magazine night-live accord movement',
);

/** Is the weekday at token i a day, and not part of a name or a custom? */
export function isWeekday(scene: Scene, items: readonly Item[], i: number): boolean {
  const lower = scene.word(i);
  if (NO_DAY_BEFORE.has(scene.word(i - 1)) || NO_DAY_AFTER.has(scene.word(i + 1))) return false;
  if (!isShortWeekday(lower)) return true;
  const next = /^[.,]$/.test(scene.word(i + 1)) ? i + 2 : i + 1;
  if (/^\d{1,2}[.:]\d\d$/.test(scene.word(next))) return true; // "Tue 20.25", as live pages count
  return ((items[next]?.is ?? 0) & (CLASS.MONTH | CLASS.DAY | CLASS.NUMERIC | CLASS.PART)) !== 0;
}

/** Names of groups made of dates: "17 November", "the 26th of July Movement". */
const NAMES_AFTER = list(
  'movement group organization organisation brigade brigades league martyrs army battalion front network forces',
);
export function isNameOfGroup(scene: Scene, m: Match): boolean {
  const next = scene.doc.tokens[m.last];
  return next !== undefined && NAMES_AFTER.has(next.lower) && (next.capital || isUpper(scene.doc, m.last));
}

/** Words before a number of units that make it no exact count: "less than two days after". */
const VAGUE = list('than about around nearly almost some roughly approximately over within for barely under');
export const isVague = (scene: Scene, first: number): boolean => VAGUE.has(scene.word(first - 1));
