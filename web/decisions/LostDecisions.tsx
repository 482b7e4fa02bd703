/** Decisions that no longer apply: a newer reader does not make the statement that they are about. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { LostDecision } from '../../src/desk/schema';
import * as api from '../api';
import { showTime } from '../parts/dates';
import { count } from '../parts/words';
import { DecisionLine } from './DecisionLine';

export function LostDecisions() {
  const list = useQuery(api.lostDecisions);
  if (list.isError)
    return (
      <p className="error" role="alert">
        {list.error.message}
      </p>
    );
  if (!list.data || list.data.total === 0) return null;
  const { items, total } = list.data;
  return (
    <section className="panel" aria-labelledby="lost">
      <h2 id="lost">{count(total, 'decision that no longer applies', 'decisions that no longer apply')}</h2>
      <p className="hint">
        The reports were read anew, and these statements are not made any more, or say something else now. Nothing is
        lost: should a later reader find them again, the decisions apply again. Undo those that are settled.
      </p>
      <ul className="decisions">
        {items.map((item) => (
          <Lost key={`${item.decision.id} ${item.side}`} item={item} />
        ))}
      </ul>
      {total > items.length && <p className="hint">These are the newest {items.length}.</p>}
    </section>
  );
}

function Lost({ item: { decision, title, quote, evidence, report, at } }: { item: LostDecision }) {
  const [first] = evidence;
  return (
    <>
      <DecisionLine decision={decision} />
      <li className="lost-was">
        <p>
          It was: <strong>{title}</strong>
        </p>
        <Link
          className="quote"
          to="/reports/$id"
          params={{ id: report }}
          search={first ? { at: `${first[0]}-${first[1]}` } : {}}
        >
          <span className="quote-words">
            “<q>{quote}</q>”
          </span>
        </Link>
        <p className="hint">not read any more since {showTime(at)}</p>
      </li>
    </>
  );
}
