/** The filter by Admiralty grade: `B`, `3` or `B3` and better. */
import type { Kysely } from 'kysely';
import { RELIABILITIES, type Reliability } from '../../picture/decision.js';
import type { Grade } from '../../picture/schema-grades.js';
import type { Database } from '../schema.js';

/** A letter, a number, or both. */
export const GRADE = /^([A-F])?([1-6])?$/;

/** The publishers that people graded so or better; null where that asks for none in particular, since F is all. */
export async function publishersFrom(db: Kysely<Database>, grade: string | undefined): Promise<string[] | null> {
  const letter = GRADE.exec(grade ?? '')?.[1] as Reliability | undefined;
  if (letter === undefined || letter === 'F') return null;
  const rows = await db
    .selectFrom('decision')
    .leftJoin('decision_undone as undone', 'undone.decision', 'decision.id')
    .where('undone.decision', 'is', null)
    .where('kind', '=', 'grade-source')
    .select(['a', 'value'])
    .orderBy('decision.seq')
    .execute();
  const last = new Map(rows.map(({ a, value }) => [a, value as Reliability]));
  return [...last].filter(([, given]) => rank(given) <= rank(letter)).map(([publisher]) => publisher);
}

const rank = (letter: Reliability) => RELIABILITIES.indexOf(letter);

/** Whether what a statement says is graded so or better; 6 is all. */
export function atLeast(grade: string | undefined, { credibility }: Grade): boolean {
  const number = GRADE.exec(grade ?? '')?.[2];
  return number === undefined || credibility.grade <= Number(number);
}
