/** The names of a report: who and where, each with all mentions, and look-ups by token. Linear in the length of the text. */
import { type Catalogue, fold } from '../../catalogue/catalogue.js';
import { type Doc, spanOf, textOf } from '../doc.js';
import { asNoun } from '../forms.js';
import type { Actor, Place } from '../schema.js';
import type { ActorKind } from '../vocabulary.js';
import { findBodies } from './bodies.js';
import { type Book, knownEntity, namedEntity, openBook } from './book.js';
import { findCapitalReferences } from './capital-references.js';
import type { ActorEntity, ActorMention, PlaceEntity, PlaceMention, TokenSpan } from './entities.js';
import { findKnownActors } from './known-actors.js';
import { COMMON_ACTORS } from './lexicon/bodies.js';
import { ROLES } from './lexicon/people.js';
import { findMetonyms } from './metonyms.js';
import { findOffices } from './offices.js';
import { bindAffiliations, bindOwners, findPersons } from './persons.js';
import { findPlaces } from './places.js';
import { headOf, isPronoun, layTrail, onlyGroupOf, pronounReferent, referentOf, topicOf } from './references.js';
import { resolvePlaces } from './resolve-places.js';

/** How many sentences back a pronoun reaches where a statement must have an actor. */
const LAST_RESORT = 10;

export interface Names {
  /** Mentions by name in order; metonyms ("Moscow said") are mentions of the government and of the place. */
  actorMentions: readonly ActorMention[];
  placeMentions: readonly PlaceMention[];
  /** The named actor, or the place, whose mention covers a token. */
  actorAt(token: number): ActorMention | null;
  placeAt(token: number): PlaceMention | null;
  /** The entity with this id. Throws where there is none. */
  actor(id: string): ActorEntity;
  place(id: string): PlaceEntity;
  /** The actor that a noun phrase or pronoun stands for: named in it, referred to by it, or made for it on demand. */
  actorFor(first: number, last: number): ActorEntity;
  /** The actor that a pronoun or definite phrase ("it", "the group") refers back to; null where it is unclear. */
  referent(first: number, last: number): ActorEntity | null;
  /** The one group that the report is about; null where it is about none or several. */
  topic: ActorEntity | null;
  /** The state that a word names before its last hyphen: "Iranian-backed". */
  stateIn(token: number): ActorEntity | null;
  /** The group of a report that names one only. */
  onlyGroup: ActorEntity | null;
  /** ISO 3166-1 alpha-2 of the country that the report is most about; null where it names none. */
  country: string | null;
  /** The contract's lists. Actors that no statement uses are left out unless they are named groups, offices or bodies. */
  actors(used: ReadonlySet<string>): Actor[];
  places(): Place[];
}

export function findNames(doc: Doc, catalogue: Catalogue): Names {
  const book = openBook(doc, catalogue);
  findKnownActors(book);
  findOffices(book);
  findBodies(book);
  findPersons(book);
  const found = findPlaces(book);
  const country = resolvePlaces(book, found);
  findCapitalReferences(book, country);
  findMetonyms(book);
  bindAffiliations(book);
  layTrail(book);
  bindOwners(book);
  return namesOf(book, country);
}

