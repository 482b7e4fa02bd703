/** The rows that a search finds, the newest first. Costs the same however many reports there are, but for the rarest words. */
import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Database } from '../schema.js';

export interface Finding {
  /** `tsquery` of words and tags; null: all. */
  words: string | null;
  from?: string | undefined;
  to?: string | undefined;
  /** Only what reports accepted after this one say (`seq`). */
  since?: number | undefined;
  limit: number;
  /** Where to go on: what the last row shown is ordered by. */
  after?: { day: string; id: string } | undefined;
}

/** Rows looked at before the index of words is asked: enough for any word that is not rare. */
const RECENT = 1500;
const RECENT_INCIDENTS = 300;

export interface FoundStatement {
  statement: string;
  /** Orders those of a day, ascending. */
  place: number;
  report: number;
  day: string;
}

/** Statements that were not rejected; at most one more than asked for, which tells that there are others. */
export async function findStatements(trx: Transaction<Database>, finding: Finding): Promise<FoundStatement[]> {
  const { words, after } = finding;
  const within = sql`${between(finding, sql`day`)} and ${accepted(finding, sql`report`)}
    and ${after ? sql`day <= ${after.day}::date and (day < ${after.day}::date or place > ${Number(after.id)}::bigint)` : sql`true`}`;
  const told = sql`join picture_triage as own on own.place = found.place
    left join picture_triage as incident on incident.statement = own.of`;
  const inForce = sql`('reject' in (own.decided, incident.decided)) is not true`;
  const columns = sql`own.statement, found.place, report, day`;
  return adaptive(
    trx,
    finding,
    sql<FoundStatement>`
      select ${columns} from (
        select * from picture_statement_words where ${within} order by day desc, place limit ${RECENT}) as found ${told}
      where ${matches(words)} and ${inForce} order by day desc, found.place limit ${finding.limit + 1}`,
    sql<FoundStatement>`
      with matching as materialized (
        select place, report, day from picture_statement_words where ${matches(words)} and ${within})
      select ${columns} from (select * from matching order by day desc, place offset 0) as found ${told}
      where ${inForce} order by day desc, found.place limit ${finding.limit + 1}`,
  );
}

export interface FoundReport {
  report: number;
  day: string;
}

/** Reports; at most one more than asked for. */
export async function findReports(trx: Transaction<Database>, finding: Finding): Promise<FoundReport[]> {
  const { words, after } = finding;
  const within = sql`${between(finding, sql`day`)} and ${accepted(finding, sql`report`)}
    and ${after ? sql`(day, report) < (${after.day}::date, ${after.id}::bigint)` : sql`true`}`;
  const ending = sql`group by report, day order by day desc, report desc limit ${finding.limit + 1}`;
  return adaptive(
    trx,
    finding,
    sql<FoundReport>`
      select report, day from (
        select * from picture_report_words where ${within} order by day desc, report desc limit ${RECENT}) as found
      where ${matches(words)} ${ending}`,
    sql<FoundReport>`
      with matching as materialized (select report, day from picture_report_words where ${matches(words)} and ${within})
      select report, day from matching ${ending}`,
  );
}

export interface FoundIncident {
  id: string;
  day: string;
}

/** What an incident must hold besides. */
export interface IncidentFinding extends Finding {
  statuses?: readonly string[] | undefined;
  /** One of these groups is named for it. */
  group?: readonly string[] | undefined;
  country?: string | undefined;
}

/** Incidents, by their held values, in one of whose statements the words stand; at most one more than asked for. */
export async function findIncidents(trx: Transaction<Database>, finding: IncidentFinding): Promise<FoundIncident[]> {
  const { words, from, to, after, statuses, group, country, since } = finding;
  const held = sql`
    ${from ? sql`sort_day >= ${from}::date` : sql`true`}
    and ${to ? sql`coalesce(from_day, sort_day) <= ${to}::date` : sql`true`}
    and ${statuses ? sql`status = any(${statuses}::text[])` : sql`true`}
    and ${group ? sql`groups && ${group}::text[]` : sql`true`}
    and ${country ? sql`country = ${country}` : sql`true`}
    and ${after ? sql`(sort_day < ${after.day}::date or (sort_day = ${after.day}::date and id > ${after.id}))` : sql`true`}`;
  const told = sql`
    select from picture_member as member join picture_mention as mention on mention.id = member.mention
      join picture_triage as own using (statement) join picture_statement_words as words using (place)
    where member.cluster = found.id and ${accepted(finding, sql`words.report`)} and ${matches(words)}`;
  const columns = sql`id, sort_day as day`;
  const ending = sql`order by sort_day desc, id limit ${finding.limit + 1}`;
  if (words === null && since === undefined)
    return (await sql<FoundIncident>`select ${columns} from picture_incident where ${held} ${ending}`.execute(trx))
      .rows;
  return adaptive(
    trx,
    finding,
    sql<FoundIncident>`
      select ${columns} from (
        select * from picture_incident where ${held} order by sort_day desc, id limit ${RECENT_INCIDENTS}) as found
      where exists (${told}) ${ending}`,
    sql<FoundIncident>`
      with matching as materialized (
        select place from picture_statement_words where ${matches(words)} and ${accepted(finding, sql`report`)})
      select ${columns} from picture_incident where ${held} and id in (
        select cluster from matching join picture_triage using (place) join picture_mention as mention using (statement)
          join picture_member as member on member.mention = mention.id where mention.kind = 'incident') ${ending}`,
  );
}

/** By incident the statements in it that match, the last accepted first; at most so many of each. */
export async function statementsOf(
  trx: Transaction<Database>,
  incidents: readonly string[],
  finding: Finding,
  most: number,
): Promise<{ incident: string; statement: string; report: number; total: number }[]> {
  if (incidents.length === 0) return [];
  const { rows } = await sql<{ incident: string; statement: string; report: number; total: number }>`
    select incident, statement, report, total from (
      select member.cluster as incident, own.statement, mention.report, count(*) over (partition by member.cluster) as total,
        row_number() over (partition by member.cluster order by mention.id desc) as number
      from picture_member as member join picture_mention as mention on mention.id = member.mention
        join picture_triage as own using (statement) join picture_statement_words as words on words.place = own.place
      where member.cluster = any(${incidents}::text[]) and ${matches(finding.words)}
        and ${accepted(finding, sql`words.report`)}) as told
    where number <= ${most} order by incident, number`.execute(trx);
  return rows;
}

/** The newest are looked through; only where too few of them match is the index of words asked, and then it finds few. */
async function adaptive<T>(
  trx: Transaction<Database>,
  { limit }: Finding,
  recent: RawBuilder<T>,
  indexed: RawBuilder<T>,
): Promise<T[]> {
  const { rows } = await recent.execute(trx);
  return rows.length > limit ? rows : (await indexed.execute(trx)).rows;
}

const matches = (words: string | null) => (words === null ? sql`true` : sql`words @@ ${words}::tsquery`);
const between = ({ from, to }: Finding, day: RawBuilder<unknown>) =>
  sql`${from ? sql`${day} >= ${from}::date` : sql`true`} and ${to ? sql`${day} <= ${to}::date` : sql`true`}`;
const accepted = ({ since }: Finding, report: RawBuilder<unknown>) =>
  since === undefined ? sql`true` : sql`${report} > ${since}`;
