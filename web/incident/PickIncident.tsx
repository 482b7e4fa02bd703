/** Finds another incident by its words. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import * as api from '../api';
import { count } from '../parts/words';
import { matcher } from '../picture/filters';

interface Props {
  without: string;
  value: string | null;
  onPick: (id: string) => void;
}

const MOST = 8;

export function PickIncident({ without, value, onPick }: Props) {
  const all = useQuery(api.incidents);
  const [q, setQ] = useState('');
  const passes = matcher({ q });
  const found = all.data?.items.filter((incident) => incident.id !== without && passes(incident)) ?? [];
  return (
    <fieldset className="pick">
      <legend>Same as which incident?</legend>
      <label className="search">
        <span className="visually-hidden">Search incidents</span>
        <input
          type="search"
          placeholder="Search incidents"
          value={q}
          onChange={(event) => setQ(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
      </label>
      {found.slice(0, MOST).map((incident) => (
        <label className="check" key={incident.id}>
          <input
            type="radio"
            name="other"
            value={incident.id}
            checked={value === incident.id}
            onChange={() => onPick(incident.id)}
          />
          <span className="check-label">
            {incident.title} <span className="tally">{count(incident.reports, 'report')}</span>
          </span>
        </label>
      ))}
      {all.data && found.length === 0 && <p className="hint">No other incident has these words.</p>}
      {found.length > MOST && <p className="hint">and {found.length - MOST} more: type some words of it</p>}
    </fieldset>
  );
}
