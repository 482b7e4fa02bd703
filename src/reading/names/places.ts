/** Finds the places of a report and says which of those of the same name each is, over the report as a whole. */
import { fold, type KnownPlace } from '../../catalogue/catalogue.js';
import { nextMarked, textOf } from '../doc.js';
import { CAPITALISED, perForm } from '../forms.js';
import type { Book } from './book.js';
import { isNameLike, opensSentence, runEnd } from './capitals.js';
import type { PlaceEntity } from './entities.js';
import { longestFrom } from './known-words.js';
import { GIVEN_NAMES, TITLE_WORDS } from './lexicon/people.js';
import { DIRECTIONS, LOCATIVES, PLACE_NOUNS } from './lexicon/sites.js';
import { nounBefore, type PlaceSpan, siteAt } from './site-spans.js';

/** A place found, with what the catalogue knows of its name. */
export interface FoundPlace extends PlaceSpan {
  candidates: readonly KnownPlace[];
  /** Index of the found place that the text puts it in ("Leego (Lower Shabelle)"), or -1. */
  container: number;
}

/** A city of this many people needs no preposition to be taken for one. */
const KNOWN_TO_ALL = 100_000;
const MOST_TOKENS = 6;

/** All places of the report in order, none overlapping another name. */
export function findPlaces(book: Book): FoundPlace[] {
  const { doc, taken } = book;
  const found: FoundPlace[] = [];
  for (let i = nextMarked(doc, CAPITALISED, 0); i < doc.tokens.length; i = nextMarked(doc, CAPITALISED, i + 1)) {
    if (taken[i] || !isNameLike(doc, i)) continue;
    const place = placeAt(book, i, found);
    if (!place) continue;
    found.push(place);
    taken.fill(1, place.first, place.last);
    i = place.last - 1;
  }
  bindContainers(book, found);
  return found;
}

function placeAt(book: Book, i: number, found: FoundPlace[]): FoundPlace | null {
  const site = siteAt(book, i);
  // "Democratic Republic of the Congo" is no "Democratic Republic"
  if (book.doc.tokens[i]!.lower === 'molotov' && book.doc.tokens[i + 1]?.lemma === 'cocktail') return null; // Perm's old name
  const country =
    site && book.catalogue.longestFrom(fold(book.doc.tokens[i]!.text).split(' ')[0]!) > 2
      ? knownAt(book, i, found)
      : null;
  if (site && country?.precision === 'country' && country.last >= site.last) return country;
  if (site) {
    const candidates = site.names.map((name) => lookUp(book, name)).find((list) => list.length) ?? [];
    const fitting =
      site.precision === 'site'
        ? candidates.filter((place) => place.precision === 'site')
        : candidates.filter(({ precision }) => precision !== 'country');
    return { ...site, candidates: preferred(fitting, site.precision), container: -1 };
  }
  return knownAt(book, i, found) ?? unknownAt(book, i, found);
}

const lookUp = (book: Book, name: string): readonly KnownPlace[] => book.catalogue.placesNamed(fold(name));

/** Those of the precision that the noun gives; all where none has it. */
function preferred(candidates: readonly KnownPlace[], precision: PlaceEntity['precision']): readonly KnownPlace[] {
  const exact = candidates.filter((place) => place.precision === precision);
  return exact.length ? exact : candidates;
}

/** Names have no marks within them but full stops and apostrophes. */
function gramEnd({ doc }: Book, first: number, limit: number): number {
  for (let i = first + 1; i < limit; i++)
    if (doc.tokens[i]!.pos === 'SYM' && !isWithinName(doc.tokens[i]!.form)) return i;
  return limit;
}

