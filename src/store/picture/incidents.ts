import { type Kysely, sql, type Transaction } from 'kysely';
import type { IncidentSummary, PictureIncident } from '../../picture/schema.js';
import type { IncidentType, Status } from '../../reading/vocabulary.js';
import type { Database } from '../schema.js';
import type { Store } from '../store.js';
import { loadClusters } from './clusters.js';

/** Which incidents: those whose day or days touch `from`–`to` (both included), by their held values. */
export interface IncidentQuery {
  from?: string | undefined;
  to?: string | undefined;
  /** ISO 3166-1 alpha-2. */
  country?: string | undefined;
  /** Id of a group that is named for it, whatever the stance. */
  group?: string | undefined;
  type?: IncidentType | undefined;
  status?: Status | undefined;
  /** Words of the title, in any case. */
  q?: string | undefined;
  limit: number;
  offset: number;
}

/** Incidents, the newest first, and how many there are in all. */
export async function listIncidents(
  { db }: Store,
  { from, to, country, group, type, status, q, limit, offset }: IncidentQuery,
): Promise<{ items: IncidentSummary[]; total: number }> {
  const matching = db
    .selectFrom('picture_incident')
    .$if(from !== undefined, (query) => query.where('sort_day', '>=', from ?? ''))
    .$if(to !== undefined, (query) => query.where(sql<boolean>`coalesce(from_day, sort_day) <= ${to}::date`))
    .$if(country !== undefined, (query) => query.where('country', '=', country ?? ''))
    .$if(group !== undefined, (query) => query.where(sql<boolean>`groups @> array[${group}]::text[]`))
    .$if(type !== undefined, (query) => query.where('type', '=', type ?? 'unknown'))
    .$if(status !== undefined, (query) => query.where('status', '=', status ?? 'alleged'))
    .$if(Boolean(q), (query) => query.where('title', 'ilike', `%${(q ?? '').replace(/[\\%_]/g, '\\$&')}%`));
  const { total } = await matching.select((is) => is.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await matching
    .select('summary')
    .orderBy('sort_day', 'desc')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute();
  return { items: rows.map(({ summary }) => summary), total };
}

/** One incident with all that every report says of it. An id that another incident has taken in leads to that one. */
export async function getIncident({ db }: Store, id: string): Promise<PictureIncident | undefined> {
  return db.transaction().execute(async (trx) => {
    const cluster = await standsFor(trx, id, 'incident');
    const [found] = cluster === undefined ? [] : await loadClusters(trx, [cluster]);
    return found && 'attributions' in found ? found : undefined;
  });
}

/** The incident or warning that an id stands for now: each statement in it may have given it its id. */
export async function standsFor(
  db: Kysely<Database> | Transaction<Database>,
  id: string,
  kind: 'incident' | 'warning',
): Promise<string | undefined> {
  const row = await db
    .selectFrom('picture_mention as mention')
    .innerJoin('picture_member as member', 'member.mention', 'mention.id')
    .where('own', '=', id)
    .where('kind', '=', kind)
    .select('cluster')
    .executeTakeFirst();
  return row?.cluster;
}

/** For each statement of a report the incident or warning that it counts to; the rejected are not among them. */
export async function joinedOf({ db }: Store, report: string): Promise<Record<string, string>> {
  const rows = await db
    .selectFrom('report')
    .innerJoin('picture_mention as mention', 'mention.report', 'report.seq')
    .innerJoin('picture_member as member', 'member.mention', 'mention.id')
    .where('report.id', '=', report)
    .select(['statement', 'cluster'])
    .orderBy('mention.id')
    .execute();
  return Object.fromEntries(rows.map(({ statement, cluster }) => [statement, cluster]));
}
