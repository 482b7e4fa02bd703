/**
 * The picture: what many reports say of the same incident, warning, group or place, with their disagreements.
 * Every value stands with the sources that say it; the first of a list is the one that the picture holds, by the
 * rules in `held.ts`; the others stay beside it.
 */
import { z } from 'zod';
import { Span } from '../reading/schema.js';
import * as words from '../reading/vocabulary.js';
import { IncidentDeskValue, WarningDeskValue } from './decision.js';
import { EntityRef, Interval, PlaceRef, Toll } from './schema-parts.js';

export { EntityRef, Interval, PlaceRef, Toll };

/** Where a value comes from: the statement, its report, who says so there, and the words. */
export const Source = z.object({
  /** `REPORT#STATEMENT`, such as `sha256:…#i1` (attributions, warnings… are numbered in their lists: `#w1`, `#t1`, `#r1`, `#l1`, `#c1`). */
  statement: z.string(),
  report: z.string(),
  published: z.string().nullable(),
  publisher: z.string().nullable(),
  /** The origin that the report belongs to: near-copies of one story share it. */
  origin: z.string(),
  /** Who says so in the report; null: the report in its own voice. */
  by: EntityRef.nullable(),
  /** The sentence or clause in which it is said, and its text. */
  at: Span,
  quote: z.string(),
  /** The words in it (or beside it) that give this very value; null where the statement as a whole does. */
  words: Span.nullable(),
  /** Day as of which it is told, where that is before the report's: a toll in the entry of a day long past. */
  asOf: z.string().optional(),
});
export type Source = z.infer<typeof Source>;

const said = <T extends z.ZodType>(value: T) =>
  z.object({
    value,
    sources: z.array(Source).min(1),
    /** Independent origins among the sources. */
    origins: z.int(),
  });

export const PictureIncident = z.object({
  id: z.string(),
  /** A line for people, made from the held values: "Armed assault, Moscow, 22 March 2024". */
  title: z.string(),
  type: z.array(said(z.enum(words.INCIDENT_TYPES))),
  status: z.array(said(z.enum(words.STATUSES))),
  date: z.array(said(Interval)),
  place: z.array(said(PlaceRef)),
  site: z.array(said(z.string())),
  weapons: z.array(said(z.object({ type: z.enum(words.WEAPON_TYPES), text: z.string() }))),
  individuals: z.array(said(z.string())),
  targets: z.array(
    said(z.object({ type: z.enum(words.TARGET_TYPES), text: z.string(), effect: z.enum(words.EFFECTS).nullable() })),
  ),
  victims: z.array(
    said(z.object({ type: z.enum(words.TARGET_TYPES), text: z.string(), outcome: z.enum(words.OUTCOMES).nullable() })),
  ),
  killed: z.array(said(Toll)),
  injured: z.array(said(Toll)),
  suicide: z.array(said(z.boolean())),
  attributions: z.array(said(z.object({ actor: EntityRef, stance: z.enum(words.STANCES), by: EntityRef.nullable() }))),
  /** The values that people set, each with who, when and why: they are what the picture holds. By slot. */
  desk: z.array(IncidentDeskValue),
  /** Statement ids of the incidents joined here, in the order in which they were accepted. */
  members: z.array(z.string()).min(1),
  /** Why they were joined: each link that holds the incident together, with its score (0 to 1) and its reasons. */
  joins: z.array(z.object({ a: z.string(), b: z.string(), score: z.number(), reasons: z.array(z.string()) })),
  reports: z.int(),
  origins: z.int(),
});
export type PictureIncident = z.infer<typeof PictureIncident>;

export const PictureWarning = z.object({
  id: z.string(),
  title: z.string(),
  issuer: EntityRef.nullable(),
  recipients: z.array(said(EntityRef)),
  audience: z.array(said(z.enum(words.AUDIENCES))),
  issued: z.array(said(Interval)),
  actor: z.array(said(EntityRef)),
  place: z.array(said(PlaceRef)),
  targets: z.array(said(z.string())),
  window: z.array(said(Interval)),
  advice: z.array(said(z.string())),
  authority: z.array(said(z.string())),
  /** Every telling of the warning as a whole, the earliest first. */
  sources: z.array(Source).min(1),
  /** Day of the first report of it. */
  reported: z.string().nullable(),
  /** The values that people set, each with who, when and why: they are what the picture holds. By slot. */
  desk: z.array(WarningDeskValue),
  members: z.array(z.string()).min(1),
  joins: z.array(z.object({ a: z.string(), b: z.string(), score: z.number(), reasons: z.array(z.string()) })),
  reports: z.int(),
  origins: z.int(),
});
export type PictureWarning = z.infer<typeof PictureWarning>;

/** An incident in one line, by its held values. */
export const IncidentSummary = z.object({
  id: z.string(),
  title: z.string(),
  type: z.enum(words.INCIDENT_TYPES),
  status: z.enum(words.STATUSES),
  date: Interval.nullable(),
  place: PlaceRef.nullable(),
  killed: Toll.nullable(),
  injured: Toll.nullable(),
  /** Lowest and highest toll that any report gives. */
  killedSpread: Toll.nullable(),
  /** Groups that are named for it, whatever the stance. */
  groups: z.array(EntityRef),
  /** Day of the first report. */
  reported: z.string().nullable(),
  reports: z.int(),
  origins: z.int(),
});
export type IncidentSummary = z.infer<typeof IncidentSummary>;

export const GroupSummary = z.object({
  id: z.string(),
  name: z.string(),
  aliases: z.array(z.string()),
  parent: EntityRef.nullable(),
  lists: z.array(z.string()),
  incidents: z.int(),
  threats: z.int(),
  reports: z.int(),
});
export type GroupSummary = z.infer<typeof GroupSummary>;

/** One statement about a group, with its words. */
const line = <T extends z.ZodRawShape>(shape: T) => z.object({ ...shape, source: Source });
export const GroupPage = z.object({
  summary: GroupSummary,
  /** Names used for it in the reports, with one quote each; then those that only the catalogue has. */
  names: z.array(z.object({ name: z.string(), source: Source.nullable() })),
  relations: z.array(
    line({
      from: EntityRef,
      type: z.enum(words.RELATION_TYPES),
      to: z.union([EntityRef, PlaceRef]).nullable(),
      toText: z.string().nullable(),
      since: Interval.nullable(),
    }),
  ),
  incidents: z.array(
    IncidentSummary.extend({ stances: z.array(line({ stance: z.enum(words.STANCES), by: EntityRef.nullable() })) }),
  ),
  threats: z.array(
    line({
      type: z.enum(words.THREAT_TYPES),
      against: z.array(z.string()),
      place: PlaceRef.nullable(),
      by: EntityRef.nullable(),
      /** When it is to happen, where that is told. */
      horizon: Interval.nullable(),
    }),
  ),
  responses: z.array(
    line({
      type: z.enum(words.RESPONSE_TYPES),
      by: EntityRef.nullable(),
      place: PlaceRef.nullable(),
      date: Interval.nullable(),
    }),
  ),
  warnings: z.array(PictureWarning),
});
export type GroupPage = z.infer<typeof GroupPage>;

export const PlacePage = z.object({
  place: PlaceRef,
  /** Each with the words in which it was first told. */
  incidents: z.array(IncidentSummary.extend({ told: Source.nullable() })),
  warnings: z.array(PictureWarning),
});
export type PlacePage = z.infer<typeof PlacePage>;
