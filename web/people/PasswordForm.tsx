/** A name and a password, and what the desk says of them. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useId } from 'react';

interface PasswordFormProps {
  /** Leaves the name out where it is known. */
  named: boolean;
  fresh: boolean;
  label: string;
  submit: (name: string, password: string) => Promise<unknown>;
}

export function PasswordForm({ named, fresh, label, submit }: PasswordFormProps) {
  const id = useId();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const enter = useMutation({
    mutationFn: ({ name, password }: { name: string; password: string }) => submit(name, password),
    onSuccess: async () => {
      await queries.invalidateQueries();
      await navigate({ to: '/' });
    },
  });
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    enter.mutate({ name: String(given.get('name') ?? ''), password: String(given.get('password')) });
  };
  return (
    <form className="form" onSubmit={send}>
      {named && (
        <label htmlFor={`${id}-name`}>
          Name
          <input id={`${id}-name`} name="name" type="text" required autoComplete="username" />
        </label>
      )}
      <label htmlFor={`${id}-password`}>
        Password
        <input
          id={`${id}-password`}
          name="password"
          type="password"
          required
          minLength={fresh ? 12 : undefined}
          autoComplete={fresh ? 'new-password' : 'current-password'}
        />
      </label>
      {fresh && <p className="hint">At least 12 characters; several words are good.</p>}
      {enter.isError && <p role="alert">{enter.error.message}</p>}
      <button type="submit" className="primary" disabled={enter.isPending}>
        {label}
      </button>
    </form>
  );
}
