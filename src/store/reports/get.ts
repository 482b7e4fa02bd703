import type { Reading } from '../../reading/schema.js';
import type { Store } from '../store.js';
import { REPORT_COLUMNS, readingOf } from './reading-row.js';

/** The reading of a stored report; undefined where there is no such report. */
export async function getReading(store: Store, id: string): Promise<Reading | undefined> {
  const row = await store.db
    .selectFrom('report')
    .innerJoin('reading', 'reading.report', 'report.id')
    .select([...REPORT_COLUMNS, 'statements'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row && readingOf(row, row.statements);
}

export interface Original {
  bytes: Buffer;
  mediaType: string;
  file: string | null;
}

/** A report exactly as it was received; undefined where there is no such report. */
export async function getOriginal(store: Store, id: string): Promise<Original | undefined> {
  const row = await store.db
    .selectFrom('report')
    .select(['bytes', 'text', 'media_type as mediaType', 'file'])
    .where('id', '=', id)
    .executeTakeFirst();
  const found = row ?? (await unreadOriginal(store, id));
  return found && { bytes: found.bytes ?? Buffer.from(found.text), mediaType: found.mediaType, file: found.file };
}

/** One on which the reader failed. */
function unreadOriginal({ db }: Store, id: string) {
  return db
    .selectFrom('report_unread')
    .select(['bytes', 'text', 'media_type as mediaType', 'file'])
    .where('id', '=', id)
    .executeTakeFirst();
}

/**
 * The ids of the reports whose id begins so, with or without `sha256:`, for people who type one; at most two, since
 * two are already too many to tell which is meant.
 */
export async function findReports(store: Store, beginning: string): Promise<string[]> {
  const digits = beginning.replace(/^sha256:/, '').toLowerCase();
  if (!/^[0-9a-f]{4,64}$/.test(digits)) return [];
  const rows = await store.db
    .selectFrom('report')
    .select('id')
    .where('id', '>=', `sha256:${digits}`)
    .where('id', '<=', `sha256:${digits}g`)
    .orderBy('id')
    .limit(2)
    .execute();
  return rows.map(({ id }) => id);
}
