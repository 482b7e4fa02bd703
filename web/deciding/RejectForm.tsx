/** Why a statement is wrong: a number takes a reason, Enter the first, or words of one's own. */
import { type FormEvent, useState } from 'react';
import { useKeys } from '../shell/keys';
import { intoView } from './intoView';
import { REJECT_REASONS } from './reasons';

export function RejectForm({ onDecide, onLeave }: { onDecide: (why: string) => void; onLeave: () => void }) {
  const [own, setOwn] = useState('');
  useKeys({
    ...Object.fromEntries(REJECT_REASONS.map((why, n) => [String(n + 1), () => onDecide(why)])),
    Escape: onLeave,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (own.trim()) onDecide(own.trim());
  };
  return (
    <form ref={intoView} className="decide" aria-label="Why is it wrong?" onSubmit={submit}>
      <ol className="reasons">
        {REJECT_REASONS.map((why, n) => (
          <li key={why}>
            {/* biome-ignore lint/a11y/noAutofocus: the form was asked for by a key, and is answered by the next */}
            <button type="button" autoFocus={n === 0} onClick={() => onDecide(why)}>
              <span aria-hidden="true">
                <kbd>{n + 1}</kbd>
              </span>{' '}
              {why}
            </button>
          </li>
        ))}
      </ol>
      <label className="field">
        <span>Or in your own words</span>
        <input
          value={own}
          maxLength={2000}
          autoComplete="off"
          onChange={(event) => setOwn(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && onLeave()}
        />
      </label>
      <div className="actions">
        <button type="submit" disabled={!own.trim()}>
          Reject
        </button>
        <button type="button" onClick={onLeave}>
          Leave it
        </button>
      </div>
    </form>
  );
}
