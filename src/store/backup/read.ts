import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { z } from 'zod';
import { StoreError } from '../error.js';
import { type BackupDecision, type BackupDuty, type BackupReport, FORMAT, Header, Line } from './format.js';
import { linesOf } from './lines.js';

/**
 * The reports and decisions of a backup file, as they are read from the disk. Only when this has come to its end is
 * it certain that the file is whole.
 * @throws StoreError where the file is missing, not a backup, damaged, cut off, or of a newer format
 */
export async function* readBackup(
  file: string,
): AsyncGenerator<{ report: BackupReport } | { decision: BackupDecision } | { duty: BackupDuty }> {
  const damaged = (what: string, cause?: unknown) =>
    new StoreError(`${file} is not a whole backup (${what}). Nothing was restored; use another copy.`, { cause });
  const check = <T>(schema: z.ZodType<T>, line: string, number: number): T => {
    const value = json(line);
    const parsed = schema.safeParse(value);
    if (!parsed.success) throw damaged(`line ${number} is not what it should be`, parsed.error);
    // The value as it stands, not zod's copy of it: a reading comes back with its keys in their order.
    return value as T;
  };
  const hash = createHash('sha256');
  const found = { reports: 0, decisions: 0, duty: 0 };
  let number = 0;
  let whole = false;
  try {
    const unzipped = createGunzip();
    // Its errors come to the reader of `unzipped`.
    pipeline(createReadStream(file), unzipped, () => {});
    for await (const line of linesOf(unzipped)) {
      number += 1;
      if (whole) throw damaged('something follows its end');
      if (number === 1) {
        const { format } = check(Header, line, number);
        if (format !== FORMAT) {
          throw new StoreError(`${file} has the format ${format}; this Tocsin knows ${FORMAT}. Use a newer one.`);
        }
      } else {
        const entry = check(Line, line, number);
        if ('end' in entry) {
          const { sha256, ...counts } = entry.end;
          whole = sha256 === hash.digest('hex');
          if (
            !whole ||
            counts.reports !== found.reports ||
            counts.decisions !== found.decisions ||
            (counts.duty ?? 0) !== found.duty
          ) {
            throw damaged('its check sum is wrong');
          }
          continue;
        }
        if ('report' in entry) found.reports += 1;
        else if ('decision' in entry) found.decisions += 1;
        else found.duty += 1;
        yield entry;
      }
      hash.update(`${line}\n`);
    }
  } catch (error) {
    throw error instanceof StoreError ? error : explain(error, file, damaged);
  }
  if (!whole) throw damaged('it is cut off');
}

/** Parsed JSON; undefined where it is none, which no schema takes. */
function json(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function explain(error: unknown, file: string, damaged: (what: string, cause: unknown) => StoreError): unknown {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code.startsWith('Z_')) return damaged((error as Error).message, error);
  const refusal = { ENOENT: 'there is no such file', EACCES: 'you may not read it', EISDIR: 'it is a folder' }[code];
  return refusal ? new StoreError(`${file} cannot be restored: ${refusal}.`, { cause: error }) : error;
}
