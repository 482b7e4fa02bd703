/** What the words of a date mean: a pattern, and how its tokens become an interval. The longest pattern that resolves wins. */
import {
  civil,
  type Days,
  dayOf,
  easter,
  exists,
  monthOf,
  part,
  shift,
  single,
  type Unit,
  weekday,
  whole,
  yearsOf,
} from './calendar.js';
import { isBareMonth, isBareYear, isNameOfGroup, isVague, isWeekday } from './guards.js';
import type { Match } from './match.js';
import { compile, PatternIndex } from './patterns.js';
import { type DateKind, dayIn, type Found } from './scene.js';
import { century, isShortMonth, numericDay, UNITS } from './words.js';

type Rule = (m: Match) => Found | null;

const made = (kind: DateKind, days: Days | null): Found | null => (days ? { kind, days } : null);

/** A day or month with its year, or else in the nearest one. */
function inYearOf(m: Match, kind: DateKind, inYear: (year: number) => Days | null): Found | null {
  const year = m.value('YEAR');
  if (year !== undefined) return made(kind, inYear(year));
  // Without a day of publication the year may still be said nearby; until then the mention is kept open.
  const told = m.scene.inToldYear(m.first, inYear);
  if (told) return { kind, days: told, inYear, toldYear: true };
  const days = m.scene.nearest(inYear, m.future);
  return { kind, days: days ?? { start: null, end: null }, inYear };
}

const badStop = (m: Match): boolean => m.has('.') && !isShortMonth(m.scene.word(m.token('MONTH')));

/** "In March 20 people were killed": the number goes with the people. */
const goesWithPeople = (m: Match): boolean =>
  m.scene.word(m.first - 1) === 'in' && m.token('DAY') === m.last - 1 && m.scene.pos(m.last) === 'NNS';

/** Days known by date alone, where what follows is an attack: [month, day, year]. */
const INFAMOUS: [number, number, number][] = [
  [9, 11, 2001],
  [10, 7, 2023],
];
const ATTACK = /^(?:attack|terror|massacre|hijack|assault|suicide)/;

const calendarDay: Rule = (m) => {
  if (badStop(m) || goesWithPeople(m) || isNameOfGroup(m.scene, m)) return null;
  const [month, day] = [m.value('MONTH')!, (m.value('DAY') ?? m.value('ORD'))!];
  if (m.value('YEAR') === undefined && ATTACK.test(m.scene.word(m.last))) {
    const known = INFAMOUS.find(([a, b]) => a === month && b === day);
    if (known) return made('day', single(dayOf(known[2], month, day)));
  }
  return inYearOf(m, 'day', dayIn(month, day));
};

/** "on the 26th": of the month spoken of, else the latest that has begun. */
const dayOfMonth: Rule = (m) => {
  const index = m.token('ORD');
  const next = m.scene.pos(m.last);
  if (
    !(
      m.scene.word(m.first - 1) === 'on' ||
      (m.scene.word(m.first - 1) === 'of' && /^(?:morning|evening|night|afternoon)$/.test(m.scene.word(m.first - 2)))
    ) ||
    !/^\d/.test(m.scene.word(index)) ||
    /^(?:NN|JJ|CD)/.test(next) ||
    m.scene.word(m.last) === 'of'
  )
    return null;
  const around = m.scene.anchor(m.first) ?? m.scene.reference;
  const day = m.value('ORD')!;
  if (around === null || day > 31) return null;
  const { year: y, month: now } = civil(around);
  const before = m.scene.anchor(m.first) === null && day > civil(around).day ? 1 : 0;
  const [inYear, inMonth] = now - before < 1 ? [y - 1, 12] : [y, now - before];
  return made('day', dayIn(inMonth, day)(inYear));
};

const shortYear: Rule = (m) => {
  if (!isShortMonth(m.scene.word(m.token('MONTH'))) || m.scene.pos(m.last) === 'NNS') return null;
  return made('day', dayIn(m.value('MONTH')!, m.value('DAY')!)(century(m.value('YY')!)));
};

