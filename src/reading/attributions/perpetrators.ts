/** Whom a noun phrase puts forward as a perpetrator, or as the one who speaks for a group. */
import { type Analysis, within } from '../analysis.js';
import type { Clause } from '../clauses.js';
import { partyOf } from '../incidents/parties.js';
import { SUSPECTING, VOICES } from '../lexicon/attributions.js';
import { EVENT_NOUNS } from '../lexicon/events.js';
import type { ActorEntity } from '../names/entities.js';
import { COMMON_ACTORS } from '../names/lexicon/bodies.js';
import { followedBy, headLemma, isPerpetrator, isPronoun, nounAt, thingOf } from '../nouns.js';
import type { NounPhrase } from '../phrases.js';
import { groupIn, isOfficial, namedActor, properName } from '../who.js';

const SPEAKER_OF_OWN = new Set(['we', 'us', 'i', 'me', 'our', 'my', 'ours', 'ourselves']);

/** The group, or the person, that could be a perpetrator; nothing for an office. */
export function actorsOf(a: Analysis, np: NounPhrase, clause: Clause): ActorEntity[] {
  const n = a.phrases.nounAt[np.head]!;
  if (SPEAKER_OF_OWN.has(a.doc.tokens[np.first]!.lower)) {
    const speaker = speakerOf(a, clause);
    return speaker ? [ownGroup(speaker)] : [];
  }
  if (HE.has(a.doc.tokens[np.head]!.lower)) return culpritMeant(a, np);
  if (a.doc.tokens[np.head]!.lower === 'both' && np.last - np.first === 1) {
    const groups = lastGroups(a, np.first);
    if (groups.length === 2) return groups;
  }
  // "lay it at X's door"
  if (np.owner >= 0 && /^(?:door|doorstep|foot)$/.test(headLemma(a, np)))
    return actorsOf(a, nounAt(a, np.owner), clause);
  const party = partyOf(a, n);
  if (party.kind === 'group') return [party.actor];
  const named = a.names.actorAt(np.head)?.actor;
  const spokenFor = named && named.kind !== 'organisation' ? null : spokenForBy(a, np, clause);
  if (spokenFor) return [spokenFor];
  if (named) return [named];
  if (party.kind === 'perpetrators') return [party.group ?? a.names.actorFor(np.first, np.last)];
  const referred = a.names.referent(np.first, np.last) ?? properName(a, np);
  if (referred) return [referred];
  const isSomebody =
    (!isPronoun(a, np) && thingOf(a, np)?.class === 'person') || a.doc.tokens[np.head]!.lower.endsWith('-old');
  return isSomebody ? [a.names.actorFor(np.first, np.last)] : [];
}

/** "both": the two groups named last, in the sentence or the one before. */
function lastGroups(a: Analysis, token: number): ActorEntity[] {
  const { first } = a.doc.sentences[Math.max(0, a.doc.tokens[token]!.sentence - 1)]!;
  const named = within(a.names.actorMentions, first, token).flatMap(({ actor }) =>
    actor.kind === 'group' ? [actor] : [],
  );
  return [...new Set(named.reverse())].slice(0, 2);
}

const HE = new Set(['he', 'him', 'she', 'her']);
/** Sentences back in which a culprit may be named. */
const BACK = 3;

