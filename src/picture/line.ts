/** Statements about groups that are no incident and no warning, with every id resolved: lines of a group's page. */
import type { Reading, Span } from '../reading/schema.js';
import { resolver } from './mention.js';
import { type Known, statementId } from './refs.js';
import type { EntityRef, GroupPage, PlaceRef, Source } from './schema.js';

/** A source but for its origin, which changes as copies of the report come in. */
export type Stub = Omit<Source, 'origin'>;

type Of<K extends 'threats' | 'responses' | 'relations'> = Omit<GroupPage[K][number], 'source'>;

export type Line =
  | { kind: 'threat'; line: Of<'threats'>; actor: EntityRef | null; source: Stub }
  | { kind: 'response'; line: Of<'responses'>; against: EntityRef[]; source: Stub }
  | { kind: 'relation'; line: Of<'relations'>; source: Stub };

/** Threats, responses and relations of a reading. A relation whose subject cannot be resolved is left out. */
export function linesOf(reading: Reading, known: Known): Line[] {
  const resolve = resolver(reading, known);
  const either = (id: string | null): EntityRef | PlaceRef | null => resolve.actor(id) ?? resolve.place(id);
  const source = (statement: string, by: EntityRef | null, evidence: Span[]): Stub =>
    stub(reading, statement, by, evidence[0] ?? [0, 0]);
  const { id } = reading.report;
  return [
    ...reading.threats.map(({ type, against, ...threat }, index): Line => {
      const by = resolve.actor(threat.by);
      return {
        kind: 'threat',
        line: { type, against, place: resolve.place(threat.place), by, horizon: bare(threat.horizon) },
        actor: resolve.actor(threat.actor),
        source: source(statementId(id, 'threat', index), by, threat.evidence),
      };
    }),
    ...reading.responses.map(({ type, date, ...response }, index): Line => {
      return {
        kind: 'response',
        line: { type, by: resolve.actor(response.by), place: resolve.place(response.place), date: bare(date) },
        against: response.against.flatMap((actor) => resolve.actor(actor) ?? []),
        source: source(statementId(id, 'response', index), null, response.evidence),
      };
    }),
    ...reading.relations.flatMap(({ type, toText, since, ...relation }, index): Line[] => {
      const from = resolve.actor(relation.from);
      if (from === null) return [];
      const line = { from, type, to: either(relation.to), toText, since: bare(since) };
      return [{ kind: 'relation', line, source: source(statementId(id, 'relation', index), null, relation.evidence) }];
    }),
  ];
}

/** The source of a statement of this reading. */
export function stub(
  { report }: Reading,
  statement: string,
  by: EntityRef | null,
  at: Span,
  words: Span | null = null,
): Stub {
  const { id, published, publisher } = report;
  return { statement, report: id, published, publisher, by, at, quote: report.text.slice(at[0], at[1]), words };
}

function bare(range: { start: string | null; end: string | null } | null) {
  return range && { start: range.start, end: range.end };
}
