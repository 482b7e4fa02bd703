/**
 * Which statement of a new reading is which of an earlier one of the same text. It is the same where the kind is the
 * same, the quotes share words, and no key slot that both fill says otherwise (`AGREE`; what only one fills speaks
 * neither for nor against it). Of an attribution the incident must be the same too. One is found again in one at most:
 * first where the quotes are the same, then by how much of them is shared, then by how many slots agree.
 */
import type { Span } from '../../reading/schema.js';
import type { Slot, ToldStatement } from './told.js';

type Filled = readonly string[];
const same = (a: Filled, b: Filled) => a[0] === b[0];

/** When two values of a slot are not at odds; of slots that are not here they must be equal. */
const AGREE: Readonly<Record<string, (a: Filled, b: Filled) => boolean>> = {
  /** One lies in the other. */
  place: (a, b) => a.includes(b[0] ?? '') || b.includes(a[0] ?? ''),
  /** They have a day in common. */
  date: ([from = '', to = ''], [start = '', end = '']) => from <= end && start <= to,
  issued: ([from = '', to = ''], [start = '', end = '']) => from <= end && start <= to,
};

interface Pair {
  was: string;
  now: string;
  /** From 0 to 1: how much of both quotes is shared. */
  shared: number;
  /** Slots that both fill alike. */
  alike: number;
}

/** For every earlier statement the one that it is now, or null where the new reading does not make it. */
export function carry(
  before: ReadonlyMap<string, ToldStatement>,
  after: ReadonlyMap<string, ToldStatement>,
): Map<string, string | null> {
  const now = new Map<string, string | null>([...before.keys()].map((id) => [id, null]));
  const taken = new Set<string>();
  const settle = (attributions: boolean) => {
    const pairs: Pair[] = [];
    for (const [was, one] of before)
      for (const [id, other] of after)
        if ((one.kind === 'attribution') === attributions) {
          const pair = pairOf(was, one, id, other, now);
          if (pair) pairs.push(pair);
        }
    pairs.sort((a, b) => b.shared - a.shared || b.alike - a.alike);
    for (const pair of pairs)
      if (now.get(pair.was) === null && !taken.has(pair.now)) {
        now.set(pair.was, pair.now);
        taken.add(pair.now);
      }
  };
  settle(false);
  settle(true);
  return now;
}

function pairOf(
  was: string,
  one: ToldStatement,
  now: string,
  other: ToldStatement,
  settled: ReadonlyMap<string, string | null>,
): Pair | null {
  if (one.kind !== other.kind) return null;
  const shared = share(one.evidence, other.evidence);
  if (shared === 0) return null;
  if (one.of !== null && (settled.get(one.of) ?? null) !== other.of) return null;
  let alike = 0;
  for (const slot of new Set([...Object.keys(one.slots), ...Object.keys(other.slots)])) {
    const [a, b]: Slot[] = [one.slots[slot] ?? null, other.slots[slot] ?? null];
    if (!a || !b) continue;
    if (!(AGREE[slot] ?? same)(a, b)) return null;
    if (same(a, b)) alike += 1;
  }
  return { was, now, shared, alike };
}

/** Words in both of all words in either, counted in UTF-16 units. */
function share(a: readonly Span[], b: readonly Span[]): number {
  const length = (spans: readonly Span[]) => spans.reduce((sum, [start, end]) => sum + end - start, 0);
  let common = 0;
  for (const [start, end] of a)
    for (const [from, to] of b) common += Math.max(0, Math.min(end, to) - Math.max(start, from));
  return common === 0 ? 0 : common / (length(a) + length(b) - common);
}