const isWithinName = perForm(({ text }) => /^[.'’-]$/.test(text));
const hasCapital = perForm(({ text }) => /\p{Lu}|\p{N}/u.test(text));

/** A name of a place ends in a capital; "state", "district" behind it are read with it elsewhere. */
const endsPlace = ({ doc }: Book, i: number): boolean => isNameLike(doc, i) || hasCapital(doc.tokens[i]!.form);

function knownAt(book: Book, i: number, found: FoundPlace[]): FoundPlace | null {
  const { doc, taken } = book;
  const { tokens } = doc;
  const end = runEnd(doc, i, taken, JOINS);
  // "Bosnia and Herzegovina", "Democratic Republic of the Congo" go on over what joins two places elsewhere.
  const limit = Math.min(doc.sentences[tokens[i]!.sentence]!.last, i + longestFrom(tokens[i]!.form));
  const longest = gramEnd(book, i, Math.max(limit, Math.min(end, i + MOST_TOKENS)));
  for (let last = longest; last > i; last--) {
    if (tokens[last - 1]!.pos === 'POS' || taken[last - 1] || !endsPlace(book, last - 1)) continue;
    const candidates = lookUp(book, textOf(doc, i, last));
    if (!candidates.length) continue;
    const whole = last >= end;
    if (!accepts(book, candidates, i, last, whole, found)) continue;
    const precision = nounBefore(book, i);
    const fitting = precision ? preferred(candidates, precision) : candidates;
    return {
      first: i,
      last,
      names: [textOf(doc, i, last)],
      precision: fitting[0]!.precision,
      candidates: fitting,
      container: -1,
    };
  }
  return null;
}
const JOINS = new Set(['de', 'del', 'la', 'las', 'los', 'of', 'al', 'el', 'e', 'do', 'da', 'es', 'upon', 'an', 'am']);

/** Is the name at [first, last) the place and not a person, a company or an everyday word? */
function accepts(
  book: Book,
  [best]: readonly KnownPlace[],
  first: number,
  last: number,
  whole: boolean,
  found: FoundPlace[],
): boolean {
  const { doc } = book;
  const { tokens } = doc;
  if (!best) return false;
  if (last - first === 1 && tokens[first]!.pos !== 'NNP' && tokens[first]!.text.length > 1 && !isLocated(book, first))
    return false;
  if (
    !(best.precision === 'country' && best.name === textOf(doc, first, last)) && // "Philippines" is no plural of "Philippine"
    book.catalogue.demonym(fold(textOf(doc, first, last))) &&
    // "the US" is the country, wherever no noun follows; "US troops" are described by it.
    (!(isLocated(book, first) || (best.precision === 'country' && /^\p{Lu}{2,}$/u.test(tokens[first]!.text))) ||
      /^(?:NN|JJ)/.test(tokens[last]?.pos ?? ''))
  )
    return false;
  // "the East and North gates", "the Abbey"
  if (
    last - first === 1 &&
    best.precision !== 'region' &&
    (DIRECTIONS.has(tokens[first]!.lower) || PLACE_NOUNS.has(tokens[first]!.lower))
  )
    return false;
  if (best.precision === 'country' || best.precision === 'region') return whole || !continuesName(book, last);
  const before = first > doc.sentences[tokens[first]!.sentence]!.first ? tokens[first - 1]! : null;
  const runBegins =
    !before ||
    !isNameLike(doc, first - 1) ||
    (opensSentence(doc, first - 1) && before.pos !== 'NNP') ||
    DIRECTIONS.has(before.lower) ||
    book.taken[first - 1] === 1;
  const located = isLocated(book, first);
  const everyday =
    last - first === 1 &&
    (tokens[first]!.pos !== 'NNP' || GIVEN_NAMES.has(tokens[first]!.lower) || TITLE_WORDS.has(tokens[first]!.lower));
  if (!runBegins) return false;
  if (!whole && !TITLE_WORDS.has(tokens[last]?.lower ?? '')) return false;
  if (everyday) return located || nounBefore(book, first) !== null;
  if (located || best.population >= KNOWN_TO_ALL || best.precision === 'province') return true;
  if (nounBefore(book, first) || PLACE_NOUNS.has(tokens[last]?.lower ?? '')) return true;
  // "Kunar, Nangarhar, Khost": in a list of places; "Ternitz, Lower Austria": before one that holds it.
  const previous = found.at(-1);
  const listed = previous && first - previous.last <= 2 && /^[,/(]$|^and$|^or$/.test(tokens[previous.last]!.lower);
  const holder =
    /^[,(]$/.test(tokens[last]?.text ?? '') &&
    isNameLike(doc, last + 1) &&
    lookUp(book, tokens[last + 1]!.text).length > 0;
  return Boolean(listed || holder) || opensDateline(book, first, last) || headsEntry(book, first, last);
}

/** Is the next token a further part of the same name ("London Bridge", "Kuwait Times")? */
const continuesName = ({ doc, taken }: Book, last: number): boolean =>
  isNameLike(doc, last) &&
  !taken[last] &&
  doc.tokens[last]!.sentence === doc.tokens[last - 1]!.sentence &&
  !TITLE_WORDS.has(doc.tokens[last]!.lower) &&
  doc.tokens[last]!.pos === 'NNP';

/** Does a preposition of place govern the name, over directions and "the": "in northern", "outside", "in the"? */
export function isLocated({ doc }: Book, first: number): boolean {
  const { tokens } = doc;
  let i = first - 1;
  const { sentence } = tokens[first]!;
  while (
    i >= 0 &&
    tokens[i]!.sentence === sentence &&
    (DIRECTIONS.has(tokens[i]!.lower) || /^(?:the|nearby|both|central)$/.test(tokens[i]!.lower))
  )
    i--;
  const word = tokens[i];
  if (word?.sentence !== sentence) return false;
  return LOCATIVES.has(word.lower) || (word.lower === 'between' && WAYS.test(tokens[i - 1]?.lemma ?? ''));
}

/** "the road between Ménaka and Ansongo". */
const WAYS = /^(?:road|highway|route|axis|railway|line|stretch|border|track|bomb|mine|ied)$/;

/** "• 19/08, Ménaka: …": nothing but marks and numbers before it in the line, and a colon behind. */
function headsEntry({ doc }: Book, first: number, last: number): boolean {
  const { tokens } = doc;
  if (tokens[last]?.text !== ':') return false;
  for (let i = doc.sentences[tokens[first]!.sentence]!.first; i < first; i++)
    if (!/^(?:SYM|CD)$/.test(tokens[i]!.pos) && !tokens[i]!.capital) return false;
  return true;
}

/** "KABUL, Aug. 26 (…) - " at the head of a paragraph. */
export function opensDateline({ doc }: Book, first: number, last: number): boolean {
  const { tokens } = doc;
  const sentence = doc.sentences[tokens[first]!.sentence]!;
  if (first - sentence.first > 3) return false;
  // "Madrid, 21 May 2008."
  if (
    tokens[last]?.text === ',' &&
    /^\d|^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/.test(tokens[last + 1]?.lower ?? '')
  )
    return true;
  for (let i = last; i < Math.min(sentence.last, last + 14); i++) if (/^(?:-+|–|—)$/.test(tokens[i]!.text)) return true;
  return false;
}

/** A name that no list has, where the words put something in it: "in Wanathawilluwa", "at Kolonnawa". */
function unknownAt(book: Book, i: number, found: readonly FoundPlace[]): FoundPlace | null {
  const { doc, taken } = book;
  const { tokens } = doc;
  const token = tokens[i]!;
  if (
    token.pos !== 'NNP' ||
    token.text.length < 3 ||
    /^\p{Lu}+$/u.test(token.text) === !doc.sentences[token.sentence]!.upper
  )
    return null;
  const end = runEnd(doc, i, taken);
  if (end - i > 5 || book.catalogue.demonym(fold(token.text)) || TITLE_WORDS.has(token.lower)) return null;
  for (let j = i; j < end; j++)
    if (tokens[j]!.pos !== 'NNP' && tokens[j]!.text !== '.' && !JOINS.has(tokens[j]!.lower)) return null;
  const precision = nounBefore(book, i);
  if (!precision && !namesPlace(book, i, end) && !underHeading(book, i, end, found)) return null;
  return {
    first: i,
    last: end,
    names: [textOf(doc, i, end)],
    precision: precision ?? 'city',
    candidates: [],
    container: -1,
  };
}

/** "SOMALIA, Leego (Lower Shabelle), 26 June.": behind the country that opens the line. */
function underHeading({ doc }: Book, first: number, end: number, found: readonly FoundPlace[]): boolean {
  const previous = found.at(-1);
  if (!previous || previous.last !== first - 1 || doc.tokens[first - 1]!.text !== ',') return false;
  return (
    opensSentence(doc, previous.first) && previous.precision !== 'site' && /^[,(.:]$/.test(doc.tokens[end]?.text ?? '')
  );
}

/** "mayor of X", "east of X": what is always of a place. */
const OF_PLACE =
  /^(?:mayor|governor|bishop|archbishop|outskirts|edge|centre|center|streets|north|south|east|west|residents|people|town|village)$/;

function namesPlace({ doc, catalogue }: Book, first: number, end: number): boolean {
  const { tokens } = doc;
  const before = tokens[first - 1]?.lower === 'the' ? tokens[first - 2] : tokens[first - 1];
  if (before?.sentence !== tokens[first]!.sentence) return false;
  if (before.lower === 'of' && OF_PLACE.test(tokens[first - 2]?.lower ?? '')) return tokens[end]?.pos !== 'POS';
  if (!/^(?:in|at|near|outside|around)$/.test(before.lower)) return false;
  if (tokens[end]?.pos === 'POS' || /^NNS?$/.test(tokens[end]?.pos ?? '')) return false;
  // "at" puts things in companies and meetings too: it wants a larger place behind the name.
  if (before.lower !== 'at') return true;
  const next = /^(?:,|\(|in|near)$/.test(tokens[end]?.lower ?? '') ? tokens[end + 1] : undefined;
  const beyond = next && DIRECTIONS.has(next.lower) ? tokens[end + 2] : next?.lower === 'in' ? tokens[end + 2] : next;
  return (
    beyond !== undefined &&
    (catalogue.placesNamed(fold(beyond.text)).length > 0 ||
      beyond.capital ||
      /^(?:outside|near|the|at|in)$/.test(beyond.lower)) &&
    end - first <= 2
  );
}

/** A place is in the one that follows after a comma, a bracket or "in": "Heliopolis, Cairo", "Leego (Lower Shabelle)". */
function bindContainers({ doc }: Book, found: FoundPlace[]): void {
  const order: Record<string, number> = { site: 0, district: 1, city: 2, province: 3, country: 4, region: 5 };
  for (let p = 0; p + 1 < found.length; p++) {
    const place = found[p]!;
    const next = found[p + 1]!;
    const between = doc.tokens.slice(place.last, next.first);
    if (between.length > 4 || doc.tokens[place.first]!.sentence !== doc.tokens[next.first]!.sentence) continue;
    const words = between.map((token) => token.lower).join(' ');
    const binds =
      /^(?:,|\(|-|in|near|of|, in|, near|, outside|on the edge of|outside|in the)(?: (?:the|northern|southern|eastern|western|central|north|south|east|west))*$/.test(
        words,
      );
    // In capitals the country comes first: "TUNISIA, Sousse".
    const headed =
      /^,$/.test(words) && opensSentence(doc, place.first) && order[place.precision]! > order[next.precision]!;
    if (headed) next.container = p;
    else if (
      binds &&
      (order[place.precision]! < order[next.precision]! ||
        (place.precision === 'city' && next.precision === 'city' && words !== ','))
    )
      place.container = p + 1;
    else if (
      binds &&
      words === ',' &&
      place.precision === 'city' &&
      next.candidates.some(({ precision }) => precision !== 'city')
    )
      place.container = p + 1;
  }
}
