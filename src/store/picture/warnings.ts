import type { PictureWarning } from '../../picture/schema.js';
import type { Store } from '../store.js';
import { standsFor } from './incidents.js';

/** Warnings, the newest first, and how many there are in all. */
export async function listWarnings(
  { db }: Store,
  { limit, offset }: { limit: number; offset: number } = { limit: 100, offset: 0 },
): Promise<{ items: PictureWarning[]; total: number }> {
  const { total } = await db
    .selectFrom('picture_warning')
    .select((is) => is.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await db
    .selectFrom('picture_warning')
    .select('data')
    .orderBy('sort_day', 'desc')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute();
  return { items: rows.map(({ data }) => data), total };
}

/** One warning; an id that another warning has taken in leads to that one. */
export async function getWarning({ db }: Store, id: string): Promise<PictureWarning | undefined> {
  const cluster = await standsFor(db, id, 'warning');
  if (cluster === undefined) return undefined;
  const row = await db.selectFrom('picture_warning').where('id', '=', cluster).select('data').executeTakeFirst();
  return row?.data;
}
