import { createHash } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Kysely } from 'kysely';
import { eachDecision } from '../decisions/decisions.js';
import { StoreError } from '../error.js';
import { batches } from '../reports/batches.js';
import { lostSides } from '../rereading/lost.js';
import type { Database } from '../schema.js';
import type { Store } from '../store.js';
import { eachDutyRow } from './duty.js';
import { type BackupReport, FORMAT, type Footer } from './format.js';

/** How much a backup holds. */
export interface BackedUp {
  reports: number;
  decisions: number;
  /** Rows of people, cases, warnings, deliveries and the record of them. */
  duty: number;
}

/**
 * Writes every report and decision to a new file that only this user can read. The file appears under its name when
 * all of it is on the disk. The desk may go on working meanwhile: the backup has what was there when it began, and
 * perhaps some of what came since.
 * @throws StoreError where the file exists already or cannot be written.
 */
export async function backup(store: Store, file: string): Promise<BackedUp> {
  if (existsSync(file)) throw new StoreError(`${file} exists already and is left as it is. Name another file.`);
  const unfinished = `${file}.${process.pid}.part`;
  const counts = { reports: 0, decisions: 0, duty: 0 };
  try {
    const target = createWriteStream(unfinished, { flags: 'wx', mode: 0o600, flush: true });
    await pipeline(Readable.from(lines(store.db, counts)), createGzip(), target);
    await rename(unfinished, file);
    await sync(dirname(file));
  } catch (error) {
    throw explain(error, file);
  } finally {
    await rm(unfinished, { force: true });
  }
  return counts;
}

async function* lines(db: Kysely<Database>, counts: BackedUp): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const line = (value: object) => {
    const text = `${JSON.stringify(value)}\n`;
    hash.update(text);
    return text;
  };
  yield line({ format: FORMAT, made: new Date().toISOString() });
  // Nothing is ever removed, so every report that a decision made until now speaks of is among the reports to come.
  const { until } = await db
    .selectFrom('decision')
    .select((is) => is.fn.max('seq').as('until'))
    .executeTakeFirstOrThrow();
  for await (const report of eachReport(db)) {
    counts.reports += 1;
    yield line({ report });
  }
  const lost = await lostSides(db);
  for await (const decision of eachDecision(db, until ?? 0)) {
    counts.decisions += 1;
    const sides = lost.get(decision.id);
    yield line({ decision: sides ? { ...decision, lost: sides } : decision });
  }
  // What refers to each other must be of one moment.
  const trx = await db.startTransaction().setIsolationLevel('repeatable read').execute();
  try {
    for await (const duty of eachDutyRow(trx)) {
      counts.duty += 1;
      yield line({ duty });
    }
  } finally {
    await trx.rollback().execute();
  }
  const end: Footer = { ...counts, sha256: hash.digest('hex') };
  yield `${JSON.stringify({ end })}\n`;
}

async function* eachReport(db: Kysely<Database>): AsyncGenerator<BackupReport> {
  for await (const [after, last] of batches(db)) {
    const rows = await db
      .selectFrom('report')
      .innerJoin('reading', 'reading.report', 'report.id')
      .select(['id', 'received_at', 'media_type', 'file', 'title', 'published', 'publisher', 'url', 'language'])
      .select(['text', 'bytes', 'words', 'reader', 'statements'])
      .where('seq', '>', after)
      .where('seq', '<=', last)
      .orderBy('seq')
      .execute();
    for (const { received_at, media_type, bytes, ...row } of rows) {
      yield {
        ...row,
        received: received_at.toISOString(),
        mediaType: media_type,
        bytes: bytes === null || bytes.equals(Buffer.from(row.text)) ? null : bytes.toString('base64'),
      };
    }
  }
}

/** Makes a new name in a folder durable. */
async function sync(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const REFUSALS: Record<string, string> = {
  ENOENT: 'its folder does not exist',
  EACCES: 'you have no permission there',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
};

function explain(error: unknown, file: string): unknown {
  const refusal = REFUSALS[(error as NodeJS.ErrnoException).code ?? ''];
  return refusal ? new StoreError(`${file} cannot be written: ${refusal}.`, { cause: error }) : error;
}
