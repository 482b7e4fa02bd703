import { type Kysely, sql, type Transaction } from 'kysely';
import type { ReceivedReport } from '../../intake/receive.js';
import type { Reading } from '../../reading/schema.js';
import { insertRows, rowsOf } from '../bulk.js';
import { StoreError } from '../error.js';
import { applyReadings } from '../picture/update.js';
import type { Database, NewReportRow, ReportRow } from '../schema.js';
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

/** Brings the picture up to date with reports that have just been stored, in the same transaction. */
export type PictureUpdate = (
  trx: Transaction<Database>,
  accepted: readonly { seq: number; reading: Reading }[],
) => Promise<void>;

/** A report and what was read in it. */
export interface ReadReport {
  report: ReceivedReport;
  reading: Reading;
}

/**
 * Stores a report, its reading and what they change in the picture, all or nothing. When this resolves, all of it
 * is on the disk.
 * @throws StoreError where the text cannot be stored exactly as it was read.
 */
export async function addReport(
  store: Store,
  report: ReceivedReport,
  reading: Reading,
  updatePicture: PictureUpdate = applyReadings,
): Promise<Added> {
  const [added] = await addReports(store, [{ report, reading }], updatePicture);
  if (!added) throw new Error(`${report.id} was added and has no answer`);
  return added;
}

/**
 * Stores several reports in one transaction, all or nothing: far less work than one by one. When this resolves, all
 * of them are on the disk.
 * @returns one answer for each, in their order
 * @throws StoreError where a text cannot be stored exactly as it was read; `storageProblem` tells beforehand.
 */
export async function addReports(
  store: Store,
  reports: readonly ReadReport[],
  updatePicture: PictureUpdate = applyReadings,
): Promise<Added[]> {
  if (reports.length === 0) return [];
  for (const { report } of reports) assertStorable(report);
  // Of the same bytes twice the first counts.
  const once = [...new Map(reports.toReversed().map((one) => [one.report.id, one])).values()].reverse();
  return asWriter(store.db, async (trx) => {
    const { rows } = await sql<{ id: string; seq: number }>`
      insert into report (${sql.join(Object.keys(REPORT).map((name) => sql.ref(name)))})
      ${rowsOf(
        REPORT,
        once.map(({ report }) => reportRow(report)),
      )}
      on conflict (id) do nothing returning id, seq`.execute(trx);
    const seqs = new Map(rows.map(({ id, seq }) => [id, seq]));
    const fresh = once
      .flatMap(({ reading }) => {
        const seq = seqs.get(reading.report.id);
        return seq === undefined ? [] : [{ seq, reading }];
      })
      .sort((a, b) => a.seq - b.seq);
    await insertRows(
      trx,
      'reading',
      READING,
      fresh.map(({ reading: { report, ...statements } }) => readingRow(report.id, statements, READER)),
    );
    if (fresh.length > 0) await updatePicture(trx, fresh);
    const kept = await keptOf(
      trx,
      reports.map(({ report }) => report.id).filter((id, at, all) => !seqs.has(id) || all.indexOf(id) < at),
    );
    return reports.map(({ report }): Added => {
      const seq = seqs.get(report.id);
      // The same bytes a second time are no new report.
      seqs.delete(report.id);
      const before = kept.get(report.id);
      if (seq === undefined && before) return known(report, before);
      return { id: report.id, seq: seq ?? 0, new: true, differs: [] };
    });
  });
}

/** How the columns of a report are written. */
const REPORT = {
  ...{ id: 'text', bytes: 'bytea', media_type: 'text', file: 'text', title: 'text', published: 'date' },
  ...{ publisher: 'text', url: 'text', language: 'text', text: 'text', words: 'integer', received_at: 'timestamptz' },
} as const;
const READING = {
  ...{ report: 'text', reader: 'text', statements: 'bytea', incidents: 'integer', attributions: 'integer' },
  ...{ warnings: 'integer', threats: 'integer', responses: 'integer', relations: 'integer' },
} as const;

/** What `addReports` would give for the reports that are here already, so that they need not be read again. */
export async function knownReports<R extends ReceivedReport>(
  { db }: Store,
  reports: readonly R[],
): Promise<Map<R, Added>> {
  const kept = await keptOf(
    db,
    reports.map(({ id }) => id),
  );
  return new Map(
    reports.flatMap((report) => {
      const row = kept.get(report.id);
      return row ? [[report, known(report, row)] as const] : [];
    }),
  );
}

type Kept = Pick<ReportRow, 'id' | 'seq' | (typeof META)[number]>;

async function keptOf(db: Kysely<Database>, ids: readonly string[]): Promise<Map<string, Kept>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('report')
    .select(['id', 'seq', ...META])
    .where('id', '=', sql<string>`any(${ids}::text[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

function known(report: ReceivedReport, kept: Kept): Added {
  const differs = META.flatMap((name) => {
    const given = report[name];
    return given === null || given === kept[name] ? [] : [{ name, kept: kept[name], given }];
  });
  return { id: report.id, seq: kept.seq, new: false, differs };
}

function reportRow({ bytes, mediaType, ...report }: ReceivedReport): NewReportRow {
  return {
    ...report,
    bytes: Buffer.from(report.text).equals(bytes)
      ? null
      : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    media_type: mediaType,
    words: report.text.match(/\S+/g)?.length ?? 0,
    received_at: new Date(),
  };
}

/** Why a text cannot be stored as it is; null where it can. */
export function storageProblem({ text }: ReceivedReport): string | null {
  // PostgreSQL's text has no U+0000 and no lone surrogates; changed silently, every offset could be off.
  if (!/[\0\p{Surrogate}]/u.test(text)) return null;
  return 'the text holds characters that cannot be stored (U+0000 or lone surrogates).';
}

function assertStorable(report: ReceivedReport): void {
  const problem = storageProblem(report);
  if (problem !== null) throw new StoreError(`${report.file ?? report.id}: ${problem}`);
}
