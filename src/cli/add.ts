import { accept } from '../desk/accept.js';
import type { Accepted, FileResults } from '../desk/schema.js';
import { IntakeError } from '../intake/error.js';
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

/** Adds the reports among `paths`, naming each that fails on standard error. Ctrl-C ends after the report in hand. */
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
  try {
    for (const file of files) {
      if (stopped) break;
      try {
        const accepted = await handIn(access, await readReportFile(file, flags));
        added[accepted.new ? 'new' : 'here'] += 1;
      } catch (error) {
        if (!(error instanceof IntakeError || error instanceof Refused)) throw error;
        fail(error.message);
      }
      bar.step(file);
    }
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

async function handIn(access: Access, report: ReceivedReport): Promise<Accepted> {
  if (access.store) return accept(access.store, report);
  const name = report.file ?? 'report.txt';
  const { published, publisher, title, url } = report;
  const form = new FormData();
  form.append('files', new Blob([new Uint8Array(report.bytes)], { type: report.mediaType }), name);
  form.append('files', new Blob([JSON.stringify({ published, publisher, title, url })]), metaFileOf(name));
  const response = await access.ask('/api/reports', { method: 'POST', body: form });
  const { items } = (await response.json()) as FileResults;
  const [result] = items;
  if (!result?.accepted) throw new Refused(422, result?.error ?? `${name}: the desk gave no answer for it.`);
  return result.accepted;
}
