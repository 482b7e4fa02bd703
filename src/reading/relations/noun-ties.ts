/** Ties told by nouns whatever the verb ("keeps close ties to X"), and changes at the head of a group. */
import { type Analysis, within } from '../analysis.js';
import type { Clause } from '../clauses.js';
import { nextMarked } from '../doc.js';
import { clausesIn, isFact } from '../facts.js';
import { mark, perForm } from '../forms.js';
import { LEADERSHIP, MERGING, NOUN_TIES, PASSING, REINS, SUCCEEDING, UNTYING } from '../lexicon/relations.js';
import type { ActorEntity } from '../names/entities.js';
import { headLemma, nounAt } from '../nouns.js';
import { doersOf, groupIn, groupOf, namedActor, ownerOf, topicAt } from '../who.js';
import type { RelationBook } from './book.js';
import { groupBefore, groupOfClause, personOf } from './doers.js';

/** Tokens before the noun in which it may be said that there is no such tie. */
const BEFORE = 5;
/** Tokens after the preposition in which the other end is named. */
const AFTER = 7;

const tieOf = perForm(({ lower }) => NOUN_TIES.get(lower) ?? null);
const TIE = mark((form) => tieOf(form) !== null);

export function nounTies(a: Analysis, book: RelationBook): void {
  const { tokens } = a.doc;
  for (let i = nextMarked(a.doc, TIE, 1); i + 1 < tokens.length; i = nextMarked(a.doc, TIE, i + 1)) {
    const { form, sentence } = tokens[i]!;
    const tie = tieOf(form);
    if (!tie?.prepositions.has(tokens[i + 1]!.lower)) continue;
    const { first, last } = a.doc.sentences[sentence]!;
    if (tokens.slice(Math.max(first, i - BEFORE), i).some((token) => UNTYING.has(token.lower))) continue;
    const clause = a.clauses[a.clauseAt[i] ?? -1];
    if (!clause || clause.verb.negated || clause.verb.modal) continue;
    const from = ownerNear(a, i) ?? holderOf(a, clause, tie.type === 'allegiance-to');
    if (!from) continue;
    for (const to of namedFrom(a, i + 2, Math.min(last, i + 2 + AFTER)))
      if (to !== from && to.of !== from) book.add(from, tie.type, to, sentence);
  }
}

/** "X's ties to", "X's pledge of allegiance to": the group that owns the phrase. */
function ownerNear(a: Analysis, i: number): ActorEntity | null {
  for (const token of [i, i - 2]) {
    const np = a.phrases.nouns[a.phrases.nounAt[token] ?? -1];
    const owner = np && np.head === token && np.owner >= 0 ? ownerOf(a, np, 'group') : null;
    if (owner) return owner;
  }
  return null;
}

/** The group that the clause or the sentence is about; for an oath not the one of a person who swears it. */
function holderOf(a: Analysis, clause: Clause, sworn: boolean): ActorEntity | null {
  const [opening] = clausesIn(a, clause.sentence);
  for (const each of opening && opening !== clause ? [clause, opening] : [clause])
    for (const np of doersOf(a, each)) {
      const named = namedActor(a, np);
      if (named?.kind === 'person' && sworn) return null;
      const group = named?.kind === 'group' ? named : groupOf(a, np);
      if (group) return group;
    }
  return sworn ? null : groupOfClause(a, clause);
}

/** The groups (and leaders of groups) named one after another among the tokens [first, last), up to a verb or a comma. */
function namedFrom(a: Analysis, first: number, last: number): ActorEntity[] {
  const out: ActorEntity[] = [];
  for (let i = first; i < last; i++) {
    const mention = a.names.actorAt(i);
    if (mention) {
      if (mention.actor.kind === 'group') out.push(mention.actor);
      i = mention.last - 1;
      continue;
    }
    const { pos, text } = a.doc.tokens[i]!;
    if (/^(?:VB.?|MD|WDT|WP)$/.test(pos) || (text === ',' && !out.length) || text === ';') break;
  }
  return [...new Set(out)];
}

