/** The empty, the loading and the failing state: each says which it is and what can be done. */
import type { ReactNode } from 'react';
import { ApiError } from '../api';
import { Title } from './Title';

export function Loading({ what }: { what: string }) {
  return (
    <p className="state state-loading" role="status">
      Loading {what}…
    </p>
  );
}

interface FailureProps {
  error: Error;
  retry?: () => void;
  what: string;
  /** Whether the page around it has a heading already. */
  inPage?: boolean;
}

export function Failure({ error, retry, what, inPage }: FailureProps) {
  const missing = error instanceof ApiError && error.status === 404;
  const title = missing ? `There is no such ${what}.` : `The ${what} could not be loaded.`;
  return (
    <div className="state state-failure" role="alert">
      {inPage ? (
        <p>
          <strong>{title}</strong>
        </p>
      ) : (
        <Title>{title}</Title>
      )}
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
