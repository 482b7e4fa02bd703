/** The empty, the loading and the failing state: each says which it is and what can be done. */
import type { ReactNode } from 'react';
import { ApiError } from '../api';

export function Loading({ what }: { what: string }) {
  return (
    <p className="state state-loading" role="status">
      Loading {what}…
    </p>
  );
}

export function Failure({ error, retry, what }: { error: Error; retry?: () => void; what: string }) {
  const missing = error instanceof ApiError && error.status === 404;
  return (
    <div className="state state-failure" role="alert">
      <p>
        <strong>{missing ? `There is no such ${what}.` : `The ${what} could not be loaded.`}</strong>
      </p>
      <p>{error.message}</p>
      {retry && !missing && (
        <button type="button" onClick={retry}>
          Try again
        </button>
      )}
    </div>
  );
}

export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="state state-empty">
      <p>
        <strong>{title}</strong>
      </p>
      {children}
    </div>
  );
}
