/** Ties told by verbs: "leads", "founded", "operates in", "pledged allegiance to", "blames". */
import { type Analysis, within } from '../analysis.js';
import type { Clause } from '../clauses.js';
import { nextMarked, textOf } from '../doc.js';
import { clausesIn, endOf, isFact } from '../facts.js';
import { mark, mayBe } from '../forms.js';
import {
  ACTIVE,
  ARISING,
  DISAFFECTED,
  GIVING,
  HELP_GIVEN,
  PARTS,
  type Role,
  STRIFE,
  VERB_RELATIONS,
  type VerbRelation,
} from '../lexicon/relations.js';
import type { ActorEntity, PlaceEntity } from '../names/entities.js';
import { followedBy, headLemma, isPerpetrator, isPronoun, nounAt, thingOf } from '../nouns.js';
import type { NounPhrase } from '../phrases.js';
import {
  describedBefore,
  describedBy,
  doersOf,
  groupBehind,
  groupIn,
  groupOf,
  isArmed,
  isOfficial,
  namedActor,
  ownerOf,
  placesFrom,
  properName,
  subjectsOf,
  wholeSpan,
} from '../who.js';
import { type RelationBook, sinceIn } from './book.js';
import { isHeld, personOf } from './doers.js';
import { cutOff } from './pairs.js';

const FORCES = new Set(['force', 'fighter', 'rebel', 'militia', 'militiaman', 'faction', 'tribesman']);

export function verbRelations(a: Analysis, book: RelationBook): void {
  for (const clause of a.clauses) {
    if (!isHeld(a, clause)) continue;
    for (const relation of relationsOf(clause)) {
      a.trace?.trying(`lexicon/relations.ts: ${clause.verb.lemma} → ${relation.type}`, clause);
      tie(a, book, clause, relation);
    }
    a.trace?.by('relations/verbs.ts: active, giving', clause);
    active(a, book, clause);
    giving(a, book, clause);
  }
  strife(a, book);
}

/** The ties that the verb tells, with its particle or, where no row has that, without. */
const relationsOf = ({ verb }: Clause): readonly VerbRelation[] =>
  (verb.particle ? VERB_RELATIONS.get(`${verb.lemma}_${verb.particle}`) : null) ??
  (verb.particle && !/^(?:out|away|off)$/.test(verb.particle) ? null : VERB_RELATIONS.get(verb.lemma)) ??
  [];

/** The noun phrases that fill a role. */
function fillers(a: Analysis, clause: Clause, role: Role): NounPhrase[] {
  const passive = (clause.verb.passive && !isActive(a, clause)) || opensSentence(a, clause) || isReduced(a, clause);
  if (role === 'agent' && !passive) return doersOf(a, clause);
  const nouns =
    role === 'agent'
      ? prepositional(clause, /^by$/)
      : role !== 'patient'
        ? prepositional(clause, new RegExp(`^(?:${role.slice(5)})$`))
        : passive
          ? patientOf(a, clause)
          : clause.objects;
  return nouns.map((n) => {
    const np = nounAt(a, n);
    return role === 'patient' && passive && !namedActor(a, np) ? (describedBy(a, np) ?? np) : np;
  });
}

/** "X sheltered its men", "has long operated out of Y": a past tense that the tagger took for a participle. */
function isActive(a: Analysis, { verb, objects, prepositional: behind, subjects }: Clause): boolean {
  if (verb.form !== 'participle' || verb.first !== verb.head || !subjects.length) return false;
  if (behind.some(({ preposition }) => preposition === 'by')) return false;
  return (
    objects.some((n) => nounAt(a, n).first === verb.last) ||
    /^(?:operate|fight|clash|split|break|emerge)$/.test(verb.lemma)
  );
}

const prepositional = ({ prepositional: all }: Clause, wanted: RegExp): number[] => {
  const first = all.findIndex(({ preposition }) => wanted.test(preposition));
  if (first < 0) return [];
  // Those joined to the first by "and" carry its preposition; another phrase ends the list.
  const out: number[] = [];
  for (let i = first; i < all.length && all[i]!.preposition === all[first]!.preposition; i++) out.push(all[i]!.noun);
  return out;
};

/** "Founded in 2015 by …, X takes …": a participle at the beginning, whatever the tagger took it for. */
function opensSentence(a: Analysis, { verb, subjects, sentence, index }: Clause): boolean {
  const { pos } = a.doc.tokens[verb.head]!;
  if (subjects.length || !/^VB[ND]$/.test(pos) || verb.first > a.doc.sentences[sentence]!.first + 1) return false;
  return a.clauses[index + 1]?.sentence === sentence;
}

