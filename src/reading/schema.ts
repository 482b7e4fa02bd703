/**
 * The reading of one report, `tocsin.reading/1`: the contract that others build on, as schemas and types.
 * Every offset is `[start, end)` in UTF-16 code units into `report.text`.
 */
import { z } from 'zod';
import * as words from './vocabulary.js';

export const Span = z.tuple([z.int().nonnegative(), z.int().nonnegative()]);
export type Span = z.infer<typeof Span>;

const at = Span;
const evidence = z.array(Span).min(1);
/** ISO 8601 day, or null for an open end. */
const Day = z.iso.date().nullable();
/** An interval of days that came from the words at `at`, resolved against the day of publication. */
export const DateRange = z.object({ start: Day, end: Day, at });
export type DateRange = z.infer<typeof DateRange>;
/** How many, as the words at `at` say; `max: null` for "at least". */
export const Count = z.object({ min: z.int().nonnegative().nullable(), max: z.int().nonnegative().nullable(), at });
export type Count = z.infer<typeof Count>;
/** A count of the dead or injured; `asOf` is the day of which it is told, where that is before the report's. */
export const Toll = Count.extend({ asOf: z.iso.date().optional() });
export type Toll = z.infer<typeof Toll>;
/** Words of the report. */
export const Phrase = z.object({ text: z.string(), at });
export type Phrase = z.infer<typeof Phrase>;

export const Report = z.object({
  /** `sha256:` and the hex digest of the bytes as received. */
  id: z.string(),
  /** The file's name as given, where the report came from a file. */
  file: z.string().nullable(),
  title: z.string().nullable(),
  /** Day of publication, ISO 8601; null where it is not known, and then no relative date resolves. */
  published: z.iso.date().nullable(),
  publisher: z.string().nullable(),
  url: z.string().nullable(),
  /** ISO 639-1 code of the text's language; null where it cannot be told. */
  language: z.string().nullable(),
  /** The exact text that was read. */
  text: z.string(),
});
export type Report = z.infer<typeof Report>;

export const Actor = z.object({
  id: z.string(),
  kind: z.enum(words.ACTOR_KINDS),
  /** Id in the catalogue of known groups, agencies and governments, or null. */
  key: z.string().nullable(),
  name: z.string(),
  aliases: z.array(z.string()),
  mentions: z.array(Span).min(1),
});
export type Actor = z.infer<typeof Actor>;

export const Place = z.object({
  id: z.string(),
  /** `geonames:524901` or `place:…` (cities), `district:…`, `region:RU.48` (first-level regions), `country:RU`, `area:…` (larger than a country), or null. */
  key: z.string().nullable(),
  name: z.string(),
  precision: z.enum(words.PRECISIONS),
  /** ISO 3166-1 alpha-2; null for seas, regions and what lies in several countries. */
  country: z.string().length(2).nullable(),
  /** Degrees; null where the place is no point: countries and larger. A site has its city's, and says so by its precision. */
  lat: z.number().min(-90).max(90).nullable(),
  lon: z.number().min(-180).max(180).nullable(),
  mentions: z.array(Span).min(1),
});
export type Place = z.infer<typeof Place>;

export const Incident = z.object({
  id: z.string(),
  type: z.enum(words.INCIDENT_TYPES),
  status: z.enum(words.STATUSES),
  date: DateRange.nullable(),
  place: z.string().nullable(),
  site: Phrase.nullable(),
  weapons: z.array(Phrase.extend({ type: z.enum(words.WEAPON_TYPES) })),
  perpetrators: z.object({ groups: z.array(z.string()), individuals: z.array(Phrase) }),
  targets: z.array(Phrase.extend({ type: z.enum(words.TARGET_TYPES), effect: z.enum(words.EFFECTS).nullable() })),
  victims: z.array(
    Phrase.extend({
      type: z.enum(words.TARGET_TYPES),
      outcome: z.enum(words.OUTCOMES).nullable(),
      count: Count.nullable(),
    }),
  ),
  killed: Toll.nullable(),
  injured: Toll.nullable(),
  suicide: z.boolean(),
  evidence,
});
export type Incident = z.infer<typeof Incident>;

export const Attribution = z.object({
  incident: z.string(),
  actor: z.string(),
  stance: z.enum(words.STANCES),
  by: z.string().nullable(),
  evidence,
});
export type Attribution = z.infer<typeof Attribution>;

export const Warning = z.object({
  issuer: z.string().nullable(),
  recipients: z.array(z.string()),
  audience: z.enum(words.AUDIENCES).nullable(),
  issued: DateRange.nullable(),
  about: z.object({
    actor: z.string().nullable(),
    place: z.string().nullable(),
    targets: z.array(z.string()),
    window: DateRange.nullable(),
  }),
  advice: z.string().nullable(),
  authority: z.string().nullable(),
  evidence,
});
export type Warning = z.infer<typeof Warning>;

export const Threat = z.object({
  actor: z.string().nullable(),
  type: z.enum(words.THREAT_TYPES),
  against: z.array(z.string()),
  place: z.string().nullable(),
  by: z.string().nullable(),
  horizon: DateRange.nullable(),
  evidence,
});
export type Threat = z.infer<typeof Threat>;

export const Response = z.object({
  type: z.enum(words.RESPONSE_TYPES),
  by: z.string().nullable(),
  /** Ids of actors. */
  against: z.array(z.string()),
  incident: z.string().nullable(),
  place: z.string().nullable(),
  date: DateRange.nullable(),
  evidence,
});
export type Response = z.infer<typeof Response>;

export const Relation = z.object({
  from: z.string(),
  type: z.enum(words.RELATION_TYPES),
  /** Id of an actor or a place; null where the other end is only words (`toText`). */
  to: z.string().nullable(),
  toText: z.string().nullable(),
  since: DateRange.nullable(),
  evidence,
});
export type Relation = z.infer<typeof Relation>;

export const Reading = z.object({
  schema: z.literal('tocsin.reading/1'),
  report: Report,
  actors: z.array(Actor),
  places: z.array(Place),
  incidents: z.array(Incident),
  attributions: z.array(Attribution),
  warnings: z.array(Warning),
  threats: z.array(Threat),
  responses: z.array(Response),
  relations: z.array(Relation),
});
export type Reading = z.infer<typeof Reading>;

/** What is known of a report besides its bytes: flags, or `NAME.meta.json` beside `NAME.txt`. */
export const ReportMeta = z.object({
  published: z.iso.date().nullish(),
  publisher: z.string().nullish(),
  title: z.string().nullish(),
  url: z.string().nullish(),
});
export type ReportMeta = z.infer<typeof ReportMeta>;
