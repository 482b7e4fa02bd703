/** Reports that an older reader read, one after the other, and what is read in them now, until it takes the place. */
import { type Kysely, sql } from 'kysely';
import type { Reading, Report } from '../../reading/schema.js';
import { READER, REPORT_COLUMNS } from '../reports/reading-row.js';
import type { Database } from '../schema.js';
import type { Store } from '../store.js';

/** The older readers whose readings there are: by the index, from one name to the next. */
const OLDER = sql`
  with recursive name as (
    (select reader collate "C" as reader from reading order by reader collate "C" limit 1)
    union all
    select (select reading.reader collate "C" from reading where reading.reader collate "C" > name.reader
      order by reading.reader collate "C" limit 1)
    from name where name.reader is not null)
  select reader from name
  where reader is not null and case when reader ~ '^[0-9]{1,9}$' then reader::integer else 0 end < ${Number(READER)}`;

export interface Stale {
  report: Report;
  /** Reader of the reading that it has. */
  reader: string;
}

/** The next reports to be read anew, in the order of their ids within each reader, so that none is looked at twice. */
export async function staleReports({ db }: Store, limit: number): Promise<Stale[]> {
  await sql`delete from reading_next where reader < ${READER} or reader > ${READER}`.execute(db);
  const { rows } = await sql<{ report: string; reader: string }>`
    select next.report, older.reader from (${OLDER}) as older cross join lateral (
      select report from reading where reading.reader collate "C" = older.reader and report > coalesce(
        (select max(report) from reading_next where reader_was = older.reader), '')
      order by report limit ${limit}) as next
    limit ${limit}`.execute(db);
  if (rows.length === 0) return [];
  const reports = await db
    .selectFrom('report')
    .where(
      'id',
      'in',
      rows.map(({ report }) => report),
    )
    .select(REPORT_COLUMNS)
    .execute();
  const byId = new Map(reports.map((report) => [report.id, report]));
  return rows.flatMap(({ report, reader }) => {
    const found = byId.get(report);
    return found ? [{ report: found, reader }] : [];
  });
}

/** Keeps what was read in one report, or why the reader failed on it; the earlier reading stands until `takeOver`. */
export async function stage(
  { db }: Store,
  { report, reader }: Stale,
  read: Reading | { failure: string },
): Promise<void> {
  const failure = 'failure' in read ? read.failure : null;
  const { report: _, ...statements } = 'failure' in read ? { report: null } : read;
  await db
    .insertInto('reading_next')
    .values({
      report: report.id,
      reader: READER,
      reader_was: reader,
      statements: failure === null ? JSON.stringify(statements) : null,
      failure,
    })
    .onConflict((is) => is.column('report').doNothing())
    .execute();
}

export interface Rereading {
  reader: string;
  /** Reports whose reading is of an older reader, those that wait to take its place included. */
  older: number;
  /** Of these, read anew. */
  read: number;
  /** On which the reader failed: they keep their earlier reading. At most 100 are named. */
  failures: number;
  failed: { report: string; failure: string }[];
}

/** How far the re-reading is. */
export async function rereading({ db }: Store): Promise<Rereading> {
  const { rows } = await sql<{ older: number; read: number; failures: number }>`
    select (select count(*) from reading where reading.reader collate "C" in (${OLDER})) as older,
      (select count(*) from reading_next where reader = ${READER}) as read,
      (select count(*) from reading_next where failure is not null) as failures`.execute(db);
  const failed = await db
    .selectFrom('reading_next')
    .where('failure', 'is not', null)
    .select(['report', 'failure'])
    .orderBy('report')
    .limit(100)
    .execute();
  const { older = 0, read = 0, failures = 0 } = rows[0] ?? {};
  return {
    reader: READER,
    older,
    read,
    failures,
    failed: failed.map(({ report, failure }) => ({ report, failure: failure ?? '' })),
  };
}

/** The reports on which the reader failed are to be tried again. */
export async function retryFailed(db: Kysely<Database>): Promise<void> {
  await db.deleteFrom('reading_next').where('failure', 'is not', null).execute();
}
