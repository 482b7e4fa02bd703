/** The keys, in a dialog: a press of ? opens it; held, it closes when the key is let go. */
import { useEffect, useRef } from 'react';
import { HELP, setKeys, useKeys, useKeysOn } from './keys';

const HOLD_MS = 350;

export function KeysHelp() {
  const dialog = useRef<HTMLDialogElement>(null);
  const on = useKeysOn();
  const pressed = useRef(0);

  useKeys(
    {
      '?': (event) => {
        if (event.repeat) return;
        pressed.current = event.timeStamp;
        dialog.current?.showModal();
      },
    },
    'everywhere',
  );
  useEffect(() => {
    const onUp = (event: KeyboardEvent) => {
      if (pressed.current && event.timeStamp - pressed.current > HOLD_MS) dialog.current?.close();
      pressed.current = 0;
    };
    addEventListener('keyup', onUp);
    return () => removeEventListener('keyup', onUp);
  }, []);

  return (
    <>
      <button type="button" className="quiet" aria-haspopup="dialog" onClick={() => dialog.current?.showModal()}>
        Keys
      </button>
      <dialog ref={dialog} className="dialog keys" aria-labelledby="keys-title">
        <h2 id="keys-title">Keys</h2>
        {HELP.map((part) => (
          <section key={part.title}>
            <h3>{part.title}</h3>
            <dl>
              {part.keys.map(([key, does]) => (
                <div key={key}>
                  <dt>
                    {key.split(' ').map((k) => (
                      <kbd key={k}>{k}</kbd>
                    ))}
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <label className="check">
          <input type="checkbox" checked={on} onChange={(event) => setKeys(event.target.checked)} />
          Single keys work on these pages
        </label>
        <form method="dialog" className="actions">
          <button type="submit">Close</button>
        </form>
      </dialog>
    </>
  );
}
