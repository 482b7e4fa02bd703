/** Ties told by nouns: "its leader, X", "X, the head of Y", "Y spokesman X", "X is a member of Y". */

import { type Analysis, within } from '../analysis.js';
import type { Clause } from '../clauses.js';
import { clausesIn, endOf, isFact } from '../facts.js';
import { mayBe } from '../forms.js';
import { DISAFFECTED, NAMING, ROLE_NOUNS, type RoleNoun } from '../lexicon/relations.js';
import type { ActorEntity } from '../names/entities.js';
import { followedBy, isPerpetrator, isPronoun, nounAt, thingOf, withOwner } from '../nouns.js';
import type { NounPhrase } from '../phrases.js';
import { groupIn, groupOf, namedActor, ownerOf, placesFrom, properName, topicAt, wholeSpan } from '../who.js';
import { type RelationBook, sinceIn } from './book.js';

/** "four members of X", told before it is said who they are. */
interface Band {
  host: ActorEntity;
  sentence: number;
}
/** How many sentences on their names may follow. */
const BAND_REACH = 3;

const mayBeRole = mayBe(ROLE_NOUNS);

export function roleRelations(a: Analysis, book: RelationBook): void {
  bandRelations(a, book);
  a.phrases.nouns.forEach((np, n) => {
    // "Joseph Kony's Lord's Resistance Army"
    const led = np.owner >= 0 ? a.names.actorAt(np.head)?.actor : undefined;
    const owner = led?.kind === 'group' ? nounAt(a, np.owner) : null;
    const leader = owner && (a.names.actorAt(owner.head)?.actor ?? properName(a, owner));
    const { sentence } = a.doc.tokens[np.head]!;
    if (led && leader?.kind === 'person') book.add(led, 'led-by', leader, sentence);
    // "the Baloch Liberation Army's Majeed Brigade"
    else if (led && leader?.kind === 'group' && leader !== led) book.add(led, 'branch-of', leader, sentence);
    unitOf(a, book, np);
    for (let token = np.first; token < np.last; token++) {
      const { form, lemma, lower, pos } = a.doc.tokens[token]!;
      if (!mayBeRole(form)) continue;
      const role = /^(?:NN|NNS|NNP|JJ)$/.test(pos) ? (ROLE_NOUNS.get(lemma) ?? ROLE_NOUNS.get(lower)) : undefined;
      if (role && !(a.names.actorAt(token)?.actor.kind === 'group')) roleAt(a, book, n, np, token, role);
    }
  });
}

/** "the Maguid faction of the group", "the Tenth Front of X": a part that has a name. */
function unitOf(a: Analysis, book: RelationBook, np: NounPhrase): void {
  const { tokens } = a.doc;
  const unit = a.names.actorAt(np.head)?.actor;
  if (unit?.kind !== 'group' || tokens[np.last]?.lower !== 'of' || !mayBeRole(tokens[np.last - 1]!.form)) return;
  const behind = a.phrases.nouns[a.phrases.nounAt[np.last + 1] ?? -1];
  const host = behind ? groupOf(a, behind) : null;
  if (host && host !== unit) book.add(unit, 'branch-of', host, tokens[np.head]!.sentence);
}

/** "… arrested four members of X. One of them is A. The others are B and C." */
function bandRelations(a: Analysis, book: RelationBook): void {
  const { tokens } = a.doc;
  let band: Band | null = null;
  let next = 0;
  for (const clause of a.clauses) {
    for (; next < a.phrases.nouns.length && a.phrases.nouns[next]!.first < clause.verb.first; next++)
      band = bandAt(a, next) ?? band;
    if (!band || clause.verb.lemma !== 'be' || !clause.subjects.length || clause.sentence - band.sentence > BAND_REACH)
      continue;
    const subject = nounAt(a, clause.subjects[0]!);
    const { lower, pos } = tokens[subject.head]!;
    const ofThem = pos === 'CD' && tokens[subject.last]?.lower === 'of' && tokens[subject.last + 1]?.lower === 'them';
    if (!ofThem && !/^(?:others|rest|they)$/.test(lower)) continue;
    for (const n of clause.objects) {
      const mention = a.names.actorAt(nounAt(a, n).head);
      if (mention?.actor.kind !== 'person') break;
      book.add(mention.actor, 'member-of', band.host, clause.sentence);
    }
  }
}

