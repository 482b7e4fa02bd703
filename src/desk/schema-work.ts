/** What waits for a person, and what changed meanwhile. */
import { z } from 'zod';
import { RELIABILITIES, Signed, STATEMENT_KINDS } from '../picture/decision.js';
import { GroupPage, IncidentSummary, PictureWarning, Source } from '../picture/schema.js';
import { Grade } from '../picture/schema-grades.js';
import { Level } from '../picture/schema-levels.js';
import { Decision } from './schema-decisions.js';

/** A part of a long list: at most `limit` items after the one that `after` (the `next` of the part before) names. */
export const Keyset = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(20),
  after: z.string().max(200).optional(),
});

const kind = z.enum(STATEMENT_KINDS);

/** A statement that waits for a person. Its slots and its text are in the report: `GET /api/reports/{report}`. */
/** Grades of statements, without order. */
export const Grades = z.object({ items: z.array(Grade) });
export type Grades = z.infer<typeof Grades>;

export const TriageItem = z.object({
  statement: z.string(),
  kind,
  /** The statement in a line for people. */
  title: z.string(),
  /** Why it stands where it stands in the queue, the weightiest first. */
  reasons: z.array(z.string()),
  /** The incident statement that an attribution is about. */
  of: z.string().nullable(),
  /** The incident or warning of the picture that holds it. */
  holder: z.string().nullable(),
  source: Source,
  grade: Grade,
});
export type TriageItem = z.infer<typeof TriageItem>;

export const TriageCounts = z.object({
  statements: z.int(),
  waiting: z.int(),
  kinds: z.array(z.object({ kind, statements: z.int(), waiting: z.int() })),
  /** By place in the order: what stands there, and how many wait. */
  ranks: z.array(z.object({ rank: z.int(), says: z.string(), statements: z.int(), waiting: z.int() })),
});
export type TriageCounts = z.infer<typeof TriageCounts>;

export const TriageQueue = z.object({
  items: z.array(TriageItem),
  /** For `after`; null at the end. */
  next: z.string().nullable(),
  counts: TriageCounts,
});
export type TriageQueue = z.infer<typeof TriageQueue>;
export const TriageFilter = z.object({ kind: kind.optional(), ...Keyset.shape });

export const DoubtSide = z.object({
  statement: z.string(),
  /** The incident or warning of the picture that holds it, and its title. */
  holder: z.string(),
  title: z.string(),
  /** What it says, each value with its words. */
  said: z.array(z.object({ slot: z.string(), value: z.unknown(), source: Source })),
});
/** Two statements that may tell of the same, and are not joined. */
export const Doubt = z.object({
  kind: z.enum(['incident', 'warning']),
  /** 0 to 1. */
  score: z.number(),
  reasons: z.array(z.string()),
  a: DoubtSide,
  b: DoubtSide,
});
export type Doubt = z.infer<typeof Doubt>;
export const DoubtQueue = z.object({
  items: z.array(Doubt),
  next: z.string().nullable(),
  /** How many wait; where `more`, at least so many. */
  waiting: z.int(),
  more: z.boolean(),
});
export type DoubtQueue = z.infer<typeof DoubtQueue>;
/** `same`: the two are joined; else they are kept apart for good. A decision, undone like any other. */
export const DoubtAnswer = z.object({
  a: z.string().max(500),
  b: z.string().max(500),
  same: z.boolean(),
  why: z.string().min(1).max(2000),
});
export type DoubtAnswer = z.infer<typeof DoubtAnswer>;

/** A publisher, and what its grade rests on. */
export const SourceSummary = z.object({
  publisher: z.string(),
  reports: z.int(),
  reliability: z.object({ grade: z.enum(RELIABILITIES), set: Signed.nullable() }),
  /** What people decided on its statements. */
  record: z.object({ accepted: z.int(), rejected: z.int(), corrected: z.int() }),
});
export type SourceSummary = z.infer<typeof SourceSummary>;
export const SourceList = z.object({ items: z.array(SourceSummary), next: z.string().nullable() });
export type SourceList = z.infer<typeof SourceList>;

/** How groups and other bodies stand to one another, each with its words; the newest, where `more` there are others. */
export const Network = z.object({ items: GroupPage.shape.relations, more: z.boolean() });
export type Network = z.infer<typeof Network>;

/** The rules as they stand in their file, and read. */
export const RuleTable = z.object({ text: z.string() });
export type RuleTable = z.infer<typeof RuleTable>;

export const LevelFilter = z.object({
  /** As of which day; today where it is not given. */
  day: z.iso.date().optional(),
  /** Against which day changes are shown. */
  since: z.iso.date().optional(),
});
export const Since = z.object({ since: z.iso.datetime({ offset: true }) });

const change = z.enum(['new', 'changed']);
/** What came since a time, and what waits. Lists hold the newest; where `more`, there are others. */
export const Changes = z.object({
  since: z.string(),
  /** The time to ask from the next time. */
  now: z.string(),
  reports: z.int(),
  incidents: z.object({ items: z.array(IncidentSummary.extend({ change })), more: z.boolean() }),
  warnings: z.object({ items: z.array(PictureWarning.extend({ change })), more: z.boolean() }),
  decisions: z.object({ items: z.array(Decision), more: z.boolean() }),
  waits: z.object({
    triage: TriageCounts,
    doubts: z.object({ waiting: z.int(), more: z.boolean() }),
  }),
});
export type Changes = z.infer<typeof Changes>;

/** Levels that are not what they were. */
export const LevelChanges = z.object({
  since: z.string(),
  items: z.array(z.object({ before: Level, now: Level })),
  /** Groups and countries with new reports that were not looked at, because there are too many. */
  more: z.boolean(),
});
export type LevelChanges = z.infer<typeof LevelChanges>;
