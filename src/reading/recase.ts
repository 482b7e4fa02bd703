/**
 * Text in capitals throughout: which of its words would have one anyway. By what the same text writes in small letters
 * elsewhere, by the lexicon of common words, by names that the catalogue knows, and by the neighbours.
 * After Lita et al. 2003, "tRuEcasIng", with word lists in place of a language model.
 */
import { fold, loadCatalogue } from '../catalogue/catalogue.js';
import type { Sentence, Token } from './doc.js';
import {
  BODY_NOUNS,
  CITY_SITE_NOUNS,
  COMMON_WORDS,
  NAME_ADJECTIVES,
  NAME_ALWAYS,
  SITE_NOUNS,
} from './lexicon/capitals.js';
import { COMMON_ACTORS } from './names/lexicon/bodies.js';
import { GIVEN_NAMES, NAME_PARTICLES } from './names/lexicon/people.js';
import { DIRECTIONS } from './names/lexicon/sites.js';
import { isCommon, isProper, tagsOf } from './words.js';

/** How a word stands in the parts of a text that are not all capitals. */
export type Seen = ReadonlyMap<string, 'small' | 'capital'>;

const COMMON = 0;
/** A name or a common word: the neighbours decide. */
const EITHER = 1;
const NAME = 2;

/** Inhabitants beyond which a place's name is taken for one though it is a common word too. */
const KNOWN_CITY = 300_000;

/** Sets `capital` for the tokens of a sentence in capitals. */
export function recase(tokens: Token[], { first, last }: Sentence, seen: Seen): void {
  const kinds: number[] = [];
  for (let i = first; i < last; i++) kinds.push(kindOf(tokens, i, first, seen));
  markKnown(tokens, kinds, first, last);
  for (let k = 0; k < kinds.length; k++) {
    if (kinds[k] !== EITHER) continue;
    const before = k > 0 && kinds[k - 1] === NAME ? tokens[first + k - 1]! : null;
    const given = GIVEN_NAMES.has(tokens[first + k]!.lower);
    const next = kinds[k + 1] ?? COMMON;
    if (before && GIVEN_NAMES.has(before.lower) && !loadCatalogue().governmentMeant(before.lower)) kinds[k] = NAME;
    else if (given && next >= EITHER && !follows(tokens, first + k, first, VERBAL)) kinds[k] = NAME;
    else kinds[k] = COMMON;
  }
  markBodies(tokens, kinds, first);
  for (let k = 0; k < kinds.length; k++) tokens[first + k]!.capital = kinds[k] === NAME;
}

const ARTICLE = /^(?:an?|my|your|his|her|our|their|some|no)$/;
const VERBAL = /^(?:to|will|would|can|could|may|might|must|shall|should|not)$/;
const follows = (tokens: Token[], i: number, first: number, pattern: RegExp): boolean =>
  i > first && pattern.test(tokens[i - 1]!.lower);

function kindOf(tokens: Token[], i: number, first: number, seen: Seen): number {
  const { lower, text } = tokens[i]!;
  if (!/^\p{L}/u.test(lower)) return /\p{N}\p{L}{2}|-\p{L}/u.test(text) ? EITHER : COMMON;
  if (/^(?:\p{L}\.){2,}$/u.test(lower)) return /^[ap]\.m\.$/.test(lower) ? COMMON : NAME;
  const shown = seen.get(lower);
  if (shown) return shown === 'small' ? COMMON : NAME;
  if (NAME_ALWAYS.has(lower)) return NAME;
  const catalogue = loadCatalogue();
  if (/^(?:us|may|march|august|second|sun|sat|mon)$/.test(lower)) return calendarOrUs(tokens, i, first);
  if (lower.includes('-')) return hyphenedKind(lower);
  const common = isCommon(lower) || COMMON_WORDS.has(lower);
  if (!common) return NAME_PARTICLES.has(lower) && !/^ab/.test(lower) ? COMMON : NAME;
  if (lower.length < 4 || !mayBeNoun(lower)) return COMMON;
  if (catalogue.demonym(lower)) return follows(tokens, i, first, VERBAL) ? COMMON : NAME;
  // "Carlos [Morales]": no word of the lexicon, only like a form of one
  if (!isProper(lower)) return GIVEN_NAMES.has(lower) || !tagsOf(lower) ? EITHER : COMMON;
  const place = catalogue.placesNamed(lower)[0];
  if (place && (place.precision === 'country' || place.precision === 'region' || place.population > KNOWN_CITY))
    return follows(tokens, i, first, ARTICLE) ? COMMON : NAME;
  return catalogue.actorsNamed(lower).length ? NAME : EITHER;
}

