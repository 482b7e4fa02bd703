/** Ties told by nouns and adjectives beside places and names: seats, mergers, loyalty, work in common. */

import { type Analysis, within } from '../analysis.js';
import { nextMarked } from '../doc.js';
import { clausesIn, endOf, isFact } from '../facts.js';
import { mark, mayBe } from '../forms.js';
import {
  ACTIVE,
  ADJECTIVES,
  ARISING,
  BEING,
  HOLDINGS,
  MERGERS,
  MERGING,
  SEATS,
  TOGETHER,
} from '../lexicon/relations.js';
import type { ActorEntity, ActorMention, PlaceEntity } from '../names/entities.js';
import { bareWords, headLemma, nounAt } from '../nouns.js';
import type { NounPhrase } from '../phrases.js';
import {
  doersOf,
  groupIn,
  groupOf,
  meantBy,
  namedActor,
  ownerOf,
  placesFrom,
  properName,
  subjectsOf,
  topicAt,
} from '../who.js';
import { type RelationBook, sinceIn } from './book.js';

const maySeat = mayBe(new Set([...SEATS, ...HOLDINGS]));

/** "an X headquarters near Y", "X camps have appeared in Y", "X uses the hospital as a base". */
export function seatRelations(a: Analysis, book: RelationBook): void {
  const { tokens } = a.doc;
  for (const np of a.phrases.nouns) {
    const { lemma, lower, form } = tokens[np.head]!;
    if (!maySeat(form)) continue;
    if (!SEATS.has(lemma) && !SEATS.has(lower) && !HOLDINGS.has(lemma)) continue;
    const { sentence } = tokens[np.head]!;
    used(a, book, np);
    const group = groupIn(a, np.first, np.last) ?? ownerOf(a, np, 'group') ?? groupBefore(a, np) ?? holderOfSeat(a, np);
    if (!group) continue;
    const type = HOLDINGS.has(tokens[np.head]!.lemma) ? 'operates-in' : 'based-in';
    if (/^(?:in|near|at|outside|around)$/.test(tokens[np.last]?.lower ?? '')) {
      const there = placesFrom(a, np.last + 1);
      for (const place of type === 'based-in' ? there.slice(0, 1) : there) book.add(group, type, place, sentence);
      continue;
    }
    const clause = clausesIn(a, sentence).find(({ subjects }) => subjects.some((n) => nounAt(a, n) === np));
    if (!clause || !isFact(a, clause) || !BEING.has(clause.verb.lemma)) continue;
    const where = clause.prepositional.find(({ preposition }) => /^(?:in|across|near)$/.test(preposition));
    if (where)
      for (const place of placesFrom(a, nounAt(a, where.noun).first))
        book.add(group, tokens[np.head]!.lower === 'headquarters' ? 'based-in' : 'operates-in', place, sentence);
  }
}

/** "X, a rebel group with bases in Y", "From strongholds in Y, X mounts": X. */
function holderOfSeat(a: Analysis, np: NounPhrase): ActorEntity | null {
  const { tokens } = a.doc;
  const before = tokens[np.first - 1]?.lower;
  if (before === 'with') {
    const with_ = a.phrases.nouns[a.phrases.nounAt[np.first - 2] ?? -1];
    return with_ ? apposedGroup(a, with_) : null;
  }
  if (before !== 'from') return null;
  const clause = clausesIn(a, tokens[np.head]!.sentence).find(({ verb }) => verb.first > np.first);
  return clause && isFact(a, clause) ? subjectGroup(a, clause.subjects) : null;
}

/** The group that the phrase names, or the one that it is an apposition to. */
function apposedGroup(a: Analysis, np: NounPhrase): ActorEntity | null {
  const before = a.doc.tokens[np.first - 1]?.text === ',' ? a.names.actorAt(np.first - 2)?.actor : null;
  return before?.kind === 'group' ? before : groupOf(a, np);
}

/** "New X training camps": the group a word or two before, where the tagger cut the phrase. */
function groupBefore(a: Analysis, np: NounPhrase): ActorEntity | null {
  const { sentence } = a.doc.tokens[np.first]!;
  for (let i = np.first - 1; i >= np.first - 2 && a.doc.tokens[i]?.sentence === sentence; i--) {
    const mention = a.names.actorAt(i);
    if (mention) return mention.actor.kind === 'group' ? mention.actor : null;
    if (a.doc.tokens[i]!.pos !== 'VBG') return null;
  }
  return null;
}

