/**
 * Groups, offices and organisations that the catalogue lacks, by the words in their names ("Giza Popular Resistance",
 * "Commission on Human Rights"), by a noun before them ("the group Helpers of …") and by an acronym in brackets after them.
 */
import { fold } from '../../catalogue/catalogue.js';
import { nextMarked, type Token, textOf } from '../doc.js';
import { CAPITALISED } from '../forms.js';
import type { ActorKind } from '../vocabulary.js';
import { armedBehind, bindCalled, bindNounBehind, namesBand } from './armed.js';
import { type Book, mentionActor, namedEntity } from './book.js';
import { isNameLike, isTitleCase, LONGEST_NAME, runEnd } from './capitals.js';
import type { ActorEntity, ActorMention } from './entities.js';
import {
  BAND_HEADS,
  BANDS_AFTER,
  BODY_HEADS,
  GROUP_NAME_WORDS,
  GROUP_NOUNS_BEFORE,
  OFFICE_NOUNS,
  OWNERS_IN_NAMES,
  WEAK_GROUP_WORDS,
} from './lexicon/bodies.js';
import { TITLE_WORDS } from './lexicon/people.js';
import { findByAcronym, findUnlisted } from './unlisted.js';

const JOINS = new Set(['of', 'for', 'on', 'the']);
const NAME_JOINS = new Set(['de', 'del', 'la', 'al', 'el', 'wal', 'wa', 'fi', 'of', 'for', 'e', 'y']);

export function findBodies(book: Book): void {
  const { doc, taken } = book;
  findByAcronym(book);
  for (let i = nextMarked(doc, CAPITALISED, 0); i < doc.tokens.length; i = nextMarked(doc, CAPITALISED, i + 1)) {
    if (taken[i] || !isNameLike(doc, i)) continue;
    if (COUNTED.has(doc.tokens[i]!.lower) && doc.tokens[i + 1]?.lower === 'of') continue; // "Dozens of X militants"
    const last = bodyEnd(book, i);
    const kind = last > i && !isPlaceOrLabel(book, i, last) ? kindOf(book, i, last) : null;
    if (!kind) {
      i = Math.max(i, runEnd(doc, i, taken) - 1);
      continue;
    }
    const end = kind === 'group' && namesBand(book, i, last) ? last + 1 : last; // "the Maguid faction"
    const actor = boundByAcronym(book, last) ?? namedEntity(book, textOf(doc, i, end), kind);
    mentionActor(book, actor, { first: i, last: end });
    if (end > last) actor.aliases.add(textOf(doc, i, last));
    else if (kind === 'group') bindNounBehind(book, actor, last);
    i = end - 1;
  }
  bindAcronyms(book);
  findAgain(book);
  if (findUnlisted(book)) findAgain(book);
  bindCalled(book);
}

/** What opens a sentence before "of" and a name, and is no part of the name. */
const COUNTED = new Set(
  'dozens scores hundreds thousands members fighters militants rebels gunmen elements remnants leaders commanders most several none survivors relatives victims officials leader head founder'.split(
    ' ',
  ),
);

/** "West Bank" is a place; "Foreign Terrorist Organization" is what the law calls a group. */
function isPlaceOrLabel({ doc, catalogue }: Book, first: number, last: number): boolean {
  const folded = fold(textOf(doc, first, last));
  return /terrorist organi[sz]ation|global terrorist/.test(folded) || catalogue.placesNamed(folded).length > 0;
}

