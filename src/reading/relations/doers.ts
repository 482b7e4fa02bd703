/** Who does what a clause tells, over what the parser puts between a name and its verb. */
import { type Analysis, within } from '../analysis.js';
import type { Clause } from '../clauses.js';
import { isFact } from '../facts.js';
import type { ActorEntity } from '../names/entities.js';
import type { NounPhrase } from '../phrases.js';
import { doersOf, groupOf, namedActor, properName } from '../who.js';

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
