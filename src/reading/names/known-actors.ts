/** Groups, agencies, governments and organisations of the catalogue, by the longest name that stands in the text. */
import { fold, type KnownActor } from '../../catalogue/catalogue.js';
import { nextMarked, type Token, textOf } from '../doc.js';
import { CAPITALISED, foldedText, mark, perForm } from '../forms.js';
import { type Book, knownEntity, mentionActor } from './book.js';
import { isNameLike, mayBeginKnown, opensSentence } from './capitals.js';
import { longestActorFrom, mayEndActor, nationOf, placesOf } from './known-words.js';
import { GROUP_NAME_WORDS } from './lexicon/bodies.js';
import { GIVEN_NAMES } from './lexicon/people.js';

/** Words after a hyphen that leave the name before it a name: "ISIL-held", "al-Qaida-linked". */
const COMPOUND =
  /^(.+)[-‐‑](?:held|linked|led|affiliated|aligned|backed|controlled|inspired|run|based|allied|style|claimed|directed|influenced|supported|sponsored|funded|financed|armed|trained|loyal|aligned)$/i;
/** Endings by which a state is said to help: "Iran-backed". */
const HELPED = /(?:backed|supported|sponsored|funded|financed|armed|trained)$/i;

const compounded = perForm(({ text }) => COMPOUND.exec(text)?.[1] ?? '');
/** The name of an actor may begin with the word, or stand in it. */
const MAY_BEGIN = mark((form) => longestActorFrom(form) > 0 || compounded(form) !== '');

export function findKnownActors(book: Book): void {
  const { doc, taken } = book;
  for (let i = nextMarked(doc, MAY_BEGIN, 0); i < doc.tokens.length; i = nextMarked(doc, MAY_BEGIN, i + 1)) {
    if (taken[i] || !mayBeginKnown(doc, i)) continue;
    const match = longestMatch(book, i) ?? compoundMatch(book, i);
    if (!match) continue;
    const { known, last } = match;
    if (isSurname(book, i, last, known) || isInLongerName(book, i, last)) continue;
    const actor = knownEntity(book, known);
    mentionActor(book, actor, { first: i, last });
    i = last - 1;
  }
}

interface Match {
  known: KnownActor;
  last: number;
}

function longestMatch(book: Book, i: number): Match | null {
  const { doc, catalogue } = book;
  const token = doc.tokens[i] as Token;
  const words = longestActorFrom(token.form);
  if (words === 0) return null;
  const sentence = doc.sentences[token.sentence];
  if (!sentence) return null;
  let limit = Math.min(sentence.last, i + words + 2);
  for (let j = i + 1; j < limit; j++) if (endsEvery((doc.tokens[j] as Token).form)) limit = j;
  for (let last = limit; last > i; last--) {
    const end = doc.tokens[last - 1] as Token;
    if (end.pos === 'POS' || end.text === '.') continue;
    if (!sentence.upper && last > i + 1 && !endsName(end)) continue;
    // A word that touches the one before it may be folded with it into one.
    if (!mayEndActor(end.form) && (last === i + 1 || doc.tokens[last - 2]!.end < end.start)) continue;
    const text = textOf(doc, i, last);
    const before = doc.tokens[i - 1];
    const written = sentence.upper
      ? undefined
      : before?.lower === 'the' && before.sentence === token.sentence
        ? `the ${text}`
        : text;
    const known = choose(book, catalogue.actorsNamed(fold(text), written));
    if (!known) continue;
    // A single everyday word that opens a sentence, or stands in capitals among capitals, is no name.
    if (
      last === i + 1 &&
      token.pos !== 'NNP' &&
      token.text.length > 1 &&
      (sentence.upper || (opensSentence(doc, i) && !isAcronym(token.text)))
    )
      continue;
    return { known, last };
  }
  return null;
}

