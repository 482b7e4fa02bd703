/** The steps that lead out of a case's state: each with what it needs, and why it cannot be taken where it cannot. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import * as api from '../api-duty';
import { STEP, TEST } from './words';

const LIKELIHOODS = [
  'almost no chance',
  'very unlikely',
  'unlikely',
  'roughly even chance',
  'likely',
  'very likely',
  'almost certain',
];
const GROUNDS = {
  a: 'they know already',
  b: 'at risk only as fighters',
  c: 'terrorist, supporter or violent criminal',
  d: 'endangers one’s own people, sources or methods',
  e: 'endangers another service’s',
  f: 'no reasonable way to warn',
};
const OUTCOMES = {
  'in-window': 'occurred within the window',
  'after-window': 'occurred after it',
  elsewhere: 'occurred elsewhere',
  thwarted: 'thwarted',
  'did-not-occur': 'did not occur',
  open: 'still open',
};
const ASKS_WHY = new Set(['submit', 'approve', 'release', 'ratify']);

export function Steps({ page }: { page: api.CasePage }) {
  const [chosen, choose] = useState<string | null>(null);
  if (page.steps.length === 0) return null;
  return (
    <section>
      <h2>Next</h2>
      <ul className="steps">
        {page.steps.map(({ step, says, refused }) => (
          <li key={step}>
            <button
              type="button"
              aria-expanded={chosen === step}
              disabled={refused !== null}
              onClick={() => choose(chosen === step ? null : step)}
            >
              {STEP[step] ?? step}
            </button>
            <p className="hint">
              {says}
              {refused && <strong> {refused}.</strong>}
            </p>
            {chosen === step && <StepForm page={page} step={step} done={() => choose(null)} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function StepForm({ page, step, done }: { page: api.CasePage; step: string; done: () => void }) {
  const queries = useQueryClient();
  const take = useMutation({
    mutationFn: (body: api.NewStep) => api.takeStep(page.id, body),
    onSuccess: async (after) => {
      queries.setQueryData(api.oneCase(page.id).queryKey, after);
      done();
      await queries.invalidateQueries({ queryKey: ['cases'] });
    },
  });
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    take.mutate(bodyOf(step, new FormData(event.currentTarget)));
  };
  const assesses = step === 'attach' || step === 'set-aside';
  return (
    <form className="form step-form" onSubmit={send}>
      {assesses &&
        Object.entries(TEST).map(([test, label]) => (
          <Choice
            key={test}
            name={test}
            label={label}
            options={{ yes: 'yes', no: 'no', unknown: 'unknown' }}
            first={page.proposal?.tests.find((each) => each.test === test)?.answer ?? 'unknown'}
          />
        ))}
      {assesses && (
        <Choice
          name="likelihood"
          label="Likelihood (ICD 203)"
          options={{ '': 'not given', ...Object.fromEntries(LIKELIHOODS.map((word) => [word, word])) }}
          first=""
        />
      )}
      {step === 'propose-waiver' && (
        <>
          <Choice
            name="ground"
            label="Ground"
            options={Object.fromEntries(Object.entries(GROUNDS).map(([key, says]) => [key, `${key}: ${says}`]))}
            first="a"
          />
          <label htmlFor="evidence">
            Evidence
            <textarea id="evidence" name="evidence" rows={2} required />
          </label>
        </>
      )}
      {step === 'revise' && (
        <Choice
          name="kind"
          label="What goes out"
          options={{ Update: 'an update', Cancel: 'a cancellation' }}
          first="Update"
        />
      )}
      {step === 'close' && <Choice name="outcome" label="What came of it" options={OUTCOMES} first="did-not-occur" />}
      {!ASKS_WHY.has(step) && (
        <label htmlFor="why">
          Why
          <textarea id="why" name="why" rows={2} required />
        </label>
      )}
      {take.isError && <p role="alert">{take.error.message}</p>}
      <button type="submit" className="primary" disabled={take.isPending}>
        {STEP[step] ?? step}: confirm
      </button>
    </form>
  );
}

function Choice({
  name,
  label,
  options,
  first,
}: {
  name: string;
  label: string;
  options: Record<string, string>;
  first: string;
}) {
  return (
    <label htmlFor={`step-${name}`}>
      {label}
      <select id={`step-${name}`} name={name} defaultValue={first}>
        {Object.entries(options).map(([value, says]) => (
          <option key={value} value={value}>
            {says}
          </option>
        ))}
      </select>
    </label>
  );
}

function bodyOf(step: string, given: FormData): api.NewStep {
  const text = (name: string): string => String(given.get(name) ?? '');
  const answers = Object.fromEntries(Object.keys(TEST).map((test) => [test, text(test)]));
  // The desk checks every word; the types say what it takes.
  return {
    step,
    ...(given.has('why') && { why: text('why') }),
    ...(given.has('likelihood') && { assessment: { answers, likelihood: text('likelihood') || null } }),
    ...(given.has('ground') && { waiver: { ground: text('ground'), evidence: text('evidence') } }),
    ...(given.has('kind') && { kind: text('kind') }),
    ...(given.has('outcome') && { outcome: { kind: text('outcome'), incident: null } }),
  } as api.NewStep;
}
