import { sql, type Transaction } from 'kysely';
import { STATEMENT_KINDS } from '../../picture/decision.js';
import type { Material } from '../../picture/levels/facts.js';
import type { PictureIncident, PictureWarning } from '../../picture/schema.js';
import { readByIndex } from '../by-index.js';
import { type AsOf, knownBy, knownDay } from '../picture/as-of.js';
import { loadClusters } from '../picture/clusters.js';
import type { Database } from '../schema.js';
import type { Subject } from './subject.js';

/** Days back that any rule looks: the longest of rules.tsv. */
const REACH = 730;
/** The newest so many of each kind are looked at, however many there are. */
const MOST = { incidents: 100, warnings: 50, threats: 200, reports: 200 };

/**
 * What reports that could be known by then say of a group or a country. What counts to which incident, and what was
 * rejected or corrected, is as it stands today.
 */
export async function loadMaterial(trx: Transaction<Database>, subject: Subject, asOf: AsOf): Promise<Material> {
  const { day } = asOf;
  await readByIndex(trx);
  const clusters = [...(await incidentsOf(trx, subject, day)), ...(await warningsOf(trx, subject, day))];
  const held = await loadClusters(trx, clusters, asOf);
  const threats = await threatsOf(trx, subject, asOf);
  const reports = await reportsOf(trx, subject, asOf);
  const incidents = held.filter((cluster): cluster is PictureIncident => 'attributions' in cluster);
  const warnings = held.filter((cluster): cluster is PictureWarning => 'recipients' in cluster);
  const sources = [
    ...incidents.flatMap(({ status, attributions }) => [...status, ...attributions].flatMap((said) => said.sources)),
    ...warnings.flatMap((warning) => warning.sources),
    ...threats.map(({ source }) => source),
  ];
  const known = await daysOf(trx, [...new Set(sources.map(({ report }) => report))]);
  return { incidents, warnings, threats, reports, known };
}

/** Those of the last years, the newest first, and what is planned for later. */
async function incidentsOf(trx: Transaction<Database>, { id, kind }: Subject, day: string): Promise<string[]> {
  const about = kind === 'group' ? sql`groups @> array[${id}]::text[]` : sql`country = ${id.slice('country:'.length)}`;
  const { rows } = await sql<{ id: string }>`
    (select id from picture_incident where ${about} and sort_day <= ${day}::date and sort_day >= ${day}::date - ${REACH}::integer
      order by sort_day desc limit ${MOST.incidents})
    union all
    (select id from picture_incident where ${about} and sort_day > ${day}::date and status in ('planned', 'threatened')
      order by sort_day limit ${MOST.incidents})`.execute(trx);
  return rows.map((row) => row.id);
}

async function warningsOf(trx: Transaction<Database>, { id, kind }: Subject, day: string): Promise<string[]> {
  const roles = kind === 'group' ? ['about'] : ['place', 'within'];
  const { rows } = await sql<{ id: string }>`
    select id from picture_warning where id in (
      select member.cluster from picture_role as role
        join picture_member as member on member.mention = role.number
        where role.entity = ${id} and role.kind = 'warning' and role.role = any(${roles}::text[]))
      and sort_day <= ${day}::date and sort_day >= ${day}::date - ${REACH}::integer
    order by sort_day desc limit ${MOST.warnings}`.execute(trx);
  return rows.map((row) => row.id);
}

async function threatsOf(trx: Transaction<Database>, { id, kind }: Subject, asOf: AsOf): Promise<Material['threats']> {
  const roles = kind === 'group' ? ['actor'] : ['place', 'within'];
  const rows = await trx
    .selectFrom('picture_role as role')
    .innerJoin('report', 'report.seq', 'role.report')
    .innerJoin('picture_statement as row', 'row.number', 'role.number')
    .innerJoin('picture_origin as origin', 'origin.report', 'role.report')
    .innerJoin('report as first', 'first.seq', 'origin.origin')
    .where('role.entity', '=', id)
    .where('role.kind', '=', 'threat')
    .where('role.role', 'in', roles)
    .where(knownBy(asOf))
    .where('role.day', '<=', asOf.day)
    .where('role.day', '>=', sql<string>`${asOf.day}::date - ${REACH}::integer`)
    .select(['row.data', 'first.id as origin'])
    .orderBy('role.report', 'desc')
    .orderBy('row.id')
    .limit(MOST.threats)
    .execute();
  return rows.flatMap(({ data, origin }) => {
    const { statement, report, published, publisher, ...rest } = data.source;
    return data.kind === 'threat'
      ? [{ line: data, source: { statement, report, published, publisher, origin, ...rest } }]
      : [];
  });
}

/** Kinds of statements in which a group or a country can stand: the index of roles has their days by kind. */
const KINDS = STATEMENT_KINDS.filter((kind) => kind !== 'attribution');

async function reportsOf(trx: Transaction<Database>, { id }: Subject, asOf: AsOf): Promise<Material['reports']> {
  const { rows } = await sql<Material['reports'][number]>`
    select report.id, coalesce(report.title, left(report.text, 100)) as title, first.id as origin, told.day as known
    from (
      select distinct newest.day, newest.report from unnest(${KINDS}::text[]) as of (kind), lateral (
        select distinct day, report from picture_role as role
        where entity = ${id} and role.kind = of.kind
          and day <= ${asOf.day}::date and day >= ${asOf.day}::date - ${REACH}::integer
          and exists (select from report where seq = role.report and ${knownBy(asOf)})
        order by day desc fetch first ${MOST.reports} rows with ties) as newest
      order by day desc fetch first ${MOST.reports} rows with ties) as told
      join report on report.seq = told.report
      join picture_origin as origin on origin.report = told.report
      join report as first on first.seq = origin.origin
    order by known desc, report.id limit ${MOST.reports}`.execute(trx);
  return rows;
}

async function daysOf(trx: Transaction<Database>, reports: readonly string[]): Promise<Map<string, string>> {
  const rows = await trx
    .selectFrom('report')
    .where('id', '=', sql<string>`any(${reports}::text[])`)
    .select(['id', knownDay.as('known')])
    .execute();
  return new Map(rows.map(({ id, known }) => [id, known]));
}
