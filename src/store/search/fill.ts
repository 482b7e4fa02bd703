/** What was found, as people see it: with the words that it was found by. */
import { sql, type Transaction } from 'kysely';
import { loadCatalogue } from '../../catalogue/catalogue.js';
import type { IncidentSummary } from '../../picture/schema.js';
import type { Term } from '../../picture/search/query.js';
import { evidenceOf } from '../../picture/search/statements.js';
import { type Passage, passagesIn, passagesOf } from '../../picture/search/why.js';
import type { Reading } from '../../reading/schema.js';
import { itemsOf, type TriageItem } from '../queue/triage.js';
import { REPORT_COLUMNS, readingOf } from '../reports/reading-row.js';
import type { Database } from '../schema.js';
import {
  type Finding,
  findIncidents,
  findReports,
  findStatements,
  type IncidentFinding,
  statementsOf,
} from './find.js';
import { atLeast } from './grade.js';

export interface FoundStatement extends Omit<TriageItem, 'reasons'> {
  /** The quotes in which the words stand. */
  passages: Passage[];
  /** Where the report names whom or what the statement is about, when its quotes do not. */
  elsewhere: Passage[];
}

/** What one search finds: one of the lists, and where to go on. */
export interface Filled {
  incidents: { incident: IncidentSummary; statements: FoundStatement[]; total: number }[];
  statements: FoundStatement[];
  reports: { report: string; passages: Passage[] }[];
  /** For `after`; null at the end. With a grade a part may be shorter than asked for. */
  next: string | null;
}

export const NOTHING: Filled = { incidents: [], statements: [], reports: [], next: null };

type Trx = Transaction<Database>;

/** Rows of which the grade is looked at for one part of a list. */
const MOST_GRADED = 100;

export async function foundStatements(
  trx: Trx,
  finding: Finding,
  terms: readonly Term[],
  grade: string | undefined,
): Promise<Filled> {
  // At once and not part by part: what they count to is read once.
  const looked = grade === undefined ? finding.limit : Math.max(finding.limit, MOST_GRADED);
  const rows = await findStatements(trx, { ...finding, limit: looked });
  const shown = rows.slice(0, looked);
  const found = (await itemsFor(trx, shown)).filter((item) => atLeast(grade, item.grade));
  const statements = await withPassages(trx, found.slice(0, finding.limit), shown, terms);
  const cut = found.length > finding.limit;
  const end = cut ? shown.find(({ statement }) => statement === statements.at(-1)?.statement) : shown.at(-1);
  const more = cut || rows.length > looked;
  return { ...NOTHING, statements, next: more && end ? `${end.day} ${end.place}` : null };
}

export async function foundReports(trx: Trx, finding: Finding, terms: readonly Term[]): Promise<Filled> {
  const rows = await findReports(trx, finding);
  const shown = rows.slice(0, finding.limit);
  const readings = await readingsOf(
    trx,
    shown.map(({ report }) => report),
  );
  const known = loadCatalogue();
  const reports = shown.flatMap(({ report }) => {
    const reading = readings.get(report);
    return reading ? [{ report: reading.report.id, passages: passagesIn(reading, terms, known) }] : [];
  });
  const last = shown.at(-1);
  return { ...NOTHING, reports, next: rows.length > finding.limit && last ? `${last.day} ${last.report}` : null };
}

/** Statements of one incident that are shown. */
const SHOWN = 3;

export async function foundIncidents(
  trx: Trx,
  finding: IncidentFinding,
  terms: readonly Term[],
  grade: string | undefined,
): Promise<Filled> {
  const rows = await findIncidents(trx, finding);
  const shown = rows.slice(0, finding.limit);
  const ids = shown.map(({ id }) => id);
  const told = await statementsOf(trx, ids, finding, SHOWN);
  const items = new Map((await statementItems(trx, told, terms)).map((item) => [item.statement, item]));
  const summaries = await summariesOf(trx, ids);
  const incidents = ids.flatMap((id) => {
    const incident = summaries.get(id);
    const own = told.filter((row) => row.incident === id);
    const statements = own.flatMap(({ statement }) => items.get(statement) ?? []);
    if (!incident || (grade !== undefined && !statements.some((item) => atLeast(grade, item.grade)))) return [];
    return [{ incident, statements, total: own[0]?.total ?? 0 }];
  });
  const last = shown.at(-1);
  return { ...NOTHING, incidents, next: rows.length > finding.limit && last ? `${last.day} ${last.id}` : null };
}

async function summariesOf(trx: Trx, ids: readonly string[]): Promise<Map<string, IncidentSummary>> {
  if (ids.length === 0) return new Map();
  const rows = await trx.selectFrom('picture_incident').where('id', 'in', ids).select(['id', 'summary']).execute();
  return new Map(rows.map(({ id, summary }) => [id, summary]));
}

type Told = readonly { statement: string; report: number }[];

/** Statements as they are shown, with the words that they were found by. */
async function statementItems(trx: Trx, rows: Told, terms: readonly Term[]): Promise<FoundStatement[]> {
  return withPassages(trx, await itemsFor(trx, rows), rows, terms);
}

async function itemsFor(trx: Trx, rows: Told): Promise<TriageItem[]> {
  const statements = rows.map(({ statement }) => statement);
  if (statements.length === 0) return [];
  const waiting = await trx
    .selectFrom('picture_triage')
    .where('statement', '=', sql<string>`any(${statements}::text[])`)
    .select(['statement', 'of', 'kind', 'reasons'])
    .execute();
  const byId = new Map(waiting.map((row) => [row.statement, row]));
  return itemsOf(
    trx,
    statements.flatMap((statement) => byId.get(statement) ?? []),
  );
}

/** @param rows those that the items were made of */
async function withPassages(
  trx: Trx,
  items: readonly TriageItem[],
  rows: Told,
  terms: readonly Term[],
): Promise<FoundStatement[]> {
  const reportOf = new Map(rows.map(({ statement, report }) => [statement, report]));
  const readings = await readingsOf(
    trx,
    items.flatMap(({ statement }) => reportOf.get(statement) ?? []),
  );
  const known = loadCatalogue();
  return items.flatMap(({ reasons: _, ...item }): FoundStatement[] => {
    const reading = readings.get(reportOf.get(item.statement) ?? -1);
    if (!reading) return [];
    return [{ ...item, ...passagesOf(reading, evidenceOf(reading, item.statement), terms, known) }];
  });
}

async function readingsOf(trx: Trx, reports: readonly number[]): Promise<Map<number, Reading>> {
  if (reports.length === 0) return new Map();
  const rows = await trx
    .selectFrom('report')
    .innerJoin('reading', 'reading.report', 'report.id')
    .where('seq', 'in', [...new Set(reports)])
    .select(['seq', ...REPORT_COLUMNS, 'statements'])
    .execute();
  return new Map(rows.map((row) => [row.seq, readingOf(row, row.statements)]));
}
