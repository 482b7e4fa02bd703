/** What an explanation of a reading holds. */
import type { Analysis } from '../analysis.js';
import type { Span } from '../schema.js';

export const EXPLAINED = ['incidents', 'attributions', 'warnings', 'threats', 'responses', 'relations'] as const;

/** A rule that fired, and the words that it fired on. */
export interface Ground {
  /** File of the table or function, below src/reading/, and the entry: "lexicon/events.ts EVENT_VERBS: storm". */
  rule: string;
  /** The words; null where the rule reads the report at large. */
  at: Span | null;
  /** For a mention of an incident: the incidents told before that it was held against, "i1 3.5", and what came of it. */
  weighed?: string[];
}

export interface SlotGround {
  slot: string;
  /** The value in words. */
  value: string;
  rule: string;
  at: Span | null;
  /** Words that might have filled it and did not. */
  left: { words: string; at: Span }[];
}

/** What was considered and came to nothing. */
export interface Rejected {
  /** "act", "mention" of an act, "rule" of a table, or "report" as a whole. */
  what: 'act' | 'mention' | 'rule' | 'report';
  rule: string;
  at: Span | null;
}

export interface Explanation {
  /** In the order of the reading. */
  statements: { kind: (typeof EXPLAINED)[number]; index: number; grounds: Ground[]; slots: SlotGround[] }[];
  rejected: Rejected[];
}

/** From the clause's subject or marker to its last phrase. */
export function clauseSpan(
  { doc }: Analysis,
  { first, last, verb }: { first: number; last: number; verb: { first: number; last: number } },
): Span {
  return [doc.tokens[Math.min(first, verb.first)]!.start, doc.tokens[Math.max(last, verb.last) - 1]!.end];
}
