/** One incident: what the desk holds, and all that every report says of it. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { IncidentPage as Page } from '../../src/desk/schema';
import * as api from '../api';
import { Failure, Loading } from '../parts/States';
import { Title } from '../parts/Title';
import { count } from '../parts/words';
import { Attributions } from './Attributions';
import { cite, SLOTS } from './citations';
import { HeldSlots } from './Held';
import { Members } from './Members';
import { SaidTable } from './SaidTable';
import { Sources } from './Sources';
import { SINGLE, valuesOf } from './slots';
import { Tolls } from './Tolls';
import '../styles/deciding.css';

const route = getRouteApi('/incidents/$id');

export function IncidentPage() {
  const { id } = route.useParams();
  return <Loaded key={id} id={id} />;
}

function Loaded({ id }: { id: string }) {
  const [all, setAll] = useState(false);
  const page = useQuery({ ...api.incident(id, all), placeholderData: keepPreviousData });
  if (page.isPending) return <Loading what="incident" />;
  if (page.isError) return <Failure error={page.error} retry={() => void page.refetch()} what="incident" />;
  return <Incident incident={page.data} onAll={() => setAll(true)} />;
}

function Incident({ incident, onAll }: { incident: Page; onAll: () => void }) {
  const citations = useMemo(() => cite(incident), [incident]);
  const slots = SLOTS.filter((slot) => incident[slot].length > 0);
  return (
    <article className="page incident-page">
      <header className="page-head">
        <Title text={incident.title}>{incident.title}</Title>
        <p className="facts">
          {count(incident.origins, 'independent origin')} in {count(incident.reports, 'report')}
          <button type="button" className="quiet print-button" onClick={() => print()}>
            Print a brief
          </button>
        </p>
        {incident.shortened && (
          <p className="note">
            Shown are at most twenty sources a value, of different origins; the counts are those of all reports.
            <button type="button" className="quiet" onClick={onAll}>
              Show all that {count(incident.reports, 'report says', 'reports say')}
            </button>
          </p>
        )}
      </header>

      <section aria-labelledby="held">
        <h2 id="held">What the picture holds</h2>
        <HeldSlots incident={incident} citations={citations} />
      </section>

      <Tolls incident={incident} />
      {incident.matrix.cells.length > 0 && <Attributions matrix={incident.matrix} citations={citations} />}

      <section aria-labelledby="said">
        <h2 id="said">What the reports say</h2>
        {slots.map((slot) => (
          <SaidTable
            key={slot}
            slot={slot}
            values={valuesOf(incident, slot)}
            single={SINGLE.has(slot)}
            citations={citations}
          />
        ))}
      </section>

      <Members incident={incident} />
      <Sources citations={citations} grades={incident.grades} />
    </article>
  );
}
