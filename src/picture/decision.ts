/**
 * What people decide about the picture: the kinds, and what each is about. The picture is made from readings and from
 * the decisions in force; nothing that was read is ever edited.
 */
import { z } from 'zod';
import * as words from '../reading/vocabulary.js';
import { EntityRef, PlaceRef } from './schema-parts.js';

/**
 * `join`, `part`: two statements tell of the same, or do not. `accept`, `reject`: a statement stands, or counts no
 * more. `correct`: the value of a slot, set by a person. `grade-source`: Admiralty A–F of a publisher;
 * `grade-statement`: Admiralty 1–6 of a statement. `level`: the level of a group or a country, set by a person.
 */
export const DECISION_KINDS = [
  'join',
  'part',
  'accept',
  'reject',
  'correct',
  'grade-source',
  'grade-statement',
  'level',
] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** Kinds of statements, as the picture has them. */
export const STATEMENT_KINDS = ['warning', 'threat', 'incident', 'attribution', 'response', 'relation'] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];

/** Admiralty reliability of a source, from "completely reliable" to "cannot be judged". */
export const RELIABILITIES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export type Reliability = (typeof RELIABILITIES)[number];
/** Admiralty credibility of a statement, from "confirmed by other sources" to "truth cannot be judged". */
export const CREDIBILITIES = [1, 2, 3, 4, 5, 6] as const;
export type Credibility = (typeof CREDIBILITIES)[number];
/** The five-step ladder of threat levels (that of the United Kingdom, and of others after it). */
export const LEVELS = ['low', 'moderate', 'substantial', 'severe', 'critical'] as const;
export type LevelStep = (typeof LEVELS)[number];

const day = z.iso.date().nullable();
const Days = z
  .object({ start: day, end: day })
  .refine(({ start, end }) => start !== null || end !== null, 'needs a first or a last day')
  .refine(({ start, end }) => start === null || end === null || start <= end, 'must not end before it starts');
const number = z.int().nonnegative().nullable();
const Count = z
  .object({ min: number, max: number })
  .refine(({ min, max }) => min !== null || max !== null, 'needs a least or a most')
  .refine(({ min, max }) => min === null || max === null || min <= max, 'must not have a most below its least');

/** The slots of an incident that a person may set, and what they hold. Null: the desk holds no value. */
export const INCIDENT_SLOTS = {
  type: z.enum(words.INCIDENT_TYPES),
  status: z.enum(words.STATUSES),
  date: Days,
  place: PlaceRef,
  site: z.string().min(1).max(300),
  killed: Count,
  injured: Count,
  suicide: z.boolean(),
  /** Who did it, in the desk's own judgement. */
  attribution: z.object({ actor: EntityRef, stance: z.enum(words.STANCES) }),
} as const;
export type IncidentSlot = keyof typeof INCIDENT_SLOTS;

/** The slots of a warning that a person may set. */
export const WARNING_SLOTS = {
  issuer: EntityRef,
  audience: z.enum(words.AUDIENCES),
  issued: Days,
  place: PlaceRef,
  actor: EntityRef,
  window: Days,
} as const;
export type WarningSlot = keyof typeof WARNING_SLOTS;

/** Who decided, when and why. */
export const Signed = z.object({ decision: z.string(), by: z.string(), at: z.string(), why: z.string() });
export type Signed = z.infer<typeof Signed>;

const deskValue = <S extends Record<string, z.ZodType>>(slots: S) =>
  Object.entries(slots).map(([slot, value]) =>
    z.object({ slot: z.literal(slot), value: value.nullable(), set: Signed }),
  );
type DeskValueOf<S extends Record<string, z.ZodType>> = {
  [K in keyof S & string]: { slot: K; value: z.infer<S[K]> | null; set: Signed };
}[keyof S & string];

/** A value that a person set; it stands before all that was read, and what was read stays beside it. */
export type IncidentDeskValue = DeskValueOf<typeof INCIDENT_SLOTS>;
export const IncidentDeskValue = z.union(deskValue(INCIDENT_SLOTS)) as unknown as z.ZodType<IncidentDeskValue>;
export type WarningDeskValue = DeskValueOf<typeof WARNING_SLOTS>;
export const WarningDeskValue = z.union(deskValue(WARNING_SLOTS)) as unknown as z.ZodType<WarningDeskValue>;

/** A correction in force, as it was decided. */
export interface Correction {
  /** The statement that it was decided on. */
  statement: string;
  slot: string;
  value: unknown;
  set: Signed;
}

/** The values that the desk holds by these corrections, given in the order in which they were made: the last of each slot, by slot. */
export function deskValues<V extends { slot: string; value: unknown; set: Signed }>(
  corrections: readonly Correction[],
): V[] {
  const last = new Map(corrections.map(({ slot, value, set }) => [slot, { slot, value, set }]));
  return [...last.values()].sort((a, b) => (a.slot < b.slot ? -1 : 1)) as unknown[] as V[];
}

/** The value of a slot that the picture holds: the desk's where a person set one (none, where they set none), else the first. */
export function heldValue<V extends { slot: string; value: unknown }, K extends V['slot']>(
  desk: readonly V[],
  slot: K,
  said: readonly { value: unknown }[],
): Extract<V, { slot: K }>['value'] | null {
  const set = desk.find((value) => value.slot === slot);
  return ((set ? set.value : said[0]?.value) ?? null) as Extract<V, { slot: K }>['value'] | null;
}
