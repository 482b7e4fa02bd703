/** Cases of the duty to warn, as the API gives and takes them. */
import { z } from 'zod';
import { Source } from '../picture/schema.js';
import { STAGES } from '../warning/clocks.js';
import { OUTCOMES } from '../warning/look-back.js';
import { Assessment, Message, Proposal, Waiver, WarningContent } from '../warning/schema.js';
import { CASE_STATES, STEPS } from '../warning/states.js';
import { LIKELIHOODS } from '../warning/words.js';

const when = z.iso.datetime();
const Clock = z.object({
  stage: z.enum(Object.keys(STAGES) as [keyof typeof STAGES, ...(keyof typeof STAGES)[]]),
  /** Minutes that it took, or has taken so far. */
  minutes: z.number(),
  limit: z.number(),
  late: z.boolean(),
  running: z.boolean(),
});

export const CaseSummary = z.object({
  id: z.string(),
  title: z.string(),
  state: z.enum(CASE_STATES),
  openedBy: z.string(),
  recognised: when,
  changed: when,
  /** What runs late first. */
  clocks: z.array(Clock),
  proposal: Proposal.nullable(),
});
export type CaseSummary = z.infer<typeof CaseSummary>;
export const CaseList = z.object({ items: z.array(CaseSummary) });

const Mark = z.object({
  id: z.string(),
  kind: z.enum(['publisher', 'person', 'document', 'quote', 'tlp']),
  message: z.int(),
  slot: z.string().nullable(),
  start: z.int(),
  end: z.int(),
  words: z.string(),
  allowed: z.object({ by: z.string(), why: z.string() }).nullable(),
});

export const CaseWarning = z.object({
  id: z.string(),
  number: z.int(),
  kind: z.enum(['Alert', 'Update', 'Cancel']),
  follows: z.string().nullable(),
  content: WarningContent,
  validFrom: when.nullable(),
  validUntil: when.nullable(),
  threatFrom: when.nullable(),
  threatUntil: when.nullable(),
  writtenBy: z.string(),
  submittedBy: z.string().nullable(),
  approvedBy: z.string().nullable(),
  emergency: z.boolean(),
  approvalDue: when.nullable(),
  releasedBy: z.string().nullable(),
  releasedAt: when.nullable(),
  recipients: z.array(z.object({ id: z.string(), name: z.string() })),
  /** What would give away a source, and what a second person has allowed of it. Empty once it is released. */
  marks: z.array(Mark),
  /** Of each message: how plainly it reads (Flesch, 0 to 100), and its headline and action as SMS. */
  plain: z.array(
    z.object({
      ease: z.number().nullable(),
      sms: z.object({ alphabet: z.enum(['GSM-7', 'UCS-2']), places: z.int(), parts: z.int() }),
    }),
  ),
});
export type CaseWarning = z.infer<typeof CaseWarning>;

export const CasePage = CaseSummary.extend({
  assessment: Assessment.nullable(),
  waiver: Waiver.nullable(),
  outcome: z.unknown(),
  statements: z.array(z.string()),
  warnings: z.array(CaseWarning),
  /** The steps that lead out of its state, and why one cannot be taken by who asks; `null`: it can. */
  steps: z.array(
    z.object({ step: z.enum(STEPS as [string, ...string[]]), says: z.string(), refused: z.string().nullable() }),
  ),
  /** Names of the people in the record, by id. */
  names: z.record(z.string(), z.string()),
  /** Who did what, when and why, in order. */
  record: z.array(
    z.object({
      seq: z.int(),
      at: when,
      by: z.string(),
      action: z.string(),
      details: z.record(z.string(), z.unknown()),
    }),
  ),
});
export type CasePage = z.infer<typeof CasePage>;

export const NewCase = z.object({
  title: z.string().trim().min(1).max(500),
  /** Statements that it rests on. */
  statements: z.array(z.string()).max(1000).default([]),
  why: z.string().trim().min(1).max(2000),
});

export const OutcomeSettled = z.object({
  kind: z.enum(OUTCOMES),
  incident: z.string().nullable(),
});

export const NewStep = z.object({
  step: z.enum(STEPS as [string, ...string[]]),
  why: z.string().trim().max(5000).optional(),
  assessment: Assessment.optional(),
  waiver: Waiver.optional(),
  kind: z.enum(['Update', 'Cancel']).optional(),
  outcome: OutcomeSettled.optional(),
});

export const NewDraft = z.object({
  content: WarningContent,
  validFrom: when.nullable(),
  validUntil: when.nullable(),
  threatFrom: when.nullable(),
  threatUntil: when.nullable(),
  recipients: z.array(z.string()).max(100_000),
});

export const Wording = z.object({ messages: z.array(Message) });
export const NewAllowance = z.object({ mark: z.string().min(1), why: z.string().trim().min(1).max(2000) });

const Ratio = z.object({ of: z.int(), among: z.int(), ratio: z.number().nullable() });
const Lead = z.object({
  fromAcquisition: z.number().nullable(),
  fromRelease: z.number().nullable(),
  fromWindowEnd: z.number().nullable(),
});
const LookedBack = z.object({
  id: z.string(),
  title: z.string(),
  released: z.string().nullable(),
  window: z.object({ start: z.string().nullable(), end: z.string().nullable() }).nullable(),
  likelihood: z.enum(LIKELIHOODS).nullable(),
  outcome: z.object({
    kind: z.enum(OUTCOMES),
    incident: z.object({ id: z.string(), title: z.string() }).nullable(),
    reasons: z.array(z.string()),
    lead: Lead,
  }),
});
export const LookBack = z.object({
  /** The desk's own warnings, the newest first. */
  own: z.array(LookedBack.extend({ case: z.string() })),
  /** Warnings by others that reports tell of: who warned whom of what, and what came of it. */
  others: z.array(
    LookedBack.extend({
      issuer: z.string().nullable(),
      recipients: z.array(z.string()),
      /** The sentences that say when it was given and for which days; else the first that tells of it. */
      said: z.object({ released: Source.nullable(), window: Source.nullable(), first: Source }),
    }),
  ),
  /** Over the desk's own. */
  score: z.object({
    counts: z.record(z.enum(OUTCOMES), z.int()),
    misses: z.int(),
    hitRate: z.object({ inWindow: Ratio, withinTolerance: Ratio }),
    falseAlarms: Ratio,
    leadDays: z.array(z.number()),
    brier: z.object({ score: z.number().nullable(), among: z.int() }),
  }),
  /** The tolerances by which warnings are matched to incidents. */
  tolerances: z.object({
    daysAfter: z.number(),
    daysBefore: z.number(),
    windowDays: z.number(),
    kilometres: z.number(),
  }),
});
export type LookBack = z.infer<typeof LookBack>;
