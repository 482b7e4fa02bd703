import { acceptAll } from '../desk/accept.js';
import type { Accepted, FileResults } from '../desk/schema.js';
import { IntakeError } from '../intake/error.js';
import { readFeedFile } from '../intake/feed.js';
import { findReportFiles } from '../intake/files.js';
import { metaFileOf } from '../intake/meta.js';
import { type ReceivedReport, readReportFile } from '../intake/receive.js';
import type { ReportMeta } from '../reading/schema.js';
import { type Access, Refused, reach } from './access.js';
import { counted } from './format.js';
import { progress } from './progress.js';
import { note, oneLine, print } from './terminal.js';

export interface Added {
  new: number;
  here: number;
  failed: number;
}

/** `tocsin add`: reads and stores files and folders. What is here already stays as it is, so it can be run again at any time. */
export async function add(paths: string[], flags: ReportMeta, data: string): Promise<void> {
  const access = await reach(data, true);
  try {
    const added = await addPaths(access, paths, flags);
    print(`${counted(added.new, 'new report')}, ${added.here} already here, ${added.failed} failed.`);
    if (added.failed) process.exitCode = 1;
  } finally {
    await access.close();
  }
}

/** Adds the reports among `paths`, naming each that fails on standard error. Ctrl-C ends after those in hand. */
export async function addPaths(access: Access, paths: string[], flags: ReportMeta = {}): Promise<Added> {
  const { files, errors } = await findReportFiles(paths);
  const added: Added = { new: 0, here: 0, failed: 0 };
  const bar = progress(files.length);
  const fail = (message: string) => {
    added.failed += 1;
    bar.clear();
    note(`tocsin: ${oneLine(message)}`);
  };
  for (const error of errors) fail(error.message);
  let stopped = false;
  const stop = () => {
    stopped = true;
  };
  process.once('SIGINT', stop);
  const handOver = async (batch: readonly Batched[]) => {
    const outcomes = await handIn(
      access,
      batch.map(({ report }) => report),
    );
    for (const [index, { file }] of batch.entries()) {
      const outcome = outcomes[index];
      if (outcome === undefined || outcome instanceof Error)
        fail(outcome?.message ?? `${file}: there is no answer for it.`);
      else added[outcome.new ? 'new' : 'here'] += 1;
      bar.step(file);
    }
  };
  try {
    // One batch is read while the one before it is stored.
    let before: Promise<void> = Promise.resolve();
    for await (const batch of batches(files, flags, fail, () => stopped)) {
      const now = handOver(batch);
      now.catch(() => {});
      await before;
      before = now;
    }
    await before;
  } finally {
    process.off('SIGINT', stop);
    bar.clear();
  }
  if (stopped) {
    note('tocsin: stopped; run the same again to go on from here.');
    process.exitCode = 1;
  }
  return added;
}

interface Batched {
  file: string;
  report: ReceivedReport;
}

/** Reports are stored this many at a time, or fewer where they are long (bytes). */
const BATCH = { reports: 100, bytes: 4 * 1024 * 1024 };

/** The files as reports in batches, without those that cannot be taken in. */
async function* batches(
  files: readonly string[],
  flags: ReportMeta,
  fail: (message: string) => void,
  stopped: () => boolean,
): AsyncGenerator<Batched[]> {
  let batch: Batched[] = [];
  let bytes = 0;
  for (const file of files) {
    if (stopped()) break;
    try {
      for (const report of (await readFeedFile(file, flags)) ?? [await readReportFile(file, flags)]) {
        if (report instanceof IntakeError) {
          fail(`${file}: ${report.message}`);
          continue;
        }
        batch.push({ file, report });
        bytes += report.bytes.length;
      }
    } catch (error) {
      if (!(error instanceof IntakeError)) throw error;
      fail(error.message);
    }
    if (batch.length < BATCH.reports && bytes < BATCH.bytes) continue;
    yield batch;
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) yield batch;
}

/** Hands reports in, in one go. */
async function handIn(access: Access, reports: readonly ReceivedReport[]): Promise<(Accepted | Error)[]> {
  if (access.store) return acceptAll(access.store, reports);
  const form = new FormData();
  for (const [index, report] of reports.entries()) {
    const name = report.file ?? `report-${index}.txt`;
    const { published, publisher, title, url } = report;
    form.append('files', new Blob([new Uint8Array(report.bytes)], { type: report.mediaType }), name);
    form.append('files', new Blob([JSON.stringify({ published, publisher, title, url })]), metaFileOf(name));
  }
  try {
    const response = await access.ask('/api/reports', { method: 'POST', body: form });
    const { items } = (await response.json()) as FileResults;
    return items.map(({ file, accepted, error }) => accepted ?? new Refused(422, error ?? `${file}: was refused.`));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return reports.map(() => error);
  }
}
