/** Search: words and names, in incidents, statements and reports, each hit with the reason why. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type FormEvent, useEffect, useState } from 'react';
import type { Found, Meant } from '../../src/desk/schema';
import { found } from '../api-search';
import { Empty, Failure, Loading } from '../parts/States';
import { Title } from '../parts/Title';
import { country } from '../parts/words';
import { type Address, queryOf, WHAT, type What } from './address';
import { Filters } from './Filters';
import { Hits } from './Hits';
import { Saved, SaveForm } from './Saved';
import '../styles/search.css';

const route = getRouteApi('/search');

export function SearchPage() {
  const address = route.useSearch();
  const navigate = route.useNavigate();
  const [words, setWords] = useState(address.q ?? '');
  // Another link to a search, or back and forth.
  useEffect(() => setWords(address.q ?? ''), [address.q]);
  const set = (change: Partial<Address>) => void navigate({ search: { ...address, ...change }, replace: true });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void navigate({ search: { ...address, q: words.trim() || undefined } });
  };
  const query = queryOf(address);
  return (
    <div className="page search-page">
      <Title text={address.q ? `Search: ${address.q}` : 'Search'}>Search</Title>
      <search aria-label="Reports and the picture">
        <form className="search-form" onSubmit={submit}>
          <label>
            <span className="visually-hidden">Words, names, “exact phrases”, -without</span>
            <input
              type="search"
              value={words}
              maxLength={300}
              placeholder="Words, names, “exact phrases”, -without"
              onChange={(event) => setWords(event.target.value)}
            />
          </label>
          <button type="submit">Search</button>
        </form>
      </search>
      <Filters address={address} set={set} />
      {query === '' ? (
        <>
          <Saved />
          <p className="hint">
            All words must stand in one statement, or in one report. A name finds what is about that group or place,
            whatever the report calls it: “Daesh” finds Islamic State, “Al Shabab” finds al-Shabaab, “Iraq” finds Mosul.
          </p>
        </>
      ) : (
        <>
          <WhatBar what={address.what ?? 'incidents'} set={(what) => set({ what })} />
          <Results query={query} address={address} />
        </>
      )}
    </div>
  );
}

function WhatBar({ what, set }: { what: What; set: (what: What) => void }) {
  return (
    <fieldset className="what-bar">
      <legend className="visually-hidden">Search in</legend>
      {Object.entries(WHAT).map(([value, label]) => (
        <label key={value} className="what">
          <input type="radio" name="what" checked={what === value} onChange={() => set(value as What)} />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

function Results({ query, address }: { query: string; address: Address }) {
  const results = useInfiniteQuery({ ...found(query), placeholderData: keepPreviousData });
  if (results.isPending) return <Loading what="what is found" />;
  if (results.isError)
    return <Failure inPage error={results.error} retry={() => void results.refetch()} what="result" />;
  const [first] = results.data.pages;
  if (!first) return null;
  const none = results.data.pages.every(
    ({ incidents, statements, reports }) => incidents.length + statements.length + reports.length === 0,
  );
  return (
    <div
      className={results.isPlaceholderData ? 'found-list is-old' : 'found-list'}
      aria-busy={results.isPlaceholderData}
    >
      <Understood found={first} address={address} />
      <SaveForm query={queryOf({ ...address, since: undefined })} suggested={address.q ?? 'Search'} />
      {none && !results.hasNextPage && <Nothing found={first} address={address} />}
      <Hits found={results.data.pages} understood={first.understood} />
      {results.hasNextPage && (
        <p className="more">
          <button type="button" onClick={() => void results.fetchNextPage()} disabled={results.isFetchingNextPage}>
            Show more
          </button>
        </p>
      )}
    </div>
  );
}

/** The groups and places that the words name; each is a link to its page and a filter. */
function Understood({ found: { understood }, address }: { found: Found; address: Address }) {
  const named = understood.filter(({ meant, not }) => meant.length > 0 && !not);
  if (named.length === 0) return null;
  return (
    <ul className="understood" aria-label="Groups and places that the words name">
      {named.flatMap(({ text, meant }) =>
        meant.slice(0, 4).map((one) => (
          <li key={`${text} ${one.id}`}>
            <MeantLink meant={one} />
            <span className="hint">
              {kindOf(one)}
              {HOW[one.how](text, one)}
            </span>
            <Link
              className="hint"
              to="/search"
              search={{ ...address, q: without(address.q, text), [one.kind === 'place' ? 'place' : 'group']: one.id }}
            >
              only this
            </Link>
          </li>
        )),
      )}
    </ul>
  );
}

/** "city, Iraq"; "group". */
const kindOf = ({ kind, precision, country: code }: Meant) =>
  kind === 'place' ? [precision, precision !== 'country' && code && country(code)].filter(Boolean).join(', ') : kind;

const HOW: Record<Meant['how'], (text: string, meant: Meant) => string> = {
  name: () => '',
  alias: (text) => ` · “${text}” is a name of it`,
  spelling: (text, { as }) => ` · “${text}” may be another spelling of ${as}`,
};

const without = (q: string | undefined, text: string) => q?.replace(text, '').replace(/\s+/g, ' ').trim() || undefined;

function MeantLink({ meant: { id, kind, name } }: { meant: Meant }) {
  return (
    <Link to={kind === 'place' ? '/places/$id' : '/groups/$id'} params={{ id }}>
      {name}
    </Link>
  );
}

function Nothing({ found: { unknown }, address }: { found: Found; address: Address }) {
  const what = address.what ?? 'incidents';
  return (
    <Empty title={`No ${WHAT[what].toLowerCase()} found.`}>
      {unknown.map(({ filter, value }) => (
        <p key={filter}>
          No report speaks of a {filter} called “{value}”.
        </p>
      ))}
      {what !== 'reports' && (
        <p>
          The words must stand in one statement.{' '}
          <Link to="/search" search={{ ...address, what: 'reports', kind: undefined, status: undefined }}>
            Look in the whole text of reports
          </Link>
        </p>
      )}
    </Empty>
  );
}
