/** What was found, one after the other. */
import { Link } from '@tanstack/react-router';
import type { Found, FoundStatement } from '../../src/desk/schema';
import { showDay, showInterval } from '../parts/dates';
import { GradeLabel } from '../parts/Grade';
import { sourceName, splitStatement } from '../parts/Links';
import { Said } from '../parts/Said';
import { StatusWord } from '../parts/Status';
import { shortToll } from '../parts/tolls';
import { count } from '../parts/words';
import { KINDS } from './address';
import { PassageLink, Why } from './Passage';

type Understood = Found['understood'];

/** Quotes of one statement that are shown. */
const SHOWN = 3;

export function Hits({ found, understood }: { found: readonly Found[]; understood: Understood }) {
  return (
    <ol className="founds">
      {found.flatMap(({ incidents, statements, reports }) => [
        ...incidents.map((hit) => <IncidentHit key={hit.incident.id} hit={hit} understood={understood} />),
        ...statements.map((hit) => <StatementHit key={hit.statement} hit={hit} understood={understood} />),
        ...reports.map((hit) => <ReportHit key={hit.report.id} hit={hit} understood={understood} />),
      ])}
    </ol>
  );
}

function IncidentHit({ hit, understood }: { hit: Found['incidents'][number]; understood: Understood }) {
  const { incident, statements, total } = hit;
  return (
    <li className="found">
      <p className="line-head">
        <Link to="/incidents/$id" params={{ id: incident.id }}>
          {incident.title}
        </Link>
        <Said incident={incident.id} slot="status">
          <StatusWord status={incident.status} />
        </Said>
        {incident.killed && (
          <span className="harm">
            <Said incident={incident.id} slot="killed">
              {shortToll(incident.killed)} killed
            </Said>
          </span>
        )}
        <span className="none">
          {incident.date ? (
            <Said incident={incident.id} slot="date">
              {showInterval(incident.date)}
            </Said>
          ) : (
            'date not stated'
          )}
        </span>
      </p>
      {statements.map((statement) => (
        <Quotes key={statement.statement} hit={statement} understood={understood} />
      ))}
      {total > statements.length && (
        <p className="hint">
          and{' '}
          <Said incident={incident.id} slot="type">
            {count(total - statements.length, 'further statement')}
          </Said>{' '}
          in {count(incident.reports, 'report')}
        </p>
      )}
    </li>
  );
}

function StatementHit({ hit, understood }: { hit: FoundStatement; understood: Understood }) {
  const { report, number } = splitStatement(hit.statement);
  return (
    <li className="found">
      <p className="line-head">
        <Link to="/reports/$id" params={{ id: report }} hash={number}>
          {hit.title}
        </Link>
        <span className="change">{KINDS[hit.kind]}</span>
        {hit.holder &&
          (hit.kind === 'warning' ? (
            <Link to="/warnings" hash={hit.holder}>
              the warning
            </Link>
          ) : (
            <Link to="/incidents/$id" params={{ id: hit.holder }}>
              the incident
            </Link>
          ))}
      </p>
      <Quotes hit={hit} understood={understood} />
    </li>
  );
}

/** The quotes of a statement, who says so and how it is graded. */
function Quotes({ hit, understood }: { hit: FoundStatement; understood: Understood }) {
  const { report, number } = splitStatement(hit.statement);
  return (
    <div className="found-quotes">
      {hit.passages.slice(0, SHOWN).map((passage) => (
        <PassageLink key={passage.at[0]} passage={passage} report={report} number={number} />
      ))}
      {hit.elsewhere.map((passage) => (
        <p key={passage.at[0]}>
          <span className="hint">Elsewhere in the report:</span> <PassageLink passage={passage} report={report} />
        </p>
      ))}
      <p className="citation-source">
        <GradeLabel grade={hit.grade} /> {hit.source.by && `${hit.source.by.name}, in `}
        {sourceName(hit.source)}
      </p>
      <Why passages={[...hit.passages, ...hit.elsewhere]} understood={understood} />
    </div>
  );
}

function ReportHit({ hit, understood }: { hit: Found['reports'][number]; understood: Understood }) {
  const { report, passages } = hit;
  return (
    <li className="found">
      <p className="line-head">
        <Link to="/reports/$id" params={{ id: report.id }}>
          {report.title}
        </Link>
        <span className="none">
          {report.publisher ?? 'publisher not stated'}, {report.published ? showDay(report.published) : 'undated'}
        </span>
      </p>
      <div className="found-quotes">
        {passages.map((passage) => (
          <PassageLink key={passage.at[0]} passage={passage} report={report.id} />
        ))}
        <Why passages={passages} understood={understood} />
      </div>
    </li>
  );
}
