/** Ties told of two at once, and by words put together: "A and B are rivals", "fighting between A and B", "Iran-backed", "X-based". */
import { type Analysis, within } from '../analysis.js';
import type { Clause } from '../clauses.js';
import { nextMarked } from '../doc.js';
import { isFact } from '../facts.js';
import { mark, mayBe, perForm } from '../forms.js';
import { COMPOUNDS, HELP_NOUNS, MUTUAL_ALONE, RECIPROCAL, REVENGE, SUPPORTED_BY } from '../lexicon/relation-pairs.js';
import { BLESSINGS } from '../lexicon/relations.js';
import type { ActorEntity, PlaceEntity } from '../names/entities.js';
import { headLemma, isPerpetrator, nounAt } from '../nouns.js';
import type { NounPhrase } from '../phrases.js';
import type { RelationType } from '../vocabulary.js';
import { doersOf, groupIn, groupOf, namedActor, ownerOf, placesFrom, properName } from '../who.js';
import type { RelationBook } from './book.js';

export function pairRelations(a: Analysis, book: RelationBook): void {
  for (const clause of a.clauses) if (isFact(a, clause)) reciprocal(a, book, clause);
  between(a, book);
  compounds(a, book);
  help(a, book);
  under(a, book);
  grievances(a, book);
}

/** "A and B are rivals", "are at war with each other", "the two groups fight one another". */
function reciprocal(a: Analysis, book: RelationBook, clause: Clause): void {
  const type = typeOf(a, clause);
  if (!type) return;
  const groups = groupsOf(a, clause);
  groups.forEach((one, i) => {
    for (const other of groups.slice(i + 1)) if (one !== other) book.add(one, type, other, clause.sentence);
  });
}

function typeOf(a: Analysis, { verb, objects, prepositional }: Clause): RelationType | null {
  const { tokens } = a.doc;
  const end = verb.last + 6;
  const mutual = tokens
    .slice(verb.last, end)
    .some(
      ({ lower }, i) =>
        lower === 'together' ||
        (lower === 'other' && tokens[verb.last + i - 1]?.lower === 'each') ||
        lower === 'another' ||
        lower === 'forces',
    );
  const nouns = [...objects, ...prepositional.map(({ noun }) => noun)].map((n) => headLemma(a, nounAt(a, n)));
  const noun = nouns.map((word) => RECIPROCAL.get(word)).find((found) => found !== undefined);
  if (verb.lemma === 'be' || verb.lemma === 'remain' || verb.lemma === 'become') return noun?.noun ?? null;
  return mutual || MUTUAL_ALONE.has(verb.lemma) ? (RECIPROCAL.get(verb.lemma)?.verb ?? null) : null;
}

/** The groups joined as the subject; for "the two groups" and "both" the last two named. */
function groupsOf(a: Analysis, clause: Clause): ActorEntity[] {
  const subjects = doersOf(a, clause);
  const named = [...new Set(subjects.flatMap((np) => groupOf(a, np) ?? []))];
  if (named.length > 1) return named.slice(0, 4);
  const [np] = subjects;
  const cut = np && named.length ? cutOff(a, np) : null;
  if (cut) return [cut, ...named];
  const two = np && a.doc.tokens.slice(np.first, np.last).some(({ lower }) => lower === 'two' || lower === 'both');
  if (!np || !two) return [];
  const { first } = a.doc.sentences[Math.max(0, clause.sentence - 3)]!;
  const before = within(a.names.actorMentions, first, np.first)
    .map(({ actor }) => actor)
    .filter(({ kind }) => kind === 'group');
  return [...new Set(before.reverse())].slice(0, 2);
}

/** "X, led by Y, and Z have clashed": X, which what is said of it cuts off from Z. */
export function cutOff(a: Analysis, { first }: NounPhrase): ActorEntity | null {
  const { tokens, sentences } = a.doc;
  if (tokens[first - 1]?.lower !== 'and' || tokens[first - 2]?.lower !== ',') return null;
  const start = Math.max(sentences[tokens[first]!.sentence]!.first, first - 14);
  return (
    within(a.names.actorMentions, start, first - 2).find(
      ({ actor, last }) => actor.kind === 'group' && tokens[last]?.lower === ',',
    )?.actor ?? null
  );
}

/** "fighting between A and B", "an alliance between A and B". */
function between(a: Analysis, book: RelationBook): void {
  const { tokens, sentences } = a.doc;
  for (let i = 1; i + 3 < tokens.length; i++) {
    if (tokens[i]!.lower !== 'between') continue;
    const type = RECIPROCAL.get(tokens[i - 1]!.lemma)?.noun ?? RECIPROCAL.get(tokens[i - 1]!.lower)?.noun;
    if (!type) continue;
    const end = Math.min(sentences[tokens[i]!.sentence]!.last, i + 14);
    const both = within(a.names.actorMentions, i, end)
      .map(({ actor }) => actor)
      .filter(({ kind }) => kind === 'group');
    const [one, other] = [...new Set(both)];
    if (one && other) book.add(one, type, other, tokens[i]!.sentence);
  }
}

