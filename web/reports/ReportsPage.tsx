/** All reports with what was read in each, and the box to add more. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReportSummary } from '../../src/desk/schema';
import * as api from '../api';
import { Count } from '../parts/Count';
import { showDay, showTime } from '../parts/dates';
import { Empty, Failure, Loading } from '../parts/States';
import { Title } from '../parts/Title';
import { count } from '../parts/words';
import { KIND_TITLE, KINDS, LETTER } from '../report/statements';
import { AddReport } from './AddReport';
import { Reread } from './Reread';
import { UnreadList } from './Unread';

const STEP = 200;
const route = getRouteApi('/reports');

export function ReportsPage() {
  const { q = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const [limit, setLimit] = useState(STEP);
  const list = useQuery({ ...api.reports(q, limit), placeholderData: keepPreviousData });

  return (
    <div className="page reports-page">
      <Title>Reports</Title>
      <section className="panel" aria-labelledby="add-heading">
        <h2 id="add-heading" className="visually-hidden">
          Add reports
        </h2>
        <AddReport folded={list.data !== undefined && list.data.total > 0} />
      </section>
      <Reread />
      <UnreadList />
      <section aria-labelledby="list-heading">
        <div className="section-head">
          <h2 id="list-heading">{list.data ? count(list.data.total, 'report') : 'Reports'}</h2>
          <label className="search">
            <span className="visually-hidden">Search titles and texts</span>
            <input
              type="search"
              placeholder="Search titles and texts"
              value={q}
              onChange={(event) => void navigate({ search: { q: event.target.value || undefined }, replace: true })}
            />
          </label>
        </div>
        {list.isPending && <Loading what="reports" />}
        {list.isError && <Failure inPage error={list.error} retry={() => void list.refetch()} what="list of reports" />}
        {list.data && list.data.total === 0 && <NoReports q={q} />}
        {list.data && list.data.total > 0 && <Table reports={list.data.items} />}
        {list.data && list.data.items.length < list.data.total && (
          <p className="more">
            <span>
              Shown: {list.data.items.length} of {list.data.total}
            </span>
            {limit < 1000 && (
              <button type="button" onClick={() => setLimit(Math.min(1000, limit + STEP))}>
                Show more
              </button>
            )}
          </p>
        )}
      </section>
    </div>
  );
}

function NoReports({ q }: { q: string }) {
  if (q) return <Empty title={`No report has “${q}” in its title or text.`} />;
  return (
    <Empty title="No reports yet.">
      <p>Paste one above, drop files, or run `tocsin add FOLDER`.</p>
    </Empty>
  );
}

function Table({ reports }: { reports: ReportSummary[] }) {
  return (
    <div className="table-scroll">
      <table className="table reports-table">
        <thead>
          <tr>
            <th scope="col">Published</th>
            <th scope="col">Report</th>
            <th scope="col">Publisher</th>
            {KINDS.map((kind) => (
              <th scope="col" className="number" key={kind}>
                {KIND_TITLE[kind]}
              </th>
            ))}
            <th scope="col" className="number">
              Words
            </th>
          </tr>
        </thead>
        <tbody>
          {reports.map((report) => (
            <tr key={report.id}>
              <td className="date">
                {report.published ? showDay(report.published) : <span className="none">undated</span>}
              </td>
              <td className="wide">
                <Link to="/reports/$id" params={{ id: report.id }} title={`Received ${showTime(report.received)}`}>
                  {report.title}
                </Link>
                {report.copies > 0 && (
                  <span className="note">{count(report.copies, 'near-copy', 'near-copies')} here</span>
                )}
              </td>
              <td>{report.publisher ?? <span className="none">not stated</span>}</td>
              {KINDS.map((kind) => (
                <Count
                  key={kind}
                  label={KIND_TITLE[kind]}
                  n={report.statements[kind]}
                  to="/reports/$id"
                  params={{ id: report.id }}
                  hash={`${LETTER[kind]}1`}
                />
              ))}
              <Count label="Words" n={report.words} to="/reports/$id" params={{ id: report.id }} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
