/** What a case holds: the machine's proposal, people's judgements, the wording, and what came of it. */
import { z } from 'zod';
import { EntityRef, Interval, PlaceRef, Source } from '../picture/schema.js';
import { AUDIENCE_GROUPS, LIKELIHOODS, TLP_LEVELS } from './words.js';

/** The tests of the threshold, in the order in which they are asked (ICD 191; standards.md 1.2). */
export const TESTS = ['credible', 'specific', 'impending', 'harm', 'target'] as const;
export type Test = (typeof TESTS)[number];

export const Answer = z.enum(['yes', 'no', 'unknown']);
export type Answer = z.infer<typeof Answer>;

/** One test as the machine sees it: its answer, the rule that gave it, and the words it rests on. */
export const TestResult = z.object({
  test: z.enum(TESTS),
  answer: Answer,
  /** The rule of src/warning/threshold.ts that answered, in words. */
  rule: z.string(),
  sources: z.array(Source),
});
export type TestResult = z.infer<typeof TestResult>;

/** Why the machine proposes a case. `null` in a case that a person opened. */
export const Proposal = z.object({
  /** Id of the warning, incident or threat of the picture. */
  subject: z.string(),
  kind: z.enum(['warning', 'plot', 'threat']),
  title: z.string(),
  tests: z.array(TestResult),
  actor: EntityRef.nullable(),
  place: PlaceRef.nullable(),
  /** Who or what is at risk, in the reports' words. */
  targets: z.array(z.string()),
  /** When the threat may come true, as far as the reports say. */
  window: Interval.nullable(),
  /** Day of the first report of it. */
  reported: z.string().nullable(),
  statements: z.array(z.string()).min(1),
  origins: z.int(),
});
export type Proposal = z.infer<typeof Proposal>;

/** A person's answers to the tests, with a likelihood where one is given (ICD 203 words). */
export const Assessment = z.object({
  answers: z.record(z.enum(TESTS), Answer),
  likelihood: z.enum(LIKELIHOODS).nullable(),
});
export type Assessment = z.infer<typeof Assessment>;

/** Why the duty should not be carried out, and on what evidence (ICD 191, grounds a to f). */
export const Waiver = z.object({ ground: z.enum(['a', 'b', 'c', 'd', 'e', 'f']), evidence: z.string().trim().min(1) });
export type Waiver = z.infer<typeof Waiver>;

const text = (longest: number) => z.string().trim().max(longest);

/** A language by its BCP 47 tag, such as `en` or `fr-CA`. */
export const Language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);

/** What one audience is told, in one language. */
export const Message = z.object({
  audience: z.enum(AUDIENCE_GROUPS),
  language: Language,
  /** At most 160 characters, as CAP advises (clause 3.2.2). */
  headline: text(160),
  what: text(2000),
  where: text(500),
  when: text(500),
  /** What to do now. */
  action: text(2000),
  /** Who says so: the desk's words for its source, above no tear-line. */
  authority: text(500),
  /** Whom to ask, and where more is to be read. */
  contact: text(500),
});
export type Message = z.infer<typeof Message>;
export const SLOTS = ['headline', 'what', 'where', 'when', 'action', 'authority', 'contact'] as const;
export type Slot = (typeof SLOTS)[number];

/** A warning as it is worded: its messages, the highest sharing level of what it rests on, and where it holds. */
export const WarningContent = z.object({
  /** TLP 2.0 of the channel that it goes out by. */
  tlp: z.enum(TLP_LEVELS),
  messages: z.array(Message).min(1),
  area: z.object({
    name: text(500),
    country: z.string().length(2).nullable(),
    lat: z.number().min(-90).max(90).nullable(),
    lon: z.number().min(-180).max(180).nullable(),
    /** Kilometres. */
    radius: z.number().positive().max(20000).nullable(),
  }),
  severity: z.enum(['Extreme', 'Severe', 'Moderate', 'Minor', 'Unknown']),
  urgency: z.enum(['Immediate', 'Expected', 'Future', 'Unknown']),
  likelihood: z.enum(LIKELIHOODS).nullable(),
});
export type WarningContent = z.infer<typeof WarningContent>;
