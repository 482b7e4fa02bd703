/** Links to the pages of things: a group, a place, an incident, the exact place in a report. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { EntityRef, PlaceRef, Source } from '../../src/picture/schema';
import { showDay } from './dates';
import { GradeOf } from './Grade';
import { hasName, KIND } from './words';

export function Entity({ entity }: { entity: EntityRef }) {
  if (entity.kind === 'group' && hasName(entity)) {
    return (
      <Link to="/groups/$id" params={{ id: entity.id }}>
        {entity.name}
      </Link>
    );
  }
  return <span title={KIND[entity.kind]}>{entity.name}</span>;
}

export function PlaceLink({ place }: { place: PlaceRef }) {
  return (
    <Link to="/places/$id" params={{ id: place.id }}>
      {place.name}
    </Link>
  );
}

/** `sha256:…#i1` → its report and its number there. */
export function splitStatement(statement: string): { report: string; number: string } {
  const cut = statement.lastIndexOf('#');
  return cut < 0
    ? { report: statement, number: '' }
    : { report: statement.slice(0, cut), number: statement.slice(cut + 1) };
}

/** Who published it and when: "AFP, 24 Mar 2024"; a report without either is named by its hash. */
export function sourceName(source: Pick<Source, 'publisher' | 'published' | 'report'>): string {
  const publisher = source.publisher ?? `Report ${source.report.replace(/^sha256:/, '').slice(0, 8)}`;
  return source.published ? `${publisher}, ${showDay(source.published)}` : `${publisher}, undated`;
}

/** A link from a value to the sentence that says it, at its exact place in the report. */
export function QuotePlace({
  source,
  children,
  className,
}: {
  source: Source;
  children: ReactNode;
  className?: string;
}) {
  const { report, number: hash } = splitStatement(source.statement);
  return (
    <Link
      className={className}
      to="/reports/$id"
      params={{ id: report }}
      search={{ at: `${source.at[0]}-${source.at[1]}` }}
      hash={hash}
      state={{ quote: source.quote }}
      title={className ? undefined : `“${source.quote}” ${sourceName(source)}`}
    >
      {children}
    </Link>
  );
}

/** A value with the way to the sentence that gives it; the mark parts it from the next value, too. */
export function Sourced({ source, children }: { source: Source | undefined; children: ReactNode }) {
  return (
    <span className="sourced">
      {children}
      {source && (
        <sup className="value-source">
          <QuotePlace source={source}>
            <span aria-hidden="true">¶</span>
            <span className="visually-hidden"> the sentence; </span>
          </QuotePlace>
        </sup>
      )}
    </span>
  );
}

/** The quote as such a link. */
export function QuoteLink({ source, number }: { source: Source; number?: number }) {
  return (
    <QuotePlace source={source} className="quote">
      <span className="quote-words">
        “<q>{source.quote}</q>”
      </span>
      {number !== undefined && <sup className="citation-number">[{number}]</sup>}
    </QuotePlace>
  );
}

/** One citation in a line: quote, who says so there, publisher and day, and its grade where the page gives it. */
export function Citation({ source, number }: { source: Source; number?: number }) {
  return (
    <span className="citation">
      <QuoteLink source={source} number={number} />
      <span className="citation-source">
        {source.by && (
          <>
            <Entity entity={source.by} />, in{' '}
          </>
        )}
        {sourceName(source)} <GradeOf statement={source.statement} />
      </span>
    </span>
  );
}
