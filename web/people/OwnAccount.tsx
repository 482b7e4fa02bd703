/** One's own account: how one is called to what runs late, and one's password. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import * as api from '../api-duty';

export function OwnAccount() {
  return (
    <section className="narrow">
      <h2>Your account</h2>
      <Called />
      <Password />
    </section>
  );
}

/** Where the desk calls you when a case runs late that waits for you. */
function Called() {
  const queries = useQueryClient();
  const found = useQuery({ ...api.ownChannels, retry: false });
  const set = useMutation({
    mutationFn: api.setOwnEmail,
    onSuccess: (after) => queries.setQueryData(api.ownChannels.queryKey, after),
  });
  if (found.isError) return <p role="alert">{found.error.message}</p>;
  if (!found.data) return null;
  const { email, browsers, link } = found.data;
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    set.mutate(String(new FormData(event.currentTarget).get('email')).trim() || null);
  };
  return (
    <form className="form" onSubmit={send}>
      <p className="hint">
        When a case runs late that waits for a step that you may take, the desk calls you here: at once, after 15
        minutes, then each time after as long again, until it is done. What it is about is not in the call.
      </p>
      <label htmlFor="own-email">
        E-mail for calls
        <input
          id="own-email"
          name="email"
          type="text"
          inputMode="email"
          autoComplete="email"
          defaultValue={email ?? ''}
        />
      </label>
      {set.isError && <p role="alert">{set.error.message}</p>}
      {set.isSuccess && <p role="status">Saved.</p>}
      <button type="submit">Save the address</button>
      <p>
        {browsers === 0
          ? 'No browser is called yet'
          : browsers === 1
            ? 'One browser is called'
            : `${browsers} browsers are called`}
        : <a href={link}>call this browser</a>, or open the link on your phone. It is yours alone.
      </p>
    </form>
  );
}

function Password() {
  const [open, setOpen] = useState(false);
  const change = useMutation({
    mutationFn: ({ old, password }: { old: string; password: string }) => api.changePassword(old, password),
    onSuccess: () => setOpen(false),
  });
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    change.mutate({ old: String(given.get('old')), password: String(given.get('password')) });
  };
  if (!open)
    return (
      <p>
        <button type="button" onClick={() => setOpen(true)}>
          Change the password
        </button>
        {change.isSuccess && <span role="status"> Changed; your other sessions have ended.</span>}
      </p>
    );
  return (
    <form className="form" onSubmit={send}>
      <label htmlFor="password-old">
        Password until now
        <input id="password-old" name="old" type="password" required autoComplete="current-password" />
      </label>
      <label htmlFor="password-new">
        New password
        <input
          id="password-new"
          name="password"
          type="password"
          required
          minLength={12}
          autoComplete="new-password"
          aria-describedby="password-hint"
        />
      </label>
      <p className="hint" id="password-hint">
        At least 12 characters; several words are good.
      </p>
      {change.isError && <p role="alert">{change.error.message}</p>}
      <button type="submit">Change it</button>
    </form>
  );
}
