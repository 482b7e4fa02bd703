/** Finds the statements that are told to be the same, comparing only those that share a blocking key. */
import { DOUBT, JOIN, likeness } from './compare.js';
import { facetOf, hash52 } from './facet.js';
import { type AnyFeature, featureOf } from './feature.js';
import { byStrength, type Link, link } from './forest.js';
import { keysOf } from './keys.js';
import type { AnyMention } from './mention.js';

/** A statement made ready to be compared. */
export interface Entry {
  feature: AnyFeature;
  keys: number[];
  /** `hash52` of its facet, and of its id. */
  facet: number;
  rank: number;
}

export function entryOf(mention: AnyMention): Entry {
  return comparable(featureOf(mention));
}

export function comparable(feature: AnyFeature): Entry {
  return { feature, keys: keysOf(feature), facet: hash52(facetOf(feature)), rank: hash52(feature.statement) };
}

export interface Found {
  /** Pairs alike enough to be joined. */
  links: Link[];
  /** For each statement the likeliest of those that are not quite. */
  doubts: Map<string, Link>;
}

/** Compares each fresh statement with all of the pool that share a key with it; the fresh ones are part of the pool. */
export function findLinks(fresh: readonly Entry[], pool: readonly Entry[]): Found {
  const byKey = new Map<number, Entry[]>();
  for (const entry of pool)
    for (const key of entry.keys) {
      const sharing = byKey.get(key);
      if (sharing) sharing.push(entry);
      else byKey.set(key, [entry]);
    }
  const links: Link[] = [];
  const doubts = new Map<string, Link>();
  const done = new Set<Entry>();
  for (const entry of fresh) {
    done.add(entry);
    const others = new Set(entry.keys.flatMap((key) => byKey.get(key) ?? []));
    for (const other of others) {
      if (done.has(other)) continue;
      const score = likeness(entry.feature, other.feature)?.score ?? 0;
      if (score < DOUBT) continue;
      const found = link(entry.feature.statement, other.feature.statement, score);
      if (score >= JOIN) links.push(found);
      else for (const end of [found.a, found.b]) noteDoubt(doubts, end, found);
    }
  }
  return { links, doubts };
}

/** Keeps the likeliest doubt of a statement. */
export function noteDoubt(doubts: Map<string, Link>, statement: string, found: Link): void {
  const known = doubts.get(statement);
  if (known === undefined || byStrength(found, known) < 0) doubts.set(statement, found);
}
