/** The threats that new reports tell of, each with all that is told of the same one. */
import { sql, type Transaction } from 'kysely';
import type { Line, Stub } from '../../picture/line.js';
import { ofThreats, type Subject, sameThreat, type ToldThreat } from '../../warning/subject.js';
import { originsOf } from '../picture/origins.js';
import type { Database } from '../schema.js';

/** Of one actor the newest threats are looked at, at most so many: the cost does not grow with the store. */
const NEWEST = 200;

/**
 * One subject a threat, however many reports tell of it.
 * @param told of warnings and plots: a threat in the same words is theirs
 */
export async function threatSubjects(
  trx: Transaction<Database>,
  reports: readonly number[],
  told: readonly Stub[],
): Promise<Subject[]> {
  const rows = await trx
    .selectFrom('picture_statement')
    .where('report', '=', sql<number>`any(${reports}::bigint[])`)
    .where('kind', '=', 'threat')
    .select(['data', 'report'])
    .execute();
  const fresh = rows.filter(({ data }) => isThreat(data) && !told.some((source) => overlap(source, data.source)));
  const actors = [...new Set(fresh.flatMap(({ data }) => (isThreat(data) && data.actor ? [data.actor.id] : [])))];
  const all = new Map([...(await newestBy(trx, actors)), ...fresh].map((row) => [row.data.source.statement, row]));
  const origins = await originsOf(trx, [...new Set([...all.values()].map(({ report }) => report))]);
  const threats = [...all.values()].flatMap(({ data, report }): ToldThreat[] =>
    isThreat(data) ? [{ threat: data, origin: origins.get(report)?.id ?? data.source.report }] : [],
  );
  const own = new Set(fresh.map(({ data }) => data.source.statement));
  const subjects = threats
    .filter(({ threat }) => own.has(threat.source.statement))
    .map((one) => ofThreats(threats.filter((other) => sameThreat(one, other))));
  return [...new Map(subjects.map((subject) => [subject.id, subject])).values()];
}

/** A level of alert is nobody's act. */
const isThreat = (line: Line): line is Extract<Line, { kind: 'threat' }> =>
  line.kind === 'threat' && line.line.type !== 'level';

const overlap = (one: Stub, other: Stub): boolean =>
  one.report === other.report && one.at[0] < other.at[1] && other.at[0] < one.at[1];

/** The newest threats by each of these actors. */
async function newestBy(
  trx: Transaction<Database>,
  actors: readonly string[],
): Promise<{ data: Line; report: number }[]> {
  if (actors.length === 0) return [];
  const { rows } = await sql<{ data: Line; report: number }>`
    select data, statement.report from unnest(${actors}::text[]) as actor (id)
    cross join lateral (
      select number from picture_role
      where entity = actor.id collate "C" and kind = 'threat' and role = 'actor' order by report desc limit ${NEWEST}
    ) as role
    join picture_statement as statement on statement.number = role.number`.execute(trx);
  return rows;
}
