/** One incident: what the desk holds, and all that every report says of it. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { PictureIncident } from '../../src/desk/schema';
import * as api from '../api';
import { Failure, Loading } from '../parts/States';
import { Title } from '../parts/Title';
import { count } from '../parts/words';
import { Attributions } from './Attributions';
import { type Citations, cite, SLOTS, type SlotName } from './citations';
import { Members } from './Members';
import { SaidTable } from './SaidTable';
import { Sources } from './Sources';
import { SINGLE, SLOT_TITLE, valuesOf } from './slots';
import { Tolls } from './Tolls';

const route = getRouteApi('/incidents/$id');

export function IncidentPage() {
  const { id } = route.useParams();
  const page = useQuery(api.incident(id));
  if (page.isPending) return <Loading what="incident" />;
  if (page.isError) return <Failure error={page.error} retry={() => void page.refetch()} what="incident" />;
  return <Incident incident={page.data} />;
}

function Incident({ incident }: { incident: PictureIncident }) {
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
      </header>

      <section aria-labelledby="held">
        <h2 id="held">What the picture holds</h2>
        <dl className="held">
          {slots.map((slot) => (
            <Held key={slot} slot={slot} incident={incident} citations={citations} />
          ))}
        </dl>
      </section>

      <Tolls incident={incident} />
      {incident.attributions.length > 0 && <Attributions incident={incident} citations={citations} />}

      <section aria-labelledby="said">
        <h2 id="said">What the reports say</h2>
        {slots.map((slot) => (
          <SaidTable
            key={slot}
            slot={slot}
            title={SLOT_TITLE[slot]}
            values={valuesOf(incident, slot)}
            single={SINGLE.has(slot)}
            citations={citations}
          />
        ))}
      </section>

      <Members incident={incident} />
      <Sources citations={citations} />
    </article>
  );
}

function Held({ slot, incident, citations }: { slot: SlotName; incident: PictureIncident; citations: Citations }) {
  const values = valuesOf(incident, slot);
  const single = SINGLE.has(slot);
  const shown = single ? values.slice(0, 1) : values;
  const others = values.length - shown.length;
  return (
    <div className={slot === 'killed' || slot === 'injured' ? 'is-harm' : undefined}>
      <dt>{SLOT_TITLE[slot]}</dt>
      <dd>
        {shown.map((value) => (
          <span key={value.key} className="held-value">
            {value.shown}
            <sup>
              {[...new Set(value.sources.map(citations.numberOf))]
                .sort((a, b) => a - b)
                .map((n) => (
                  <a key={n} href={`#source-${n}`} aria-label={`Source ${n}`}>
                    {n}
                  </a>
                ))}
            </sup>
          </span>
        ))}
        {others > 0 && (
          <a className="others" href={`#said-${SLOT_TITLE[slot].toLowerCase().replaceAll(' ', '-')}`}>
            {count(others, 'other value')}
          </a>
        )}
      </dd>
    </div>
  );
}
