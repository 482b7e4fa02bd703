/** All warnings that reports tell of. */
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import * as api from '../api';
import { Empty, Failure, Loading } from '../parts/States';
import { Title } from '../parts/Title';
import { count } from '../parts/words';
import { WarningCard } from './WarningCard';

export function WarningsPage() {
  const list = useQuery(api.warnings);
  const hash = useLocation({ select: (location) => location.hash });
  useEffect(() => {
    if (list.data && hash) document.getElementById(hash)?.scrollIntoView({ block: 'start' });
  }, [list.data, hash]);
  return (
    <div className="page">
      <Title>Warnings</Title>
      {list.data && list.data.total > 0 && (
        <p className="lead">{count(list.data.total, 'warning')} told of in reports</p>
      )}
      {list.isPending && <Loading what="warnings" />}
      {list.isError && <Failure inPage error={list.error} retry={() => void list.refetch()} what="list of warnings" />}
      {list.data?.total === 0 && (
        <Empty title="No warnings yet.">
          <p>A warning appears here as soon as a report tells of one: who warned whom, of what, and when.</p>
        </Empty>
      )}
      {list.data && list.data.total > 0 && (
        <div className="warnings">
          {list.data.items.map((warning) => (
            <WarningCard key={warning.id} warning={warning} />
          ))}
        </div>
      )}
    </div>
  );
}