function used(a: Analysis, book: RelationBook, np: NounPhrase): void {
  const clause = a.clauses[a.clauseAt[np.head] ?? -1];
  if (clause?.verb.lemma !== 'use' || clause.verb.passive || !isFact(a, clause) || !clause.objects.length) return;
  if (!clause.prepositional.some(({ preposition, noun }) => preposition === 'as' && nounAt(a, noun) === np)) return;
  const object = nounAt(a, clause.objects[0]!);
  for (const subject of subjectsOf(a, clause)) {
    const group = groupOf(a, subject);
    if (group)
      book.add(group, 'based-in', a.names.placeAt(object.head)?.place ?? bareWords(a, object).text, clause.sentence);
  }
}

/** "It came into being when A, B and C merged under D": founded by each, led by D. */
export function mergerRelations(a: Analysis, book: RelationBook): void {
  for (const clause of a.clauses) {
    const joins =
      clause.verb.lemma === 'join' && clause.objects.some((n) => /^(?:hand|force)$/.test(headLemma(a, nounAt(a, n))));
    if (!(MERGING.has(clause.verb.lemma) || joins) || !isFact(a, clause)) continue;
    const { first, last } = a.doc.sentences[clause.sentence]!;
    const before = a.clauses[clause.parent];
    const start = before?.sentence === clause.sentence ? before.verb.last : first;
    const withThem = joins ? endOf(a, clause) : clause.verb.first; // "when X joined hands with Y and Z"
    const parts = groups(within(a.names.actorMentions, start, withThem));
    if (parts.length < (joins ? 1 : 2)) continue;
    const made =
      intoOne(a, clause.verb.last, last) ??
      (before && ARISING.has(before.verb.lemma) ? subjectGroup(a, before.subjects) : null);
    if (!made) continue;
    const since = sinceIn(a, first, last, true);
    for (const part of parts) if (part !== made) book.add(made, 'founded-by', part, clause.sentence, since);
    const under = clause.prepositional.find(({ preposition }) => preposition === 'under');
    const leader = under ? namedActor(a, nounAt(a, under.noun)) : null;
    if (leader?.kind === 'person') book.add(made, 'led-by', leader, clause.sentence);
  }
}

const MERGED = mark(({ lower }) => MERGERS.has(lower));
/** Tokens behind "a merger" in which those that merged are named. */
const MERGED_REACH = 22;
const BORN = new Set(
  'born formed created result product outcome grew emerged arose established founded forged was is'.split(' '),
);
const BEFORE_BORN = /^(?:through|by|from|out|of|in|the|an?|as)$/;

/** "It was born of a merger between A and B", "formed by the fusion of A with B". */
export function mergedRelations(a: Analysis, book: RelationBook): void {
  const { tokens, sentences } = a.doc;
  for (let i = nextMarked(a.doc, MERGED, 1); i + 3 < tokens.length; i = nextMarked(a.doc, MERGED, i + 1)) {
    if (!/^(?:of|between)$/.test(tokens[i + 1]!.lower)) continue;
    const { sentence } = tokens[i]!;
    const { first, last } = sentences[sentence]!;
    let before = i - 1;
    while (before > first && BEFORE_BORN.test(tokens[before]!.lower)) before--;
    const clause = a.clauses[a.clauseAt[i] ?? -1];
    if (!BORN.has(tokens[before]!.lower) || !clause || !isFact(a, clause)) continue;
    const parts = within(a.names.actorMentions, i, Math.min(last, i + MERGED_REACH))
      .map(({ actor }) => actor)
      .filter(({ kind }) => kind === 'group' || kind === 'organisation');
    const made =
      doersOf(a, clause)
        .map((np) => groupOf(a, np))
        .find((group) => group !== null) ?? groups(within(a.names.actorMentions, first, i)).at(-1);
    if (!made) continue;
    const since = sinceIn(a, first, last, true);
    for (const part of new Set(parts)) if (part !== made) book.add(made, 'founded-by', part, sentence, since);
  }
}

