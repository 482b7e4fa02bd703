import { sql } from 'kysely';
import type { ReportRow } from '../schema.js';
import type { Store } from '../store.js';

/** One line of a list of reports. */
export interface ReportSummary {
  id: string;
  /** Its title, or else its first line. */
  title: string;
  file: string | null;
  published: string | null;
  publisher: string | null;
  url: string | null;
  language: string | null;
  /** When it was accepted, ISO 8601 with time, UTC. */
  received: string;
  words: number;
  statements: {
    incidents: number;
    attributions: number;
    warnings: number;
    threats: number;
    responses: number;
    relations: number;
  };
}

export interface ReportQuery {
  /** Words that the title or the text must hold as they stand, in any case. */
  q?: string | undefined;
  limit: number;
  offset: number;
}

/** Reports, the last accepted first, and how many there are in all. */
export async function listReports(
  store: Store,
  { q, limit, offset }: ReportQuery,
): Promise<{ items: ReportSummary[]; total: number }> {
  const matching = store.db
    .selectFrom('report')
    .$if(q !== undefined && q !== '', (query) =>
      query.where((is) => is.or([is('title', 'ilike', containing(q ?? '')), is('text', 'ilike', containing(q ?? ''))])),
    );
  const { total } = await matching.select((is) => is.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await summaries(store)
    .where('report.seq', 'in', matching.select('seq').orderBy('seq', 'desc').limit(limit).offset(offset))
    .orderBy('report.seq', 'desc')
    .execute();
  return { items: rows.map(summaryOf), total };
}

/** One report's line; undefined where there is no such report. */
export async function reportSummary(store: Store, id: string): Promise<ReportSummary | undefined> {
  return (await reportSummaries(store, [id]))[0];
}

/** The lines of those of the reports that there are. */
export async function reportSummaries(store: Store, ids: readonly string[]): Promise<ReportSummary[]> {
  const rows = await summaries(store).where('report.id', '=', sql<string>`any(${ids}::text[])`).execute();
  return rows.map(summaryOf);
}

function summaries(store: Store) {
  return store.db
    .selectFrom('report')
    .innerJoin('reading', 'reading.report', 'report.id')
    .select(['id', 'title', 'file', 'published', 'publisher', 'url', 'language', 'received_at', 'words'])
    .select(['incidents', 'attributions', 'warnings', 'threats', 'responses', 'relations'])
    .select(sql<string>`left(text, 500)`.as('beginning'));
}

type SummaryRow = Pick<ReportRow, 'id' | 'title' | 'file' | 'published' | 'publisher' | 'url' | 'language' | 'words'> &
  Pick<ReportRow, 'received_at'> &
  ReportSummary['statements'] & { beginning: string };

function summaryOf({ beginning, received_at, title, ...row }: SummaryRow): ReportSummary {
  const { incidents, attributions, warnings, threats, responses, relations, ...report } = row;
  return {
    ...report,
    title: title ?? firstLine(beginning),
    received: received_at.toISOString(),
    statements: { incidents, attributions, warnings, threats, responses, relations },
  };
}

function firstLine(text: string): string {
  const line =
    text
      .split('\n')
      .find((candidate) => /\S/.test(candidate))
      ?.trim() ?? '';
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}

/** A pattern for `like`: the words themselves, whatever signs they hold. */
function containing(words: string): string {
  return `%${words.replace(/[\\%_]/g, '\\$&')}%`;
}
