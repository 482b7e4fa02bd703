/** The book of one report: which tokens belong to names, and the actors and places found so far. */
import { type Catalogue, fold, type KnownActor } from '../../catalogue/catalogue.js';
import { type Doc, textOf } from '../doc.js';
import type { ActorKind } from '../vocabulary.js';
import type { ActorEntity, ActorMention, PlaceMention, TokenSpan } from './entities.js';

export interface Book {
  doc: Doc;
  catalogue: Catalogue;
  /** 1 where a token is part of a name already found: no later stage looks at it again. */
  taken: Uint8Array;
  actorMentions: ActorMention[];
  /** The same with pronouns and definite phrases that refer to actors, in order: what later ones may refer back to. */
  trail: ActorMention[];
  /** The one group that the report is about, once that was asked; null where it is about none or several. */
  topic?: ActorEntity | null;
  /** Mentions of actors by their first token. */
  actorsFrom: Map<number, ActorMention>;
  /** Phrases that were found to mean an actor only when a statement asked, by their first token. */
  remembered: Map<number, ActorEntity>;
  /** Tokens behind persons' names. */
  personEnds: Set<number>;
  placeMentions: PlaceMention[];
  /** Actors by key, and by folded name where they have none. */
  byKey: Map<string, ActorEntity>;
  byName: Map<string, ActorEntity>;
}

export function openBook(doc: Doc, catalogue: Catalogue): Book {
  return {
    doc,
    catalogue,
    taken: new Uint8Array(doc.tokens.length),
    actorMentions: [],
    trail: [],
    actorsFrom: new Map(),
    remembered: new Map(),
    personEnds: new Set(),
    placeMentions: [],
    byKey: new Map(),
    byName: new Map(),
  };
}

/** Is any of the tokens [first, last) part of a name already? */
export function isTaken(book: Book, first: number, last: number): boolean {
  for (let i = first; i < last; i++) if (book.taken[i]) return true;
  return false;
}

export function newActor(name: string, kind: ActorKind, key: string | null = null): ActorEntity {
  return {
    id: '',
    kind,
    key,
    name,
    aliases: new Set(),
    mentions: [],
    of: null,
    roles: [],
    plural: false,
    generic: false,
    country: null,
  };
}

/** The entity of a catalogue's actor in this report. */
export function knownEntity(book: Book, known: KnownActor): ActorEntity {
  let actor = book.byKey.get(known.key);
  if (!actor) {
    actor = newActor(known.name, known.kind, known.key);
    actor.country = known.countries.length === 1 ? (known.countries[0] ?? null) : null;
    book.byKey.set(known.key, actor);
  }
  return actor;
}

/** The entity of this name in this report, made where it is new. */
export function namedEntity(book: Book, name: string, kind: ActorKind): ActorEntity {
  const folded = fold(name);
  let actor = book.byName.get(folded);
  if (!actor) {
    actor = newActor(name, kind);
    book.byName.set(folded, actor);
  }
  return actor;
}

/** Records that the tokens [first, last) name an actor. */
export function mentionActor(book: Book, actor: ActorEntity, { first, last }: TokenSpan): void {
  actor.mentions.push({ first, last });
  const words = textOf(book.doc, first, last);
  if (words !== actor.name) actor.aliases.add(words);
  const mention = { actor, first, last };
  book.actorMentions.push(mention);
  book.actorsFrom.set(first, mention);
  book.taken.fill(1, first, last);
}
