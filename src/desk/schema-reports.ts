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

/** An address that reports are fetched from, and how that goes. */
export const Feed = z.object({
  id: z.string(),
  url: z.string(),
  /** Who publishes it, as it stands at its reports. */
  publisher: z.string(),
  /** Minutes from one fetch to the next. */
  every: z.int(),
  /** When it was last fetched well, ISO 8601 with time, UTC; null: never yet. */
  fetched: z.string().nullable(),
  /** Items that it then had, and why some of them were not taken in. */
  items: z.int(),
  refused: z.string().nullable(),
  /** New reports that it has brought in all. */
  reports: z.int(),
  /** Since when it cannot be fetched, and why; null where the last fetch went well. */
  failing: z.object({ since: z.string(), why: z.string() }).nullable(),
});
export type Feed = z.infer<typeof Feed>;
export const FeedList = z.object({ items: z.array(Feed) });
export type FeedList = z.infer<typeof FeedList>;

export const NewFeed = z.object({
  url: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://example.org/feed.xml' })
    .max(2000)
    .refine((url) => !/^https?:\/\/[^/]*@/.test(url), 'must hold no password'),
  /** Without it the name of its server. */
  publisher: z.string().trim().min(1).max(200).optional(),
  every: z.int().min(5).max(10_080).default(30),
});
export type NewFeed = z.input<typeof NewFeed>;
