/** Persons: by title, by given name, by age and apposition; later surnames bound to the full name; offices and whom they speak for. */
import { loadCatalogue } from '../../catalogue/catalogue.js';
import { type Doc, nextMarked, type Token, textOf } from '../doc.js';
import { CAPITALISED, perForm } from '../forms.js';
import { THINGS } from '../lexicon/things.js';
import { type Book, isTaken, mentionActor, namedEntity, newActor } from './book.js';
import { isNameLike, isTitleCase, runEnd } from './capitals.js';
import type { ActorEntity } from './entities.js';
import { BODY_HEADS, GROUP_NAME_WORDS } from './lexicon/bodies.js';
import { GIVEN_NAMES, NAME_PARTICLES, PERSON_PARTICLES, ROLES, TITLE_WORDS } from './lexicon/people.js';
import { LEADING_PLACE_NOUNS, PLACE_NOUNS } from './lexicon/sites.js';
import { referentOf } from './references.js';

/** From this much evidence on, a run of capitals is a person. */
const ENOUGH = 2;
const SAYING = new Set(
  'say tell add announce argue claim acknowledge note write insist admit confirm deny warn recall describe promise urge concede testify stress explain'.split(
    ' ',
  ),
);

/** Endings that only names of persons have: "Baitullah", "Sirajuddin", "ur-Rehman". */
const PERSON_ENDINGS = /.(?:ullah|uddin|eddine|urrahman)$/;

export function findPersons(book: Book): void {
  const { doc, taken } = book;
  /** Persons by surname and by full name, folded. */
  const bySurname = new Map<string, ActorEntity>();
  for (let i = nextMarked(doc, CAPITALISED, 0); i < doc.tokens.length; i = nextMarked(doc, CAPITALISED, i + 1)) {
    if (taken[i] || !isNameLike(doc, i)) continue;
    const end = runEnd(doc, i, taken);
    const first = afterTitles(doc, i, end);
    if (first < end && !isTaken(book, first, end)) {
      const known = end - first === 1 ? bySurname.get(doc.tokens[first]!.lower) : undefined;
      if (known && !isLocated(doc, first, end)) addPerson(book, known, i, first, end);
      else if (evidence(book, i, first, end) >= ENOUGH) {
        const person = samePerson(book, bySurname, first, end) ?? namedEntity(book, textOf(doc, first, end), 'person');
        person.kind = 'person';
        addPerson(book, person, i, first, end);
        for (const surname of surnames(doc, first, end)) if (!bySurname.has(surname)) bySurname.set(surname, person);
      }
    }
    i = end - 1;
  }
  bindSurnames(book, bySurname);
}

/** Index of the first token of the run that is no title: "Prime Minister" of "Prime Minister Theresa May". */
function afterTitles({ tokens }: Doc, first: number, end: number): number {
  let i = first;
  while (i < end) {
    const { lower, text } = tokens[i]!;
    const word = lower.replace(/-(?:designate|elect|general)$/, '');
    if (TITLE_WORDS.has(word) || ROLES.has(word) || (i > first && (text === '.' || lower === 'of' || lower === 'de')))
      i++;
    else break;
  }
  return i;
}

const isGiven = perForm(({ lower }) => GIVEN_NAMES.has(lower) || GIVEN_NAMES.has(lower.split('-')[0]!));
/** "Anglo-Dutch", "Russian" */
const namesNation = perForm(({ lower }) => lower.split('-').some((part) => loadCatalogue().demonym(part) !== null));