const groups = (mentions: ActorMention[]): ActorEntity[] => [
  ...new Set(mentions.map(({ actor }) => actor).filter(({ kind }) => kind === 'group')),
];

const subjectGroup = (a: Analysis, subjects: number[]): ActorEntity | null =>
  subjects.length ? groupOf(a, nounAt(a, subjects[0]!)) : null;

/** "merged into X", "merged to form X". */
function intoOne(a: Analysis, from: number, last: number): ActorEntity | null {
  for (let i = from; i < Math.min(last, from + 4); i++) {
    if (/^(?:into|as|form|create)$/.test(a.doc.tokens[i]!.lower)) return groupIn(a, i + 1, Math.min(last, i + 4));
  }
  return null;
}

const TYING = mark(({ lower }) => lower === 'together' || ACTIVE.has(lower) || ADJECTIVES.has(lower));

/** "X, a coalition loyal to Y", "fighters allied with Y", "X and Y increasingly work together". */
export function adjectiveRelations(a: Analysis, book: RelationBook): void {
  const { tokens } = a.doc;
  for (let i = nextMarked(a.doc, TYING, 1); i + 1 < tokens.length; i = nextMarked(a.doc, TYING, i + 1)) {
    const { lower, sentence } = tokens[i]!;
    if (lower === 'together' && TOGETHER.has(tokens[i - 1]!.lower)) together(a, book, i);
    if (ACTIVE.has(lower) && /^(?:in|across|throughout)$/.test(tokens[i + 1]!.lower)) activeIn(a, book, i);
    const type = ADJECTIVES.get(lower);
    if (!type || !/^(?:to|with|of)$/.test(tokens[i + 1]!.lower)) continue;
    const other = groupIn(a, i + 2, Math.min(tokens.length, i + 5));
    const holder = other && holderOf(a, i);
    if (holder && holder !== other) book.add(holder, type, other, sentence);
  }
}

/** "X, a rebel group active in Y", "X is an Islamist group active in Y". */
function activeIn(a: Analysis, book: RelationBook, i: number): void {
  const np = a.phrases.nouns[a.phrases.nounAt[i] ?? -1] ?? a.phrases.nouns[a.phrases.nounAt[i - 1] ?? -1];
  const clause = a.clauses[a.clauseAt[i] ?? -1];
  const said =
    clause?.verb.lemma === 'be' && isFact(a, clause) && np && clause.objects.some((n) => nounAt(a, n) === np);
  const group =
    (np && (namedActor(a, np)?.kind === 'group' || !said) ? holderOf(a, i) : null) ??
    (said ? subjectGroup(a, clause.subjects) : null);
  const type = /^(?:based|headquartered)$/.test(a.doc.tokens[i]!.lower) ? 'based-in' : 'operates-in';
  if (group) for (const place of placesFrom(a, i + 2)) book.add(group, type, place, a.doc.tokens[i]!.sentence);
}

/** The group that the adjective at token i is said of: the noun before it, or what that noun is an apposition to. */
function holderOf(a: Analysis, i: number): ActorEntity | null {
  const { tokens } = a.doc;
  const np = a.phrases.nouns[a.phrases.nounAt[i] ?? -1] ?? a.phrases.nouns[a.phrases.nounAt[i - 1] ?? -1];
  if (np) {
    const named = namedActor(a, np);
    if (named?.kind === 'group') return named;
    const before = tokens[np.first - 1]?.lower === ',' ? a.names.actorAt(np.first - 2) : null;
    if (before?.actor.kind === 'group') return before.actor;
  }
  const clause = a.clauses[a.clauseAt[i] ?? -1];
  return clause &&
    /^(?:be|remain|become|stay)$/.test(clause.verb.lemma) &&
    (clause.verb.last === i || (clause.verb.last === i - 1 && tokens[i - 1]!.pos === 'DT')) &&
    isFact(a, clause)
    ? subjectGroup(a, clause.subjects)
    : null;
}

