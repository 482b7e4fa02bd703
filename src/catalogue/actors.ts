import { ACTOR_KINDS, type ActorKind } from '../reading/vocabulary.js';
import type { Countries } from './countries.js';
import { fold } from './fold.js';
import { addTo, lookUpForms, noteLength } from './names.js';
import type { KnownActor } from './schema.js';
import { loadServices, type Services } from './services.js';
import { list, type Row, readTable } from './table.js';

export interface Actors {
  get(key: string): KnownActor | undefined;
  /** Every actor of the tables; state bodies that are only made when asked for are not among them. */
  all(): Iterable<KnownActor>;
  named(folded: string, written?: string): readonly KnownActor[];
  /** The body that a state calls so: "interior ministry" of KE; or null. */
  stateBody(country: string, folded: string): KnownActor | null;
  longestFrom(word: string): number;
  /** Does a name end with this folded word? What ends with no such word is none. */
  mayEnd(word: string): boolean;
  longest: number;
}

const NONE: readonly KnownActor[] = [];
const COLUMNS = ['key', 'name', 'aliases', 'strict', 'parent', 'countries', 'lists'] as const;

/** Reads groups.tsv, agencies.tsv and services.tsv. Throws on a key that stands twice and on an unknown kind. */
export function loadActors(countries: Countries): Actors {
  const byKey = new Map<string, KnownActor>();
  const services = loadServices(countries);
  const put = (actor: KnownActor) => {
    if (byKey.has(actor.key)) throw new Error(`the catalogue has two actors with the key ${actor.key}`);
    byKey.set(actor.key, actor);
  };
  for (const row of readTable(new URL('groups.tsv', import.meta.url), COLUMNS)) put(actorOf(row, 'group'));
  for (const row of readTable(new URL('agencies.tsv', import.meta.url), ['kind', ...COLUMNS])) {
    const kind = ACTOR_KINDS.find((known) => known === row.kind);
    if (!kind) throw new Error(`agencies.tsv:${row.line}: no kind of actor is called "${row.kind}"`);
    put(agencyOf(actorOf(row, kind), services));
  }
  const get = (key: string): KnownActor | undefined => {
    const known = byKey.get(key) ?? services.make(key);
    if (known) byKey.set(key, known);
    return known;
  };
  return { get, all: () => byKey.values(), ...index([...byKey.values()], get, services) };
}

function actorOf(row: Row<(typeof COLUMNS)[number]>, kind: ActorKind): KnownActor {
  return {
    key: row.key,
    kind,
    name: row.name,
    aliases: list(row.aliases),
    strict: list(row.strict),
    metonyms: [],
    parent: row.parent || null,
    countries: list(row.countries),
    lists: list(row.lists),
  };
}

/** An agency of one country belongs to its government unless the table says to what else; a government keeps its metonyms. */
function agencyOf(actor: KnownActor, services: Services): KnownActor {
  const made = services.make(actor.key);
  if (made) actor.aliases.push(...made.aliases);
  if (made) actor.metonyms = made.metonyms;
  const [country, ...more] = actor.countries;
  if (!actor.parent && actor.kind === 'agency' && country && more.length === 0)
    actor.parent = `gov-${country.toLowerCase()}`;
  return actor;
}

function index(actors: KnownActor[], get: Actors['get'], services: Services): Omit<Actors, 'get' | 'all'> {
  const names = new Map<string, KnownActor[]>();
  const acronyms = new Map<string, KnownActor[]>();
  const strict = new Map<string, { written: string; actor: KnownActor }[]>();
  const longestFrom = new Map(services.longestFrom);
  const lastWords = new Set(services.lastWords);
  const note = (folded: string): void => {
    noteLength(longestFrom, folded);
    lastWords.add(folded.slice(folded.lastIndexOf(' ') + 1));
  };
  for (const actor of actors) {
    for (const name of [actor.name, ...actor.aliases])
      for (const folded of lookUpForms(name)) {
        addTo(names, folded, actor);
        if (ACRONYM.test(name)) addTo(acronyms, folded, actor);
        note(folded);
      }
    for (const written of actor.strict) {
      const folded = fold(written.replace(/^the /, ''));
      addTo(strict, folded, { written, actor });
      note(folded);
    }
  }
  const body = (key: string | null): KnownActor | null => (key === null ? null : (get(key) ?? null));
  /** "MIR" is written so: "Mir" is a name like another. */
  const bearing = (folded: string, written?: string): readonly KnownActor[] => {
    const plain = names.get(folded) ?? NONE;
    const short = written === undefined || /^(?:the )?\P{Ll}+$/u.test(written) ? undefined : acronyms.get(folded);
    return short ? plain.filter((actor) => !short.includes(actor)) : plain;
  };
  return {
    named(folded, written) {
      const plain = bearing(folded, written);
      const more = (written === undefined ? undefined : strict.get(folded))
        ?.filter((name) => isWritten(name.written, written ?? ''))
        .map(({ actor }) => actor);
      if (more?.length) return [...more, ...plain.filter((actor) => !more.includes(actor))];
      if (plain.length > 0) return plain;
      const made = body(services.keyNamed(folded));
      return made ? [made] : NONE;
    },
    stateBody: (country, folded) => body(services.keyOf(country, folded)),
    longestFrom: (word) => longestFrom.get(word) ?? 0,
    mayEnd: (word) => lastWords.has(word),
    longest: Math.max(...longestFrom.values()),
  };
}

/** Short enough to be a word or a person's name when it is not written in capitals. */
const ACRONYM = /^\p{Lu}{2,3}$/u;

/** "the Tigers" is written "the Tigers" or "The Tigers"; "IS" is written "IS", with an article or without. */
function isWritten(strict: string, written: string): boolean {
  const text = written.replace(/^The /, 'the ');
  return text === strict || text === `the ${strict}`;
}
