/** Offices and peoples named by a country: "Russian authorities", "the U.S. embassy", "Nigeria's intelligence agency", "Americans". */
import { fold } from '../../catalogue/catalogue.js';
import { nextMarked, type Token, textOf } from '../doc.js';
import { CAPITALISED, foldedText, perForm } from '../forms.js';
import { type Book, isTaken, knownEntity, mentionActor, namedEntity } from './book.js';
import { isNameLike, runEnd } from './capitals.js';
import { longestNationFrom } from './known-words.js';
import { OFFICE_NOUNS, POPULATION_NOUNS } from './lexicon/bodies.js';

const STATE_NOUNS = new Set(['government', 'authorities', 'administration', 'regime']);
const PLURAL = /(?:s|men|police)$/;

export function findOffices(book: Book): void {
  const { doc } = book;
  for (let i = nextMarked(doc, CAPITALISED, 0); i < doc.tokens.length; i = nextMarked(doc, CAPITALISED, i + 1)) {
    if (book.taken[i] || !isNameLike(doc, i)) continue;
    const nation = nationAt(book, i);
    if (!nation) {
      i = Math.max(i, administrationAt(book, i) - 1);
      continue;
    }
    const found = officeAfter(book, i, nation) ?? peopleAt(book, i, nation);
    i = (found ?? nation.last) - 1;
  }
}

/** A country or a demonym that begins at token i; `last` is behind it. */
interface Nation {
  country: string | null;
  last: number;
  demonym: boolean;
}

/** Adjectives of origin that are no one country's: "Western embassies", "UN officials". */
const REGIONAL = new Set([
  'western',
  'european',
  'arab',
  'african',
  'asian',
  'un',
  'nato',
  'eu',
  'kurdish',
  'palestinian',
]);

const isRegional = perForm((form) => REGIONAL.has(foldedText(form)));
const NEVER_LAST = new Set(['POS', 'SYM', 'IN', 'CC']);

function nationAt({ doc, catalogue, taken }: Book, i: number): Nation | null {
  const { sentence, form } = doc.tokens[i]!;
  if (longestNationFrom(form) === 0 && !isRegional(form)) return null;
  for (let last = Math.min(i + 3, doc.tokens.length); last > i; last--) {
    const end = doc.tokens[last - 1]!;
    if (end.sentence !== sentence || taken[last - 1] || NEVER_LAST.has(end.pos)) continue;
    const folded = fold(textOf(doc, i, last));
    const place = catalogue.placesNamed(folded)[0];
    const demonym = catalogue.demonym(folded);
    if (place?.precision === 'country' && !(demonym && place.name.toLowerCase() !== folded))
      return { country: place.country, last, demonym: false };
    if (demonym) return { country: demonym, last, demonym: true };
    if (last === i + 1 && REGIONAL.has(folded)) return { country: null, last, demonym: true };
  }
  return null;
}

/** Takes "Kenyan police", "Turkish interior ministry", "Nigeria's domestic intelligence agency"; the index behind it. */
function officeAfter(book: Book, first: number, nation: Nation): number | null {
  const { doc, catalogue } = book;
  const { tokens } = doc;
  const end = doc.sentences[tokens[first]!.sentence]!.last;
  let from = nation.last;
  if (tokens[from]?.pos === 'POS' && from < end) from++;
  let head = -1;
  for (let j = from; j < end && j < from + 5; j++) {
    const token = tokens[j]!;
    if (book.taken[j] || !/^(?:NN|NNS|NNP|JJ|VBN)$/.test(token.pos)) break;
    // "U.S. service members" are people.
    if (OFFICE_NOUNS.has(token.lower) && tokens[j + 1]?.lower !== 'members') head = j;
    else if (head === j - 1 && head >= 0 && (token.pos === 'NN' || token.pos === 'NNS')) break;
  }
  if (head < 0) return null;
  const noun = tokens[head]!.lower;
  const actor =
    STATE_NOUNS.has(noun) && nation.country && (head === from || noun !== 'administration')
      ? knownEntity(book, catalogue.government(nation.country))
      : namedEntity(book, textOf(doc, first, head + 1), OFFICE_NOUNS.get(noun)!);
  actor.country ??= nation.country;
  actor.plural ||= PLURAL.test(noun) && actor.kind === 'agency';
  mentionActor(book, actor, { first, last: head + 1 });
  return head + 1;
}

/** Takes "the Biden administration", "the Asad regime"; the index behind it, or 0. */
function administrationAt(book: Book, first: number): number {
  const { doc, taken } = book;
  const end = runEnd(doc, first, taken);
  const noun = doc.tokens[end];
  if (
    !noun ||
    end - first > 3 ||
    noun.sentence !== doc.tokens[first]!.sentence ||
    !/^(?:administration|regime|government|junta)$/.test(noun.lower)
  )
    return 0;
  if (isPlainWord(doc.tokens[first]!)) return 0;
  mentionActor(book, namedEntity(book, textOf(doc, first, end + 1), 'government'), { first, last: end + 1 });
  return end + 1;
}

const isPlainWord = ({ pos, lower }: Token): boolean =>
  pos !== 'NNP' || /^(?:interim|federal|local|military|central|state)$/.test(lower);

/** Takes "U.S. citizens", "American tourists" and "Americans"; the index behind it. */
function peopleAt(book: Book, first: number, nation: Nation): number | null {
  const { doc } = book;
  const { tokens } = doc;
  const noun = tokens[nation.last];
  let last: number;
  if (noun && POPULATION_NOUNS.has(noun.lower) && noun.sentence === tokens[first]!.sentence) last = nation.last + 1;
  else if (nation.demonym && nation.country && isPeople(book, nation.last)) last = nation.last;
  else return null;
  if (isTaken(book, first, last)) return null;
  const actor = namedEntity(book, textOf(doc, first, last), 'population');
  actor.country = nation.country;
  actor.plural = true;
  mentionActor(book, actor, { first, last });
  return last;
}

/** "Americans", "two Frenchmen", "the Austrians": a plural noun, not the beginning of a longer phrase. */
function isPeople({ doc }: Book, last: number): boolean {
  const word = doc.tokens[last - 1]!;
  if (!/(?:[^s]s|men)$/.test(word.lower) || word.lower.length < 4) return false; // "US" is no plural
  const next: Token | undefined = doc.tokens[last];
  return !next || next.sentence !== word.sentence || !/^(?:NN|NNS|NNP)$/.test(next.pos);
}
