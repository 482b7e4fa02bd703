/**
 * A statement that gives its day tells one attack from another; one without ("last week", or nothing) may be of several
 * that cannot be the same. So it is held by the one statement with a day that it is most like, where that is enough to
 * be joined, and by nothing else: it counts to one attack, and cannot tie two together. What no statement with a day
 * holds is joined among its like. Without this the links of a busy country hang together as one, ever longer chain, and
 * each report more would have all of it settled again.
 */
import { type AnyFeature, isExact } from './feature.js';
import type { Link } from './forest.js';
import type { Ranked } from './leaders.js';

/** Whether a statement gives the day, or the few days, of what it tells. */
export function givesDay({ days }: AnyFeature): boolean {
  return isExact(days);
}

/** The statement with a day by which one without is held. */
export interface Anchor {
  statement: string;
  rank: number;
  /** In hundredths. */
  score: number;
}

/** Of two as strong the one with the smaller hash holds. */
export function isStronger(one: Omit<Anchor, 'statement'>, other: Omit<Anchor, 'statement'>): boolean {
  return one.score > other.score || (one.score === other.score && one.rank < other.rank);
}

/** The strongest anchor that these links give to each statement without a day. */
export function anchorsOf(links: Iterable<Link>, entries: ReadonlyMap<string, Ranked>): Map<string, Anchor> {
  const anchors = new Map<string, Anchor>();
  for (const { a, b, score } of links)
    for (const [held, holder] of [
      [a, b],
      [b, a],
    ] as const) {
      const [one, other] = [entries.get(held), entries.get(holder)];
      if (!one || !other || givesDay(one.feature) || !givesDay(other.feature)) continue;
      const anchor = { statement: holder, rank: other.rank, score };
      const known = anchors.get(held);
      if (!known || isStronger(anchor, known)) anchors.set(held, anchor);
    }
  return anchors;
}

/**
 * Whether a link holds its ends together.
 * @param anchorOf what holds a statement without a day; null where nothing does
 */
export function holds(
  { a, b }: Link,
  entries: ReadonlyMap<string, Ranked>,
  anchorOf: (statement: string) => string | null,
): boolean {
  const dated = (statement: string) => givesDay((entries.get(statement) as Ranked).feature);
  if (dated(a)) return dated(b) || anchorOf(b) === a;
  return dated(b) ? anchorOf(a) === b : anchorOf(a) === null && anchorOf(b) === null;
}
