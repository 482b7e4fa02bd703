/** The record of a case: who did what, when and why. Rows are only ever added. */
import type { CasePage } from '../api-duty';
import { STEP } from './words';

const NAMES: Record<string, string> = { machine: 'the desk', local: 'this desk’s user' };

export function Record({ page }: { page: CasePage }) {
  return (
    <section>
      <h2>Record</h2>
      <ol className="record">
        {page.record.map(({ seq, at, by, action, details }) => (
          <li key={seq}>
            <time dateTime={at}>{at.slice(0, 16).replace('T', ' ')}</time> <strong>{STEP[action] ?? action}</strong> by{' '}
            {page.names[by] ?? NAMES[by] ?? by}
            {typeof details.why === 'string' && <q className="why">{details.why}</q>}
          </li>
        ))}
      </ol>
    </section>
  );
}