function namesOf(book: Book, country: string | null): Names {
  const { doc, catalogue, actorMentions, placeMentions } = book;
  const actorIndex = cover(doc, actorMentions);
  const placeIndex = cover(doc, placeMentions);
  const actors: ActorEntity[] = [];
  const places: PlaceEntity[] = [];
  const number = (actor: ActorEntity): ActorEntity => {
    if (actor.id === '') actor.id = `a${actors.push(actor)}`;
    return actor;
  };
  for (const { actor } of actorMentions) number(actor);
  for (const { place } of placeMentions) if (place.id === '') place.id = `p${places.push(place)}`;

  const actorAt = (token: number): ActorMention | null => {
    const m = actorIndex[token];
    return m ? actorMentions[m - 1]! : null;
  };
  const placeAt = (token: number): PlaceMention | null => {
    const m = placeIndex[token];
    return m ? placeMentions[m - 1]! : null;
  };
  const referent = (first: number, last: number): ActorEntity | null => referentOf(book, first, last);

  function actorFor(first: number, last: number): ActorEntity {
    let end = last;
    while (end - 1 > first && doc.tokens[end - 1]!.pos === 'POS') end--;
    const head = headOf(doc.tokens, first, end);
    const named = actorAt(head) ?? (actorAt(end - 1)?.first === head + 1 ? actorAt(end - 1) : null);
    if (named) return named.actor;
    const apposed = apposedPerson(book, head, end);
    if (apposed) return remember(book, apposed, { first, last: end });
    const place = placeAt(head);
    const government = place && catalogueGovernment(book, place);
    if (government) return remember(book, number(government), place);
    const referred =
      referent(first, end) ??
      (isPronoun(doc, first) && end - first === 1 ? pronounReferent(book, first, LAST_RESORT) : null);
    if (referred) return remember(book, referred, { first, last: end });
    return number(describe(book, first, end, head, country));
  }

  function stateIn(token: number): ActorEntity | null {
    const { lower } = doc.tokens[token]!;
    const word = fold(lower.slice(0, Math.max(0, lower.lastIndexOf('-'))));
    const nation = catalogue.demonym(word);
    const known = nation ? catalogue.government(nation) : catalogue.governmentMeant(word);
    if (!known) return null;
    const state = number(knownEntity(book, known));
    if (!state.mentions.length) state.mentions.push({ first: token, last: token + 1 });
    return state;
  }

  return {
    actorMentions,
    placeMentions,
    actorAt,
    placeAt,
    actorFor,
    referent,
    topic: topicOf(book),
    stateIn,
    onlyGroup: onlyGroupOf(book),
    country,
    actor: (id) => byId(actors, id),
    place: (id) => byId(places, id),
    actors: (used) => actors.filter((actor) => used.has(actor.id) || isKept(actor)).map((actor) => actorOf(doc, actor)),
    places: () => places.map((place) => placeOf(doc, place)),
  };
}

/** For each token 1 + the index of the mention that covers it, or 0. */
function cover(doc: Doc, mentions: readonly TokenSpan[]): Int32Array {
  const index = new Int32Array(doc.tokens.length);
  mentions.forEach(({ first, last }, m) => {
    index.fill(m + 1, first, last);
  });
  return index;
}

function byId<T extends { id: string }>(list: readonly T[], id: string): T {
  const found = list[Number(id.slice(1)) - 1];
  if (!found || found.id !== id) throw new RangeError(`this report has no actor or place with the id ${id}`);
  return found;
}

function catalogueGovernment(book: Book, { first, last }: TokenSpan): ActorEntity | null {
  const known = book.catalogue.governmentMeant(fold(textOf(book.doc, first, last)));
  return known ? knownEntity(book, known) : null;
}

/** Adds a mention, once. */
function remember(book: Book, actor: ActorEntity, { first, last }: TokenSpan): ActorEntity {
  const { doc } = book;
  if (book.remembered.get(first) === actor || book.actorsFrom.get(first)?.actor === actor) return actor;
  book.remembered.set(first, actor);
  actor.mentions.push({ first, last });
  if (!/^(?:he|she|it|they|him|her|them|his|its|their)$/.test(doc.tokens[first]!.lower))
    actor.aliases.add(textOf(doc, first, last));
  return actor;
}

/** "its spokesman, Peter Afunanya", "Australia's foreign minister, Marise Payne": the person named right behind the office. */
function apposedPerson({ doc, actorsFrom }: Book, head: number, end: number): ActorEntity | null {
  if (!ROLES.has(doc.tokens[head]!.lower) || doc.tokens[end]?.text !== ',') return null;
  const person = actorsFrom.get(end + 1)?.actor;
  return person?.kind === 'person' ? person : null;
}

/** What a state's forces do, named by its nation. */
const STRIKES: ReadonlySet<string> = new Set(['strike', 'airstrike', 'raid', 'drone']);

