import { ACTOR_KINDS, type ActorKind } from '../reading/vocabulary.js';
import type { Countries, Country } from './countries.js';
import { fold } from './fold.js';
import { addTo, lookUpForms, noteLength } from './names.js';
import type { KnownActor } from './schema.js';
import { list, readTable } from './table.js';

export interface ActorNames {
  byKey: Map<string, KnownActor>;
  named(folded: string, written?: string): readonly KnownActor[];
  /** Governments by the folded names of places that may stand for them. */
  metonyms: Map<string, KnownActor>;
  longestFrom: Map<string, number>;
}

const NONE: readonly KnownActor[] = [];
const COLUMNS = ['key', 'name', 'aliases', 'strict', 'parent', 'countries'] as const;

/** Reads groups.tsv and agencies.tsv, and makes a government for every country. Throws on a key that stands twice. */
export function loadActors(countries: Countries): ActorNames {
  const byKey = new Map<string, KnownActor>(
    countries.all.map((country) => [governmentKey(country.code), government(country)]),
  );
  for (const row of readTable(new URL('groups.tsv', import.meta.url), [...COLUMNS, 'lists']))
    put(byKey, { ...actorOf(row), kind: 'group', lists: list(row.lists) });
  for (const row of readTable(new URL('agencies.tsv', import.meta.url), ['kind', ...COLUMNS])) {
    const known = byKey.get(row.key);
    if (row.kind === 'government' && known) known.aliases.push(...list(row.aliases));
    else put(byKey, agencyOf(row));
  }
  return index(byKey, countries);
}

type ActorRow = Record<(typeof COLUMNS)[number], string>;

function actorOf(row: ActorRow): Omit<KnownActor, 'kind' | 'lists'> {
  return {
    key: row.key,
    name: row.name,
    aliases: list(row.aliases),
    strict: list(row.strict),
    metonyms: [],
    parent: row.parent || null,
    countries: list(row.countries),
  };
}

/** An agency of one country belongs to its government unless the table says to what else. */
function agencyOf(row: ActorRow & { kind: string; line: number }): KnownActor {
  const kind = row.kind as ActorKind;
  if (!ACTOR_KINDS.includes(kind))
    throw new Error(`agencies.tsv:${row.line}: no kind of actor is called "${row.kind}"`);
  const actor = actorOf(row);
  const [country, ...more] = actor.countries;
  const parent = actor.parent ?? (kind === 'agency' && country && more.length === 0 ? governmentKey(country) : null);
  return { ...actor, kind, parent, lists: [] };
}

function put(byKey: Map<string, KnownActor>, actor: KnownActor): void {
  if (byKey.has(actor.key)) throw new Error(`the catalogue has two actors with the key ${actor.key}`);
  byKey.set(actor.key, actor);
}

function governmentKey(country: string): string {
  return `gov-${country.toLowerCase()}`;
}

function government({ code, name, aliases, demonyms, capitals }: Country): KnownActor {
  const names = [name, ...aliases];
  return {
    key: governmentKey(code),
    kind: 'government',
    name: `Government of ${name}`,
    aliases: [
      ...aliases.map((alias) => `Government of ${alias}`),
      ...demonyms.flatMap((demonym) => [`${demonym} government`, `${demonym} authorities`]),
    ],
    strict: [],
    metonyms: [...names, ...capitals],
    parent: null,
    countries: [code],
    lists: [],
  };
}

function index(byKey: Map<string, KnownActor>, countries: Countries): ActorNames {
  const names = new Map<string, KnownActor[]>();
  const strict = new Map<string, { written: string; actor: KnownActor }[]>();
  const metonyms = new Map<string, KnownActor>();
  const longestFrom = new Map<string, number>();
  for (const actor of byKey.values()) {
    for (const folded of [actor.name, ...actor.aliases].flatMap(lookUpForms)) {
      addTo(names, folded, actor);
      noteLength(longestFrom, folded);
    }
    for (const name of actor.strict) {
      const folded = fold(name.replace(/^the /, ''));
      addTo(strict, folded, { written: name, actor });
      noteLength(longestFrom, folded);
    }
  }
  for (const { code } of countries.all) {
    const actor = byKey.get(governmentKey(code));
    for (const folded of actor?.metonyms.flatMap(lookUpForms) ?? [])
      if (actor && !metonyms.has(folded)) metonyms.set(folded, actor);
  }
  const named = (folded: string, written?: string): readonly KnownActor[] => {
    const plain = names.get(folded) ?? NONE;
    const candidates = written === undefined ? undefined : strict.get(folded);
    if (!written || !candidates) return plain;
    const more = candidates.filter((candidate) => isWritten(candidate.written, written)).map(({ actor }) => actor);
    return [...more.filter((actor) => !plain.includes(actor)), ...plain];
  };
  return { byKey, named, metonyms, longestFrom };
}

/** "the Tigers" is written "the Tigers" or "The Tigers"; "IS" is written "IS", with an article or without. */
function isWritten(strict: string, written: string): boolean {
  const text = written.replace(/^The /, 'the ');
  return text === strict || text === `the ${strict}`;
}
