/** A report in a line of a list. */
import { z } from 'zod';

export const ReportSummary = z.object({
  id: z.string(),
  title: z.string(),
  file: z.string().nullable(),
  published: z.string().nullable(),
  publisher: z.string().nullable(),
  url: z.string().nullable(),
  language: z.string().nullable(),
  /** When it was accepted here, ISO 8601 with time, UTC. */
  received: z.string(),
  words: z.int(),
  origin: z.string(),
  /** Other reports of the same origin (near-copies). */
  copies: z.int(),
  statements: z.object({
    incidents: z.int(),
    attributions: z.int(),
    warnings: z.int(),
    threats: z.int(),
    responses: z.int(),
    relations: z.int(),
  }),
});
export type ReportSummary = z.infer<typeof ReportSummary>;

/** A report on which the reader failed. It is kept as received. */
export const UnreadReport = z.object({
  id: z.string(),
  file: z.string().nullable(),
  title: z.string().nullable(),
  published: z.string().nullable(),
  publisher: z.string().nullable(),
  received: z.string(),
  /** What the reader failed with, which reader it was, and when it last did. */
  failure: z.string(),
  reader: z.string(),
  failed: z.string(),
});
export type UnreadReport = z.infer<typeof UnreadReport>;
export const UnreadReports = z.object({ items: z.array(UnreadReport), total: z.int() });
export type UnreadReports = z.infer<typeof UnreadReports>;
export const UnreadPage = z.object({ unread: UnreadReport, text: z.string() });
export type UnreadPage = z.infer<typeof UnreadPage>;
