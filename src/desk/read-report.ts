import { loadCatalogue } from '../catalogue/catalogue.js';
import { IntakeError } from '../intake/error.js';
import type { ReceivedReport } from '../intake/receive.js';
import { explain } from '../reading/explain/explain.js';
import type { Reading, Report } from '../reading/schema.js';
import { attempt, failedBy, type ReadAnswer } from './attempt.js';
import { readAside } from './read-aside.js';

/**
 * Characters from which texts are read in a thread of its own: reading takes some milliseconds a kilobyte, and who
 * else asks the desk should not wait for a book. Below, handing them over would cost more than it saves.
 */
const LONG = 50_000;

/**
 * Reads a report as it was taken in.
 * @throws IntakeError where the reader fails on this text, which is a fault of the program: it must cost this one
 * report and not those that come with it.
 */
export async function readReport(received: ReceivedReport): Promise<Reading> {
  const [read] = await readReports([received]);
  if (read instanceof IntakeError || read === undefined) throw read ?? new Error('nothing was read');
  return read;
}

/** Reads reports; for each its reading, or why the reader failed on it. */
export async function readReports(received: readonly ReceivedReport[]): Promise<(Reading | IntakeError)[]> {
  const reports = received.map(({ bytes: _bytes, mediaType: _mediaType, ...report }): Report => report);
  const answers = await readTexts(reports);
  return answers.map((answer, index) =>
    'reading' in answer ? answer.reading : failure(reports[index], answer.failed),
  );
}

/** Reads texts as they are stored; for each its reading, or why the reader failed on it. */
export async function readTexts(reports: readonly Report[]): Promise<ReadAnswer[]> {
  // What is missing from the installation is missing for every report: it is said as it is.
  loadCatalogue();
  const long = reports.reduce((sum, { text }) => sum + text.length, 0) >= LONG;
  return long ? aside(reports) : reports.map(attempt);
}

/**
 * The same reading, with what made it.
 * @throws IntakeError as `readReport`
 */
export async function explainReport({
  bytes: _bytes,
  mediaType: _mediaType,
  ...report
}: ReceivedReport): Promise<ReturnType<typeof explain>> {
  loadCatalogue();
  try {
    return explain(report);
  } catch (error) {
    throw failure(report, failedBy(error).failed, { cause: error });
  }
}

/** Where the thread ends on one of several, each is read by itself, so that the others are not lost with it. */
async function aside(reports: readonly Report[]): Promise<ReadAnswer[]> {
  try {
    return await readAside(reports);
  } catch (error) {
    const [one] = reports;
    if (reports.length === 1 && one) return [failedBy(error)];
    return (await Promise.all(reports.map((report) => aside([report])))).flat();
  }
}

function failure(report: Report | undefined, what: string, options?: ErrorOptions): IntakeError {
  const says = `the reader failed on it (${what}). It is kept, and can be read again; please report this with the text.`;
  return new IntakeError(report?.file ?? null, says, options);
}
