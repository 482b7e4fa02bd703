/** How many: the numbers of people and things in a text, as ranges; not its dates, ages, sums, times or measures. */
import type { DateMention } from './dates/dates.js';
import { CLASS, itemOf } from './dates/words.js';
import { type Doc, nextMarked, spanOf, type Token } from './doc.js';
import { mark } from './forms.js';
import { numberAt, ORDINALS, startsNumber } from './numbers.js';
import type { Span } from './schema.js';

/** `max: null` for "at least 60", `min: null` for "up to 20". */
export interface CountMention {
  /** Token span, "at least" included. */
  first: number;
  last: number;
  at: Span;
  min: number | null;
  max: number | null;
}

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

type Range = [min: number | null, max: number | null];

/** Words for numbers that are not exact. The ranges of several, dozens, scores and hundreds are the gold standard's. */
const VAGUE: Record<string, Range> = {
  several: [3, 9],
  dozens: [24, 99],
  scores: [40, 199],
  hundreds: [200, 999],
  thousands: [2000, 9999],
};
const VAGUE_AFTER_A: Record<string, Range> = { few: [3, 9], handful: [3, 9], couple: [2, 2], pair: [2, 2] };
const VAGUE_TENS: Record<string, Range> = { thousands: [20_000, 99_999] };
const VAGUE_HUNDREDS: Record<string, Range> = { thousands: [200_000, 999_999] };
const COUPLED = list('of more others');

/** Words before a number and what they make of its range; longer ones first. */
const MODIFIERS: [words: string, range: (n: Range) => Range][] = [
  ['no fewer than', ([min]) => [min, null]],
  ['no less than', ([min]) => [min, null]],
  ['not less than', ([min]) => [min, null]],
  ['at the very least', ([min]) => [min, null]],
  ['at least', ([min]) => [min, null]],
  ['a minimum of', ([min]) => [min, null]],
  ['no more than', ([, max]) => [null, max]],
  ['not more than', ([, max]) => [null, max]],
  ['at most', ([, max]) => [null, max]],
  ['as many as', ([, max]) => [null, max]],
  ['up to', ([, max]) => [null, max]],
  ['a maximum of', ([, max]) => [null, max]],
  ['well over', ([min]) => [plus(min, 1), null]],
  ['far more than', ([min]) => [plus(min, 1), null]],
  ['more than', ([min]) => [plus(min, 1), null]],
  ['in excess of', ([min]) => [plus(min, 1), null]],
  ['upwards of', ([min]) => [plus(min, 1), null]],
  ['upward of', ([min]) => [plus(min, 1), null]],
  ['over', ([min]) => [plus(min, 1), null]],
  ['exceeding', ([min]) => [plus(min, 1), null]],
  ['fewer than', ([, max]) => [null, plus(max, -1)]],
  ['less than', ([, max]) => [null, plus(max, -1)]],
  ['under', ([, max]) => [null, plus(max, -1)]],
  ['close to', (n) => n],
  ['an estimated', (n) => n],
  ['a total of', (n) => n],
  ['some', (n) => n],
  ['about', (n) => n],
  ['around', (n) => n],
  ['approximately', (n) => n],
  ['roughly', (n) => n],
  ['nearly', (n) => n],
  ['almost', (n) => n],
  ['just over', (n) => n],
  ['just under', (n) => n],
  ['only', (n) => n],
  ['~', (n) => n],
];
const plus = (n: number | null, by: number): number | null => (n === null ? null : Math.max(0, n + by));
const MODIFIERS_BY_END = new Map<string, [words: string[], range: (n: Range) => Range][]>();
for (const [words, range] of [...MODIFIERS].sort((a, b) => b[0].length - a[0].length)) {
  const split = words.split(' ');
  const known = MODIFIERS_BY_END.get(split.at(-1)!);
  if (known) known.push([split, range]);
  else MODIFIERS_BY_END.set(split.at(-1)!, [[split, range]]);
}

