/**
 * What the stages tried, made and left aside, for whoever asks how a reading came about. There is none in ordinary
 * reading: stages write `a.trace?.…`, which evaluates nothing there.
 */
import type { Clause } from './clauses.js';

/** A rule, by the file of the table or function that it stands in and the entry that fired. */
export interface Tried {
  /** "lexicon/relations.ts: control → controls". */
  rule: string;
  /** The clause that it was laid on, or null where it reads the report at large. */
  clause: Clause | null;
}

/** An incident told before that a mention was held against. */
export interface Weighed {
  /** Of `Told`. */
  told: object;
  /** Below the threshold, or below another's, it does not join. */
  score: number;
}

export class Trace {
  /** The rules that made each statement, or what was to become one. */
  readonly made = new Map<object, Tried[]>();
  /** Rules of tables that a verb called up and that made nothing. */
  readonly vain: Tried[] = [];
  /** Of an `EventMention`: the incidents that it was held against. */
  readonly weighed = new Map<object, Weighed[]>();
  /** Mentions that tell of an act and became part of no incident, with the reason. */
  readonly dropped = new Map<object, string>();
  /** Of `Told`: which way of looking gave the date and the place. */
  readonly settings = new Map<object, { date: string | null; place: string | null }>();
  /** Why the last act was taken for none. */
  reason = '';
  /** Why the report as a whole was taken to tell of none, or null. */
  whole: string | null = null;
  #trying: Tried = { rule: '', clause: null };
  #fruitless = false;

  /** A rule of a table is laid on a clause: where nothing comes of it, that is noted. */
  trying(rule: string, clause: Clause | null = null): void {
    this.#end();
    this.#trying = { rule, clause };
    this.#fruitless = true;
  }

  /** A rule that looks at everything is at work: nothing is noted where nothing comes of it. */
  by(rule: string, clause: Clause | null = null): void {
    this.#end();
    this.#trying = { rule, clause };
    this.#fruitless = false;
  }

  #end(): void {
    if (this.#fruitless) this.vain.push(this.#trying);
    this.#fruitless = false;
  }

  /** The rule at work made this, or said it again. */
  makes(what: object): void {
    this.#fruitless = false;
    const rules = this.made.get(what);
    if (!rules) this.made.set(what, [this.#trying]);
    else if (!rules.includes(this.#trying)) rules.push(this.#trying);
  }

  /** `what` became, or was added to, `statement`. */
  becomes(what: object, statement: object): void {
    this.made.set(statement, [...(this.made.get(statement) ?? []), ...(this.made.get(what) ?? [])]);
  }

  because(reason: string): void {
    this.reason = reason;
  }

  weigh(mention: object, told: object, score: number): void {
    this.weighed.set(mention, [...(this.weighed.get(mention) ?? []), { told, score }]);
  }
}
