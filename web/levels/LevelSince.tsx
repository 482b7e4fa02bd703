/** What is different from a day before: each answer with the facts that make it now. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import * as api from '../api';
import { addDays, dayOf, showDay } from '../parts/dates';
import { byStatement, Grades } from '../parts/Grade';
import { Failure, Loading } from '../parts/States';
import { Facts } from './Indicator';

const MONTH = 30;

export function LevelSince({ id, day }: { id: string; day: string }) {
  const today = day || dayOf(Date.now());
  const [open, setOpen] = useState(false);
  const [since, setSince] = useState(() => addDays(today, -MONTH));
  const page = useQuery({ ...api.level(id, day, since), enabled: open && since !== '' });
  const then = page.data?.since;
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>What changed since a day</summary>
      <label className="field-inline">
        <span>Since</span>
        <input type="date" value={since} max={today} onChange={(event) => setSince(event.target.value)} />
      </label>
      {open && since !== '' && page.isPending && <Loading what="level of that day" />}
      {page.isError && <Failure inPage error={page.error} retry={() => void page.refetch()} what="level of that day" />}
      {then && (
        <p>
          On {showDay(then.before.day)} it was <strong>{then.before.level ?? 'no level'}</strong>; on{' '}
          {day ? showDay(day) : 'this day'} it is <strong>{page.data?.level ?? 'no level'}</strong>.
        </p>
      )}
      {then?.changed.length === 0 && <p className="none">No answer is another.</p>}
      <ul className="would-change">
        {then?.changed.map(({ what, from, to, facts }) => (
          <li key={what}>
            <p>
              {what === 'proposed' ? 'by the rules' : what}: {from} → <strong>{to}</strong>
            </p>
            <Grades value={byStatement(page.data?.grades ?? [])}>
              <Facts facts={facts} />
            </Grades>
          </li>
        ))}
      </ul>
    </details>
  );
}