const dayRange: Rule = (m) => {
  if (badStop(m)) return null;
  const range = m.item('DAYRANGE');
  const [from, to] = range ? [range.value, range.to!] : [m.value('DAY')!, m.value('DAY', 1)!];
  const listed = m.has('and', 'or', '&', ',') && !m.has('between');
  if (to <= from || (listed && to > from + 1 && !m.has(','))) return null;
  return inYearOf(m, 'period', (year) => {
    const month = m.value('MONTH')!;
    return exists(year, month, from) && exists(year, month, to)
      ? { start: dayOf(year, month, from), end: dayOf(year, month, to) }
      : null;
  });
};

const month: Rule = (m) => {
  const index = m.token('MONTH');
  const { value, part: which } = m.item('MONTH')!;
  if (badStop(m) || (m.value('YEAR') === undefined && !isBareMonth(m.scene, m.items, index))) return null;
  return inYearOf(m, which ? 'period' : 'month', (year) =>
    which ? part(monthOf(year, value), which) : monthOf(year, value),
  );
};

const relativeMonth: Rule = (m) => {
  const { reference } = m.scene;
  if (reference === null) return null;
  const wanted = m.value('MONTH')!;
  const now = civil(reference);
  if (m.has('last', 'past')) return made('month', monthOf(wanted < now.month ? now.year : now.year - 1, wanted));
  if (m.has('this')) return made('month', monthOf(now.year, wanted));
  return made('month', monthOf(wanted > now.month ? now.year : now.year + 1, wanted));
};

const year: Rule = (m) => {
  const { value, part: which } = m.item('YEAR')!;
  if (!isBareYear(m.scene, m.token('YEAR'))) return null;
  return which ? made('period', part(yearsOf(value, value), which)) : made('year', yearsOf(value, value));
};

const decade: Rule = (m) => {
  const { value, part: which } = m.item('DECADE')!;
  const days = yearsOf(value, value + (value % 100 === 0 && m.has('century') ? 99 : 9));
  return made('period', which ? part(days, which) : days);
};

const season: Rule = (m) => {
  const first = m.value('SEASON')!;
  return inYearOf(m, 'period', (y) => ({ start: dayOf(y, first, 1), end: dayOf(y, first + 3, 1) - 1 }));
};
const relativeSeason: Rule = (m) => {
  const { reference } = m.scene;
  if (reference === null) return null;
  const now = civil(reference);
  const first = m.value('SEASON')!;
  let y = now.year;
  if (m.has('last') && first + 2 >= now.month) y--;
  if (m.has('next') && first <= now.month) y++;
  return made('period', { start: dayOf(y, first, 1), end: dayOf(y, first + 3, 1) - 1 });
};

const holiday =
  (inYear: (year: number) => Days): Rule =>
  (m) =>
    SEASONAL.test(m.scene.word(m.last)) ? null : inYearOf(m, 'day', inYear);
/** "the Christmas market", "the Easter weekend": of the season, no day. */
const SEASONAL =
  /^(?:markets?|fairs?|trees?|part(?:y|ies)|seasons?|holidays?|period|shopping|shoppers|weeks?|weekend|break|truce|lights|festivities|and|or|gatherings?)$/;

/** "on this day in 2004": the day of publication in another year. */
const thisDayIn: Rule = (m) => {
  const { reference } = m.scene;
  if (reference === null) return null;
  const { month, day } = civil(reference);
  return made('day', dayIn(month, day)(m.value('YEAR')!));
};

const onWeekday: Rule = (m) => {
  const index = m.token('WEEKDAY');
  if (!isWeekday(m.scene, m.items, index)) return null;
  const { reference } = m.scene;
  const wanted = m.value('WEEKDAY')!;
  if (reference === null) return null;
  if (m.has('last', 'past', 'previous')) {
    return made('weekday', single(reference - (((weekday(reference) - wanted + 6) % 7) + 1)));
  }
  if (m.has('next', 'coming')) return made('weekday', single(reference + ((wanted - weekday(reference) + 6) % 7) + 1));
  return made('weekday', m.scene.weekday(wanted, m.future));
};

/** The weekday before or after the day named before. */
const anchoredWeekday: Rule = (m) => {
  const anchor = m.scene.anchor(m.first);
  if (anchor === null) return null;
  const wanted = m.value('WEEKDAY')!;
  const forward = ((wanted - weekday(anchor) + 6) % 7) + 1;
  const back = ((weekday(anchor) - wanted + 6) % 7) + 1;
  return made('anchored', single(m.has('following', 'next') ? anchor + forward : anchor - back));
};

