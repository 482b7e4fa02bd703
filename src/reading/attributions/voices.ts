/** Who says so: the person or body behind a name, a pronoun, an office, a statement, or a voice that speaks for a group. */
import { type Analysis, within } from '../analysis.js';
import type { Clause } from '../clauses.js';
import { clausesIn } from '../facts.js';
import { partyOf } from '../incidents/parties.js';
import { DOCUMENTS, VOICES } from '../lexicon/attributions.js';
import { EVENT_NOUNS } from '../lexicon/events.js';
import type { ActorEntity } from '../names/entities.js';
import { COMMON_ACTORS } from '../names/lexicon/bodies.js';
import { ROLES } from '../names/lexicon/people.js';
import { followedBy, headLemma, isPronoun, nounAt, thingOf } from '../nouns.js';
import { groupVoice } from '../own-voice.js';
import type { NounPhrase } from '../phrases.js';
import { beforeInsertion, groupIn, namedActor, personBefore } from '../who.js';

export const SPEAKER_OF_OWN = new Set(['we', 'us', 'i', 'me', 'our', 'my', 'ours', 'ourselves']);

/** Who says the clause, where the report does not. */
export function speakerOf(a: Analysis, clause: Clause): ActorEntity | null {
  const speaker = a.speakers[clause.index] ?? warner(a, clause);
  if (!speaker)
    return (
      announcer(a, clause.sentence, clause.verb.first) ??
      byAccountOf(a, clause) ??
      (isOurs(a, clause) ? groupVoice(a) : null)
    );
  const np = nounAt(a, speaker.noun);
  const said = a.clauses[speaker.clause];
  if (SPEAKER_OF_OWN.has(a.doc.tokens[np.first]!.lower) || !maySay(a, np))
    return said && said !== clause ? speakerOf(a, said) : null;
  return sayerAt(a, np, said);
}

/** "We carried out the attack", "our fighters": told in the first person. */
const isOurs = (a: Analysis, { subjects }: Clause): boolean =>
  subjects.some((n) => /^(?:we|our)$/.test(a.doc.tokens[nounAt(a, n).first]!.lower));

/** "X warned Y that Z was planning it": what is warned of is said by X. */
function warner(a: Analysis, { parent, marker, sentence }: Clause): { noun: number; clause: number } | null {
  const governor = a.clauses[parent];
  const [noun] = governor?.subjects ?? [];
  if (governor?.sentence !== sentence || marker !== 'that' || noun === undefined || governor.verb.passive) return null;
  return /^(?:warn|caution|alert|advise)$/.test(governor.verb.lemma) ? { noun, clause: parent } : null;
}

/** Tokens in which a sentence names the one who says the rest, before a colon. */
const ANNOUNCED = 16;

/** "The army's spokesman, X: the group did it", "20:15 Police: …": who stands before the colon that the sentence has at its head. */
export function announcer(a: Analysis, sentence: number, until: number): ActorEntity | null {
  const { tokens, sentences } = a.doc;
  const { first } = sentences[sentence]!;
  let colon = first;
  while (colon < until && colon - first <= ANNOUNCED && tokens[colon]!.text !== ':') {
    if (a.phrases.verbAt[colon]! >= 0) return null;
    colon++;
  }
  if (tokens[colon]?.text !== ':' || colon >= until) return null;
  const np = within(a.phrases.nouns, first, colon).find(
    (each) => tokens[each.head]!.pos !== 'CD' && !within(a.dates, each.first, each.last).length,
  );
  if (!np || !isSomebody(a, np)) return null;
  return sayerAt(a, np, a.clauses[a.clauseAt[until] ?? -1]);
}

/** A name, an office or a body; not a place or a heading. */
function isSomebody(a: Analysis, np: NounPhrase): boolean {
  const { lower, lemma } = a.doc.tokens[np.head]!;
  return (
    a.names.actorAt(np.head) !== null || COMMON_ACTORS.has(lemma) || ROLES.has(lower) || VOICES.has(headLemma(a, np))
  );
}

