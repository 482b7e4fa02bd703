import { sql, type Transaction } from 'kysely';
import { type Parted, partition } from '../../picture/cluster.js';
import { DECIDED, groupBy, type Link, link, Sets, spanningForest } from '../../picture/forest.js';
import { insertRows } from '../bulk.js';
import type { Database } from '../schema.js';
import { Comparison } from './comparison.js';
import {
  type Components,
  type Held,
  loadComponents,
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
type Unplaced = StoredEntry & First & Held;

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
  const whole = new Set(touched);
  const staying = without(before, removed, whole);
  const orphans = staying.members.filter(({ anchor }) => anchor !== null && removed.has(anchor.id));
  const again = new Set([...loose(staying, whole), ...idsOf(orphans), ...doubters.filter((id) => !removed.has(id))]);
  await dropDoubts(trx, [...again, ...uncored]);
  const fresh = [...staying.members.filter(({ id }) => again.has(id)), ...core];
  const found = await Comparison.of(trx, fresh);
  // Where others hold a mention from now on, what it held together comes apart.
  const rehung = found.rehung();
  const met = await loadComponents(trx, unloaded(before, rehung));
  const stays = withoutRules(joined(staying, met), new Set(rehung.map(statementOf)));
  const compared = found.compared;
  const apart = new Set([...loose(stays, whole), ...idsOf(rehung)]);
  await found.add(stays.members.filter(({ id }) => apart.has(id) && !compared.has(id)));

  const own = [...found.compared.values()];
  const joins = await joinsOf(trx, pairs(await rulingsOn(trx, own.map(statementOf)), 'join'), own);
  const links = [...found.links(), ...joins.links];
  const linked = new Set(links.flatMap(({ a, b }) => [a, b]));
  const others = [...found.pool.values(), ...joins.others].filter((member) => linked.has(statementOf(member)));
  const was = joined(before, met);
  const old = await loadComponents(trx, unloaded(was, others));
  const forest = spanningForest([...stays.links, ...old.links, ...links]);
  const unplaced = (entry: StoredEntry | Member): Unplaced => ({
    ...{ first: entry.id, firstOwn: entry.own, anchor: null },
    ...entry,
    ...firsts.get(entry.id),
    ...(compared.has(entry.id) && { anchor: found.anchorOf(entry) }),
  });
  const entries = [...joined(stays, old).members, ...core].map(unplaced);
  const all = joined(was, old);
  const after = { members: await place(trx, entries, forest), links: forest };
  // Not before all is loaded: one that followed until now would be found where it stood.
  await insertRows(
    trx,
    'picture_key',
    { mention: 'bigint', keys: 'integer[]' },
    core.map(({ id, keys }) => ({ mention: id, keys })),
  );
  await writeComponents(trx, all, after);
  await writeFollowers(trx, followers);
  await writeDoubts(trx, found.doubts, (statement) => found.entries.get(statement)?.id ?? 0);
  return [...new Set([...movedClusters(all, after), ...left])];
}

const idsOf = (entries: readonly { id: number }[]) => entries.map(({ id }) => id);

const joined = (one: Components, other: Components): Components => ({
  members: [...one.members, ...other.members],
  links: [...one.links, ...other.links],
});

/** The components of these members that have not been loaded. */
function unloaded({ members }: Components, met: readonly Member[]): number[] {
  const loaded = new Set(members.map(({ component }) => component));
  return [...new Set(met.map(({ component }) => component))].filter((component) => !loaded.has(component));
}

/** Without the links that rules made of these statements; a person's stay. */
function withoutRules({ members, links }: Components, statements: ReadonlySet<string>): Components {
  return {
    members,
    links: links.filter(({ a, b, score }) => score >= DECIDED || !(statements.has(a) || statements.has(b))),
  };
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
    on conflict (mention) do update set leader = excluded.leader, anchor = null, score = excluded.score, first = null,
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
  fresh: readonly StoredEntry[],
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
