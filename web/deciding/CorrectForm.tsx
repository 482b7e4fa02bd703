/** Sets a slot of an incident or a warning, with the reason. What was read stays beside it. */
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useMemo, useState } from 'react';
import type { NewDecision } from '../../src/desk/schema';
import type { EntityRef, PlaceRef } from '../../src/picture/schema';
import * as api from '../api';
import { country } from '../parts/words';
import { intoView } from './intoView';
import { type Known, SLOT_FIELDS, type SlotField, slotValue } from './slotFields';

interface Props {
  statement: string;
  kind: 'incident' | 'warning';
  slot?: string;
  /** Actors and places that are offered first: those of the statement's own incident. */
  near?: Partial<Known>;
  onDecide: (decision: NewDecision, says: string) => void;
  onLeave: () => void;
}

export function CorrectForm({ statement, kind, slot: first, near, onDecide, onLeave }: Props) {
  const fields = SLOT_FIELDS[kind];
  const [slot, setSlot] = useState(first ?? fields[0]?.slot);
  const [none, setNone] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const known = useKnown(near);
  const field = fields.find((one) => one.slot === slot);
  if (!field) return null;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!field) return;
    const form = new FormData(event.currentTarget);
    const why = String(form.get('why') ?? '').trim();
    const parsed = slotValue(field, form, known);
    if ('error' in parsed) return setError(parsed.error);
    if (!why) return setError('Give a reason: others will read it.');
    onDecide(
      { kind: 'correct', a: statement, slot: field.slot, value: parsed.value, why },
      `Corrected ${field.title.toLowerCase()}: ${why}`,
    );
  }

  return (
    <form
      className="decide correct"
      ref={intoView}
      aria-label="Correct a value"
      onSubmit={submit}
      onKeyDown={(event) => event.key === 'Escape' && onLeave()}
    >
      <label className="field">
        <span>What to correct</span>
        {/* biome-ignore lint/a11y/noAutofocus: the form was asked for, and is filled in next */}
        <select autoFocus value={slot} onChange={(event) => setSlot(event.target.value)}>
          {fields.map((one) => (
            <option key={one.slot} value={one.slot}>
              {one.title}
            </option>
          ))}
        </select>
      </label>
      {!none && <Inputs key={field.slot} field={field} known={known} />}
      <label className="check">
        <input type="checkbox" name="none" checked={none} onChange={(event) => setNone(event.target.checked)} />
        Hold no value
      </label>
      <label className="field">
        <span>Why?</span>
        <input name="why" maxLength={2000} autoComplete="off" />
      </label>
      {error && (
        <p className="error" role="alert">
          {error}
        </p>
      )}
      <div className="actions">
        <button type="submit" className="primary">
          Set it
        </button>
        <button type="button" onClick={onLeave}>
          Leave it
        </button>
      </div>
    </form>
  );
}

function Inputs({ field, known }: { field: SlotField; known: Known }) {
  switch (field.field) {
    case 'days':
      return <Pair type="date" from="First day" to="Last day" />;
    case 'count':
      return <Pair type="number" from="At least" to="At most" />;
    case 'place':
      return <Choose name="place" label="Place" options={known.places.map((one) => [one.id, placeName(one)])} />;
    case 'actor':
      return <Choose name="actor" label={field.title} options={known.actors.map(({ id, name }) => [id, name])} />;
    case 'attribution':
      return (
        <>
          <Choose name="actor" label="Who" options={known.actors.map(({ id, name }) => [id, name])} />
          <Choose name="value" label="How firmly" options={field.choices ?? []} />
        </>
      );
    case 'yes-no':
      return (
        <Choose
          name="value"
          label={field.title}
          options={[
            ['true', 'yes'],
            ['false', 'no'],
          ]}
        />
      );
    case 'choice':
      return <Choose name="value" label={field.title} options={field.choices ?? []} />;
    case 'text':
      return (
        <label className="field">
          <span>{field.title}</span>
          <input name="value" maxLength={300} autoComplete="off" />
        </label>
      );
  }
}

function Pair({ type, from, to }: { type: 'date' | 'number'; from: string; to: string }) {
  return (
    <div className="fields">
      {(['from', 'to'] as const).map((name) => (
        <label key={name} className="field">
          <span>{name === 'from' ? from : to}</span>
          <input name={name} type={type} min={type === 'number' ? 0 : undefined} step={1} />
        </label>
      ))}
    </div>
  );
}

function Choose({ name, label, options }: { name: string; label: string; options: [string, string][] }) {
  return (
    <label className="field">
      <span>{label}</span>
      <select name={name} defaultValue="">
        <option value="">choose…</option>
        {options.map(([value, shown]) => (
          <option key={value} value={value}>
            {shown}
          </option>
        ))}
      </select>
    </label>
  );
}

const placeName = ({ name, precision, country: code }: PlaceRef) =>
  code && precision !== 'country' ? `${name}, ${country(code)}` : name;

/** Places and actors that the picture knows: those near at hand first, then the others by name. */
function useKnown(near: Partial<Known> = {}): Known {
  const incidents = useQuery(api.incidents);
  const groups = useQuery(api.groups);
  const { places: nearPlaces, actors: nearActors } = near;
  return useMemo(() => {
    const places = (incidents.data?.items ?? []).flatMap(({ place }) => (place ? [place] : []));
    const actors = (groups.data?.items ?? []).map(({ id, name }): EntityRef => ({ id, kind: 'group', name }));
    return { places: nearFirst(nearPlaces, places), actors: nearFirst(nearActors, actors) };
  }, [incidents.data, groups.data, nearPlaces, nearActors]);
}

function nearFirst<T extends { id: string; name: string }>(near: readonly T[] = [], others: readonly T[]): T[] {
  const sorted = [...others].sort((a, b) => a.name.localeCompare(b.name));
  return [...new Map([...near, ...sorted].map((one) => [one.id, one])).values()];
}