/** Made on demand: an actor of whom the text has no name, only words ("police in Halle", "a health official"). */
function describe(book: Book, first: number, last: number, head: number, country: string | null): ActorEntity {
  const { doc, catalogue } = book;
  const { tokens } = doc;
  let start = first;
  while (
    start < head &&
    /^(?:DT|PRP\$|SYM)$/.test(tokens[start]!.pos) &&
    !/^(?:its|their|his|her|our|my)$/.test(tokens[start]!.lower)
  )
    start++;
  const noun = tokens[head]!;
  if (noun.lower === 'government' && start === head && country)
    return remember(book, knownEntity(book, catalogue.government(country)), { first: start, last });
  // "American strikes", "a French raid", "a U.S. drone strike": the state's; "a Tunisian" is none; "accuses the U.S." is one
  const alone = start + 1 === last && noun.capital;
  const folded = fold(tokens[start]!.text);
  const attributive = alone ? tokens[last]?.pos.startsWith('NN') : STRIKES.has(noun.lemma) && tokens[start]!.capital;
  const nation = attributive ? catalogue.demonym(folded) : null;
  const state = nation ? catalogue.government(nation) : attributive || alone ? catalogue.governmentMeant(folded) : null;
  if (state) return remember(book, knownEntity(book, state), { first: start, last });
  const name = textOf(doc, start, last);
  const pos = noun.pos.startsWith('NN') || !/[^s]s$/.test(noun.lower) ? noun.pos : 'NNS';
  const named = noun.pos === 'NNP' && noun.capital && tokens[start - 1]?.lower === 'the' && !ROLES.has(noun.lower);
  const actor = namedEntity(
    book,
    name,
    named && !COMMON_ACTORS.has(noun.lower)
      ? bodyNamed(noun.lower)
      : kindOf(noun.lower, noun.pos === 'NNP' ? asNoun(noun.form) : noun.lemma, pos),
  );
  actor.generic = true;
  actor.plural = pos === 'NNS' || noun.lower === 'police';
  if (ROLES.has(noun.lower)) actor.roles.push(noun.lower);
  if (/^(?:its|their)$/.test(tokens[start]!.lower)) actor.of ??= referentOf(book, start, start + 1);
  for (let i = start; i < last && !actor.of; i++) {
    const mention = book.actorsFrom.get(i);
    if (mention && mention.actor !== actor) actor.of = mention.actor;
  }
  return remember(book, actor, { first: start, last });
}

/** "the Sons of Thunder", "the Inquirer": no person's name has an article. */
const bodyNamed = (lower: string): ActorKind => (/[^s]s$/.test(lower) ? 'group' : 'organisation');

function kindOf(lower: string, lemma: string, pos: string): ActorKind {
  const kind = COMMON_ACTORS.get(lower) ?? COMMON_ACTORS.get(lemma);
  if (lemma === 'official' || lemma === 'soldier' || lemma === 'officer') return pos === 'NNS' ? kind! : 'person';
  if (kind)
    return kind === 'population' && pos === 'NN' && lower !== 'public' && lower !== 'community' ? 'person' : kind;
  return ROLES.has(lower) || pos !== 'NNS' ? 'person' : 'population';
}

const isKept = ({ kind, generic }: ActorEntity): boolean => !generic && kind !== 'person' && kind !== 'population';

function actorOf(doc: Doc, actor: ActorEntity): Actor {
  const { id, kind, key, name } = actor;
  const aliases = [...actor.aliases].filter((alias) => alias !== name);
  const mentions = actor.mentions.map(({ first, last }) => spanOf(doc, first, last)).sort((a, b) => a[0] - b[0]);
  return { id, kind, key, name, aliases, mentions };
}

function placeOf(doc: Doc, place: PlaceEntity): Place {
  const { id, key, name, precision, country, lat, lon } = place;
  return {
    id,
    key,
    name,
    precision,
    country,
    lat,
    lon,
    mentions: place.mentions.map(({ first, last }) => spanOf(doc, first, last)),
  };
}
