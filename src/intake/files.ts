import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { IntakeError } from './error.js';
import { unreadable } from './receive.js';

const REPORT = /\.(txt|md|html?)$/i;
/** What stands in a folder of reports without being one. */
const NO_REPORT = /^\.|\.meta\.json$|^readme\.md$/i;

export interface Found {
  /** In the order given, each folder's own sorted by name. */
  files: string[];
  errors: IntakeError[];
}

/**
 * The report files among `paths`: a file named is taken whatever its kind (but for `*.meta.json`, which speaks of
 * another), a folder gives its .txt, .md, .html and .htm, recursively, without hidden files, meta files and README.md.
 * A folder that links make reachable twice is walked once. What cannot be looked at is an error; the rest goes on.
 */
export async function findReportFiles(paths: string[]): Promise<Found> {
  const found: Found = { files: [], errors: [] };
  const walked = new Set<string>();
  for (const path of paths) {
    if (/\.meta\.json$/i.test(path)) continue;
    const before = found.files.length + found.errors.length;
    const folder = await look(path, true, found, walked);
    if (folder && found.files.length + found.errors.length === before)
      found.errors.push(new IntakeError(path, 'the folder holds no reports (.txt, .md, .html, .htm).'));
  }
  return found;
}

/** Adds the file, or the folder's reports; true where it was a folder not walked before. */
async function look(path: string, named: boolean, found: Found, walked: Set<string>): Promise<boolean> {
  try {
    if (!(await stat(path)).isDirectory()) {
      if (named || REPORT.test(path)) found.files.push(path);
      return false;
    }
    const real = await realpath(path);
    if (walked.has(real)) return false;
    walked.add(real);
    const entries = await readdir(path, { withFileTypes: true });
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      if (NO_REPORT.test(entry.name) || (entry.isFile() && !REPORT.test(entry.name))) continue;
      await look(join(path, entry.name), false, found, walked);
    }
  } catch (error) {
    found.errors.push(unreadable(path, error));
  }
  return true;
}