/** How much speaks for [first, end) being a person's name; titles stand in [from, first). */
function evidence(book: Book, from: number, first: number, end: number): number {
  const { doc } = book;
  const { tokens } = doc;
  const head = tokens[first]!;
  const last = tokens[end - 1]!;
  const sentence = doc.sentences[head.sentence]!;
  const before = first > sentence.first ? tokens[from - 1] : undefined;
  const after = end < sentence.last ? tokens[end] : undefined;
  let score = 0;
  if (from < first && !isOfficeOnly(tokens, from, first)) score += 3;
  else if (before && ROLES.has(before.lower) && before.pos !== 'SYM' && from === first) score += 2;
  // "its spokesman, Jeeyand Baloch,"
  if (
    before?.text === ',' &&
    saysWhat(tokens[from - 2]?.lower ?? '') &&
    after &&
    /^[,.]$/.test(after.text) &&
    end - first > 1
  )
    score += 3;
  // "the brothers Omar and Abdullah Maute"
  if (end - first === 1 && after?.lower === 'and' && hasKin(tokens, first)) score += 4;
  const given = isGiven(head.form);
  const length = end - first;
  // "alias Gentil Duarte", "NAME: Basit Ahmad Dar"
  if (before && (before.lower === 'alias' || (before.text === ':' && /^names?$/.test(tokens[from - 2]?.lower ?? ''))))
    score += 3;
  if (length > 1 && (after?.lower === 'alias' || (after?.text === ',' && tokens[end + 1]?.lower === 'alias')))
    score += 2;
  if (length > 1 && tokens.slice(first, end).some(({ lower }) => PERSON_ENDINGS.test(lower))) score += 2;
  if (given && length > 1) score += 2;
  for (let i = first; i < end; i++) {
    const { lower } = tokens[i]!;
    if (PERSON_PARTICLES.test(lower) || (i > first && NAME_PARTICLES.has(lower) && length > 1)) score += 1;
    if (PLACE_NOUNS.has(lower) || BODY_HEADS.has(lower) || GROUP_NAME_WORDS.has(lower)) score -= 4;
  }
  if (LEADING_PLACE_NOUNS.has(head.lower)) score -= 4;
  if (namesNation(head.form)) score -= length > 1 ? 3 : 6;
  if (after?.text === ',') {
    const next = tokens[end + 1];
    const beyond = tokens[end + 2];
    if (next && /^\d{1,3}$/.test(next.text) && /^[,.;]$/.test(beyond?.text ?? '')) score += 3;
    if (next?.lower === 'who' || next?.lower === 'whose') score += 2;
    if (length > 1 && (appositionRole(doc, end) || isWho(doc, end))) score += 2;
  }
  if (length > 1 && after && SAYING.has(after.lemma) && after.pos.startsWith('VB')) score += 1;
  if (length > 1 && after?.lower === 'who') score += 2;
  // "Ahmed Diriye, Mahad Karate and Jehad Mostafa"
  if (length > 1 && before && /^(?:,|and)$/.test(before.lower) && book.personEnds.has(from - 1)) score += 2;
  if (PLACE_NOUNS.has(after?.lower ?? '') && length <= 2 && score < 4) score -= 2;
  if (isLocated(doc, from, end) && !given && from === first) score -= 2;
  if (length === 1) score -= from < first && !/^(?:mr|mrs|ms|dr|gen|president)$/.test(tokens[first - 1]!.lower) ? 1 : 0;
  if (isTitleCase(doc, head.sentence) && !given && (from === first || length === 1)) score -= 3;
  if (length > 5 || last.pos === 'SYM') score -= 2;
  if (score < ENOUGH || from < first) return score;
  return book.catalogue.placesNamed(textOf(doc, first, end).toLowerCase())[0] ? score - 4 : score;
}

/** "X, a Tunisian who", "X, a local recruit,": does the phrase behind the comma say what somebody is? */
function isWho({ tokens, sentences }: Doc, comma: number): boolean {
  if (!/^(?:an?|the|another)$/.test(tokens[comma + 1]?.lower ?? '')) return false;
  const end = Math.min(sentences[tokens[comma]!.sentence]!.last, comma + 8);
  for (let i = comma + 2; i < end; i++) {
    const { lower, pos, text } = tokens[i]!;
    if (lower === 'who') return true;
    if (pos === 'POS' || /^(?:JJ|NN|NNP|CD|VBN)$/.test(pos)) continue;
    return (text === ',' || pos === 'IN') && saysWhat(tokens[i - 1]!.lower);
  }
  return false;
}

/** A noun for what somebody is: "an army reservist, Corey Hurren,". */
const saysWhat = (noun: string): boolean =>
  ROLES.has(noun) || THINGS.get(noun)?.class === 'person' || /.{3}(?:ist|man|woman)$/.test(noun);

/** Stands a word for brothers or sisters right before the name, over a comma? */
const hasKin = (tokens: readonly Token[], first: number): boolean =>
  /^(?:brothers|sisters|twins|cousins|siblings|couple)$/.test(
    tokens[tokens[first - 1]?.text === ',' ? first - 2 : first - 1]?.lower ?? '',
  );

