/** Boosted trees as trained by train/muc4/boost.js: the chance of a yes from a row of numbers. */

/** A leaf is `[value]`; a fork `[column, limit, left, right]` leads left below the limit. The first node is the root. */
type Node = [value: number] | [column: number, limit: number, left: number, right: number];

export interface Trees {
  /** Log odds before any tree. */
  bias: number;
  trees: Node[][];
}

export function chanceBy({ bias, trees }: Trees, row: readonly number[]): number {
  let sum = bias;
  for (const tree of trees) {
    let node = tree[0]!;
    while (node.length > 1) {
      const [column, limit, left, right] = node as [number, number, number, number];
      node = tree[row[column]! < limit ? left : right]!;
    }
    sum += node[0];
  }
  return 1 / (1 + Math.exp(-sum));
}
