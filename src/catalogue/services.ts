import type { ActorKind } from '../reading/vocabulary.js';
import type { Countries, Country } from './countries.js';
import { fold } from './fold.js';
import { noteLength } from './names.js';
import type { KnownActor } from './schema.js';
import { list, readTable } from './table.js';

/** What every state has: a government, an army, a police, a foreign ministry… (services.tsv). */
interface Service {
  /** Begins the actor's key: `police` of El Salvador is `police-sv`. */
  key: string;
  kind: ActorKind;
  name: string;
}

export interface Services {
  /** The key of the state body that this folded name means: "salvadoran army", "ministry of interior of kenya"; or null. */
  keyNamed(folded: string): string | null;
  /** The key of a country's body called so there: "interior ministry", "police"; or null. */
  keyOf(country: string, folded: string): string | null;
  /** The state body with this key, made from the tables; undefined where it is none. */
  make(key: string): KnownActor | undefined;
  longestFrom: Map<string, number>;
  /** The words with which such names end: those of the nouns, and of the countries behind "of". */
  lastWords: ReadonlySet<string>;
}

const lastWord = (folded: string): string => folded.slice(folded.lastIndexOf(' ') + 1);

export function loadServices(countries: Countries): Services {
  const byKey = new Map<string, Service>();
  const byNoun = new Map<string, Service>();
  const lastWords = new Set<string>();
  const rows = readTable(new URL('services.tsv', import.meta.url), ['kind', 'name', 'key', 'nouns']);
  for (const { key, kind, name, nouns } of rows) {
    const service: Service = { key, kind: kind as ActorKind, name };
    byKey.set(key, service);
    for (const noun of list(nouns).map(fold)) {
      byNoun.set(noun, service);
      lastWords.add(lastWord(noun));
    }
  }
  const keyOf = (country: string | null, noun: string): string | null => {
    const service = country === null ? undefined : byNoun.get(noun);
    return country !== null && service ? `${service.key}-${country.toLowerCase()}` : null;
  };

  /** "russian", "russia", "russias" (the possessive, folded). */
  const adjective = (folded: string): string | null =>
    countries.demonyms.get(folded) ?? countries.code(folded) ?? countries.code(folded.replace(/s$/, ''));

  return {
    keyOf,
    keyNamed(folded) {
      if (lastWords.has(lastWord(folded)))
        for (let at = folded.indexOf(' '); at >= 0; at = folded.indexOf(' ', at + 1)) {
          const key = byNoun.has(folded.slice(at + 1))
            ? keyOf(adjective(folded.slice(0, at)), folded.slice(at + 1))
            : null;
          if (key) return key;
        }
      for (let at = folded.indexOf(' of '); at >= 0; at = folded.indexOf(' of ', at + 1)) {
        const key = keyOf(countries.code(folded.slice(at + 4).replace(/^the /, '')), folded.slice(0, at));
        if (key) return key;
      }
      return null;
    },
    make(key) {
      const dash = key.lastIndexOf('-');
      const service = byKey.get(key.slice(0, dash));
      const country = countries.byCode.get(key.slice(dash + 1).toUpperCase());
      return service && country && bodyOf(service, country);
    },
    longestFrom: lengths(countries, [...byNoun.keys()]),
    lastWords: new Set([...lastWords, ...[...countries.named.keys()].map(lastWord)]),
  };
}

function bodyOf({ key, kind, name }: Service, country: Country): KnownActor {
  const state = kind === 'government';
  return {
    key: `${key}-${country.code.toLowerCase()}`,
    kind,
    name: `${country.demonyms[0] ?? country.name} ${name}`,
    aliases: [`${name[0]?.toUpperCase()}${name.slice(1)} of ${country.name}`],
    strict: [],
    metonyms: state ? [country.name, ...country.aliases, ...country.capitals] : [],
    parent: state ? null : `gov-${country.code.toLowerCase()}`,
    countries: [country.code],
    lists: [],
  };
}

/** A body's name is at most an adjective and its longest noun, or a noun, "of" and the longest country. */
function lengths(countries: Countries, nouns: string[]): Map<string, number> {
  const longest = new Map<string, number>();
  const words = (name: string) => name.split(' ').length;
  const noun = Math.max(...nouns.map(words));
  const country = Math.max(...countries.longestFrom.values());
  for (const [first, length] of countries.longestFrom) {
    longest.set(first, length + noun);
    longest.set(`${first}s`, length + noun);
  }
  for (const name of nouns) noteLength(longest, `${name}${' x'.repeat(1 + country)}`);
  return longest;
}
