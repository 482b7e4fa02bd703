/** Cases of the duty to warn: what runs late first, then what is open, then what has ended. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import type { Source } from '../../src/picture/schema';
import * as api from '../api-duty';
import { Citation } from '../parts/Links';
import { Empty, Failure, Loading } from '../parts/States';
import { Title } from '../parts/Title';
import { Clocks } from './Clocks';
import { STATE } from './words';

const ENDED = new Set(['below-threshold', 'waived', 'cancelled', 'expired', 'closed']);

export function CasesPage() {
  const list = useQuery({ ...api.caseList, refetchInterval: 30_000 });
  const items = list.data?.items ?? [];
  const groups: [string, api.CaseSummary[]][] = [
    ['Open', items.filter(({ state }) => !ENDED.has(state))],
    ['Ended', items.filter(({ state }) => ENDED.has(state))],
  ];
  return (
    <div className="page">
      <Title>Cases</Title>
      <p className="lead">Threats that may have to be warned of. The desk proposes them from reports; people decide.</p>
      {list.isPending && <Loading what="cases" />}
      {list.isError && <Failure inPage error={list.error} retry={() => void list.refetch()} what="list of cases" />}
      {list.data && items.length === 0 && (
        <Empty title="No cases yet.">
          <p>
            A case appears here when a report tells of a credible, specific and impending threat, or when you open one.
          </p>
        </Empty>
      )}
      {groups
        .filter(([, cases]) => cases.length > 0)
        .map(([label, cases]) => (
          <section key={label}>
            <h2>{label}</h2>
            <ul className="cases">
              {cases.map((each) => (
                <li key={each.id}>
                  <Link to="/cases/$id" params={{ id: each.id }}>
                    {each.title}
                  </Link>{' '}
                  <span className={`case-state state-${each.state}`}>{STATE[each.state]}</span>
                  <Clocks clocks={each.clocks.filter(({ running }) => running)} />
                  {firstSource(each) && <Citation source={firstSource(each) as Source} />}
                </li>
              ))}
            </ul>
          </section>
        ))}
      <OpenByHand />
    </div>
  );
}

/** The first words that the desk proposed the case by. */
const firstSource = ({ proposal }: api.CaseSummary): Source | undefined =>
  proposal?.tests.flatMap(({ sources }) => sources)[0];

function OpenByHand() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const open = useMutation({
    mutationFn: api.openCase,
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['cases'] });
      await navigate({ to: '/cases/$id', params: { id } });
    },
  });
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    open.mutate({ title: String(given.get('title')), why: String(given.get('why')), statements: [] });
  };
  return (
    <details>
      <summary>Open a case by hand</summary>
      <form className="form" onSubmit={send}>
        <label htmlFor="case-title">
          What is threatened, in a line
          <input id="case-title" name="title" type="text" required maxLength={500} />
        </label>
        <label htmlFor="case-why">
          How you know of it
          <textarea id="case-why" name="why" rows={3} required maxLength={2000} />
        </label>
        {open.isError && <p role="alert">{open.error.message}</p>}
        <button type="submit">Open the case</button>
      </form>
    </details>
  );
}
