/** One publisher: its grade with the reason, its record, and what was decided on it. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { SourceSummary } from '../../src/desk/schema';
import * as api from '../api';
import { found } from '../api-search';
import { DecideForm } from '../deciding/DecideForm';
import { DecisionLine } from '../decisions/DecisionLine';
import { showTime } from '../parts/dates';
import { RELIABILITY } from '../parts/Grade';
import { More } from '../parts/More';
import { Failure, Loading } from '../parts/States';
import { Title } from '../parts/Title';
import { count } from '../parts/words';
import { Hits } from '../search/Hits';
import '../styles/deciding.css';
import '../styles/search.css';

const route = getRouteApi('/sources/$publisher');
const CHOICES = Object.entries(RELIABILITY).map(([grade, means]) => [grade, `${grade}: ${means}`] as const);

export function SourcePage() {
  const { publisher } = route.useParams();
  const page = useQuery(api.source(publisher));
  if (page.isPending) return <Loading what="source" />;
  if (page.isError) return <Failure error={page.error} retry={() => void page.refetch()} what="source" />;
  return <Source source={page.data} />;
}

function Source({ source: { publisher, reports, reliability, record } }: { source: SourceSummary }) {
  const [grading, setGrading] = useState(false);
  const decisions = useQuery(api.decisionsOn(publisher));
  const made = useQuery(api.decisionsOnSource(publisher));
  const { grade, set } = reliability;
  return (
    <article className="page source-page">
      <header className="page-head">
        <Title text={publisher}>{publisher}</Title>
        <p className="facts">
          <Link to="/search" search={{ what: 'reports', publisher }}>
            {count(reports, 'report')}
          </Link>
          <button type="button" className="quiet print-button" onClick={() => print()}>
            Print a brief
          </button>
        </p>
      </header>
      <section className="part" aria-labelledby="grade">
        <h2 id="grade">How far it can be relied on</h2>
        <p className="line">
          <strong className="grade">{grade}</strong> {RELIABILITY[grade]}{' '}
          <span className="hint">
            {set ? `${set.by}, ${showTime(set.at)}: ${set.why}` : 'no one has graded it yet'}
          </span>{' '}
          <button type="button" className="on-screen" aria-expanded={grading} onClick={() => setGrading(!grading)}>
            Grade it
          </button>
        </p>
        {grading && (
          <DecideForm
            label={`Reliability of ${publisher}`}
            choices={CHOICES}
            current={grade}
            button="Set the grade"
            decision={(value, why) => ({ kind: 'grade-source', a: publisher, value: value as typeof grade, why })}
            onDone={() => setGrading(false)}
          />
        )}
      </section>
      <section className="part" aria-labelledby="record">
        <h2 id="record">Its record</h2>
        <p className="line">
          Of its statements people accepted {record.accepted}, rejected {record.rejected} and corrected{' '}
          {record.corrected}.
        </p>
        {made.isError && <Failure inPage error={made.error} retry={() => void made.refetch()} what="decisions" />}
        <ul className="decisions" id="decided">
          {made.data?.items.map((decision) => (
            <DecisionLine key={decision.id} decision={decision} />
          ))}
        </ul>
        {made.data && made.data.total > made.data.items.length && (
          <p className="note">These are the newest of {made.data.total}.</p>
        )}
      </section>
      {decisions.data && decisions.data.items.length > 0 && (
        <section className="part" aria-labelledby="graded">
          <h2 id="graded">Decisions on its grade</h2>
          <ul className="decisions">
            {decisions.data.items.map((decision) => (
              <DecisionLine key={decision.id} decision={decision} />
            ))}
          </ul>
        </section>
      )}
      <Says publisher={publisher} />
    </article>
  );
}

/** What its reports say, the newest first. */
function Says({ publisher }: { publisher: string }) {
  const says = useInfiniteQuery(found(new URLSearchParams({ what: 'statements', publisher }).toString()));
  return (
    <section className="part" aria-labelledby="says">
      <h2 id="says">What its reports say</h2>
      {says.isPending && <Loading what="statements" />}
      {says.isError && <Failure inPage error={says.error} retry={() => void says.refetch()} what="statements" />}
      {says.data && <Hits found={says.data.pages} understood={[]} />}
      <More of={says} />
    </section>
  );
}
