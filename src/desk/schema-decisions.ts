/** What people decide, as the API takes and gives it. */
import { z } from 'zod';
import {
  CREDIBILITIES,
  DECISION_KINDS,
  INCIDENT_SLOTS,
  LEVELS,
  RELIABILITIES,
  STATEMENT_KINDS,
  WARNING_SLOTS,
} from '../picture/decision.js';
import { Span } from '../reading/schema.js';

const statement = z.string().max(500);
const why = z.string().min(1).max(2000);
const SLOTS = [...new Set([...Object.keys(INCIDENT_SLOTS), ...Object.keys(WARNING_SLOTS)])] as [string, ...string[]];

/**
 * What a person decides about the picture. `join`: two statements tell of the same incident or warning; `part`: they
 * do not; `accept`: a statement stands as it was read; `reject`: it is wrong and counts no more; `correct`: a slot of
 * an incident or warning is set to a value (null: to none), which stands before what was read; `grade-source`: the
 * reliability of a publisher; `grade-statement`: the credibility of a statement; `level`: the level of a group or a
 * country. Undone by id; what stood before stands again.
 */
export const NewDecision = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('join'), a: statement, b: statement, why }),
  z.object({ kind: z.literal('part'), a: statement, b: statement, why }),
  z.object({ kind: z.literal('accept'), a: statement, why: z.string().max(2000).default('') }),
  z.object({ kind: z.literal('reject'), a: statement, why }),
  z.object({
    kind: z.literal('correct'),
    /** A statement of an incident or a warning. */
    a: statement,
    slot: z.enum(SLOTS),
    /** As the slot has it in `desk` of PictureIncident and PictureWarning. */
    value: z.unknown(),
    why,
  }),
  z.object({
    kind: z.literal('grade-source'),
    /** The publisher's name as its reports give it. */
    a: z.string().min(1).max(200),
    value: z.enum(RELIABILITIES),
    why,
  }),
  z.object({ kind: z.literal('grade-statement'), a: statement, value: z.literal(CREDIBILITIES), why }),
  z.object({
    kind: z.literal('level'),
    /** Id of a group, or `country:IQ`. */
    a: z.string().max(500),
    value: z.enum(LEVELS),
    why,
  }),
]);
export type NewDecision = z.input<typeof NewDecision>;

/** Several at once: all are made, or none. */
export const NewDecisions = z.object({ items: z.array(NewDecision).min(1).max(500) });
export type NewDecisions = z.input<typeof NewDecisions>;

export const Decision = z.object({
  id: z.string(),
  kind: z.enum(DECISION_KINDS),
  /** What it is about: a statement, a publisher (`grade-source`), a group or a country (`level`). */
  a: z.string(),
  b: z.string().nullable(),
  slot: z.string().nullable(),
  /** What it sets: the value of a slot, a grade, a level. */
  value: z.unknown(),
  why: z.string(),
  by: z.string(),
  at: z.string(),
  /** When and by whom it was undone. */
  undone: z.object({ by: z.string(), at: z.string() }).nullable(),
});
export type Decision = z.infer<typeof Decision>;
export const DecisionList = z.object({ items: z.array(Decision), total: z.int() });
export type DecisionList = z.infer<typeof DecisionList>;
export const DecisionItems = z.object({ items: z.array(Decision) });

/** A decision in force whose statement the present reading of the report does not make. It changes nothing now. */
export const LostDecision = z.object({
  decision: Decision,
  /** Which of its two statements; `a` where it has one. */
  side: z.enum(['a', 'b']),
  kind: z.enum(STATEMENT_KINDS),
  /** What the statement said, and the words on which it rested, with their offsets in the report. */
  title: z.string(),
  quote: z.string(),
  evidence: z.array(Span),
  report: z.string(),
  /** The reader that made the statement, and since when it is not made any more. */
  reader: z.string(),
  at: z.string(),
});
export type LostDecision = z.infer<typeof LostDecision>;
export const LostDecisions = z.object({ items: z.array(LostDecision), total: z.int() });
export type LostDecisions = z.infer<typeof LostDecisions>;

/** How far the re-reading of reports that an older reader read is. */
export const Rereading = z.object({
  /** The present reader. */
  reader: z.string(),
  /** Reports that an older one read, and how many of them are read anew and wait for the rest. */
  older: z.int(),
  read: z.int(),
  /** On which the reader failed; they keep the reading that they have. At most 100 are named. */
  failures: z.int(),
  failed: z.array(z.object({ report: z.string(), failure: z.string() })),
});
export type Rereading = z.infer<typeof Rereading>;

/** `done` once the new readings have taken the place of the older ones. */
export const Reread = Rereading.extend({
  done: z
    .object({
      reports: z.int(),
      /** In which something else was read than before. */
      changed: z.int(),
      /** Statements that were decided on or that a case rests on. */
      kept: z.int(),
      found: z.int(),
      lost: z.int(),
    })
    .nullable(),
});
export type Reread = z.infer<typeof Reread>;
