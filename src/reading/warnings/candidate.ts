/** One act of telling somebody of a danger, as a clause gives it. */
import type { Analysis } from '../analysis.js';
import type { Clause } from '../clauses.js';
import type { ActorEntity } from '../names/entities.js';
import type { Warning } from '../schema.js';
import type { Advice } from './care.js';

export interface Candidate {
  clause: Clause;
  sentence: number;
  issuer: ActorEntity | null;
  recipients: ActorEntity[];
  /** First token of what is told: the danger, the place, the targets stand from here on. */
  from: number;
  /** What people are told to do. */
  advice: Advice | null;
  /** Another warning of what was warned of before. */
  again: boolean;
  /** "this information", "its warning": tells what the warning before told. */
  refers: boolean;
  inherits: Warning | null;
  /** Goes on with the warning of the sentence before. */
  continues: boolean;
  /** Told by a private person to those who protect: `about` is a person. */
  civil: boolean;
  /** Told by the report itself, in the name of the office that publishes it. */
  own: boolean;
  /** Passed from one to the other, not made public. */
  privately: boolean;
}

/** A way of warning: the candidate that a clause gives, or null. */
export type Rule = (a: Analysis, clause: Clause) => Candidate | null;

export const make = (
  clause: Clause,
  issuer: ActorEntity | null,
  recipients: ActorEntity[],
  more: Partial<Candidate> = {},
): Candidate => ({
  clause,
  sentence: clause.sentence,
  issuer,
  recipients,
  from: clause.verb.last,
  advice: null,
  again: false,
  refers: false,
  inherits: null,
  continues: false,
  civil: false,
  own: false,
  privately: false,
  ...more,
});

/** "no warning", "without any tip": nothing was told. */
export const NONE: ReadonlySet<string> = new Set(['no', 'any', 'little', 'without', 'neither']);

/** First token of "duty to warn" in the sentence; -1 without it. */
export function dutyAt({ doc }: Analysis, sentence: number): number {
  const { first: from, last } = doc.sentences[sentence]!;
  for (let i = from; i + 2 < last; i++)
    if (doc.tokens[i]!.lower === 'duty' && doc.tokens[i + 1]!.lower === 'to' && doc.tokens[i + 2]!.lower === 'warn')
      return i;
  return -1;
}
