/** A button with the key that does the same. */
interface ActProps {
  name: string;
  hint: string;
  act: () => void;
  primary?: boolean;
  open?: boolean;
}

export function Act({ name, hint, act, primary, open }: ActProps) {
  return (
    <button
      type="button"
      className={primary ? 'primary' : undefined}
      aria-keyshortcuts={hint}
      aria-expanded={open}
      onClick={act}
    >
      {name}{' '}
      <span aria-hidden="true">
        <kbd>{hint}</kbd>
      </span>
    </button>
  );
}
