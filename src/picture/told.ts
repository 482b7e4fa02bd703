/** How close to one another two statements were told, where at least one of them gives no date. */
import type { Days } from './days.js';

interface Dated {
  days: Days | null;
  /** Day of the report. */
  published: number | null;
}

/** The one without a date was told not later than so many days after the date of the other. */
export function toldAfter(undated: Dated, dated: Dated, most: number): boolean {
  if (undated.days !== null || dated.days === null || undated.published === null) return false;
  return undated.published - dated.days.from <= most;
}

/** Neither gives a date, and they were told so many days apart at most. */
export function toldTogether(a: Dated, b: Dated, most: number): boolean {
  if (a.days !== null || b.days !== null || a.published === null || b.published === null) return false;
  return Math.abs(a.published - b.published) <= most;
}
