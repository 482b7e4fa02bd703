import { sql } from 'kysely';
import { sourceOf } from '../../picture/gather.js';
import type { Source } from '../../picture/schema.js';
import type { Store } from '../store.js';
import { loadMentions } from './mentions.js';
import { originsOf } from './origins.js';

/** By incident, the words in which it was first told here. */
export async function firstTellings({ db }: Store, incidents: readonly string[]): Promise<Map<string, Source>> {
  const rows = await db
    .selectFrom('picture_member as member')
    .innerJoin('picture_mention as mention', 'mention.id', 'member.mention')
    .where('member.cluster', '=', sql<string>`any(${incidents}::text[])`)
    .distinctOn('member.cluster')
    .select(['member.cluster', 'mention.id', 'mention.report'])
    .orderBy('member.cluster')
    .orderBy('mention.id')
    .execute();
  const [mentions, origins] = await Promise.all([
    loadMentions(
      db,
      rows.map(({ id }) => id),
    ),
    originsOf(
      db,
      rows.map(({ report }) => report),
    ),
  ]);
  return new Map(
    rows.flatMap(({ cluster, id, report: seq }) => {
      const mention = mentions.get(id);
      const [told] = mention?.kind === 'incident' ? mention.said.type : [];
      if (!mention || !told) return [];
      return [[cluster, sourceOf(mention, told, origins.get(seq)?.id ?? mention.report)] as const];
    }),
  );
}