/** "X, founded in 2012 by Y, attacked": a participle that the tagger took for a past tense. */
function isReduced(a: Analysis, { verb, objects, prepositional: behind }: Clause): boolean {
  const bare = verb.first === verb.head && /^VB[ND]$/.test(a.doc.tokens[verb.head]!.pos);
  return bare && objects.length === 0 && behind.some(({ preposition }) => preposition === 'by');
}

/** The subject of a passive; of a participle that opens the sentence, that of the clause after it. */
const patientOf = (a: Analysis, clause: Clause): number[] =>
  opensSentence(a, clause) ? a.clauses[clause.index + 1]!.subjects : clause.subjects;

function tie(a: Analysis, book: RelationBook, clause: Clause, relation: VerbRelation): void {
  const { begins = false, object } = relation;
  // "came about when X joined hands with Y" is no alliance but the making of a third
  if (relation.type === 'ally-of' && ARISING.has(a.clauses[clause.parent]?.verb.lemma ?? '')) return;
  const type = relation.type === 'rival-of' && isSideBySide(a, clause) ? 'ally-of' : relation.type;
  // "holds most of Idlib", where the tagger sees no object
  if (relation.to === 'prep:of' && clause.objects.length) return;
  if (
    relation.habit &&
    (clause.verb.past || clause.verb.perfect || clause.verb.form !== 'finite' || clause.sentence === 0)
  )
    return;
  if (relation.passive && !clause.verb.passive) return;
  if (relation.with && !hasBehind(a, clause, relation.with)) return;
  if (object && !clause.objects.some((n) => object.has(headLemma(a, nounAt(a, n))))) return;
  const first =
    a.clauses[clause.index - 1]?.sentence === clause.sentence ? clause.first : a.doc.sentences[clause.sentence]!.first;
  const since = sinceIn(a, first, endOf(a, clause), begins);
  const found = fillers(a, clause, relation.from);
  const froms = found.length || relation.from === 'agent' ? found : describedBefore(a, clause);
  if (relation.place) {
    const [at] = fillers(a, clause, relation.to);
    if (!at) return;
    // "runs camps in X" rules nothing there
    if (type === 'controls' && relation.to === 'patient' && HELD_THERE.test(headLemma(a, at))) return;
    const places = placesFrom(a, at.first);
    if (!places.length && type === 'controls') places.push(...placesOfSubject(a, clause));
    for (const group of groupsOf(a, froms)) {
      for (const place of places)
        if (type !== 'controls' || place.precision !== 'site') book.add(group, type, place, clause.sentence, since);
    }
    return;
  }
  const tos = actorsAmong(a, clause, relation.to);
  for (const from of froms) {
    if (relation.person && !isSomebody(a, from)) continue;
    for (const to of tos) pair(a, book, clause, type, from, to, since);
  }
}

/** "fights in Syria for X": what fills the role and is no place, where one that is stands before it. */
function actorsAmong(a: Analysis, clause: Clause, role: Role): NounPhrase[] {
  const found = fillers(a, clause, role);
  if (!role.startsWith('prep:') || !found.length || !isOnlyPlace(a, found[0]!)) return found;
  const wanted = new RegExp(`^(?:${role.slice(5)})$`);
  const rest = clause.prepositional
    .filter(({ preposition }) => wanted.test(preposition))
    .map(({ noun }) => nounAt(a, noun));
  const others = rest.filter((np) => !isOnlyPlace(a, np));
  return others.length ? others.slice(0, 1) : found;
}

const isOnlyPlace = (a: Analysis, np: NounPhrase): boolean =>
  a.names.placeAt(np.head) !== null && a.names.actorAt(np.head) === null;

/** What a group has somewhere, without a hold on the place: "runs camps in X", "holds hostages in X". */
const HELD_THERE =
  /^(?:camp|cell|base|fighter|man|school|hospital|network|business|operation|attack|mine|hostage|prisoner|captive|post|checkpoint|weapon|meeting|talk)$/;

/** A person, or people of whom only that is said: "the two men". */
const isSomebody = (a: Analysis, np: NounPhrase): boolean =>
  (namedActor(a, np) ?? properName(a, np))?.kind === 'person' ||
  (!isPronoun(a, np) && (thingOf(a, np)?.class === 'person' || isPerpetrator(a, np)));

const hasBehind = ({ doc: { tokens } }: Analysis, { verb }: Clause, words: ReadonlySet<string>): boolean =>
  tokens.slice(verb.last, verb.last + 10).some(({ lower }) => words.has(lower));