function together(a: Analysis, book: RelationBook, i: number): void {
  const { tokens, sentences } = a.doc;
  const { sentence } = tokens[i]!;
  if (tokens.slice(Math.max(0, i - 3), i).some(({ lower }) => /^(?:not|never|could|may|might|would)$/.test(lower)))
    return;
  const parts = groups(within(a.names.actorMentions, sentences[sentence]!.first, i)).slice(0, 6);
  parts.forEach((one, k) => {
    for (const other of parts.slice(k + 1)) book.add(one, 'ally-of', other, sentence);
  });
}

/** "Most of X's recruits come from Y", "Its recruits are herders from Y". */
function recruitsFrom(a: Analysis, book: RelationBook): void {
  for (const clause of a.clauses) {
    if (
      !/^(?:come|hail|draw|be|arrive|stem|originate)$/.test(clause.verb.lemma) ||
      !clause.subjects.length ||
      !isFact(a, clause)
    )
      continue;
    const np = nounAt(a, clause.subjects[0]!);
    if (!/^(?:recruit|rank|fighter)$/.test(headLemma(a, np))) continue;
    const group = groupOf(a, np) ?? (np.first === np.head ? topicAt(a, np.first) : null);
    const from = clause.prepositional.find(({ preposition }) => preposition === 'from');
    if (!group || !from) continue;
    for (const place of placesFrom(a, nounAt(a, from.noun).first))
      book.add(group, 'recruits-in', place, clause.sentence);
  }
}

/** "goes on recruiting in X": where the verb is not the one of the clause. */
export function recruitRelations(a: Analysis, book: RelationBook): void {
  recruitsFrom(a, book);
  const { tokens, sentences } = a.doc;
  for (let i = 0; i + 2 < tokens.length; i++) {
    const { lemma, lower, sentence } = tokens[i]!;
    if (lemma !== 'recruit' && lower !== 'recruiting') continue;
    const places = recruitedIn(a, i + 1);
    if (!places.length) continue;
    const clause = a.clauses[a.clauseAt[i] ?? -1];
    if (clause && !isFact(a, clause)) continue;
    const own = groupIn(a, sentences[sentence]!.first, i);
    const group = own ?? (clause ? subjectGroup(a, clause.subjects) : null);
    if (group) for (const place of places) book.add(group, 'recruits-in', place, sentence);
  }
}

/** Tokens between "recruit" and the place: "recruits young men from X", "recruiting among fishermen in X". */
const RECRUITED = 7;

function recruitedIn(a: Analysis, from: number): PlaceEntity[] {
  const { tokens, sentences } = a.doc;
  const end = Math.min(sentences[tokens[from]!.sentence]!.last - 1, from + RECRUITED);
  for (let i = from; i < end; i++) {
    const { lower, pos, text } = tokens[i]!;
    if (/^(?:in|from|across|around|among|within)$/.test(lower)) {
      const places = placesFrom(a, i + 1);
      if (places.length) return places;
    } else if (pos.startsWith('VB') || pos === 'MD' || /^[,;]$/.test(text)) break;
  }
  return [];
}

/** "has been at its head since September 2014", "at the head of X". */
export function headRelations(a: Analysis, book: RelationBook): void {
  const { tokens, sentences } = a.doc;
  for (const np of a.phrases.nouns) {
    if (!/^(?:head|helm)$/.test(headLemma(a, np)) || tokens[np.first - 1]?.lower !== 'at') continue;
    const { sentence } = tokens[np.head]!;
    const { first, last } = sentences[sentence]!;
    const pronoun = tokens[np.first]!.pos === 'PRP$';
    const group = pronoun
      ? groupOfPronoun(a, np)
      : tokens[np.last]?.lower === 'of'
        ? groupIn(a, np.last, np.last + 4)
        : null;
    const subject = a.clauses[a.clauseAt[np.head] ?? -1]?.subjects[0];
    const person =
      within(a.names.actorMentions, first, np.first).find(({ actor }) => actor.kind === 'person')?.actor ??
      (subject === undefined ? null : properName(a, nounAt(a, subject)));
    if (group && person) book.add(group, 'led-by', person, sentence, sinceIn(a, np.last, last, false));
  }
}

function groupOfPronoun(a: Analysis, np: NounPhrase): ActorEntity | null {
  const group = meantBy(a, np.first, np.first + 1);
  return group?.kind === 'group' ? group : null;
}
