/** A search as it stands in the page's address. */
import type { SearchFilter } from '../../src/desk/schema';
import { STATUS } from '../parts/words';

export type What = SearchFilter['what'];
export const WHAT: Record<What, string> = { incidents: 'Incidents', statements: 'Statements', reports: 'Reports' };

export const KINDS = {
  incident: 'incidents',
  attribution: 'who did it',
  warning: 'warnings',
  threat: 'threats',
  response: 'responses',
  relation: 'relations',
} as const;

/** What can be asked besides the words. */
export const FILTERS = ['kind', 'status', 'group', 'place', 'from', 'to', 'publisher', 'grade', 'since'] as const;
export type Filter = (typeof FILTERS)[number];
export type Address = { q?: string | undefined; what?: What | undefined } & { [F in Filter]?: string | undefined };

/** Keeps what makes sense of an address, and drops the rest. */
export function parseAddress(search: Record<string, unknown>): Address {
  const text = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value : undefined);
  const one = (value: unknown, known: object) => (typeof value === 'string' && value in known ? value : undefined);
  const day = (value: unknown) => (/^\d{4}-\d\d-\d\d$/.test(String(value)) ? String(value) : undefined);
  return {
    q: text(search.q),
    what: one(search.what, WHAT) as What | undefined,
    kind: one(search.kind, KINDS),
    status: one(search.status, STATUS),
    group: text(search.group),
    place: text(search.place),
    from: day(search.from),
    to: day(search.to),
    publisher: text(search.publisher),
    grade: /^[A-F]?[1-6]?$/.test(String(search.grade)) ? text(search.grade) : undefined,
    since: Number.isNaN(Date.parse(String(search.since))) ? undefined : text(search.since),
  };
}

/** The address as the desk is asked by it; the empty string where nothing is asked. */
export function queryOf(address: Address): string {
  const asked = Object.entries(address).filter(([name, value]) => name !== 'what' && value !== undefined);
  if (asked.length === 0) return '';
  return new URLSearchParams([...asked, ['what', address.what ?? 'incidents']] as [string, string][]).toString();
}
