/** The report that a statement stands in, with the statement's words marked and in view. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useMemo, useRef } from 'react';
import type { ReportPage } from '../../src/desk/schema';
import type { Source } from '../../src/picture/schema';
import * as api from '../api';
import { Failure, Loading } from '../parts/States';
import { layOut } from '../report/highlights';
import { holds, statementsOf } from '../report/statements';
import { ReportText, scrollToOffset, stacked } from '../report/Text';

const nothing = () => {};

export function StatementText({ source, number }: { source: Source; number: string }) {
  const page = useQuery(api.report(source.report));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, by keyboard too
    <section className="deciding-text" aria-label="Text of the report" tabIndex={0}>
      {page.isPending && <Loading what="text" />}
      {page.isError && <Failure inPage error={page.error} retry={() => void page.refetch()} what="text" />}
      {page.data && <Text page={page.data} source={source} number={number} />}
    </section>
  );
}

function Text({ page, source, number }: { page: ReportPage; source: Source; number: string }) {
  const { text } = page.reading.report;
  const body = useRef<HTMLDivElement>(null);
  const { at, quote } = source;
  const found = holds(text, at, quote);
  const statement = useMemo(
    () => (found ? (statementsOf(page.reading).find(({ id }) => id === number) ?? null) : null),
    [page, number, found],
  );
  const paragraphs = useMemo(() => layOut(text, statement ? [statement] : []), [text, statement]);
  const start = statement?.evidence[0]?.[0];
  // Above one another the statement comes first, and its quote stands in it.
  useEffect(() => {
    if (!stacked()) scrollToOffset(body.current, start);
  }, [start]);
  return (
    <>
      <p className="deciding-report">
        <Link to="/reports/$id" params={{ id: source.report }} hash={number}>
          {page.summary.title}
        </Link>
      </p>
      {!statement && (
        <p className="banner" role="alert">
          <strong>Quote not found.</strong> The words of this statement do not stand at their place in this text: “
          {quote}”. Nothing is highlighted in their stead.
        </p>
      )}
      <ReportText
        ref={body}
        text={text}
        paragraphs={paragraphs}
        active={statement}
        activeIndex={statement ? 0 : null}
        hover={null}
        cited={null}
        onHover={nothing}
        onPick={nothing}
      />
    </>
  );
}
