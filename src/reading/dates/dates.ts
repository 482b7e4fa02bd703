/** The dates that a text names, as intervals of days. */
import { type Doc, nextMarked, spanOf } from '../doc.js';
import type { Span } from '../schema.js';
import { civil, type Days, isInCalendar, part, toIso } from './calendar.js';
import { Match } from './match.js';
import { matchAt } from './patterns.js';
import { DATE_RULES } from './rules.js';
import { type DateKind, type Found, type Mention, Scene } from './scene.js';
import { CLASS, type Item, itemOf, NOTHING, OF_DATES, type Part } from './words.js';

export type { DateKind } from './scene.js';

/** A date in the text. `start` and `end` are ISO 8601 days, null for an open end; both null only for `event-offset`. */
export interface DateMention {
  /** Token span. */
  first: number;
  last: number;
  at: Span;
  kind: DateKind;
  start: string | null;
  end: string | null;
  /** For `event-offset`: the date is this many days from the event that the words after it name. */
  offset?: number;
  /** For `since` and `until`: the day or interval that is named, which is when it was that something is told of it. */
  named?: { start: string | null; end: string | null };
}

/** The dates of a text in its order, not overlapping. What cannot be resolved is left out. */
export function findDates(doc: Doc): DateMention[] {
  const scene = new Scene(doc);
  const items: Item[] = new Array(doc.tokens.length).fill(NOTHING);
  for (const { first, last, upper } of doc.sentences) {
    for (let i = nextMarked(doc, OF_DATES, first, last); i < last; i = nextMarked(doc, OF_DATES, i + 1, last))
      items[i] = itemOf(doc.tokens[i]!, upper);
  }
  for (const { first, last } of doc.sentences) {
    let i = nextMarked(doc, OF_DATES, first, last);
    while (i < last) {
      const mention = items[i] === NOTHING ? null : mentionAt(scene, items, i, last);
      if (mention) push(scene, items, mention);
      i = nextMarked(doc, OF_DATES, mention ? mention.last : i + 1, last);
    }
  }
  return scene.mentions.filter(isResolved).map((mention) => toDateMention(doc, mention));
}

const isResolved = ({ kind, days }: Mention): boolean =>
  isInCalendar(days) && (kind === 'event-offset' || days.start !== null || days.end !== null);

function toDateMention(doc: Doc, { first, last, kind, days, offset, named }: Mention): DateMention {
  const iso = (day: number | null): string | null => (day === null ? null : toIso(day));
  const mention: DateMention = {
    first,
    last,
    at: spanOf(doc, first, last),
    kind,
    start: iso(days.start),
    end: iso(days.end),
  };
  if (offset !== undefined) mention.offset = offset;
  if (named) mention.named = { start: iso(named.start), end: iso(named.end) };
  return mention;
}

/** The longest date that begins at token i. */
function mentionAt(scene: Scene, items: readonly Item[], i: number, limit: number): Mention | null {
  const goesOn = i + 1 < limit && items[i + 1] !== NOTHING;
  const candidates = DATE_RULES.startingWith(items[i]!, scene.word(i), goesOn);
  if (candidates.length === 0) return null;
  let matches: { match: Match; rule: (m: Match) => Found | null }[] | null = null;
  for (const pattern of candidates) {
    const taken = matchAt(pattern, items, scene.doc.tokens, i, limit);
    if (!taken) continue;
    matches ??= [];
    matches.push({ match: new Match(pattern, taken, items, scene), rule: pattern.rule });
  }
  if (!matches) return null;
  matches.sort((a, b) => b.match.last - a.match.last);
  for (const { match, rule } of matches) {
    const found = rule(match);
    if (found) return mentionOf(found, match.first, match.last);
  }
  return null;
}

function mentionOf({ kind, days, inYear, toldYear, offset }: Found, first: number, last: number): Mention {
  const mention: Mention = { kind, days, first, last };
  if (inYear) mention.inYear = inYear;
  if (toldYear !== undefined) mention.toldYear = toldYear;
  if (offset !== undefined) mention.offset = offset;
  return mention;
}

function push(scene: Scene, items: readonly Item[], found: Mention): void {
  const mention = modified(scene, found);
  markDateline(scene, mention);
  const latest = scene.mentions.at(-1);
  const merged = latest && sameSentence(scene, latest, mention) ? merge(scene, latest, mention) : null;
  if (merged) scene.mentions[scene.mentions.length - 1] = merged;
  else scene.mentions.push(opened(scene, items, mention));
}

const sameSentence = ({ doc }: Scene, a: Mention, b: Mention): boolean =>
  doc.tokens[a.first]!.sentence === doc.tokens[b.first]!.sentence;

