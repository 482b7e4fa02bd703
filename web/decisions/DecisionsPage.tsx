/** All that people decided about the picture, newest first. */
import { useQuery } from '@tanstack/react-query';
import * as api from '../api';
import { Empty, Failure, Loading } from '../parts/States';
import { Title } from '../parts/Title';
import { DecisionLine } from './DecisionLine';
import { LostDecisions } from './LostDecisions';

export function DecisionsPage() {
  const list = useQuery(api.decisions);
  return (
    <div className="page">
      <Title>Decisions</Title>
      <p className="lead">
        What people decided about the picture. Each can be undone; the picture is then exactly what it was without it.
      </p>
      <LostDecisions />
      {list.isPending && <Loading what="decisions" />}
      {list.isError && <Failure inPage error={list.error} retry={() => void list.refetch()} what="list of decisions" />}
      {list.data?.total === 0 && (
        <Empty title="No decisions yet.">
          <p>On an incident’s page, say which statements are not the same, are the same as another, or are wrong.</p>
        </Empty>
      )}
      {list.data && list.data.total > 0 && (
        <ul className="decisions">
          {list.data.items.map((decision) => (
            <DecisionLine key={decision.id} decision={decision} />
          ))}
        </ul>
      )}
    </div>
  );
}
