/**
 * What is known beforehand, by name: armed groups, agencies, governments, countries and places.
 * Every look-up by name takes the folded form (`fold`).
 */
import { type ActorNames, loadActors } from './actors.js';
import { type Countries, loadCountries } from './countries.js';
import type { KnownActor, KnownPlace } from './schema.js';

export { fold } from './fold.js';
export type { KnownActor, KnownPlace } from './schema.js';

export interface Catalogue {
  /** The actor with this key, or undefined. */
  actor(key: string): KnownActor | undefined;
  /**
   * The groups, agencies, governments and organisations of this name, the likeliest first; metonyms not among them.
   * `written` is the name as it stands in the text, an article directly before it included ("the Tigers"): only with
   * it are names given that are also everyday words. Leave it out in text that is all capitals.
   */
  actorsNamed(folded: string, written?: string): readonly KnownActor[];
  /** The government for which this place's name may stand: "moscow", "russia", "islamabad"; or null. */
  governmentMeant(folded: string): KnownActor | null;
  /** The government of a country (ISO 3166-1 alpha-2). Throws where there is no such country. */
  government(country: string): KnownActor;
  /** The country (ISO 3166-1 alpha-2) of "russian", "afghans", "briton"; or null. */
  demonym(folded: string): string | null;
  /** The place with this key, or undefined. */
  place(key: string): KnownPlace | undefined;
  /** The places of this name, the likeliest first: areas and countries, then by rank and population. */
  placesNamed(folded: string): readonly KnownPlace[];
  /** Most words in any name, of actors, places and demonyms, that begins with this folded word; 0 where none does. */
  longestFrom(firstWord: string): number;
  /** Most words in any name. */
  longestName: number;
}

const NONE: readonly never[] = [];
let loaded: Catalogue | undefined;

/** The catalogue, read from its tables on the first call (synchronously) and kept. */
export function loadCatalogue(): Catalogue {
  loaded ??= join(loadCountries());
  return loaded;
}

function join(countries: Countries, actors: ActorNames = loadActors(countries)): Catalogue {
  return {
    actor: (key) => actors.byKey.get(key),
    actorsNamed: actors.named,
    governmentMeant: (folded) => actors.metonyms.get(folded) ?? null,
    government(country) {
      const found = actors.byKey.get(`gov-${country.toLowerCase()}`);
      if (!found) throw new RangeError(`no country has the code ${country}`);
      return found;
    },
    demonym: (folded) => countries.demonyms.get(folded) ?? null,
    place: (key) => countries.byKey.get(key),
    placesNamed: (folded) => countries.named.get(folded) ?? NONE,
    longestFrom: (word) => Math.max(actors.longestFrom.get(word) ?? 0, countries.longestFrom.get(word) ?? 0),
    longestName: Math.max(...actors.longestFrom.values(), ...countries.longestFrom.values()),
  };
}
