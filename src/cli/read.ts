import { explainReport, readReport } from '../desk/read-report.js';
import { IntakeError } from '../intake/error.js';
import { findReportFiles } from '../intake/files.js';
import { fromBytes, MAX_BYTES, readReportFile } from '../intake/receive.js';
import type { ReportMeta } from '../reading/schema.js';
import { Usage } from './failure.js';
import { printExplanation } from './print-explanation.js';
import { printReading } from './print-reading.js';
import { note, plain, print, safeJson, screen } from './terminal.js';

export interface ReadOptions extends ReportMeta {
  json?: boolean;
  /** Say why: which rule made each statement and slot, and what was rejected. */
  explain?: boolean;
}

/** `tocsin read`: prints what each report says. A file that cannot be read is named; the others are read all the same. */
export async function read(paths: string[], { json = false, explain = false, ...flags }: ReadOptions): Promise<void> {
  const piped = paths.length === 0 || (paths.length === 1 && paths[0] === '-');
  if (paths.length === 0 && process.stdin.isTTY) throw new Usage('Name a file, or pipe a text in.');
  const found = piped ? { files: ['-'], errors: [] } : await findReportFiles(paths);
  for (const error of found.errors) complain(error);
  for (const file of found.files) {
    try {
      const received =
        file === '-' ? fromBytes(await standardInput(), { meta: flags }) : await readReportFile(file, flags);
      if (explain) {
        const explained = await explainReport(received);
        if (json) print(safeJson({ ...explained.reading, explanation: explained.explanation }));
        else print(`${printExplanation(explained.reading, explained.explanation, screen)}\n`);
        continue;
      }
      const reading = await readReport(received);
      if (json) print(safeJson(reading));
      else print(`${printReading(reading, screen)}\n`);
    } catch (error) {
      if (!(error instanceof IntakeError)) throw error;
      complain(error);
    }
  }
}

function complain(error: IntakeError): void {
  note(`tocsin: ${plain(error.message)}`);
  process.exitCode = 1;
}

/** All of standard input, but no more than one byte over what a report may have. */
async function standardInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > MAX_BYTES) break;
  }
  return Buffer.concat(chunks);
}
