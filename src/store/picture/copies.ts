import type { Store } from '../store.js';

/** The origin of a report: the id of the first accepted of its near-copies, and how many others share it. */
export interface Copies {
  origin: string;
  copies: number;
}

/** The origins of reports, by their ids. */
export async function copiesOf({ db }: Store, reports: readonly string[]): Promise<Map<string, Copies>> {
  if (reports.length === 0) return new Map();
  const rows = await db
    .selectFrom('report')
    .innerJoin('picture_origin as own', 'own.report', 'report.seq')
    .innerJoin('report as first', 'first.seq', 'own.origin')
    .where('report.id', 'in', reports)
    .select(['report.id', 'first.id as origin'])
    .select((is) =>
      is
        .selectFrom('picture_origin as same')
        .whereRef('same.origin', '=', 'own.origin')
        .select((count) => count.fn.countAll<number>().as('n'))
        .$asScalar()
        .$notNull()
        .as('n'),
    )
    .execute();
  return new Map(rows.map(({ id, origin, n }) => [id, { origin, copies: n - 1 }]));
}
