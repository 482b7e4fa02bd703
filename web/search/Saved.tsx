/** The searches that are kept, each with what is new in it. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { SavedSearch } from '../../src/desk/schema';
import { removeSearch, savedSearches, saveSearch, seenSearch } from '../api-search';
import { showTime } from '../parts/dates';
import { parseAddress } from './address';

const addressOf = ({ query }: SavedSearch) => parseAddress(Object.fromEntries(new URLSearchParams(query)));

/** "3 new", "100+ new". */
export const freshWords = ({ fresh, more }: Pick<SavedSearch, 'fresh' | 'more'>) => `${fresh}${more ? '+' : ''} new`;

export function Saved() {
  const list = useQuery(savedSearches);
  if (list.isError)
    return (
      <p className="error" role="alert">
        {list.error.message}
      </p>
    );
  if (!list.data || list.data.items.length === 0) return null;
  return (
    <section className="saved" aria-labelledby="saved">
      <h2 id="saved">Saved searches</h2>
      <ul className="lines">
        {list.data.items.map((search) => (
          <Line key={search.id} search={search} />
        ))}
      </ul>
    </section>
  );
}

function Line({ search }: { search: SavedSearch }) {
  const queries = useQueryClient();
  const done = { onSuccess: () => queries.invalidateQueries({ queryKey: ['searches'] }) };
  const seen = useMutation({ mutationFn: () => seenSearch(search.id), ...done });
  const remove = useMutation({ mutationFn: () => removeSearch(search.id), ...done });
  const failed = seen.error ?? remove.error;
  return (
    <li className="line saved-line">
      <Link to="/search" search={addressOf(search)}>
        {search.name}
      </Link>
      {search.fresh > 0 ? (
        <>
          <Link className="change" to="/search" search={{ ...addressOf(search), since: search.seen }}>
            {freshWords(search)}
          </Link>
          <button type="button" onClick={() => seen.mutate()} disabled={seen.isPending}>
            Seen
          </button>
        </>
      ) : (
        <span className="none">nothing new since {showTime(search.seen)}</span>
      )}
      <button type="button" className="quiet" onClick={() => remove.mutate()} disabled={remove.isPending}>
        Remove<span className="visually-hidden"> {search.name}</span>
      </button>
      {failed && (
        <span className="error" role="alert">
          {failed.message}
        </span>
      )}
    </li>
  );
}

/** Keeps the search that the page shows, under a name. */
export function SaveForm({ query, suggested }: { query: string; suggested: string }) {
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const save = useMutation({
    mutationFn: () => saveSearch(name.trim() || suggested, query),
    onSuccess: () => {
      setOpen(false);
      setName('');
      return queries.invalidateQueries({ queryKey: ['searches'] });
    },
  });
  if (!open)
    return (
      <button type="button" onClick={() => setOpen(true)}>
        Save this search
      </button>
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form className="actions" aria-label="Save this search" onSubmit={submit}>
      <label className="field">
        Name
        <input
          value={name}
          placeholder={suggested}
          maxLength={100}
          // biome-ignore lint/a11y/noAutofocus: who opens the form goes on in it
          autoFocus
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <button type="submit" disabled={save.isPending}>
        Save
      </button>
      <button type="button" onClick={() => setOpen(false)}>
        Cancel
      </button>
      {save.isError && (
        <span className="error" role="alert">
          {save.error.message}
        </span>
      )}
    </form>
  );
}
