/** How many independent origins say the same as statements, and how many say otherwise, of what is counted already. */
import { sql, type Transaction } from 'kysely';
import type { Sides } from '../../picture/support.js';
import type { Tally } from '../../picture/tally.js';
import { loadSupports } from '../picture/write-clusters.js';
import type { Database } from '../schema.js';

/** A statement, the incident or warning that it counts to, and how that is told. */
export interface Weighed extends Pick<Sides, 'agree' | 'against'> {
  cluster: string;
  /** `seq` of the first report of its own origin. */
  origin: number;
  /** Origins in all. */
  origins: number;
}

/** The tallies of these incidents and warnings. */
export async function talliesOf(trx: Transaction<Database>, clusters: readonly string[]): Promise<Map<string, Tally>> {
  const given = sql<string>`any(${clusters}::text[])`;
  const incidents = await trx.selectFrom('picture_incident').where('id', '=', given).select(['id', 'tally']).execute();
  const warnings = await trx.selectFrom('picture_warning').where('id', '=', given).select(['id', 'tally']).execute();
  return new Map([...incidents, ...warnings].map(({ id, tally }) => [id, tally]));
}

/** For each of these, in their order. Of a thing that thousands tell of it reads no more than one short row an origin. */
export async function weigh(
  trx: Transaction<Database>,
  asked: readonly Weighed[],
): Promise<{ origins: number; against: number }[]> {
  const keyOf = ({ cluster, agree, against }: Weighed) => `${cluster} ${agree} ${against}`;
  const split = asked.filter(({ agree, against }) => against.length > 0 || agree !== null);
  const questions = new Map(split.map((one) => [keyOf(one), one]));
  const counted = await count(trx, [...questions.values()]);
  const answers = new Map([...questions.keys()].map((key, index) => [key, counted[index]]));
  const own = await loadSupports(trx, split);
  return asked.map((one) => {
    const { agree, against, cluster, origin, origins } = one;
    const found = answers.get(keyOf(one));
    if (!found) return { origins, against: 0 };
    // What comes from the same origin as the statement says nothing against it.
    const said = own.get(cluster)?.get(origin);
    const itself = agree === null && against.some((hash) => said?.has(hash)) ? 1 : 0;
    const others = found.against - itself;
    return { origins: agree === null ? origins - others : found.origins, against: others };
  });
}

async function count(
  trx: Transaction<Database>,
  asked: readonly Weighed[],
): Promise<{ origins: number; against: number }[]> {
  if (asked.length === 0) return [];
  const { rows } = await sql<{ origins: number; against: number }>`
    select counted.* from unnest(${asked.map(({ cluster }) => cluster)}::text[],
        ${asked.map(({ agree }) => listOf(agree ?? []))}::text[], ${asked.map(({ against }) => listOf(against))}::text[])
      with ordinality as asked (cluster, agree, against, number),
      lateral (select agree::integer[] as agrees, against::integer[] as contradicts) as given,
      lateral (
        select count(*) filter (where said && agrees) as origins,
          count(*) filter (where said && contradicts and not said && agrees) as against
        from picture_support where picture_support.cluster = asked.cluster) as counted
    order by number`.execute(trx);
  return rows;
}

const listOf = (numbers: readonly number[]) => `{${numbers.join(',')}}`;