const PARTS: Record<string, Part> = {
  early: 'early',
  late: 'late',
  mid: 'mid',
  beginning: 'early',
  start: 'early',
  middle: 'mid',
  end: 'late',
};

/** "early March", "late last year", "the beginning of 2014", "mid - 2014". */
function modified(scene: Scene, mention: Mention): Mention {
  const { kind, first } = mention;
  if (kind !== 'month' && kind !== 'year' && !(kind === 'period' && isDecade(mention.days))) return mention;
  const before = scene.word(first - 1);
  const at = ['of', '-', 'the'].includes(before) ? (scene.word(first - 2) === 'of' ? first - 3 : first - 2) : first - 1;
  const which = PARTS[scene.word(at)];
  const isNoun = ['beginning', 'start', 'middle', 'end'].includes(scene.word(at));
  if (!which || isNoun !== (before === 'of' || (before === 'the' && at === first - 3))) return mention;
  const inYear = mention.inYear;
  const narrow = (days: Days): Days => part(days, which);
  return {
    ...mention,
    first: at,
    kind: 'period',
    days: narrow(mention.days),
    ...(inYear && { inYear: (year: number) => mapDays(inYear(year), narrow) }),
  };
}

const mapDays = (days: Days | null, change: (days: Days) => Days): Days | null => (days ? change(days) : null);
const isDecade = ({ start, end }: Days): boolean => start !== null && end !== null && end - start > 3600;

