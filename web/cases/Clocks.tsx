/** How long each stage of a case took or has been running, what is late first. */
import type { CaseSummary } from '../api-duty';
import { minutes, STAGE } from './words';

export function Clocks({ clocks }: { clocks: CaseSummary['clocks'] }) {
  if (clocks.length === 0) return null;
  return (
    <ul className="clocks" aria-label="Clocks">
      {clocks.map(({ stage, minutes: taken, limit, late, running }) => (
        <li key={stage} className={late ? 'late' : undefined}>
          {running ? 'not ' : ''}
          {STAGE[stage]} {running ? 'for' : 'after'} {minutes(taken)}{' '}
          <span className="hint">
            {late ? 'late: ' : ''}limit {minutes(limit)}
          </span>
        </li>
      ))}
    </ul>
  );
}
