/** Whom "the group", "the militants", "it", "he", "the ministry" refer to: by kind, number, and how lately they were named. */
import { type Doc, nextMarked, type Token } from '../doc.js';
import { isOneOf, mark, perForm } from '../forms.js';
import type { ActorKind } from '../vocabulary.js';
import type { Book } from './book.js';
import type { ActorEntity, ActorMention } from './entities.js';
import { GROUP_REFERENCES, OFFICE_REFERENCES } from './lexicon/bodies.js';
import { ROLES } from './lexicon/people.js';

const HE = new Set(['he', 'him', 'his', 'she', 'her', 'himself', 'herself']);
const IT = new Set(['it', 'its', 'itself']);
const THEY = new Set(['they', 'them', 'their', 'themselves']);
const BODIES = new Set<ActorKind>(['group', 'agency', 'government', 'organisation']);
/** How many sentences back a pronoun and a definite noun reach. */
const PRONOUN_REACH = 3;
const NOUN_REACH = 14;

/** The actor that the noun phrase or pronoun [first, last) refers to, or null where it is unclear or names no one before. */
export function referentOf(book: Book, first: number, last: number): ActorEntity | null {
  const { tokens } = book.doc;
  const opening = tokens[first];
  if (!opening) return null;
  if (last - first === 1 && isPronoun(book.doc, first)) return pronounReferent(book, first, PRONOUN_REACH);
  if (!isPointing(opening.form)) return null;
  const head = headOf(tokens, first, last);
  const noun = tokens[head]!;
  if (GROUP_REFERENCES.has(noun.lower) && !otherwiseDescribed(tokens, first, head))
    return (
      apposed(book, first) ??
      antecedent(book, first, NOUN_REACH, (actor) => actor.kind === 'group' && isNamedBy(actor, noun.lower)) ??
      antecedent(book, first, NOUN_REACH, ({ kind }) => kind === 'group')
    );
  if (/^(?:branch|affiliate|wing|splinter|offshoot|arm|franchise)$/.test(noun.lower))
    return (
      apposed(book, first) ??
      (tokens[head + 1]?.lower === 'of' || otherwiseDescribed(tokens, first, head) || opening.lower !== 'the'
        ? null
        : antecedent(book, first, NOUN_REACH, ({ kind }) => kind === 'group'))
    );
  if (OFFICE_REFERENCES.has(noun.lower) && head - first <= 2)
    return antecedent(book, first, NOUN_REACH, (actor) => isBody(actor, noun.lower));
  if (ROLES.has(noun.lower))
    return antecedent(book, first, NOUN_REACH, ({ kind, roles }) => kind === 'person' && roles.includes(noun.lower));
  return null;
}

/** Lays the trail of those spoken of: names, and what refers to them, each found with the help of what stands before it. */
export function layTrail(book: Book): void {
  const { doc, actorMentions, trail, taken } = book;
  let m = 0;
  for (let i = nextMarked(doc, REFERRING, 0); i < doc.tokens.length; i = nextMarked(doc, REFERRING, i + 1)) {
    while (m < actorMentions.length && actorMentions[m]!.first <= i) trail.push(actorMentions[m++]!);
    if (taken[i]) continue;
    const { lower, form } = doc.tokens[i]!;
    let last = 0;
    if (isThirdPerson(form)) last = IT.has(lower) && isEmpty(doc.tokens, i) ? 0 : i + 1;
    else if (isPointing(form)) last = definiteEnd(doc, i);
    const actor = last ? referentOf(book, i, last) : null;
    if (actor) trail.push({ actor, first: i, last });
  }
  while (m < actorMentions.length) trail.push(actorMentions[m++]!);
}

