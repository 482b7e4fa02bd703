/** The shapes of the desk's HTTP API: they check its input, make its OpenAPI document, and type its pages. */
import { z } from 'zod';
import {
  GroupPage,
  GroupSummary,
  IncidentSummary,
  PictureIncident,
  PictureWarning,
  PlacePage,
} from '../picture/schema.js';
import { Reading } from '../reading/schema.js';
import * as words from '../reading/vocabulary.js';
import { ReportSummary } from './schema-reports.js';

export const Problem = z.object({
  ok: z.literal(false),
  /** One sentence: what is wrong and what to do. */
  error: z.string(),
  status: z.int(),
});
export type Problem = z.infer<typeof Problem>;

export const DeskStatus = z.object({
  version: z.string(),
  database: z.enum(['pglite', 'postgres']),
  reports: z.int(),
  incidents: z.int(),
  groups: z.int(),
  warnings: z.int(),
});
export type DeskStatus = z.infer<typeof DeskStatus>;

export const ReportList = z.object({ items: z.array(ReportSummary), total: z.int() });
export type ReportList = z.infer<typeof ReportList>;

export const ReportPage = z.object({
  summary: ReportSummary,
  reading: Reading,
  /** Statement id (`sha256:…#i1`) to the id of the picture's incident or warning that holds it. */
  joined: z.record(z.string(), z.string()),
});
export type ReportPage = z.infer<typeof ReportPage>;

export const NewReport = z.object({
  text: z.string().min(1).max(20_000_000),
  title: z.string().max(500).nullish(),
  published: z.iso.date().nullish(),
  publisher: z.string().max(200).nullish(),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .nullish(),
});
export type NewReport = z.infer<typeof NewReport>;

/** What became of a report that was handed in; `new: false` when it was here already, and then nothing changed. */
export const Accepted = z.object({
  id: z.string(),
  new: z.boolean(),
  summary: ReportSummary,
  /** Where it was here already: what was said of it this time that differs from what is kept. */
  differs: z.array(z.object({ name: z.string(), kept: z.string().nullable(), given: z.string() })),
});
export type Accepted = z.infer<typeof Accepted>;

/** What became of one file of several: it was accepted, or why it was not. */
export const FileResult = z.object({ file: z.string(), accepted: Accepted.nullable(), error: z.string().nullable() });
export type FileResult = z.infer<typeof FileResult>;
export const FileResults = z.object({ items: z.array(FileResult) });
export type FileResults = z.infer<typeof FileResults>;

/** A part of a list: at most `limit` items from `offset` on. */
export const Paging = z.object({
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  offset: z.coerce.number().int().min(0).default(0),
});
/** Words to look for: in the title and the text of a report, in the title of an incident. */
const q = z.string().trim().max(200).optional();
export const ReportFilter = z.object({ q, ...Paging.shape });
export type ReportFilter = z.infer<typeof ReportFilter>;

export const IncidentList = z.object({ items: z.array(IncidentSummary), total: z.int() });
export type IncidentList = z.infer<typeof IncidentList>;

/** Which incidents: by day (both ends included), country, group's id, type, status, words of the title. */
export const IncidentFilter = z.object({
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  country: z
    .string()
    .regex(/^[A-Za-z]{2}$/, 'must be an ISO 3166 code of two letters')
    .toUpperCase()
    .optional(),
  group: z.string().max(300).optional(),
  type: z.enum(words.INCIDENT_TYPES).optional(),
  status: z.enum(words.STATUSES).optional(),
  q,
  ...Paging.shape,
});
export type IncidentFilter = z.infer<typeof IncidentFilter>;

/** At most so many sources a value, of different origins first, and so many statements; all where it is not given. */
export const IncidentQuery = z.object({ sources: z.coerce.number().int().min(1).max(1000).optional() });

export const GroupList = z.object({ items: z.array(GroupSummary), total: z.int() });
export type GroupList = z.infer<typeof GroupList>;

export const WarningList = z.object({ items: z.array(PictureWarning), total: z.int() });
export type WarningList = z.infer<typeof WarningList>;

/** What has an id that begins as asked. */
export const FoundList = z.object({
  items: z.array(z.object({ kind: z.enum(['report', 'incident', 'warning', 'group']), id: z.string() })),
});
export type FoundList = z.infer<typeof FoundList>;

export * from '../picture/schema-grades.js';
export * from '../picture/schema-levels.js';
export * from './schema-decisions.js';
export * from './schema-reports.js';
export * from './schema-search.js';
export * from './schema-work.js';
export { GroupPage, GroupSummary, IncidentSummary, PictureIncident, PictureWarning, PlacePage };
