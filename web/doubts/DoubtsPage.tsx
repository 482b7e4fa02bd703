/** Pairs that may tell of the same, side by side; answered by a key and sent without waiting. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Doubt, DoubtQueue } from '../../src/desk/schema';
import * as api from '../api';
import { Act } from '../deciding/Act';
import { send, takeBack, useOutbox } from '../deciding/outbox';
import { Unsent } from '../deciding/Unsent';
import { Empty, Failure, Loading } from '../parts/States';
import { Title } from '../parts/Title';
import { count } from '../parts/words';
import { useKeys } from '../shell/keys';
import { Side } from './Side';
import '../styles/deciding.css';

const AHEAD = 5;
const aboutOf = ({ a, b }: Doubt) => `${a.statement} ${b.statement}`;

export function DoubtsPage() {
  const queue = useInfiniteQuery(api.doubts);
  if (queue.isPending) return <Loading what="doubts" />;
  const [first] = queue.data?.pages ?? [];
  if (!first) {
    return <Failure error={queue.error ?? new Error('No answer.')} retry={() => void queue.refetch()} what="queue" />;
  }
  return (
    <div className="deciding-page">
      <Doubts
        items={queue.data?.pages.flatMap((page) => page.items) ?? []}
        first={first}
        more={queue.hasNextPage}
        loadMore={() => void (queue.isFetching || queue.fetchNextPage())}
        error={queue.error}
      />
    </div>
  );
}

interface Props {
  items: Doubt[];
  first: DoubtQueue;
  more: boolean;
  loadMore: () => void;
  error: Error | null;
}

function Doubts({ items, first, more, loadMore, error }: Props) {
  const [at, setAt] = useState(0);
  const why = useRef<HTMLInputElement>(null);
  const outbox = useOutbox();
  const doubt = items[at];
  const answers = new Map(outbox.map((one) => [one.about, one]));
  const answered = items.filter((one) => answers.has(aboutOf(one))).length;

  const nearEnd = items.length - at <= AHEAD;
  useEffect(() => {
    if (nearEnd && more && !error) loadMore();
  }, [nearEnd, more, error, loadMore]);

  const step = (by: number) => setAt((now) => Math.max(0, Math.min(items.length, now + by)));
  const answer = (same: boolean) => {
    if (!doubt) return;
    const said = same ? 'The same' : 'Not the same';
    const reason = why.current?.value.trim() || `${said}, read side by side`;
    send({
      about: aboutOf(doubt),
      says: `${said}: ${reason}`,
      path: '/api/doubts',
      body: { a: doubt.a.statement, b: doubt.b.statement, same, why: reason },
    });
    if (why.current) why.current.value = '';
    step(1);
  };
  const undo = () => {
    const last = [...outbox]
      .reverse()
      .find(({ undo, state, path }) => path === '/api/doubts' && !undo && state !== 'undoing');
    if (!last) return;
    takeBack(last);
    const back = items.findIndex((one) => aboutOf(one) === last.about);
    if (back >= 0) setAt(back);
  };
  const keys = {
    s: () => answer(true),
    d: () => answer(false),
    w: () => why.current?.focus(),
    n: () => step(1),
    j: () => step(1),
    p: () => step(-1),
    k: () => step(-1),
    u: undo,
  };
  useKeys(keys);
  const sent = doubt && answers.get(aboutOf(doubt));

  return (
    <>
      <header className="deciding-head">
        <Title>Doubts</Title>
        <p className="progress" role="status">
          {first.more && 'at least '}
          {count(Math.max(0, first.waiting - answered), 'pair waits', 'pairs wait')} · {answered} answered now
        </p>
      </header>
      <Unsent />
      {error && <Failure inPage error={error} retry={loadMore} what="next doubts" />}
      {!doubt && more && <Loading what="the next doubts" />}
      {!doubt && !more && (
        <Empty
          title={items.length > answered ? `${count(items.length - answered, 'pair')} left open.` : 'No doubt waits.'}
        >
          {items.length > answered ? (
            <button type="button" onClick={() => setAt(0)}>
              Go through them again
            </button>
          ) : (
            <p>Where two reports may tell of the same and the rules do not join them, the pair comes here.</p>
          )}
        </Empty>
      )}
      {doubt && (
        <section className="doubt" aria-label="Are they the same?">
          <div className="deciding-acts">
            <Act name="The same" hint="s" primary act={keys.s} />
            <Act name="Not the same" hint="d" act={keys.d} />
            <label className="field-inline">
              <span>
                Why <kbd>w</kbd>
              </span>
              <input
                ref={why}
                maxLength={2000}
                autoComplete="off"
                onKeyDown={(event) => ['Escape', 'Enter'].includes(event.key) && event.currentTarget.blur()}
              />
            </label>
            <Act name="Back" hint="k" act={keys.k} />
            <Act name="Next" hint="j" act={keys.j} />
            <Act name="Undo" hint="u" act={undo} />
          </div>
          <h2>Do both tell of the same {doubt.kind}?</h2>
          <ul className="doubt-reasons">
            <li>
              <strong>{Math.round(doubt.score * 100)} points of 100</strong>
            </li>
            {doubt.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
          {sent && (
            <p className="decided">
              <strong>{sent.says}</strong>
            </p>
          )}
          <div className="doubt-sides">
            <Side side={doubt.a} other={doubt.b} kind={doubt.kind} />
            <Side side={doubt.b} other={doubt.a} kind={doubt.kind} />
          </div>
        </section>
      )}
    </>
  );
}
