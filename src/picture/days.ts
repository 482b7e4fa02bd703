/** Days as whole numbers since 1970-01-01, and intervals of them with both ends included. */
export interface Days {
  from: number;
  to: number;
}

const DAY = 86_400_000;

/** Where an open end lies: far from every day, and a number that JSON has. */
export const FOREVER = 10_000_000;

export function dayNumber(iso: string): number {
  return Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY);
}

export function isoDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** The days of an interval whose open ends are `FOREVER` away; null where both are open. */
export function daysOf(interval: { start: string | null; end: string | null } | null): Days | null {
  if (interval === null || (interval.start === null && interval.end === null)) return null;
  return {
    from: interval.start === null ? -FOREVER : dayNumber(interval.start),
    to: interval.end === null ? FOREVER : dayNumber(interval.end),
  };
}

/** How many days an interval has. */
export function length(days: Days): number {
  return days.to - days.from + 1;
}

/** Days between two intervals: 0 where they overlap, 1 where one ends on the eve of the other. */
export function gap(a: Days, b: Days): number {
  return Math.max(0, a.from - b.to, b.from - a.to);
}
