/** Reports that an older reader read: how many, and reading them anew. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Reread as Step } from '../../src/desk/schema';
import * as api from '../api';
import { count } from '../parts/words';

export function Reread() {
  const queries = useQueryClient();
  const state = useQuery(api.rereading);
  const [step, setStep] = useState<Step | null>(null);
  const reread = useMutation({
    mutationFn: async () => {
      for (let retry = true; ; retry = false) {
        const next = await api.reread(retry);
        setStep(next);
        if (next.done || next.read === next.failures) return next;
      }
    },
    onSettled: () => queries.invalidateQueries(),
  });
  const shown = reread.isPending && step ? step : state.data;
  if (!shown || (shown.older === 0 && !step)) return null;
  return (
    <section className="panel reread" aria-label="Re-reading">
      {reread.isPending ? (
        <p role="status">
          {shown.read < shown.older
            ? `Reading anew: ${shown.read} of ${shown.older}…`
            : 'Making the picture from the new readings…'}
        </p>
      ) : (
        <p>
          {step?.done && (
            <>
              {count(step.done.reports, 'report')} read anew, {step.done.changed} with another result.{' '}
              {step.done.lost > 0 && (
                <Link to="/decisions">{count(step.done.lost, 'decided statement')} not found again</Link>
              )}
            </>
          )}
          {shown.older > 0 && `${count(shown.older, 'report')} were read by an older reader than this one. `}
          {shown.failures > 0 && `On ${shown.failures} the reader failed; they keep their earlier reading. `}
        </p>
      )}
      {shown.older > 0 && !reread.isPending && (
        <p className="actions">
          <button type="button" onClick={() => reread.mutate()}>
            Read them anew
          </button>
          <span className="hint">Decisions are kept. It can be stopped and goes on where it was.</span>
        </p>
      )}
      {reread.isError && (
        <p className="error" role="alert">
          {reread.error.message}
        </p>
      )}
    </section>
  );
}
