/** The incidents that pass all filters, sortable: the equal alternative to map and timeline. */
import { Link } from '@tanstack/react-router';
import { useMemo, useRef } from 'react';
import type { IncidentSummary } from '../../src/desk/schema';
import type { Incidents } from '../api';
import { showInterval } from '../parts/dates';
import { Said } from '../parts/Said';
import { Empty } from '../parts/States';
import { StatusWord } from '../parts/Status';
import { shortToll, showToll, type Toll, tollSize } from '../parts/tolls';
import { count, incidentName } from '../parts/words';
import { dated, type Filters } from './filters';
import { useRowWindow } from './rowWindow';

interface Props {
  incidents: Incidents;
  filters: Filters;
  set: (change: Partial<Filters>) => void;
  hover: string | null;
  onHover: (id: string | null) => void;
  note: string | null;
}

const latest = (incident: IncidentSummary) => incident.date?.end ?? incident.date?.start ?? '';
/** Most first in every column; those without a value come last. */
const ORDER: Record<string, (a: IncidentSummary, b: IncidentSummary) => number> = {
  date: (a, b) => latest(b).localeCompare(latest(a)),
  killed: (a, b) => tollSize(b.killed) - tollSize(a.killed),
  reports: (a, b) => b.origins - a.origins || b.reports - a.reports,
};

export function IncidentTable({ incidents, filters, set, hover, onHover, note }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const sort = filters.sort && filters.sort in ORDER ? filters.sort : 'date';
  const sorted = useMemo(() => [...incidents].sort(ORDER[sort]), [incidents, sort]);
  const { from, to, rowHeight } = useRowWindow(frame, sorted.length);
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
          {count(incidents.length, 'incident')}
          {note && ` · ${note}`}
        </span>
      </div>
      <div ref={frame} className="view-scroll">
        {incidents.length === 0 ? (
          <Empty title="No incident passes all filters.">
            <p>Clear one of them above, or widen the time or the area.</p>
          </Empty>
        ) : (
          <table className="table incidents-table" aria-rowcount={sorted.length + 1}>
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
              <Gap rows={from} rowHeight={rowHeight} />
              {sorted.slice(from, to).map((incident, n) => (
                <Row
                  key={incident.id}
                  n={from + n + 2}
                  incident={incident}
                  isHover={hover === incident.id}
                  onHover={onHover}
                />
              ))}
              <Gap rows={sorted.length - to} rowHeight={rowHeight} />
            </tbody>
          </table>
        )}
      </div>
    </>
  );
}

/** "At least 91" and "91" are no disagreement. */
function differs(held: Toll, spread: Toll): boolean {
  return spread.min !== held.min || (spread.max !== held.max && spread.max !== held.min);
}

/** The room of rows that are not drawn. */
function Gap({ rows, rowHeight }: { rows: number; rowHeight: number }) {
  return rows > 0 ? (
    <tr className="gap">
      <td colSpan={5} height={rows * rowHeight} />
    </tr>
  ) : null;
}

interface RowProps {
  /** Its number in the whole table, the head's being 1. */
  n: number;
  incident: IncidentSummary;
  isHover: boolean;
  onHover: (id: string | null) => void;
}

function Row({ n, incident, isHover, onHover }: RowProps) {
  const { killed, killedSpread, injured } = incident;
  const date = dated(incident);
  const disputed =
    killed && killedSpread && differs(killed, killedSpread) ? `Reports give ${showToll(killedSpread)}` : undefined;
  return (
    <tr
      aria-rowindex={n}
      className={isHover ? 'is-hover' : undefined}
      onMouseEnter={() => onHover(incident.id)}
      onMouseLeave={() => onHover(null)}
    >
      <td className="date">
        {date ? (
          <Said incident={incident.id} slot="date">
            <span className="two-lines">{showInterval(date)}</span>
          </Said>
        ) : (
          <span className="none">not stated</span>
        )}
      </td>
      <td className="wide">
        <Link
          to="/incidents/$id"
          params={{ id: incident.id }}
          onFocus={() => onHover(incident.id)}
          onBlur={() => onHover(null)}
        >
          {incidentName(incident)}
        </Link>
        <span className="row-facts" title={incident.groups.map((group) => group.name).join(', ') || undefined}>
          <Said incident={incident.id} slot="status">
            <StatusWord status={incident.status} />
          </Said>
          {incident.groups.length > 0 && (
            <span className="names">{incident.groups.map((group) => group.name).join(', ')}</span>
          )}
        </span>
      </td>
      <td className="number harm" data-label="Killed" title={disputed}>
        {killed ? (
          <Said incident={incident.id} slot="killed">
            {shortToll(killed)}
          </Said>
        ) : (
          <span className="none">–</span>
        )}
        {disputed && killedSpread && <span className="spread">{shortToll(killedSpread)}</span>}
      </td>
      <td className="number optional" data-label="Injured">
        {injured ? (
          <Said incident={incident.id} slot="injured">
            {shortToll(injured)}
          </Said>
        ) : (
          <span className="none">–</span>
        )}
      </td>
      <td
        className="number"
        data-label="Origins"
        title={`${count(incident.origins, 'independent origin')} in ${count(incident.reports, 'report')}`}
      >
        <Said incident={incident.id} slot="type">
          {incident.origins}
        </Said>
      </td>
    </tr>
  );
}
