import type { Transaction } from 'kysely';
import { type Parted, partition } from '../../picture/cluster.js';
import { DECIDED, type Link, link, spanningForest } from '../../picture/forest.js';
import { findLinks } from '../../picture/links.js';
import { clusterId } from '../../picture/refs.js';
import type { Database } from '../schema.js';
import {
  type Components,
  changedClusters,
  loadComponents,
  loadPool,
  loadStatements,
  type Member,
  NOTHING,
  writeComponents,
} from './components.js';
import { writeDoubts } from './doubts.js';
import { pairs, rulingsOn } from './rulings.js';
import type { StoredEntry } from './statements.js';

/**
 * Compares fresh mentions with all that share a key with them, and makes the components that they touch anew: links,
 * clusters, doubts. Only these are read and written, so the cost does not grow with the number of reports.
 * @param fresh mentions that are compared; rejected ones are left out here
 * @param before the components that fresh mentions stand in until now, whole: all their members are fresh
 * @returns ids of the incidents and warnings that are not what they were
 */
export async function relink(
  trx: Transaction<Database>,
  fresh: readonly StoredEntry[],
  before: Components = NOTHING,
): Promise<string[]> {
  if (fresh.length === 0) return [];
  const rulings = await rulingsOn(trx, fresh.map(statementOf));
  const rejected = new Set(rulings.filter(({ kind }) => kind === 'reject').map(({ a }) => a));
  const counted = fresh.filter((entry) => !rejected.has(statementOf(entry)));
  const again = new Set(fresh.map(({ id }) => id));
  const pool = (await loadPool(trx, [...new Set(counted.flatMap(({ keys }) => keys))])).filter(
    ({ id }) => !again.has(id),
  );
  const { links, doubts } = findLinks(counted, [...counted, ...pool]);
  const joins = await joinsOf(trx, pairs(rulings, 'join'), counted, rejected);

  const linked = new Set([...links, ...joins.links].flatMap(({ a, b }) => [a, b]));
  const touched = [...pool, ...joins.others].filter((member) => linked.has(statementOf(member)));
  const old = await loadComponents(trx, [...new Set(touched.map(({ component }) => component))]);
  const forest = spanningForest([...old.links, ...links, ...joins.links]);
  const after = { members: await place(trx, [...old.members, ...counted], forest), links: forest };
  const was = { members: [...before.members, ...old.members], links: [...before.links, ...old.links] };
  await writeComponents(trx, was, after);
  const ids = new Map([...pool, ...counted].map((entry) => [statementOf(entry), entry.id]));
  await writeDoubts(trx, doubts, (statement) => ids.get(statement) ?? 0);
  return changedClusters(was, after);
}

/** Where the mentions stand: components and clusters, by their first members. */
async function place(trx: Transaction<Database>, entries: StoredEntry[], forest: Link[]): Promise<Member[]> {
  const byStatement = new Map(entries.map((entry) => [statementOf(entry), entry]));
  const parted: Parted[] = pairs(await rulingsOn(trx, [...byStatement.keys()]), 'part');
  const firstOf = (statements: string[]) =>
    statements
      .flatMap((statement) => byStatement.get(statement) ?? [])
      .reduce((first, entry) => (entry.id < first.id ? entry : first));
  return partition(
    entries.map(({ feature }) => feature),
    forest,
    parted,
  ).flatMap(({ statements, clusters }) => {
    const component = firstOf(statements).id;
    return clusters.flatMap((inside) => {
      const cluster = clusterId(statementOf(firstOf(inside)));
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
  counted: readonly StoredEntry[],
  rejected: ReadonlySet<string>,
): Promise<{ links: Link[]; others: Member[] }> {
  const own = new Map<string, StoredEntry>(counted.map((entry) => [statementOf(entry), entry]));
  const others = await loadStatements(
    trx,
    joined.flatMap(({ a, b }) => [a, b]).filter((statement) => !own.has(statement) && !rejected.has(statement)),
  );
  const all = new Map<string, StoredEntry>([...own, ...others.map((member) => [statementOf(member), member] as const)]);
  const links = joined.flatMap(({ a, b }) => {
    const [one, other] = [all.get(a), all.get(b)];
    return one && other && one.feature.kind === other.feature.kind ? [link(a, b, DECIDED)] : [];
  });
  return { links, others };
}

const statementOf = ({ feature }: StoredEntry) => feature.statement;