const compoundTie = perForm(({ lower }) => {
  const cut = lower.lastIndexOf('-');
  return (cut > 0 && COMPOUNDS.get(lower.slice(cut + 1))) || null;
});
const COMPOUND = mark((form) => compoundTie(form) !== null);

/** "al-Qaeda-linked", "Iran-backed", "Maiduguri-based": the tie of what the noun names to what the word begins with. */
function compounds(a: Analysis, book: RelationBook): void {
  const places = new Map<string, PlaceEntity>();
  for (const { place } of a.names.placeMentions) places.set(place.name.toLowerCase(), place);
  const { doc } = a;
  for (let i = nextMarked(doc, COMPOUND, 0); i < doc.tokens.length; i = nextMarked(doc, COMPOUND, i + 1)) {
    const { form, lower, sentence, text } = doc.tokens[i]!;
    const type = compoundTie(form);
    const cut = lower.lastIndexOf('-');
    const holder = holderOf(a, i);
    if (!holder) continue;
    const other = a.names.actorAt(i)?.actor ?? null;
    if (type === 'based-in') {
      const word = text.slice(0, cut);
      const place = places.get(word.toLowerCase()) ?? (/^\p{Lu}/u.test(word) ? word : null);
      if (place) book.add(holder, type, place, sentence);
    } else if (type === 'supports') {
      const backer = other ?? a.names.stateIn(i);
      if (backer && backer !== holder) book.add(backer, type, holder, sentence);
    } else if (type === 'led-by') {
      if (other?.kind === 'person') book.add(holder, type, other, sentence);
    } else if (other?.kind === 'group' && other !== holder) book.add(holder, type!, other, sentence);
  }
}

/** The group that the compound describes: named behind it in its phrase, or the one that the phrase is an apposition to. */
function holderOf(a: Analysis, token: number): ActorEntity | null {
  const n = a.phrases.nounAt[token] ?? -1;
  const np = n >= 0 ? nounAt(a, n) : null;
  const end = np ? Math.max(np.last, token + 1) : token + 3;
  const inside = groupIn(a, token + 1, end) ?? a.names.actorAt(end)?.actor ?? null;
  if (inside?.kind === 'group') return inside;
  if (!np) return null;
  const before = a.doc.tokens[np.first - 1]?.text === ',' ? a.names.actorAt(np.first - 2)?.actor : null;
  return before?.kind === 'group' ? before : null;
}

/** "Iran's support for X", "X enjoys the backing of Y". */
function help(a: Analysis, book: RelationBook): void {
  for (const np of a.phrases.nouns) {
    const preposition = a.doc.tokens[np.last]?.lower ?? '';
    const isFor = preposition === 'for' || preposition === 'to';
    if (!isFor && !SUPPORTED_BY.has(preposition)) continue;
    const lemma = headLemma(a, np);
    if (!HELP_NOUNS.has(lemma) && !BLESSINGS.has(lemma)) continue;
    const { sentence } = a.doc.tokens[np.head]!;
    const behind = a.phrases.nouns[a.phrases.nounAt[np.last + 1] ?? -1];
    if (!behind) continue;
    if (isFor) {
      const helped = groupOf(a, behind);
      const owner = ownerOf(a, np) ?? countryOf(a, np);
      if (helped && owner && owner !== helped && owner.kind !== 'person') book.add(owner, 'supports', helped, sentence);
    } else {
      const clause = a.clauses[a.clauseAt[np.head] ?? -1];
      const [subject] = clause && isFact(a, clause) ? doersOf(a, clause) : [];
      const helped = subject && subject !== np ? groupOf(a, subject) : null;
      const helper = namedActor(a, behind) ?? governmentAt(a, behind);
      const blessed = withIt(a, np) && BLESSINGS.has(lemma);
      if (
        helped &&
        helper &&
        helper !== helped &&
        helper.kind !== 'person' &&
        (blessed || clause?.objects.some((n) => nounAt(a, n) === np))
      )
        book.add(helper, 'supports', helped, sentence);
    }
  }
}

const withIt = ({ doc: { tokens } }: Analysis, { first }: NounPhrase): boolean => tokens[first - 1]?.lower === 'with';

const governmentAt = (a: Analysis, np: NounPhrase): ActorEntity | null =>
  a.names.placeAt(np.head)?.place.precision === 'country' ? a.names.actorFor(np.first, np.last) : null;

