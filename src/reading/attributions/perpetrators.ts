/** Whom a noun phrase puts forward as a perpetrator, or as the one who speaks for a group. */
import type { Analysis } from '../analysis.js';
import type { Clause } from '../clauses.js';
import { partyOf } from '../incidents/parties.js';
import { SUSPECTING, VOICES } from '../lexicon/attributions.js';
import type { ActorEntity } from '../names/entities.js';
import { followedBy, headLemma, isPronoun, nounAt, thingOf } from '../nouns.js';
import type { NounPhrase } from '../phrases.js';
import { groupIn } from '../who.js';

const SPEAKER_OF_OWN = new Set(['we', 'us', 'i', 'me', 'our', 'my', 'ours', 'ourselves']);

/** The group, or the person, that could be a perpetrator; nothing for an office. */
export function actorsOf(a: Analysis, np: NounPhrase, clause: Clause): ActorEntity[] {
  const n = a.phrases.nounAt[np.head]!;
  if (SPEAKER_OF_OWN.has(a.doc.tokens[np.first]!.lower)) {
    const speaker = speakerOf(a, clause);
    return speaker ? [ownGroup(speaker)] : [];
  }
  const party = partyOf(a, n);
  if (party.kind === 'group') return [party.actor];
  const named = a.names.actorAt(np.head)?.actor;
  const spokenFor = named && named.kind !== 'organisation' ? null : spokenForBy(a, np, clause);
  if (spokenFor) return [spokenFor];
  if (named) return [named];
  if (party.kind === 'perpetrators') return [party.group ?? a.names.actorFor(np.first, np.last)];
  const referred = a.names.referent(np.first, np.last);
  if (referred) return [referred];
  const isSomebody =
    (!isPronoun(a, np) && thingOf(a, np)?.class === 'person') || a.doc.tokens[np.head]!.lower.endsWith('-old');
  return isSomebody ? [a.names.actorFor(np.first, np.last)] : [];
}

/** A person of a group stands for it when he claims or denies. */
export const ownGroup = (actor: ActorEntity): ActorEntity =>
  actor.kind !== 'group' && actor.of?.kind === 'group' ? actor.of : actor;

/** "a spokesman for the Tigers", "a statement from X", "a caller claiming to speak for X": the group behind the words. */
function spokenForBy(a: Analysis, np: NounPhrase, clause: Clause): ActorEntity | null {
  if (!VOICES.has(headLemma(a, np))) return null;
  if (np.owner >= 0) {
    const owner = nounAt(a, np.owner);
    const group = groupIn(a, owner.first, owner.last);
    if (group) return group;
  }
  const inside = groupIn(a, np.first, np.head);
  if (inside) return inside;
  for (const { preposition, noun } of followedBy(a, np, 3)) {
    const party = /^(?:for|of|from|by|in)$/.test(preposition) ? partyOf(a, noun) : null;
    if (party?.kind === 'group') return party.actor;
  }
  return np.last < clause.verb.first ? groupIn(a, np.last, Math.min(clause.verb.first, np.last + REACH)) : null;
}
/** Tokens behind a voice in which it is said for whom it speaks. */
const REACH = 14;

/** Who says the clause, where the report does not. */
export function speakerOf(a: Analysis, clause: Clause): ActorEntity | null {
  const speaker = a.speakers[clause.index];
  if (!speaker) return null;
  const np = nounAt(a, speaker.noun);
  const said = a.clauses[speaker.clause];
  const own = SPEAKER_OF_OWN.has(a.doc.tokens[np.first]!.lower);
  if (own) return said && said !== clause ? speakerOf(a, said) : null;
  return (said && spokenForBy(a, np, said)) ?? a.names.actorFor(np.first, np.last);
}

/** "suspected X gunmen", "an alleged member of X". */
export function isSuspected(a: Analysis, np: NounPhrase): boolean {
  for (let i = np.first; i <= np.head; i++) if (SUSPECTING.has(a.doc.tokens[i]!.lower)) return true;
  return false;
}
