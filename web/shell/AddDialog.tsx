/** The paste box in a dialog, reachable from every page: by its button, the key a, or a file dragged onto the page. */
import { useEffect, useRef, useState } from 'react';
import { AddReport } from '../reports/AddReport';
import { useKeys } from './keys';

export function AddDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);
  const show = () => {
    if (document.querySelector('dialog[open]')) return;
    setOpen(true);
    dialog.current?.showModal();
  };
  const close = () => dialog.current?.close();

  useKeys({ a: show }, 'everywhere');
  useEffect(() => {
    const onDrag = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      // Without this a file dropped beside the box would replace the page.
      event.preventDefault();
      if (event.type === 'dragenter' && !document.querySelector('.add-report')) show();
    };
    const kinds = ['dragenter', 'dragover', 'drop'] as const;
    for (const kind of kinds) addEventListener(kind, onDrag);
    return () => {
      for (const kind of kinds) removeEventListener(kind, onDrag);
    };
  });

  return (
    <>
      <button type="button" className="primary" aria-haspopup="dialog" onClick={show}>
        Add report
      </button>
      <dialog ref={dialog} className="dialog add" aria-labelledby="add-title" onClose={() => setOpen(false)}>
        <h2 id="add-title">Add reports</h2>
        {open && <AddReport onDone={close} />}
        <form method="dialog" className="actions">
          <button type="submit">Close</button>
        </form>
      </dialog>
    </>
  );
}
