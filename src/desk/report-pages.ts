/** Reports as the desk shows them: the store's line with what the picture knows of it. */
import { type Copies, copiesOf } from '../store/picture/copies.js';
import { joinedOf } from '../store/picture/incidents.js';
import { getReading } from '../store/reports/get.js';
import * as reports from '../store/reports/list.js';
import type { Store } from '../store/store.js';
import type { ReportFilter, ReportList, ReportPage, ReportSummary } from './schema.js';

export async function reportList(store: Store, filter: ReportFilter): Promise<ReportList> {
  const { items, total } = await reports.listReports(store, filter);
  const copies = await copiesOf(
    store,
    items.map(({ id }) => id),
  );
  return { items: items.map((item) => withCopies(item, copies)), total };
}

/** Undefined where there is no such report. */
export async function reportSummary(store: Store, id: string): Promise<ReportSummary | undefined> {
  return (await reportSummaries(store, [id])).get(id);
}

/** Those of the reports that there are, by their ids. */
export async function reportSummaries(store: Store, ids: readonly string[]): Promise<Map<string, ReportSummary>> {
  const copies = await copiesOf(store, ids);
  const summaries = await reports.reportSummaries(store, ids);
  return new Map(summaries.map((summary) => [summary.id, withCopies(summary, copies)]));
}

/** Undefined where there is no such report. */
export async function reportPage(store: Store, id: string): Promise<ReportPage | undefined> {
  const [summary, reading, joined] = await Promise.all([
    reportSummary(store, id),
    getReading(store, id),
    joinedOf(store, id),
  ]);
  return summary && reading && { summary, reading, joined };
}

/** A report that the picture has no origin for is its own. */
function withCopies(summary: reports.ReportSummary, all: Map<string, Copies>): ReportSummary {
  return { ...summary, ...(all.get(summary.id) ?? { origin: summary.id, copies: 0 }) };
}
