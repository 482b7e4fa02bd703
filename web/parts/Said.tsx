/** A value of an incident in a list: one click shows the sentences that give it, each a link to its place in the report. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useId, useState } from 'react';
import type { IncidentPage } from '../../src/desk/schema';
import * as api from '../api';
import { Citation } from './Links';
import { Failure, Loading } from './States';
import { shownValue } from './values';

/** The slots that lists show; `type` is what every statement gives: the sentences of the incident as a whole. */
type Slot = 'killed' | 'injured' | 'date' | 'status' | 'type';

const AFTER: Partial<Record<Slot, string>> = { killed: ' killed', injured: ' injured' };

interface Props {
  /** Id of the incident. */
  incident: string;
  slot: Slot;
  children: ReactNode;
}

export function Said({ incident, slot, children }: Props) {
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className={`said-value is-${slot}`} popoverTarget={id}>
        {children}
        <span className="visually-hidden">: who says so</span>
      </button>
      <div
        id={id}
        popover="auto"
        className="said-sentences"
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
  const values: IncidentPage[Slot][number][] = page.data[slot];
  return (
    <>
      <dl>
        {desk && (
          <div>
            <dt>Set at this desk</dt>
            <dd>
              by {desk.set.by}: {desk.set.why}
            </dd>
          </div>
        )}
        {values.map(({ value, sources }) => (
          <div key={JSON.stringify(value)}>
            <dt>
              {shownValue(slot, value)}
              {AFTER[slot]}
            </dt>
            {sources.map((source) => (
              <dd key={`${source.statement}@${source.at[0]}`}>
                <Citation source={source} />
              </dd>
            ))}
          </div>
        ))}
      </dl>
      {page.data.shortened && (
        <p className="note">
          These are some of them.{' '}
          <Link to="/incidents/$id" params={{ id: incident }}>
            All that is said of it
          </Link>
        </p>
      )}
    </>
  );
}
