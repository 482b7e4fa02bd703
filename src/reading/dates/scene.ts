/** What a date's words are resolved against: the day of publication, the dates named before them, the tense around them. */
import type { Doc } from '../doc.js';
import { civil, type Days, dayOf, exists, fromIso, single, type Unit, whole } from './calendar.js';

/**
 * day: 22 March 2024, also without its year. month, year: a whole one. period: a range, a decade, part of a month or year.
 * weekday: on Friday. relative: counted from the day of publication ("yesterday", "two weeks ago"). anchored: counted from a date
 * named before ("the next day"). anniversary: the day that is remembered. since, until: an open end. dateline: the
 * day that the report gives of itself. event-offset: counted from an event named after it ("two days after the
 * attack"); start and end are null, `offset` is in days.
 */
export type DateKind =
  | 'day'
  | 'month'
  | 'year'
  | 'period'
  | 'weekday'
  | 'relative'
  | 'anchored'
  | 'anniversary'
  | 'since'
  | 'until'
  | 'dateline'
  | 'event-offset';

export interface Found {
  kind: DateKind;
  days: Days;
  /** The same day or month in another year, where the words do not give the year. */
  inYear?: (year: number) => Days | null;
  /** The year was taken from the date before. */
  toldYear?: boolean;
  /** Days from the event that the words after the mention name. */
  offset?: number;
}

export interface Mention extends Found {
  first: number;
  last: number;
  /** Of `since` and `until`: the interval without its open end. */
  named?: Days;
}

/** Verbs and words that put what stands beside them in the future. */
const FUTURE = new Set(
  "will shall 'll may might must should upcoming due scheduled expected slated planned tomorrow".split(' '),
);
const TOLD: ReadonlySet<DateKind> = new Set<DateKind>(['day', 'month']);
/** Days after which a report of news would give the year. */
const LONG_PAST = 400;
/** Anchors further back than this many tokens are forgotten. */
const ANCHOR_REACH = 150;

export class Scene {
  readonly mentions: Mention[] = [];
  /** Day against which relative dates resolve, or null. */
  reference: number | null;

  constructor(readonly doc: Doc) {
    this.reference = doc.published === null ? null : fromIso(doc.published);
  }

  word(i: number): string {
    return this.doc.tokens[i]?.lower ?? '';
  }

  pos(i: number): string {
    return this.doc.tokens[i]?.pos ?? '';
  }

  /** Is the nearest verb around the tokens [first, last) one of the future? The verb before them decides, else the one after. */
  isFuture(first: number, last: number): boolean {
    const { tokens, sentences } = this.doc;
    const sentence = sentences[tokens[first]!.sentence]!;
    for (let i = first - 1; i >= Math.max(sentence.first, first - 15); i--) {
      const verdict = this.#tense(i);
      if (verdict !== null) return verdict;
    }
    for (let i = last; i < Math.min(sentence.last, last + 12); i++) {
      const verdict = this.#tense(i);
      if (verdict !== null) return verdict;
    }
    return false;
  }

  #tense(i: number): boolean | null {
    const { lower, pos } = this.doc.tokens[i]!;
    if (lower === 'would' || lower === 'could') {
      const next = this.word(i + 1);
      return next !== 'have' && next !== 'not' && next !== "n't";
    }
    if (/^(?:faces?|awaits?)$/.test(lower)) return true; // "faces trial in May"
    if (FUTURE.has(lower)) return this.word(i + 1) !== 'have';
    if (/^(?:is|are|was|were)$/.test(lower) && this.word(i + 1) === 'to' && this.word(i + 2) === 'be') return true; // "was to be bombed on 6 March"
    return pos === 'VBD' || pos === 'VBZ' || pos === 'VBP' ? false : null;
  }

  /** The latest single day named before token i, and not too far away. */
  anchor(i: number): number | null {
    for (let k = this.mentions.length - 1; k >= 0; k--) {
      const { first, days, kind } = this.mentions[k]!;
      if (i - first > ANCHOR_REACH) return null;
      if (kind !== 'dateline' && days.start !== null && days.start === days.end) return days.start;
    }
    return null;
  }

  /** The latest date named before token i that is no dateline, and not too far away. */
  latest(i: number): Mention | null {
    const told = this.mentions.findLast(({ kind }) => kind !== 'dateline');
    return told && i - told.first <= ANCHOR_REACH ? told : null;
  }

  /** The whole month or year that the latest date named before token i lies in. */
  anchorUnit(i: number, unit: Unit, offset: number): Days | null {
    for (let k = this.mentions.length - 1; k >= 0; k--) {
      const { first, last, days, kind, inYear } = this.mentions[k]!;
      if (i - first > ANCHOR_REACH) return null;
      if (inYear && i - last === 1 && this.word(last) === 'of') continue; // "13 December of that year": not its own
      const day = days.start ?? days.end;
      if (kind !== 'dateline' && day !== null) return whole(unit, day, offset);
    }
    return null;
  }

  /** A day or month without its year: the nearest one that has begun, or is to come where the tense says so. */
  nearest(inYear: (year: number) => Days | null, future: boolean): Days | null {
    if (this.reference === null) return null;
    const { year } = civil(this.reference);
    const candidates = [year - 1, year, year + 1].map(inYear).filter((days): days is Days => days !== null);
    // A dateline may be a day ahead of the day of publication: other time zones, morning papers.
    const reference = this.reference + 1;
    return future
      ? (candidates.find((days) => days.end! >= reference - 1) ?? null)
      : (candidates.findLast((days) => days.start! <= reference) ?? null);
  }

  /**
   * A day or month without its year that follows, in the same paragraph or the next, one that was given with a year
   * long past: "on 20 July 2015 … On 10 October" goes on in 2015.
   */
  inToldYear(i: number, inYear: (year: number) => Days | null): Days | null {
    const told = this.mentions.at(-1);
    if (!told || this.reference === null || told.days.start === null || !TOLD.has(told.kind)) return null;
    if (told.inYear && !told.toldYear) return null;
    const { tokens, sentences } = this.doc;
    const paragraph = (at: number): number => sentences[tokens[at]!.sentence]!.paragraph;
    if (paragraph(i) - paragraph(told.first) > 1 || this.reference - told.days.start < LONG_PAST) return null;
    const days = inYear(civil(told.days.start).year);
    if (!days || days.start === null || days.start < told.days.start) return null;
    return this.reference - days.start < LONG_PAST ? null : days;
  }

  weekday(wanted: number, future: boolean): Days | null {
    if (this.reference === null) return null;
    const today = (((this.reference + 4) % 7) + 7) % 7;
    return single(future ? this.reference + ((wanted - today + 7) % 7) : this.reference - ((today - wanted + 7) % 7));
  }
}

/** The day in a year, or null where the calendar has none. */
export const dayIn =
  (month: number, day: number) =>
  (year: number): Days | null =>
    exists(year, month, day) ? single(dayOf(year, month, day)) : null;