/** "fought side by side with X". */
const isSideBySide = ({ doc: { tokens } }: Analysis, { verb }: Clause): boolean =>
  tokens
    .slice(verb.last, verb.last + 4)
    .some(({ lower }) => /^(?:side|alongside|together|jointly|shoulder|ranks)$/.test(lower));

/** "Mosul is the largest city controlled by X". */
function placesOfSubject(a: Analysis, clause: Clause): PlaceEntity[] {
  const before = a.clauses[clause.index - 1];
  if (before?.sentence !== clause.sentence || before.verb.lemma !== 'be' || !clause.verb.passive) return [];
  const np = before.subjects.length ? nounAt(a, before.subjects[0]!) : null;
  return np
    ? within(a.names.placeMentions, np.first, before.verb.first)
        .map(({ place }) => place)
        .slice(0, 1)
    : [];
}

/** The groups of the phrases, with one that is cut off by what is said of it: "X, a coalition …, and Y are". */
function groupsOf(a: Analysis, nps: NounPhrase[]): ActorEntity[] {
  const out: ActorEntity[] = [];
  for (const np of nps) {
    const group = groupOf(a, np);
    if (!group) continue;
    out.push(group);
    const cut = cutOff(a, np);
    if (cut) out.push(cut);
  }
  return out;
}

/** What may stand at the ends of each kind of tie. */
function pair(
  a: Analysis,
  book: RelationBook,
  clause: Clause,
  type: VerbRelation['type'],
  fromNp: NounPhrase,
  toNp: NounPhrase,
  since: ReturnType<typeof sinceIn>,
): void {
  const { sentence, verb } = clause;
  let from =
    namedActor(a, fromNp) ??
    (type === 'supports' ? governmentOf(a, fromNp) : null) ??
    (type === 'member-of' ? properName(a, fromNp) : null);
  const to =
    objectMeant(a, toNp, from) ?? (/^(?:led-by|founded-by|allegiance-to)$/.test(type) ? properName(a, toNp) : null);
  switch (type) {
    case 'led-by': {
      const led = from?.kind === 'group' ? from : PARTS.has(headLemma(a, fromNp)) ? partOf(a, fromNp) : null;
      if (led) for (const person of personsFrom(a, toNp, to)) book.add(led, type, person, sentence, since);
      return;
    }
    case 'founded-by': {
      if (from?.kind !== 'group') return;
      const behind = groupOf(a, toNp);
      if (behind && DISAFFECTED.has(a.doc.tokens[toNp.first]!.lower))
        book.add(from, 'splinter-of', behind, sentence, since);
      else if (to && (to.kind === 'person' || to.kind === 'group')) book.add(from, type, to, sentence, since);
      return;
    }
    case 'allegiance-to': {
      if (from?.generic) from = personsFrom(a, fromNp, null)[0] ?? from;
      const host = to?.kind === 'group' ? to : (groupOf(a, toNp) ?? to);
      if (!from && a.names.placeAt(fromNp.head)) return;
      const [named] = from ? [] : personsFrom(a, fromNp, null);
      const who = from ?? named ?? (isPronoun(a, fromNp) ? null : a.names.actorFor(...wholeSpan(a, fromNp)));
      const sworn = clause.objects.some((n) => SWORN.has(headLemma(a, nounAt(a, n))));
      if (who && host && !isOfficial(who) && (isArmed(who) || host.kind === 'group' || sworn))
        book.add(who, type, host, sentence, since);
      return;
    }
    case 'member-of': {
      const named = groupOf(a, toNp);
      // "X, a faction that rejoined the movement": the one named before
      const group = named && named === from ? otherBefore(a, fromNp, from) : named;
      if (!group || group.id === from?.id || within(a.dates, fromNp.first, fromNp.last).length) return;
      const who =
        from ??
        (isPronoun(a, fromNp) || /^(?:both|all)$/.test(a.doc.tokens[fromNp.head]!.lower)
          ? peopleBefore(a, fromNp)
          : a.names.actorFor(...wholeSpan(a, fromNp)));
      if (who && who.kind !== 'government' && who.kind !== 'agency') book.add(who, type, group, sentence, since);
      return;
    }
    case 'supports':
      if (
        from &&
        to &&
        (to.kind === 'group' || from.kind === 'group') &&
        !(from.kind === 'group' && to.kind !== 'group')
      )
        book.add(from, type, to, sentence, since);
      // "fighters of X", "elements of the secret service"
      else if (!from || !to) {
        const [one, other] = [from ?? bodyBehind(a, fromNp), to ?? groupOf(a, toNp)];
        if (one && one.kind !== 'person' && other?.kind === 'group') book.add(one, type, other, sentence, since);
      }
      return;
    case 'blames':
      blames(a, book, sentence, from, toNp);
      return;
    case 'also-known-as': {
      const words = a.doc.tokens[toNp.head]!.capital ? textOf(a.doc, toNp.first, toNp.last) : null;
      if (from?.kind === 'group' && (to || words)) book.add(from, type, to ?? words!, sentence, since);
      return;
    }
    case 'rival-of':
    case 'ally-of':
    case 'branch-of':
    case 'splinter-of': {
      // "X set it up after breaking with Y": what its founder left, it comes from.
      const founded = from?.kind === 'person' && type === 'splinter-of' ? book.foundedBy(from) : null;
      const one = founded ?? from ?? groupOf(a, fromNp);
      const other = to ?? groupOf(a, toNp);
      if (other?.kind !== 'group' || verb.modal) return;
      if (one?.kind === 'group') book.add(one, type, other, sentence, since);
      // "opposition forces liberated the town from X"
      else if (!one && type === 'rival-of' && FORCES.has(headLemma(a, fromNp))) {
        book.add(a.names.actorFor(fromNp.first, fromNp.last), type, other, sentence, since);
      }
    }
  }
}