/** A word that is mostly a verb form, an adverb or a function word is no name. */
const mayBeNoun = (lower: string): boolean => !/^(?:VB[DZ]|MD|DT|IN|PRP|CC|RB|WP|NNS)/.test(tagsOf(lower)?.[0] ?? '');

/** "ISIS-K", "AL-DINE", "IRAN-BACKED" against "ANTI-GOVERNMENT", "NON-STATE". */
function hyphenedKind(lower: string): number {
  const parts = lower.split('-');
  if (/^(?:al|el|abu|ul)$/.test(parts[0]!)) return NAME;
  for (const part of parts)
    if (part.length > 2 && !isCommon(part) && !COMMON_WORDS.has(part) && !/^(?:pro|anti|non|pre|sub|mid)$/.test(part))
      return NAME;
  return COMMON;
}

/** "3 MAY", "IN MARCH", "THE US", "US FORCES" against "THEY MAY", "MARCH ON", "TOLD US". */
function calendarOrUs(tokens: Token[], i: number, first: number): number {
  const before = i > first ? tokens[i - 1]!.lower : '';
  const after = tokens[i + 1]?.lower ?? '';
  if (tokens[i]!.lower === 'us')
    return before === 'the' || (/^\p{L}{3}/u.test(after) && isNounLike(after)) ? NAME : COMMON;
  const near = /^\p{N}/u.test(before) || /^\p{N}/u.test(after);
  return near || /^(?:in|since|until|last|by|of|early|late)$/.test(before) ? NAME : COMMON;
}

const isNounLike = (word: string): boolean =>
  !/^(?:and|or|but|that|who|when|with|from|for|into|the|this|all|not|about|will|were|was|are|has|had|have)$/.test(word);

/** Marks the names of two words and more that the catalogue knows: "SHINING PATH", "UNITED STATES". */
function markKnown(tokens: Token[], kinds: number[], first: number, last: number): void {
  const catalogue = loadCatalogue();
  for (let i = first; i < last; i++) {
    const longest = catalogue.longestFrom(fold(tokens[i]!.lower));
    if (longest < 2) continue;
    let name = tokens[i]!.lower;
    let found = 0;
    let group = false;
    const nation = catalogue.demonym(fold(tokens[i]!.lower)) !== null;
    for (let j = i + 1; j < Math.min(last, i + longest + 1) && /^[\p{L}\p{N}]/u.test(tokens[j]!.lower); j++) {
      name += ` ${tokens[j]!.lower}`;
      const folded = fold(name);
      const actor = catalogue.actorsNamed(folded)[0];
      if (DIRECTIONS.has(tokens[i]!.lower) && /ern$/.test(tokens[i]!.lower) && !actor) continue;
      if (actor || isKnownPlace(folded)) found = j + 1;
      if (actor) group = actor.kind === 'group';
    }
    for (let j = i; j < found; j++) {
      const { lower } = tokens[j]!;
      // "the Salvadoran [army]" is known too, but no name.
      const body = !group && (COMMON_ACTORS.has(lower) || (j > i && nation));
      if (kinds[j - first] !== NAME && (lower.length < 3 || body)) continue;
      kinds[j - first] = NAME;
    }
    if (found) i = found - 1;
  }
}

function isKnownPlace(folded: string): boolean {
  const place = loadCatalogue().placesNamed(folded)[0];
  return place !== undefined && (fold(place.name) === folded || /^(?:country|region)$/.test(place.precision));
}

/** "FARABUNDO MARTI [NATIONAL LIBERATION FRONT]", "[SUPREME COURT]", "ABBEY [GATE]": common words within names. */
function markBodies(tokens: Token[], kinds: number[], first: number): void {
  for (let k = 0; k < kinds.length; k++) {
    const { lower } = tokens[first + k]!;
    const named = k > 0 && kinds[k - 1] === NAME && tokens[first + k - 1]!.lower !== "'s";
    const nation = named && loadCatalogue().demonym(fold(tokens[first + k - 1]!.lower)) !== null;
    if (kinds[k] === NAME) continue;
    if (
      named &&
      !nation &&
      (CITY_SITE_NOUNS.has(lower) || (SITE_NOUNS.has(lower) && !isKnownPlace(fold(tokens[first + k - 1]!.lower))))
    ) {
      kinds[k] = NAME;
      continue;
    }
    if (!(named && !nation) && !NAME_ADJECTIVES.has(lower)) continue;
    let end = k;
    while (end < kinds.length && end < k + 4 && NAME_ADJECTIVES.has(tokens[first + end]!.lower)) end++;
    if (end < kinds.length && BODY_NOUNS.has(tokens[first + end]!.lower)) kinds.fill(NAME, k, end + 1);
  }
}
