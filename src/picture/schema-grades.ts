/** Grades of sources and statements, and how the reports of one incident stand to one another. */
import { z } from 'zod';
import * as words from '../reading/vocabulary.js';
import { CREDIBILITIES, RELIABILITIES, Signed } from './decision.js';
import { PictureIncident, Source } from './schema.js';
import { EntityRef, Toll } from './schema-parts.js';

/** The Admiralty grade of one statement. */
export const Grade = z.object({
  statement: z.string(),
  /** Both together, such as `B2`. */
  label: z.string(),
  /** Of the source: F (cannot be judged) until a person grades it. */
  reliability: z.object({ grade: z.enum(RELIABILITIES), set: Signed.nullable() }),
  /** Of what it says: as the rules propose, until a person settles it. */
  credibility: z.object({
    grade: z.literal(CREDIBILITIES),
    proposed: z.literal(CREDIBILITIES),
    /** Why it is proposed, in words for people: the rule, then what it rests on. */
    reasons: z.array(z.string()),
    set: Signed.nullable(),
  }),
});
export type Grade = z.infer<typeof Grade>;

/** One number of a toll as it was told over time. */
export const TollStep = z.object({
  /** Day of the first report that gives it. */
  published: z.string().nullable(),
  value: Toll,
  sources: z.array(Source),
  origins: z.int(),
});
export type TollStep = z.infer<typeof TollStep>;

/** Who says who did it. */
export const AttributionMatrix = z.object({
  actors: z.array(EntityRef),
  /** Those who say so: someone named in reports (`by`), or the reports of a publisher in their own voice (`by` is null). */
  speakers: z.array(z.object({ key: z.string(), by: EntityRef.nullable(), publisher: z.string().nullable() })),
  /** One for each actor and speaker that meet; the firmest stance first. */
  cells: z.array(
    z.object({
      actor: z.string(),
      speaker: z.string(),
      stances: z.array(z.object({ stance: z.enum(words.STANCES), sources: z.array(Source) })),
    }),
  ),
});
export type AttributionMatrix = z.infer<typeof AttributionMatrix>;

/** Why the picture holds the value that it holds. */
export const HeldReason = z.object({
  slot: z.string(),
  /** How many different values reports give. */
  values: z.int(),
  by: z.enum(['rule', 'person']),
  /** The rule that put the value before the next, in words; null where there is only one, or a person set it. */
  rule: z.string().nullable(),
  set: Signed.nullable(),
});
export type HeldReason = z.infer<typeof HeldReason>;

/** An incident with its disagreements laid out. */
export const IncidentPage = PictureIncident.extend({
  held: z.array(HeldReason),
  /** How the tolls moved from report to report: each number once, in the order in which it was first told. */
  tolls: z.object({ killed: z.array(TollStep), injured: z.array(TollStep) }),
  matrix: AttributionMatrix,
  /** A grade for every statement that is a source here. */
  grades: z.array(Grade),
  /** Whether statements and sources were left out, because fewer were asked for. */
  shortened: z.boolean(),
});
export type IncidentPage = z.infer<typeof IncidentPage>;
