/** The tokens that a pattern took, by class. */
import type { Pattern } from './patterns.js';
import type { Scene } from './scene.js';
import { CLASS, type ClassName, type Item } from './words.js';

export class Match {
  readonly first: number;
  readonly last: number;

  constructor(
    readonly pattern: Pattern<unknown>,
    readonly taken: number[],
    readonly items: readonly Item[],
    readonly scene: Scene,
  ) {
    const present = taken.filter((i) => i >= 0);
    this.first = present[0]!;
    this.last = present.at(-1)! + 1;
  }

  /** Index of the nth token that was taken as one of this class, or -1. */
  token(name: ClassName, nth = 0): number {
    let left = nth;
    for (const [k, i] of this.taken.entries()) {
      const wanted = this.pattern.elements[k]!.mask & CLASS[name];
      if (i >= 0 && wanted && this.items[i]!.is & CLASS[name] && left-- === 0) return i;
    }
    return -1;
  }

  item(name: ClassName, nth = 0): Item | undefined {
    return this.items[this.token(name, nth)];
  }

  value(name: ClassName, nth = 0): number | undefined {
    return this.item(name, nth)?.value;
  }

  /** Was one of these words taken? */
  has(...words: string[]): boolean {
    return this.taken.some((i) => i >= 0 && words.includes(this.scene.word(i)));
  }

  get future(): boolean {
    return this.scene.isFuture(this.first, this.last);
  }
}
