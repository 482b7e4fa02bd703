/** A small language for patterns over tokens: words in lower case, classes of words in capitals, `?` for what may lack. */
import type { Token } from '../doc.js';
import { interned } from '../fold.js';
import { CLASS, type ClassName, type Item, know, NOTHING } from './words.js';

interface Element {
  mask: number;
  words: readonly string[];
  optional: boolean;
}

/** A pattern such as "MONTH .? DAY ,? YEAR" or "last|past NUM UNIT". */
export interface Pattern<Rule> {
  elements: Element[];
  rule: Rule;
}

export function compile<Rule>(source: string, rule: Rule): Pattern<Rule> {
  const elements = source.split(' ').map((part): Element => {
    const optional = part.length > 1 && part.endsWith('?');
    const alternatives = (optional ? part.slice(0, -1) : part).split('|');
    let mask = 0;
    const words: string[] = [];
    for (const alternative of alternatives) {
      if (alternative in CLASS) mask |= CLASS[alternative as ClassName];
      else words.push(interned(alternative));
    }
    return { mask, words, optional };
  });
  return { elements, rule };
}

/** The token indices that a pattern's elements took, -1 where an optional one is absent; null where it does not match. */
export function matchAt(
  { elements }: Pattern<unknown>,
  items: readonly Item[],
  tokens: readonly Token[],
  from: number,
  limit: number,
): number[] | null {
  let i = from;
  let size = 0;
  for (const element of elements) {
    const fits =
      i < limit &&
      ((items[i]!.is & element.mask) !== 0 || (element.words.length > 0 && element.words.includes(tokens[i]!.lower)));
    if (fits) scratch[size++] = i++;
    else if (element.optional) scratch[size++] = -1;
    else return null;
  }
  const taken = scratch.slice(0, size);
  // What only joins a word to come is none of the date where that word did not come: "on March 5, gunmen …".
  for (
    let k = size - 1;
    k >= 0 && (taken[k] === -1 || (elements[k]!.optional && JOINT.has(tokens[taken[k]!]!.lower)));
    k--
  ) {
    taken[k] = -1;
  }
  return taken.some((at) => at >= 0) ? taken : null;
}
/** Most patterns fail: what they took on the way is not worth an array each. */
const scratch: number[] = new Array(20).fill(-1);

const JOINT: ReadonlySet<string> = new Set([',', '.', 'of', 'the']);

/** The patterns that may begin with a token, and those of them that may be that token alone. */
interface Starting<Rule> {
  all: readonly Pattern<Rule>[];
  alone: readonly Pattern<Rule>[];
}

/** Patterns by what may begin them, so that most tokens are passed over at one look. */
export class PatternIndex<Rule> {
  readonly #all: Pattern<Rule>[];
  /** By the word, or in digits by the classes. */
  readonly #byWord = new Map<string, Starting<Rule>>();
  readonly #byClass = new Map<number, Starting<Rule>>();

  constructor(patterns: Pattern<Rule>[]) {
    this.#all = patterns;
    for (const { elements } of patterns) for (const { words } of elements) for (const word of words) know(word);
  }

  /** The patterns that may begin with this token; `goesOn`: the next one may be part of a date too. */
  startingWith(item: Item, word: string, goesOn: boolean): readonly Pattern<Rule>[] {
    if (item === NOTHING) return NONE;
    // Words in letters are few: those that mean something, with and without "mid-".
    const { all, alone } =
      word.charCodeAt(0) > 57 || item.is === 0
        ? (this.#byWord.get(word) ?? this.#keep(this.#byWord, word, item, word))
        : (this.#byClass.get(item.is) ?? this.#keep(this.#byClass, item.is, item, word));
    return goesOn ? all : alone;
  }

  #keep<Key>(map: Map<Key, Starting<Rule>>, key: Key, item: Item, word: string): Starting<Rule> {
    const all = this.#all.filter((pattern) =>
      beginnings(pattern).some((element) => (element.mask & item.is) !== 0 || element.words.includes(word)),
    );
    const alone = all.filter(({ elements }) => elements.filter(({ optional }) => !optional).length <= 1);
    map.set(key, { all, alone });
    return { all, alone };
  }
}
const NONE: readonly never[] = [];

function beginnings({ elements }: Pattern<unknown>): Element[] {
  const required = elements.findIndex((element) => !element.optional);
  return elements.slice(0, required + 1);
}
