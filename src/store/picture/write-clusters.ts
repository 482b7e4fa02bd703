import { sql, type Transaction } from 'kysely';
import type { AnyMention } from '../../picture/mention.js';
import {
  addToTally,
  type Counted,
  emptyTally,
  type Supports,
  summaryOf,
  type Tally,
  warningLine,
} from '../../picture/tally.js';
import { statementsIn, withoutRejected } from '../../picture/without.js';
import { insertRows } from '../bulk.js';
import { pack } from '../packed.js';
import type { Database } from '../schema.js';
import { decidedOn } from './decided.js';
import { loadMentions } from './mentions.js';
import { originsOf } from './origins.js';

/** Statements a step, where incidents are counted from nothing, so that memory stays bounded. */
const STEP = 500;

/** Makes the incidents and warnings of these ids anew, and removes those that have no members any more. */
export async function rewriteClusters(trx: Transaction<Database>, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const gone = sql<string>`any(${ids}::text[])`;
  await uncount(trx, ids);
  await trx.deleteFrom('picture_support').where('cluster', '=', gone).execute();
  const rows = await trx
    .selectFrom('picture_member')
    .where('cluster', '=', gone)
    .select(['mention', 'cluster'])
    .orderBy('mention')
    .execute();
  const tallies = new Map<string, Tally>();
  const supports = new Map<string, Supports>();
  for (const step of steps(rows)) await count(trx, step, tallies, supports);
  await addCorrections(trx, rows, tallies);
  await write(trx, tallies, supports);
  const left = ids.filter((id) => !tallies.has(id));
  if (left.length === 0) return;
  await trx.deleteFrom('picture_incident').where('id', 'in', left).execute();
  await trx.deleteFrom('picture_warning').where('id', 'in', left).execute();
}

/**
 * Counts mentions of new reports into the incidents and warnings in which they stand, but for those that were just made
 * anew. Nothing else of them is read, so that one mention more costs the same however many there are.
 */
export async function countInto(
  trx: Transaction<Database>,
  fresh: ReadonlyMap<number, AnyMention>,
  rewritten: ReadonlySet<string>,
): Promise<void> {
  if (fresh.size === 0) return;
  const placed = await trx
    .selectFrom('picture_member as member')
    .innerJoin('picture_mention as mention', 'mention.id', 'member.mention')
    .where('mention', '=', sql<number>`any(${[...fresh.keys()]}::bigint[])`)
    .select(['mention', 'cluster', 'report'])
    .orderBy('mention')
    .execute();
  const rows = placed.filter(({ cluster }) => !rewritten.has(cluster));
  if (rows.length === 0) return;
  const origins = await originsOf(trx, [...new Set(rows.map(({ report }) => report))]);
  const ids = [...new Set(rows.map(({ cluster }) => cluster))];
  const tallies = await uncount(trx, ids);
  const supports = await loadSupports(
    trx,
    rows.map(({ cluster, report }) => ({ cluster, origin: origins.get(report)?.seq ?? report })),
  );
  await count(trx, rows, tallies, supports, fresh);
  await write(trx, tallies, supports);
}

interface Row {
  mention: number;
  cluster: string;
}

/** The rows in steps that part no incident's statements of one report from one another. */
function* steps(rows: readonly Row[]): Generator<Row[]> {
  let step: Row[] = [];
  let report = -1;
  for (const row of rows) {
    const own = Math.floor(row.mention / 1_000_000);
    if (step.length >= STEP && own !== report) {
      yield step;
      step = [];
    }
    report = own;
    step.push(row);
  }
  if (step.length > 0) yield step;
}

/** Counts mentions, of whose reports none has been counted before in their incidents. */
async function count(
  trx: Transaction<Database>,
  rows: readonly Row[],
  tallies: Map<string, Tally>,
  supports: Map<string, Supports>,
  known?: ReadonlyMap<number, AnyMention>,
): Promise<void> {
  const mentions =
    known ??
    (await loadMentions(
      trx,
      rows.map(({ mention }) => mention),
    ));
  const reports = new Map(rows.map(({ mention }) => [mention, Math.floor(mention / 1_000_000)]));
  const origins = await originsOf(trx, [...new Set(reports.values())]);
  const { rejected } = await decidedOn(
    trx,
    rows.flatMap(({ mention }) => statementsOf(mentions.get(mention))),
  );
  const added = new Map<string, Counted[]>();
  for (const { mention: id, cluster } of rows) {
    const [mention, report] = [mentions.get(id), reports.get(id) ?? 0];
    if (!mention) continue;
    const counted = { mention: withoutRejected(mention, rejected), origin: origins.get(report)?.seq ?? report };
    const own = added.get(cluster);
    if (own) own.push(counted);
    else added.set(cluster, [counted]);
  }
  for (const [cluster, members] of added) {
    const support = supports.get(cluster) ?? new Map();
    supports.set(cluster, support);
    const kind = members[0]?.mention.kind ?? 'incident';
    tallies.set(cluster, addToTally(tallies.get(cluster) ?? emptyTally(kind), members, support));
  }
}

const statementsOf = (mention: AnyMention | undefined) => (mention ? statementsIn(mention) : []);

