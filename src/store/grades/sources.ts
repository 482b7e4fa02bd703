import { type Kysely, sql } from 'kysely';
import type { Reliability, Signed } from '../../picture/decision.js';
import type { Database } from '../schema.js';
import type { Store } from '../store.js';
import { reliabilitiesOf } from './grades.js';

/** A publisher: what it is graded, and what that can rest on. */
export interface SourceSummary {
  publisher: string;
  reports: number;
  reliability: { grade: Reliability; set: Signed | null };
  record: { accepted: number; rejected: number; corrected: number };
}

/**
 * Publishers by name.
 * @param after the name of the last of the part before
 */
export async function listSources(
  { db }: Store,
  { limit, after }: { limit: number; after?: string | undefined },
): Promise<{ items: SourceSummary[]; next: string | null }> {
  const rows = await db
    .selectFrom('picture_source')
    .selectAll()
    .$if(after !== undefined, (query) => query.where('publisher', '>', sql<string>`${after} collate "C"`))
    .orderBy('publisher')
    .limit(limit + 1)
    .execute();
  const items = await withGrades(db, rows.slice(0, limit));
  return { items, next: rows.length > limit ? (items.at(-1)?.publisher ?? null) : null };
}

/** One publisher; undefined where no report is by it. */
export async function getSource({ db }: Store, publisher: string): Promise<SourceSummary | undefined> {
  const row = await db.selectFrom('picture_source').where('publisher', '=', publisher).selectAll().executeTakeFirst();
  return row && (await withGrades(db, [row]))[0];
}

interface Row {
  publisher: string;
  reports: number;
  accepted: number;
  rejected: number;
  corrected: number;
}

async function withGrades(db: Kysely<Database>, rows: readonly Row[]): Promise<SourceSummary[]> {
  const grades = await reliabilitiesOf(
    db,
    rows.map(({ publisher }) => publisher),
  );
  return rows.map(({ publisher, reports, ...record }) => {
    const reliability = grades.get(publisher) ?? { grade: 'F', set: null };
    return { publisher, reports, reliability, record };
  });
}
