import { type Kysely, sql } from 'kysely';
import { groupBy, type Link, link } from '../../picture/forest.js';
import { buildIncident } from '../../picture/incident.js';
import type { AnyMention, IncidentMention, WarningMention } from '../../picture/mention.js';
import type { PictureIncident, PictureWarning } from '../../picture/schema.js';
import { buildWarning } from '../../picture/warning.js';
import { statementsIn, withoutRejected } from '../../picture/without.js';
import type { Database } from '../schema.js';
import { type AsOf, knownBy } from './as-of.js';
import { decidedOn } from './decided.js';
import { loadMentions } from './mentions.js';
import { originsOf } from './origins.js';

/**
 * Incidents and warnings with all that their members say, as they are in the store now.
 * @param asOf only the members whose reports could be known by then count; why they stand together is left out then
 */
export async function loadClusters(
  db: Kysely<Database>,
  ids: readonly string[],
  asOf: AsOf | null = null,
): Promise<(PictureIncident | PictureWarning)[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('picture_member as member')
    .innerJoin('picture_mention as mention', 'mention.id', 'member.mention')
    .where('cluster', '=', sql<string>`any(${ids}::text[])`)
    .$if(asOf !== null, (query) =>
      query.where('mention.report', 'in', (own) =>
        own
          .selectFrom('report')
          .whereRef('report.seq', '=', 'mention.report')
          .where(asOf ? knownBy(asOf) : sql<boolean>`true`)
          .select('seq'),
      ),
    )
    .select(['cluster', 'mention.id', 'report', 'statement', 'leader', 'score'])
    .orderBy('mention.id')
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  const linksOf = asOf === null ? await linksBetween(db, byId) : new Map<string, Link[]>();
  const mentions = await loadMentions(db, [...byId.keys()]);
  const { rejected, corrections } = await decidedOn(db, [...mentions.values()].flatMap(statementsIn));
  const origins = await originsOf(db, [...new Set(rows.map(({ report }) => report))]);
  const originByReport = new Map(
    rows.flatMap(({ id, report }) => {
      const mention = mentions.get(id);
      return mention ? [[mention.report, origins.get(report)?.id ?? mention.report] as const] : [];
    }),
  );
  const originOf = (report: string) => originByReport.get(report) ?? report;
  return groupBy(rows, ({ cluster }) => cluster).map((own) => {
    const members: AnyMention[] = own
      .flatMap(({ id }) => mentions.get(id) ?? [])
      .map((mention) => withoutRejected(mention, rejected));
    const statements = new Set(members.map(({ statement }) => statement));
    const corrected = corrections.filter(({ statement }) => statements.has(statement));
    const held = linksOf.get(own[0]?.cluster ?? '') ?? [];
    // The members of a cluster are of one kind: a conflict of kinds forbids every merge, a person's included.
    return members[0]?.kind === 'warning'
      ? buildWarning(members as WarningMention[], held, originOf, corrected)
      : buildIncident(members as IncidentMention[], held, originOf, corrected);
  });
}

interface Row {
  id: number;
  cluster: string;
  statement: string;
  leader: number | null;
  score: number | null;
}

/** By incident or warning, what holds its members together. */
async function linksBetween(db: Kysely<Database>, byId: ReadonlyMap<number, Row>): Promise<Map<string, Link[]>> {
  const links = await db
    .selectFrom('picture_link')
    .where('a', '=', sql<number>`any(${[...byId.keys()]}::bigint[])`)
    .select(['a', 'b', 'score'])
    .execute();
  const led = [...byId.values()].flatMap(({ id, leader, score }) =>
    leader !== null && score !== null ? [{ a: id, b: leader, score }] : [],
  );
  const linksOf = new Map<string, Link[]>();
  for (const { a, b, score } of [...links, ...led]) {
    const [one, other] = [byId.get(a), byId.get(b)];
    if (!one || !other || one.cluster !== other.cluster) continue;
    const held = linksOf.get(one.cluster) ?? [];
    held.push(link(one.statement, other.statement, score));
    linksOf.set(one.cluster, held);
  }
  return linksOf;
}
