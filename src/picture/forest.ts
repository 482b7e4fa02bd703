/**
 * The links that hold statements together: of all links between them, only a maximum spanning forest. A link that
 * closes a ring of stronger ones adds nothing; so there are fewer links than statements, and which they are does not
 * depend on the order in which they came.
 */

/** Two statements told to be the same; `a` before `b` as text. */
export interface Link {
  a: string;
  b: string;
  /** In hundredths; `DECIDED` where a person joined them. */
  score: number;
}

/** Above every score that a rule can give. */
export const DECIDED = 101;

export function link(first: string, second: string, score: number): Link {
  return first < second ? { a: first, b: second, score } : { a: second, b: first, score };
}

/** Strongest first; equal ones by their ends, so that the order is always the same. */
export function byStrength(x: Link, y: Link): number {
  return y.score - x.score || compareText(x.a, y.a) || compareText(x.b, y.b);
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Sets that grow together: union-find with path halving. */
export class Sets {
  readonly #parent = new Map<string, string>();

  find(item: string): string {
    let at = item;
    for (let above = this.#parent.get(at); above !== undefined; above = this.#parent.get(at)) {
      const top = this.#parent.get(above);
      if (top !== undefined) this.#parent.set(at, top);
      at = above;
    }
    return at;
  }

  /** False where they were one set already. */
  union(a: string, b: string): boolean {
    const [first, second] = [this.find(a), this.find(b)];
    if (first === second) return false;
    this.#parent.set(second, first);
    return true;
  }
}

/** The maximum spanning forest of the links, strongest first. */
export function spanningForest(links: readonly Link[]): Link[] {
  const sets = new Sets();
  return links.toSorted(byStrength).filter(({ a, b }) => sets.union(a, b));
}

/** The items in groups of one key, in the order in which they come. */
export function groupBy<T>(items: Iterable<T>, keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}