/** End of a name that may hold "of", "for", "on": only after a word that such a name begins with. */
function bodyEnd({ doc, taken }: Book, first: number): number {
  let last = runEnd(doc, first, taken, NAME_JOINS);
  const sentenceEnd = doc.sentences[doc.tokens[first]!.sentence]!.last;
  const longest = first + LONGEST_NAME;
  // "the Harwan People's Defence Front"
  if (
    last + 1 < sentenceEnd &&
    doc.tokens[last]!.pos === 'POS' &&
    OWNERS_IN_NAMES.has(doc.tokens[last - 1]!.lower) &&
    !taken[last + 1] &&
    isNameLike(doc, last + 1)
  )
    last = runEnd(doc, last + 1, taken, NAME_JOINS);
  while (
    last < longest &&
    last < sentenceEnd &&
    JOINS.has(doc.tokens[last]!.lower) &&
    isHead(doc.tokens[last - 1]!.lower)
  ) {
    let next = last + 1;
    if (next < sentenceEnd && doc.tokens[next]!.lower === 'the') next++;
    if (next >= sentenceEnd || taken[next] || !isNameLike(doc, next)) break;
    const support = doc.tokens[last]!.lower === 'for';
    last = runEnd(doc, next, taken, NAME_JOINS);
    // "Group for the Support of Islam and Muslims"
    if (
      support &&
      doc.tokens[last]?.lower === 'and' &&
      last + 1 < sentenceEnd &&
      isNameLike(doc, last + 1) &&
      !taken[last + 1]
    )
      last = runEnd(doc, last + 1, taken, NAME_JOINS);
  }
  return last;
}

const isHead = (word: string): boolean =>
  GROUP_NAME_WORDS.has(word) ||
  WEAK_GROUP_WORDS.has(word) ||
  BODY_HEADS.has(word) ||
  BAND_HEADS.has(word) ||
  /^(?:army|group|followers|party|state|islamic)$/.test(word);

