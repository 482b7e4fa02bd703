/** What single words mean in dates. */
import type { Doc, Token } from '../doc.js';
import { mark, perForm } from '../forms.js';
import { CARDINALS, digitsOf, ORDINALS, ordinalOf } from '../numbers.js';

const list = (words: string): string[] => words.trim().split(/\s+/);

/** Classes that a token may belong to, as bits; patterns name them in capitals. */
export const CLASS = {
  MONTH: 1,
  WEEKDAY: 2,
  /** 1-31 in digits, or "22nd". */
  DAY: 4,
  /** 1900-2099 in digits. */
  YEAR: 8,
  /** Two digits that may be a year: "1 FEB 96". */
  YY: 16,
  /** "third" in letters. */
  ORD: 32,
  UNIT: 64,
  /** Hours, minutes, seconds. */
  CLOCK: 128,
  /** Morning, night. */
  PART: 256,
  /** "2024-03-22", "02/24/2012". */
  NUMERIC: 512,
  DAYRANGE: 1024,
  YEARRANGE: 2048,
  DECADE: 4096,
  SEASON: 8192,
  DASH: 16384,
  /** A number in digits or letters, "a", "an" and "one" included. */
  NUM: 32768,
} as const;
export type ClassName = keyof typeof CLASS;

const MONTH_NAMES = list('january february march april may june july august september october november december');
const MONTH_SHORT: Record<string, number> = {
  ...Object.fromEntries(list('jan feb mar apr may jun jul aug sep oct nov dec').map((word, i) => [word, i + 1])),
  sept: 9,
};
const WEEKDAY_NAMES = list('sunday monday tuesday wednesday thursday friday saturday');
const WEEKDAY_SHORT: Record<string, number> = {
  ...Object.fromEntries(list('sun mon tue wed thu fri sat').map((word, i) => [word, i])),
  tues: 2,
  weds: 3,
  thur: 4,
  thurs: 4,
};
/** Written in lower case these are other words, or may be. */
const NEED_CAPITAL = new Set(list('march may mar dec sun sat mon wed fri jan june april august'));

interface Meaning {
  is: number;
  value: number;
}
const MEANINGS = new Map<string, Meaning>();
const add = (words: string, is: number, value: (index: number) => number): void => {
  for (const [i, word] of list(words).entries()) {
    const known = MEANINGS.get(word);
    MEANINGS.set(word, { is: is | (known?.is ?? 0), value: known?.value ?? value(i) });
  }
};
add(MONTH_NAMES.join(' '), CLASS.MONTH, (i) => i + 1);
for (const [word, month] of Object.entries(MONTH_SHORT)) add(word, CLASS.MONTH, () => month);
add(WEEKDAY_NAMES.join(' '), CLASS.WEEKDAY, (i) => i);
for (const [word, day] of Object.entries(WEEKDAY_SHORT)) add(word, CLASS.WEEKDAY, () => day);
export const UNITS = ['day', 'week', 'month', 'year', 'decade', 'century'] as const;
add('day week month year decade century', CLASS.UNIT, (i) => i);
add('days weeks months years decades centuries', CLASS.UNIT, (i) => i);
add('hour hours minute minutes seconds moments', CLASS.CLOCK, (i) => (i < 2 ? 24 : 1440));
add('morning afternoon evening night midday noon midnight dawn dusk lunchtime nightfall daybreak', CLASS.PART, () => 0);
/** First month of the season; winter is left out: it lies in two years. */
add('spring', CLASS.SEASON, () => 3);
add('summer', CLASS.SEASON, () => 6);
add('autumn fall', CLASS.SEASON, () => 9);
add('- – — --', CLASS.DASH, () => 0);
add('a an', CLASS.NUM, () => 1);
for (const [word, value] of CARDINALS) add(word, CLASS.NUM, () => value);
for (const [word, value] of ORDINALS) if (value > 0 && value < 100) add(word, CLASS.ORD, () => value);

const PART_PREFIX = /^(mid|early|late)-(.+)$/;
const PARTS = { early: 'early', mid: 'mid', late: 'late' } as const;
export type Part = keyof typeof PARTS;

/** What a token means in a date; `is` 0 where it means nothing. */
export interface Item extends Meaning {
  /** End of a range: "25-26". */
  to?: number;
  /** From "mid-March". */
  part?: Part;
}
export const NOTHING: Item = { is: 0, value: 0 };

/** Makes a word known that means nothing of itself but may be part of a date: "the", "last", a comma. */
export function know(word: string): void {
  if (!MEANINGS.has(word)) MEANINGS.set(word, { is: 0, value: 0 });
}

