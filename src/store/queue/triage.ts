import { sql, type Transaction } from 'kysely';
import { loadCatalogue } from '../../catalogue/catalogue.js';
import type { StatementKind } from '../../picture/decision.js';
import { sourceOf } from '../../picture/gather.js';
import type { Line } from '../../picture/line.js';
import type { AnyMention } from '../../picture/mention.js';
import type { Source } from '../../picture/schema.js';
import type { Grade } from '../../picture/schema-grades.js';
import { attributionTitle, lineTitle, mentionTitle } from '../../picture/statement-title.js';
import { type Supported, sidesOf } from '../../picture/support.js';
import { readByIndex } from '../by-index.js';
import { gradesFor } from '../grades/grades.js';
import { talliesOf, weigh } from '../grades/support.js';
import { decidedOn } from '../picture/decided.js';
import { loadMentions } from '../picture/mentions.js';
import { originsOf } from '../picture/origins.js';
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

/** Incidents, attributions and warnings, with what those who tell of the same say for and against them. */
async function mentioned(trx: Transaction<Database>, rows: readonly Row[]): Promise<Map<string, Told>> {
  const ids = [...new Set(rows.map(({ statement, of }) => of ?? statement))];
  const stored = await trx
    .selectFrom('picture_mention as mention')
    .innerJoin('picture_member as member', 'member.mention', 'mention.id')
    .where('statement', '=', sql<string>`any(${ids}::text[])`)
    .select(['mention.id', 'statement', 'report', 'cluster'])
    .execute();
  const read = await loadMentions(
    trx,
    stored.map(({ id }) => id),
  );
  const byId = new Map(stored.map((row) => [row.statement, row]));
  const tallies = await talliesOf(trx, [...new Set(stored.map(({ cluster }) => cluster))]);
  const origins = await originsOf(trx, [...new Set(stored.map(({ report }) => report))]);
  const { rejected } = await decidedOn(
    trx,
    rows.map(({ statement }) => statement),
  );
  const known = loadCatalogue();
  const found = rows.flatMap((row) => {
    const held = byId.get(row.of ?? row.statement);
    const [mention, tally] = [read.get(held?.id ?? -1), tallies.get(held?.cluster ?? '')];
    if (!held || !mention || !tally || rejected.has(row.statement)) return [];
    const sides = sidesOf(tally, mention, row.statement, known);
    const origin = origins.get(held.report) ?? { seq: held.report, id: mention.report };
    return sides ? [{ row, mention, sides, cluster: held.cluster, origin, origins: tally.origins }] : [];
  });
  const weighed = await weigh(
    trx,
    found.map(({ sides, origin, ...one }) => ({ ...one, ...sides, origin: origin.seq })),
  );
  return new Map(
    found.map(({ row: { statement, of, kind }, mention, sides: { told }, cluster: holder, origin }, index) => {
      const source = sourceOf(mention, told, origin.id);
      const { origins, against } = weighed[index] ?? { origins: 1, against: 0 };
      return [statement, { statement, kind, title: titleOf(mention, statement), of, holder, source, origins, against }];
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
