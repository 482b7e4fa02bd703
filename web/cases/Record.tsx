/** The record of a case: who did what, when and why. Rows are only ever added. */
import type { CasePage } from '../api-duty';
import { STEP } from './words';

const NAMES: Record<string, string> = { machine: 'the desk', local: 'this desk’s user' };

export function CaseRecord({ page }: { page: CasePage }) {
  return (
    <section>
      <h2>Record</h2>
      <ol className="record">
        {page.record.map(({ seq, at, by, action, details }) => (
          <li key={seq}>
            <time dateTime={at}>{at.slice(0, 16).replace('T', ' ')}</time> <strong>{STEP[action] ?? action}</strong> by{' '}
            {page.names[by] ?? NAMES[by] ?? (by.startsWith('recipient:') ? 'a recipient' : by)}
            {action === 'call' && <Called details={details} names={page.names} />}
            {typeof details.why === 'string' && <q className="why">{details.why}</q>}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Who was called, and by which channels it went out. */
function Called({ details, names }: { details: Record<string, unknown>; names: CasePage['names'] }) {
  const called = details.people as { person: string; channels: { kind: string; outcome: string }[] }[];
  const lines = called.map(({ person, channels }) => {
    const by = channels.filter(({ outcome }) => outcome === 'accepted').map(({ kind }) => kind);
    const how = by.length > 0 ? by.join(', ') : channels.length > 0 ? 'it did not go out' : 'gave no address';
    return `${names[person] ?? person} (${how})`;
  });
  return <span className="why">{lines.join('; ') || 'nobody has the role'}</span>;
}
