import type { Kysely } from 'kysely';
import { reports } from './001-reports.js';
import { picture } from './002-picture.js';
import { pictureAtScale } from './003-picture-at-scale.js';
import { decisions } from './010-decisions.js';
import { audit } from './020-audit.js';
import { people } from './021-people.js';
import { cases } from './022-cases.js';
import { delivery } from './023-delivery.js';
import { settings } from './024-settings.js';
import { sending } from './030-sending.js';
import { search } from './040-search.js';
import { pictureBounded } from './041-picture-bounded.js';
import { lighter } from './042-lighter.js';
import { rereading } from './043-rereading.js';
import { unread } from './044-unread.js';
import { calls } from './050-calls.js';
import { packed } from './051-packed.js';
import { feeds } from './060-feeds.js';
import { rolesByDay } from './070-roles-by-day.js';

/**
 * Every change of the schema in the order in which it is applied. Forward only: a row is never changed or removed
 * once it has been released; what it got wrong, a later one puts right.
 */
export const MIGRATIONS: Record<string, (db: Kysely<unknown>) => Promise<void>> = {
  '001-reports': reports,
  '002-picture': picture,
  '003-picture-at-scale': pictureAtScale,
  '010-decisions': decisions,
  '020-audit': audit,
  '021-people': people,
  '022-cases': cases,
  '023-delivery': delivery,
  '024-settings': settings,
  '030-sending': sending,
  '040-search': search,
  '041-picture-bounded': pictureBounded,
  '042-lighter': lighter,
  '043-rereading': rereading,
  '044-unread': unread,
  '050-calls': calls,
  '051-packed': packed,
  '060-feeds': feeds,
  '070-roles-by-day': rolesByDay,
};
