/** The tests of the threshold: the machine's answer with its rule and quotes, and the person's. */
import type { CasePage } from '../api-duty';
import { Citation } from '../parts/Links';
import { TEST } from './words';

export function Tests({ page: { proposal, assessment, waiver } }: { page: CasePage }) {
  return (
    <section>
      <h2>Threshold</h2>
      {proposal === null && <p>Opened by hand: no report was tested by the desk.</p>}
      <dl className="tests">
        {proposal?.tests.map(({ test, answer, rule, sources }) => (
          <div key={test}>
            <dt>
              {TEST[test]}: <strong>{answer}</strong>
              {assessment && assessment.answers[test] !== answer && (
                <span className="hint"> (a person says {assessment.answers[test]})</span>
              )}
            </dt>
            <dd>
              <p className="hint">{rule}</p>
              <ul className="quotes">
                {sources.map((source) => (
                  <li key={source.statement}>
                    <Citation source={source} />
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
      {assessment?.likelihood && <p>Likelihood: {assessment.likelihood}</p>}
      {waiver && (
        <p>
          Waiver on ground {waiver.ground}: {waiver.evidence}
        </p>
      )}
    </section>
  );
}
