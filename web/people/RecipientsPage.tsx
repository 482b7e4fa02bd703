/** Those who are to be warned: added, listed, removed. Their addresses are sealed and shown nowhere. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import * as api from '../api-duty';
import { Empty, Failure, Loading } from '../parts/States';
import { Title } from '../parts/Title';

const AUDIENCE = { 'at-risk': 'at risk', protectors: 'protects those at risk', public: 'the public' };
const KIND = { email: 'e-mail', webhook: 'webhook', webpush: 'web push' };

export function RecipientsPage() {
  const queries = useQueryClient();
  const list = useQuery(api.recipients);
  const again = () => queries.invalidateQueries({ queryKey: ['recipients'] });
  const remove = useMutation({ mutationFn: api.removeRecipient, onSettled: again });
  const link = useMutation({ mutationFn: api.recipientLink });
  return (
    <div className="page">
      <Title>Recipients</Title>
      <p className="lead">
        Who is warned, and by which channels in which order. Addresses are sealed with the desk’s key; removing a
        recipient erases them. <Link to="/people">Accounts</Link>
      </p>
      {list.isPending && <Loading what="recipients" />}
      {list.isError && (
        <Failure inPage error={list.error} retry={() => void list.refetch()} what="list of recipients" />
      )}
      {list.data?.items.length === 0 && <Empty title="No recipients yet." />}
      {remove.isError && <p role="alert">{remove.error.message}</p>}
      {list.data && list.data.items.length > 0 && (
        <div className="scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">Who</th>
                <th scope="col">Channels</th>
                <th scope="col">
                  <span className="visually-hidden">Link, remove</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {list.data.items.map(({ id, name, audience, channels }) => (
                <tr key={id}>
                  <th scope="row">{name}</th>
                  <td>{AUDIENCE[audience]}</td>
                  <td>{channels.map((kind) => KIND[kind]).join(', then ') || 'none yet'}</td>
                  <td>
                    <button type="button" onClick={() => link.mutate(id)}>
                      Link for a browser<span className="visually-hidden"> of {name}</span>
                    </button>{' '}
                    <button type="button" onClick={() => remove.mutate(id)}>
                      Remove {name}
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {link.isError && <p role="alert">{link.error.message}</p>}
      {link.data && (
        <p role="status">
          Send this link to {list.data?.items.find(({ id }) => id === link.variables)?.name}, and to nobody else. Opened
          on a phone or in a browser it lets the desk warn them there (Web Push), before any other channel and besides
          it: <code className="link-once">{link.data.link}</code>
        </p>
      )}
      <Add added={again} />
    </div>
  );
}

function Add({ added }: { added: () => unknown }) {
  const add = useMutation({ mutationFn: api.addRecipient, onSuccess: added });
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const text = (name: string): string => String(given.get(name) ?? '').trim();
    add.mutate({
      name: text('name'),
      audience: text('audience') as 'at-risk',
      organisation: null,
      language: text('language') || 'en',
      channels: [
        ...(text('email') ? [{ kind: 'email' as const, email: text('email') }] : []),
        ...(text('webhook') ? [{ kind: 'webhook' as const, url: text('webhook') }] : []),
      ],
    });
  };
  return (
    <section className="narrow">
      <h2>Add a recipient</h2>
      <form className="form" onSubmit={send}>
        <label htmlFor="recipient-name">
          Name
          <input id="recipient-name" name="name" type="text" required maxLength={200} />
        </label>
        <label htmlFor="recipient-audience">
          Who they are
          <select id="recipient-audience" name="audience">
            {Object.entries(AUDIENCE).map(([value, says]) => (
              <option key={value} value={value}>
                {says}
              </option>
            ))}
          </select>
        </label>
        <label htmlFor="recipient-language">
          Language, such as en or fr
          <input id="recipient-language" name="language" type="text" defaultValue="en" />
        </label>
        <label htmlFor="recipient-email">
          E-mail
          <input id="recipient-email" name="email" type="text" inputMode="email" autoComplete="off" />
        </label>
        <label htmlFor="recipient-webhook">
          Webhook
          <input id="recipient-webhook" name="webhook" type="text" inputMode="url" autoComplete="off" />
        </label>
        {add.isError && <p role="alert">{add.error.message}</p>}
        <button type="submit">Add the recipient</button>
      </form>
      {add.data?.channels.map(
        (channel) =>
          channel.kind === 'webhook' && (
            <p role="status" key={channel.url}>
              The receiver checks signatures with this secret: <code className="link-once">{channel.secret}</code>
            </p>
          ),
      )}
    </section>
  );
}
