/** Reports on which the reader failed: kept as received, to be read again. */
import { sql } from 'kysely';
import type { ReceivedReport } from '../../intake/receive.js';
import type { Store } from '../store.js';
import { READER } from './reading-row.js';

export interface Unread {
  id: string;
  file: string | null;
  title: string | null;
  published: string | null;
  publisher: string | null;
  /** When it was first handed in, ISO 8601, UTC. */
  received: string;
  /** What the reader failed with, which reader it was, and when it last failed. */
  failure: string;
  reader: string;
  failed: string;
}

/** Keeps them, or notes that the reader failed on them again. */
export async function keepUnread(
  { db }: Store,
  reports: readonly { report: ReceivedReport; failure: string }[],
): Promise<void> {
  for (const { report, failure } of reports) {
    const { bytes, mediaType, ...rest } = report;
    const failed = { failure, reader: READER, failed_at: new Date() };
    await db
      .insertInto('report_unread')
      .values({ ...rest, bytes: Buffer.from(bytes), media_type: mediaType, received_at: new Date(), ...failed })
      .onConflict((is) => is.column('id').doUpdateSet(failed))
      .execute();
  }
}

/** Those of the reports that have been read and stored are no longer among them. */
export async function dropUnread({ db }: Store, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db.deleteFrom('report_unread').where('id', '=', sql<string>`any(${ids}::text[])`).execute();
}

const COLUMNS = [
  'id',
  'file',
  'title',
  'published',
  'publisher',
  'received_at',
  'failure',
  'reader',
  'failed_at',
] as const;

/** The newest of them, and how many there are. */
export async function listUnread({ db }: Store): Promise<{ items: Unread[]; total: number }> {
  const { total } = await db
    .selectFrom('report_unread')
    .select((is) => is.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await db
    .selectFrom('report_unread')
    .select(COLUMNS)
    .orderBy('received_at', 'desc')
    .orderBy('id')
    .limit(100)
    .execute();
  const items = rows.map(({ received_at, failed_at, ...row }) => ({
    ...row,
    received: received_at.toISOString(),
    failed: failed_at.toISOString(),
  }));
  return { items, total };
}

/** One of them as it was received, with what the reader failed with; undefined where there is none of this id. */
export async function getUnread(
  { db }: Store,
  id: string,
): Promise<{ report: ReceivedReport; unread: Unread } | undefined> {
  const row = await db.selectFrom('report_unread').where('id', '=', id).selectAll().executeTakeFirst();
  if (!row) return undefined;
  const { bytes, media_type: mediaType, received_at, failure, reader, failed_at, ...report } = row;
  const { file, title, published, publisher } = report;
  const about = { id, file, title, published, publisher, failure, reader };
  return {
    report: { ...report, bytes, mediaType: mediaType as ReceivedReport['mediaType'] },
    unread: { ...about, received: received_at.toISOString(), failed: failed_at.toISOString() },
  };
}
