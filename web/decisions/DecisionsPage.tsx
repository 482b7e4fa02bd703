/** All that people decided about the picture, newest first. */
import { useInfiniteQuery } from '@tanstack/react-query';
import * as api from '../api';
import { More } from '../parts/More';
import { Empty, Failure, Loading } from '../parts/States';
import { Title } from '../parts/Title';
import { DecisionLine } from './DecisionLine';
import { LostDecisions } from './LostDecisions';

export function DecisionsPage() {
  const list = useInfiniteQuery(api.decisions);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="page">
      <Title>Decisions</Title>
      <p className="lead">
        What people decided about the picture. Each can be undone; the picture is then exactly what it was without it.
      </p>
      <LostDecisions />
      {list.isPending && <Loading what="decisions" />}
      {list.isError && <Failure inPage error={list.error} retry={() => void list.refetch()} what="list of decisions" />}
      {list.data && items.length === 0 && (
        <Empty title="No decisions yet.">
          <p>On an incident’s page, say which statements are not the same, are the same as another, or are wrong.</p>
        </Empty>
      )}
      <ul className="decisions">
        {items.map((decision) => (
          <DecisionLine key={decision.id} decision={decision} />
        ))}
      </ul>
      <More of={list} />
    </div>
  );
}
