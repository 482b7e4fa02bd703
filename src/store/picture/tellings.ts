import { type Kysely, sql } from 'kysely';
import { sourceOf } from '../../picture/gather.js';
import type { IncidentSummary, Source } from '../../picture/schema.js';
import type { Database } from '../schema.js';
import type { Store } from '../store.js';
import { loadMentions } from './mentions.js';
import { originsOf } from './origins.js';

/** Tellings that are looked through for one of the status that is held. */
const MOST = 8;

/**
 * By incident, the words in which it was first told here as what it is held to be: an attack that was warned of by the
 * words that it happened, not by those of the warning. Where none of its first tellings says so, the first.
 */
export async function firstTellings(
  { db }: Store,
  incidents: readonly Pick<IncidentSummary, 'id' | 'status'>[],
): Promise<Map<string, Source>> {
  const first = await tellings(db, incidents, 1);
  const others = incidents.filter(({ id, status }) => first.get(id)?.[0]?.status !== status);
  const more = others.length > 0 ? await tellings(db, others, MOST) : new Map<string, Telling[]>();
  return new Map(
    incidents.flatMap(({ id, status }) => {
      const told = more.get(id) ?? first.get(id) ?? [];
      const best = told.find((telling) => telling.status === status) ?? told[0];
      return best ? [[id, best.source] as const] : [];
    }),
  );
}

interface Telling {
  status: string | undefined;
  source: Source;
}

/** The first `most` tellings of each of the incidents, in the order of their reports. */
async function tellings(
  db: Kysely<Database>,
  incidents: readonly { id: string }[],
  most: number,
): Promise<Map<string, Telling[]>> {
  const ids = incidents.map(({ id }) => id);
  const rows = await db
    .selectFrom((from) =>
      from
        .selectFrom('picture_member as member')
        .innerJoin('picture_mention as mention', 'mention.id', 'member.mention')
        .where('member.cluster', '=', sql<string>`any(${ids}::text[])`)
        .select(['member.cluster', 'mention.id', 'mention.report'])
        .select(sql<number>`row_number() over (partition by member.cluster order by mention.id)`.as('place'))
        .as('told'),
    )
    .where('place', '<=', most)
    .select(['cluster', 'id', 'report'])
    .orderBy('cluster')
    .orderBy('id')
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
  const out = new Map<string, Telling[]>();
  for (const { cluster, id, report } of rows) {
    const mention = mentions.get(id);
    if (mention?.kind !== 'incident') continue;
    const { type, status } = mention.said;
    const [told] = type;
    if (!told) continue;
    const source = sourceOf(mention, told, origins.get(report)?.id ?? mention.report);
    out.set(cluster, [...(out.get(cluster) ?? []), { status: status[0]?.value, source }]);
  }
  return out;
}