/** Whom the object means: "Y supplied it with arms" in a report about X rather means X than whom the sentence before named. */
function objectMeant(a: Analysis, np: NounPhrase, from: ActorEntity | null): ActorEntity | null {
  const { topic } = a.names;
  const it =
    /^(?:it|its|them)$/.test(a.doc.tokens[np.first]!.lower) && topic && topic !== from && from?.kind === 'group';
  return it && topic.mentions[0]!.first < np.first ? topic : namedActor(a, np);
}

/** What is sworn to the leader of a group only. */
const SWORN = new Set(['allegiance', 'bayah', 'bayat', 'oath', 'fealty']);

/** "elements of the secret service": the body, of whatever kind. */
function bodyBehind(a: Analysis, np: NounPhrase): ActorEntity | null {
  const of = followedBy(a, np, 1).find(({ preposition }) => /^(?:of|in|from|within)$/.test(preposition));
  return groupOf(a, np) ?? (of ? namedActor(a, nounAt(a, of.noun)) : null);
}

/** The person named, with what names one in an apposition: "the brothers A and B", "a preacher named A". */
function personsFrom(a: Analysis, np: NounPhrase, to: ActorEntity | null): ActorEntity[] {
  if (to) return to.kind === 'person' ? [to] : [];
  const { tokens } = a.doc;
  // "one of its chiefs, X,"
  const of = tokens[np.head]!.pos === 'CD' && tokens[np.last]?.lower === 'of' ? followedBy(a, np, 1)[0] : undefined;
  if (of) return personsFrom(a, nounAt(a, of.noun), null);
  let i = np.last;
  if (tokens[i]?.lower === 'known' && tokens[i + 1]?.lower === 'as')
    i += 2; // "the man known as X"
  else if (/^(?:named|called)$/.test(tokens[i]?.lower ?? '') || tokens[i]?.text === ',') i++;
  const after = a.phrases.nouns[a.phrases.nounAt[i] ?? -1];
  const apposed = after && after.first === i && i > np.last ? personOf(a, after) : null;
  return apposed ? [apposed] : [];
}

/** The group named last before the phrase that is not the one it means. */
const otherBefore = (a: Analysis, { first }: NounPhrase, own: ActorEntity): ActorEntity | null =>
  within(a.names.actorMentions, Math.max(0, first - BEFORE), first).findLast(
    ({ actor }) => actor.kind === 'group' && actor !== own,
  )?.actor ?? null;
/** Tokens back in which it is looked for. */
const BEFORE = 200;

/** "leads the military wing of X". */
const partOf = (a: Analysis, np: NounPhrase): ActorEntity | null =>
  ownerOf(a, np, 'group') ?? groupBehind(a, np, /^of$/);

/** "Both belong to X": the people whom the sentence before speaks of. */
function peopleBefore(a: Analysis, np: NounPhrase): ActorEntity | null {
  const sentence = a.doc.tokens[np.head]!.sentence - 1;
  const [clause] = clausesIn(a, sentence);
  const subject = clause?.subjects.length ? nounAt(a, clause.subjects[0]!) : null;
  if (!subject || isPronoun(a, subject)) return null;
  return thingOf(a, subject)?.class === 'person' || isPerpetrator(a, subject)
    ? a.names.actorFor(...wholeSpan(a, subject))
    : null;
}

