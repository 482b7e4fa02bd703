/**
 * What is known beforehand, by name: armed groups, agencies, governments, countries and places.
 * Every look-up by name takes the folded form (`fold`), without an article before it: "sahel", "tigers".
 */
import { loadActors } from './actors.js';
import { loadCountries } from './countries.js';
import { fold } from './fold.js';
import { loadGazetteer } from './places/gazetteer.js';
import { placesNamed } from './places/places.js';
import type { KnownActor, KnownPlace } from './schema.js';

export type { KnownActor, KnownPlace } from './schema.js';
export { fold };

export interface Catalogue {
  /** The actor with this key, or undefined. */
  actor(key: string): KnownActor | undefined;
  /** Every group, agency and organisation of the tables. */
  actors(): Iterable<KnownActor>;
  /**
   * The groups, agencies, governments and organisations of this name; metonyms not among them. Where several
   * bear it, only the report can tell which is meant: their order is that of the tables.
   * State bodies are known by their kind: "salvadoran army", "u.s. embassy", "ministry of interior of kenya".
   * `written` is the name as it stands in the text, an article directly before it included ("the Tigers"): only with
   * it are names given that are also everyday words. In text that is all capitals leave it out for everyday words.
   */
  actorsNamed(folded: string, written?: string): readonly KnownActor[];
  /** The body that a state calls so ("interior ministry", "police", "government"), or null. */
  stateBody(country: string, folded: string): KnownActor | null;
  /** The government for which this place's name may stand: "moscow", "russia", "islamabad"; or null. */
  governmentMeant(folded: string): KnownActor | null;
  /** The government of a country (ISO 3166-1 alpha-2). Throws where there is no such country. */
  government(country: string): KnownActor;
  /** The country (ISO 3166-1 alpha-2) of "russian", "afghans", "briton"; or null. */
  demonym(folded: string): string | null;
  /** The place with this key, or undefined. */
  place(key: string): KnownPlace | undefined;
  /**
   * The places of this name, the likeliest first: areas and countries, then by rank and population. A word of kind may
   * follow ("diyala province", "sukma district"). Everyday words are towns somewhere: judge them by their population.
   */
  placesNamed(folded: string): readonly KnownPlace[];
  /** Most words in any name, of actors, places and demonyms, that begins with this folded word; 0 where none does. */
  longestFrom(firstWord: string): number;
  /** The same of actors alone, and of countries, areas and demonyms. */
  longestActorFrom(firstWord: string): number;
  longestNationFrom(firstWord: string): number;
  /** May the name of an actor end with this folded word? What ends otherwise need not be looked up. */
  mayEndActor(lastWord: string): boolean;
  /** Most words in any name. */
  longestName: number;
}

let loaded: Catalogue | undefined;

/** The catalogue, read from its tables on the first call (synchronously) and kept. */
export function loadCatalogue(): Catalogue {
  loaded ??= join();
  return loaded;
}

function join(): Catalogue {
  const countries = loadCountries();
  const actors = loadActors(countries);
  const gazetteer = loadGazetteer();
  const government = (country: string): KnownActor => {
    const found = actors.get(`gov-${country.toLowerCase()}`);
    if (!found) throw new RangeError(`no country has the code ${country}`);
    return found;
  };
  return {
    actor: actors.get,
    actors: actors.all,
    actorsNamed: actors.named,
    stateBody: actors.stateBody,
    governmentMeant(folded) {
      const country = countries.seats.get(folded) ?? countries.code(folded);
      return country === null ? null : government(country);
    },
    government,
    demonym: (folded) => countries.demonyms.get(folded) ?? null,
    place: (key) => countries.byKey.get(key) ?? gazetteer.place(key),
    placesNamed: placesNamed(countries, gazetteer),
    longestFrom(word) {
      const place = gazetteer.longestFrom(word);
      return Math.max(actors.longestFrom(word), countries.longestFrom.get(word) ?? 0, place && place + 1);
    },
    longestActorFrom: actors.longestFrom,
    mayEndActor: actors.mayEnd,
    longestNationFrom: (word) => countries.longestFrom.get(word) ?? 0,
    longestName: Math.max(actors.longest, gazetteer.longest + 1),
  };
}
