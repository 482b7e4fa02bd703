/** Reports on which the reader failed: why, and reading them again. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { UnreadReport as Unread } from '../../src/desk/schema';
import * as api from '../api';
import { showTime } from '../parts/dates';
import { Failure, Loading } from '../parts/States';
import { Title } from '../parts/Title';
import { count } from '../parts/words';

const nameOf = ({ id, title, file }: Unread) => title ?? file ?? `Report ${id.replace(/^sha256:/, '').slice(0, 8)}`;

export function UnreadList() {
  const list = useQuery(api.unreadReports);
  if (!list.data || list.data.total === 0) return null;
  const { items, total } = list.data;
  return (
    <section className="panel" aria-labelledby="unread">
      <h2 id="unread">{count(total, 'report')} could not be read</h2>
      <p className="hint">They are kept as received and stand in no picture until they are read.</p>
      <ul className="lines">
        {items.map((unread) => (
          <li key={unread.id} className="line">
            <p className="line-head">
              <Link to="/reports/$id" params={{ id: unread.id }}>
                {nameOf(unread)}
              </Link>
              <span className="none">received {showTime(unread.received)}</span>
            </p>
            <Why unread={unread} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Why({ unread }: { unread: Unread }) {
  const queries = useQueryClient();
  const again = useMutation({
    mutationFn: () => api.readAgain(unread.id),
    onSettled: () => queries.invalidateQueries(),
  });
  return (
    <>
      <p className="error" role={again.isError ? 'alert' : undefined}>
        {again.isError ? again.error.message : unread.failure}
      </p>
      <p className="actions">
        <button type="button" onClick={() => again.mutate()} disabled={again.isPending}>
          {again.isPending ? 'Reading…' : 'Read it again'}
        </button>
        <span className="hint">last tried {showTime(unread.failed)}</span>
      </p>
    </>
  );
}

/** The page of a report that there is, but not read. */
export function UnreadReport({ id }: { id: string }) {
  const page = useQuery(api.unreadReport(id));
  if (page.isPending) return <Loading what="report" />;
  if (page.isError) return <Failure error={page.error} retry={() => void page.refetch()} what="report" />;
  const { unread, text } = page.data;
  return (
    <div className="page">
      <Title text={nameOf(unread)}>{nameOf(unread)}</Title>
      <div className="banner">
        <p>
          <strong>This report could not be read.</strong> It is kept as received; nothing of it stands in the picture.{' '}
          <a href={api.originalOf(unread.id)} download>
            As received
          </a>
        </p>
        <Why unread={unread} />
      </div>
      <div className="prose unread-text">{text}</div>
    </div>
  );
}
