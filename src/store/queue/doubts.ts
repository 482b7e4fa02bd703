import { sql, type Transaction } from 'kysely';
import { likeness } from '../../picture/compare.js';
import { sourceOf } from '../../picture/gather.js';
import type { AnyMention, Told } from '../../picture/mention.js';
import type { Source } from '../../picture/schema.js';
import { mentionTitle } from '../../picture/statement-title.js';
import { readByIndex } from '../by-index.js';
import { loadMentions } from '../picture/mentions.js';
import { originsOf } from '../picture/origins.js';
import type { Database } from '../schema.js';
import type { Store } from '../store.js';

/** Pairs looked through for one part of the queue or for the count: whatever there is, the cost is bounded. */
const LOOK = 1000;

interface DoubtSide {
  statement: string;
  holder: string;
  title: string;
  said: { slot: string; value: unknown; source: Source }[];
}

/** Two statements that may tell of the same, and are not joined. */
export interface Doubt {
  kind: AnyMention['kind'];
  score: number;
  reasons: string[];
  a: DoubtSide;
  b: DoubtSide;
}

interface Pair {
  mention: number;
  other: number;
  score: number;
  open: boolean;
}

/**
 * Pairs of statements in doubt, the likeliest first, the later ones before the earlier: those that stand apart and on
 * which nobody has decided. A part may be shorter than asked for though there is a next one.
 */
export async function doubtQueue(
  { db }: Store,
  { limit, after }: { limit: number; after?: string | undefined },
): Promise<{ items: Doubt[]; next: string | null }> {
  return db.transaction().execute(async (trx) => {
    const pairs = await look(trx, after);
    const open = pairs.filter((pair) => pair.open).slice(0, limit);
    const more = pairs.length === LOOK || pairs.filter((pair) => pair.open).length > limit;
    const last = open.length === limit ? open.at(-1) : pairs.at(-1);
    return { items: await doubtsOf(trx, open), next: more && last ? `${last.score} ${last.mention}` : null };
  });
}

/** How many doubts are open; where `more`, at least so many. */
export async function countDoubts({ db }: Store): Promise<{ waiting: number; more: boolean }> {
  const pairs = await db.transaction().execute((trx) => look(trx, undefined));
  return { waiting: pairs.filter(({ open }) => open).length, more: pairs.length === LOOK };
}

/** The next pairs, each once, and whether they are open. */
async function look(trx: Transaction<Database>, after: string | undefined): Promise<Pair[]> {
  await readByIndex(trx);
  const from = /^(\d+) (\d+)$/.exec(after ?? '');
  const beyond = from ? sql`where (score, mention) < (${Number(from[1])}::integer, ${Number(from[2])}::bigint)` : sql``;
  const { rows } = await sql<Pair>`
    select doubt.mention, doubt.other, doubt.score,
      own.cluster <> others.cluster
      -- Each the other's likeliest: the pair is shown once, where the later one stands.
      and not (doubt.mention < doubt.other and exists (
        select from picture_doubt as back where back.mention = doubt.other and back.other = doubt.mention))
      and not exists (
        select from decision left join decision_undone on decision_undone.decision = decision.id
        where decision_undone.decision is null and decision.kind in ('join', 'part')
          and ((decision.a = one.statement and decision.b = two.statement)
            or (decision.a = two.statement and decision.b = one.statement))) as open
    from (select * from picture_doubt ${beyond} order by score desc, mention desc limit ${LOOK}) as doubt
    join picture_member as own on own.mention = doubt.mention
    join picture_member as others on others.mention = doubt.other
    join picture_mention as one on one.id = doubt.mention
    join picture_mention as two on two.id = doubt.other
    order by doubt.score desc, doubt.mention desc`.execute(trx);
  return rows;
}

async function doubtsOf(trx: Transaction<Database>, pairs: readonly Pair[]): Promise<Doubt[]> {
  const ids = [...new Set(pairs.flatMap(({ mention, other }) => [mention, other]))];
  const found = await trx
    .selectFrom('picture_mention as mention')
    .innerJoin('picture_member as member', 'member.mention', 'mention.id')
    .where('mention.id', '=', sql<number>`any(${ids}::bigint[])`)
    .select(['mention.id', 'report', 'feature', 'cluster'])
    .execute();
  const mentions = await loadMentions(trx, ids);
  const rows = found.flatMap((row) => {
    const data = mentions.get(row.id);
    return data ? [{ ...row, data }] : [];
  });
  const origins = await originsOf(trx, [...new Set(rows.map(({ report }) => report))]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const side = ({ data, cluster, report }: (typeof rows)[number]): DoubtSide => ({
    statement: data.statement,
    holder: cluster,
    title: mentionTitle(data),
    said: saidIn(data, origins.get(report)?.id ?? data.report),
  });
  return pairs.flatMap(({ mention, other, score }) => {
    const [one, two] = [byId.get(mention), byId.get(other)];
    if (!one || !two) return [];
    const reasons = likeness(one.feature, two.feature)?.reasons ?? [];
    return [{ kind: one.data.kind, score: score / 100, reasons, a: side(two), b: side(one) }];
  });
}

/** All that a statement says, slot by slot, each value with its words. */
function saidIn(mention: AnyMention, origin: string): DoubtSide['said'] {
  const slots: Record<string, readonly Told<unknown>[]> = mention.said;
  return Object.entries(slots).flatMap(([slot, told]) =>
    told.map((one) => ({ slot, value: one.value, source: sourceOf(mention, one, origin) })),
  );
}
