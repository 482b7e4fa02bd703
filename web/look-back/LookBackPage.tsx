/** What came of warnings: the desk's own, those by others, and the counts over many. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import * as api from '../api-duty';
import { showDay, showInterval } from '../parts/dates';
import { Sourced } from '../parts/Links';
import { Empty, Failure, Loading } from '../parts/States';
import { Title } from '../parts/Title';

const KIND = {
  'in-window': 'occurred within the window',
  'after-window': 'occurred after the window',
  elsewhere: 'occurred elsewhere',
  thwarted: 'thwarted',
  'did-not-occur': 'did not occur',
  open: 'open',
};
/** One of the desk's own has its case, one by others the sentences that tell of it. */
type One = Omit<api.LookBack['own'][number], 'case'> & {
  case: string | null;
  said: api.LookBack['others'][number]['said'] | null;
};
type Ratio = api.LookBack['score']['falseAlarms'];

export function LookBackPage() {
  const found = useQuery(api.lookBack);
  if (found.isError) return <Failure error={found.error} retry={() => void found.refetch()} what="look-back" />;
  if (!found.data) return <Loading what="look-back" />;
  const { own, others, score, tolerances } = found.data;
  return (
    <div className="page">
      <Title>Look back</Title>
      <p className="lead">
        A warning is matched to an incident from {tolerances.daysBefore} day before its window to {tolerances.daysAfter}{' '}
        days after it, within {tolerances.kilometres} km; where it gives no window, {tolerances.windowDays} days from
        its release count as one. What was thwarted is no false alarm.
      </p>
      <section>
        <h2>This desk’s warnings</h2>
        {own.length === 0 ? (
          <Empty title="Nothing has gone out yet.">
            <p>Each alert that this desk releases is looked back at here.</p>
          </Empty>
        ) : (
          <>
            <Score score={score} />
            <Table items={own.map((each) => ({ ...each, said: null }))} />
          </>
        )}
      </section>
      <section>
        <h2>Warnings by others, told of in reports</h2>
        {others.length === 0 ? (
          <Empty title="No report tells of a warning yet." />
        ) : (
          <Table items={others.map((each) => ({ ...each, case: null }))} />
        )}
      </section>
    </div>
  );
}

function Score({ score }: { score: api.LookBack['score'] }) {
  const ratio = ({ of, among, ratio: value }: Ratio): string =>
    `${of} of ${among}${value === null ? ' (too few for a ratio)' : `, ${Math.round(value * 100)} %`}`;
  const middle = score.leadDays[Math.floor(score.leadDays.length / 2)];
  const rows: [string, string][] = [
    ['Hits within the window', ratio(score.hitRate.inWindow)],
    ['Hits within the tolerance', ratio(score.hitRate.withinTolerance)],
    ['False alarms', ratio(score.falseAlarms)],
    ['Attacks without a warning', String(score.misses)],
    [
      'Lead from release to attack',
      middle === undefined
        ? 'none yet'
        : `median ${middle} days, ${score.leadDays[0]} to ${score.leadDays.at(-1)}, over ${score.leadDays.length}`,
    ],
    [
      'Brier score',
      score.brier.score === null
        ? `too few (${score.brier.among})`
        : `${score.brier.score.toFixed(3)} over ${score.brier.among}`,
    ],
  ];
  return (
    <dl className="pairs">
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Table({ items }: { items: One[] }) {
  return (
    <div className="scroll">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">Warning</th>
            <th scope="col">Given</th>
            <th scope="col">Window</th>
            <th scope="col">What came of it</th>
            <th scope="col" className="number">
              Lead, days
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ id, title, released, window, outcome, said, case: ofCase }) => (
            <tr key={id}>
              <th scope="row">
                {ofCase === null ? (
                  <Link to="/warnings" hash={id}>
                    {title}
                  </Link>
                ) : (
                  <Link to="/cases/$id" params={{ id: ofCase }}>
                    {title}
                  </Link>
                )}
              </th>
              <td className="date">
                <Sourced source={said?.released ?? said?.first}>
                  {released ? showDay(released) : <span className="none">not stated</span>}
                </Sourced>
              </td>
              <td className="date">
                <Sourced source={said?.window ?? undefined}>
                  {window ? showInterval(window) : <span className="none">none given</span>}
                </Sourced>
              </td>
              <td>
                <strong>{KIND[outcome.kind]}</strong>
                {outcome.incident && (
                  <>
                    :{' '}
                    <Link to="/incidents/$id" params={{ id: outcome.incident.id }}>
                      {outcome.incident.title}
                    </Link>
                  </>
                )}
                <span className="hint"> {outcome.reasons.join('; ')}</span>
              </td>
              <td className="number">
                {outcome.lead.fromRelease ?? '–'}
                {outcome.lead.fromAcquisition !== null && (
                  <span className="hint"> ({outcome.lead.fromAcquisition} since it was known)</span>
                )}
                {outcome.lead.fromWindowEnd !== null && outcome.lead.fromWindowEnd > 0 && (
                  <span className="hint"> ({outcome.lead.fromWindowEnd} after the window)</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