/** What people corrected of the members, in the order in which they did. */
async function addCorrections(
  trx: Transaction<Database>,
  rows: readonly Row[],
  tallies: Map<string, Tally>,
): Promise<void> {
  const statements = await trx
    .selectFrom('picture_mention')
    .where('id', '=', sql<number>`any(${rows.map(({ mention }) => mention)}::bigint[])`)
    .select(['id', 'statement'])
    .execute();
  const { corrections } = await decidedOn(
    trx,
    statements.map(({ statement }) => statement),
  );
  if (corrections.length === 0) return;
  const ids = new Map(statements.map(({ id, statement }) => [statement, id]));
  const clusters = new Map(rows.map(({ mention, cluster }) => [mention, cluster]));
  for (const correction of corrections)
    tallies.get(clusters.get(ids.get(correction.statement) ?? 0) ?? '')?.corrections.push(correction);
}

/** Takes incidents and warnings out of the counts of groups, to be written over. @returns their tallies */
async function uncount(trx: Transaction<Database>, ids: readonly string[]): Promise<Map<string, Tally>> {
  const given = sql<string>`any(${ids}::text[])`;
  const incidents = await trx
    .selectFrom('picture_incident')
    .where('id', '=', given)
    .select(['id', 'groups', 'tally'])
    .execute();
  const warnings = await trx.selectFrom('picture_warning').where('id', '=', given).select(['id', 'tally']).execute();
  await countIncidents(
    trx,
    incidents.flatMap(({ groups }) => groups),
    -1,
  );
  return new Map([...incidents, ...warnings].map(({ id, tally }) => [id, tally]));
}

/** What these origins say in these incidents and warnings. */
export async function loadSupports(
  trx: Transaction<Database>,
  asked: readonly { cluster: string; origin: number }[],
): Promise<Map<string, Supports>> {
  const { rows } = await sql<{ cluster: string; origin: number; said: number[] }>`
    select cluster, origin, said from picture_support join (
      select distinct cluster, origin
      from unnest(${asked.map(({ cluster }) => cluster)}::text[], ${asked.map(({ origin }) => origin)}::bigint[])
        as asked (cluster, origin)) as asked using (cluster, origin)`.execute(trx);
  const supports = new Map<string, Supports>();
  for (const { cluster, origin, said } of rows) {
    const own = supports.get(cluster) ?? new Map<number, Set<number>>();
    supports.set(cluster, own.set(origin, new Set(said)));
  }
  return supports;
}

/** A day that sorts what has none at all behind everything. */
const NO_DAY = '0001-01-01';

async function write(
  trx: Transaction<Database>,
  tallies: ReadonlyMap<string, Tally>,
  supports: ReadonlyMap<string, Supports>,
): Promise<void> {
  await insertRows(
    trx,
    'picture_support',
    { cluster: 'text', origin: 'bigint', said: 'integer[]' },
    [...supports].flatMap(([cluster, own]) =>
      [...own].map(([origin, said]) => ({ cluster, origin, said: [...said].sort((a, b) => a - b) })),
    ),
    sql`on conflict (cluster, origin) do update set said = excluded.said`,
  );
  const all = [...tallies];
  const incidents = all
    .filter(([, { kind }]) => kind === 'incident')
    .map(([id, tally]) => ({ ...summaryOf(id, tally), tally }));
  await insertRows(
    trx,
    'picture_incident',
    {
      ...{ id: 'text', type: 'text', status: 'text', from_day: 'date', to_day: 'date', sort_day: 'date' },
      ...{ country: 'text', title: 'text', groups: 'text[]', summary: 'bytea', tally: 'bytea' },
    },
    incidents.map(({ tally, ...summary }) => {
      const [from, to] = [summary.date?.start ?? null, summary.date?.end ?? null];
      return {
        ...{ id: summary.id, type: summary.type, status: summary.status, from_day: from, to_day: to },
        sort_day: to ?? from ?? summary.reported ?? NO_DAY,
        country: summary.place?.country ?? null,
        title: summary.title,
        groups: summary.groups.map(({ id }) => id),
        summary: pack(JSON.stringify(summary)),
        tally: pack(JSON.stringify(tally)),
      };
    }),
    writtenOver(
      ...['type', 'status', 'from_day', 'to_day', 'sort_day', 'country', 'title', 'groups', 'summary', 'tally'],
    ),
  );
  await insertRows(
    trx,
    'picture_warning',
    { id: 'text', sort_day: 'date', title: 'text', tally: 'bytea' },
    all
      .filter(([, { kind }]) => kind === 'warning')
      .map(([id, tally]) => {
        const { title, issued, reported } = warningLine(tally);
        return {
          id,
          sort_day: issued?.end ?? issued?.start ?? reported ?? NO_DAY,
          title,
          tally: pack(JSON.stringify(tally)),
        };
      }),
    writtenOver('sort_day', 'title', 'tally'),
  );
  await countIncidents(
    trx,
    incidents.flatMap(({ groups }) => groups.map(({ id }) => id)),
    1,
  );
}

/** Where it stands already, its row is written over: far less than to delete it and make another. */
function writtenOver(...columns: string[]) {
  const set = columns.map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`);
  return sql`on conflict (id) do update set ${sql.join(set)}`;
}

/** Brings the number of incidents of each group up to date. */
async function countIncidents(trx: Transaction<Database>, groups: readonly string[], by: number): Promise<void> {
  if (groups.length === 0) return;
  await sql`
    update picture_entity as entity set incidents = incidents + change.by
    from (select id, count(*)::integer * ${by}::integer as by from unnest(${groups}::text[]) as given (id) group by id)
      as change where entity.id = change.id`.execute(trx);
}