/** "State", "Federal", "Home": words of offices that alone are no title of a person. */
function isOfficeOnly(tokens: Token[], from: number, first: number): boolean {
  for (let i = from; i < first; i++)
    if (
      ROLES.has(tokens[i]!.lower) ||
      /^(?:mr|mrs|ms|dr|gen|lt|col|maj|capt|sgt|brig|adm|sen|rep|gov|prof|rev|sir|pope|prime|minister|secretary)$/.test(
        tokens[i]!.lower,
      )
    )
      return false;
  return true;
}

/** The role that follows a name after a comma: the index of its noun ("Yasser Arafat, the PLO chairman"), or 0. */
export function appositionRole({ tokens, sentences }: Doc, comma: number): number {
  if (tokens[comma]?.text !== ',') return 0;
  const end = sentences[tokens[comma]!.sentence]!.last;
  for (let i = comma + 1; i < Math.min(end, comma + 8); i++) {
    const { pos, lower, text } = tokens[i]!;
    if (ROLES.has(lower) && lower !== 'father') return i;
    if (text === ',' || pos.startsWith('VB') || pos === 'IN' || pos === 'CC' || pos === 'WP') return 0;
  }
  return 0;
}

const isLocated = ({ tokens }: Doc, first: number, end: number): boolean => {
  const before = tokens[first - 1];
  return (
    before?.sentence === tokens[first]!.sentence &&
    /^(?:in|at|near|outside|around|into|across|throughout|from)$/.test(before.lower) &&
    tokens[end]?.pos !== 'POS'
  );
};

/** The same man by a shorter or longer form: "Zahran" after "Zahran Hashim", "Abdul-Malik al-Houthi" after "Abdul-Malik". */
function samePerson(
  book: Book,
  bySurname: Map<string, ActorEntity>,
  first: number,
  end: number,
): ActorEntity | undefined {
  const { doc } = book;
  const whole = textOf(doc, first, end).toLowerCase();
  for (const name of [doc.tokens[end - 1]!.lower, doc.tokens[first]!.lower]) {
    const person = bySurname.get(name);
    if (!person) continue;
    const known = person.name.toLowerCase();
    if (known.includes(whole) || whole.includes(known)) {
      if (whole.length > known.length) person.name = textOf(doc, first, end);
      return person;
    }
  }
  return undefined;
}