function bandAt(a: Analysis, n: number): Band | null {
  const np = nounAt(a, n);
  const head = a.doc.tokens[np.head]!;
  const role = head.pos === 'NNS' ? ROLE_NOUNS.get(head.lemma) : undefined;
  const host = role?.type === 'member-of' ? hostOf(a, np, np.head, role) : null;
  return host && { host, sentence: head.sentence };
}

function roleAt(a: Analysis, book: RelationBook, n: number, np: NounPhrase, token: number, role: RoleNoun): void {
  const { tokens } = a.doc;
  // "a breakaway faction of X" is no branch of it.
  if (
    role.type === 'branch-of' &&
    tokens.slice(np.first, token).some(({ lower }) => /^(?:splinter|breakaway|dissident|rival|offshoot)$/.test(lower))
  )
    return;
  // "the network's chief financier": the role is the financier's
  if (
    role.holder === 'person' &&
    token < np.head &&
    !a.names.actorAt(np.head) &&
    ROLE_NOUNS.has(tokens[np.head]!.lemma)
  )
    return;
  const host = hostOf(a, np, token, role) ?? topicHost(a, np, token);
  if (!host) return;
  const where =
    role.holder === 'group' && /^(?:in|across)$/.test(tokens[np.last]?.lower ?? '') ? placesFrom(a, np.last + 1) : [];
  const many =
    tokens[token]!.pos === 'NNS' || /^(?:an?|one)$/.test(tokens[np.first]!.lower) || isOneOfMany(a, np, token);
  const former = tokens.slice(np.first, token).some(({ lower }) => DISAFFECTED.has(lower));
  for (const { actor, sentence, since } of holders(a, n, np, token, role)) {
    if (actor.id === host.id || !fits(actor, role)) continue;
    const type = many && role.many ? role.many : role.type;
    const holderIsFrom = role.end === 'from' || type !== role.type;
    if (former && type === 'led-by') continue;
    book.add(holderIsFrom ? actor : host, type, holderIsFrom ? host : actor, sentence, since);
    // "its branch in Mali"
    for (const place of where) book.add(actor, 'operates-in', place, sentence);
  }
}

/** Roles that in a report about one group are roles in it: "Azhar remains the amir", "a member, X, was charged". */
const OF_TOPIC = new Set(
  'leader emir amir founder co-founder member commander fighter militant recruit operative ideologue financier lieutenant cadre offshoot chairman treasurer bodyguard'.split(
    ' ',
  ),
);

function topicHost(a: Analysis, np: NounPhrase, token: number): ActorEntity | null {
  const { tokens } = a.doc;
  if (token !== np.head || np.owner >= 0 || !OF_TOPIC.has(tokens[token]!.lemma) || tokens[np.last]?.lower === 'of')
    return null;
  const { lower } = tokens[np.first]!;
  if (!/^(?:the|an?|one)$/.test(lower) && np.first !== token) return null;
  return topicAt(a, np.first);
}

/** Words before "leader", "chief" that make him one of several. */
const LESSER = new Set(
  'senior top deputy local regional provincial military media field district political operational key second leading financial finance propaganda area oldest youngest veteran longest-serving best-known front sector zone battalion brigade'.split(
    ' ',
  ),
);

/** "al-Shabaab commander X", "its media chief", "X's head of finance": one of those who lead. */
function isOneOfMany(a: Analysis, np: NounPhrase, token: number): boolean {
  const { tokens } = a.doc;
  const owned = np.owner >= 0 || tokens[np.first]!.pos === 'PRP$';
  for (let i = np.first; i < token; i++)
    if (LESSER.has(tokens[i]!.lower) && !(owned && tokens[i]!.lower === 'top')) return true; // "the group's top commander
  if (tokens[token]!.lemma === 'commander' && !/^(?:the|its|their)$/.test(tokens[np.first]!.lower) && np.owner < 0)
    return true;
  // "head of finance"
  const of = tokens[token + 1]?.lower === 'of' ? a.phrases.nouns[a.phrases.nounAt[token + 2] ?? -1] : undefined;
  return (
    np.owner >= 0 && of !== undefined && groupIn(a, of.first, of.last) === null && namedActor(a, of)?.kind !== 'group'
  );
}

const fits = ({ kind, generic }: ActorEntity, role: RoleNoun): boolean =>
  role.holder === 'group'
    ? kind === 'group' || kind === 'organisation'
    : kind === 'person' || (generic && kind === 'population');

