/** An incident in one line of a list: when, what and where, its status, how many were killed. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { IncidentSummary } from '../../src/desk/schema';
import { showInterval } from './dates';
import { Said } from './Said';
import { StatusWord } from './Status';
import { shortToll } from './tolls';
import { incidentName } from './words';

/** @param children what stands beside its name */
export function IncidentLine({ incident, children }: { incident: IncidentSummary; children?: ReactNode }) {
  const { id, date, status, killed } = incident;
  return (
    <div className="incident-line">
      <span className="when">
        {date ? (
          <Said incident={id} slot="date">
            {showInterval(date)}
          </Said>
        ) : (
          <span className="none">not stated</span>
        )}
      </span>
      <span className="what">
        <Link to="/incidents/$id" params={{ id }}>
          {incidentName(incident)}
        </Link>
        {children}
      </span>
      <Said incident={id} slot="status">
        <StatusWord status={status} />
      </Said>
      <span className="harm">
        {killed && (
          <Said incident={id} slot="killed">
            {shortToll(killed)} killed
          </Said>
        )}
      </span>
    </div>
  );
}
