/** The numbered citations at the end, each with its grade: on paper they stand for the links. */
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Grade } from '../../src/desk/schema';
import type { Source } from '../../src/picture/schema';
import { DecideForm } from '../deciding/DecideForm';
import { byStatement, CREDIBILITY, GradeLabel, GradeWhy } from '../parts/Grade';
import { QuoteLink, sourceName } from '../parts/Links';
import { count } from '../parts/words';
import type { Citations } from './citations';

const CHOICES = Object.entries(CREDIBILITY).map(([grade, means]) => [grade, `${grade}: ${means}`] as const);

export function Sources({ citations, grades }: { citations: Citations; grades: Grade[] }) {
  const gradeOf = byStatement(grades);
  return (
    <section className="sources" aria-labelledby="sources">
      <h2 id="sources">
        Sources <span className="tally">{citations.list.length}</span>
      </h2>
      <p className="hint">
        {count(citations.list.length, 'quote')}, each at its place in the report as received. Grades: A–F how far the
        source can be relied on, 1–6 how credible the statement is.
      </p>
      <ol>
        {citations.list.map((source, n) => (
          <Cited
            key={`${source.report}@${source.at[0]}-${source.at[1]}`}
            n={n}
            source={source}
            grade={gradeOf.get(source.statement)}
          />
        ))}
      </ol>
    </section>
  );
}

function Cited({ n, source, grade }: { n: number; source: Source; grade: Grade | undefined }) {
  const [open, setOpen] = useState(false);
  return (
    <li id={`source-${n + 1}`}>
      <QuoteLink source={source} />{' '}
      <span className="citation-source">
        {source.by && `${source.by.name}, in `}
        {sourceName(source)}
        <span className="report-id"> {source.report.replace(/^sha256:/, '').slice(0, 12)}</span>
      </span>{' '}
      {grade && <GradeLabel grade={grade} />}
      {grade && (
        <button
          type="button"
          className="quiet settle"
          aria-expanded={open}
          aria-label={`Grade of source ${n + 1}: ${grade.label}, why`}
          onClick={() => setOpen(!open)}
        >
          why
        </button>
      )}
      {open && grade && <Settle source={source} grade={grade} onDone={() => setOpen(false)} />}
    </li>
  );
}

function Settle({ source, grade, onDone }: { source: Source; grade: Grade; onDone: () => void }) {
  return (
    <div className="settle-grade">
      <GradeWhy grade={grade} />
      {source.publisher && (
        <p className="hint">
          How far the source can be relied on is said on the page of{' '}
          <Link to="/sources/$publisher" params={{ publisher: source.publisher }}>
            {source.publisher}
          </Link>
          .
        </p>
      )}
      <DecideForm
        label="How credible is the statement?"
        choices={CHOICES}
        current={String(grade.credibility.grade)}
        button="Settle it"
        decision={(value, why) => ({
          kind: 'grade-statement',
          a: grade.statement,
          value: Number(value) as Grade['credibility']['grade'],
          why,
        })}
        onDone={onDone}
      />
    </div>
  );
}