/** What these number is no count: sections, ages, sums. */
const NOT_AFTER = list(
  `$ £ € ¥ # no nos number numbers resolution resolutions article articles section sections chapter chapters page pages paragraph
  paragraphs aged age ages flight highway route room level gate channel building terminal platform camp sector district
  zone ward phase stage rs usd us$ a$ c$ annex volume item line type class mark version part size station post unit`,
);
/** Measures: so many of these are no count of people or things. */
const MEASURES = list(
  `% percent per cent km kms kilometre kilometres kilometer kilometers mile miles metre metres meter meters m yard yards foot
  feet inch inches centimetre centimetres centimeter centimeters cm mm millimetre millimetres millimeter millimeters kg kgs
  kilo kilos kilogram kilograms kilogramme kilogrammes gram grams tonne tonnes ton tons pound pounds lb lbs ounce ounces litre litres liter
  liters gallon gallons degree degrees dollar dollars euro euros rupee rupees ruble rubles rouble roubles peso pesos dinar dinars
  shilling shillings naira yen riyal riyals rial rials lira lire franc francs krona kronor cents pence hour hours hrs minute minutes second
  seconds day days week weeks fortnight month months year years year-old year-olds years-old month-old decade decades
  century centuries gmt utc o'clock a.m p.m a.m. p.m. am pm acre acres hectare hectares calibre caliber percentage points times
  knots volts watts megawatts`,
);
const MEASURE_ADJECTIVES = list(
  'metric square cubic nautical long short u.s. us american million billion trillion or so more consecutive',
);
const CASUALTIES = list(
  'casualty casualties death deaths injury injuries fatality fatalities victim victims survivors',
);
/** "74 Battalion" is a name. */
const UNITS_OF_ARMIES = list('battalion brigade division regiment corps squadron infantry company para wing');
const PERSON = list('boy girl man woman child youth teenager son daughter age ages');
const PERSONS_AFTER = list(
  'were was are is have had has others other more killed dead wounded injured hurt missing arrested died of people',
);

/** The counts of a text in its order, not overlapping. `dates` are those of the same text: their numbers count nothing. */
export function findCounts(doc: Doc, dates: readonly Pick<DateMention, 'first' | 'last'>[]): CountMention[] {
  const { tokens } = doc;
  const counts: CountMention[] = [];
  let d = 0;
  let free = 0;
  for (let i = nextMarked(doc, MAY_COUNT, 0); i < tokens.length; i = nextMarked(doc, MAY_COUNT, i)) {
    while (d < dates.length && dates[d]!.last <= i) free = Math.max(free, dates[d++]!.last);
    const date = dates[d];
    if (date && date.first <= i) {
      i = free = date.last;
      continue;
    }
    const limit = Math.min(date?.first ?? tokens.length, doc.sentences[tokens[i]!.sentence]!.last);
    const found = numberedAt(tokens, i, limit) ?? vagueAt(tokens, i);
    if (!found || found.last > limit) {
      i++;
      continue;
    }
    const { first, last, min, max } = modified(tokens, found, free);
    counts.push({ first, last, min, max, at: spanOf(doc, first, last) });
    i = free = found.last;
  }
  return counts;
}

/** "a" or "an" as the number one, for those who ask: "killing a guard". */
export function articleCount(doc: Doc, i: number): CountMention | null {
  const lower = doc.tokens[i]?.lower;
  return lower === 'a' || lower === 'an' ? { first: i, last: i + 1, at: spanOf(doc, i, i + 1), min: 1, max: 1 } : null;
}

type Counted = Omit<CountMention, 'at'>;

/** A number in digits or letters, or two that make a range. */
function numberedAt(tokens: readonly Token[], i: number, limit: number): Counted | null {
  const range = /^(\d{1,3}(?:,\d{3})*)-(\d{1,3}(?:,\d{3})*)$/.exec(tokens[i]!.lower);
  if (range) {
    const [from, to] = [range[1]!, range[2]!].map((digits) => Number(digits.replaceAll(',', ''))) as [number, number];
    return from < to && isNoun(tokens[i + 1]) && isCount(tokens, i, i + 1)
      ? { first: i, last: i + 1, min: from, max: to }
      : null;
  }
  const number = numberAt(tokens, i);
  if (!number || number.last > limit) return null;
  const second = secondNumber(tokens, number.last, limit);
  if (second && second.value > number.value && isCount(tokens, i, second.last)) {
    return { first: i, last: second.last, min: number.value, max: second.value };
  }
  if (!isCount(tokens, i, number.last)) return null;
  return { first: i, last: number.last, min: number.value, max: number.value };
}

