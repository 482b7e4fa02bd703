import type { PictureWarning } from '../../picture/schema.js';
import type { Store } from '../store.js';
import { loadClusters } from './clusters.js';
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
    .select('id')
    .orderBy('sort_day', 'desc')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute();
  return {
    items: await loadWarnings(
      db,
      rows.map(({ id }) => id),
    ),
    total,
  };
}

/** One warning; an id that another warning has taken in leads to that one. */
export async function getWarning({ db }: Store, id: string): Promise<PictureWarning | undefined> {
  const cluster = await standsFor(db, id, 'warning');
  if (cluster === undefined) return undefined;
  return (await loadWarnings(db, [cluster]))[0];
}

/** The warnings of these ids, in their order. */
export async function loadWarnings(db: Store['db'], ids: readonly string[]): Promise<PictureWarning[]> {
  const found = new Map((await loadClusters(db, ids)).map((cluster) => [cluster.id, cluster]));
  return ids.flatMap((id) => {
    const cluster = found.get(id);
    return cluster && 'recipients' in cluster ? [cluster] : [];
  });
}
