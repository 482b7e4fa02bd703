/** One report: its text on the left, its statements on the right, each finding the other. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useLocation } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ReportPage as Page } from '../../src/desk/schema';
import type { Span } from '../../src/reading/schema';
import * as api from '../api';
import { showDay, showTime } from '../parts/dates';
import { Empty, Failure, Loading } from '../parts/States';
import { Title } from '../parts/Title';
import { count } from '../parts/words';
import { UnreadReport } from '../reports/Unread';
import { useKeys } from '../shell/keys';
import { layOut, stopsOf } from './highlights';
import { StatementList } from './StatementList';
import { holds, statementsOf } from './statements';
import { ReportText, scrollToOffset, stacked } from './Text';

const route = getRouteApi('/reports/$id');

export function ReportPage() {
  const { id } = route.useParams();
  const page = useQuery(api.report(id));
  if (page.isPending) return <Loading what="report" />;
  if (page.isError && page.error instanceof api.ApiError && page.error.status === 404) return <UnreadReport id={id} />;
  if (page.isError) return <Failure error={page.error} retry={() => void page.refetch()} what="report" />;
  return <Report key={id} page={page.data} />;
}

/** `120-180` of the address → a span. */
function spanOf(at: string | undefined): Span | null {
  const match = /^(\d+)-(\d+)$/.exec(at ?? '');
  return match ? [Number(match[1]), Number(match[2])] : null;
}

function Report({ page }: { page: Page }) {
  const { text } = page.reading.report;
  const { at } = route.useSearch();
  const location = useLocation();
  const statements = useMemo(() => statementsOf(page.reading), [page.reading]);
  const stops = useMemo(() => stopsOf(statements), [statements]);

  // The words that a citation elsewhere pointed at, if they are really there.
  const quote = location.state.quote;
  const cited = useMemo(() => spanOf(at), [at]);
  const citedFound = cited !== null && (quote === undefined ? cited[1] <= text.length : holds(text, cited, quote));
  const citedSpan = citedFound ? cited : null;
  const paragraphs = useMemo(
    () => layOut(text, statements, citedSpan ? [citedSpan] : []),
    [text, statements, citedSpan],
  );

  const [active, setActive] = useState<number | null>(null);
  const [hover, setHover] = useState<number | null>(null);
  const stop = useRef(-1);
  const body = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);

  const jump = useCallback((offset: number | undefined) => scrollToOffset(body.current, offset), []);
  const activate = useCallback(
    (n: number, then: { text?: boolean; card?: boolean } = {}) => {
      setActive(n);
      const statement = statements[n];
      if (then.text && !stacked()) scrollToOffset(body.current, statement?.evidence[0]?.[0]);
      if (then.card) showCard(list.current, n);
    },
    [statements],
  );

  // Arriving at /reports/ID#i1: that statement is in hand and its words are in view.
  const { hash } = location;
  useEffect(() => {
    const n = statements.findIndex((statement) => statement.id === hash);
    if (n >= 0) activate(n, { card: true, text: true });
    if (citedSpan) jump(citedSpan[0]);
  }, [hash, statements, citedSpan, activate, jump]);

  const step = (by: number) => {
    if (!statements.length) return;
    const n = active === null ? (by > 0 ? 0 : statements.length - 1) : active + by;
    if (n >= 0 && n < statements.length) activate(n, { card: true, text: true });
  };
  const stepStop = (by: number) => {
    const n = stop.current < 0 && by < 0 ? stops.length - 1 : stop.current + by;
    const target = stops[n];
    if (!target) return;
    stop.current = n;
    activate(target.statement, { card: true });
    jump(target.at);
  };
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    n: () => stepStop(1),
    p: () => stepStop(-1),
    // biome-ignore lint/correctness/noComponentHookFactories: the name of a key
    Escape: () => setActive(null),
  });

  return (
    <div className="report-page">
      <Head page={page} />
      {cited && !citedFound && (
        <p className="banner" role="alert">
          <strong>Quote not found.</strong> The words that were cited do not stand at their place in this text
          {quote ? <>: “{quote}”</> : null}. Nothing is highlighted in their stead.
        </p>
      )}
      <div className="report-panes">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, by keyboard too */}
        <section className="report-text" aria-label="Text of the report" tabIndex={0}>
          <ReportText
            ref={body}
            text={text}
            paragraphs={paragraphs}
            active={active === null ? null : (statements[active] ?? null)}
            activeIndex={active}
            hover={hover}
            cited={citedSpan}
            onHover={setHover}
            onPick={(n) => activate(n, { card: true })}
          />
        </section>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, by keyboard too */}
        <section className="report-statements" aria-label="Statements" tabIndex={0}>
          {statements.length === 0 ? (
            <Empty title="Nothing was read in this report.">
              <p>No incident, attribution, warning, threat, response or relation is stated in it.</p>
            </Empty>
          ) : (
            <StatementList
              ref={list}
              reading={page.reading}
              statements={statements}
              joined={page.joined}
              reportId={page.summary.id}
              active={active}
              hover={hover}
              onHover={setHover}
              onPick={(n) => activate(n, { text: true })}
              onJump={jump}
            />
          )}
        </section>
      </div>
    </div>
  );
}

function showCard(list: HTMLElement | null, n: number) {
  const card = list?.querySelector<HTMLElement>(`[data-n="${n}"]`);
  card?.scrollIntoView({ block: 'nearest' });
  card?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true });
}

function Head({ page: { summary, reading } }: { page: Page }) {
  const facts = [
    summary.publisher ?? 'Publisher not stated',
    summary.published ? showDay(summary.published) : 'undated',
    count(summary.words, 'word'),
    `received ${showTime(summary.received)}`,
  ];
  return (
    <div className="report-head">
      <Title text={summary.title}>{summary.title}</Title>
      <p className="facts">
        {facts.join(' · ')}
        {summary.copies > 0 && <> · one origin with {count(summary.copies, 'other report')}</>}
        {reading.report.url && (
          <>
            {' · '}
            <SourceAddress url={reading.report.url} />
          </>
        )}
        {' · '}
        <a href={api.originalOf(summary.id)} download>
          as received
        </a>
      </p>
    </div>
  );
}

/** Only web addresses become links, and following one tells the other site nothing of this desk. */
function SourceAddress({ url }: { url: string }) {
  if (!/^https?:\/\//i.test(url)) return <span className="address">{url}</span>;
  return (
    <a className="address" href={url} target="_blank" rel="noopener noreferrer">
      {url}
    </a>
  );
}
