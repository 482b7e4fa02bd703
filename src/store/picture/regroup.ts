import { sql, type Transaction } from 'kysely';
import { keysOf } from '../../picture/keys.js';
import { byRank, type Following, followings, LEADERS, leaderOf } from '../../picture/leaders.js';
import type { Database } from '../schema.js';
import { pairs, rulingsOn } from './rulings.js';
import type { StoredEntry } from './statements.js';

/** A mention that follows another (picture/leaders.ts). */
export interface Follower {
  entry: StoredEntry;
  leader: number;
  score: number;
}

/** The first mention among one that is compared with others and those that follow it. */
export interface First {
  first: number;
  firstOwn: string;
}

/** What is different in who leads and who follows. */
export interface Regrouped {
  /** Compared with others from now on; fresh ones and such as followed until now. */
  core: StoredEntry[];
  /** Compared with others until now; they follow from now on, or are gone. */
  uncored: number[];
  /** Following from now on, or another than until now. */
  followers: Follower[];
  /** `first` of those that are compared, where it is not what it was. */
  firsts: Map<number, First>;
  /** Incidents and warnings in which mentions stood that now follow others, or none any more. */
  left: string[];
}

/** A mention with what it is now. */
interface Standing extends StoredEntry {
  leader: number | null;
  first: number | null;
  cluster: string;
}

/**
 * Finds who leads and who follows when mentions come or go. Where the leaders of a facet stay what they are, which is
 * so the more often the more there are that follow them, only these are read.
 * @param fresh mentions that come, none of them rejected
 * @param gone mentions that stand and are taken out
 * @param anew facets of which all is to be found anew, since decisions about their mentions have changed
 */
export async function regroup(
  trx: Transaction<Database>,
  fresh: readonly StoredEntry[],
  gone: readonly StoredEntry[] = [],
  anew: readonly number[] = [],
): Promise<Regrouped> {
  const found: Regrouped = { core: [], uncored: [], followers: [], firsts: new Map(), left: [] };
  const groups = new Map<number, StoredEntry[]>(
    [...anew, ...gone.map(({ facet }) => facet)].map((facet) => [facet, []]),
  );
  const whole = new Set(groups.keys());
  for (const entry of fresh) {
    const group = groups.get(entry.facet);
    if (group) group.push(entry);
    else groups.set(entry.facet, [entry]);
  }
  const heads = await loadHeads(
    trx,
    [...groups.keys()].filter((facet) => !whole.has(facet)),
  );
  const follow = new Set<number>();
  for (const [facet, entries] of groups) {
    if (whole.has(facet)) continue;
    const head = heads.get(facet) ?? [];
    const last = head[LEADERS - 1];
    if (head.length + entries.length <= LEADERS) found.core.push(...entries);
    else if (last && entries.every(({ rank }) => rank > last.rank)) follow.add(facet);
    else whole.add(facet);
  }
  await joinGroups(
    trx,
    [...follow].map((facet) => [groups.get(facet) ?? [], heads.get(facet) ?? []]),
    found,
  );
  await makeAnew(trx, [...whole], groups, new Set(gone.map(({ id }) => id)), found);
  return found;
}

/** Mentions of facets whose leaders stay. */
async function joinGroups(
  trx: Transaction<Database>,
  groups: [StoredEntry[], { id: number }[]][],
  found: Regrouped,
): Promise<void> {
  if (groups.length === 0) return;
  const decided = await decidedAmong(
    trx,
    groups.flatMap(([entries]) => entries),
  );
  const leaders = new Map(
    (
      await loadStanding(
        trx,
        'mention',
        groups.flatMap(([, head]) => head.map(({ id }) => id)),
      )
    ).map((one) => [one.id, one]),
  );
  for (const [entries, head] of groups) {
    const ranked = head.flatMap(({ id }) => leaders.get(id) ?? []).sort(byRank);
    for (const entry of entries) {
      const following = decided.has(entry.feature.statement) ? null : leaderOf(entry.feature, ranked);
      if (following) found.followers.push({ entry, leader: following.leader.id, score: following.score });
      else found.core.push(entry);
    }
  }
}