/** "under the leadership of X", "X's command", "broke away under X". */
export function leadershipRelations(a: Analysis, book: RelationBook): void {
  for (const clause of a.clauses) {
    if (!isFact(a, clause) || MERGING.has(clause.verb.lemma)) continue;
    for (const { preposition, noun } of clause.prepositional) {
      if (preposition !== 'under') continue;
      const np = nounAt(a, noun);
      const led = LEADERSHIP.has(headLemma(a, np));
      const after =
        led && a.doc.tokens[np.last]?.lower === 'of' ? a.phrases.nouns[a.phrases.nounAt[np.last + 1] ?? -1] : null;
      const person = led ? (after ? personOf(a, after) : ownerOf(a, np, 'person')) : personOf(a, np);
      const group =
        person &&
        doersOf(a, clause)
          .map((doer) => groupOf(a, doer))
          .find(Boolean);
      if (person && group) book.add(group, 'led-by', person, clause.sentence);
    }
  }
}

/** "X took over the leadership", "Y succeeded X", "X was replaced by Y": of the group that the other led. */
export function successionRelations(a: Analysis, book: RelationBook): void {
  for (const clause of a.clauses) {
    if (!isFact(a, clause)) continue;
    const { verb } = clause;
    if (PASSING.has(verb.lemma)) passed(a, book, clause);
    const doers = verb.passive
      ? clause.prepositional.filter(({ preposition }) => preposition === 'by').map(({ noun }) => nounAt(a, noun))
      : doersOf(a, clause);
    const [doer] = doers;
    const person = doer ? (personOf(a, doer) ?? apposedTo(a, doer.last)) : null;
    if (!person) continue;
    if (SUCCEEDING.has(verb.lemma)) {
      const before = verb.passive ? clause.subjects : clause.objects;
      for (const n of before) {
        const former = personOf(a, nounAt(a, n));
        const led = former && (book.ledBy(former) ?? (former.of?.kind === 'group' ? former.of : null));
        if (led) book.add(led, 'led-by', person, clause.sentence);
      }
    } else if (isTakeover(a, clause)) {
      const end = a.doc.sentences[clause.sentence]!.last;
      const led = groupIn(a, verb.last, Math.min(end, verb.last + 8)) ?? groupBefore(a, verb.first);
      if (led) book.add(led, 'led-by', person, clause.sentence);
    }
  }
}

/** "Command of the group fell to X", "the leadership passed to his brother, X". */
function passed(a: Analysis, book: RelationBook, clause: Clause): void {
  const [subject] = clause.subjects;
  const reins = subject === undefined ? null : nounAt(a, subject);
  if (!reins || !REINS.has(headLemma(a, reins))) return;
  const to = clause.prepositional.find(({ preposition }) => preposition === 'to');
  const np = to && nounAt(a, to.noun);
  const person = np && (personOf(a, np) ?? apposedTo(a, np.last));
  const group =
    ownerOf(a, reins, 'group') ?? groupIn(a, reins.last, clause.verb.first) ?? topicAt(a, clause.verb.first);
  if (person && group) book.add(group, 'led-by', person, clause.sentence);
}

/** "took over as leader", "assumed command", "took the helm". */
function isTakeover(a: Analysis, { verb, objects, prepositional }: Clause): boolean {
  if (verb.lemma === 'take' && verb.particle === 'over' && !objects.length) return true; // "X took over from Y"
  if (!/^(?:take|take_over|assume|inherit)$/.test(verb.particle ? `${verb.lemma}_${verb.particle}` : verb.lemma))
    return false;
  const led = [...objects, ...prepositional.filter(({ preposition }) => preposition === 'as').map(({ noun }) => noun)];
  return led.some(
    (n) =>
      LEADERSHIP.has(headLemma(a, nounAt(a, n))) ||
      /^(?:leader|commander|head|emir|chief)$/.test(headLemma(a, nounAt(a, n))),
  );
}

/** "his brother, X, took over". */
function apposedTo(a: Analysis, end: number): ActorEntity | null {
  if (a.doc.tokens[end]?.text !== ',') return null;
  const [mention] = within(a.names.actorMentions, end + 1, end + 6);
  return mention?.first === end + 1 && mention.actor.kind === 'person' ? mention.actor : null;
}
