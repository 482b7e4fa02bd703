import type { Kysely } from 'kysely';
import type { Credibility, Reliability, Signed } from '../../picture/decision.js';
import { proposeCredibility } from '../../picture/grading.js';
import type { Grade } from '../../picture/schema-grades.js';
import type { Supported } from '../../picture/support.js';
import { inForce } from '../picture/decided.js';
import type { Database } from '../schema.js';

/** The grades of these statements, in their order: what the rules propose, and what people settled. */
export async function gradesFor(db: Kysely<Database>, supported: readonly Supported[]): Promise<Grade[]> {
  const publishers = [...new Set(supported.flatMap(({ source }) => source.publisher ?? []))];
  const settled = lastOf<Credibility>(
    await inForce(
      db,
      ['grade-statement'],
      supported.map(({ source }) => source.statement),
    ),
  );
  const reliabilities = await reliabilitiesOf(db, publishers);
  const records = await recordsOf(db, publishers);
  return supported.map(({ source, origins, against }) => {
    const { statement, publisher, by } = source;
    const reliability = reliabilities.get(publisher ?? '') ?? NOT_GRADED;
    const record = records.get(publisher ?? '') ?? { accepted: 0, rejected: 0 };
    const proposal = proposeCredibility({ origins, against, by, publisher, reliability: reliability.grade, record });
    const set = settled.get(statement) ?? null;
    const grade = set?.grade ?? proposal.proposed;
    return {
      statement,
      label: `${reliability.grade}${grade}`,
      reliability,
      credibility: { grade, ...proposal, set: set?.set ?? null },
    };
  });
}

interface Settled<G> {
  grade: G;
  set: Signed;
}
const NOT_GRADED: Grade['reliability'] = { grade: 'F', set: null };

/** The grade of each publisher that a person graded. */
export async function reliabilitiesOf(
  db: Kysely<Database>,
  publishers: readonly string[],
): Promise<Map<string, Settled<Reliability>>> {
  return lastOf(await inForce(db, ['grade-source'], publishers));
}

/** The last decision on each thing. */
function lastOf<G>(decisions: Awaited<ReturnType<typeof inForce>>): Map<string, Settled<G>> {
  // What a grade may be is checked where the decision is made.
  return new Map(decisions.map(({ a, value, set }) => [a, { grade: value as G, set }]));
}

async function recordsOf(db: Kysely<Database>, publishers: readonly string[]) {
  if (publishers.length === 0) return new Map<string, { accepted: number; rejected: number }>();
  const rows = await db
    .selectFrom('picture_source')
    .where('publisher', 'in', publishers)
    .select(['publisher', 'accepted', 'rejected'])
    .execute();
  return new Map(rows.map(({ publisher, ...record }) => [publisher, record]));
}
