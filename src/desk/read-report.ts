import { loadCatalogue } from '../catalogue/catalogue.js';
import { IntakeError } from '../intake/error.js';
import type { ReceivedReport } from '../intake/receive.js';
import { read } from '../reading/read.js';
import type { Reading } from '../reading/schema.js';

/**
 * Reads a report as it was taken in.
 * @throws IntakeError where the reader fails on this text, which is a fault of the program: it must cost this one
 * report and not those that come with it.
 */
export function readReport({ bytes: _bytes, mediaType: _mediaType, ...report }: ReceivedReport): Reading {
  // What is missing from the installation is missing for every report: it is said as it is.
  loadCatalogue();
  try {
    return read(report);
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    throw new IntakeError(report.file, `the reader failed on it (${what}); please report this with the text.`, {
      cause: error,
    });
  }
}