/** "Iran's support": the country that owns the phrase. */
function countryOf(a: Analysis, np: NounPhrase): ActorEntity | null {
  return np.owner >= 0 ? governmentAt(a, nounAt(a, np.owner)) : null;
}

/** "X fighters under NAME", "a band under NAME"; "Mosul is under the control of X". */
function under(a: Analysis, book: RelationBook): void {
  const { tokens } = a.doc;
  for (let i = 0; i + 1 < tokens.length; i++) {
    if (tokens[i]!.lower !== 'under') continue;
    const behind = a.phrases.nouns[a.phrases.nounAt[i + 1] ?? -1];
    if (!behind) continue;
    if (/^(?:control|rule|grip|sway)$/.test(headLemma(a, behind))) {
      controlled(a, book, i, behind);
      continue;
    }
    let end = tokens[i - 1]?.text === ',' ? i - 1 : i; // "X, under its chief Y, was"
    if (tokens[end - 1]?.text === ')' && tokens[end - 3]?.text === '(') end -= 3;
    // "Under X, the group burnt villages"
    const opens = a.doc.sentences[tokens[i]!.sentence]!.first === i;
    const before = opens
      ? a.phrases.nouns[a.phrases.nounAt[tokens[behind.last]?.text === ',' ? behind.last + 1 : -1] ?? -1]
      : a.phrases.nouns[a.phrases.nounAt[end - 1] ?? -1];
    const group = before && (opens || before.last === end) ? groupOf(a, before) : null;
    const known =
      tokens[behind.last]?.lower === 'known' && tokens[behind.last + 1]?.lower === 'as' ? behind.last + 2 : -1;
    const called = a.phrases.nouns[a.phrases.nounAt[known] ?? -1]; // "under the man known as X"
    const named = namedActor(a, called ?? behind) ?? properName(a, called ?? behind);
    if (!group || named?.kind !== 'person') continue;
    // "gunmen of X under Y": Y is one of X; "X under Y": Y leads it.
    if (!opens && isMany(a, before!)) book.add(named, 'member-of', group, tokens[i]!.sentence);
    else book.add(group, 'led-by', named, tokens[i]!.sentence);
  }
}

/** "fighters of X", "gunmen of the same group". */
function isMany(a: Analysis, np: NounPhrase): boolean {
  if (isPerpetrator(a, np)) return true;
  const whose =
    a.doc.tokens[np.first - 1]?.lower === 'of' ? a.phrases.nouns[a.phrases.nounAt[np.first - 2] ?? -1] : null;
  return !!whose && isPerpetrator(a, whose);
}

function controlled(a: Analysis, book: RelationBook, i: number, np: NounPhrase): void {
  const { last } = a.doc.sentences[a.doc.tokens[i]!.sentence]!;
  const group =
    ownerOf(a, np, 'group') ??
    (a.doc.tokens[np.last]?.lower === 'of' ? groupIn(a, np.last, Math.min(last, np.last + 5)) : null);
  const clause = a.clauses[a.clauseAt[i] ?? -1];
  if (!group || !clause || !isFact(a, clause) || !clause.subjects.length) return;
  for (const place of placesFrom(a, nounAt(a, clause.subjects[0]!).first))
    book.add(group, 'controls', place, clause.sentence);
}

/** Tokens behind a word of revenge in which it is said on whom. */
const REVENGE_REACH = 9;

const MAY_BE_REVENGE = mark(mayBe(REVENGE));

/** "X said the attack was revenge for Kenya's invasion": X blames Kenya. */
function grievances(a: Analysis, book: RelationBook): void {
  const { tokens, sentences } = a.doc;
  for (
    let i = nextMarked(a.doc, MAY_BE_REVENGE, 0);
    i + 2 < tokens.length;
    i = nextMarked(a.doc, MAY_BE_REVENGE, i + 1)
  ) {
    if (!REVENGE.has(tokens[i]!.lemma) && !REVENGE.has(tokens[i]!.lower)) continue;
    const clause = a.clauses[a.clauseAt[i] ?? -1];
    const speaker = clause && a.speakers[clause.index];
    const said = speaker ? groupOf(a, nounAt(a, speaker.noun)) : null;
    if (!said) continue;
    const end = Math.min(sentences[tokens[i]!.sentence]!.last, i + REVENGE_REACH);
    const np = within(a.phrases.nouns, i + 1, end).find((each) => blamable(a, each) !== null);
    const blamed = np && blamable(a, np);
    if (blamed && blamed !== said) book.add(said, 'blames', blamed, tokens[i]!.sentence);
  }
}

function blamable(a: Analysis, np: NounPhrase): ActorEntity | null {
  const named = a.names.actorAt(np.head)?.actor ?? governmentAt(a, np);
  return named && named.kind !== 'person' && named.kind !== 'group' ? named : null;
}