/** The group of which the role is one: "its", "X's", "X spokesman", "spokesman for X". */
function hostOf(a: Analysis, np: NounPhrase, token: number, role: RoleNoun): ActorEntity | null {
  const before = groupIn(a, np.first, token);
  if (before) return before;
  // "X, its enemy,": the owner was named before X
  if (role.holder === 'group' && a.doc.tokens[np.first]!.pos === 'PRP$' && a.doc.tokens[np.first - 1]?.text === ',') {
    const beside = a.names.actorAt(np.first - 2);
    if (beside?.actor.kind === 'group')
      return subjectBefore(a, np, beside.actor) ?? groupNamedBefore(a, beside.first, beside.actor);
  }
  const owner = ownerOf(a, np);
  if (owner) return owner.kind === 'group' ? owner : null;
  if (role.type === 'rival-of' && token < np.head) return lastGroupBefore(a, np) ?? objectOf(a, np);
  // "a splinter group of X"
  const kind =
    role.holder === 'group' &&
    /^(?:group|faction|organisation|organization|movement|cell|unit|militia|force)$/.test(a.doc.tokens[np.head]!.lemma);
  if (token !== np.head && !kind && a.names.actorAt(np.head)?.actor.kind !== 'person') return null;
  const scope = token === np.head || kind ? np : { ...np, last: token + 1 };
  if (a.doc.tokens[scope.last]?.pos !== 'IN' && a.doc.tokens[scope.last]?.pos !== 'TO') return null;
  const prepositions =
    role.type === 'rival-of' || role.type === 'ally-of' ? /^(?:of|to|with)$/ : /^(?:of|for|in|within|from|with)$/;
  for (const { preposition, noun } of followedBy(a, scope, 3)) {
    if (!prepositions.test(preposition)) break;
    const behind = nounAt(a, noun);
    const named = namedActor(a, behind) ?? groupIn(a, behind.first, behind.last) ?? ownerOf(a, behind);
    if (named?.kind === 'group') return named;
    if (named || behind.owner >= 0) break;
  }
  return null;
}

/** "Rival group X accused Y": of the one to whom it does what is told. */
function objectOf(a: Analysis, np: NounPhrase): ActorEntity | null {
  const clause = a.clauses[a.clauseAt[np.head] ?? -1];
  return clause?.objects.map((n) => groupOf(a, nounAt(a, n))).find((group) => group !== null) ?? null;
}

/** "the rival group X": of the group that was spoken of before. */
function lastGroupBefore(a: Analysis, np: NounPhrase): ActorEntity | null {
  const own = a.names.actorAt(np.head)?.actor ?? a.names.actorAt(np.last)?.actor;
  return own?.kind === 'group' ? groupNamedBefore(a, np.first, own) : null;
}

/** "The movement stood in the shadow of X, its rival": the group that the sentence is about. */
function subjectBefore(a: Analysis, np: NounPhrase, own: ActorEntity): ActorEntity | null {
  const [clause] = clausesIn(a, a.doc.tokens[np.head]!.sentence);
  const subject = clause?.subjects.length ? nounAt(a, clause.subjects[0]!) : null;
  const group = subject && subject.last < np.first ? groupOf(a, subject) : null;
  return group === own ? null : group;
}

/** Another group than `own`, named last before a token. */
const groupNamedBefore = (a: Analysis, token: number, own: ActorEntity): ActorEntity | null =>
  within(a.names.actorMentions, Math.max(0, token - 300), token).findLast(
    ({ actor }) => actor.kind === 'group' && actor !== own,
  )?.actor ?? null;

interface Holder {
  actor: ActorEntity;
  sentence: number;
  since: ReturnType<typeof sinceIn>;
}

