/** An incident's status: a word and a shape of its own, so that colour is never alone. */
import { STATUS, STATUS_MEANS, type Status } from './words';

const SHAPE: Record<Status, string> = {
  occurred: 'M6 1a5 5 0 1 0 0 10a5 5 0 1 0 0-10z',
  attempted: 'M6 1a5 5 0 1 0 0 10a5 5 0 1 0 0-10z',
  foiled: 'M6 1a5 5 0 1 0 0 10a5 5 0 1 0 0-10z M2.5 9.5L9.5 2.5',
  planned: 'M6 1L11 6L6 11L1 6z',
  threatened: 'M6 1.5L11 10.5H1z',
  alleged: 'M6 1a5 5 0 1 0 0 10a5 5 0 1 0 0-10z',
};

export function StatusMark({ status }: { status: Status }) {
  return (
    <svg className={`status-mark is-${status}`} viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      <path d={SHAPE[status]} />
      {status === 'attempted' && <path className="half" d="M6 1a5 5 0 0 1 0 10z" />}
    </svg>
  );
}

export function StatusWord({ status }: { status: Status }) {
  return (
    <span className={`status is-${status}`} title={STATUS_MEANS[status]}>
      <StatusMark status={status} />
      {STATUS[status]}
    </span>
  );
}