/** Days from the day of publication. */
const fromToday =
  (first: number, last = first): Rule =>
  ({ scene: { reference } }) =>
    reference === null ? null : made('relative', { start: reference + first, end: reference + last });

const unitOf = (m: Match): Unit => UNITS[m.value('UNIT')!]!;
const kindOf = (unit: Unit, other: DateKind): DateKind => (unit === 'year' || unit === 'month' ? unit : other);

/** The whole week, month or year beside that of publication: "last week", "this year". */
const wholeUnit =
  (offset: number): Rule =>
  (m) => {
    const { reference } = m.scene;
    if (reference === null) return null;
    const unit = unitOf(m);
    if (unit === 'day') return null;
    const days = whole(unit, reference, offset);
    if (m.has('earlier')) return made('period', { start: days.start, end: reference });
    if (m.has('later')) return made('period', { start: reference, end: days.end });
    return made(kindOf(unit, 'relative'), days);
  };

/** "two weeks ago" is a week, "three years ago" a year, "three years ago today" a day. */
const ago: Rule = (m) => {
  const { reference } = m.scene;
  if (reference === null) return null;
  const count = m.value('NUM')!;
  const unit = unitOf(m);
  if (m.has('today') || unit === 'day') {
    return isVague(m.scene, m.first) && unit === 'day'
      ? null
      : made('relative', single(shift(reference, unit, -count)));
  }
  return made(kindOf(unit, 'relative'), whole(unit, shift(reference, unit, -count), 0));
};

/** "two nights ago": a day, as two days ago. */
const nightsAgo: Rule = (m) => {
  const { reference } = m.scene;
  return reference === null || isVague(m.scene, m.first) ? null : made('relative', single(reference - m.value('NUM')!));
};

/** "in the last 24 hours", "the past decade". */
const rolling =
  (direction: -1 | 1): Rule =>
  (m) => {
    const { reference } = m.scene;
    if (reference === null) return null;
    const count = m.value('NUM') ?? 1;
    const clock = m.value('CLOCK');
    const end =
      clock === undefined
        ? shift(reference, unitOf(m), direction * count)
        : reference + direction * Math.ceil(count / clock);
    return made('period', direction < 0 ? { start: end, end: reference } : { start: reference, end });
  };

const weekend =
  (offset: number): Rule =>
  (m) => {
    const { reference } = m.scene;
    if (reference === null) return null;
    const saturday = reference - ((weekday(reference) + 1) % 7);
    let start = saturday + 7 * offset;
    const isNow = weekday(reference) === 0 || weekday(reference) === 6;
    if (m.has('last') && isNow) start -= 7;
    // From Wednesday on "this weekend" is the one to come.
    if (m.has('this') && !isNow && (m.future || weekday(reference) >= 3)) start += 7;
    return made('relative', { start, end: start + 1 });
  };

/** Days from the day named before: "the same day", "that night", "the next morning". */
const fromAnchor =
  (offset: number): Rule =>
  (m) => {
    const anchor = m.scene.anchor(m.first);
    return anchor === null ? null : made('anchored', single(anchor + offset));
  };

/** "the same month", "the following year". */
const anchoredUnit =
  (offset: number): Rule =>
  (m) => {
    const unit = unitOf(m);
    return unit === 'day'
      ? fromAnchor(offset)(m)
      : made(kindOf(unit, 'anchored'), m.scene.anchorUnit(m.first, unit, offset));
  };

/** "two days later", "a week earlier", "three minutes later". */
const laterOrEarlier: Rule = (m) => {
  const sign = m.has('earlier', 'before', 'previously', 'prior') ? -1 : 1;
  const count = m.value('NUM')!;
  if (m.token('CLOCK') >= 0) {
    const anchor = m.scene.anchor(m.first);
    const days = Math.floor(count / m.value('CLOCK')!);
    return anchor === null ? null : made('anchored', single(anchor + sign * days));
  }
  const unit = unitOf(m);
  if (unit === 'month' || unit === 'year' || unit === 'decade') {
    return made(kindOf(unit, 'anchored'), m.scene.anchorUnit(m.first, unit, sign * count));
  }
  if (isVague(m.scene, m.first)) return null;
  const latest = m.scene.latest(m.first);
  if (latest?.kind === 'month' && latest.days.start !== null) {
    // "in December 2021 … Three weeks later": some day of an interval as long as the month
    const by = (day: number): number => shift(day, unit, sign * count);
    return made('period', { start: by(latest.days.start), end: by(latest.days.end!) });
  }
  const anchor = m.scene.anchor(m.first) ?? (sign < 0 ? m.scene.reference : null);
  return anchor === null ? null : made('anchored', single(shift(anchor, unit, sign * count)));
};

