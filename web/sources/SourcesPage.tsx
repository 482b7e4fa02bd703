/** Those who publish: how far each can be relied on, and what became of what they said. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import * as api from '../api';
import { Count } from '../parts/Count';
import { RELIABILITY } from '../parts/Grade';
import { More } from '../parts/More';
import { Empty, Failure, Loading } from '../parts/States';
import { Title } from '../parts/Title';
import { Feeds } from './Feeds';
import '../styles/deciding.css';

export function SourcesPage() {
  const list = useInfiniteQuery(api.sources);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="page">
      <Title>Sources</Title>
      <Feeds />
      <h2>Publishers</h2>
      <p className="lead">Only a person says how far a publisher can be relied on. Until then its grade is F.</p>
      {list.isPending && <Loading what="sources" />}
      {list.isError && <Failure inPage error={list.error} retry={() => void list.refetch()} what="list of sources" />}
      {list.data && items.length === 0 && (
        <Empty title="No source yet.">
          <p>Each publisher of a report stands here.</p>
        </Empty>
      )}
      {items.length > 0 && (
        <div className="table-scroll">
          <table className="table sources-table">
            <thead>
              <tr>
                <th scope="col">Publisher</th>
                <th scope="col">Grade</th>
                {['Reports', 'Accepted', 'Rejected', 'Corrected'].map((title) => (
                  <th key={title} scope="col" className="number">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {items.map(({ publisher, reports, reliability, record }) => (
                <tr key={publisher}>
                  <th scope="row">
                    <Link to="/sources/$publisher" params={{ publisher }}>
                      {publisher}
                    </Link>
                  </th>
                  <td>
                    <abbr className="grade" title={RELIABILITY[reliability.grade]}>
                      {reliability.grade}
                    </abbr>
                  </td>
                  <Count label="Reports" n={reports} to="/search" search={{ what: 'reports', publisher }} />
                  {DID.map((did) => (
                    <Count
                      key={did}
                      label={did}
                      n={record[did]}
                      to="/sources/$publisher"
                      params={{ publisher }}
                      hash="decided"
                    />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <More of={list} />
    </div>
  );
}

const DID = ['accepted', 'rejected', 'corrected'] as const;