/** "20 | to 30", "20 | - 30", "two | or three"; "between 20 | and 30" is seen by what stands before. */
function secondNumber(tokens: readonly Token[], i: number, limit: number): { value: number; last: number } | null {
  const joint = tokens[i]?.lower;
  if (!joint || i + 1 >= limit) return null;
  const before = (k: number): string => tokens[k]?.lower ?? '';
  const between = joint === 'and' && [2, 3].some((k) => before(i - k) === 'between');
  if (!between && !/^(?:to|or|-|–)$/.test(joint)) return null;
  return numberAt(tokens, i + 1);
}

const isNoun = (token: Token | undefined): boolean => token !== undefined && /^(?:NN|JJ)/.test(token.pos);

/** Does the number at [first, last) count people or things? */
function isCount(tokens: readonly Token[], first: number, last: number): boolean {
  const token = tokens[first]!;
  const before = tokens[first - 1];
  const previous = before?.sentence === token.sentence ? before : undefined;
  const after = tokens[last];
  const next = after?.sentence === token.sentence ? after : undefined;
  if (previous && NOT_AFTER.has(previous.lower) && !(previous.lower === 'age' && isNoun(next))) return false;
  if (previous?.lower === '.' && NOT_AFTER.has(tokens[first - 2]?.lower ?? '')) return false; // "No. 5"
  if (next && isMeasure(tokens, last)) return false;
  if (isMonth(previous?.lower === '.' ? tokens[first - 2] : previous) || isMonth(next)) return false; // an unresolved date
  if (next?.capital && UNITS_OF_ARMIES.has(next.lower)) return false;
  if (previous === undefined && next?.lower === '.') return false; // "41. The group": a numbered paragraph
  // "a 30-member gang", "AK-47", "5.30 pm"
  if (
    next &&
    next.start === token.end &&
    /^[-–:/.%]$/.test(next.lower) &&
    last + 1 < tokens.length &&
    tokens[last + 1]!.start === next.end
  )
    return false;
  if (previous && previous.end === token.start && !/^["'“‘([~+]/.test(previous.text)) return false;
  const { lower } = token;
  const digits = /^\d/.test(lower);
  if (lower === 'one') return isOne(previous, next);
  if (lower === 'zero' && !isNoun(next)) return false;
  if (digits && last === first + 1) {
    if (/^(?:19|20)\d\d$/.test(lower) && !isNoun(next)) return false;
    if (isAge(tokens, first)) return false;
    // "Terminal 4", "Part 2 of": a number that belongs to the name before it.
    if (previous?.capital && !isNoun(next) && !(next && PERSONS_AFTER.has(next.lower)) && first - 1 > 0) return false;
  }
  if (previous && PERSON.has(tokens[first - 2]?.lower ?? '') && previous.lower === 'of' && !isNoun(next)) return false;
  // "from nine in the morning", "at six": a time.
  if (
    next?.lower === 'in' &&
    tokens[last + 1]?.lower === 'the' &&
    /^(?:morning|afternoon|evening)$/.test(tokens[last + 2]?.lower ?? '')
  )
    return false;
  return !(previous && /^(?:at|past)$/.test(previous.lower) && !isNoun(next) && !isToll(tokens, first - 1));
}

/** "the number of the dead stands at 144", "put the toll at 27": no time of day. */
const isToll = (tokens: readonly Token[], at: number): boolean =>
  tokens
    .slice(Math.max(0, at - 5), at)
    .some(({ lower }) => /^(?:stands?|stood|standing|toll|tally|dead|killed|injured|wounded|deaths|put)$/.test(lower));

const isMonth = (token: Token | undefined): boolean =>
  token !== undefined && (itemOf(token, true).is & CLASS.MONTH) !== 0 && token.lower !== 'may';

function isMeasure(tokens: readonly Token[], i: number): boolean {
  const { lower } = tokens[i]!;
  if (MEASURES.has(lower)) return true;
  if (ORDINALS.has(lower)) return true; // "two thirds"
  return MEASURE_ADJECTIVES.has(lower) && MEASURES.has(tokens[i + 1]?.lower ?? '');
}

/** "Matanov, 23, faces", "Asahara (48)". */
function isAge(tokens: readonly Token[], i: number): boolean {
  const [opening, closing] = [tokens[i - 1]?.lower, tokens[i + 1]?.lower ?? '.'];
  if (Number(tokens[i]!.lower) > 110) return false;
  if (opening === '(') return closing === ')' && (tokens[i - 2]?.capital ?? false);
  return (
    opening === ',' && (tokens[i - 2]?.pos === 'NNP' || (tokens[i - 2]?.capital ?? false)) && /^[,.;)]$/.test(closing)
  );
}

/** "one soldier", "one of the dead", "one was killed"; not "no one", "the one who", "one another", "one day". */
function isOne(previous: Token | undefined, next: Token | undefined): boolean {
  if (previous && /^(?:no|any|every|each|some|this|that|the|which|another|square|day)$/.test(previous.lower))
    return false;
  if (previous && HARMING.test(previous.lower)) return true;
  if (!next) return false;
  if (next.lower === 'another' || next.lower === 'day') return false;
  return isNoun(next) || next.pos === 'VBN' || /^(?:of|other|more|was|person|in)$/.test(next.lower);
}

/** "killing three policemen and injuring one". */
const HARMING = /^(?:injuring|wounding|killing|hurting|injured|wounded|killed)$/;

/** Words with which a number may begin, exact or not. */
const MAY_COUNT = mark(
  (form) => startsNumber(form) || Object.hasOwn(VAGUE, form.lower) || /^(?:tens|no|nobody|none)$/.test(form.lower),
);

/** "several", "dozens of", "a couple of", "tens of thousands", "no casualties", "nobody". */
function vagueAt(tokens: readonly Token[], i: number): Counted | null {
  const word = (k: number): string => tokens[k]?.lower ?? '';
  const lower = word(i);
  const made = (last: number, [min, max]: Range): Counted => ({ first: i, last, min, max });
  if (lower === 'tens' || lower === 'hundreds') {
    const larger = word(i + 1) === 'of' ? (lower === 'tens' ? VAGUE_TENS : VAGUE_HUNDREDS)[word(i + 2)] : undefined;
    if (larger) return made(i + 3, larger);
  }
  if (Object.hasOwn(VAGUE, lower)) return vagueRange(word, i, i + 1, VAGUE[lower]!);
  if (lower === 'a' && Object.hasOwn(VAGUE_AFTER_A, word(i + 1))) {
    if (word(i + 1) !== 'few' && !COUPLED.has(word(i + 2))) return null;
    return vagueRange(word, i, i + 2, VAGUE_AFTER_A[word(i + 1)]!);
  }
  if (lower === 'no' && CASUALTIES.has(word(i + 1))) return made(i + 1, [0, 0]);
  if (lower === 'no' && word(i + 1) === 'one') return made(i + 2, [0, 0]);
  if (lower === 'nobody' || lower === 'none') return made(i + 1, [0, 0]);
  return null;
}

/** "several people", "a few hundred people", but not "several hours". */
function vagueRange(word: (k: number) => string, first: number, end: number, [min, max]: Range): Counted | null {
  const factor = { hundred: 100, thousand: 1000, million: 1_000_000 }[word(end)] ?? 1;
  const last = factor > 1 ? end + 1 : end;
  if (MEASURES.has(word(last)) || (word(last) === 'of' && MEASURES.has(word(last + 1)))) return null;
  return { first, last, min: min! * factor, max: max! * factor };
}

/** The count with the words before it that change it, as far back as token `free`, and "or more" after it. */
function modified(tokens: readonly Token[], count: Counted, free: number): Counted {
  const { first, last } = count;
  const word = (k: number): string => tokens[k]?.lower ?? '';
  if (word(last) === 'or' && word(last + 1) === 'more') return { ...count, last: last + 2, max: null };
  const isRange = count.max !== null && count.min !== count.max;
  if (word(first - 1) === 'between' || (word(first - 1) === 'from' && isRange))
    return { ...count, first: Math.max(free, first - 1) };
  for (const [words, range] of MODIFIERS_BY_END.get(word(first - 1)) ?? []) {
    const from = first - words.length;
    if (from < free || !words.every((expected, k) => word(from + k) === expected)) continue;
    const [min, max] = range([count.min, count.max]);
    return { first: from, last, min, max };
  }
  return count;
}