const ACCOUNTS =
  /^(?:account|version|telling|view|opinion|judge?ment|assessment|words|estimation|reading|reckoning|eyes)$/;

/** "in the prosecution's account", "in the view of the army": whose it is. */
function byAccountOf(a: Analysis, { sentence }: Clause): ActorEntity | null {
  const { first, last } = a.doc.sentences[sentence]!;
  for (const np of within(a.phrases.nouns, first, last)) {
    if (!ACCOUNTS.test(a.doc.tokens[np.head]!.lower) || np.first === first) continue;
    const owner = np.owner >= 0 ? nounAt(a, np.owner) : null;
    if (owner && isOpinion(a, owner.first) && maySay(a, owner)) return sayerAt(a, owner, undefined);
    if (/^(?:his|her|its|their)$/.test(a.doc.tokens[np.first]!.lower) && isOpinion(a, np.first))
      return subjectBefore(a, sentence) ?? a.names.referent(np.first, np.first + 1);
    const [of] = owner ? [] : followedBy(a, np, 1);
    if (of?.preposition === 'of' && isOpinion(a, np.first) && maySay(a, nounAt(a, of.noun)))
      return sayerAt(a, nounAt(a, of.noun), undefined);
  }
  return null;
}

/** Who the sentence before is about: "Prosecutors took the same line. In their version …". */
function subjectBefore(a: Analysis, sentence: number): ActorEntity | null {
  const clause = clausesIn(a, sentence - 1)[0];
  const np = clause?.subjects.length ? nounAt(a, clause.subjects[0]!) : null;
  return np && !isPronoun(a, np) && maySay(a, np) ? sayerAt(a, np, clause) : null;
}

const isOpinion = (a: Analysis, token: number): boolean => /^(?:in|by)$/.test(a.doc.tokens[token - 1]?.lower ?? '');

/** Whom a phrase stands for that says something; `said` is the clause in which it does. */
export function sayerAt(a: Analysis, np: NounPhrase, said: Clause | undefined): ActorEntity {
  const inserted = said ? beforeInsertion(a, np) : null;
  if (inserted && maySay(a, inserted)) return sayerAt(a, inserted, said);
  // "a former member of the group" speaks for nobody but himself
  if (a.doc.tokens.slice(np.first, np.head).some(({ lower }) => lower === 'former'))
    return apposedTo(a, np) ?? a.names.actorFor(np.first, np.last);
  const voice = said && spokenForBy(a, np, said);
  if (voice) return voice;
  if (isPronoun(a, np)) {
    const meant =
      oneself(a, np) ?? officeOf(a, np) ?? spokeBefore(a, np) ?? (isHe(a, np) ? personBefore(a, np.first) : null);
    return meant ?? a.names.actorFor(np.first, np.last);
  }
  if (a.names.actorAt(np.head)) return a.names.actorFor(np.first, np.last);
  const party = partyOf(a, a.phrases.nounAt[np.head]!);
  if (party.kind === 'group') return party.actor;
  if (party.kind === 'perpetrators' && party.group && a.doc.tokens[np.head]!.pos === 'NNS') return party.group; // "X militants said"
  return authorOf(a, np) ?? apposedTo(a, np) ?? a.names.actorFor(np.first, np.last);
}

/** "…, the court found. It held him responsible": who spoke in the sentence before goes on. */
function spokeBefore(a: Analysis, np: NounPhrase): ActorEntity | null {
  const { sentence } = a.doc.tokens[np.first]!;
  if (np.first > a.doc.sentences[sentence]!.first + 1) return null;
  const clause = clausesIn(a, sentence - 1).findLast(({ index }) => a.speakers[index] !== null);
  const speaker = clause ? a.speakers[clause.index]! : null;
  const before = speaker && nounAt(a, speaker.noun);
  if (!before || isPronoun(a, before) || !maySay(a, before)) return null;
  const actor = sayerAt(a, before, a.clauses[speaker.clause]);
  if (isHe(a, np)) return actor.kind === 'person' ? actor : null;
  const several = /^they$/.test(a.doc.tokens[np.head]!.lower);
  return actor.kind !== 'person' && several === actor.plural ? actor : null;
}

