/** One decision: who, what, why, when; and its undoing. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Decision } from '../../src/desk/schema';
import * as api from '../api';
import { showTime } from '../parts/dates';
import { splitStatement } from '../parts/Links';
import { shownValue } from '../parts/values';

const DID: Record<Decision['kind'], string> = {
  join: 'joined',
  part: 'parted',
  accept: 'accepted',
  reject: 'rejected',
  correct: 'corrected',
  'grade-source': 'graded',
  'grade-statement': 'graded',
  level: 'set the level of',
};

function Statement({ id }: { id: string }) {
  const { report, number } = splitStatement(id);
  return (
    <Link to="/reports/$id" params={{ id: report }} hash={number}>
      {number.replace(/@.*/, ', not read any more,')} of {report.replace(/^sha256:/, '').slice(0, 8)}
    </Link>
  );
}

export function DecisionLine({ decision }: { decision: Decision }) {
  const queries = useQueryClient();
  const undo = useMutation({
    mutationFn: () => api.undo(decision.id),
    onSuccess: () => queries.invalidateQueries(),
  });
  const { a, b, by, at, kind, slot, undone, value, why } = decision;
  return (
    <li className={undone ? 'decision is-undone' : 'decision'}>
      <p>
        <strong>{by}</strong> {DID[kind]} {kind === 'grade-source' || kind === 'level' ? a : <Statement id={a} />}
        {b && (
          <>
            {kind === 'part' ? ' from ' : ' with '}
            <Statement id={b} />
          </>
        )}
        {slot && `, ${slot}`}
        {value !== null && ` to ${shownValue(slot ?? '', value)}`}
        {why && `: ${why}`}
      </p>
      <p className="hint">
        {showTime(at)}
        {undone && ` · undone by ${undone.by}, ${showTime(undone.at)}`}
        {!undone && (
          <button type="button" disabled={undo.isPending} onClick={() => undo.mutate()}>
            Undo
          </button>
        )}
      </p>
      {undo.isError && (
        <p className="error" role="alert">
          {undo.error.message}
        </p>
      )}
    </li>
  );
}
