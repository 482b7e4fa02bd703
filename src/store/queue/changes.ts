import { type Kysely, sql } from 'kysely';
import type { IncidentSummary, PictureWarning } from '../../picture/schema.js';
import { type Decision, decisionsSince } from '../decisions/decisions.js';
import { loadWarnings } from '../picture/warnings.js';
import type { Database } from '../schema.js';
import type { Store } from '../store.js';

type Change = 'new' | 'changed';

export interface Changes {
  /**
   * The time to ask from the next time: that of the last report or decision seen. The clock's own time could lie after
   * one that is being written just now, and which would then never be shown.
   */
  now: string;
  /** How many were received. */
  reports: number;
  incidents: { items: (IncidentSummary & { change: Change })[]; more: boolean };
  warnings: { items: (PictureWarning & { change: Change })[]; more: boolean };
  decisions: { items: Decision[]; more: boolean };
}

/** Most of a kind that are shown. */
const MOST = 100;

/**
 * What came since a time: incidents and warnings that reports received since tell of, new ones or known ones, or that
 * decisions made or undone since touch; the newest first.
 */
export async function changesSince({ db }: Store, since: Date): Promise<Changes> {
  return db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ last: number; reports: number; now: Date }>`
      select coalesce((select max(seq) from report where received_at <= ${since}), 0) as last,
        (select count(*) from report where received_at > ${since}) as reports,
        greatest(${since}, (select max(received_at) from report), (select max(at) from decision),
          (select max(at) from decision_undone)) as now`.execute(trx);
    const { last = 0, reports = 0, now = since } = rows[0] ?? {};
    const incidents = await changed(trx, 'picture_incident', last, since);
    const warnings = await changed(trx, 'picture_warning', last, since);
    const decisions = await decisionsSince(trx, since, MOST + 1);
    return {
      now: now.toISOString(),
      reports,
      incidents: shown(incidents, await summaries(trx, idsOf(incidents))),
      warnings: shown(warnings, await loadWarnings(trx, idsOf(warnings))),
      decisions: { items: decisions.slice(0, MOST), more: decisions.length > MOST },
    };
  });
}

const idsOf = (changes: readonly Changed[]) => changes.slice(0, MOST).map(({ id }) => id);

/** Mentions looked through at most, the newest. */
const LOOK = 2000;

interface Changed {
  id: string;
  change: Change;
}

async function changed(
  trx: Kysely<Database>,
  table: 'picture_incident' | 'picture_warning',
  last: number,
  since: Date,
): Promise<Changed[]> {
  const { rows } = await sql<{ id: string; fresh: boolean }>`
    select shown.id, not exists (
        select from picture_member as other join picture_mention as told on told.id = other.mention
        where other.cluster = shown.id and told.report <= ${last}) as fresh
    from ${sql.table(table)} as shown
    where shown.id in (
      select member.cluster from
        (select id from picture_mention where report > ${last} order by report desc limit ${LOOK}) as mention
        join picture_member as member on member.mention = mention.id
      union
      select member.cluster from decision left join decision_undone on decision_undone.decision = decision.id
        join picture_mention as mention on mention.statement in (decision.a, decision.b)
        join picture_member as member on member.mention = mention.id
        where decision.at > ${since} or decision_undone.at > ${since})
    order by shown.sort_day desc, shown.id limit ${MOST + 1}`.execute(trx);
  return rows.map(({ id, fresh }) => ({ id, change: fresh ? 'new' : 'changed' }));
}

/** The first of them with what stands in the picture. */
function shown<T extends { id: string }>(changes: readonly Changed[], found: readonly T[]) {
  const byId = new Map(found.map((one) => [one.id, one]));
  const items = changes.slice(0, MOST).flatMap(({ id, change }) => {
    const one = byId.get(id);
    return one ? [{ ...one, change }] : [];
  });
  return { items, more: changes.length > MOST };
}

async function summaries(trx: Kysely<Database>, ids: readonly string[]): Promise<IncidentSummary[]> {
  if (ids.length === 0) return [];
  const rows = await trx.selectFrom('picture_incident').select('summary').where('id', 'in', ids).execute();
  return rows.map(({ summary }) => summary);
}