/** The meaning of a word of a text; `upper`: its sentence is all capitals, so capitals tell nothing. */
export function itemOf({ form, capital }: Token, upper: boolean): Item {
  const item = meaningOf(form);
  const name = item.is & (CLASS.MONTH | CLASS.WEEKDAY);
  return name && !capital && !upper && NEED_CAPITAL.has(form.lower) ? NOTHING : item;
}

/** Words that mean something in dates, or stand in patterns of them. */
export const OF_DATES = mark((form) => meaningOf(form) !== NOTHING);

const meaningOf = perForm(({ lower }): Item => {
  const code = lower.charCodeAt(0);
  if (code >= 48 && code <= 57) return numeric(lower);
  const known = MEANINGS.get(lower);
  if (known) return known;
  if (lower[3] !== '-' && lower[4] !== '-' && lower[5] !== '-') return NOTHING;
  const prefix = PART_PREFIX.exec(lower);
  if (!prefix) return NOTHING;
  const [, part, rest] = prefix;
  const base = /^\d/.test(rest!) ? numeric(rest!) : (MEANINGS.get(rest!) ?? NOTHING);
  const allowed = base.is & (CLASS.MONTH | CLASS.YEAR | CLASS.DECADE | CLASS.SEASON);
  return allowed ? { is: allowed, value: base.value, part: PARTS[part as Part] } : NOTHING;
});

const YEAR = /^(?:19|20)\d\d$/;
const RANGE = /^(\d{1,4})-(\d{1,4})$/;
const DECADE = /^((?:1[6-9]|20)?\d0)'?s$/;

function numeric(lower: string): Item {
  const digits = digitsOf(lower);
  if (digits !== null) {
    let is: number = CLASS.NUM;
    if (lower.length <= 2 && digits >= 1 && digits <= 31) is |= CLASS.DAY;
    if (lower.length === 2) is |= CLASS.YY;
    if (YEAR.test(lower)) is |= CLASS.YEAR;
    return { is, value: digits };
  }
  if (lower.length > 10) return NOTHING;
  const ordinal = ordinalOf(lower);
  if (ordinal !== null) return { is: CLASS.ORD | (ordinal >= 1 && ordinal <= 31 ? CLASS.DAY : 0), value: ordinal };
  const range = RANGE.exec(lower);
  if (range) {
    const [from, to] = [Number(range[1]), Number(range[2])];
    if (YEAR.test(range[1]!)) {
      const end = range[2]!.length === 2 ? Math.floor(from / 100) * 100 + to : to;
      return end > from && end < 2100 ? { is: CLASS.YEARRANGE, value: from, to: end } : NOTHING;
    }
    return from >= 1 && from < to && to <= 31 ? { is: CLASS.DAYRANGE, value: from, to } : NOTHING;
  }
  const decade = DECADE.exec(lower);
  if (decade) {
    const first = Number(decade[1]);
    return { is: CLASS.DECADE, value: first < 100 ? 1900 + first : first };
  }
  return /^\d+[-/.]\d+[-/.]\d+$/.test(lower) ? { is: CLASS.NUMERIC, value: 0 } : (MEANINGS.get(lower) ?? NOTHING);
}

/** The day that "2024-03-22", "02/24/2012", "24/02/2012" or "24.02.12" names; the American order where both would do. */
export function numericDay(lower: string): { year: number; month: number; day: number } | null {
  const [a, b, c] = lower.split(/[-/.]/).map(Number) as [number, number, number];
  if (/^\d{4}\D/.test(lower)) return { year: a, month: b, day: c };
  if (!/\D(?:\d\d|\d{4})$/.test(lower)) return null;
  const year = c < 100 ? century(c) : c;
  const dayFirst = a > 12 || lower.includes('.');
  return dayFirst ? { year, month: b, day: a } : { year, month: a, day: b };
}

/** The year that two digits mean: 30 and above are of the last century. */
export const century = (twoDigits: number): number => twoDigits + (twoDigits < 30 ? 2000 : 1900);

/** Abbreviated names of months may carry a full stop, and stand as dates only beside a number. */
export const isShortMonth = (lower: string): boolean => lower in MONTH_SHORT && lower !== 'may';
export const isShortWeekday = (lower: string): boolean => lower in WEEKDAY_SHORT;

export const isUpper = (doc: Doc, i: number): boolean => doc.sentences[doc.tokens[i]!.sentence]?.upper ?? false;
