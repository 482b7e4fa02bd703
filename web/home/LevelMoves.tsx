/** Groups and countries whose level is another than it was. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import * as api from '../api';
import { Failure, Loading } from '../parts/States';

export function LevelMoves({ since }: { since: string }) {
  const moves = useQuery(api.levelChanges(since));
  return (
    <section className="part" aria-labelledby="levels">
      <h2 id="levels">Levels that moved</h2>
      {moves.isPending && <Loading what="levels" />}
      {moves.isError && <Failure inPage error={moves.error} retry={() => void moves.refetch()} what="list of levels" />}
      {moves.data?.items.length === 0 && <p className="none">None did.</p>}
      <ul className="lines">
        {moves.data?.items.map(({ before, now }) => (
          <li key={now.id} className="line">
            {now.id.startsWith('country:') ? (
              <span>{now.name}</span>
            ) : (
              <Link to="/groups/$id" params={{ id: now.id }}>
                {now.name}
              </Link>
            )}
            : {before.level ?? 'no level'} → <strong>{now.level ?? 'no level'}</strong>
          </li>
        ))}
      </ul>
      {moves.data?.more && <p className="note">Not all were looked at: too many have new reports.</p>}
    </section>
  );
}