/** What a person may be called by later: the last name, with and without its particle, and two-part surnames. */
function surnames({ tokens }: Doc, first: number, end: number): string[] {
  const last = tokens[end - 1]!.lower;
  const names = [last];
  const bare = /^(?:al|el|ul|ur|as|ash|ad)[-'](.+)$/.exec(last)?.[1];
  if (bare) names.push(bare);
  for (let i = first + 1; i < end - 1; i++)
    if (tokens[i]!.capital && tokens[i]!.text.length > 3) names.push(tokens[i]!.lower);
  if (end - first > 1 && tokens[first]!.lower.length > 3) names.push(tokens[first]!.lower);
  return names;
}

function addPerson(book: Book, person: ActorEntity, from: number, first: number, end: number): void {
  mentionActor(book, person, { first, last: end });
  book.personEnds.add(end);
  book.taken.fill(1, from, end);
  for (let i = from; i < first; i++)
    if (ROLES.has(book.doc.tokens[i]!.lower)) person.roles.push(book.doc.tokens[i]!.lower);
}

/** Surnames that stood alone before the full name was known, or among words that were no run of capitals. */
function bindSurnames(book: Book, bySurname: Map<string, ActorEntity>): void {
  const { doc, taken } = book;
  if (!bySurname.size) return;
  for (let i = nextMarked(doc, CAPITALISED, 0); i < doc.tokens.length; i = nextMarked(doc, CAPITALISED, i + 1)) {
    if (taken[i] || !isNameLike(doc, i)) continue;
    const person = bySurname.get(doc.tokens[i]!.lower);
    if (!person || isLocated(doc, i, i + 1)) continue;
    if (
      isNameLike(doc, i - 1) &&
      !taken[i - 1] &&
      doc.tokens[i - 1]!.pos === 'NNP' &&
      doc.tokens[i - 1]!.sentence === doc.tokens[i]!.sentence
    )
      continue;
    // Within a longer run of capitals it is another name.
    if (
      isNameLike(doc, i + 1) &&
      !taken[i + 1] &&
      doc.tokens[i + 1]!.sentence === doc.tokens[i]!.sentence &&
      doc.tokens[i + 1]!.pos === 'NNP'
    ) {
      const two = bySurname.get(doc.tokens[i + 1]!.lower);
      if (two !== person) continue;
      mentionActor(book, person, { first: i, last: i + 2 });
      i++;
      continue;
    }
    mentionActor(book, person, { first: i, last: i + 1 });
  }
}

/** Gives persons the actor for whom they speak or whom they lead, by the words around their name. */
export function bindAffiliations(book: Book): void {
  const { doc } = book;
  const { tokens } = doc;
  for (const { actor: person, first, last } of book.actorMentions) {
    if (person.kind !== 'person') continue;
    const sentence = doc.sentences[tokens[first]!.sentence]!;
    // "Taliban spokesman Zabihullah Mujahid", "White House spokesman John Kirby"
    let i = first - 1;
    while (
      i >= sentence.first &&
      i > first - 8 &&
      (ROLES.has(tokens[i]!.lower) ||
        TITLE_WORDS.has(tokens[i]!.lower) ||
        /^(?:\.|of|for|the|'s|’s)$/.test(tokens[i]!.lower))
    ) {
      if (ROLES.has(tokens[i]!.lower)) person.roles.push(tokens[i]!.lower);
      i--;
    }
    if (i < first - 1 && !person.of) person.of = actorEndingAt(book, i + 1, sentence.first);
    // "Its spokesman, Jeeyand Baloch, warned"
    const office = tokens[first - 1]?.text === ',' ? tokens[first - 2] : undefined;
    if (office && first - 2 >= sentence.first && ROLES.has(office.lower)) person.roles.push(office.lower);
    // "Gen. Michael Kurilla of U.S. Central Command"
    if (tokens[last]?.lower === 'of' && tokens[last]!.sentence === tokens[first]!.sentence)
      person.of ??= actorBetween(book, last + 1, last + 3);
    // "Omar Haijawi-Pirchner, head of the state security service DSN"
    const role = appositionRole(doc, last);
    if (!role) continue;
    person.roles.push(tokens[role]!.lower);
    person.of ??=
      actorBetween(book, last + 1, role) ??
      (/^(?:of|for|in)$/.test(tokens[role + 1]?.lower ?? '')
        ? actorBetween(book, role + 2, Math.min(sentence.last, role + 9))
        : null);
  }
}

/** "Its spokesman, Jeeyand Baloch": whose spokesman, once it is known to whom "its" refers. */
export function bindOwners(book: Book): void {
  const { tokens } = book.doc;
  for (const { actor: person, first } of book.actorMentions) {
    if (
      person.kind !== 'person' ||
      person.of ||
      tokens[first - 1]?.text !== ',' ||
      !ROLES.has(tokens[first - 2]?.lower ?? '')
    )
      continue;
    const owner = /^(?:its|their)$/.test(tokens[first - 3]?.lower ?? '')
      ? referentOf(book, first - 3, first - 2)
      : null;
    if (owner && isEmployer(owner)) person.of = owner;
  }
}

function actorEndingAt(book: Book, end: number, from: number): ActorEntity | null {
  for (let i = end - 1; i >= from && i > end - 7; i--) {
    const mention = book.actorsFrom.get(i);
    if (mention) return mention.last === end && isEmployer(mention.actor) ? mention.actor : null;
  }
  return null;
}

const isEmployer = ({ kind }: ActorEntity): boolean => kind !== 'person' && kind !== 'population';

function actorBetween(book: Book, from: number, to: number): ActorEntity | null {
  for (let i = from; i < to; i++) {
    if (/^[,;.]$/.test(book.doc.tokens[i]?.text ?? '')) return null;
    const mention = book.actorsFrom.get(i);
    if (mention && isEmployer(mention.actor)) return mention.actor;
  }
  return null;
}

/** A person of whom only the office is said, for "the general", "a police colonel". */
export function newPerson(name: string): ActorEntity {
  const person = newActor(name, 'person');
  person.generic = true;
  return person;
}
