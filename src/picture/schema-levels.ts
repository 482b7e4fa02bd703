/** Threat levels of groups and countries: four indicators, the rule and the quotes behind each, and the step they make. */
import { z } from 'zod';
import { LEVELS, Signed } from './decision.js';
import { Source } from './schema.js';
import { Grade } from './schema-grades.js';

export const INDICATORS = ['intent', 'capability', 'activity', 'imminence'] as const;
export type Indicator = (typeof INDICATORS)[number];
export const ANSWERS = ['yes', 'no', 'unknown'] as const;
export type Answer = (typeof ANSWERS)[number];

/** Something reported that a rule counts. */
export const Fact = z.object({
  kind: z.enum(['incident', 'threat', 'warning', 'report']),
  /** Id of the incident, the warning, the statement or the report. */
  id: z.string(),
  title: z.string(),
  /** The day that its age is counted from: when it happened or, for what was said, when that was published. */
  day: z.string(),
  /** The day from which the desk could know of it: its first report was published, or received where no day is known. */
  known: z.string(),
  origins: z.int(),
  sources: z.array(Source),
});
export type Fact = z.infer<typeof Fact>;

export const IndicatorState = z.object({
  indicator: z.enum(INDICATORS),
  answer: z.enum(ANSWERS),
  /** The rule in words. */
  rule: z.string(),
  facts: z.array(Fact),
  /** The last day on which these facts still make this answer, if nothing new is reported. */
  until: z.string().nullable(),
});
export type IndicatorState = z.infer<typeof IndicatorState>;

const step = z.enum(LEVELS).nullable();

/** A level as of one day: from the reports that could be known by then. */
export const Level = z.object({
  /** Id of a group, or `country:IQ`. */
  id: z.string(),
  name: z.string(),
  /** The day as of which it is computed. */
  day: z.string(),
  indicators: z.array(IndicatorState),
  /** What the rules make of it; null where too little is reported. */
  proposed: step,
  rule: z.string(),
  /** What the desk holds: the rules' level, or a person's. */
  level: step,
  set: Signed.nullable(),
  /** ICD 203: the likelihood word, its range in per cent, and a sentence with it; null where there is no level. */
  likelihood: z.object({ term: z.string(), from: z.int(), to: z.int(), sentence: z.string() }).nullable(),
});
export type Level = z.infer<typeof Level>;

/** A change of one indicator that would change the level, and which reports would bring it about. */
export const WouldChange = z.object({
  indicator: z.enum(INDICATORS),
  answer: z.enum(ANSWERS),
  to: step,
  /** The rules that would make that answer, in words; any one of them is enough. */
  by: z.array(z.string()),
});
export type WouldChange = z.infer<typeof WouldChange>;

export const LevelPage = Level.extend({
  wouldChange: z.array(WouldChange),
  /** The level as of the day asked for, and what is different now. */
  since: z
    .object({
      before: Level,
      changed: z.array(
        z.object({
          what: z.enum([...INDICATORS, 'level', 'proposed']),
          from: z.string(),
          to: z.string(),
          facts: z.array(Fact),
        }),
      ),
    })
    .nullable(),
  /** Of the statements that the facts quote, by the reports that could be known by that day. */
  grades: z.array(Grade),
});
export type LevelPage = z.infer<typeof LevelPage>;
