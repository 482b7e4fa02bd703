/**
 * The backup file, `tocsin.backup/1`: gzipped JSON Lines in UTF-8, independent of any database.
 *
 *     {"format":"tocsin.backup/1","made":"2026-11-24T06:00:00.000Z"}
 *     {"report":{…}}        one a report, in order of acceptance
 *     {"decision":{…}}      one a decision, in the order in which they were made
 *     {"duty":{…}}          a row of people, cases, warnings, deliveries or the record of them, table by table
 *     {"end":{"reports":12,"decisions":3,"sha256":"…"}}
 *
 * `sha256` is that of all lines before the last, each with its line feed: a file that was cut off or changed has no
 * last line or another sum. Besides, every report's id is the SHA-256 of its own bytes. What the reader read is
 * there as well, because decisions name statements by their number in it. The picture is not: it is made anew.
 */
import { z } from 'zod';
import { DECISION_KINDS } from '../../picture/decision.js';
import type { ToldStatement } from '../../picture/rereading/told.js';
import { Reading } from '../../reading/schema.js';
import { DUTY_TABLES } from './duty.js';

export const FORMAT = 'tocsin.backup/1';

export const Header = z.object({ format: z.string(), made: z.iso.datetime() });

export const BackupReport = z.object({
  id: z.string(),
  received: z.iso.datetime(),
  mediaType: z.string(),
  file: z.string().nullable(),
  title: z.string().nullable(),
  published: z.iso.date().nullable(),
  publisher: z.string().nullable(),
  url: z.string().nullable(),
  language: z.string().nullable(),
  /** As extracted when the report was read. */
  text: z.string(),
  /** As received, in base64; null where they are just `text` in UTF-8. */
  bytes: z.base64().nullable(),
  words: z.int().nonnegative(),
  /** Version of the program that extracted the text and read it. */
  reader: z.string(),
  statements: Reading.omit({ report: true }),
});
export type BackupReport = z.infer<typeof BackupReport>;

export const BackupDecision = z.object({
  id: z.string(),
  kind: z.enum(DECISION_KINDS),
  a: z.string(),
  b: z.string().nullable(),
  slot: z.string().nullable().optional(),
  value: z.unknown(),
  why: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
  undone: z.object({ by: z.string(), at: z.iso.datetime() }).nullable(),
  /** Of a decision about a statement that is not read any more: what that was, and the reader that made it. */
  lost: z
    .array(
      z.object({
        side: z.enum(['a', 'b']),
        reader: z.string(),
        told: z.custom<ToldStatement>((told) => typeof told === 'object' && told !== null),
        at: z.iso.datetime(),
      }),
    )
    .optional(),
});
export type BackupDecision = z.infer<typeof BackupDecision>;

/** A row of one of `DUTY_TABLES`. */
export const BackupDuty = z.object({ table: z.enum(DUTY_TABLES), row: z.record(z.string(), z.unknown()) });
export type BackupDuty = z.infer<typeof BackupDuty>;

export const Footer = z.object({ reports: z.int(), decisions: z.int(), duty: z.int().default(0), sha256: z.string() });
export type Footer = z.infer<typeof Footer>;

/** Any line after the first. */
export const Line = z.union([
  z.object({ report: BackupReport }),
  z.object({ decision: BackupDecision }),
  z.object({ duty: BackupDuty }),
  z.object({ end: Footer }),
]);
export type Line = z.infer<typeof Line>;
