/** Who does what a clause tells, over what the parser puts between a name and its verb. */
import { type Analysis, within } from '../analysis.js';
import type { Clause } from '../clauses.js';
import { isFact } from '../facts.js';
import type { ActorEntity } from '../names/entities.js';
import type { NounPhrase } from '../phrases.js';
import { groupOf, namedActor, subjectsOf } from '../who.js';

/** The subjects; where one stands for nobody, the name that it is an apposition to, or the one that opens the sentence. */
export function doersOf(a: Analysis, clause: Clause): NounPhrase[] {
  const subjects = subjectsOf(a, clause);
  if (!subjects.length) return clause.verb.finite ? opener(a, clause) : [];
  return subjects.map((np) => {
    if (namedActor(a, np)) return np;
    const named = namedBefore(a, np) ?? whose(a, np);
    if (named) return named;
    return groupOf(a, np) ? np : (opener(a, clause)[0] ?? np);
  });
}

/** "X, a faction that broke away, operates": X. */
function namedBefore(a: Analysis, np: NounPhrase): NounPhrase | null {
  const { tokens } = a.doc;
  let comma = np.first - 1;
  while (tokens[comma]?.pos === 'RB') comma--;
  if (tokens[comma]?.text !== ',') return null;
  const mention = a.names.actorAt(comma - 1);
  const phrase = mention && a.phrases.nouns[a.phrases.nounAt[mention.last - 1] ?? -1];
  return phrase && mention.last === comma && phrase.last === comma ? phrase : null;
}

/** "X, whose fighters have clashed with Y": X. */
function whose(a: Analysis, np: NounPhrase): NounPhrase | null {
  const { tokens } = a.doc;
  if (tokens[np.first - 1]?.lower !== 'whose' && tokens[np.first]?.lower !== 'whose') return null;
  const { first } = a.doc.sentences[tokens[np.first]!.sentence]!;
  const mention = within(a.names.actorMentions, first, np.first).at(-1);
  return mention ? (a.phrases.nouns[a.phrases.nounAt[mention.last - 1] ?? -1] ?? null) : null;
}

/** Is the tie told as one that is: as fact, or as what somebody is believed to do? */
export function isHeld(a: Analysis, clause: Clause): boolean {
  if (isFact(a, clause)) return true;
  const governor = a.clauses[clause.parent];
  return (
    clause.verb.form === 'infinitive' &&
    !clause.verb.negated &&
    governor?.verb.passive === true &&
    !governor.verb.negated &&
    /^(?:believe|think|know|say|report|understand|consider|estimate|hold)$/.test(governor.verb.lemma)
  );
}

/** "X, a preacher from Y who had studied in Z, set up": the name that opens the sentence, where a comma stands before the verb. */
function opener(a: Analysis, { sentence, verb }: Clause): NounPhrase[] {
  const { tokens, sentences } = a.doc;
  const { first } = sentences[sentence]!;
  let before = verb.first - 1;
  while (tokens[before]?.pos === 'RB') before--;
  if (tokens[before]?.text !== ',') return [];
  const np = a.phrases.nouns[a.phrases.nounAt[first] ?? -1];
  if (!np || np.first !== first || np.last >= before || !namedActor(a, np)) return [];
  const bracket = tokens[np.last]?.text === '(' ? np.last + 3 : np.last;
  return tokens[bracket]?.text === ',' ? [np] : [];
}

/** A name of two words or more that no list knows, where only a person can stand. */
export function properName(a: Analysis, { first, last }: NounPhrase): ActorEntity | null {
  const tokens = a.doc.tokens.slice(first, last);
  if (tokens.length < 2 || tokens.length > 4 || a.names.placeAt(first)) return null;
  const actor = tokens.every(({ capital, pos }) => capital && pos === 'NNP') ? a.names.actorFor(first, last) : null;
  return actor?.kind === 'person' ? actor : null;
}

/** The person whom a phrase names, known or not. */
export function personOf(a: Analysis, np: NounPhrase): ActorEntity | null {
  const named = namedActor(a, np);
  return named ? (named.kind === 'person' ? named : null) : properName(a, np);
}

/** The group that the clause is about: its subject, or the last one named before its verb in the sentence. */
export function groupOfClause(a: Analysis, clause: Clause): ActorEntity | null {
  for (const np of doersOf(a, clause)) {
    const group = groupOf(a, np);
    if (group) return group;
  }
  const { first } = a.doc.sentences[clause.sentence]!;
  const named = within(a.names.actorMentions, first, clause.verb.first).findLast(({ actor }) => actor.kind === 'group');
  return named?.actor ?? null;
}

/** How many sentences back the group that a report is about may have been named. */
const REACH = 4;

/** The group named last before a token, in its sentence or those before it. */
export function groupBefore(a: Analysis, token: number): ActorEntity | null {
  const sentence = Math.max(0, a.doc.tokens[token]!.sentence - REACH);
  const { first } = a.doc.sentences[sentence]!;
  return within(a.names.actorMentions, first, token).findLast(({ actor }) => actor.kind === 'group')?.actor ?? null;
}
