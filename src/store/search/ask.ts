/** What somebody asks for, put into what the index of words can answer. */
import type { Transaction } from 'kysely';
import { loadCatalogue } from '../../catalogue/catalogue.js';
import type { StatementKind } from '../../picture/decision.js';
import { TAG } from '../../picture/search/lexemes.js';
import { namesIn, type Term, termsOf, tsquery } from '../../picture/search/query.js';
import type { Status } from '../../reading/vocabulary.js';
import type { Database } from '../schema.js';
import type { IncidentFinding } from './find.js';
import { publishersFrom } from './grade.js';
import { type Meant, meantBy } from './names.js';

export interface SearchQuery {
  /** Words, "exact phrases", -words that must not stand. */
  q?: string | undefined;
  what: 'incidents' | 'statements' | 'reports';
  kind?: readonly StatementKind[] | undefined;
  status?: readonly Status[] | undefined;
  /** Ids or names. */
  group?: string | undefined;
  place?: string | undefined;
  /** Days, both included: when an incident happened; when the report of a statement was published. */
  from?: string | undefined;
  to?: string | undefined;
  publisher?: string | undefined;
  /** The lowest Admiralty grade: `B`, `3`, `B3`. */
  grade?: string | undefined;
  /** Only what reports received after this say. */
  since?: Date | undefined;
  limit: number;
  /** `next` of the part before. */
  after?: string | undefined;
}

export interface Asked {
  terms: Term[];
  /** The terms, and what the filters name: what stands in the quotes that are shown. */
  shown: Term[];
  /** Each word or name, and whom or what of the picture it names. */
  understood: { text: string; not: boolean; meant: Meant[] }[];
  /** Filters that name no group and no place of the picture: then nothing can be found. */
  unknown: { filter: 'group' | 'place'; value: string }[];
  /** Null where nothing can be found. */
  finding: IncidentFinding | null;
}

export async function ask(trx: Transaction<Database>, query: SearchQuery): Promise<Asked> {
  const filters = (['group', 'place'] as const).flatMap((filter) => {
    const value = query[filter];
    return value ? [{ filter, value }] : [];
  });
  const names = await meantBy(trx, [...namesIn(query.q ?? ''), ...filters.map(({ value }) => value)]);
  const meant = (written: string) => names.get(written) ?? [];
  const terms = termsOf(query.q ?? '', (written) => meant(written).map(({ id }) => id));
  const ids = new Map(filters.map(({ filter, value }) => [filter, idsOf(value, meant)]));
  const unknown = filters.filter(({ filter }) => ids.get(filter)?.length === 0);
  const publishers = await publishersFrom(trx, query.grade);
  const possible = unknown.length === 0 && publishers?.length !== 0;
  const named = filters.map(({ filter, value }): Term => {
    const entities = ids.get(filter) ?? [];
    return { text: nameOf(entities) ?? value, lexemes: [], entities, not: false };
  });
  return {
    terms,
    // Whom a word names already needs no second mark.
    shown: [
      ...terms,
      ...named.filter(({ entities }) => !terms.some((term) => entities.some((id) => term.entities.includes(id)))),
    ],
    understood: terms.map(({ text, not }) => ({ text, not, meant: meant(text) })),
    unknown,
    finding: possible
      ? {
          ...(query.what === 'incidents'
            ? ofIncidents(query, terms, ids, publishers)
            : { words: tsquery(terms, tagsOf(query, ids, publishers)) }),
          ...{ from: query.from, to: query.to, limit: query.limit, after: keyOf(query.after) },
          since: query.since && (await lastBefore(trx, query.since)),
        }
      : null,
  };
}

type Ids = ReadonlyMap<'group' | 'place', readonly string[]>;

/** Of each list one must stand with the words. */
function tagsOf(query: SearchQuery, ids: Ids, publishers: readonly string[] | null): string[][] {
  const statements = query.what === 'statements';
  const some = (list: readonly string[] | undefined | null, tag: (value: string) => string) =>
    list?.length ? [list.map(tag)] : [];
  return [
    ...some(ids.get('group'), TAG.entity),
    ...some(ids.get('place'), TAG.entity),
    ...(statements ? [...some(query.kind, TAG.kind), ...some(query.status, TAG.status)] : []),
    ...some(query.publisher === undefined ? null : [query.publisher], TAG.publisher),
    ...some(publishers, TAG.publisher),
  ];
}

/** Of an incident the day, the status, the country and the groups are what the picture holds, whatever one report says. */
function ofIncidents(query: SearchQuery, terms: readonly Term[], ids: Ids, publishers: readonly string[] | null) {
  const [place, ...more] = ids.get('place') ?? [];
  const country = more.length === 0 ? /^country:(..)$/.exec(place ?? '')?.[1] : undefined;
  const group = ids.get('group');
  const said = new Map(country === undefined && place !== undefined ? [['place' as const, [place, ...more]]] : []);
  const words = tsquery(terms, tagsOf(query, said, publishers));
  return {
    words: words && `${words} & '${TAG.kind('incident')}'`,
    statuses: query.status?.length ? query.status : undefined,
    group: group && withBranches(group),
    country,
  };
}

/** The ids that a filter names: one as it stands, or all that bear the name. */
function idsOf(value: string, meant: (written: string) => Meant[]): string[] {
  if (/^[A-Z]{2}$/.test(value)) return [`country:${value}`];
  const named = meant(value).map(({ id }) => id);
  if (named.length > 0) return named;
  return value.includes(':') || loadCatalogue().actor(value) ? [value] : [];
}

/** What the catalogue calls the first of these groups. */
const nameOf = ([id]: readonly string[]): string | undefined => loadCatalogue().actor(id ?? '')?.name;

/** Groups with the branches that the catalogue knows of them. */
function withBranches(ids: readonly string[]): string[] {
  const all = new Set(ids);
  const branches = [...loadCatalogue().actors()].filter(({ kind, parent }) => kind === 'group' && parent !== null);
  for (let before = -1; before < all.size; ) {
    before = all.size;
    for (const { key, parent } of branches) if (all.has(parent ?? '')) all.add(key);
  }
  return [...all];
}

function keyOf(after: string | undefined): IncidentFinding['after'] {
  const [, day, id] = /^(\d{4}-\d\d-\d\d) (.+)$/.exec(after ?? '') ?? [];
  return day === undefined || id === undefined ? undefined : { day, id };
}

/** The last report that was received by then. */
async function lastBefore(trx: Transaction<Database>, since: Date): Promise<number> {
  const row = await trx
    .selectFrom('report')
    .where('received_at', '<=', since)
    .select((is) => is.fn.max('seq').as('last'))
    .executeTakeFirst();
  return row?.last ?? 0;
}
