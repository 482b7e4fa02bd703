import { sql, type Transaction } from 'kysely';
import { type Link, link } from '../../picture/forest.js';
import type { Database } from '../schema.js';
import { inChunks } from './chunks.js';
import type { StoredEntry } from './statements.js';

/** A mention and where it stands. */
export interface Member extends StoredEntry {
  component: number;
  cluster: string;
}

/** All mentions that links hold together with others, and the forest of those links. */
export interface Components {
  members: Member[];
  links: Link[];
}

export const NOTHING: Components = { members: [], links: [] };

/** The mentions that share a key with any of these, where they stand; the rejected are not among them. */
export async function loadPool(trx: Transaction<Database>, keys: readonly number[]): Promise<Member[]> {
  if (keys.length === 0) return [];
  return members(trx).where(sql<boolean>`mention.keys && ${keys}::integer[]`).execute();
}

/** The mentions of these statements, where they stand. */
export async function loadStatements(trx: Transaction<Database>, statements: readonly string[]): Promise<Member[]> {
  if (statements.length === 0) return [];
  return members(trx).where('statement', '=', sql<string>`any(${statements}::text[])`).execute();
}

/** The components of these ids, whole. */
export async function loadComponents(trx: Transaction<Database>, ids: readonly number[]): Promise<Components> {
  if (ids.length === 0) return NOTHING;
  const found = await members(trx).where('component', '=', sql<number>`any(${ids}::bigint[])`).execute();
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
  await inChunks(links.gone.map(linkRow), (chunk) =>
    sql`delete from picture_link using unnest(${chunk.map(({ a }) => a)}::bigint[], ${chunk.map(({ b }) => b)}::bigint[]) as gone (a, b)
      where picture_link.a = gone.a and picture_link.b = gone.b`.execute(trx),
  );
  await inChunks(links.come.map(linkRow), (chunk) => trx.insertInto('picture_link').values(chunk).execute());
  const moved = changes(before.members, after.members, ({ id, component, cluster }) => `${id} ${component} ${cluster}`);
  const gone = moved.gone.map(({ id }) => id);
  if (gone.length > 0)
    await trx.deleteFrom('picture_member').where('mention', '=', sql<number>`any(${gone}::bigint[])`).execute();
  await inChunks(moved.come, (chunk) =>
    trx
      .insertInto('picture_member')
      .values(chunk.map(({ id, component, cluster }) => ({ mention: id, component, cluster })))
      .execute(),
  );
}

/** Ids of the clusters whose members or links are not what they were. */
export function changedClusters(before: Components, after: Components): string[] {
  const moved = changes(before.members, after.members, ({ id, cluster }) => `${id} ${cluster}`);
  const links = changes(before.links, after.links, ({ a, b, score }) => `${a} ${b} ${score}`);
  const ends = new Set([...links.gone, ...links.come].flatMap(({ a, b }) => [a, b]));
  const linked = [...before.members, ...after.members].filter(({ feature }) => ends.has(feature.statement));
  return [...new Set([...moved.gone, ...moved.come, ...linked].map(({ cluster }) => cluster))];
}

function changes<T>(before: readonly T[], after: readonly T[], keyOf: (item: T) => string): { gone: T[]; come: T[] } {
  const [was, is] = [new Set(before.map(keyOf)), new Set(after.map(keyOf))];
  return { gone: before.filter((item) => !is.has(keyOf(item))), come: after.filter((item) => !was.has(keyOf(item))) };
}

function members(trx: Transaction<Database>) {
  return trx
    .selectFrom('picture_member as member')
    .innerJoin('picture_mention as mention', 'mention.id', 'member.mention')
    .select(['mention.id', 'keys', 'feature', 'component', 'cluster'])
    .orderBy('mention.id');
}
