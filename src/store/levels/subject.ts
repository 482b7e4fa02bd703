import { loadCatalogue } from '../../catalogue/catalogue.js';
import type { Store } from '../store.js';

/** A group or a country that reports or corrections speak of, by its id. */
export interface Subject {
  id: string;
  name: string;
  kind: 'group' | 'country';
}

/** Undefined where no report speaks of such a group or country. */
export async function knownSubject({ db }: Pick<Store, 'db'>, id: string): Promise<Subject | undefined> {
  if (id.startsWith('country:')) {
    const place = loadCatalogue().place(id);
    const told = await db
      .selectFrom('picture_role')
      .where('entity', '=', id)
      .select('entity')
      .limit(1)
      .executeTakeFirst();
    // A person may have put an incident where no report has one.
    const held =
      told ??
      (await db
        .selectFrom('picture_incident')
        .where('country', '=', id.slice('country:'.length))
        .select('id')
        .limit(1)
        .executeTakeFirst());
    return place && held && { id, name: place.name, kind: 'country' };
  }
  const group = await db
    .selectFrom('picture_entity')
    .where('id', '=', id)
    .where('kind', '=', 'group')
    .select(['id', 'name'])
    .executeTakeFirst();
  return group && { ...group, kind: 'group' };
}
