import { verbIn } from '../acts.js';
import type { Analysis } from '../analysis.js';
import type { Clause } from '../clauses.js';
import { speakerOf } from '../danger.js';
import { MENACING_SPEECH } from '../lexicon/threats.js';
import type { ActorEntity } from '../names/entities.js';
import type { ThreatType } from '../vocabulary.js';
import { isArmed } from '../who.js';
import { attackers, spokenFor } from './armed.js';

/** A threat as one clause or noun phrase tells it. */
export interface Found {
  actor: ActorEntity;
  type: ThreatType;
  against: string[];
  clause: Clause;
  /** Who says so, where it is not the speaker of the clause. */
  by?: ActorEntity;
}

/** What the subject of a clause threatens, and says itself where the verb is one of saying. */
export const told = (a: Analysis, type: ThreatType, against: string[], clause: Clause): Found[] =>
  attackers(a, clause).map((actor) => {
    const { verb } = clause;
    // "threatens the lives of X" is no speech, "threatened X" is
    const speaks =
      verbIn(MENACING_SPEECH, clause) && (verb.lemma !== 'threaten' || verb.past || verb.perfect || verb.progressive);
    const group = speaks ? spokenFor(actor) : null;
    const own = speaks && !isReported(a, clause);
    return { actor: group ?? actor, type, against, clause, ...(own ? { by: actor } : {}) };
  });

/** "The prosecutor said they had threatened": by another than themselves. */
function isReported(a: Analysis, clause: Clause): boolean {
  const said = a.speakers[clause.index];
  if (!said || said.clause === clause.index) return false;
  const speaker = speakerOf(a, clause);
  return speaker !== null && !isArmed(speaker);
}
