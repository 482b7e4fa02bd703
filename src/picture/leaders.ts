/**
 * Thousands of reports of one attack say the same few things. Of all statements with one facet (facet.ts) no more than
 * sixteen, those with the smallest hashes, are compared with the statements of other facets: the leaders. Each of the
 * others follows the leader that it is most like, where that is enough to be joined, and stands wherever its leader
 * stands. One that is like none of them, or that a person joined or parted, is compared with others all the same.
 * So the cost of one statement more does not grow with the number of those that say the same; and who leads and who
 * follows depends on which statements there are, not on the order in which they came.
 */
import { JOIN, likeness } from './compare.js';
import type { AnyFeature } from './feature.js';

/** Leaders of one facet at most. */
export const LEADERS = 16;

/** A statement in the order of hashes. */
export interface Ranked {
  feature: AnyFeature;
  /** `hash52` of its id. */
  rank: number;
}

export function byRank(a: Ranked, b: Ranked): number {
  return a.rank - b.rank || (a.feature.statement < b.feature.statement ? -1 : 1);
}

export interface Following<T extends Ranked> {
  leader: T;
  /** In hundredths. */
  score: number;
}

/** The leader that a statement follows; null where it is like none enough. */
export function leaderOf<T extends Ranked>(feature: AnyFeature, leaders: readonly T[]): Following<T> | null {
  let best: Following<T> | null = null;
  for (const leader of leaders) {
    const score = likeness(feature, leader.feature)?.score ?? 0;
    if (score >= JOIN && score > (best?.score ?? 0)) best = { leader, score };
  }
  return best;
}

/**
 * Who follows whom among all statements of one facet; null for those that are compared with others.
 * @param group in any order
 * @param decided statements that a person joined or parted
 */
export function followings<T extends Ranked>(
  group: readonly T[],
  decided: ReadonlySet<string>,
): Map<T, Following<T> | null> {
  const ranked = group.toSorted(byRank);
  const leaders = ranked.slice(0, LEADERS);
  return new Map(
    ranked.map((one, place) => [
      one,
      place < LEADERS || decided.has(one.feature.statement) ? null : leaderOf(one.feature, leaders),
    ]),
  );
}