/** Those whom the role is said of. */
function holders(a: Analysis, n: number, np: NounPhrase, token: number, role: RoleNoun): Holder[] {
  const { tokens } = a.doc;
  const { sentence } = tokens[np.head]!;
  const plain = (actor: ActorEntity): Holder => ({ actor, sentence, since: null });
  // "Taliban spokesman Zabihullah Mujahid", "its martyrs A and B"
  const inside = token === np.head ? null : a.names.actorAt(np.head);
  if (inside && inside.first > token) return listFrom(a, inside.first).map(plain);
  const end = phraseEnd(a, np);
  const adjoining = a.names.actorAt(np.last);
  if (adjoining && adjoining.first === np.last) return listFrom(a, np.last).map(plain);
  // "its leader, X,", "one of its men, X"; not the next of a list or the subject of what follows
  if (tokens[end]?.text === ':' && tokens[token]!.pos === 'NNS') {
    const listed = listFrom(a, end + 1); // "Two affiliates of X: Y and Z"
    if (listed.length) return listed.map(plain);
  }
  if (tokens[end]?.lower === ',') {
    const at = tokens[end + 1]?.lower === 'the' && !a.names.actorAt(end + 1) ? end + 2 : end + 1;
    const after = a.names.actorAt(at);
    if (after && after.first === at && fits(after.actor, role))
      return tokens[token]!.pos === 'NNS' && token === np.head
        ? peopleFrom(a, at, role).map(plain)
        : [plain(after.actor)];
    const unknown = after ? null : unknownAt(a, end + 1);
    if (unknown && role.holder === 'person') return [plain(unknown)];
  }
  // "X, the head of Y", "X, one of its leaders", "X, 34, a member of Y"
  let start = opening(a, np);
  while (tokens[start - 1]?.pos === 'RB') start--; // "X, originally a wing of Y"
  if (tokens[start - 1]?.lower === ',') {
    const before = nameEndingAt(a, start - 1);
    if (before && fits(before, role)) return [plain(before)];
  }
  const said = byVerb(a, n, np, role);
  if (said.length) return said;
  const predicate = byPredicate(a, n, np, role);
  if (predicate.length || role.holder !== 'group' || token !== np.head || tokens[np.first]!.lower !== 'the')
    return predicate;
  // "the al-Qaeda affiliate": the group that was named last
  const other = /^(?:affiliate|franchise|offshoot|splinter|branch|arm)$/.test(tokens[token]!.lower);
  const host = other && tokens[np.last]?.lower !== 'in' ? groupIn(a, np.first, token) : null;
  const meant = host && groupNamedBefore(a, np.first, host);
  return meant ? [plain(meant)] : [];
}

/** "its founders, A and B": all of them that fit. */
const peopleFrom = (a: Analysis, i: number, role: RoleNoun): ActorEntity[] =>
  listFrom(a, i).filter((actor) => fits(actor, role));

/** "Its leader is X", "the founders were A and B", "Its rivals include X": the objects of what the role is the subject of. */
function byPredicate(a: Analysis, n: number, np: NounPhrase, role: RoleNoun): Holder[] {
  const { tokens } = a.doc;
  const clause = [a.clauses[a.clauseAt[np.head] ?? -1], a.clauses[(a.clauseAt[np.head] ?? -1) + 1]].find((each) =>
    each?.subjects.includes(n),
  );
  if (!clause || clause.verb.negated || clause.verb.modal) return [];
  if (!/^(?:be|include|remain|comprise)$/.test(clause.verb.lemma) || tokens[clause.verb.last]?.pos === 'IN') return [];
  return clause.objects.flatMap((o) => {
    const object = nounAt(a, o);
    const actor = namedActor(a, object) ?? (role.holder === 'person' ? properName(a, object) : null);
    return actor && fits(actor, role) && actor.id !== hostOf(a, np, np.head, role)?.id
      ? [{ actor, sentence: clause.sentence, since: null }]
      : [];
  });
}

/** A name between commas that no list knows. */
function unknownAt(a: Analysis, i: number): ActorEntity | null {
  const np = a.phrases.nouns[a.phrases.nounAt[i] ?? -1];
  return np && np.first === i && /^[,.]$/.test(a.doc.tokens[np.last]?.text ?? '') ? properName(a, np) : null;
}

