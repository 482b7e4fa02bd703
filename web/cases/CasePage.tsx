/** A case: its tests with their quotes, its wordings, the next steps, and its record. */
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import * as api from '../api-duty';
import { Failure, Loading } from '../parts/States';
import { Title } from '../parts/Title';
import { Clocks } from './Clocks';
import { DraftForm } from './DraftForm';
import { CaseRecord } from './Record';
import { Steps } from './Steps';
import { Tests } from './Tests';
import { WarningView } from './WarningView';
import { STATE } from './words';

export function CasePage() {
  const { id } = useParams({ from: '/cases/$id' });
  const found = useQuery({ ...api.oneCase(id), refetchInterval: 15_000 });
  if (found.isError) return <Failure error={found.error} retry={() => void found.refetch()} what="case" />;
  if (!found.data) return <Loading what="case" />;
  const page = found.data;
  const draft = page.warnings.find(({ releasedAt }) => releasedAt === null) ?? null;
  return (
    <div className="page case">
      <Title>{page.title}</Title>
      <p className="facts">
        <span className={`case-state state-${page.state}`}>{STATE[page.state]}</span>
        {page.openedBy === 'machine' ? ' · proposed by the desk from reports' : ' · opened by a person'}
      </p>
      <Clocks clocks={page.clocks} />
      <div className="case-columns">
        <div>
          <Tests page={page} />
          {page.warnings
            .filter(({ releasedAt }) => releasedAt !== null)
            .map((warning) => (
              <WarningView key={warning.id} warning={warning} />
            ))}
          {page.state === 'drafting' ? (
            <DraftForm key={`${draft?.id}`} page={page} draft={draft} />
          ) : (
            draft && <WarningView warning={draft} marks />
          )}
        </div>
        <div>
          <Steps page={page} />
          <CaseRecord page={page} />
        </div>
      </div>
    </div>
  );
}
