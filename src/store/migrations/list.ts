import type { Kysely } from 'kysely';
import { reports } from './001-reports.js';
import { picture } from './002-picture.js';
import { decisions } from './010-decisions.js';

/**
 * Every change of the schema in the order in which it is applied. Forward only: a row is never changed or removed
 * once it has been released; what it got wrong, a later one puts right.
 */
export const MIGRATIONS: Record<string, (db: Kysely<unknown>) => Promise<void>> = {
  '001-reports': reports,
  '002-picture': picture,
  '010-decisions': decisions,
};
