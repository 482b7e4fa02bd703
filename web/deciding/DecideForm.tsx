/** A decision made on an ordinary page: a choice, a reason, and the page as it is with it. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { NewDecision } from '../../src/desk/schema';
import * as api from '../api';
import { intoView } from './intoView';

interface Props {
  /** What is set: "Reliability of Reuters". */
  label: string;
  choices: readonly (readonly [value: string, shown: string])[];
  current: string;
  button: string;
  decision: (value: string, why: string) => NewDecision;
  onDone: () => void;
}

export function DecideForm({ label, choices, current, button, decision, onDone }: Props) {
  const [missing, setMissing] = useState(false);
  const queries = useQueryClient();
  const decide = useMutation({
    mutationFn: api.decide,
    onSuccess: async () => {
      await queries.invalidateQueries();
      onDone();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const why = String(form.get('why') ?? '').trim();
    setMissing(!why);
    if (why) decide.mutate(decision(String(form.get('value')), why));
  };
  return (
    <form ref={intoView} className="decide" aria-label={label} onSubmit={submit}>
      <label className="field">
        <span>{label}</span>
        <select name="value" defaultValue={current}>
          {choices.map(([value, shown]) => (
            <option key={value} value={value}>
              {shown}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>Why?</span>
        <input name="why" maxLength={2000} autoComplete="off" aria-invalid={missing || undefined} />
      </label>
      {(missing || decide.isError) && (
        <p className="error" role="alert">
          {missing ? 'Give a reason: others will read it.' : decide.error?.message}
        </p>
      )}
      <div className="actions">
        <button type="submit" className="primary" disabled={decide.isPending}>
          {button}
        </button>
        <button type="button" onClick={onDone}>
          Leave it
        </button>
      </div>
    </form>
  );
}