/** "The army said it had caught a man whom it suspects": the office that the sentence opens with, where it names no group behind. */
function officeOf(a: Analysis, np: NounPhrase): ActorEntity | null {
  const { lower, sentence } = a.doc.tokens[np.head]!;
  const [opening] = clausesIn(a, sentence)[0]?.subjects ?? [];
  if (!/^(?:it|they)$/.test(lower) || opening === undefined) return null;
  const subject = nounAt(a, opening);
  if (subject.last > np.first || isPronoun(a, subject) || groupIn(a, subject.first, np.first)) return null;
  const actor = a.names.actorFor(subject.first, subject.last);
  return /^(?:agency|government)$/.test(actor.kind) && (lower === 'they') === actor.plural ? actor : null;
}

const isHe = (a: Analysis, np: NounPhrase): boolean => /^(?:s?he|him|her)$/.test(a.doc.tokens[np.head]!.lower);

/** "The group said it had …", "Police said they suspected …": a pronoun right behind the word of saying is the one who says so. */
export function oneself(a: Analysis, np: NounPhrase): ActorEntity | null {
  const { tokens } = a.doc;
  if (!/^(?:it|they|he|she|its|their|his|her)$/.test(tokens[np.first]!.lower)) return null;
  let before = np.first - 1;
  while (before >= 0 && /^(?:that|:|,|how)$/.test(tokens[before]!.lower)) before--;
  const said = a.clauses[a.clauseAt[before] ?? -1];
  if (!said || said.verb.last !== before + 1 || said.sentence !== tokens[np.first]!.sentence || said.verb.passive)
    return null;
  const speaker = a.speakers[a.clauseAt[np.head] ?? -1];
  if (speaker?.clause !== said.index || !said.subjects.length) return null;
  const subject = nounAt(a, said.subjects[0]!);
  if (subject.first >= np.first || isPronoun(a, subject) || !maySay(a, subject)) return null;
  const actor = sayerAt(a, subject, said);
  const personal = /^(?:he|she|his|her)$/.test(tokens[np.first]!.lower);
  return personal === (actor.kind === 'person') || /^the/.test(tokens[np.first]!.lower) ? actor : null;
}

/** "a statement by the interior ministry", "the ministry's report": whose words they are. */
function authorOf(a: Analysis, np: NounPhrase): ActorEntity | null {
  if (!DOCUMENTS.has(headLemma(a, np))) return null;
  const owner = np.owner >= 0 ? nounAt(a, np.owner) : null;
  if (owner && maySay(a, owner)) return a.names.actorFor(owner.first, owner.last);
  for (const { preposition, noun } of followedBy(a, np, 2)) {
    const by = nounAt(a, noun);
    if (/^(?:by|from|of)$/.test(preposition) && maySay(a, by)) return sayerAt(a, by, undefined);
  }
  // "A grand jury returned an indictment charging X"
  const n = a.phrases.nounAt[np.head]!;
  const issuing = a.clauses[a.clauseAt[np.head] ?? -1];
  const [issuer] = issuing && !issuing.verb.passive && issuing.objects.includes(n) ? issuing.subjects : [];
  return issuer !== undefined && maySay(a, nounAt(a, issuer)) ? sayerAt(a, nounAt(a, issuer), undefined) : null;
}

