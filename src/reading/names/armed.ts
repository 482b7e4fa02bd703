/** Names that what stands beside them makes an armed group's: "Kuki National Command militants", "X, a rebel outfit", "a group known as X". */
import { fold } from '../../catalogue/catalogue.js';
import { type Doc, textOf } from '../doc.js';
import type { Book } from './book.js';
import { isTitleCase } from './capitals.js';
import type { ActorEntity, ActorMention } from './entities.js';
import {
  ARMED,
  BANDS_AFTER,
  FIGHTERS_AFTER,
  GROUP_NAME_WORDS,
  GROUP_REFERENCES,
  GROUPS_AFTER,
  WEAK_GROUP_WORDS,
} from './lexicon/bodies.js';
import { TITLE_WORDS } from './lexicon/people.js';

/** Tokens of an apposition in which its noun is looked for. */
const APPOSED = 7;
/** Adjectives of creed, people and politics: "the Shia militia" is no name. */
const PEOPLES = new Set(
  `islamist muslim islamic shiite shia sunni maoist marxist leninist communist christian hindu sikh jewish arab kurdish tamil tuareg fulani pashtun
  baloch salafist salafi wahhabi jihadist naxalite separatist loyalist republican unionist anarchist nazi western northern southern eastern african
  hutu tutsi karen kachin rohingya uighur uyghur chechen basque corsican catalan papuan moro oromo tigrayan kuki naga bodo hezbollah houthi taliban`.split(
    /\s+/,
  ),
);
/** Capitals of acronyms that are no band's. */
const STATES = /^(?:UN|US|USA|UK|EU|AU|UAE|NATO|GCC|PRC|DRC)$/;

/** Does what stands behind the name [first, last) say that it is an armed group's? */
export function armedBehind(book: Book, first: number, last: number): boolean {
  const { tokens } = book.doc;
  const next = tokens[last];
  if (!next || next.sentence !== tokens[first]!.sentence || isTitleCase(book.doc, next.sentence)) return false;
  if (next.text === ',' || next.text === '(') return isApposed(book, first, last);
  if (next.capital) return false;
  // "the Maguid faction": one name is enough where the noun says what it is
  if (BANDS_AFTER.has(next.lower) && tokens[first - 1]?.lower === 'the')
    return tokens[first]!.pos === 'NNP' && isNoOnesCountry(book, first, last);
  if (!canFightUnder(book, first, last)) return false;
  if (FIGHTERS_AFTER.has(next.lower)) return true;
  const noun = ARMED.has(next.lower) ? tokens[last + 1] : null;
  if (noun) return GROUPS_AFTER.has(noun.lower) || BANDS_AFTER.has(noun.lower) || FIGHTERS_AFTER.has(noun.lower);
  return false;
}

/** "the Maguid faction": is the noun behind the name, which has no word of arms itself, a part of it? */
export function namesBand({ doc: { tokens } }: Book, first: number, last: number): boolean {
  if (!BANDS_AFTER.has(tokens[last]?.lower ?? '') || tokens[last]!.sentence !== tokens[first]!.sentence) return false;
  return !tokens.slice(first, last).some(({ lower }) => GROUP_NAME_WORDS.has(lower) || WEAK_GROUP_WORDS.has(lower));
}

/** Two words at least, or an acronym: "Fulani militants" and "Basque separatists" are a people's. */
function canFightUnder(book: Book, first: number, last: number): boolean {
  const { tokens } = book.doc;
  if (last - first === 1)
    return /^\p{Lu}[\p{Lu}-]{2,}$/u.test(tokens[first]!.text) && !STATES.test(tokens[first]!.text);
  if (TITLE_WORDS.has(tokens[first]!.lower)) return false;
  return isNoOnesCountry(book, first, last);
}

function isNoOnesCountry({ doc, catalogue }: Book, first: number, last: number): boolean {
  for (let i = first; i < last; i++) {
    const word = fold(doc.tokens[i]!.text);
    if (catalogue.demonym(word) !== null || PEOPLES.has(word)) return false;
  }
  return !catalogue.placesNamed(fold(textOf(doc, first, last))).length;
}

/** "X, a rebel outfit active in the east": the first noun of the apposition that nothing of the phrase follows. */
function isApposed(book: Book, first: number, last: number): boolean {
  const { tokens } = book.doc;
  let i = last;
  if (tokens[i]!.text === '(') {
    if (tokens[i + 2]?.text !== ')' || tokens[i + 3]?.text !== ',') return false;
    i += 3;
  }
  if (!/^(?:an?|the)$/.test(tokens[i + 1]?.lower ?? '') || tokens[first]!.pos !== 'NNP') return false;
  return isArmedPhrase(book.doc, i + 1);
}

/** "a rebel outfit active in", "the umbrella of the rebels": does the phrase that the article opens mean an armed group? */
export function isArmedPhrase({ tokens }: Doc, article: number): boolean {
  let armed = false;
  for (let j = article + 1; j < article + 1 + APPOSED; j++) {
    const token = tokens[j];
    if (!token || !/^(?:JJ|NN|NNP|VBN|CD|RB|POS|VBG)$/.test(token.pos)) return false;
    // "the faction's founder" is no faction
    const isHead = !/^(?:NNS?|NNP|POS)$/.test(tokens[j + 1]?.pos ?? '');
    if (isHead && (BANDS_AFTER.has(token.lower) || (armed && GROUPS_AFTER.has(token.lower)))) return true;
    if (ARMED.has(token.lower)) armed = true;
  }
  return false;
}

/** "the Yan Kaura gang", "the Black Lotus militant group": the noun behind the name is the group too. */
export function bindNounBehind(
  { doc, actorMentions, taken, actorsFrom }: Book,
  actor: ActorEntity,
  last: number,
): void {
  const { tokens } = doc;
  const noun = ARMED.has(tokens[last]?.lower ?? '') ? last + 1 : last;
  const { lower = '', sentence = -1 } = tokens[noun] ?? {};
  if (sentence !== tokens[last - 1]!.sentence || !(BANDS_AFTER.has(lower) || GROUPS_AFTER.has(lower))) return;
  const mention = { actor, first: noun, last: noun + 1 };
  taken[noun] = 1;
  actorsFrom.set(noun, mention);
  actorMentions.push(mention);
}

const CALLED = /^(?:called|calling|named|known|dubbed|styled|styling|calls?)$/;
const BETWEEN =
  /^(?:itself|themselves|as|the|locally|better|also|widely|commonly|formerly|which|that|who|is|was|[,"“‘'])$/;
/** Tokens between the noun and the name. */
const REACH = 8;

/** "A group known as X": the noun is a mention of X too, so that what is told of the group is told of X. */
export function bindCalled({ doc, actorMentions, taken, actorsFrom }: Book): void {
  const { tokens } = doc;
  const found: ActorMention[] = [];
  for (const { actor, first } of actorMentions) {
    if (actor.kind !== 'group') continue;
    let i = first - 1;
    let called = false;
    while (i > 0 && i > first - REACH && (CALLED.test(tokens[i]!.lower) || BETWEEN.test(tokens[i]!.lower)))
      called = CALLED.test(tokens[i--]!.lower) || called;
    const noun = tokens[i];
    if (!called || !noun || taken[i] || noun.sentence !== tokens[first]!.sentence) continue;
    if (GROUP_REFERENCES.has(noun.lower) || BANDS_AFTER.has(noun.lower)) found.push({ actor, first: i, last: i + 1 });
  }
  for (const mention of found) {
    taken[mention.first] = 1;
    actorsFrom.set(mention.first, mention);
    actorMentions.push(mention);
  }
}
