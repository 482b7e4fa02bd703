import type { Kysely, Transaction } from 'kysely';
import type { ReceivedReport } from '../../intake/receive.js';
import type { Reading } from '../../reading/schema.js';
import { StoreError } from '../error.js';
import { applyReading } from '../picture/update.js';
import type { Database, NewReportRow } from '../schema.js';
import type { Store } from '../store.js';
import { asWriter } from '../writer.js';
import { READER, readingRow } from './reading-row.js';

/** What is known of a report besides its bytes, where it may differ between two copies of one report. */
const META = ['file', 'title', 'published', 'publisher', 'url'] as const;

export interface Added {
  id: string;
  /** Order of acceptance. */
  seq: number;
  /** False where these bytes were here already; then nothing has changed. */
  new: boolean;
  /** Where the report was here already: what was said of it this time that differs from what is kept. */
  differs: { name: (typeof META)[number]; kept: string | null; given: string }[];
}

/** Brings the picture up to date with a report that has just been stored, in the same transaction. */
export type PictureUpdate = (trx: Transaction<Database>, accepted: { seq: number; reading: Reading }) => Promise<void>;

/**
 * Stores a report, its reading and what they change in the picture, all or nothing. When this resolves, all of it
 * is on the disk.
 * @throws StoreError where the text cannot be stored exactly as it was read.
 */
export async function addReport(
  store: Store,
  report: ReceivedReport,
  reading: Reading,
  updatePicture: PictureUpdate = applyReading,
): Promise<Added> {
  assertStorable(report);
  return asWriter(store.db, async (trx) => {
    const inserted = await trx
      .insertInto('report')
      .values(reportRow(report))
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('seq')
      .executeTakeFirst();
    if (!inserted) return knownIn(trx, report);
    const { report: _report, ...statements } = reading;
    await trx
      .insertInto('reading')
      .values(readingRow(report.id, statements, READER))
      .execute();
    await updatePicture(trx, { seq: inserted.seq, reading });
    return { id: report.id, seq: inserted.seq, new: true, differs: [] };
  });
}

/** What `addReport` would give for a report that is here already, so that it need not be read again; else undefined. */
export async function knownReport({ db }: Store, report: ReceivedReport): Promise<Added | undefined> {
  const here = await db.selectFrom('report').select('seq').where('id', '=', report.id).executeTakeFirst();
  return here && knownIn(db, report);
}

async function knownIn(db: Kysely<Database>, report: ReceivedReport): Promise<Added> {
  const kept = await db
    .selectFrom('report')
    .select(['seq', ...META])
    .where('id', '=', report.id)
    .executeTakeFirstOrThrow();
  const differs = META.flatMap((name) => {
    const given = report[name];
    return given === null || given === kept[name] ? [] : [{ name, kept: kept[name], given }];
  });
  return { id: report.id, seq: kept.seq, new: false, differs };
}

function reportRow({ bytes, mediaType, ...report }: ReceivedReport): NewReportRow {
  return {
    ...report,
    bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    media_type: mediaType,
    words: report.text.match(/\S+/g)?.length ?? 0,
    received_at: new Date(),
  };
}

/** PostgreSQL's text has no U+0000 and no lone surrogates; changed silently, every offset could be off. */
function assertStorable({ id, file, text }: ReceivedReport): void {
  if (/[\0\p{Surrogate}]/u.test(text)) {
    throw new StoreError(`${file ?? id}: the text holds characters that cannot be stored (U+0000 or lone surrogates).`);
  }
}
