/** Who is at the desk, in the head of every page. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import * as api from '../api-duty';

export function WhoAmI() {
  const queries = useQueryClient();
  const me = useQuery(api.me);
  const leave = useMutation({ mutationFn: api.signOut, onSuccess: () => queries.invalidateQueries() });
  if (!me.data) return null;
  const { person, accounts } = me.data;
  if (person === null) return <Link to="/sign-in">Sign in</Link>;
  if (accounts === 0) return <Link to="/people">One person</Link>;
  return (
    <span className="who">
      <Link to="/people">{person.name}</Link>{' '}
      <button type="button" onClick={() => leave.mutate()}>
        Sign out
      </button>
    </span>
  );
}
