/** One statement at a time, its text beside it; decided by single keys and sent without waiting. */
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { NewDecision, TriageItem, TriageQueue } from '../../src/desk/schema';
import * as api from '../api';
import { Act } from '../deciding/Act';
import { CorrectForm } from '../deciding/CorrectForm';
import { send, takeBack, useOutbox } from '../deciding/outbox';
import { RejectForm } from '../deciding/RejectForm';
import { Unsent } from '../deciding/Unsent';
import { splitStatement } from '../parts/Links';
import { Empty, Failure, Loading } from '../parts/States';
import { Title } from '../parts/Title';
import { count, plain } from '../parts/words';
import { useKeys } from '../shell/keys';
import { Statement } from './Statement';
import { StatementText } from './StatementText';
import '../styles/deciding.css';

const route = getRouteApi('/triage');
/** Parts are asked for when so many are left. */
const AHEAD = 10;

export function TriagePage() {
  const { kind } = route.useSearch();
  const queue = useInfiniteQuery(api.triage(kind));
  if (queue.isPending) return <Loading what="statements that wait" />;
  const [first] = queue.data?.pages ?? [];
  if (!first) {
    return <Failure error={queue.error ?? new Error('No answer.')} retry={() => void queue.refetch()} what="queue" />;
  }
  const items = queue.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="deciding-page triage-page">
      <Triage
        key={kind}
        items={items}
        counts={first.counts}
        kind={kind}
        more={queue.hasNextPage}
        loadMore={() => void (queue.isFetching || queue.fetchNextPage())}
        error={queue.error}
      />
    </div>
  );
}

interface Props {
  items: TriageItem[];
  counts: TriageQueue['counts'];
  kind: string | undefined;
  more: boolean;
  loadMore: () => void;
  error: Error | null;
}

function Triage({ items, counts, kind, more, loadMore, error }: Props) {
  const [at, setAt] = useState(0);
  const [form, setForm] = useState<'reject' | 'correct' | null>(null);
  const outbox = useOutbox();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const item = items[at];
  const decidedOn = new Map(outbox.map((one) => [one.about, one]));
  const decided = items.filter(({ statement }) => decidedOn.has(statement)).length;
  const ofKind = counts.kinds.find((one) => one.kind === kind) ?? counts;
  const waiting = ofKind.waiting - decided;

  const nearEnd = items.length - at <= AHEAD;
  useEffect(() => {
    if (nearEnd && more && !error) loadMore();
  }, [nearEnd, more, error, loadMore]);
  // The next report is there before its statement is.
  const next = items[at + 1];
  useEffect(() => {
    if (next) void queries.prefetchQuery(api.report(next.source.report));
  }, [next, queries]);

  const step = (by: number) => {
    setForm(null);
    setAt((now) => Math.max(0, Math.min(items.length, now + by)));
  };
  const decide = (body: NewDecision, says: string) => {
    if (!item) return;
    send({ about: item.statement, says: `${says} (${item.title})`, path: '/api/decisions', body });
    step(1);
  };
  const accept = () => item && decide({ kind: 'accept', a: item.statement }, 'Accepted');
  const settable = item?.kind === 'incident' || item?.kind === 'warning';
  const undo = () => {
    const last = [...outbox]
      .reverse()
      .find(({ undo, state, path }) => path === '/api/decisions' && !undo && state !== 'undoing');
    if (!last) return;
    takeBack(last);
    const back = items.findIndex(({ statement }) => statement === last.about);
    setForm(null);
    if (back >= 0) setAt(back);
  };
  const keys = {
    a: accept,
    r: () => item && setForm('reject'),
    c: () => item && settable && setForm('correct'),
    n: () => step(1),
    j: () => step(1),
    p: () => step(-1),
    k: () => step(-1),
    u: undo,
  };
  useKeys(keys);

  return (
    <>
      <header className="deciding-head">
        <Title>Triage</Title>
        <div className="progress">
          <progress aria-label="Decided" max={ofKind.statements || 1} value={ofKind.statements - waiting} />
          <span role="status">
            {count(waiting, 'waits', 'wait')} of {ofKind.statements.toLocaleString('en-GB')} · {decided} decided now
          </span>
        </div>
        <label className="field-inline">
          <span>Kind</span>
          <select
            value={kind ?? ''}
            onChange={(event) => void navigate({ to: '/triage', search: { kind: event.target.value || undefined } })}
          >
            <option value="">all ({counts.waiting})</option>
            {counts.kinds.map((one) => (
              <option key={one.kind} value={one.kind}>
                {plain(one.kind)} ({one.waiting})
              </option>
            ))}
          </select>
        </label>
      </header>
      <Unsent />
      {error && <Failure inPage error={error} retry={loadMore} what="next statements" />}
      {item ? (
        <div className="deciding-panes">
          <section className="deciding-item" aria-label="Statement">
            <div className="deciding-acts">
              <Act name="Accept" hint="a" primary act={accept} />
              <Act name="Reject" hint="r" act={keys.r} open={form === 'reject'} />
              {settable && <Act name="Correct" hint="c" act={keys.c} open={form === 'correct'} />}
              <Act name="Back" hint="k" act={keys.k} />
              <Act name="Next" hint="j" act={keys.j} />
              <Act name="Undo" hint="u" act={undo} />
            </div>
            {form === 'reject' && (
              <RejectForm
                onDecide={(why) => decide({ kind: 'reject', a: item.statement, why }, `Rejected: ${why}`)}
                onLeave={() => setForm(null)}
              />
            )}
            {form === 'correct' && settable && (
              <CorrectForm
                kind={item.kind === 'warning' ? 'warning' : 'incident'}
                statement={item.statement}
                onDecide={decide}
                onLeave={() => setForm(null)}
              />
            )}
            <Statement item={item} sent={decidedOn.get(item.statement)} />
          </section>
          <StatementText source={item.source} number={splitStatement(item.statement).number} />
        </div>
      ) : (
        <End skipped={items.length - decided} more={more} total={counts.statements} onAgain={() => setAt(0)} />
      )}
    </>
  );
}

function End({
  skipped,
  more,
  total,
  onAgain,
}: {
  skipped: number;
  more: boolean;
  total: number;
  onAgain: () => void;
}) {
  if (more) return <Loading what="the next statements" />;
  if (total === 0) {
    return (
      <Empty title="Nothing has been read yet.">
        <p>Add a report: what it says comes here, the most urgent first.</p>
      </Empty>
    );
  }
  return (
    <Empty title={skipped > 0 ? `${count(skipped, 'statement')} left undecided.` : 'Nothing waits here.'}>
      {skipped > 0 ? (
        <button type="button" onClick={onAgain}>
          Go through them again
        </button>
      ) : (
        <p>Each statement was accepted, rejected or corrected. New reports bring new ones.</p>
      )}
    </Empty>
  );
}
