/** Which groups and places of the picture somebody means by a name, however it is written. */
import { type Kysely, sql } from 'kysely';
import { type Catalogue, fold, loadCatalogue } from '../../catalogue/catalogue.js';
import { spellingKeys } from '../../catalogue/spelling.js';
import type { Precision } from '../../reading/vocabulary.js';
import { HAS_A_NAME } from '../picture/groups.js';
import type { Database } from '../schema.js';

/** `name`: so it is called here; `alias`: another name of it; `spelling`: another way to write one of its names. */
export type How = 'name' | 'alias' | 'spelling';

export interface Meant {
  id: string;
  kind: string;
  name: string;
  /** Of a place: ISO 3166-1 alpha-2, and how large it is. */
  country: string | null;
  precision: Precision | null;
  how: How;
  /** The name of it that was meant. */
  as: string;
}

/** For each name as it was written all that the picture has under it; what it does not have is left out. */
export async function meantBy(db: Kysely<Database>, written: readonly string[]): Promise<Map<string, Meant[]>> {
  const catalogue = loadCatalogue();
  const known = new Map(written.map((name) => [name, inCatalogue(catalogue, name)]));
  const keys = new Map(written.map((name) => [name, spellingKeys(withoutThe(name))]));
  const spelled = await spelledSo(db, [...keys.values()].flat());
  const candidates = new Map(
    written.map((name) => {
      const exact = known.get(name) ?? [];
      const own = keys.get(name) ?? [];
      const sounding = exact.length > 0 ? own.filter((key) => !key.startsWith('~')) : own;
      const more = sounding.flatMap((key) => {
        // Reports use it so, word for word.
        const used: How = key.startsWith('~') ? 'spelling' : 'alias';
        return [
          ...(likeIn(catalogue).get(key) ?? []).map((one) => ({ ...one, how: 'spelling' as How })),
          ...(spelled.get(key) ?? []).map((one) => ({ ...one, how: used })),
        ];
      });
      const all = [...exact, ...more];
      return [name, [...new Map(all.toReversed().map((one) => [one.id, one])).values()].reverse()] as const;
    }),
  );
  const here = await inPicture(db, [...candidates.values()].flat());
  return new Map(
    [...candidates].map(([name, all]) => [
      name,
      all.flatMap(({ id, as, how }): Meant[] => {
        const found = here.get(id);
        if (!found) return [];
        return [{ id, ...found, as, how: fold(found.name) === withoutThe(name) ? 'name' : how }];
      }),
    ]),
  );
}

interface Candidate {
  id: string;
  as: string;
  how: How;
}

const withoutThe = (name: string) => fold(name).replace(/^the /, '');

function inCatalogue(catalogue: Catalogue, name: string): Candidate[] {
  const folded = withoutThe(name);
  const actors = catalogue.actorsNamed(folded, name).filter(({ kind }) => kind !== 'person');
  const places = catalogue.placesNamed(folded);
  return [...actors, ...places].map((one) => ({ id: one.key, as: nameLike(one, folded), how: 'alias' }));
}

/** The name of it that was written, as the catalogue writes it. */
function nameLike(one: { name: string; aliases?: string[]; strict?: string[] }, folded: string): string {
  const names = [one.name, ...(one.aliases ?? []), ...(one.strict ?? [])];
  return names.find((name) => withoutThe(name) === folded) ?? one.name;
}

let like: Map<string, { id: string; as: string }[]> | undefined;

/** The names of the catalogue's actors by the keys of their spelling. */
function likeIn(catalogue: Catalogue): Map<string, { id: string; as: string }[]> {
  if (like) return like;
  like = new Map();
  for (const { key: id, kind, name, aliases } of catalogue.actors())
    for (const as of kind === 'person' ? [] : [name, ...aliases])
      for (const key of spellingKeys(withoutThe(as))) {
        const held = like.get(key);
        if (!held) like.set(key, [{ id, as }]);
        else if (!held.some((one) => one.id === id)) held.push({ id, as });
      }
  return like;
}

async function spelledSo(
  db: Kysely<Database>,
  keys: readonly string[],
): Promise<Map<string, { id: string; as: string }[]>> {
  if (keys.length === 0) return new Map();
  const rows = await db
    .selectFrom('picture_spelling')
    .where('key', '=', sql<string>`any(${keys}::text[])`)
    .selectAll()
    .orderBy('key')
    .orderBy('entity')
    .orderBy('name')
    .limit(MOST)
    .execute();
  const found = new Map<string, { id: string; as: string }[]>();
  for (const { key, entity, name } of rows) found.set(key, [...(found.get(key) ?? []), { id: entity, as: name }]);
  return found;
}

/** Names looked at for one search. */
const MOST = 500;

type Here = Pick<Meant, 'kind' | 'name' | 'country' | 'precision'>;

async function inPicture(db: Kysely<Database>, candidates: readonly Candidate[]): Promise<Map<string, Here>> {
  const ids = [...new Set(candidates.map(({ id }) => id))];
  if (ids.length === 0) return new Map();
  const entities = await db
    .selectFrom('picture_entity')
    .where('id', '=', sql<string>`any(${ids}::text[])`)
    .where(HAS_A_NAME)
    .select(['id', 'kind', 'name'])
    .execute();
  const { rows: places } = await sql<{ id: string }>`
    select id from unnest(${ids.filter((id) => !entities.some((entity) => entity.id === id))}::text[]) as asked (id)
    where exists (select from picture_role where entity = asked.id)`.execute(db);
  const catalogue = loadCatalogue();
  const said = new Map(candidates.map(({ id, as }) => [id, as]));
  return new Map<string, Here>([
    ...entities.map(({ id, kind, name }) => [id, { kind, name, country: null, precision: null }] as const),
    ...places.map(({ id }) => {
      const known = catalogue.place(id);
      const name = known?.name ?? said.get(id) ?? id;
      return [
        id,
        { kind: 'place', name, country: known?.country ?? null, precision: known?.precision ?? null },
      ] as const;
    }),
  ]);
}
