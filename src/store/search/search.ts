import { readByIndex } from '../by-index.js';
import type { Store } from '../store.js';
import { type Asked, ask, type SearchQuery } from './ask.js';
import { type Filled, foundIncidents, foundReports, foundStatements, NOTHING } from './fill.js';

export interface Found extends Filled, Pick<Asked, 'understood' | 'unknown'> {}

/** What is found, the newest first, each with the words that it was found by. */
export async function search({ db }: Store, query: SearchQuery): Promise<Found> {
  return db.transaction().execute(async (trx) => {
    const { finding, shown, understood, unknown } = await ask(trx, query);
    if (finding === null) return { understood, unknown, ...NOTHING };
    await readByIndex(trx);
    const find = { incidents: foundIncidents, statements: foundStatements, reports: foundReports }[query.what];
    return { understood, unknown, ...(await find(trx, finding, shown, query.grade)) };
  });
}
