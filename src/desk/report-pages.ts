/** Reports as the desk shows them: the store's line with what the picture knows of it. */
import { getReading } from '../store/reports/get.js';
import * as reports from '../store/reports/list.js';
import type { Store } from '../store/store.js';
import type { ReportFilter, ReportList, ReportPage, ReportSummary } from './schema.js';

export async function reportList(store: Store, filter: ReportFilter): Promise<ReportList> {
  const { items, total } = await reports.listReports(store, filter);
  return { items: items.map(withOrigin), total };
}

/** Undefined where there is no such report. */
export async function reportSummary(store: Store, id: string): Promise<ReportSummary | undefined> {
  const summary = await reports.reportSummary(store, id);
  return summary && withOrigin(summary);
}

/** Undefined where there is no such report. */
export async function reportPage(store: Store, id: string): Promise<ReportPage | undefined> {
  const [summary, reading] = [await reportSummary(store, id), await getReading(store, id)];
  return summary && reading && { summary, reading, joined: {} };
}

const withOrigin = (summary: reports.ReportSummary): ReportSummary => ({ ...summary, origin: summary.id, copies: 0 });