/** One date out of two that stand together, or null where they are two. */
function merge(scene: Scene, a: Mention, b: Mention): Mention | null {
  const between = scene.doc.tokens.slice(a.last, b.first).map((token) => token.lower);
  if (between.length > 2) return null;
  const glue = between.join(' ');
  const joined = (found: Found): Mention => ({ ...found, first: a.first, last: b.last });
  // "on Friday, 22 March", "next Wednesday and Thursday, July 22 and 23"
  if (
    (a.kind === 'weekday' || a.kind === 'relative') &&
    ['day', 'period', 'dateline'].includes(b.kind) &&
    /^(?:[,(]|, the|the|)$/.test(glue)
  ) {
    const days = b.inYear && a.days.start !== null ? b.inYear(civil(a.days.start).year) : b.days;
    if (days && length(a.days) === length(days)) return joined({ ...b, days });
  }
  // "on Sunday, three days before,": said again
  if ((a.kind === 'weekday' || a.kind === 'day') && b.kind === 'anchored' && glue === ',' && isClosed(scene, b))
    return joined({ ...a });
  // "next Wednesday and Thursday": the second lies ahead like the first
  if (a.kind === 'weekday' && b.kind === 'weekday' && /^(?:and|or|to)$/.test(glue)) {
    const ahead = scene.reference !== null && a.days.end !== null && a.days.end > scene.reference;
    if (ahead && b.days.start !== null && b.days.start < a.days.end!) b = { ...b, days: moved(b.days, 7) };
  }
  // "October 17 of this year", "in June last year"
  if (a.inYear && b.kind === 'year' && !b.inYear && /^(?:of|in|,|)$/.test(glue) && b.days.start !== null) {
    const days = a.inYear(civil(b.days.start).year);
    return days && { kind: a.kind, days, first: a.first, last: b.last };
  }
  // "the following year, in November"
  if (a.kind === 'year' && b.inYear && /^(?:, in|, on|in|on|,|)$/.test(glue) && a.days.start !== null) {
    const days = b.inYear(civil(a.days.start).year);
    return days && { kind: b.kind, days, first: a.first, last: b.last };
  }
  // "overnight on Thursday", "overnight Sunday into Monday"
  if (b.kind === 'weekday' && /^(?:|on|from)$/.test(glue) && scene.word(a.first) === 'overnight')
    return joined({ ...b });
  if (/^(?:to|into|until|till|through|-|–|—|and|or|, and)$/.test(glue)) return range(scene, a, b, glue, joined);
  return null;
}

/** A mark behind it, and no event from which it counts. */
const isClosed = ({ doc }: Scene, { last }: Mention): boolean => doc.tokens[last]?.pos === 'SYM';

const moved = ({ start, end }: Days, by: number): Days => ({ start: start! + by, end: end! + by });
const length = ({ start, end }: Days): number => (start === null || end === null ? -1 : end - start);

/** "from 3 March to 5 April 2023", "between 2014 and 2017", "on Thursday or Friday". */
function range(scene: Scene, a: Mention, b: Mention, glue: string, joined: (found: Found) => Mention): Mention | null {
  const year = b.days.start !== null && !b.inYear ? civil(b.days.start).year : null;
  let from = a.days;
  if (a.inYear && year !== null) {
    const same = a.inYear(year);
    from = same && b.days.start !== null && same.start! > b.days.start ? (a.inYear(year - 1) ?? same) : (same ?? from);
  }
  const to = b.days;
  // "Sunday into Monday", said on a Sunday
  if (glue === 'into' && a.kind === 'weekday' && from.start !== null && to.end !== null && from.start > to.end)
    from = moved(from, -7);
  if (from.start === null || from.end === null || to.start === null || to.end === null) return null;
  const listed = /and|or/.test(glue);
  const opened = ['between', 'from'].includes(scene.word(a.first - 1));
  const follows = to.start === from.end + 1;
  if (listed && !follows && !(scene.word(a.first - 1) === 'between')) {
    a.days = from;
    return null;
  }
  if (to.end < from.start || (!opened && !listed && a.kind === 'relative')) return null;
  const days = { start: from.start, end: to.end };
  const inYear = a.inYear && b.inYear ? joinYears(a.inYear, b.inYear) : undefined;
  return joined({ kind: follows && a.kind === 'weekday' ? 'weekday' : 'period', days, ...(inYear && { inYear }) });
}

const joinYears =
  (a: (year: number) => Days | null, b: (year: number) => Days | null) =>
  (year: number): Days | null => {
    const [from, to] = [a(year), b(year)];
    return from && to && { start: from.start, end: to.end };
  };

/** "since 2014", "until Friday", "before March": an open end; but "since Friday's attack" names the Friday. */
function opened(scene: Scene, items: readonly Item[], mention: Mention): Mention {
  const { first, last, days } = mention;
  if (mention.kind === 'dateline' || mention.kind === 'event-offset') return mention;
  const next = scene.doc.tokens[last];
  const goesOn = next !== undefined && next.sentence === scene.doc.tokens[first]!.sentence;
  if (goesOn && (/^(?:'s?|’s?)$/.test(next.lower) || next.pos.startsWith('NN'))) return mention;
  const before = scene.word(first - 1);
  const onwards = goesOn && /^(?:onwards?|on)$/.test(next.lower) && (before === 'from' || next.lower !== 'on');
  const open = (kind: 'since' | 'until', start: number | null, end: number | null): Mention => ({
    ...mention,
    first: first - 1,
    kind,
    days: { start, end },
    named: days,
  });
  if (before === 'since' || onwards) return open('since', days.start, null);
  if (before === 'after' && mention.kind !== 'anchored') return open('since', days.end, null);
  if (before === 'until' || before === 'till') return open('until', null, days.end);
  if (before === 'by' && isCalendar(items, first)) return open('until', null, days.end);
  if (before === 'before' && days.start !== null) return open('until', null, days.start - 1);
  return mention;
}

const isCalendar = (items: readonly Item[], i: number): boolean =>
  (items[i]!.is & (CLASS.YEAR | CLASS.MONTH | CLASS.DAY | CLASS.WEEKDAY | CLASS.NUMERIC)) !== 0;

/** Only the head of a report has a dateline. */
const HEAD = 120;

/** "KABUL, Aug. 26 (Agency) -", or a line that is a date and nothing else: the day that the report gives of itself. */
function markDateline(scene: Scene, mention: Mention): void {
  const { doc } = scene;
  if (mention.kind !== 'day' || mention.first > HEAD) return;
  if (!isDateline(scene, mention)) return;
  mention.kind = 'dateline';
  if (doc.published === null) scene.reference ??= mention.days.start;
}

function isDateline({ doc }: Scene, { first, last }: Mention): boolean {
  if (/^(?:issued|dated|published|updated|released|date)$/.test(doc.tokens[first - 1]?.lower ?? '')) return true;
  const lineStart = doc.text.lastIndexOf('\n', doc.tokens[first]!.start) + 1;
  let i = first - 1;
  for (; i >= 0 && doc.tokens[i]!.start >= lineStart; i--) {
    const token = doc.tokens[i]!;
    if (!/^[,./()-]$/.test(token.lower) && !isPlaceWord(token.text))
      return /^(?:date|dated|issued|published|updated)$/.test(lineHead(doc, lineStart));
  }
  const next = doc.tokens[last];
  const hasPlace = i < first - 1;
  const lineEnd = doc.text.indexOf('\n', doc.tokens[last - 1]!.end);
  const behind = next?.lower === '.' ? doc.tokens[last + 1] : next; // "Bunia, 3 February 2022."
  const isWholeLine = !behind || (lineEnd >= 0 && behind.start > lineEnd);
  if (isWholeLine) return true;
  return hasPlace && next !== undefined && /^(?:[-–—(:]|--)$/.test(next.lower);
}

const isPlaceWord = (word: string): boolean => /^\p{Lu}/u.test(word);

function lineHead(doc: Doc, lineStart: number): string {
  return /^[^\p{L}]*(\p{L}+)/u.exec(doc.text.slice(lineStart, lineStart + 40))?.[1]?.toLowerCase() ?? '';
}