/** "the army's media wing, ISPR, said", "the head of the force, X, said": the name between commas. */
function apposedTo(a: Analysis, np: NounPhrase): ActorEntity | null {
  const { tokens } = a.doc;
  const [behind] = tokens[np.last]?.lower === ',' ? [] : followedBy(a, np, 1);
  const end = behind ? nounAt(a, behind.noun).last : np.last;
  const mention = tokens[end]?.text === ',' ? a.names.actorAt(end + 1) : null;
  return mention && mention.first === end + 1 && tokens[mention.last]?.text === ',' ? mention.actor : null;
}

/** "a spokesman for the Tigers", "a statement from X", "a caller claiming to speak for X": the group behind the words. */
export function spokenForBy(a: Analysis, np: NounPhrase, clause: Clause): ActorEntity | null {
  const named = a.names.actorAt(np.head)?.actor;
  const isOutlet = named?.kind === 'organisation' && np.owner >= 0; // "X's news agency Amaq"
  if (!VOICES.has(headLemma(a, np)) && !isOutlet) return null;
  if (np.owner >= 0) {
    const owner = nounAt(a, np.owner);
    const group = groupIn(a, owner.first, owner.last) ?? a.names.referent(owner.first, owner.last);
    if (group?.kind === 'group') return group;
  }
  const inside = groupIn(a, np.first, np.head);
  if (inside) return inside;
  const behind = followedBy(a, np, 3);
  // "a spokesman for one of its factions, X,"
  const end0 = behind.length > 1 ? nounAt(a, behind.at(-1)!.noun).last : -1;
  const apposed =
    a.doc.tokens[end0]?.text === ',' ? a.names.actorAt(end0 + (a.doc.tokens[end0 + 1]?.lower === 'the' ? 2 : 1)) : null;
  if (
    apposed?.actor.kind === 'group' &&
    /^(?:factions?|branch(?:es)?|wings?|units?|groups?|offshoots?|arms?|affiliates?)$/.test(
      a.doc.tokens[end0 - 1]!.lower,
    )
  )
    return apposed.actor;
  for (const { preposition, noun } of behind) {
    const party = /^(?:for|of|from|by|in)$/.test(preposition) ? partyOf(a, noun) : null;
    if (party?.kind === 'group') return party.actor;
  }
  // "a caller claiming to speak for X", "a message posted by X": up to the verb, or to where the sentence goes on
  const { last } = a.doc.sentences[clause.sentence]!;
  const told = /^VB[GN]$/.test(a.doc.tokens[np.last]?.pos ?? '') || clause.verb.form === 'gerund';
  const relative = a.doc.tokens[np.last]?.lower === 'who';
  const end = Math.min(
    np.last < clause.verb.first ? clause.verb.first : told || relative ? last : np.last,
    np.last + REACH,
  );
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

/** Somebody who can say something: a name, a person, a body; not an act, a thing or a bare "this". */
export function maySay(a: Analysis, np: NounPhrase): boolean {
  if (within(a.dates, np.first, np.last).some(({ last }) => last > np.head)) return false;
  if (a.names.actorAt(np.head) || a.names.placeAt(np.head) || a.names.referent(np.first, np.last)) return true;
  const { lower, lemma } = a.doc.tokens[np.head]!;
  if (/^\d/.test(lower)) return false;
  if (isPronoun(a, np)) return lower === 'who' || lower === 'he' || lower === 'she' || lower === 'they';
  if (/^(?:this|that|these|those|all|some|both)$/.test(lower) || EVENT_NOUNS.has(lemma)) return false;
  if (COMMON_ACTORS.has(lemma) || COMMON_ACTORS.has(lower)) return true;
  const thing = thingOf(a, np);
  return thing ? thing.class === 'person' : !UNSPOKEN.has(lemma);
}
/** Nouns behind "by" or before a verb of blaming that are nobody. */
const UNSPOKEN = new Set(
  'nobody none way means sheet leaflet note message evidence day night time week month year hand number part case move step sign suspicion finding clue indication hallmark investigation'.split(
    ' ',
  ),
);
