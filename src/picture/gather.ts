/** Brings together what the members of a cluster say: equal values become one, with all their sources. */
import { compareText } from './forest.js';
import { type HeldRules, inOrder, type Said } from './held.js';
import type { AnyMention, Told } from './mention.js';
import type { Source } from './schema.js';

/** The origin of a report. */
export type OriginOf = (report: string) => string;

/**
 * The values that the members give to one slot, the held one first; each value's sources the earliest first.
 * @param told what a member says of the slot
 * @param sameAs values with the same text are one; the default is their JSON
 */
export function gather<M extends AnyMention, T>(
  members: readonly M[],
  originOf: OriginOf,
  told: (member: M) => readonly Told<T>[],
  rules: HeldRules<T>,
  sameAs: (value: T) => string = JSON.stringify,
): Said<T>[] {
  const values = new Map<string, { value: T; sources: Source[] }>();
  for (const member of members)
    for (const one of told(member)) {
      const { value } = one;
      const key = sameAs(value);
      const source = sourceOf(member, one, originOf(member.report));
      const known = values.get(key);
      if (!known) values.set(key, { value, sources: [source] });
      else {
        known.sources.push(source);
        // The wording that stands for equal values must not depend on which report came first.
        if (compareText(JSON.stringify(value), JSON.stringify(known.value)) < 0) known.value = value;
      }
    }
  const all = [...values.values()].map(({ value, sources }) => ({
    value,
    sources: sources.sort(earliestFirst),
    origins: countOrigins(sources),
  }));
  return inOrder(all, rules);
}

/** Where a mention says a value. */
export function sourceOf(mention: AnyMention, told: Told<unknown>, origin: string): Source {
  const { report, published, publisher, quotes } = mention;
  const { at, words, statement = mention.statement, by = null, asOf } = told;
  const quote = quotes[`${at[0]}-${at[1]}`] ?? '';
  const source = { statement, report, published, publisher, origin, by, at, quote, words };
  return asOf === undefined ? source : { ...source, asOf };
}

function earliestFirst(a: Source, b: Source): number {
  return (
    compareText(a.published ?? '9', b.published ?? '9') ||
    compareText(a.statement, b.statement) ||
    a.at[0] - b.at[0] ||
    a.at[1] - b.at[1] ||
    compareText(JSON.stringify(a.words), JSON.stringify(b.words))
  );
}

function countOrigins(sources: readonly { origin: string }[]): number {
  return new Set(sources.map(({ origin }) => origin)).size;
}
