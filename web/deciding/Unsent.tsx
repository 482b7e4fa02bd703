/** What of the decisions did not arrive, each with why; and the way to send it again. */
import { sendAgain, takeBack, useOutbox } from './outbox';

export function Unsent() {
  const failed = useOutbox().filter(({ error }) => error !== null);
  if (!failed.length) return null;
  const again = failed.some(({ state }) => state === 'failed');
  return (
    <div className="unsent banner" role="alert">
      <p>
        <strong>{failed.length === 1 ? 'One decision' : `${failed.length} decisions`} did not get through.</strong>{' '}
        Nothing is lost: they stand here.
      </p>
      <ul>
        {failed.map((one) => (
          <li key={one.key}>
            {one.says}. {one.error}{' '}
            {one.state === 'failed' && (
              <button type="button" className="quiet" onClick={() => takeBack(one)}>
                Let it go
              </button>
            )}
          </li>
        ))}
      </ul>
      {again && (
        <button type="button" onClick={sendAgain}>
          Send again
        </button>
      )}
    </div>
  );
}
