import { sql, type Transaction } from 'kysely';
import { loadCatalogue } from '../../catalogue/catalogue.js';
import type { StatementKind } from '../../picture/decision.js';
import type { Line } from '../../picture/line.js';
import type { AnyMention } from '../../picture/mention.js';
import type { Source } from '../../picture/schema.js';
import type { Grade } from '../../picture/schema-grades.js';
import { attributionTitle, lineTitle, mentionTitle } from '../../picture/statement-title.js';
import { type Supported, supportIn, supportOf } from '../../picture/support.js';
import { readByIndex } from '../by-index.js';
import { gradesFor } from '../grades/grades.js';
import { loadClusters } from '../picture/clusters.js';
import { loadMentions } from '../picture/mentions.js';
import type { Database } from '../schema.js';
import type { Store } from '../store.js';

/** A statement that waits for a person. */
export interface TriageItem {
  statement: string;
  kind: StatementKind;
  title: string;
  reasons: string[];
  of: string | null;
  holder: string | null;
  source: Source;
  grade: Grade;
}

export interface TriageQuery {
  kind?: StatementKind | undefined;
  limit: number;
  /** `next` of the part before. */
  after?: string | undefined;
}

/** The statements that wait, the most urgent first. Costs the same however many there are. */
export async function triageQueue(
  { db }: Store,
  { kind, limit, after }: TriageQuery,
): Promise<{ items: TriageItem[]; next: string | null }> {
  const from = /^(\d+) (-?\d+)$/.exec(after ?? '');
  return db.transaction().execute(async (trx) => {
    await readByIndex(trx);
    const rows = await trx
      .selectFrom('picture_triage')
      .where('waiting', '=', true)
      .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? 'incident'))
      .$if(from !== null, (query) =>
        query.where(sql<boolean>`(rank, place) > (${Number(from?.[1])}::smallint, ${Number(from?.[2])}::bigint)`),
      )
      .select(['statement', 'of', 'kind', 'reasons', 'rank', 'place'])
      .orderBy('rank')
      .orderBy('place')
      .limit(limit + 1)
      .execute();
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const items = await itemsOf(trx, shown);
    return { items, next: rows.length > limit && last ? `${last.rank} ${last.place}` : null };
  });
}

type Row = Pick<TriageItem, 'statement' | 'of' | 'kind' | 'reasons'>;
type Told = Omit<TriageItem, 'grade' | 'reasons'> & Supported;

/** These statements as people see them, in their order; those that the picture does not have are missing. */
export async function itemsOf(trx: Transaction<Database>, rows: readonly Row[]): Promise<TriageItem[]> {
  if (rows.length === 0) return [];
  const found = new Map([...(await mentioned(trx, rows)), ...(await lined(trx, rows))]);
  const told = rows.flatMap(({ statement }) => found.get(statement) ?? []);
  const grades = await gradesFor(trx, told);
  return told.flatMap(({ origins: _, against: __, ...item }, index) => {
    const grade = grades[index];
    return grade
      ? [{ ...item, reasons: rows.find((row) => row.statement === item.statement)?.reasons ?? [], grade }]
      : [];
  });
}

/** Incidents, attributions and warnings, with what the cluster that holds them says for and against them. */
async function mentioned(trx: Transaction<Database>, rows: readonly Row[]): Promise<Map<string, Told>> {
  const ids = [...new Set(rows.map(({ statement, of }) => of ?? statement))];
  const stored = await trx
    .selectFrom('picture_mention as mention')
    .leftJoin('picture_member as member', 'member.mention', 'mention.id')
    .where('statement', 'in', ids)
    .select(['mention.id', 'statement', 'cluster'])
    .execute();
  const read = await loadMentions(
    trx,
    stored.map(({ id }) => id),
  );
  const mentions = stored.flatMap((row) => {
    const data = read.get(row.id);
    return data ? [{ ...row, data }] : [];
  });
  const clusters = await loadClusters(trx, [...new Set(mentions.flatMap(({ cluster }) => cluster ?? []))]);
  const known = loadCatalogue();
  const supported = new Map(
    clusters
      .flatMap((held) => ('attributions' in held ? supportIn(held, known) : supportOf(held)))
      .map((support) => [support.source.statement, support]),
  );
  const byId = new Map(mentions.map((mention) => [mention.statement, mention]));
  return new Map(
    rows.flatMap(({ statement, of, kind }) => {
      const held = byId.get(of ?? statement);
      const support = supported.get(statement);
      if (!held || !support) return [];
      return [
        [statement, { statement, kind, title: titleOf(held.data, statement), of, holder: held.cluster, ...support }],
      ];
    }),
  );
}

function titleOf(mention: AnyMention, statement: string): string {
  return mention.kind === 'incident' && mention.statement !== statement
    ? attributionTitle(mention, statement)
    : mentionTitle(mention);
}

/** Threats, responses and relations. They are not joined with others, so each has its one origin. */
async function lined(trx: Transaction<Database>, rows: readonly Row[]): Promise<Map<string, Told>> {
  const found = await trx
    .selectFrom('picture_statement as row')
    .innerJoin('picture_origin as origin', 'origin.report', 'row.report')
    .innerJoin('report as first', 'first.seq', 'origin.origin')
    .where('row.id', 'in', ['', ...rows.map(({ statement }) => statement)])
    .select(['row.data', 'first.id as origin'])
    .execute();
  return new Map(
    found.map(({ data, origin }: { data: Line; origin: string }) => {
      const { statement, report, published, publisher, ...rest } = data.source;
      const source = { statement, report, published, publisher, origin, ...rest };
      const title = lineTitle(data);
      return [statement, { statement, kind: data.kind, title, of: null, holder: null, source, origins: 1, against: 0 }];
    }),
  );
}