/** A grievance: an armed group, or one of its people, against anybody else. */
function blames(a: Analysis, book: RelationBook, sentence: number, from: ActorEntity | null, toNp: NounPhrase): void {
  if (!from || !isArmed(from) || groupIn(a, toNp.first, toNp.last)) return;
  // "blames the death on Israel"
  const on = followedBy(a, toNp, 2).find(({ preposition }) => preposition === 'on');
  const np = on ? nounAt(a, on.noun) : toNp;
  const blamed = namedActor(a, np);
  if ((isPronoun(a, np) && !blamed) || (blamed?.kind === 'person' && !blamed.generic)) return;
  const group = from.kind === 'person' && from.of ? from.of : from;
  book.add(group, 'blames', a.names.actorFor(np.first, np.last), sentence);
}

/** "had been active in Russia", "is based in": adjectives that the verb "be" joins to a place. */
function active(a: Analysis, book: RelationBook, clause: Clause): void {
  if (!/^(?:be|remain|become|stay)$/.test(clause.verb.lemma)) return;
  const { tokens } = a.doc;
  let i = clause.verb.last;
  while (tokens[i]?.pos === 'RB') i++;
  if (!ACTIVE.has(tokens[i]?.lower ?? '') || !/^(?:in|across|throughout)$/.test(tokens[i + 1]?.lower ?? '')) return;
  for (const n of clause.subjects) {
    const group = groupOf(a, nounAt(a, n));
    const type = /^(?:based|headquartered)$/.test(tokens[i]!.lower) ? 'based-in' : 'operates-in';
    if (group)
      for (const place of placesFrom(a, i + 2))
        book.add(group, type, place, clause.sentence, sinceIn(a, i, endOf(a, clause), false));
  }
}

/** "sends them missiles", "give the group money": two objects, the one helped first. */
function giving(a: Analysis, book: RelationBook, clause: Clause): void {
  if (!GIVING.has(clause.verb.lemma) || clause.verb.passive) return;
  const { tokens, sentences } = a.doc;
  const at = clause.verb.last;
  const helped =
    a.names.actorAt(at)?.actor ?? (tokens[at]?.pos === 'PRP' ? a.names.referent(at, at + 1) : null) ?? namedFrom(a, at);
  if (helped?.kind !== 'group') return;
  const end = Math.min(sentences[clause.sentence]!.last, at + 14);
  let gives = false;
  for (let i = at; i < end; i++) if (HELP_GIVEN.has(tokens[i]!.lemma)) gives = true;
  if (!gives) return;
  for (const np of subjectsOf(a, clause)) {
    const from = namedActor(a, np) ?? governmentOf(a, np);
    if (from && from.kind !== 'person') book.add(from, 'supports', helped, clause.sentence);
  }
}

/** A country as the one who does something. */
const governmentOf = (a: Analysis, np: NounPhrase): ActorEntity | null =>
  a.names.placeAt(np.head)?.place.precision === 'country' ? a.names.actorFor(np.first, np.last) : null;

const namedFrom = (a: Analysis, at: number): ActorEntity | null => {
  const np = a.phrases.nouns[a.phrases.nounAt[at] ?? -1];
  return np ? a.names.referent(np.first, np.last) : null;
};

const MAY_BE_STRIFE = mark(mayBe(STRIFE));

/** "conflict with the Taliban and Al-Qaeda", "at war with X": of the subject of the clause around it. */
function strife(a: Analysis, book: RelationBook): void {
  const { tokens, sentences } = a.doc;
  for (
    let token = nextMarked(a.doc, MAY_BE_STRIFE, 0);
    token + 2 < tokens.length;
    token = nextMarked(a.doc, MAY_BE_STRIFE, token + 1)
  ) {
    if (!STRIFE.has(tokens[token]!.lemma) || !/^(?:with|against)$/.test(tokens[token + 1]!.lower)) continue;
    const clause = a.clauses[a.clauseAt[token] ?? -1];
    if (!clause || (clause.verb.head !== token && !isFact(a, clause))) continue;
    const [first] = clause.subjects;
    const one = first === undefined ? null : groupOf(a, nounAt(a, first));
    if (!one) continue;
    const end = Math.min(sentences[clause.sentence]!.last, token + 16);
    for (let i = token + 2; i < end; i++) {
      const mention = a.names.actorAt(i);
      if (mention?.actor.kind === 'group' && mention.first === i)
        book.add(one, 'rival-of', mention.actor, clause.sentence);
      else if (/^(?:VB.?|MD)$/.test(tokens[i]!.pos)) break;
    }
  }
}
