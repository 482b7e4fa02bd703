/** One slot as the desk holds it: the value, its sources, why this one, and the way to set another. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { IncidentPage, NewDecision } from '../../src/desk/schema';
import type { Source } from '../../src/picture/schema';
import * as api from '../api';
import { CorrectForm } from '../deciding/CorrectForm';
import { showTime } from '../parts/dates';
import { QuotePlace } from '../parts/Links';
import { shownValue } from '../parts/values';
import { count } from '../parts/words';
import { type Citations, SLOTS, type SlotName } from './citations';
import { SINGLE, SLOT_TITLE, saidId, valuesOf } from './slots';

/** Slots that a person can set: those of one value, and the site. */
const SETTABLE = new Set<SlotName>([...SINGLE, 'site']);

export function HeldSlots({ incident, citations }: { incident: IncidentPage; citations: Citations }) {
  const [setting, setSetting] = useState<string | null>(null);
  const desk = new Set<string>(incident.desk.map(({ slot }) => slot));
  const slots = SLOTS.filter((slot) => incident[slot].length > 0 || desk.has(slot));
  return (
    <>
      <dl className="held">
        {slots.map((slot) => (
          <Held
            key={slot}
            slot={slot}
            incident={incident}
            citations={citations}
            onSet={SETTABLE.has(slot) ? () => setSetting(slot) : null}
          />
        ))}
        {incident.desk.some(({ slot }) => slot === 'attribution') && <Judgement incident={incident} />}
      </dl>
      <p className="held-acts">
        <button type="button" aria-expanded={setting !== null} onClick={() => setSetting(setting ? null : 'type')}>
          Correct another value
        </button>
      </p>
      {setting && <Correct key={setting} incident={incident} slot={setting} onDone={() => setSetting(null)} />}
    </>
  );
}

interface Props {
  slot: SlotName;
  incident: IncidentPage;
  citations: Citations;
  onSet: (() => void) | null;
}

function Held({ slot, incident, citations, onSet }: Props) {
  const values = valuesOf(incident, slot);
  const single = SINGLE.has(slot);
  const set = incident.desk.find((value) => value.slot === slot);
  const why = incident.held.find((reason) => reason.slot === slot);
  const shown = set ? [] : single ? values.slice(0, 1) : values;
  const others = values.length - shown.length;
  return (
    <div className={slot === 'killed' || slot === 'injured' ? 'is-harm' : undefined}>
      <dt>
        {SLOT_TITLE[slot]}
        {onSet && (
          <button type="button" className="quiet set-slot" aria-label={`Correct ${SLOT_TITLE[slot]}`} onClick={onSet}>
            Correct
          </button>
        )}
      </dt>
      <dd>
        {set && <span className="held-value">{shownValue(slot, set.value)}</span>}
        {shown.map((value) => (
          <span key={value.key} className="held-value">
            {value.shown}
            <Numbers sources={value.sources} citations={citations} said={saidId(slot)} />
          </span>
        ))}
        {set && <Signed set={set.set} />}
        {!set && why?.rule && <span className="note">held because: {why.rule}</span>}
        {others > 0 && (
          <a className="others" href={`#${saidId(slot)}`}>
            {set ? count(others, 'value in reports', 'values in reports') : count(others, 'other value')}
          </a>
        )}
      </dd>
    </div>
  );
}

/** More than these are a link to all of them; on paper all stand. */
const NUMBERS = 4;

function Numbers({ sources, citations, said }: { sources: Source[]; citations: Citations; said: string }) {
  const byNumber = new Map(sources.map((source) => [citations.numberOf(source), source]));
  const rest = byNumber.size - NUMBERS;
  return (
    <sup>
      {[...byNumber]
        .sort(([a], [b]) => a - b)
        .map(([n, source], at) => (
          <span key={n} className={at < NUMBERS ? undefined : 'on-paper'}>
            <QuotePlace source={source}>{n}</QuotePlace>
          </span>
        ))}
      {rest > 0 && (
        <a className="rest" href={`#${said}`} aria-label={count(rest, 'more source')}>
          +{rest}
        </a>
      )}
    </sup>
  );
}

/** Who did it, in the desk's own judgement. */
function Judgement({ incident }: { incident: IncidentPage }) {
  const set = incident.desk.find(({ slot }) => slot === 'attribution');
  return set ? (
    <div>
      <dt>Who did it, as the desk holds</dt>
      <dd>
        <span className="held-value">{shownValue('attribution', set.value)}</span>
        <Signed set={set.set} />
      </dd>
    </div>
  ) : null;
}

function Signed({ set }: { set: IncidentPage['desk'][number]['set'] }) {
  return (
    <span className="note">
      set by {set.by}, {showTime(set.at)}: {set.why}
    </span>
  );
}

function Correct({ incident, slot, onDone }: { incident: IncidentPage; slot: string; onDone: () => void }) {
  const queries = useQueryClient();
  const decide = useMutation({
    mutationFn: (decision: NewDecision) => api.decide(decision),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onDone();
    },
  });
  const [statement] = incident.members;
  const [near] = useState(() => ({
    places: incident.place.map(({ value }) => value),
    actors: incident.matrix.actors,
  }));
  if (!statement) return null;
  return (
    <>
      <CorrectForm
        statement={statement}
        kind="incident"
        slot={slot}
        near={near}
        onDecide={(decision) => decide.mutate(decision)}
        onLeave={onDone}
      />
      {decide.isError && (
        <p className="error" role="alert">
          {decide.error.message}
        </p>
      )}
    </>
  );
}
