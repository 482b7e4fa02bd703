/** The incidents that pass all filters, sortable: the equal alternative to map and timeline. */
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { IncidentSummary } from '../../src/desk/schema';
import type { Incidents } from '../api';
import { showInterval } from '../parts/dates';
import { Empty } from '../parts/States';
import { StatusWord } from '../parts/Status';
import { shortToll, showToll, tollSize } from '../parts/tolls';
import { count, TYPE } from '../parts/words';
import { dated, type Filters } from './filters';

interface Props {
  incidents: Incidents;
  filters: Filters;
  set: (change: Partial<Filters>) => void;
  hover: string | null;
  onHover: (id: string | null) => void;
  note: string | null;
}

const STEP = 200;

const latest = (incident: IncidentSummary) => incident.date?.end ?? incident.date?.start ?? '';
/** Most first in every column; those without a value come last. */
const ORDER: Record<string, (a: IncidentSummary, b: IncidentSummary) => number> = {
  date: (a, b) => latest(b).localeCompare(latest(a)),
  killed: (a, b) => tollSize(b.killed) - tollSize(a.killed),
  reports: (a, b) => b.origins - a.origins || b.reports - a.reports,
};

export function IncidentTable({ incidents, filters, set, hover, onHover, note }: Props) {
  const [limit, setLimit] = useState(STEP);
  const sort = filters.sort && filters.sort in ORDER ? filters.sort : 'date';
  const sorted = useMemo(() => [...incidents].sort(ORDER[sort]), [incidents, sort]);
  const rows = sorted.slice(0, limit);
  const header = (key: string, label: string, className = '') => (
    <th scope="col" className={className} aria-sort={sort === key ? 'descending' : undefined}>
      <button type="button" className="sort" onClick={() => set({ sort: key === 'date' ? undefined : key })}>
        {label}
      </button>
    </th>
  );

  return (
    <>
      <div className="view-head">
        <h2 id="list-heading">List</h2>
        <span className="hint">
          {rows.length < incidents.length
            ? `${rows.length} of ${incidents.length.toLocaleString('en-GB')} shown`
            : count(incidents.length, 'incident')}
          {note && ` · ${note}`}
        </span>
      </div>
      {incidents.length === 0 ? (
        <Empty title="No incident passes all filters.">
          <p>Clear one of them above, or widen the time or the area.</p>
        </Empty>
      ) : (
        <div className="view-scroll">
          <table className="table incidents-table">
            <thead>
              <tr>
                {header('date', 'Date')}
                <th scope="col">Incident</th>
                {header('killed', 'Killed', 'number')}
                <th scope="col" className="number optional">
                  Injured
                </th>
                {header('reports', 'Origins', 'number')}
              </tr>
            </thead>
            <tbody>
              {rows.map((incident) => (
                <Row key={incident.id} incident={incident} isHover={hover === incident.id} onHover={onHover} />
              ))}
            </tbody>
          </table>
          {rows.length < incidents.length && (
            <p className="more">
              <button type="button" onClick={() => setLimit(limit + STEP)}>
                Show {Math.min(STEP, incidents.length - limit)} more
              </button>
            </p>
          )}
        </div>
      )}
    </>
  );
}

interface RowProps {
  incident: IncidentSummary;
  isHover: boolean;
  onHover: (id: string | null) => void;
}

function Row({ incident, isHover, onHover }: RowProps) {
  const { killed, killedSpread, injured, place } = incident;
  const date = dated(incident);
  const disputed =
    killed && killedSpread && (killedSpread.min !== killed.min || killedSpread.max !== killed.max)
      ? `Reports give ${showToll(killedSpread)}`
      : undefined;
  return (
    <tr
      className={isHover ? 'is-hover' : undefined}
      onMouseEnter={() => onHover(incident.id)}
      onMouseLeave={() => onHover(null)}
    >
      <td className="date">{date ? showInterval(date) : <span className="none">not stated</span>}</td>
      <td className="wide">
        <Link
          to="/incidents/$id"
          params={{ id: incident.id }}
          onFocus={() => onHover(incident.id)}
          onBlur={() => onHover(null)}
        >
          {TYPE[incident.type]}
          {place ? `, ${place.name}` : ''}
        </Link>
        <span className="row-facts">
          <StatusWord status={incident.status} />
          {incident.groups.length > 0 && <span>{incident.groups.map((group) => group.name).join(', ')}</span>}
        </span>
      </td>
      <td className="number harm" data-label="Killed" title={disputed}>
        {killed ? shortToll(killed) : <span className="none">–</span>}
        {disputed && killedSpread && <span className="spread">{shortToll(killedSpread)}</span>}
      </td>
      <td className="number optional" data-label="Injured">
        {injured ? shortToll(injured) : <span className="none">–</span>}
      </td>
      <td
        className="number"
        data-label="Origins"
        title={`${count(incident.origins, 'independent origin')} in ${count(incident.reports, 'report')}`}
      >
        {incident.origins}
      </td>
    </tr>
  );
}
