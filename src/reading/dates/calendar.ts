/** Days and intervals of days. A day is its number since 1 January 1970; an interval includes both its ends. */

export interface Days {
  start: number | null;
  end: number | null;
}

export type Unit = 'day' | 'week' | 'month' | 'year' | 'decade' | 'century';

const MS = 86_400_000;

export function dayOf(year: number, month: number, day: number): number {
  return Math.floor(Date.UTC(year, month - 1, day) / MS);
}

export function civil(day: number): { year: number; month: number; day: number } {
  const date = new Date(day * MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Day number of an ISO 8601 day. */
export const fromIso = (iso: string): number => Math.floor(Date.parse(iso) / MS);

/** Days that have four digits of a year: ISO 8601 writes no others without agreement. */
const FIRST_DAY = -719_162;
const LAST_DAY = 2_932_896;

/** Counts that lead out of the calendar from anywhere in it: more of them lead nowhere else. */
const MOST: Record<Unit, number> = { day: 4e6, week: 6e5, month: 120_000, year: 10_000, decade: 1000, century: 100 };

/** The ISO 8601 day; "within a million years" ends with the calendar. */
export function toIso(day: number): string {
  const { year, month, day: of } = civil(Math.min(Math.max(day, FIRST_DAY), LAST_DAY));
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${of < 10 ? '0' : ''}${of}`;
}

/** Can both ends be written? */
export const isInCalendar = ({ start, end }: Days): boolean =>
  (start === null || (start >= FIRST_DAY && start <= LAST_DAY)) &&
  (end === null || (end >= FIRST_DAY && end <= LAST_DAY));

/** Is there such a day: no 31 June. */
export function exists(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** 0 is Sunday. 1 January 1970 was a Thursday. */
export const weekday = (day: number): number => (((day + 4) % 7) + 7) % 7;

export const single = (day: number): Days => ({ start: day, end: day });

/** `month` may lie outside 1-12: month 0 of 2020 is December 2019. */
export function monthOf(year: number, month: number): Days {
  return { start: dayOf(year, month, 1), end: dayOf(year, month + 1, 1) - 1 };
}

export const yearsOf = (first: number, last: number): Days => ({ start: dayOf(first, 1, 1), end: dayOf(last, 12, 31) });

/** The whole unit that lies `offset` units from the one that `day` is in. Weeks run from Monday to Sunday. */
export function whole(unit: Unit, day: number, offset: number): Days {
  const { year, month } = civil(day);
  switch (unit) {
    case 'day':
      return single(day + offset);
    case 'week': {
      const monday = day - ((weekday(day) + 6) % 7) + 7 * offset;
      return { start: monday, end: monday + 6 };
    }
    case 'month':
      return monthOf(year, month + offset);
    case 'year':
      return yearsOf(year + offset, year + offset);
    case 'decade': {
      const first = Math.floor(year / 10) * 10 + 10 * offset;
      return yearsOf(first, first + 9);
    }
    case 'century': {
      const first = Math.floor(year / 100) * 100 + 100 * offset;
      return yearsOf(first, first + 99);
    }
  }
}

/** The same day of the month or year, `offset` units on; 31 March and a month is 30 April. */
export function shift(day: number, unit: Unit, count: number): number {
  const offset = Math.min(Math.max(count, -MOST[unit]), MOST[unit]);
  if (unit === 'day') return day + offset;
  if (unit === 'week') return day + 7 * offset;
  const months = { month: 1, year: 12, decade: 120, century: 1200 }[unit] * offset;
  const date = civil(day);
  const first = civil(dayOf(date.year, date.month + months, 1));
  return dayOf(first.year, first.month, Math.min(date.day, daysIn(first.year, first.month)));
}

/** A third of a month, a year or a decade: "early March", "mid-2014", "the late 1990s"; other intervals as they are. */
export function part(days: Days, which: 'early' | 'mid' | 'late'): Days {
  if (days.start === null || days.end === null) return days;
  const { year, month } = civil(days.start);
  const length = days.end - days.start + 1;
  const nth = { early: 0, mid: 1, late: 2 }[which];
  if (length >= 28 && length <= 31) {
    return { start: days.start + nth * 10, end: nth === 2 ? days.end : days.start + nth * 10 + 9 };
  }
  if (length === 365 || length === 366) {
    return { start: dayOf(year, month + nth * 4, 1), end: dayOf(year, month + nth * 4 + 4, 1) - 1 };
  }
  if (length > 3600 && length < 3700) return yearsOf(year + [0, 4, 7][nth]!, year + [3, 6, 9][nth]!);
  return days;
}

/** Sunday of Easter in the Gregorian calendar (Meeus, Astronomical Algorithms, 1991, ch. 8). */
export function easter(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + d + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayOf(year, Math.floor(n / 31), (n % 31) + 1);
}