/** "he", "him" of somebody who is accused: not the judge or the minister who was named last. */
function culpritMeant(a: Analysis, np: NounPhrase): ActorEntity[] {
  const referred = a.names.referent(np.first, np.last);
  if (referred && !isOfficial(referred)) return [referred];
  const { first } = a.doc.sentences[Math.max(0, a.doc.tokens[np.head]!.sentence - BACK)]!;
  const named = within(a.names.actorMentions, first, np.first).findLast(
    ({ actor }) => actor.kind === 'person' && !isOfficial(actor) && !actor.roles.length,
  );
  if (named) return [named.actor];
  const suspect = within(a.phrases.nouns, first, np.first).findLast(
    (each) => isPerpetrator(a, each) && a.doc.tokens[each.head]!.pos === 'NN',
  );
  return suspect ? [a.names.actorFor(suspect.first, suspect.last)] : [];
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
  // "a caller claiming to speak for X", "a message posted by X": up to the verb, or to where the sentence goes on
  const { last } = a.doc.sentences[clause.sentence]!;
  const told = /^VB[GN]$/.test(a.doc.tokens[np.last]?.pos ?? '') || clause.verb.form === 'gerund';
  const end = Math.min(np.last < clause.verb.first ? clause.verb.first : told ? last : np.last, np.last + REACH);
  return groupIn(a, np.last, end) ?? referredIn(a, np.last, end);
}
/** "a voice saying he spoke for the front": the group that a phrase among the tokens refers to. */
function referredIn(a: Analysis, first: number, last: number): ActorEntity | null {
  for (const np of within(a.phrases.nouns, first, last)) {
    const named = a.doc.tokens[np.first]!.lower === 'the' ? namedActor(a, np) : null;
    if (named?.kind === 'group') return named;
  }
  return null;
}

/** Tokens behind a voice in which it is said for whom it speaks. */
const REACH = 14;

/** Who says the clause, where the report does not. */
export function speakerOf(a: Analysis, clause: Clause): ActorEntity | null {
  const speaker = a.speakers[clause.index] ?? warner(a, clause);
  if (!speaker) return null;
  const np = nounAt(a, speaker.noun);
  const said = a.clauses[speaker.clause];
  const own = SPEAKER_OF_OWN.has(a.doc.tokens[np.first]!.lower);
  if (own) return said && said !== clause ? speakerOf(a, said) : null;
  if (!maySay(a, np)) return said && said !== clause ? speakerOf(a, said) : null;
  return (said && spokenForBy(a, np, said)) ?? a.names.actorFor(np.first, np.last);
}

/** "X warned Y that Z was planning it": what is warned of is said by X. */
function warner(a: Analysis, { parent, marker, sentence }: Clause): { noun: number; clause: number } | null {
  const governor = a.clauses[parent];
  const [noun] = governor?.subjects ?? [];
  if (governor?.sentence !== sentence || marker !== 'that' || noun === undefined || governor.verb.passive) return null;
  return /^(?:warn|caution|alert|advise)$/.test(governor.verb.lemma) ? { noun, clause: parent } : null;
}

/** Somebody who can say something: a name, a person, a body; not an act, a thing or a bare "this". */
export function maySay(a: Analysis, np: NounPhrase): boolean {
  if (within(a.dates, np.first, np.last).some(({ last }) => last > np.head)) return false;
  if (a.names.actorAt(np.head) || a.names.placeAt(np.head) || a.names.referent(np.first, np.last)) return true;
  const { lower, lemma } = a.doc.tokens[np.head]!;
  if (isPronoun(a, np)) return lower === 'who' || lower === 'he' || lower === 'she' || lower === 'they';
  if (/^(?:this|that|these|those|all|some|both)$/.test(lower) || EVENT_NOUNS.has(lemma)) return false;
  if (COMMON_ACTORS.has(lemma) || COMMON_ACTORS.has(lower)) return true;
  const thing = thingOf(a, np);
  return thing ? thing.class === 'person' : !UNSPOKEN.has(lemma);
}
/** Nouns behind "by" or before a verb of blaming that are nobody. */
const UNSPOKEN = new Set(
  'nobody none way means sheet leaflet note message evidence day night time week month year hand number part case move step sign suspicion'.split(
    ' ',
  ),
);

/** "suspected X gunmen", "an alleged member of X". */
export function isSuspected(a: Analysis, np: NounPhrase): boolean {
  for (let i = Math.max(0, np.first - 1); i <= np.head; i++) if (SUSPECTING.has(a.doc.tokens[i]!.lower)) return true;
  return false;
}
