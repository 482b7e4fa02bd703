import type { GroupList, IncidentList, ReportList, WarningList } from '../desk/schema.js';
import { type Access, get, reach } from './access.js';
import { columns, days } from './format.js';
import { note, print, safeJson } from './terminal.js';
import { countWords } from './words.js';

export type Listed = 'incidents' | 'reports' | 'groups' | 'warnings';
export interface ListOptions {
  json?: boolean;
  limit: number;
  query?: string;
}

interface Page {
  items: { id: string }[];
  total: number;
  rows: string[][];
}

/** Characters of an id that a table shows; `show` takes as many. */
const SHORT = 14;
const short = (id: string) => (id.length > SHORT + 6 ? id.slice(0, SHORT) : id);

const LISTS: Record<Listed, (access: Access, query: string) => Promise<Page>> = {
  incidents: async (access, query) => {
    const { items, total } = await get<IncidentList>(access, `/api/incidents?${query}`);
    const rows = items.map((incident) => [
      short(incident.id),
      incident.date ? days(incident.date) : '',
      incident.type,
      incident.status,
      [incident.place?.name, incident.place?.country].filter(Boolean).join(', '),
      incident.killed ? `${countWords(incident.killed)} killed` : '',
      incident.groups.map((group) => group.name).join(', '),
    ]);
    return { items, total, rows: [['ID', 'DATE', 'TYPE', 'STATUS', 'PLACE', 'TOLL', 'GROUPS NAMED'], ...rows] };
  },
  reports: async (access, query) => {
    const { items, total } = await get<ReportList>(access, `/api/reports?${query}`);
    const rows = items.map((report) => [
      short(report.id),
      report.published ?? '',
      report.publisher ?? '',
      `${Object.values(report.statements).reduce((sum, n) => sum + n, 0)}`,
      report.title,
    ]);
    return { items, total, rows: [['ID', 'PUBLISHED', 'PUBLISHER', 'STATEMENTS', 'TITLE'], ...rows] };
  },
  groups: async (access) => {
    const { items, total } = await get<GroupList>(access, '/api/groups');
    const rows = items.map((group) => [
      group.id,
      `${group.incidents}`,
      `${group.threats}`,
      `${group.reports}`,
      group.name,
    ]);
    return { items, total, rows: [['ID', 'INCIDENTS', 'THREATS', 'REPORTS', 'NAME'], ...rows] };
  },
  warnings: async (access) => {
    const { items, total } = await get<WarningList>(access, '/api/warnings');
    const rows = items.map((warning) => [short(warning.id), `${warning.reports}`, warning.title]);
    return { items, total, rows: [['ID', 'REPORTS', 'TITLE'], ...rows] };
  },
};

/** `tocsin list`: one line each, or JSON Lines. */
export async function list(what: Listed, { json = false, limit, query }: ListOptions, data: string): Promise<void> {
  const access = await reach(data);
  try {
    const { items, total, rows } = await LISTS[what](
      access,
      `${new URLSearchParams({ limit: `${limit}`, ...(query && { q: query }) })}`,
    );
    const shown = items.slice(0, limit);
    if (json) for (const item of shown) print(safeJson(item));
    else if (shown.length) for (const line of columns(rows.slice(0, limit + 1))) print(line);
    if (total > shown.length) note(`${shown.length} of ${total} ${what}; --limit shows more.`);
    if (total === 0) note(`There are no ${what}${query ? ' with these words' : ' yet'}.`);
  } finally {
    await access.close();
  }
}
