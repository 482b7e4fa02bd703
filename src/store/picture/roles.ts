import { sql } from 'kysely';
import type { IncidentSummary, PictureWarning } from '../../picture/schema.js';
import type { Store } from '../store.js';
import { type SetRoles, setRoles } from './set-roles.js';
import { loadWarnings } from './warnings.js';

/** Most incidents and warnings that the page of one group or place shows; lists filtered by it have all incidents. */
const MOST = { incidents: 300, warnings: 100 };

/** The incidents in whose statements an entity or a place stands, or in which a person set it; the newest first. */
export async function incidentsWith({ db }: Store, entity: string): Promise<IncidentSummary[]> {
  const rows = await db
    .selectFrom('picture_incident')
    .where('id', 'in', clustersWith(db, entity, 'incident', await setRoles(db, entity, 'incident')))
    .select('summary')
    .orderBy('sort_day', 'desc')
    .orderBy('id')
    .limit(MOST.incidents)
    .execute();
  return rows.map(({ summary }) => summary);
}

/** The warnings in whose statements an entity or a place stands, or in which a person set it; the newest first. */
export async function warningsWith({ db }: Store, entity: string): Promise<PictureWarning[]> {
  const rows = await db
    .selectFrom('picture_warning')
    .where('id', 'in', clustersWith(db, entity, 'warning', await setRoles(db, entity, 'warning')))
    .select('id')
    .orderBy('sort_day', 'desc')
    .orderBy('id')
    .limit(MOST.warnings)
    .execute();
  return loadWarnings(
    db,
    rows.map(({ id }) => id),
  );
}

function clustersWith(db: Store['db'], entity: string, kind: 'incident' | 'warning', { within, instead }: SetRoles) {
  return db
    .selectFrom('picture_role as role')
    .innerJoin('picture_member as member', 'member.mention', 'role.number')
    .where('role.entity', '=', entity)
    .where('role.kind', '=', kind)
    .where(
      sql<boolean>`not exists (
        select from unnest(${instead.map(({ cluster }) => cluster)}::text[], ${instead.map(({ role }) => role)}::text[])
          as set_by_hand (cluster, role)
        where set_by_hand.cluster = member.cluster and set_by_hand.role = role.role)`,
    )
    .select('member.cluster')
    .union(db.selectNoFrom(sql<string>`unnest(${within}::text[])`.as('cluster')));
}