/** "X is the leader of Y", "X became its head". */
function byVerb(a: Analysis, n: number, np: NounPhrase, role: RoleNoun): Holder[] {
  const clause = a.clauses[a.clauseAt[np.head] ?? -1];
  if (!clause || !isFact(a, clause)) return [];
  const made = NAMING.has(clause.verb.lemma);
  const { lemma } = clause.verb;
  if (clause.verb.passive ? !made && !CALLING.has(lemma) : !made && !CALLING.has(lemma) && !BEING.test(lemma))
    return [];
  const start = opening(a, np);
  // Right behind the verb, with nothing but adverbs or "as" between.
  for (let i = clause.verb.last; i < start; i++) {
    const { pos, lower } = a.doc.tokens[i]!;
    if (
      !/^(?:RB|RBS|JJS|DT|CC)$/.test(pos) &&
      !/^(?:as|of|largest|most|violent|itself|himself|themselves)$/.test(lower) &&
      !isObject(a, clause, i)
    )
      return [];
  }
  if (clause.subjects.includes(n) || start < clause.verb.last) return [];
  const { first, last } = a.doc.sentences[clause.sentence]!;
  const becomes = clause.verb.lemma === 'become';
  const begun = becomes ? sinceIn(a, first, last, true) : sinceIn(a, clause.first, endOf(a, clause), false);
  // Who became the leader is so from then on.
  const since = begun && becomes ? { ...begun, end: null } : begun;
  // "described the group as …" tells of its object
  const described =
    (CALLING.has(lemma) || made) && !clause.verb.passive
      ? clause.objects.filter((o) => nounAt(a, o).last <= start && !isReflexive(a, o))
      : [];
  return (described.length ? described : clause.subjects).flatMap((s) => {
    const subject = nounAt(a, s);
    const named = namedActor(a, subject);
    const person =
      role.holder === 'person' &&
      (thingOf(a, subject)?.class === 'person' || isPerpetrator(a, subject) || isPronoun(a, subject));
    const actor =
      named ??
      (role.holder === 'person' ? properName(a, subject) : null) ??
      (person ? a.names.actorFor(...wholeSpan(a, subject)) : null);
    return actor ? [{ actor, sentence: clause.sentence, since }] : [];
  });
}

const BEING = /^(?:be|become|remain|serve|act)$/;
/** "describe X as a wing of Y", "call themselves a breakaway from Y". */
const CALLING = new Set(['describe', 'call', 'consider', 'regard', 'style', 'identify']);
const isReflexive = (a: Analysis, n: number): boolean => /self$|selves$/.test(a.doc.tokens[nounAt(a, n).head]!.lower);
const isObject = (a: Analysis, clause: Clause, token: number): boolean =>
  (CALLING.has(clause.verb.lemma) || NAMING.has(clause.verb.lemma)) &&
  clause.objects.includes(a.phrases.nounAt[token] ?? -1);

/** Where "one of its leaders" begins. */
function opening(a: Analysis, np: NounPhrase): number {
  const { tokens } = a.doc;
  const first = withOwner(a, np);
  return tokens[first - 1]?.lower === 'of' && tokens[first - 2]?.pos === 'CD' ? first - 2 : first;
}

/** Token after the phrase with its "of …". */
function phraseEnd(a: Analysis, np: NounPhrase): number {
  const behind = followedBy(a, np, 1).filter(({ preposition }) => /^(?:of|for|in)$/.test(preposition));
  return behind.length ? nounAt(a, behind[0]!.noun).last : np.last;
}

/** "A, B and C" from token i on, with what may be told of each: "A, active in X, and B". */
function listFrom(a: Analysis, i: number): ActorEntity[] {
  const { tokens, sentences } = a.doc;
  const end = sentences[tokens[i]?.sentence ?? -1]?.last ?? 0;
  const out: ActorEntity[] = [];
  let at = i;
  for (let mention = a.names.actorAt(at); mention && mention.first === at; mention = a.names.actorAt(at)) {
    out.push(mention.actor);
    at = mention.last;
    if (tokens[at]?.text === ',' && !a.names.actorAt(at + 1)) {
      let next = at + 1;
      while (next < end && !(tokens[next]!.lower === 'and' && tokens[next - 1]!.text === ',')) next++;
      if (a.names.actorAt(next + 1)) at = next;
    }
    while (/^(?:,|and)$/.test(tokens[at]?.lower ?? '')) at++;
  }
  return out;
}

/** The name before a comma, over an age between commas: "X, 34,". */
function nameEndingAt({ doc: { tokens }, names }: Analysis, comma: number): ActorEntity | null {
  let i = comma;
  if (tokens[i - 1]?.pos === 'CD' && tokens[i - 2]?.lower === ',') i -= 2;
  if (tokens[i - 1]?.lower === ')') {
    while (i > 0 && tokens[i - 1]!.lower !== '(') i--;
    i--;
  }
  const mention = names.actorAt(i - 1);
  return mention && mention.last === i ? mention.actor : null;
}
