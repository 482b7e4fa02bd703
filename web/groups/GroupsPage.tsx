/** The groups that reports speak of. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import * as api from '../api';
import { Count } from '../parts/Count';
import { Empty, Failure, Loading } from '../parts/States';
import { Title } from '../parts/Title';
import { count } from '../parts/words';
import { folded } from '../picture/filters';

const route = getRouteApi('/groups');

export function GroupsPage() {
  const { q = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useQuery(api.groups);
  const words = folded(q).split(/\s+/).filter(Boolean);
  const found = list.data?.items.filter(({ name, aliases }) => {
    const hay = folded([name, ...aliases].join(' '));
    return words.every((word) => hay.includes(word));
  });
  return (
    <div className="page">
      <Title>Groups</Title>
      <div className="section-head">
        <p className="hint" role="status">
          {found && count(found.length, 'group')}
          {found && list.data && found.length < list.data.total && ` of ${list.data.total}`}
        </p>
        <label className="search">
          <span className="visually-hidden">Search names and aliases</span>
          <input
            type="search"
            placeholder="Search names and aliases"
            value={q}
            onChange={(event) => void navigate({ search: { q: event.target.value || undefined }, replace: true })}
          />
        </label>
      </div>
      {list.isPending && <Loading what="groups" />}
      {list.isError && <Failure inPage error={list.error} retry={() => void list.refetch()} what="list of groups" />}
      {list.data?.total === 0 && (
        <Empty title="No groups yet.">
          <p>A group appears here as soon as a report speaks of it.</p>
        </Empty>
      )}
      {list.data && list.data.total > 0 && found?.length === 0 && <Empty title={`No group is called “${q}”.`} />}
      {found && found.length > 0 && (
        <div className="table-scroll">
          <table className="table groups-table">
            <thead>
              <tr>
                <th scope="col">Group</th>
                <th scope="col">Part of</th>
                <th scope="col">On lists</th>
                <th scope="col" className="number">
                  Incidents
                </th>
                <th scope="col" className="number">
                  Threats
                </th>
                <th scope="col" className="number">
                  Reports
                </th>
              </tr>
            </thead>
            <tbody>
              {found.map((group) => (
                <tr key={group.id}>
                  <td className="wide">
                    <Link to="/groups/$id" params={{ id: group.id }}>
                      {group.name}
                    </Link>
                    {group.aliases.length > 0 && <span className="note">{group.aliases.slice(0, 4).join(', ')}</span>}
                  </td>
                  <td data-label="Part of">
                    {group.parent ? (
                      <Link to="/groups/$id" params={{ id: group.parent.id }}>
                        {group.parent.name}
                      </Link>
                    ) : (
                      <span className="none">–</span>
                    )}
                  </td>
                  <td data-label="On lists">{group.lists.join(', ') || <span className="none">–</span>}</td>
                  <Count
                    label="Incidents"
                    n={group.incidents}
                    to="/groups/$id"
                    params={{ id: group.id }}
                    hash="part-incidents"
                  />
                  <Count
                    label="Threats"
                    n={group.threats}
                    to="/groups/$id"
                    params={{ id: group.id }}
                    hash="part-threats"
                  />
                  <Count label="Reports" n={group.reports} to="/search" search={{ what: 'reports', group: group.id }} />
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
