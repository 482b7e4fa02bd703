/** Where reports are fetched from: when that last went well, and since when and why it does not. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Feed } from '../../src/desk/schema';
import * as api from '../api';
import { Count } from '../parts/Count';
import { showTime } from '../parts/dates';
import { Failure, Loading } from '../parts/States';
import { count } from '../parts/words';

export function Feeds() {
  const list = useQuery(api.feeds);
  const [adding, setAdding] = useState(false);
  const items = list.data?.items ?? [];
  return (
    <section className="part feeds" aria-labelledby="feeds">
      <div className="section-head">
        <h2 id="feeds">
          Feeds <span className="tally">{items.length}</span>
        </h2>
        <button type="button" aria-expanded={adding} onClick={() => setAdding(!adding)}>
          Add a feed
        </button>
      </div>
      {adding && <NewFeed onDone={() => setAdding(false)} />}
      {list.isPending && <Loading what="feeds" />}
      {list.isError && <Failure inPage error={list.error} retry={() => void list.refetch()} what="list of feeds" />}
      {list.data && items.length === 0 && (
        <p className="none">No feed is fetched. RSS, Atom, JSON Feed and GOV.UK advice can be.</p>
      )}
      {items.length > 0 && (
        <div className="table-scroll">
          <table className="table feeds-table">
            <thead>
              <tr>
                <th scope="col">Publisher</th>
                <th scope="col">State</th>
                <th scope="col" className="number">
                  Reports
                </th>
                <th scope="col">
                  <span className="visually-hidden">What to do</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((feed) => (
                <Row key={feed.id} feed={feed} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Row({ feed: { id, url, publisher, every, fetched, items, refused, reports, failing } }: { feed: Feed }) {
  const queries = useQueryClient();
  const done = { onSettled: () => queries.invalidateQueries() };
  const fetchNow = useMutation({ mutationFn: () => api.fetchFeed(id), ...done });
  const remove = useMutation({ mutationFn: () => api.removeFeed(id), ...done });
  const failed = fetchNow.error ?? remove.error;
  return (
    <tr>
      <th scope="row">
        {publisher} <span className="note address">{url}</span>
      </th>
      <td className="wide">
        {failing && (
          <p className="error">
            <strong>Failing since {showTime(failing.since)}</strong>: {failing.why}
          </p>
        )}
        <p className={failing ? 'hint' : undefined}>
          {fetched ? `Last fetched ${showTime(fetched)}, ${count(items, 'item')}` : 'Never fetched yet'}
          <span className="hint"> · every {count(every, 'minute')}</span>
        </p>
        {refused && <p className="hint">{refused}</p>}
        {failed && (
          <p className="error" role="alert">
            {failed.message}
          </p>
        )}
      </td>
      <Count label="Reports" n={reports} to="/search" search={{ what: 'reports', publisher }} />
      <td className="acts">
        <button type="button" disabled={fetchNow.isPending} onClick={() => fetchNow.mutate()}>
          {fetchNow.isPending ? 'Fetching…' : 'Fetch now'}
          <span className="visually-hidden"> {publisher}</span>
        </button>
        <button type="button" className="quiet" disabled={remove.isPending} onClick={() => remove.mutate()}>
          Remove<span className="visually-hidden"> {publisher}</span>
        </button>
      </td>
    </tr>
  );
}

function NewFeed({ onDone }: { onDone: () => void }) {
  const queries = useQueryClient();
  const add = useMutation({
    mutationFn: api.addFeed,
    onSuccess: async () => {
      await queries.invalidateQueries();
      onDone();
    },
  });
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const publisher = String(given.get('publisher')).trim();
    add.mutate({
      url: String(given.get('url')).trim(),
      every: Number(given.get('every')),
      ...(publisher && { publisher }),
    });
  };
  return (
    <form className="form" aria-label="Add a feed" onSubmit={send}>
      <label className="field">
        Address
        <input name="url" type="url" required placeholder="https://example.org/feed.xml" maxLength={2000} />
      </label>
      <label className="field">
        Publisher <span className="hint">the name of its server where you give none</span>
        <input name="publisher" maxLength={200} />
      </label>
      <label className="field">
        Minutes from one fetch to the next
        <input name="every" type="number" min={5} max={10080} defaultValue={30} required />
      </label>
      {add.isError && (
        <p className="error" role="alert">
          {add.error.message}
        </p>
      )}
      <div className="actions">
        <button type="submit" className="primary" disabled={add.isPending}>
          {add.isPending ? 'Fetching…' : 'Add it'}
        </button>
        <button type="button" onClick={onDone}>
          Cancel
        </button>
      </div>
    </form>
  );
}
