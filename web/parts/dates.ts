/** ISO 8601 days and intervals of days, as people read them. All days are UTC: none moves with the reader's clock. */

export interface Interval {
  start: string | null;
  end: string | null;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAY_MS = 86_400_000;

/** Milliseconds of the day's start. */
export const msOf = (day: string) => Date.parse(`${day}T00:00:00Z`);
export const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);
export const addDays = (day: string, n: number) => dayOf(msOf(day) + n * DAY_MS);

const parts = (day: string) => {
  const [y = 0, m = 1, d = 1] = day.split('-').map(Number);
  return { y, m, d };
};
const lastOf = (y: number, m: number) => new Date(Date.UTC(y, m, 0)).getUTCDate();

/** "22 Mar 2024". */
export function showDay(day: string): string {
  const { y, m, d } = parts(day);
  return `${d} ${MONTHS[m - 1]} ${y}`;
}

/** "22 Mar 2024", "Mar 2024", "2024", "7–9 Mar 2024", "since 2015", "until Mar 2024". */
export function showInterval({ start, end }: Interval): string {
  if (start && end) return closed(start, end);
  if (start) return `since ${showDay(start)}`;
  if (end) return `until ${showDay(end)}`;
  return 'not stated';
}

function closed(start: string, end: string): string {
  if (start === end) return showDay(start);
  const a = parts(start);
  const b = parts(end);
  const wholeMonths = a.d === 1 && b.d === lastOf(b.y, b.m);
  if (wholeMonths && a.m === 1 && b.m === 12) return a.y === b.y ? `${a.y}` : `${a.y}–${b.y}`;
  if (wholeMonths && a.y === b.y) {
    return a.m === b.m ? `${MONTHS[a.m - 1]} ${a.y}` : `${MONTHS[a.m - 1]}–${MONTHS[b.m - 1]} ${a.y}`;
  }
  if (a.y === b.y && a.m === b.m) return `${a.d}–${b.d} ${MONTHS[a.m - 1]} ${a.y}`;
  if (a.y === b.y) return `${a.d} ${MONTHS[a.m - 1]} – ${showDay(end)}`;
  return `${showDay(start)} – ${showDay(end)}`;
}

/** "24 Mar 2024, 09:15 UTC" of an ISO time. */
export function showTime(iso: string): string {
  return `${showDay(iso.slice(0, 10))}, ${iso.slice(11, 16)} UTC`;
}

/** Whether any day of `a` may lie in `b`; an open end reaches without limit. */
export function overlaps(a: Interval, b: Interval): boolean {
  const startsBefore = !a.start || !b.end || a.start <= b.end;
  const endsAfter = !a.end || !b.start || a.end >= b.start;
  return startsBefore && endsAfter;
}