/** No name goes on over these marks. */
const endsEvery = perForm(({ text }) => /^[,;:()[\]"“”?!—–]/.test(text));
/** Names end in a capital, a number or a short word. */
const endsName = (token: Token): boolean => token.capital || mayEndName(token.form);
const mayEndName = perForm(
  ({ text, lower }) => text.length <= 3 || NAME_NOUNS.has(lower) || /\p{Lu}|\p{N}/u.test(text),
);
/** Nouns that end a name and are often written small: "the Haqqani network". */
const NAME_NOUNS = new Set([
  'network',
  'group',
  'movement',
  'front',
  'brigades',
  'organisation',
  'organization',
  'party',
]);
const isAcronym = (text: string): boolean => text.length > 1 && text === text.toUpperCase();

function compoundMatch(book: Book, i: number): Match | null {
  const token = book.doc.tokens[i] as Token;
  const name = compounded(token.form);
  if (!name) return null;
  const upper = book.doc.sentences[token.sentence]?.upper;
  const known =
    choose(book, book.catalogue.actorsNamed(fold(name), upper ? undefined : name)) ??
    (HELPED.test(token.text) ? book.catalogue.governmentMeant(fold(name)) : null);
  return known ? { known, last: i + 1 } : null;
}

/**
 * Of several actors of one name the one that the report already speaks of, then one of a country in which the report's
 * other names lie, then the likeliest.
 */
function choose(book: Book, candidates: readonly KnownActor[]): KnownActor | null {
  const [first] = candidates;
  if (!first) return null;
  if (candidates.length === 1) return first;
  const seen = candidates.find(({ key }) => book.byKey.has(key));
  if (seen) return seen;
  const countries = countriesOf(book);
  let best = first;
  let most = 0;
  for (const candidate of candidates) {
    let votes = 0;
    for (const country of candidate.countries) votes += countries.get(country) ?? 0;
    // Where the report names none of their countries, the one that more lists hold is the likelier.
    if (votes > most || (votes === 0 && most === 0 && candidate.lists.length > best.lists.length))
      [best, most] = [candidate, votes];
  }
  return best;
}

const countryVotes = new WeakMap<Book, Map<string, number>>();

/** How often the report names each country, by its name or demonym or a place in it. */
function countriesOf(book: Book): Map<string, number> {
  const known = countryVotes.get(book);
  if (known) return known;
  const votes = new Map<string, number>();
  const { doc, catalogue } = book;
  for (let i = nextMarked(doc, CAPITALISED, 0); i < doc.tokens.length; i = nextMarked(doc, CAPITALISED, i + 1)) {
    if (!isNameLike(doc, i)) continue;
    const { form } = doc.tokens[i] as Token;
    const country =
      nationOf(form) ?? catalogue.governmentMeant(foldedText(form))?.countries[0] ?? placesOf(form)[0]?.country;
    if (country) votes.set(country, (votes.get(country) ?? 0) + 1);
  }
  countryVotes.set(book, votes);
  return votes;
}

/** "al-Jihad" in "Ansar al-Jihad al-Alami" is no name of its own. */
function isInLongerName({ doc, taken }: Book, first: number, last: number): boolean {
  const before = doc.tokens[first - 1];
  // "Shabab al-Sunnah"
  const after = doc.tokens[last];
  if (
    last === first + 1 &&
    /^al-./.test(after?.lower ?? '') &&
    after!.text !== after!.lower &&
    after!.sentence === doc.tokens[first]!.sentence
  )
    return true;
  return (
    last === first + 1 &&
    before?.sentence === doc.tokens[first]!.sentence &&
    !taken[first - 1] &&
    before.capital &&
    GROUP_NAME_WORDS.has(before.lower)
  );
}

/** "Hussein al-Houthi" is a man, not the movement. */
function isSurname(book: Book, first: number, last: number, known: KnownActor): boolean {
  if (known.kind !== 'group' || last !== first + 1) return false;
  const before = book.doc.tokens[first - 1];
  return (
    before !== undefined &&
    before.capital &&
    before.sentence === book.doc.tokens[first]?.sentence &&
    GIVEN_NAMES.has(before.lower.split('-')[0] ?? '')
  );
}
