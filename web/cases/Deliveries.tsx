/** How far a warning came with each recipient: accepted, delivered, opened, acknowledged and acted on are kept apart. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import * as api from '../api-duty';

const STATE = {
  waiting: 'waits',
  accepted: 'accepted',
  'to-a-person': 'needs a person: no channel worked',
  'given-up': 'given up',
};
const time = (at: string | null): string => at?.slice(0, 16).replace('T', ' ') ?? '–';

export function Deliveries({ warning }: { warning: string }) {
  const list = useQuery({ ...api.deliveries(warning), refetchInterval: 5_000 });
  const queries = useQueryClient();
  const again = useMutation({
    mutationFn: api.retryDelivery,
    onSettled: () => queries.invalidateQueries({ queryKey: ['deliveries'] }),
  });
  if (!list.data || list.data.items.length === 0) return null;
  return (
    <div className="scroll">
      <table className="deliveries">
        <caption className="visually-hidden">Deliveries</caption>
        <thead>
          <tr>
            <th scope="col">Recipient</th>
            <th scope="col">State</th>
            <th scope="col">Accepted</th>
            <th scope="col">Opened</th>
            <th scope="col">Acknowledged</th>
            <th scope="col">Acted on</th>
          </tr>
        </thead>
        <tbody>
          {list.data.items.map((each) => (
            <tr key={each.id}>
              <th scope="row">{each.recipient.name}</th>
              <td className={each.state === 'to-a-person' ? 'late' : undefined}>
                {STATE[each.state]}
                {each.state === 'to-a-person' && ' '}
                {each.state === 'to-a-person' && (
                  <button type="button" onClick={() => again.mutate(each.id)}>
                    Try again
                  </button>
                )}
                {each.error && each.state !== 'accepted' && (
                  <span className="hint">
                    {' '}
                    after {each.attempts === 1 ? '1 try' : `${each.attempts} tries`}: {each.error}
                  </span>
                )}
              </td>
              <td>{time(each.accepted)}</td>
              <td>{time(each.opened)}</td>
              <td>
                {time(each.acknowledged)} {each.acknowledgedBy}
              </td>
              <td>
                {time(each.acted)} {each.actedWhat}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
