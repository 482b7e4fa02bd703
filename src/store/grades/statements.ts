import { sql } from 'kysely';
import type { GroupPage, PlacePage, Source } from '../../picture/schema.js';
import type { Grade } from '../../picture/schema-grades.js';
import { getGroup } from '../picture/groups.js';
import { getPlace } from '../picture/places.js';
import { itemsOf } from '../queue/triage.js';
import type { Store } from '../store.js';

/**
 * The grade of every statement that the page of a group cites. The use of a name is no statement and has none. All that
 * is said in its incidents is read for it, so it is asked for beside the page.
 * @returns undefined where no report speaks of such a group
 */
export async function getGroupGrades(store: Store, id: string): Promise<Grade[] | undefined> {
  const page = await getGroup(store, id);
  return page && gradesOf(store, sourcesOn(page));
}

/** The grade of every statement that the page of a place cites; undefined where no report speaks of such a place. */
export async function getPlaceGrades(store: Store, id: string): Promise<Grade[] | undefined> {
  const page = await getPlace(store, id);
  return page && gradesOf(store, [...page.incidents.flatMap(({ told }) => told ?? []), ...warned(page)]);
}

async function gradesOf(store: Store, sources: readonly Source[]): Promise<Grade[]> {
  const cited = [...new Set(sources.map(({ statement }) => statement))];
  return store.db.transaction().execute(async (trx) => {
    const rows = await trx
      .selectFrom('picture_triage')
      .where('statement', '=', sql<string>`any(${cited}::text[])`)
      .select(['statement', 'of', 'kind', 'reasons'])
      .orderBy('statement')
      .execute();
    return (await itemsOf(trx, rows)).map(({ grade }) => grade);
  });
}

const warned = ({ warnings }: Pick<PlacePage, 'warnings'>) => warnings.flatMap(({ sources }) => sources);

function sourcesOn({ incidents, threats, responses, relations, warnings }: GroupPage): Source[] {
  const lines = [...incidents.flatMap(({ stances }) => stances), ...threats, ...responses, ...relations];
  return [...lines.map(({ source }) => source), ...warned({ warnings })];
}
