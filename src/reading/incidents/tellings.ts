/** Where in the text each incident is told: looked up by token, so that no statement has to go through all mentions. */
import type { IncidentFound } from './incidents.js';
import type { EventMention } from './mention.js';

export interface Telling {
  token: number;
  sentence: number;
  mention: EventMention;
  found: IncidentFound;
}

export class Tellings {
  readonly #all: readonly Telling[];

  constructor(incidents: readonly IncidentFound[]) {
    this.#all = incidents
      .flatMap((found) =>
        found.told.mentions.map((mention) => ({ token: mention.token, sentence: mention.sentence, mention, found })),
      )
      .sort((x, y) => x.token - y.token);
  }

  /** Those among the tokens [first, last), in text order. */
  within(first: number, last: number): Telling[] {
    const out: Telling[] = [];
    for (let i = this.#from(first); i < this.#all.length && this.#all[i]!.token < last; i++) out.push(this.#all[i]!);
    return out;
  }

  /** The last `most` before a token, in text order. */
  before(token: number, most: number): Telling[] {
    const end = this.#from(token);
    return this.#all.slice(Math.max(0, end - most), end);
  }

  /** The first at or after a token; null where there is none. */
  after(token: number): Telling | null {
    return this.#all[this.#from(token)] ?? null;
  }

  /** Index of the first at or after a token. */
  #from(token: number): number {
    return below(this.#all, token, (telling) => telling.token);
  }
}

/** How many of the items lie before a token; `items` in order. */
export function below<T>(items: readonly T[], token: number, at: (item: T) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(items[middle]!) < token) low = middle + 1;
    else high = middle;
  }
  return low;
}
