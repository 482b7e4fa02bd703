/** Whole numbers as reports write them: "1,400", "twenty-seven", "one hundred and twenty", "2.5 million", "two dozen". */
import type { Token } from './doc.js';
import { perForm } from './forms.js';

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety';
const ORDINAL_UNITS =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth';
const ORDINAL_TENS = 'twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth';

const SMALL = new Map<string, number>(UNITS.split(' ').map((word, i) => [word, i]));
const TEN = new Map<string, number>(TENS.split(' ').map((word, i) => [word, (i + 2) * 10]));
TEN.set('fourty', 40);
const MULTIPLIERS = new Map([
  ['hundred', 100],
  ['thousand', 1000],
  ['lakh', 100_000],
  ['million', 1_000_000],
  ['crore', 10_000_000],
  ['billion', 1_000_000_000],
]);
/** "first", "twentieth", "twenty-first". */
export const ORDINALS = new Map<string, number>([
  ...ORDINAL_UNITS.split(' ').map((word, i): [string, number] => [word, i]),
  ...ORDINAL_TENS.split(' ').map((word, i): [string, number] => [word, (i + 2) * 10]),
  ['hundredth', 100],
]);
/** "twenty-seven", "twenty-seventh" as one token. */
for (const [tens, value] of [...TEN]) {
  for (let unit = 1; unit < 10; unit++) {
    TEN.set(`${tens}-${[...SMALL.keys()][unit]}`, value + unit);
    ORDINALS.set(`${tens}-${[...ORDINALS.keys()][unit]}`, value + unit);
  }
}

/** Numbers in one word: "twelve", "twenty-seven". */
export const CARDINALS: ReadonlyMap<string, number> = new Map([...SMALL, ...TEN]);

const DIGITS = /^(?:\d{1,12}|\d{1,3}(?:,\d{3}){1,3})$/;
const DECIMAL = /^\d{1,9}\.\d{1,3}$/;

/** Value of "26", "1,400" in ASCII digits; null for anything else. */
export const digitsOf = (lower: string): number | null =>
  DIGITS.test(lower) ? Number(lower.replaceAll(',', '')) : null;

/** Value of "3rd", "third", "twenty-first"; null for anything else. */
export function ordinalOf(lower: string): number | null {
  const digits = /^(\d{1,4})(?:st|nd|rd|th)$/.exec(lower);
  return digits ? Number(digits[1]) : (ORDINALS.get(lower) ?? null);
}

/** May a number begin with the word? */
export const startsNumber = perForm(
  ({ lower }) => /^[0-9]/.test(lower) || SMALL.has(lower) || TEN.has(lower) || lower === 'a' || lower === 'half',
);

export interface NumberWords {
  value: number;
  /** Index after its last token. */
  last: number;
}

/** The number that begins at token i, or null. "a" counts only before "hundred", "thousand", "dozen" and the like. */
export function numberAt(tokens: readonly Token[], i: number): NumberWords | null {
  const first = tokens[i];
  if (!first || !startsNumber(first.form)) return null;
  const word = (k: number): string => tokens[k]?.lower ?? '';
  if (first.lower === 'half') return word(i + 1) === 'a' && word(i + 2) === 'dozen' ? { value: 6, last: i + 3 } : null;
  if (first.lower === 'a') {
    if (word(i + 1) === 'dozen') return { value: 12, last: i + 2 };
    return MULTIPLIERS.has(word(i + 1)) ? withMultipliers(tokens, 1, i + 1) : null;
  }
  if (DECIMAL.test(first.lower)) {
    const multiplier = MULTIPLIERS.get(word(i + 1));
    return multiplier && multiplier > 100 ? { value: Math.round(Number(first.lower) * multiplier), last: i + 2 } : null;
  }
  const digits = digitsOf(first.lower);
  if (digits !== null) return Number.isSafeInteger(digits) ? withMultipliers(tokens, digits, i + 1) : null;
  const tens = TEN.get(first.lower);
  if (tens === undefined) {
    const small = SMALL.get(first.lower);
    return small === undefined ? null : withMultipliers(tokens, small, i + 1);
  }
  const unit = tens % 10 === 0 ? SMALL.get(word(i + 1)) : undefined;
  if (unit !== undefined && unit > 0 && unit < 10) return withMultipliers(tokens, tens + unit, i + 2);
  return withMultipliers(tokens, tens, i + 1);
}

/** "two | hundred and twenty", "200 | thousand", "two | dozen". */
function withMultipliers(tokens: readonly Token[], start: number, from: number): NumberWords {
  let k = from;
  let value = start;
  const word = (at: number): string => tokens[at]?.lower ?? '';
  if (word(k) === 'dozen') return { value: value * 12, last: k + 1 };
  let lowest = Number.POSITIVE_INFINITY;
  for (let multiplier = MULTIPLIERS.get(word(k)); multiplier; multiplier = MULTIPLIERS.get(word(k))) {
    if (value * multiplier > Number.MAX_SAFE_INTEGER) break; // no count of anything
    value *= multiplier;
    lowest = multiplier;
    k++;
  }
  if (lowest === Number.POSITIVE_INFINITY) return { value, last: k };
  const after = word(k) === 'and' ? k + 1 : k;
  const rest = isNumberWord(word(after)) ? numberAt(tokens, after) : null;
  return rest && rest.value > 0 && rest.value < lowest
    ? { value: value + rest.value, last: rest.last }
    : { value, last: k };
}

const isNumberWord = (lower: string): boolean => SMALL.has(lower) || TEN.has(lower);