/** "on Monday, a day after two bombers …" dates the bombers; "raided it two days after the attack" counts from the attack. */
const besideEvent: Rule = (m) => {
  const unit = unitOf(m);
  if (isVague(m.scene, m.first) || (unit !== 'day' && unit !== 'week')) return null;
  const days = (m.value('NUM') ?? 1) * (unit === 'week' ? 7 : 1) * (m.has('before') ? -1 : 1);
  const latest = m.scene.mentions.at(-1);
  const { tokens } = m.scene.doc;
  if (latest && m.first - latest.last <= 2 && tokens[latest.first]!.sentence === tokens[m.first]!.sentence) {
    const day = latest.days.start;
    return day !== null && day === latest.days.end ? made('anchored', single(day - days)) : null;
  }
  return { kind: 'event-offset', days: { start: null, end: null }, offset: days };
};

const MARKS = /^(?:mark|marks|marked|marking|commemorat\w*|remember\w*|observ\w+|on|today)$/;
const marked = (m: Match): boolean => [1, 2, 3].some((k) => MARKS.test(m.scene.word(m.first - k)));
/** The day that an anniversary remembers; without a day of its own, the year. */
const anniversary: Rule = (m) => {
  const years = (m.value('ORD') ?? m.value('NUM'))!;
  const latest = m.scene.mentions.at(-1);
  const { tokens } = m.scene.doc;
  const near = latest && latest.kind !== 'dateline' && tokens[latest.first]!.sentence === tokens[m.first]!.sentence;
  const own = near && latest.days.start === latest.days.end ? latest.days.start : null;
  const day = own ?? m.scene.reference;
  if (day === null || day === undefined) return null;
  const exact = own !== null || marked(m);
  const then = shift(day, 'year', -years);
  return made('anniversary', exact ? single(then) : whole('year', then, 0));
};

