import { sql, type Transaction } from 'kysely';
import { type Parted, partition } from '../../picture/cluster.js';
import { DECIDED, type Link, link, spanningForest } from '../../picture/forest.js';
import { findLinks } from '../../picture/links.js';
import { insertRows } from '../bulk.js';
import type { Database } from '../schema.js';
import { loadComponents, loadPool, loadStatements, type Member, movedClusters, writeComponents } from './components.js';
import { doubtersOf, dropDoubts, writeDoubts } from './doubts.js';
import type { First, Follower, Regrouped } from './regroup.js';
import { pairs, rulingsOn } from './rulings.js';
import type { StoredEntry } from './statements.js';

/** A mention that is compared, before it is known where it stands. */
type Unplaced = StoredEntry & First;

/**
 * Compares mentions that are compared from now on with all that share a key with them, and makes the components that
 * they touch anew: links, clusters, doubts. Only these are read and written.
 * @param touched components that must be made anew besides
 * @param gone mentions that are taken out
 * @returns ids of the incidents and warnings in which mentions do not stand any more that did, or stand that stood
 * elsewhere
 */
export async function relink(
  trx: Transaction<Database>,
  { core, uncored, followers, firsts, left }: Regrouped,
  touched: readonly number[] = [],
  gone: readonly number[] = [],
): Promise<string[]> {
  const coming = new Set(core.map(({ id }) => id));
  const renamed = [...firsts.keys()].filter((id) => !coming.has(id));
  const stirred = await componentsOf(trx, [...uncored, ...(await doubtersOf(trx, uncored)), ...renamed]);
  const before = await loadComponents(trx, [...new Set([...stirred, ...touched])]);
  if (uncored.length > 0) await trx.deleteFrom('picture_key').where('mention', 'in', uncored).execute();
  if (gone.length > 0) await trx.deleteFrom('picture_member').where('mention', 'in', gone).execute();
  const removed = new Set(uncored);
  const unplaced = (entry: StoredEntry | Member): Unplaced => ({
    ...('first' in entry ? entry : { ...entry, first: entry.id, firstOwn: entry.own }),
    ...firsts.get(entry.id),
  });
  const fresh = [...before.members.filter(({ id }) => !removed.has(id)), ...core].map(unplaced);
  await dropDoubts(trx, [...before.members.map(({ id }) => id), ...uncored]);

  const again = new Set(fresh.map(({ id }) => id));
  const pool = (await loadPool(trx, [...new Set(fresh.flatMap(({ keys }) => keys))])).filter(
    ({ id }) => !again.has(id),
  );
  await insertRows(
    trx,
    'picture_key',
    { mention: 'bigint', keys: 'integer[]' },
    core.map(({ id, keys }) => ({ mention: id, keys })),
  );
  const { links, doubts } = findLinks(fresh, [...fresh, ...pool]);
  const joins = await joinsOf(trx, pairs(await rulingsOn(trx, fresh.map(statementOf)), 'join'), fresh);

  const linked = new Set([...links, ...joins.links].flatMap(({ a, b }) => [a, b]));
  const met = [...pool, ...joins.others].filter((member) => linked.has(statementOf(member)));
  const old = await loadComponents(trx, [...new Set(met.map(({ component }) => component))]);
  const forest = spanningForest([...old.links, ...links, ...joins.links]);
  const after = { members: await place(trx, [...old.members, ...fresh], forest), links: forest };
  const was = { members: [...before.members, ...old.members], links: [...before.links, ...old.links] };
  await writeComponents(trx, was, after);
  await writeFollowers(trx, followers);
  const ids = new Map([...pool, ...fresh].map((entry) => [statementOf(entry), entry.id]));
  await writeDoubts(trx, doubts, (statement) => ids.get(statement) ?? 0);
  return [...new Set([...movedClusters(was, after), ...left])];
}

/** Writes who follows whom; they stand where those stand whom they follow. */
async function writeFollowers(trx: Transaction<Database>, followers: readonly Follower[]): Promise<void> {
  if (followers.length === 0) return;
  const list = <T>(of: (follower: Follower) => T) => followers.map(of);
  await sql`
    insert into picture_member (mention, facet, rank, leader, score, component, cluster)
    select given.mention, given.facet, given.rank, given.leader, given.score, leader.component, leader.cluster
    from unnest(${list(({ entry }) => entry.id)}::bigint[], ${list(({ entry }) => entry.facet)}::bigint[],
      ${list(({ entry }) => entry.rank)}::bigint[], ${list(({ leader }) => leader)}::bigint[],
      ${list(({ score }) => score)}::integer[]) as given (mention, facet, rank, leader, score)
    join picture_member as leader on leader.mention = given.leader
    on conflict (mention) do update set leader = excluded.leader, score = excluded.score, first = null,
      first_own = null, component = excluded.component, cluster = excluded.cluster`.execute(trx);
}

/** Where the mentions stand: components and clusters, by their first members, those that follow included. */
async function place(trx: Transaction<Database>, entries: Unplaced[], forest: Link[]): Promise<Member[]> {
  const byStatement = new Map(entries.map((entry) => [statementOf(entry), entry]));
  const parted: Parted[] = pairs(await rulingsOn(trx, [...byStatement.keys()]), 'part');
  const firstOf = (statements: string[]) =>
    statements
      .flatMap((statement) => byStatement.get(statement) ?? [])
      .reduce((first, entry) => (entry.first < first.first ? entry : first));
  return partition(
    entries.map(({ feature }) => feature),
    forest,
    parted,
  ).flatMap(({ statements, clusters }) => {
    const component = firstOf(statements).first;
    return clusters.flatMap((inside) => {
      const cluster = firstOf(inside).firstOwn;
      return inside.flatMap((statement) => {
        const entry = byStatement.get(statement);
        return entry ? [{ ...entry, component, cluster }] : [];
      });
    });
  });
}

/** The links that people made between these mentions and others of their kind. */
async function joinsOf(
  trx: Transaction<Database>,
  joined: readonly Parted[],
  fresh: readonly Unplaced[],
): Promise<{ links: Link[]; others: Member[] }> {
  const own = new Map<string, StoredEntry>(fresh.map((entry) => [statementOf(entry), entry]));
  const others = await loadStatements(
    trx,
    joined.flatMap(({ a, b }) => [a, b]).filter((statement) => !own.has(statement)),
  );
  const all = new Map<string, StoredEntry>([...own, ...others.map((member) => [statementOf(member), member] as const)]);
  const links = joined.flatMap(({ a, b }) => {
    const [one, other] = [all.get(a), all.get(b)];
    return one && other && one.feature.kind === other.feature.kind ? [link(a, b, DECIDED)] : [];
  });
  return { links, others };
}

/** The components in which these mentions stand. */
async function componentsOf(trx: Transaction<Database>, mentions: readonly number[]): Promise<number[]> {
  if (mentions.length === 0) return [];
  const rows = await trx
    .selectFrom('picture_member')
    .where('mention', '=', sql<number>`any(${mentions}::bigint[])`)
    .select('component')
    .distinct()
    .execute();
  return rows.map(({ component }) => component);
}

const statementOf = ({ feature }: StoredEntry) => feature.statement;
