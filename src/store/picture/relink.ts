import { sql, type Transaction } from 'kysely';
import { type Parted, partition } from '../../picture/cluster.js';
import { DECIDED, groupBy, type Link, link, Sets, spanningForest } from '../../picture/forest.js';
import { findLinks } from '../../picture/links.js';
import { insertRows } from '../bulk.js';
import type { Database } from '../schema.js';
import {
  type Components,
  loadComponents,
  loadPool,
  loadStatements,
  type Member,
  movedClusters,
  writeComponents,
} from './components.js';
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
  const doubters = await doubtersOf(trx, uncored);
  const renamed = [...firsts.keys()].filter((id) => !coming.has(id));
  const stirred = await componentsOf(trx, [...uncored, ...doubters, ...renamed]);
  const before = await loadComponents(trx, [...new Set([...stirred, ...touched])]);
  if (uncored.length > 0) await trx.deleteFrom('picture_key').where('mention', 'in', uncored).execute();
  if (gone.length > 0) await trx.deleteFrom('picture_member').where('mention', 'in', gone).execute();
  const removed = new Set(uncored);
  const unplaced = (entry: StoredEntry | Member): Unplaced => ({
    ...('first' in entry ? entry : { ...entry, first: entry.id, firstOwn: entry.own }),
    ...firsts.get(entry.id),
  });
  const staying = without(before, removed, new Set(touched));
  const again = new Set([...loose(staying, new Set(touched)), ...doubters.filter((id) => !removed.has(id))]);
  const kept = staying.members.filter(({ id }) => !again.has(id)).map(unplaced);
  const fresh = [...staying.members.filter(({ id }) => again.has(id)), ...core].map(unplaced);
  await dropDoubts(trx, [...again, ...uncored]);

  const compared = new Set(fresh.map(({ id }) => id));
  const pool = (await loadPool(trx, [...new Set(fresh.flatMap(({ keys }) => keys))])).filter(
    ({ id }) => !compared.has(id),
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
  const loaded = new Set(before.members.map(({ component }) => component));
  const more = met.map(({ component }) => component).filter((component) => !loaded.has(component));
  const old = await loadComponents(trx, [...new Set(more)]);
  const forest = spanningForest([...staying.links, ...old.links, ...links, ...joins.links]);
  const after = { members: await place(trx, [...kept, ...old.members, ...fresh], forest), links: forest };
  const was = { members: [...before.members, ...old.members], links: [...before.links, ...old.links] };
  await writeComponents(trx, was, after);
  await writeFollowers(trx, followers);
  const ids = new Map([...pool, ...fresh].map((entry) => [statementOf(entry), entry.id]));
  await writeDoubts(trx, doubts, (statement) => ids.get(statement) ?? 0);
  return [...new Set([...movedClusters(was, after), ...left])];
}

/** Components without some of their mentions, without the links of these, and without all links of some components. */
function without({ members, links }: Components, removed: ReadonlySet<number>, whole: ReadonlySet<number>): Components {
  const loose = members.filter(({ id, component }) => removed.has(id) || whole.has(component));
  const gone = new Set(loose.map(statementOf));
  return {
    members: members.filter(({ id }) => !removed.has(id)),
    links: links.filter(({ a, b }) => !gone.has(a) && !gone.has(b)),
  };
}

/**
 * The mentions that must be compared again since others have gone: where a component has come apart, those of all its
 * pieces but the largest. A link that holds two pieces together has an end in one of these, and within a piece the
 * forest is what it was.
 * @param whole components of which all must be compared again
 */
function loose({ members, links }: Components, whole: ReadonlySet<number>): number[] {
  const sets = new Sets();
  for (const { a, b } of links) sets.union(a, b);
  return groupBy(members, ({ component }) => `${component}`).flatMap((own) => {
    if (whole.has(own[0]?.component ?? 0)) return own.map(({ id }) => id);
    const pieces = groupBy(own, (member) => sets.find(statementOf(member))).sort((x, y) => y.length - x.length);
    return pieces.slice(1).flatMap((piece) => piece.map(({ id }) => id));
  });
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
