/** What changed since the reader was last here, and what waits. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { Changes } from '../../src/desk/schema';
import * as api from '../api';
import { caseList } from '../api-duty';
import { savedSearches } from '../api-search';
import { DecisionLine } from '../decisions/DecisionLine';
import { showTime } from '../parts/dates';
import { IncidentLine } from '../parts/IncidentLine';
import { Empty, Failure, Loading } from '../parts/States';
import { Title } from '../parts/Title';
import { count } from '../parts/words';
import { freshWords } from '../search/Saved';
import { LevelMoves } from './LevelMoves';
import { lastHere, seen } from './lastHere';
import '../styles/home.css';

export function HomePage() {
  const [since, setSince] = useState(lastHere);
  const page = useQuery({ ...api.changes(since ?? FIRST), placeholderData: keepPreviousData });
  const now = page.data?.now;
  useEffect(() => {
    if (now) seen(now, false);
  }, [now]);
  const all = () => {
    if (!now) return;
    seen(now, true);
    setSince(now);
  };
  return (
    <div className="page home-page">
      <header className="section-head">
        <div>
          <Title>Home</Title>
          <p className="facts">
            {since ? `Since you were last here, ${showTime(since)}` : 'Your first time here: all that there is'}
          </p>
        </div>
        <button type="button" onClick={all} disabled={!now}>
          I have seen this
        </button>
      </header>
      {page.isPending && <Loading what="what changed" />}
      {page.isError && <Failure inPage error={page.error} retry={() => void page.refetch()} what="list of changes" />}
      {page.data && (
        <>
          <Waits waits={page.data.waits} />
          <Changed changes={page.data} first={since === null} />
          {since && <LevelMoves since={since} />}
        </>
      )}
    </div>
  );
}

/** Before any report. */
const FIRST = '1970-01-01T00:00:00Z';

function Waits({ waits: { triage, doubts } }: { waits: Changes['waits'] }) {
  const cases = useQuery(caseList);
  const searches = useQuery(savedSearches);
  const feeds = useQuery(api.feeds);
  const failing = feeds.data?.items.filter((feed) => feed.failing) ?? [];
  const fresh = searches.data?.items.filter((search) => search.fresh > 0) ?? [];
  const urgent = triage.ranks.filter(({ waiting }) => waiting > 0).slice(0, 3);
  return (
    <section aria-labelledby="waits">
      <h2 id="waits">What waits for you</h2>
      <ul className="waits">
        <li>
          <Link to="/triage">
            <strong>{triage.waiting.toLocaleString('en-GB')}</strong>{' '}
            {triage.waiting === 1 ? 'statement' : 'statements'} to go through
          </Link>
          <p className="hint">
            {urgent.length > 0
              ? urgent.map(({ says, waiting }) => `${says}: ${waiting.toLocaleString('en-GB')}`).join(' · ')
              : 'all decided'}
          </p>
        </li>
        <li>
          <Link to="/doubts">
            <strong>
              {doubts.waiting.toLocaleString('en-GB')}
              {doubts.more && '+'}
            </strong>{' '}
            {doubts.waiting === 1 ? 'pair' : 'pairs'} that may be the same
          </Link>
          <p className="hint">both sides’ words side by side</p>
        </li>
        {cases.data && (
          <li>
            <Link to="/cases">
              <strong>{cases.data.items.length}</strong> {cases.data.items.length === 1 ? 'case' : 'cases'} of the duty
              to warn
            </Link>
            <p className="hint">with their clocks</p>
          </li>
        )}
        {failing.length > 0 && (
          <li className="is-bad">
            <Link to="/sources" hash="feeds">
              <strong>{failing.length}</strong> {failing.length === 1 ? 'feed fails' : 'feeds fail'}
            </Link>
            <p className="hint">{failing.map(({ publisher }) => publisher).join(' · ')}</p>
          </li>
        )}
        {searches.data && searches.data.items.length > 0 && (
          <li>
            <Link to="/search">
              <strong>{fresh.length}</strong> saved {fresh.length === 1 ? 'search has' : 'searches have'} something new
            </Link>
            <p className="hint">
              {fresh.map((search) => `${search.name}: ${freshWords(search)}`).join(' · ') ||
                `of ${searches.data.items.length}`}
            </p>
          </li>
        )}
      </ul>
    </section>
  );
}

function Changed({ changes, first }: { changes: Changes; first: boolean }) {
  const { reports, incidents, warnings, decisions } = changes;
  if (!reports && !incidents.items.length && !warnings.items.length && !decisions.items.length) {
    return (
      <Empty title="Nothing has changed.">
        <p>
          No report came in and nothing was decided. <Link to="/picture">The picture</Link> stands as it was.
        </p>
      </Empty>
    );
  }
  return (
    <>
      <p>
        <Link to="/reports">{count(reports, 'report')}</Link> came in.
      </p>
      <div className="columns">
        <section className="part" aria-labelledby="incidents">
          <h2 id="incidents">
            Incidents <span className="tally">{tally(incidents)}</span>
          </h2>
          {incidents.items.length === 0 && <p className="none">None is new or changed.</p>}
          <ul className="lines">
            {incidents.items.map((incident) => (
              <li key={incident.id} className="line">
                <IncidentLine incident={incident}>
                  {!first && <span className="change">{incident.change}</span>}
                </IncidentLine>
              </li>
            ))}
          </ul>
          {incidents.more && <More />}
        </section>
        <div>
          <section className="part" aria-labelledby="warnings">
            <h2 id="warnings">
              Warnings <span className="tally">{tally(warnings)}</span>
            </h2>
            {warnings.items.length === 0 && <p className="none">None is new or changed.</p>}
            <ul className="lines">
              {warnings.items.map((warning) => (
                <li key={warning.id} className="line line-head">
                  {!first && <span className="change">{warning.change}</span>}
                  <Link to="/warnings" hash={warning.id}>
                    {warning.title}
                  </Link>
                </li>
              ))}
            </ul>
            {warnings.more && <More />}
          </section>
          <section className="part" aria-labelledby="decided">
            <h2 id="decided">
              Decisions <span className="tally">{tally(decisions)}</span>
            </h2>
            {decisions.items.length === 0 && <p className="none">Nothing was decided.</p>}
            <ul className="decisions">
              {decisions.items.slice(0, 10).map((decision) => (
                <DecisionLine key={decision.id} decision={decision} />
              ))}
            </ul>
            {decisions.items.length > 10 && <Link to="/decisions">All decisions</Link>}
          </section>
        </div>
      </div>
    </>
  );
}

const tally = ({ items, more }: { items: unknown[]; more: boolean }) => `${items.length}${more ? '+' : ''}`;

function More() {
  return (
    <p className="note">
      These are the newest; there are others. <Link to="/picture">All incidents</Link>
    </p>
  );
}
