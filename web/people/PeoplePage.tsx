/** Who has an account, with which roles; making the first, inviting others. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import * as api from '../api-duty';
import { Failure, Loading } from '../parts/States';
import { Title } from '../parts/Title';
import { OwnAccount } from './OwnAccount';
import { PasswordForm } from './PasswordForm';

const ROLES = {
  reader: 'reads',
  analyst: 'adds, decides, drafts and submits',
  approver: 'approves what others submit',
  releaser: 'sends out what is approved',
  administrator: 'keeps accounts and settings',
} as const;

export function PeoplePage() {
  const me = useQuery(api.me);
  if (!me.data) return <Loading what="accounts" />;
  const fresh = me.data.accounts === 0;
  const manages = me.data.person?.roles.includes('administrator') ?? false;
  return (
    <div className="page">
      <Title>People</Title>
      <p>
        <Link to="/recipients">Recipients of warnings</Link> · <Link to="/settings">Limits and templates</Link>
      </p>
      {fresh && (
        <section className="narrow">
          <p className="lead">
            This desk is open to whoever is at this machine, to read, add and draft. Nothing can be sent out before two
            people have accounts. The first account has every role.
          </p>
          <PasswordForm named fresh label="Make the first account" submit={api.firstAccount} />
        </section>
      )}
      {!fresh && !manages && (
        <p className="lead">
          You are signed in as {me.data.person?.name ?? 'nobody'}. Accounts are kept by an administrator.
        </p>
      )}
      {manages && !fresh && <Accounts />}
      {!fresh && me.data.person !== null && <OwnAccount />}
    </div>
  );
}

function Accounts() {
  const queries = useQueryClient();
  const list = useQuery(api.people);
  const again = () => queries.invalidateQueries({ queryKey: ['people'] });
  const set = useMutation({
    mutationFn: ({ id, roles }: { id: string; roles: string[] }) => api.setRoles(id, roles),
    onSettled: again,
  });
  const close = useMutation({ mutationFn: api.closeAccount, onSettled: again });
  if (list.isError) return <Failure inPage error={list.error} what="list of accounts" />;
  if (!list.data) return <Loading what="accounts" />;
  const failed = set.error ?? close.error;
  return (
    <>
      {failed && <p role="alert">{failed.message}</p>}
      <div className="scroll">
        <table className="people">
          <thead>
            <tr>
              <th scope="col">Name</th>
              {Object.keys(ROLES).map((role) => (
                <th key={role} scope="col">
                  {role}
                </th>
              ))}
              <th scope="col">
                <span className="visually-hidden">Close</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {list.data.items.map(({ id, name, roles, closedAt }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                {Object.keys(ROLES).map((role) => (
                  <td key={role}>
                    <input
                      type="checkbox"
                      aria-label={`${name}: ${role}`}
                      checked={(roles as string[]).includes(role)}
                      disabled={closedAt !== null}
                      onChange={(event) =>
                        set.mutate({
                          id,
                          roles: event.target.checked ? [...roles, role] : roles.filter((each) => each !== role),
                        })
                      }
                    />
                  </td>
                ))}
                <td>
                  {closedAt === null ? (
                    <button type="button" onClick={() => close.mutate(id)}>
                      Close the account
                    </button>
                  ) : (
                    'closed'
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Invite />
    </>
  );
}

function Invite() {
  const [link, setLink] = useState<{ name: string; href: string } | null>(null);
  const invite = useMutation({
    mutationFn: ({ name, roles }: { name: string; roles: string[] }) => api.invite(name, roles),
    onSuccess: ({ token }, { name }) => setLink({ name, href: `${window.location.origin}/invitation#${token}` }),
  });
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    invite.mutate({ name: String(given.get('name')), roles: given.getAll('role').map(String) });
  };
  return (
    <section className="narrow">
      <h2>Invite somebody</h2>
      <form className="form" onSubmit={send}>
        <label htmlFor="invite-name">
          Name
          <input id="invite-name" name="name" type="text" required />
        </label>
        <fieldset>
          <legend>Roles</legend>
          {Object.entries(ROLES).map(([role, says]) => (
            <label key={role} className="check">
              <input type="checkbox" name="role" value={role} /> {role}: {says}
            </label>
          ))}
        </fieldset>
        {invite.isError && <p role="alert">{invite.error.message}</p>}
        <button type="submit">Make a link</button>
      </form>
      {link && (
        <p role="status">
          Send this link to {link.name}, and to nobody else. It works once, for 72 hours, and is shown only now:{' '}
          <code className="link-once">{link.href}</code>
        </p>
      )}
    </section>
  );
}
