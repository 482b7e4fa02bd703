/** Admiralty grades (NATO AJP-2.1): how far a source can be relied on, how credible what it says is. */
import { createContext, useContext } from 'react';
import type { Grade } from '../../src/desk/schema';
import '../styles/deciding.css';

export const RELIABILITY: Record<Grade['reliability']['grade'], string> = {
  A: 'completely reliable',
  B: 'usually reliable',
  C: 'fairly reliable',
  D: 'not usually reliable',
  E: 'unreliable',
  F: 'reliability cannot be judged',
};

export const CREDIBILITY: Record<Grade['credibility']['grade'], string> = {
  1: 'confirmed by other sources',
  2: 'probably true',
  3: 'possibly true',
  4: 'doubtful',
  5: 'improbable',
  6: 'truth cannot be judged',
};

/** Both letters with their meaning: "B2 · usually reliable, probably true". */
export const gradeWords = ({ reliability, credibility }: Grade) =>
  `${RELIABILITY[reliability.grade]}, ${CREDIBILITY[credibility.grade]}`;

export function GradeLabel({ grade }: { grade: Grade }) {
  return (
    <abbr className="grade" title={gradeWords(grade)}>
      {grade.label}
    </abbr>
  );
}

/** The grades of what is cited, by statement: each citation inside shows its own. */
export const Grades = createContext<ReadonlyMap<string, Grade>>(new Map());

export const byStatement = (grades: readonly Grade[]) => new Map(grades.map((grade) => [grade.statement, grade]));

/** The grade of a statement, where the page has it. */
export function GradeOf({ statement }: { statement: string }) {
  const grade = useContext(Grades).get(statement);
  return grade && <GradeLabel grade={grade} />;
}

/** The grade set out: what it is, why it is proposed, who settled it. */
export function GradeWhy({ grade }: { grade: Grade }) {
  const { reliability, credibility } = grade;
  return (
    <div className="grade-why">
      <p>
        <GradeLabel grade={grade} /> {gradeWords(grade)}
      </p>
      <p className="hint">
        {reliability.set
          ? `Source graded by ${reliability.set.by}: ${reliability.set.why}`
          : 'No one has graded the source yet.'}{' '}
        {credibility.set
          ? `Statement settled by ${credibility.set.by}: ${credibility.set.why}`
          : `Proposed: ${credibility.reasons.join('; ')}.`}
      </p>
    </div>
  );
}
