/** Places named by a noun: "Kabul airport", "Tarata Street", "Sukma district", "Mount Sinjar", "St. Anthony's Shrine". */
import { fold } from '../../catalogue/catalogue.js';
import { textOf } from '../doc.js';
import type { Precision } from '../vocabulary.js';
import { tagsOf } from '../words.js';
import type { Book } from './book.js';
import { isNameLike, isTitleCase, opensSentence, runEnd } from './capitals.js';
import type { TokenSpan } from './entities.js';
import { ROLES, TITLE_WORDS } from './lexicon/people.js';
import { BOUND_SITE_NOUNS, LEADING_PLACE_NOUNS, PLACE_NOUNS } from './lexicon/sites.js';

/** A place as its words give it, before it is looked up. */
export interface PlaceSpan extends TokenSpan {
  /** What it may be called, the best first: with its noun and without. */
  names: string[];
  precision: Precision;
}

const JOINS = new Set(['de', 'del', 'la', 'las', 'los', 'al', 'el', 'e', 'do', 'da']);

/** The place that a run of capitals beginning at token i names with the help of a noun, or null. */
export function siteAt(book: Book, i: number): PlaceSpan | null {
  const { doc, taken, catalogue } = book;
  const { tokens } = doc;
  const sentenceEnd = doc.sentences[tokens[i]!.sentence]!.last;
  if (opensSentence(doc, i) && (tokens[i]!.pos !== 'NNP' || isCommonOpening(book, i))) return null;
  let end = runEnd(doc, i, taken, JOINS);
  const { upper } = doc.sentences[tokens[i]!.sentence]!;
  if (end - i > 3 && !upper && isTitleCase(doc, tokens[i]!.sentence)) return null;
  if (end === i + 1 && (TITLE_WORDS.has(tokens[i]!.lower) || ROLES.has(tokens[i]!.lower))) return null;
  if (FAITHS.test(tokens[i]!.lower)) return null;
  // "University of Nairobi", "Port of Aden"
  if (
    end === i + 1 &&
    PLACE_NOUNS.has(tokens[i]!.lower) &&
    tokens[end]?.lower === 'of' &&
    isNameLike(doc, end + 1) &&
    !taken[end + 1]
  ) {
    end = runEnd(doc, end + 1, taken, JOINS);
    return { first: i, last: end, names: [textOf(doc, i, end)], precision: PLACE_NOUNS.get(tokens[i]!.lower)! };
  }
  const leading = LEADING_PLACE_NOUNS.get(tokens[i]!.lower);
  if (leading && end > i + 1) return { first: i, last: end, names: [textOf(doc, i, end)], precision: leading };
  // "Santa Maria Catholic Church"
  if (
    FAITHS.test(tokens[end]?.lower ?? '') &&
    PLACE_NOUNS.has(tokens[end + 1]?.lower ?? '') &&
    (upper || tokens[end + 1]!.capital)
  )
    end += 2;
  // "St. Anthony's Shrine"
  if (
    tokens[end]?.pos === 'POS' &&
    end + 1 < sentenceEnd &&
    tokens[end + 1]!.capital &&
    PLACE_NOUNS.has(tokens[end + 1]!.lower)
  )
    end += 2;
  const inside = end - 1;
  const noun = PLACE_NOUNS.get(tokens[inside]!.lower);
  if (noun && inside > i && !isTitles(book, i, inside)) {
    const whole = textOf(doc, i, end);
    const names = noun === 'site' || noun === 'city' ? [whole] : [whole, textOf(doc, i, inside)];
    return { first: i, last: end, names, precision: noun };
  }
  const next = end < sentenceEnd && !taken[end] ? tokens[end]! : null;
  const common = next && !next.capital ? PLACE_NOUNS.get(next.lower) : undefined;
  if (!next || !common || common === 'region') return null;
  if (tokens[end - 1]!.pos !== 'NNP') return null;
  const name = textOf(doc, i, end);
  const known = catalogue.placesNamed(fold(name));
  if (common === 'site') {
    if (known.length > 0 && !BOUND_SITE_NOUNS.has(next.lower)) return null;
    if (known[0] && known[0].precision !== 'city') return null;
    if (catalogue.demonym(fold(name))) return null;
    return { first: i, last: end + 1, names: [textOf(doc, i, end + 1)], precision: 'site' };
  }
  if (catalogue.demonym(fold(name)) && !known.length) return null;
  // "the east London district of Barking"
  if (known.length && tokens[end + 1]?.lower === 'of') return null;
  // "Ottawa state" is a place; "Islamic state", "Russian city" are not.
  return { first: i, last: end + 1, names: [textOf(doc, i, end + 1), name], precision: common };
}

/** "Concert hall attack": a common noun that has its capital from the sentence. */
const isCommonOpening = ({ doc }: Book, i: number): boolean =>
  !doc.tokens[i + 1]?.capital && tagsOf(doc.tokens[i]!.lower)?.includes('NN') === true;

/** "the Shia Imam Sadiq mosque": whose it is, no part of its name. */
const FAITHS =
  /^(?:shia|shiite|sunni|sufi|ahmadi|coptic|catholic|orthodox|protestant|jewish|christian|muslim|hindu|buddhist|sikh)$/;

/** "Member State": no name before the noun. */
function isTitles({ doc }: Book, first: number, last: number): boolean {
  for (let i = first; i < last; i++)
    if (!TITLE_WORDS.has(doc.tokens[i]!.lower) && !ROLES.has(doc.tokens[i]!.lower)) return false;
  return true;
}

/** "the Syrian town of Dabiq": the country that the words before a place give, or null. */
export function nationBefore({ doc, catalogue }: Book, first: number): string | null {
  const { tokens } = doc;
  if (tokens[first - 1]?.lower !== 'of' || !PLACE_NOUNS.has(tokens[first - 2]?.lemma ?? '')) return null;
  return catalogue.demonym(fold(tokens[first - 3]?.text ?? ''));
}

/** What a place is said to be by "the … of X"; "the suburb of X" says rather what is beside it. */
const NOUNS_OF =
  /^(?:island|city|town|village|hamlet|municipality|district|province|state|region|governorate|department|port)$/;

/** "the city of Jaffna", "the district of Puttalam", "the island of Utoya": the precision that the noun before gives, or null. */
export function nounBefore(book: Book, first: number): Precision | null {
  const { tokens } = book.doc;
  if (tokens[first - 1]?.lower === 'of' && tokens[first - 1]!.sentence === tokens[first]!.sentence) {
    const word = tokens[first - 2]?.lemma ?? '';
    return NOUNS_OF.test(word) ? (PLACE_NOUNS.get(word) ?? 'district') : null;
  }
  const word = tokens[first - 1];
  if (
    word &&
    word.sentence === tokens[first]!.sentence &&
    /^(?:town|village|city|district|province|island)$/.test(word.lower)
  )
    return PLACE_NOUNS.get(word.lower) ?? 'district';
  return null;
}
