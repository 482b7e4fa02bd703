/** A toll in a list: one click shows the sentences that give it, each of them a link to its place in the report. */
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import * as api from '../api';
import { Citation } from './Links';
import { Failure, Loading } from './States';
import { showToll } from './tolls';

interface Props {
  /** Id of the incident. */
  incident: string;
  slot: 'killed' | 'injured';
  children: ReactNode;
}

export function TollSaid({ incident, slot, children }: Props) {
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="toll-said" popoverTarget={id}>
        {children}
        <span className="visually-hidden">: who says so</span>
      </button>
      <div
        id={id}
        popover="auto"
        className="toll-sentences"
        onToggle={(event) => setOpen(event.nativeEvent.newState === 'open')}
      >
        {open && <Sentences incident={incident} slot={slot} />}
      </div>
    </>
  );
}

function Sentences({ incident, slot }: Omit<Props, 'children'>) {
  const page = useQuery(api.incident(incident));
  if (page.isPending) return <Loading what="sentences" />;
  if (page.isError) return <Failure inPage error={page.error} what="sentences" />;
  const desk = page.data.desk.find((value) => value.slot === slot);
  return (
    <dl>
      {desk && (
        <div>
          <dt>Set at this desk</dt>
          <dd>
            by {desk.set.by}: {desk.set.why}
          </dd>
        </div>
      )}
      {page.data[slot].map(({ value, sources }) => (
        <div key={JSON.stringify(value)}>
          <dt>
            {showToll(value)} {slot}
          </dt>
          {sources.map((source) => (
            <dd key={`${source.statement}@${source.at[0]}`}>
              <Citation source={source} />
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
