import { type Insertable, type RawBuilder, sql, type Transaction } from 'kysely';
import { heldValue } from '../../picture/decision.js';
import { groupBy, type Link } from '../../picture/forest.js';
import { buildIncident, summarise } from '../../picture/incident.js';
import type { AnyMention, IncidentMention, WarningMention } from '../../picture/mention.js';
import type { IncidentSummary, PictureIncident, PictureWarning } from '../../picture/schema.js';
import { buildWarning } from '../../picture/warning.js';
import { statementsIn, withoutRejected } from '../../picture/without.js';
import type { Database } from '../schema.js';
import { inChunks } from './chunks.js';
import { decidedOn } from './decided.js';
import { originsOf } from './origins.js';
import type { PictureIncidentTable, PictureWarningTable } from './tables.js';

/**
 * The members of clusters and the links between them, as they are in the store now.
 * @param asOf only the members whose reports could be known by then count
 */
export async function loadClusters(
  trx: Transaction<Database>,
  ids: readonly string[],
  asOf: AsOf | null = null,
): Promise<(PictureIncident | PictureWarning)[]> {
  if (ids.length === 0) return [];
  const rows = await trx
    .selectFrom('picture_member as member')
    .innerJoin('picture_mention as mention', 'mention.id', 'member.mention')
    .where('cluster', '=', sql<string>`any(${ids}::text[])`)
    .$if(asOf !== null, (query) =>
      query.where('mention.report', 'in', (own) =>
        own
          .selectFrom('report')
          .whereRef('report.seq', '=', 'mention.report')
          .where(asOf ? knownBy(asOf) : sql<boolean>`true`)
          .select('seq'),
      ),
    )
    .select(['cluster', 'mention.id', 'report', 'data'])
    .orderBy('mention.id')
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  const links = await trx
    .selectFrom('picture_link')
    .where('a', '=', sql<number>`any(${[...byId.keys()]}::bigint[])`)
    .select(['a', 'b', 'score'])
    .execute();
  const linksOf = new Map<string, Link[]>();
  for (const { a, b, score } of links) {
    const [one, other] = [byId.get(a), byId.get(b)];
    if (!one || !other || one.cluster !== other.cluster) continue;
    const held = linksOf.get(one.cluster) ?? [];
    held.push({ a: one.data.statement, b: other.data.statement, score });
    linksOf.set(one.cluster, held);
  }
  const { rejected, corrections } = await decidedOn(
    trx,
    rows.flatMap(({ data }) => statementsIn(data)),
  );
  const origins = await originsOf(trx, [...new Set(rows.map(({ report }) => report))]);
  const originByReport = new Map(rows.map(({ report, data }) => [data.report, origins.get(report) ?? data.report]));
  const originOf = (report: string) => originByReport.get(report) ?? report;
  return groupBy(rows, ({ cluster }) => cluster).map((own) => {
    const members: AnyMention[] = own.map(({ data }) => withoutRejected(data, rejected));
    const held = linksOf.get(own[0]?.cluster ?? '') ?? [];
    const statements = new Set(members.map(({ statement }) => statement));
    const corrected = corrections.filter(({ statement }) => statements.has(statement));
    // The members of a cluster are of one kind: a conflict of kinds forbids every merge, a person's included.
    return members[0]?.kind === 'warning'
      ? buildWarning(members as WarningMention[], held, originOf, corrected)
      : buildIncident(members as IncidentMention[], held, originOf, corrected);
  });
}

/** Makes the incidents and warnings of these ids anew, and removes those that have no members any more. */
export async function writeClusters(trx: Transaction<Database>, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const gone = sql<string>`any(${ids}::text[])`;
  const before = await trx.deleteFrom('picture_incident').where('id', '=', gone).returning(['groups']).execute();
  await trx.deleteFrom('picture_warning').where('id', '=', gone).execute();
  const clusters = await loadClusters(trx, ids);
  const incidents = clusters.filter((cluster) => 'attributions' in cluster).map(summarise);
  const warnings = clusters.filter((cluster) => 'recipients' in cluster);
  await inChunks(incidents, (chunk) => trx.insertInto('picture_incident').values(chunk.map(incidentRow)).execute());
  await inChunks(warnings, (chunk) => trx.insertInto('picture_warning').values(chunk.map(warningRow)).execute());
  await countIncidents(
    trx,
    before.flatMap(({ groups }) => groups),
    incidents.flatMap(({ groups }) => groups.map(({ id }) => id)),
  );
}

/** The day from which a report could be known: published, or received where no day is known. */
export const knownDay = sql<string>`coalesce(report.published, (report.received_at at time zone 'UTC')::date)`;

/** A point in time: of reports those count that could be known by the day and, where `at` is given, were received by then. */
export interface AsOf {
  /** ISO 8601. */
  day: string;
  at: Date | null;
}

/** Of a query that has `report` in it. */
export function knownBy({ day, at }: AsOf): RawBuilder<boolean> {
  const received = at === null ? sql`` : sql`and report.received_at <= ${at}`;
  return sql<boolean>`(${knownDay} <= ${day}::date ${received})`;
}

/** A day that sorts what has none at all behind everything. */
const NO_DAY = '0001-01-01';

function incidentRow(summary: IncidentSummary): Insertable<PictureIncidentTable> {
  const { id, title, type, status, date, place, groups, reported } = summary;
  const [from, to] = [date?.start ?? null, date?.end ?? null];
  return {
    id,
    type,
    status,
    from_day: from,
    to_day: to,
    sort_day: to ?? from ?? reported ?? NO_DAY,
    country: place?.country ?? null,
    title,
    groups: groups.map((group) => group.id),
    summary: JSON.stringify(summary),
  };
}

function warningRow(warning: PictureWarning): Insertable<PictureWarningTable> {
  const issued = heldValue(warning.desk, 'issued', warning.issued);
  return {
    id: warning.id,
    sort_day: issued?.end ?? issued?.start ?? warning.reported ?? NO_DAY,
    data: JSON.stringify(warning),
  };
}

/** Brings the number of incidents of each group up to date: less those that were, more those that are. */
async function countIncidents(trx: Transaction<Database>, before: string[], after: string[]): Promise<void> {
  const change = new Map<string, number>();
  for (const group of before) change.set(group, (change.get(group) ?? 0) - 1);
  for (const group of after) change.set(group, (change.get(group) ?? 0) + 1);
  const changed = [...change].filter(([, by]) => by !== 0);
  if (changed.length === 0) return;
  await sql`
    update picture_entity as entity set incidents = incidents + change.by
    from unnest(${changed.map(([id]) => id)}::text[], ${changed.map(([, by]) => by)}::integer[]) as change (id, by)
    where entity.id = change.id`.execute(trx);
}