/** All of some facets, from nothing. */
async function makeAnew(
  trx: Transaction<Database>,
  facets: readonly number[],
  fresh: ReadonlyMap<number, StoredEntry[]>,
  gone: ReadonlySet<number>,
  found: Regrouped,
): Promise<void> {
  if (facets.length === 0) return;
  const standing = await loadStanding(trx, 'facet', facets);
  const was = new Map(standing.map((one) => [one.id, one]));
  for (const one of standing)
    if (gone.has(one.id)) {
      found.left.push(one.cluster);
      if (one.leader === null) found.uncored.push(one.id);
    }
  const decided = await decidedAmong(trx, [...standing, ...facets.flatMap((facet) => fresh.get(facet) ?? [])]);
  for (const facet of facets) {
    const group: StoredEntry[] = [
      ...standing.filter((one) => one.facet === facet && !gone.has(one.id)),
      ...(fresh.get(facet) ?? []),
    ];
    const following = followings(group, decided);
    for (const [entry, to] of following) noteChange(entry, to, was.get(entry.id), found);
    for (const [id, first] of firstsOf(following)) if (was.get(id)?.first !== first.first) found.firsts.set(id, first);
  }
}

function noteChange(
  entry: StoredEntry,
  to: Following<StoredEntry> | null,
  was: Standing | undefined,
  found: Regrouped,
): void {
  if (was && was.leader === (to?.leader.id ?? null)) return;
  if (was) found.left.push(was.cluster);
  if (to) found.followers.push({ entry, leader: to.leader.id, score: to.score });
  else found.core.push(was ? { ...entry, keys: keysOf(entry.feature) } : entry);
  if (was && was.leader === null) found.uncored.push(entry.id);
}

function firstsOf(following: ReadonlyMap<StoredEntry, Following<StoredEntry> | null>): Map<number, First> {
  const firsts = new Map<number, First>();
  for (const [entry, to] of following) {
    const { id } = to?.leader ?? entry;
    const known = firsts.get(id);
    if (!known || entry.id < known.first) firsts.set(id, { first: entry.id, firstOwn: entry.own });
  }
  return firsts;
}

/** The mentions of each facet with the smallest hashes, as many as lead. */
async function loadHeads(
  trx: Transaction<Database>,
  facets: readonly number[],
): Promise<Map<number, { id: number; rank: number }[]>> {
  if (facets.length === 0) return new Map();
  const { rows } = await sql<{ facet: number; id: number; rank: number }>`
    select facet, id, rank from unnest(${facets}::bigint[]) as asked (facet), lateral (
      select mention as id, rank from picture_member where picture_member.facet = asked.facet
      order by rank limit ${LEADERS}
    ) as head`.execute(trx);
  const heads = new Map<number, { id: number; rank: number }[]>();
  for (const { facet, ...one } of rows) {
    const head = heads.get(facet);
    if (head) head.push(one);
    else heads.set(facet, [one]);
  }
  return heads;
}

/** Mentions that stand, without their keys. */
async function loadStanding(
  trx: Transaction<Database>,
  by: 'mention' | 'facet',
  values: readonly number[],
): Promise<Standing[]> {
  if (values.length === 0) return [];
  const rows = await trx
    .selectFrom('picture_member as member')
    .innerJoin('picture_mention as mention', 'mention.id', 'member.mention')
    .where(`member.${by}`, '=', sql<number>`any(${values}::bigint[])`)
    .select(['mention.id', 'own', 'feature', 'facet', 'rank', 'leader', 'first', 'cluster'])
    .execute();
  return rows.map((row) => ({ ...row, keys: [] }));
}

async function decidedAmong(trx: Transaction<Database>, entries: readonly StoredEntry[]): Promise<Set<string>> {
  const rulings = await rulingsOn(
    trx,
    entries.map(({ feature }) => feature.statement),
  );
  return new Set([...pairs(rulings, 'join'), ...pairs(rulings, 'part')].flatMap(({ a, b }) => [a, b]));
}