/** "It is feared that", "it was the third attack": an "it" that stands for nobody; "it is a faction", "it is led by" does. */
function isEmpty(tokens: readonly Token[], i: number): boolean {
  if (!/^(?:is|was|'s|’s|will|may|could|had)$/.test(tokens[i + 1]?.lower ?? '')) return false;
  let j = i + 2;
  while (/^(?:n't|not|RB)$/.test(tokens[j]?.lower ?? '') || tokens[j]?.pos === 'RB') j++;
  const { lower = '', pos = '' } = tokens[j] ?? {};
  if (/^(?:an?|the)$/.test(lower))
    return /^(?:first|second|third|latest|work|time|day|attack|same|one)$/.test(tokens[j + 1]?.lower ?? '');
  return !(
    pos === 'VBN' &&
    /^(?:by|in|at|on|from)$/.test(tokens[j + 1]?.lower ?? '') &&
    !/^(?:feared|carried)$/.test(lower)
  );
}

/** A report is about one group where that is named this often, and so many times as often as any other or in the title too. */
const NAMED = 3;
const TIMES = 2;

/** The one group that the report is about; null where it is about none or several. */
export function topicOf(book: Book): ActorEntity | null {
  if (book.topic !== undefined) return book.topic;
  const count = new Map<ActorEntity, number>();
  for (const { actor } of book.actorMentions) if (actor.kind === 'group') count.set(actor, (count.get(actor) ?? 0) + 1);
  const [most, next] = [...count].sort((one, other) => other[1] - one[1]);
  const others = next?.[1] ?? 0;
  const titled = most && most[1] > others && book.doc.tokens[most[0].mentions[0]?.first ?? 0]?.sentence === 0;
  const clear = most && most[1] >= NAMED && (titled || most[1] >= TIMES * others);
  book.topic = clear ? most[0] : null;
  return book.topic;
}

/** The group of a report that names one only. */
export function onlyGroupOf({ actorMentions }: Book): ActorEntity | null {
  const groups = new Set(actorMentions.map(({ actor }) => actor).filter(({ kind }) => kind === 'group'));
  return groups.size === 1 ? [...groups][0]! : null;
}

const isPointing = isOneOf(new Set(['the', 'this', 'that', 'these', 'those']));
const mayReferBack = perForm(
  ({ lower }) => GROUP_REFERENCES.has(lower) || OFFICE_REFERENCES.has(lower) || ROLES.has(lower),
);
const isThirdPerson = perForm(({ lower }) => HE.has(lower) || IT.has(lower) || THEY.has(lower));
const REFERRING = mark((form) => isThirdPerson(form) || isPointing(form));
const IN_DEFINITE = new Set(['NN', 'NNS', 'NNP', 'JJ']);
const HEADS = new Set(['NN', 'NNS', 'NNP', 'CD', 'PRP']);

/** End of "the group", "the interior minister": a definite phrase of a few words whose head may refer back; 0 if none begins here. */
function definiteEnd({ tokens, sentences }: Doc, first: number): number {
  const end = Math.min(sentences[tokens[first]!.sentence]!.last, first + 5);
  let last = 0;
  for (let i = first + 1; i < end; i++) {
    const { form, pos } = tokens[i]!;
    if (!IN_DEFINITE.has(pos)) break;
    last = mayReferBack(form) ? i + 1 : 0;
  }
  return last;
}

/** Whom a pronoun means; the further back one looks, the less sure it is. */
export function pronounReferent(book: Book, token: number, reach: number): ActorEntity | null {
  const { lower } = book.doc.tokens[token]!;
  if (HE.has(lower)) return antecedent(book, token, reach, ({ kind, generic }) => kind === 'person' && !generic);
  if (IT.has(lower)) return itMeant(book, token, reach);
  return antecedent(book, token, reach, (actor) => actor.plural || actor.kind === 'group');
}

/** Whom "it" means: in a new paragraph sooner what the report is about than what the last one named. */
function itMeant(book: Book, token: number, reach: number): ActorEntity | null {
  const fits = (actor: ActorEntity): boolean => BODIES.has(actor.kind) && !actor.plural;
  const topic = topicOf(book);
  const { sentences, tokens } = book.doc;
  const here = tokens[token]!.sentence;
  const { paragraph } = sentences[here]!;
  let within = 0;
  while (within < reach && sentences[here - within - 1]?.paragraph === paragraph) within++;
  const near = topic && topic.mentions[0]!.first < token ? nearest(book, token, within, fits) : null;
  // A sentence before that names another in passing was not about it.
  if (near && topic && near.actor !== topic) {
    const told = sentences[tokens[near.first]!.sentence]!;
    if (tokens[near.first]!.sentence !== here && near.first > told.first + 2) return topic;
  }
  if (near) return near.actor;
  return topic && topic.mentions[0]!.first < token ? topic : antecedent(book, token, reach, fits);
}

/** The last noun before the first preposition or relative word. */
export function headOf(tokens: readonly Token[], first: number, last: number): number {
  let head = -1;
  for (let i = first; i < last; i++) {
    const { pos, lower } = tokens[i]!;
    if (i > first && (pos === 'IN' || pos === 'TO' || pos === 'WP' || pos === 'WDT' || lower === ',' || pos === 'WRB'))
      break;
    if (HEADS.has(pos)) head = i;
  }
  return head < 0 ? last - 1 : head;
}

/** "other groups", "the rival group", "the Kurdish rebels" are not the group spoken of. */
function otherwiseDescribed(tokens: readonly Token[], first: number, head: number): boolean {
  for (let i = first + 1; i < head; i++)
    if (
      /^(?:other|rival|another|new|different|first|second|two|three|four)$/.test(tokens[i]!.lower) ||
      (tokens[i]!.pos === 'NNP' && !CREEDS.has(tokens[i]!.lower))
    )
      return true;
  return false;
}

/** "the Islamic extremist rebels", "the Sunni group": no name, though it has a capital. */
const CREEDS = new Set([
  'islamic',
  'islamist',
  'muslim',
  'sunni',
  'shiite',
  'shia',
  'marxist',
  'maoist',
  'leninist',
  'salafist',
  'christian',
]);

/** "ISIS-K, the Afghan branch of Islamic State": the name before the comma. */
function apposed(book: Book, first: number): ActorEntity | null {
  if (book.doc.tokens[first - 1]?.text !== ',') return null;
  const mention = lastBefore(book.actorMentions, first - 1);
  return mention && mention.last === first - 1 && BODIES.has(mention.actor.kind) ? mention.actor : null;
}

/** "the network" is rather the Haqqani Network than another group. */
const isNamedBy = ({ name, aliases }: ActorEntity, noun: string): boolean =>
  NAMING.has(noun) && [name, ...aliases].some((words) => words.toLowerCase().split(' ').includes(noun));
const NAMING = new Set(['network', 'movement', 'militia', 'faction', 'cult']);

const isBody = ({ kind, name, aliases, generic }: ActorEntity, noun: string): boolean =>
  BODIES.has(kind) &&
  kind !== 'group' &&
  !generic &&
  [name, ...aliases].some((words) => words.toLowerCase().includes(noun));

/**
 * The likeliest antecedent before a token: in the nearest sentence that has one, the one named first, for it is mostly
 * what the sentence is about.
 */
const antecedent = (
  book: Book,
  before: number,
  reach: number,
  fits: (actor: ActorEntity) => boolean,
): ActorEntity | null => nearest(book, before, reach, fits)?.actor ?? null;

function nearest(
  book: Book,
  before: number,
  reach: number,
  fits: (actor: ActorEntity) => boolean,
): ActorMention | null {
  const { trail, doc } = book;
  const here = doc.tokens[before]!.sentence;
  let found: ActorMention | null = null;
  for (let m = indexBefore(trail, before); m >= 0; m--) {
    const mention = trail[m]!;
    const { sentence } = doc.tokens[mention.first]!;
    if (found && sentence !== doc.tokens[found.first]!.sentence) break;
    if (here - sentence > reach) break;
    // What the report is about goes before what else the sentence names.
    // "X's affiliate, Y, said it": Y
    const isOwner = found !== null && doc.tokens[mention.last]?.pos === 'POS' && isPart(doc.tokens, mention.last + 1);
    if (fits(mention.actor) && !isOwner && (found === null || found.actor !== topicOf(book))) found = mention;
  }
  return found;
}

const PARTS = new Set([
  'affiliate',
  'branch',
  'offshoot',
  'wing',
  'arm',
  'franchise',
  'faction',
  'ally',
  'rival',
  'splinter',
]);

/** Is "regional affiliate" what stands here? */
const isPart = (tokens: readonly Token[], i: number): boolean =>
  [tokens[i], tokens[i + 1], tokens[i + 2]].some((token) => token !== undefined && PARTS.has(token.lower));

/** Index of the last mention that begins before a token; -1 if none. */
function indexBefore(mentions: readonly ActorMention[], token: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.first < token) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

const lastBefore = (mentions: readonly ActorMention[], token: number): ActorMention | null =>
  mentions[indexBefore(mentions, token)] ?? null;

/** Is the token a pronoun of the third person? */
export const isPronoun = (doc: Doc, i: number): boolean => {
  const token = doc.tokens[i];
  return token !== undefined && isThirdPerson(token.form);
};
