import type { Insertable } from 'kysely';
import { READER_VERSION } from '../../reading/read.js';
import type { Reading, Report } from '../../reading/schema.js';
import { pack } from '../packed.js';
import type { ReadingTable, ReportRow, Statements } from '../schema.js';

/** Which reader makes readings now: a whole number. Readings of before it was kept have a version of the program there. */
export const READER = READER_VERSION;

const KINDS = ['incidents', 'attributions', 'warnings', 'threats', 'responses', 'relations'] as const;

export function readingRow(report: string, statements: Statements, reader: string): Insertable<ReadingTable> {
  const counts = Object.fromEntries(KINDS.map((kind) => [kind, statements[kind].length]));
  return {
    report,
    reader,
    statements: pack(JSON.stringify(statements)),
    ...(counts as Record<(typeof KINDS)[number], number>),
  };
}

/** Columns of `report` that are the report of a reading. */
export const REPORT_COLUMNS = [
  'id',
  'file',
  'title',
  'published',
  'publisher',
  'url',
  'language',
  'text',
] as const satisfies (keyof Report)[];

/** The reading as the reader gave it, key for key, from its two rows. */
export function readingOf(
  row: Pick<ReportRow, (typeof REPORT_COLUMNS)[number]>,
  { schema, ...statements }: Statements,
): Reading {
  const report = Object.fromEntries(REPORT_COLUMNS.map((column) => [column, row[column]])) as Report;
  return { schema, report, ...statements };
}
