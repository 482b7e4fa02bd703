/** What is searched for and found, as the API takes and gives it. */
import { z } from 'zod';
import { STATEMENT_KINDS } from '../picture/decision.js';
import { IncidentSummary } from '../picture/schema.js';
import { Span } from '../reading/schema.js';
import { PRECISIONS, STATUSES } from '../reading/vocabulary.js';
import { ReportSummary } from './schema-reports.js';
import { Keyset, TriageItem } from './schema-work.js';

/** A list in one parameter: `a,b`. */
const list = <T extends readonly [string, ...string[]]>(of: T) =>
  z
    .string()
    .transform((value) => value.split(',').filter(Boolean))
    .pipe(z.array(z.enum(of)))
    .optional();

/** What is searched for. All of it stands in the address of the page too. */
export const SearchFilter = z.object({
  /** Words, "exact phrases", -words that must not stand. Names of groups and places find what is about them. */
  q: z.string().trim().max(300).optional(),
  what: z.enum(['incidents', 'statements', 'reports']).default('statements'),
  /** Of statements; several with commas. */
  kind: list(STATEMENT_KINDS),
  /** Of incidents as the picture holds them, of statements as they say; several with commas. */
  status: list(STATUSES),
  /** Id or name. */
  group: z.string().trim().max(300).optional(),
  /** Id, name, or ISO 3166 code of a country. */
  place: z.string().trim().max(300).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  publisher: z.string().max(200).optional(),
  /** Admiralty, this or better: `B`, `3`, `B3`. */
  grade: z
    .string()
    .regex(/^[A-F]?[1-6]?$/, 'must be a letter A to F, a number 1 to 6, or both')
    .optional(),
  /** Only what reports received after this time say. */
  since: z.iso.datetime().optional(),
  limit: Keyset.shape.limit,
  after: z.string().max(600).optional(),
});
export type SearchFilter = z.infer<typeof SearchFilter>;

/** Words of a report, and where in them the question is met. */
export const Passage = z.object({
  /** Offsets in the text of the report. */
  at: Span,
  text: z.string(),
  marks: z.array(
    z.object({
      /** Offsets in the text of the report. */
      at: Span,
      /** The word of the question, as it was typed. */
      term: z.string(),
      /** The group or place that both the question and these words mean; null where it is the word itself. */
      entity: z.string().nullable(),
    }),
  ),
});
export type Passage = z.infer<typeof Passage>;

const { reasons: _, ...item } = TriageItem.shape;
export const FoundStatement = z.object({
  ...item,
  /** The quotes in which the words stand; the first where they stand in none. */
  passages: z.array(Passage),
  /** Where the report names whom or what the statement is about, when its quotes do not. */
  elsewhere: z.array(Passage),
});
export type FoundStatement = z.infer<typeof FoundStatement>;

/** Whom or what of the picture a word or a name means, and how: its name here, another of its names, another spelling. */
export const Meant = z.object({
  id: z.string(),
  kind: z.string(),
  name: z.string(),
  country: z.string().nullable(),
  precision: z.enum(PRECISIONS).nullable(),
  how: z.enum(['name', 'alias', 'spelling']),
  as: z.string(),
});
export type Meant = z.infer<typeof Meant>;

/** One of the three lists is filled: that of `what`. */
export const Found = z.object({
  understood: z.array(z.object({ text: z.string(), not: z.boolean(), meant: z.array(Meant) })),
  /** Filters that name no group and no place of the picture. */
  unknown: z.array(z.object({ filter: z.enum(['group', 'place']), value: z.string() })),
  /** The newest first; of each at most three of the statements that match, and how many do. */
  incidents: z.array(z.object({ incident: IncidentSummary, statements: z.array(FoundStatement), total: z.int() })),
  statements: z.array(FoundStatement),
  reports: z.array(z.object({ report: ReportSummary, passages: z.array(Passage) })),
  /** For `after`; null at the end. */
  next: z.string().nullable(),
});
export type Found = z.infer<typeof Found>;

/** A search that is kept, and how much of what it finds is new since it was last looked at. */
export const SavedSearch = z.object({
  id: z.string(),
  name: z.string(),
  /** As in the address of the page, without `?`. */
  query: z.string(),
  /** The desk's own: kept before anybody had an account, and shown to everybody. */
  shared: z.boolean(),
  seen: z.string(),
  fresh: z.int(),
  /** There are more than were counted. */
  more: z.boolean(),
});
export type SavedSearch = z.infer<typeof SavedSearch>;
export const SavedSearches = z.object({ items: z.array(SavedSearch) });
export type SavedSearches = z.infer<typeof SavedSearches>;
export const NewSearch = z.object({ name: z.string().trim().min(1).max(100), query: z.string().min(1).max(2000) });
