import { sql, type Transaction } from 'kysely';
import { type Link, link } from '../../picture/forest.js';
import { inParts, insertRows } from '../bulk.js';
import type { Database } from '../schema.js';
import type { First } from './regroup.js';
import type { StoredEntry } from './statements.js';

/** What holds a mention that gives no day (picture/anchors.ts). */
export interface Held {
  anchor: { id: number; rank: number; score: number } | null;
}

/** A mention that is compared with others, and where it stands. */
export interface Member extends StoredEntry, First, Held {
  component: number;
  cluster: string;
}

/** All mentions that links hold together, but for those that follow others, and the forest of those links. */
export interface Components {
  members: Member[];
  links: Link[];
}

const NOTHING: Components = { members: [], links: [] };

/** The mentions that share a key with any of these, where they stand. */
export async function loadPool(trx: Transaction<Database>, keys: readonly number[]): Promise<Member[]> {
  if (keys.length === 0) return [];
  const sharing = sql<number>`(select found.mention from unnest(${inParts(keys)}::text[]) as part, lateral (
    select mention from picture_key where keys && part::integer[] offset 0) as found)`;
  return toMembers(await members(trx).where('mention.id', 'in', sharing).execute());
}

/** Those of these statements that are compared with others, where they stand. */
export async function loadStatements(trx: Transaction<Database>, statements: readonly string[]): Promise<Member[]> {
  if (statements.length === 0) return [];
  return toMembers(await members(trx).where('statement', '=', sql<string>`any(${statements}::text[])`).execute());
}

/** The components of these ids, whole. */
export async function loadComponents(trx: Transaction<Database>, ids: readonly number[]): Promise<Components> {
  if (ids.length === 0) return NOTHING;
  const found = toMembers(
    await members(trx).where('member.component', '=', sql<number>`any(${ids}::bigint[])`).execute(),
  );
  const byId = new Map(found.map((member) => [member.id, member.feature.statement]));
  const links = await trx
    .selectFrom('picture_link')
    .where('a', '=', sql<number>`any(${[...byId.keys()]}::bigint[])`)
    .select(['a', 'b', 'score'])
    .execute();
  return { members: found, links: links.map(({ a, b, score }) => link(byId.get(a) ?? '', byId.get(b) ?? '', score)) };
}

/** Writes what is different in components from what was. */
export async function writeComponents(
  trx: Transaction<Database>,
  before: Components,
  after: Components,
): Promise<void> {
  const ids = new Map([...before.members, ...after.members].map(({ id, feature }) => [feature.statement, id]));
  const linkRow = ({ a, b, score }: Link) => ({ a: ids.get(a) ?? 0, b: ids.get(b) ?? 0, score });
  const links = changes(before.links, after.links, ({ a, b, score }) => `${a} ${b} ${score}`);
  const gone = links.gone.map(linkRow);
  if (gone.length > 0)
    await sql`delete from picture_link using unnest(${gone.map(({ a }) => a)}::bigint[], ${gone.map(({ b }) => b)}::bigint[]) as gone (a, b)
      where picture_link.a = gone.a and picture_link.b = gone.b`.execute(trx);
  await insertRows(trx, 'picture_link', { a: 'bigint', b: 'bigint', score: 'integer' }, links.come.map(linkRow));
  const where = ({ id, component, cluster, first, anchor }: Member) =>
    `${id} ${component} ${cluster} ${first} ${anchor?.id}`;
  const moved = changes(before.members, after.members, where).come;
  await insertRows(
    trx,
    'picture_member',
    {
      ...{ mention: 'bigint', facet: 'bigint', rank: 'bigint', first: 'bigint', first_own: 'text' },
      ...{ anchor: 'bigint', score: 'integer', component: 'bigint', cluster: 'text' },
    },
    moved.map(({ id, firstOwn, anchor, ...member }) => ({
      ...member,
      mention: id,
      first_own: firstOwn,
      anchor: anchor?.id,
      score: anchor?.score,
    })),
    sql`on conflict (mention) do update set leader = null, anchor = excluded.anchor, score = excluded.score,
      first = excluded.first, first_own = excluded.first_own, component = excluded.component,
      cluster = excluded.cluster`,
  );
  const known = new Set(before.members.map(({ id }) => id));
  const led = moved.map(({ id }) => id).filter((id) => known.has(id));
  if (led.length > 0)
    await sql`update picture_member as follower set component = leader.component, cluster = leader.cluster
      from picture_member as leader
      where leader.mention = any(${led}::bigint[]) and follower.leader = leader.mention
        and (follower.component, follower.cluster) <> (leader.component, leader.cluster)`.execute(trx);
}

/** Ids of the incidents and warnings that mentions have left or come to that stood somewhere before. */
export function movedClusters(before: Components, after: Components): string[] {
  const was = new Map(before.members.map(({ id, cluster }) => [id, cluster]));
  const is = new Map(after.members.map(({ id, cluster }) => [id, cluster]));
  return [...was].flatMap(([id, cluster]) => {
    const now = is.get(id);
    return now === cluster ? [] : now === undefined ? [cluster] : [cluster, now];
  });
}

function changes<T>(before: readonly T[], after: readonly T[], keyOf: (item: T) => string): { gone: T[]; come: T[] } {
  const [was, is] = [new Set(before.map(keyOf)), new Set(after.map(keyOf))];
  return { gone: before.filter((item) => !is.has(keyOf(item))), come: after.filter((item) => !was.has(keyOf(item))) };
}

function members(trx: Transaction<Database>) {
  return trx
    .selectFrom('picture_key as key')
    .innerJoin('picture_member as member', 'member.mention', 'key.mention')
    .innerJoin('picture_mention as mention', 'mention.id', 'member.mention')
    .leftJoin('picture_member as holder', 'holder.mention', 'member.anchor')
    .select(['mention.id', 'own', 'keys', 'feature', 'member.facet', 'member.rank', 'member.first', 'member.first_own'])
    .select(['member.component', 'member.cluster', 'member.anchor', 'member.score', 'holder.rank as anchor_rank'])
    .orderBy('mention.id');
}

type Row = Omit<Member, keyof First | keyof Held> & {
  first: number | null;
  first_own: string | null;
  anchor: number | null;
  score: number | null;
  anchor_rank: number | null;
};

function toMembers(rows: readonly Row[]): Member[] {
  return rows.map(({ first, first_own, anchor, score, anchor_rank, ...row }) => ({
    ...row,
    first: first ?? row.id,
    firstOwn: first_own ?? row.own,
    anchor: anchor === null ? null : { id: anchor, rank: anchor_rank ?? 0, score: score ?? 0 },
  }));
}