const RULES: [string, Rule][] = [
  [
    'NUMERIC',
    (m) => {
      const named = numericDay(m.scene.word(m.first));
      return named && made('day', dayIn(named.month, named.day)(named.year));
    },
  ],
  ['MONTH .? the? DAY|ORD ,? YEAR?', calendarDay],
  ['MONTH .? the? DAY|ORD of? YEAR', calendarDay],
  ['DAY of? MONTH .? ,? of? YEAR?', calendarDay],
  ['the DAY|ORD of MONTH ,? YEAR?', calendarDay],
  ['the ORD', dayOfMonth],
  ['DAY MONTH .? YY', shortYear],
  ["DAY MONTH ' YY", shortYear],
  ['from|between? DAY DASH|to|and|or|through|& DAY of? MONTH .? ,? YEAR?', dayRange],
  ['from|between? MONTH .? DAY DASH|to|and|or|through|& DAY ,? YEAR?', dayRange],
  ['DAY , DAY and DAY MONTH .? ,? YEAR?', dayRange],
  ['DAYRANGE of? MONTH .? ,? YEAR?', dayRange],
  ['MONTH .? DAYRANGE ,? YEAR?', dayRange],
  ['MONTH .? ,? of? YEAR?', month],
  ['last|this|next|past MONTH', relativeMonth],
  ['MONTH last', relativeMonth],
  ['YEAR', year],
  ['YEARRANGE', (m) => made('period', yearsOf(m.value('YEARRANGE')!, m.item('YEARRANGE')!.to!))],
  ['DECADE', decade],
  ["the ' DECADE", decade],
  ['SEASON of? YEAR', season],
  ['last|this|next SEASON', relativeSeason],
  ['christmas day? YEAR?', holiday((y) => single(dayOf(y, 12, 25)))],
  ['christmas eve YEAR?', holiday((y) => single(dayOf(y, 12, 24)))],
  ["new year 's day YEAR?", holiday((y) => single(dayOf(y, 1, 1)))],
  ["new year 's eve YEAR?", holiday((y) => single(dayOf(y, 12, 31)))],
  ["new year 's", (m) => (m.scene.pos(m.last) === 'NN' ? holiday((y) => single(dayOf(y, 1, 1)))(m) : null)],
  ['bastille day YEAR?', holiday((y) => single(dayOf(y, 7, 14)))],
  ['easter sunday? ,? YEAR?', holiday((y) => single(easter(y)))],
  ['easter monday YEAR?', holiday((y) => single(easter(y) + 1))],
  ['9/11', () => made('day', single(dayOf(2001, 9, 11)))],
  ['7/7', () => made('day', single(dayOf(2005, 7, 7)))],
  ['26/11', () => made('day', single(dayOf(2008, 11, 26)))],
  ['early|late? this|last|next|past|coming|previous? WEEKDAY PART?', onWeekday],
  ['WEEKDAY last', onWeekday],
  ['the following|previous|preceding WEEKDAY PART?', anchoredWeekday],
  ['this day in YEAR', thisDayIn],
  ['today|tonight', fromToday(0)],
  ['this PART', fromToday(0)],
  ['yesterday PART?', fromToday(-1)],
  ['last PART', fromToday(-1)],
  ['overnight', fromToday(-1, 0)],
  ['the day before yesterday', fromToday(-2)],
  ['tomorrow PART?', fromToday(1)],
  ['earlier|later? this UNIT', wholeUnit(0)],
  ['last|previous UNIT', wholeUnit(-1)],
  ['next|coming UNIT', wholeUnit(1)],
  ['NUM UNIT ago today?', ago],
  ['NUM nights|evenings|mornings ago', nightsAgo],
  ['the last|past NUM UNIT|CLOCK', rolling(-1)],
  ['last|past NUM UNIT|CLOCK', rolling(-1)],
  ['the past UNIT', rolling(-1)],
  ['this past UNIT', rolling(-1)],
  ['over|during|in the last UNIT', rolling(-1)],
  ['the next|coming NUM UNIT|CLOCK', rolling(1)],
  ['next NUM UNIT|CLOCK', rolling(1)],
  ['over|during|in|within the next|coming UNIT', rolling(1)],
  ['last|this weekend', weekend(0)],
  ['over|at|on the weekend', weekend(0)],
  ['next|coming weekend', weekend(1)],
  ['the? same|very day|PART', fromAnchor(0)],
  ['that day|PART|same', fromAnchor(0)],
  ['that same day|PART', fromAnchor(0)],
  ['the? next|following day|PART', fromAnchor(1)],
  ['the? previous|preceding day|PART', fromAnchor(-1)],
  ['the day|PART before', (m) => (startsEvent(m) ? null : fromAnchor(-1)(m))],
  ['the day|PART after', (m) => (startsEvent(m) ? null : fromAnchor(1)(m))],
  ['the same UNIT', anchoredUnit(0)],
  ['that same? UNIT', anchoredUnit(0)],
  ['the following|next UNIT', anchoredUnit(1)],
  ['the previous|preceding UNIT', anchoredUnit(-1)],
  ['NUM UNIT|CLOCK later|earlier|afterwards|previously', laterOrEarlier],
  ['NUM UNIT before|after', (m) => (startsEvent(m) ? besideEvent(m) : laterOrEarlier(m))],
  ['the day before|after', (m) => (startsEvent(m) ? besideEvent(m) : null)],
  ['the? ORD anniversary', anniversary],
  ['NUM UNIT since', (m) => (unitOf(m) === 'year' && marked(m) ? anniversary(m) : null)],
];

/** Does an event follow, from which the days are counted? */
function startsEvent(m: Match): boolean {
  const next = m.scene.doc.tokens[m.last];
  return (
    next !== undefined && next.sentence === m.scene.doc.tokens[m.first]!.sentence && /^[\p{L}\p{N}]/u.test(next.lower)
  );
}

export const DATE_RULES = new PatternIndex(RULES.map(([source, rule]) => compile(source, rule)));
