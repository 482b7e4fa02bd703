import { read } from '../reading/read.js';
import type { Reading, Report } from '../reading/schema.js';

/** What was read in a report, or why the reader failed on it. */
export type ReadAnswer = { reading: Reading } | { failed: string };

export function attempt(report: Report): ReadAnswer {
  try {
    return { reading: read(report) };
  } catch (error) {
    return failedBy(error);
  }
}

export const failedBy = (error: unknown): { failed: string } => ({
  failed: error instanceof Error ? error.message : String(error),
});
