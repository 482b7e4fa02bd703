/** Names across reports: what one reading calls `a1` or `p2` by the id that every reading gives it. */
import { createHash } from 'node:crypto';
import { type Catalogue, fold } from '../catalogue/catalogue.js';
import { FIGHTERS_AFTER } from '../reading/names/lexicon/bodies.js';
import type { Actor, Place, Reading } from '../reading/schema.js';
import type { EntityRef, PlaceRef } from './schema.js';

/** What the picture asks of the catalogue. */
export type Known = Pick<Catalogue, 'actor' | 'place' | 'demonym' | 'governmentMeant'>;

/** The letters that number the statements that have no id of their own in a reading. */
export const STATEMENT_LETTERS = {
  attribution: 'c',
  warning: 'w',
  threat: 't',
  response: 'r',
  relation: 'l',
} as const;

/** The lists of a reading in which those statements stand, in the order of their numbers. */
export const STATEMENT_LISTS = {
  attribution: 'attributions',
  warning: 'warnings',
  threat: 'threats',
  response: 'responses',
  relation: 'relations',
} as const satisfies Record<keyof typeof STATEMENT_LETTERS, keyof Reading>;

/** `sha256:…#w1`: the `index`th (from 0) statement of its kind. */
export function statementId(report: string, kind: keyof typeof STATEMENT_LETTERS, index: number): string {
  return `${report}#${STATEMENT_LETTERS[kind]}${index + 1}`;
}

/** The id that a statement gives to the incident or warning whose first accepted member it is. */
export function clusterId(statement: string): string {
  return createHash('sha256').update(statement).digest('hex').slice(0, 16);
}

/** "extremists", "Fighters", "five ISWAP fighters": words that need not mean the same people in two reports. */
function isDescribed({ kind, name }: Actor): boolean {
  const last = fold(name.slice(name.lastIndexOf(' ') + 1));
  return kind === 'group' && (name === name.toLowerCase() || FIGHTERS_AFTER.has(last) || last === 'islamists');
}

/** An actor by its key, else by its kind and folded name; under the catalogue's name where it has one. */
export function entityRef(actor: Actor, known: Known): EntityRef {
  const entry = actor.key === null ? undefined : known.actor(actor.key);
  return {
    id: actor.key ?? `${isDescribed(actor) ? 'described' : actor.kind}:${fold(actor.name)}`,
    kind: entry?.kind ?? actor.kind,
    name: entry?.name ?? actor.name,
  };
}

/** Is it a group that reports have a name for? */
export const isNamedGroup = ({ id, kind }: EntityRef): boolean => kind === 'group' && !id.startsWith('described:');

/** A place by its key, else by its folded name and country. A site has its city's key, and keeps its own name. */
export function placeRef(place: Place): PlaceRef {
  const { name, precision, country, lat, lon } = place;
  return { id: place.key ?? `place:${fold(name)},${country?.toLowerCase() ?? ''}`, name, precision, country, lat, lon };
}

/** The id and the ids of all that it belongs to: a branch's parent, an agency's government. */
export function withParents({ id, kind, name }: EntityRef, known: Known): string[] {
  const line: string[] = [];
  for (let next: string | null = id; next !== null && !line.includes(next); next = known.actor(next)?.parent ?? null)
    line.push(next);
  // "U.S. embassy", "American citizens": who has no key belongs to the country that the name begins with.
  if (kind !== 'group' && line.length === 1 && !known.actor(id)) {
    const government = governmentOf(fold(name).split(' ')[0] ?? '', known);
    if (government !== null) line.push(government);
  }
  return line;
}

function governmentOf(word: string, known: Known): string | null {
  const country = known.demonym(word);
  return country === null ? (known.governmentMeant(word)?.key ?? null) : `gov-${country.toLowerCase()}`;
}

/** The report of a statement: `sha256:…#i1` → `sha256:…`. */
export const reportOf = (statement: string): string => statement.split('#')[0] ?? '';