function kindOf(book: Book, first: number, last: number): ActorKind | null {
  const { doc } = book;
  const { tokens } = doc;
  const titled = isTitleCase(doc, tokens[first]!.sentence);
  // "The group calling itself X", "rebels of the X": a noun before decides, unless the run is a person's title.
  const before = nounBefore(doc.tokens, first);
  if (isProvinceOfGroup(book, first, last)) return 'group';
  if (armedBehind(book, first, last)) return 'group';
  if (tokens[first]!.lower === 'abu' && last - first === 2 && !before) return null; // "Abu Jihad"
  const words: string[] = [];
  for (let i = first; i < last; i++) words.push(...tokens[i]!.lower.split(/[-'‑]/));
  const martial = words.some((word) => GROUP_NAME_WORDS.has(word));
  if (last - first === 1) {
    const [word] = words;
    if (words.length > 2 && martial && GROUP_NAME_WORDS.has(word!)) return 'group'; // "Lashkar-e-Qahar"
    if (before && OFFICE_NOUNS.get(before.lower) === 'agency' && ACRONYM.test(tokens[first]!.text)) return 'agency';
    if (before && GROUP_NOUNS_BEFORE.has(before.lower) && !TITLE_WORDS.has(word!)) return 'group';
    return null;
  }
  if (hasInitials(tokens, first, last))
    return !martial && words.some((word) => BODY_HEADS.has(word)) && !before
      ? BODY_HEADS.get(words.find((word) => BODY_HEADS.has(word))!)!
      : 'group';
  const head = headWord(tokens, first, last);
  if (BAND_HEADS.has(head) && !titled && tokens[last - 1]!.lower !== head) return 'group';
  if (BODY_HEADS.has(head) && !WEAK_GROUP_WORDS.has(head))
    return TITLE_WORDS.has(tokens[first]!.lower) && last - first === 2 ? null : BODY_HEADS.get(head)!;
  if (martial) return titled && !tokens.slice(first, last).some((t) => /['-]/.test(t.text)) ? null : 'group';
  if (words.some((word) => CORPS.has(word))) return 'agency';
  if (WEAK_GROUP_WORDS.has(head))
    return tokens[first]!.lower === 'army' || head !== 'army' || last - first > 2 ? 'group' : 'agency';
  if (before && GROUP_NOUNS_BEFORE.has(before.lower)) return 'group';
  return null;
}

/** Words by which a battalion is an army's. */
const CORPS = new Set(
  'infantry cavalry airborne armoured armored mountain marine artillery engineer mechanised mechanized parachute'.split(
    ' ',
  ),
);

/** "Islamic State's Najd Province": what a group calls a branch of its own. */
function isProvinceOfGroup({ doc, actorsFrom, taken }: Book, first: number, last: number): boolean {
  if (
    !/^(?:province|wilaya|wilayat|vilayet)$/.test(doc.tokens[last - 1]!.lower) ||
    doc.tokens[first - 1]?.pos !== 'POS'
  )
    return false;
  let i = first - 2;
  while (i > 0 && i > first - 8 && taken[i] && !actorsFrom.has(i)) i--;
  return actorsFrom.get(i)?.actor.kind === 'group';
}

/** "National Thowheed Jamath (NTJ)": is an acronym of its words given in brackets behind it? */
function hasInitials(tokens: Token[], first: number, last: number): boolean {
  if (tokens[last]?.text !== '(' || tokens[last + 2]?.text !== ')') return false;
  const acronym = tokens[last + 1]!.text;
  if (!ACRONYM.test(acronym)) return false;
  const initials = tokens
    .slice(first, last)
    .flatMap(({ text }) => text.split(/[-‐‑]/))
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word[0])
    .join('');
  return initials.startsWith(acronym.slice(0, 2)) || acronym.startsWith(initials);
}

/** The word that says what the name is: the last before "of", "for" or "on". */
function headWord(tokens: readonly Token[], first: number, last: number): string {
  for (let i = first + 1; i < last; i++) if (JOINS.has(tokens[i]!.lower)) return tokens[i - 1]!.lower;
  return tokens[last - 1]!.lower;
}

/** "the rock group Picnic", "the rights group Amnesty": groups of another kind. */
const PEACEFUL =
  /^(?:rock|pop|music|musical|folk|jazz|punk|dance|theatre|lobby|lobbying|rights|advocacy|aid|campaign|media|news|energy|research|monitoring|consumer|industry|banking|football|church|youth|student|parliamentary)$/;

/** The common noun directly before a name, over "called", "calling itself", "named" and quotation marks. */
function nounBefore(tokens: Token[], first: number): Token | null {
  let i = first - 1;
  let called = false;
  let joined = false;
  for (; i >= 0 && i > first - 5 && tokens[i]!.sentence === tokens[first]!.sentence; i--) {
    const { lower } = tokens[i]!;
    if (/^(?:called|calling|calls?|named|known)$/.test(lower)) called = true;
    else if (/^(?:that|which|as)$/.test(lower)) joined = true;
    else if (!/^(?:itself|themselves|the|[,"“‘'])$/.test(lower)) break;
  }
  // "the faction that X formed", "named by the group as X"
  if (joined && !called) return null;
  const token = tokens[i];
  // "the group, X" names it; "the group, which" and lists do not come here.
  if (tokens[i + 1]?.text === ',' && tokens[i - 1]?.lower !== 'the' && !opensWithArticle(tokens, i)) return null;
  // "For the group, Shia-ruled Iran is an enemy": a phrase of its own, closed by the comma.
  if (tokens[i + 1]?.text === ',' && tokens[i - 2]?.pos === 'IN') return null;
  if (PEACEFUL.test(tokens[i - 1]?.lower ?? '')) return null;
  return token && token.sentence === tokens[first]!.sentence && /^NNS?$/.test(token.pos) && !token.capital
    ? token
    : null;
}

/** "A lesser-known outfit, X, said": a phrase that tells of somebody new. */
function opensWithArticle(tokens: Token[], noun: number): boolean {
  let i = noun - 1;
  while (i > noun - 5 && /^(?:JJ[RS]?|NN|NNP|RB|VBN)$/.test(tokens[i]?.pos ?? '')) i--;
  return i < noun && /^(?:an?|another)$/.test(tokens[i]?.lower ?? '');
}

/** The actor of an acronym in brackets that begins at token i and is known already. */
function boundByAcronym(book: Book, i: number): ActorEntity | null {
  if (book.doc.tokens[i]?.text !== '(' || book.doc.tokens[i + 2]?.text !== ')') return null;
  return book.actorsFrom.get(i + 1)?.actor ?? null;
}

const ACRONYM = /^(?=(?:.*\p{Lu}){2})[\p{Lu}\p{N}][\p{L}\p{N}\-‐‑/]{1,9}$/u;

/** "Liberation Tigers of Tamil Eelam (LTTE)", "the intelligence agency, the DSS": short names given to what stands before. */
function bindAcronyms(book: Book): void {
  const { doc } = book;
  const { tokens } = doc;
  const found: ActorMention[] = [];
  for (const { actor, last } of [...book.actorMentions]) {
    if (actor.kind === 'population' || tokens[last]?.sentence !== tokens[last - 1]!.sentence) continue;
    let at = -1;
    if (tokens[last]?.text === '(' && tokens[last + 2]?.text === ')') at = last + 1;
    else if (
      tokens[last]?.text === ',' &&
      tokens[last + 1]?.lower === 'the' &&
      /^[,.]$/.test(tokens[last + 3]?.text ?? '')
    )
      at = last + 2;
    else if (actor.kind === 'agency' && tokens[last] && !book.taken[last] && isNameLike(doc, last)) at = last;
    const acronym = tokens[at];
    if (!acronym || !ACRONYM.test(acronym.text)) continue;
    if (book.taken[at]) {
      const known = book.actorsFrom.get(at)?.actor;
      if (known?.key && actor.key === null && known.kind === actor.kind) becomes(book, actor, known);
      continue;
    }
    found.push({ actor, first: at, last: at + 1 });
  }
  for (const { actor, first, last } of found) mentionActor(book, actor, { first, last });
}

/** "Nigeria's intelligence agency, the DSS": the first was the second all along. */
function becomes(book: Book, actor: ActorEntity, known: ActorEntity): void {
  for (const { first } of actor.mentions) {
    const mention = book.actorsFrom.get(first);
    if (mention) mention.actor = known;
  }
  known.mentions.push(...actor.mentions);
  for (const alias of [actor.name, ...actor.aliases]) known.aliases.add(alias);
}

/** Later mentions of what was named once: acronyms as written, and "the Tigers" after "the Liberation Tigers of Tamil Eelam". */
function findAgain(book: Book): void {
  const { doc, taken } = book;
  const acronyms = new Map<string, ActorEntity>();
  const shortNames = new Map<string, ActorEntity | null>();
  for (const { actor, first, last } of book.actorMentions) {
    if (actor.kind === 'population' || actor.kind === 'government') continue;
    for (const name of actor.aliases)
      if (ACRONYM.test(name) || isBareBand(doc.tokens, first, last, name)) acronyms.set(name, actor);
    for (const word of shortForms(doc.tokens, first, last)) {
      const other = shortNames.get(word);
      shortNames.set(word, other === undefined || other === actor ? actor : null);
    }
  }
  if (!acronyms.size && !shortNames.size) return;
  for (const mention of book.actorMentions) rebind(book, mention, shortNames);
  for (let i = 0; i < doc.tokens.length; i++) {
    if (taken[i]) continue;
    const { text, lower, capital, sentence } = doc.tokens[i]!;
    const upper = doc.sentences[sentence]!.upper;
    if (text === lower && !upper) continue;
    let actor = acronyms.get(text) ?? null;
    if (
      !actor &&
      (capital || upper) &&
      doc.tokens[i - 1]?.lower === 'the' &&
      !(isNameLike(doc, i + 1) && !taken[i + 1])
    )
      actor = shortNames.get(lower) ?? null;
    if (actor) mentionActor(book, actor, { first: i, last: i + 1 });
  }
}

/** "Maguid" of "the Maguid faction". */
const isBareBand = (tokens: readonly Token[], first: number, last: number, name: string): boolean =>
  last - first === 2 && tokens[first]!.text === name && BANDS_AFTER.has(tokens[first + 1]!.lower);

/** "the Tigers" after "the Kamtapur Tigers": not those whom the catalogue calls so, if they are named by this word only. */
function rebind({ doc }: Book, mention: ActorMention, shortNames: ReadonlyMap<string, ActorEntity | null>): void {
  const { actor, first, last } = mention;
  if (last - first > 1 || actor.key === null || doc.tokens[first - 1]?.lower !== 'the') return;
  const named = shortNames.get(doc.tokens[first]!.lower);
  if (!named || named === actor || named.kind !== 'group' || named.mentions[0]!.first > first) return;
  if (actor.mentions.some((each) => each.last - each.first > 1)) return;
  mention.actor = named;
  named.mentions.push({ first, last });
  named.aliases.add(textOf(doc, first, last));
}

/** The last word of a name and the last before "of": what it is called in short. */
function shortForms(tokens: readonly Token[], first: number, last: number): string[] {
  if (last - first < 2) return [];
  return [tokens[last - 1]!.lower, headWord(tokens, first, last)].filter((word) => word.length > 3);
}
