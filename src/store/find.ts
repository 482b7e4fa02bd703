import { findReports } from './reports/get.js';
import type { Store } from './store.js';

export interface Found {
  kind: 'report' | 'incident' | 'warning' | 'group';
  id: string;
}

/**
 * What has this id, or else an id that begins so, for people who type one; a report's may be given without `sha256:`.
 * At most two of a kind: two are already too many to tell which is meant.
 */
export async function findByBeginning(store: Store, beginning: string): Promise<Found[]> {
  const reports = (await findReports(store, beginning)).map((id): Found => ({ kind: 'report', id }));
  const incidents = await withPrefix(store, 'picture_incident', beginning);
  const warnings = await withPrefix(store, 'picture_warning', beginning);
  const groups = await withPrefix(store, 'picture_entity', beginning);
  const found: Found[] = [
    ...reports,
    ...incidents.map((id): Found => ({ kind: 'incident', id })),
    ...warnings.map((id): Found => ({ kind: 'warning', id })),
    ...groups.map((id): Found => ({ kind: 'group', id })),
  ];
  const exact = found.filter(({ id }) => id === beginning);
  return exact.length ? exact : found;
}

async function withPrefix(
  store: Store,
  table: 'picture_incident' | 'picture_warning' | 'picture_entity',
  beginning: string,
) {
  const rows = await store.db
    .selectFrom(table)
    .select('id')
    .where('id', 'like', `${beginning.replace(/[\\%_]/g, '\\$&')}%`)
    .$if(table === 'picture_entity', (query) => query.where('kind', '=', 'group'))
    .orderBy('id')
    .limit(2)
    .execute();
  return rows.map(({ id }) => id);
}
