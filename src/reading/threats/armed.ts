/** Who threatens: groups and the persons of groups, by name, by "it" and "the group", by "its fighters". */
import { type Analysis, within } from '../analysis.js';
import type { Clause } from '../clauses.js';
import { speakerOf } from '../danger.js';
import { clausesIn } from '../facts.js';
import { FOLLOWERS, QUANTITIES } from '../lexicon/threats.js';
import type { ActorEntity } from '../names/entities.js';
import { COMMON_ACTORS } from '../names/lexicon/bodies.js';
import { headLemma, isPronoun, nounAt } from '../nouns.js';
import type { NounPhrase } from '../phrases.js';
import { doersOf, groupIn, groupOf, isArmed, isOfficial, namedActor, personBefore, topicOf } from '../who.js';
import { heInMessage, MESSAGES, speaksInMessage } from './messages.js';

/** The groups, and persons of groups, that are the subject of the clause. */
export function attackers(a: Analysis, clause: Clause): ActorEntity[] {
  const actors: ActorEntity[] = [];
  const doers = doersOf(a, clause);
  for (const np of doers) {
    const actor = armedActor(a, np, clause);
    // "white supremacists and anti-government extremists": the nameless of one list are one
    if (actor && !actors.includes(actor) && !(actor.generic && actors.some(({ generic }) => generic)))
      actors.push(actor);
  }
  // "individuals inspired by such appeals have": over the participle
  const before = a.clauses[clause.index - 1];
  if (
    !actors.length &&
    before?.sentence === clause.sentence &&
    before.verb.form === 'participle' &&
    before.subjects.length &&
    before.prepositional.some(({ noun }) => clause.subjects.includes(noun))
  )
    return attackers(a, before);
  // "Violent extremists, fuelled online, constitute": over what is inserted
  if (
    !actors.length &&
    !doers.length &&
    a.doc.tokens[clause.verb.first - 1]?.text === ',' &&
    clause.verb.form === 'finite'
  ) {
    const opening = within(a.phrases.nouns, a.doc.sentences[clause.sentence]!.first, clause.verb.first)[0];
    const actor = opening && a.doc.tokens[opening.last]?.text === ',' ? armedActor(a, opening, clause) : null;
    if (actor) return [actor];
  }
  if (actors.length || clause.marker !== null || doers.some((np) => isPronoun(a, np) || namedActor(a, np)))
    return actors;
  // "ISIS-K put its name to them the day after and promised worse": the subject of the sentence's first verb goes on.
  const opening = clausesIn(a, clause.sentence)[0];
  return opening && opening !== clause && opening.verb.form === 'finite' ? attackers(a, opening) : actors;
}

/** The group, or the person of a group, that a noun phrase stands for; null where it is no armed one. */
export function armedActor(a: Analysis, np: NounPhrase, clause: Clause | null): ActorEntity | null {
  if (FIRST_PERSON.has(a.doc.tokens[np.head]!.lower)) return clause && armedSpeaker(a, clause);
  const { lower } = a.doc.tokens[np.head]!;
  if (lower === 'he' || lower === 'she')
    return (
      armed(personBefore(a, np.first) ?? a.names.referent(np.first, np.last)) ??
      armed(personWithin(a, np.first)) ??
      heInMessage(a, np.first)
    );
  if (isPronoun(a, np))
    return (
      (clause && ownWords(a, clause)) ??
      sameSubject(a, np, clause) ??
      armed(namedActor(a, np)) ??
      groupBefore(a, np.first) ??
      (lower === 'they' && topicOf(a)?.mentions.some(({ first }) => first < np.first) ? topicOf(a) : null)
    );
  const author = clause && authorGroup(a, np, clause);
  if (author) return author;
  // "violent extremists (HVEs)": of whom the short name in brackets is
  const bracketed =
    lowerOf(a, np.first - 1) === '(' && lowerOf(a, np.last) === ')' ? (a.phrases.nounAt[np.first - 2] ?? -1) : -1;
  if (bracketed >= 0 && !namedActor(a, np)) return armedActor(a, nounAt(a, bracketed), clause);
  const left = leftOf(a, np);
  if (left) return armedActor(a, left, clause);
  const counted =
    a.doc.tokens[np.last]?.lower === 'of' &&
    (QUANTITIES.has(a.doc.tokens[np.head]!.lemma) || /^(?:CD|DT)$/.test(a.doc.tokens[np.head]!.pos))
      ? (a.phrases.nounAt[np.last + 1] ?? -1)
      : -1;
  if (counted >= 0) return armedActor(a, nounAt(a, counted), clause);
  // "the spokesman said the group would": his own
  if (clause && lowerOf(a, np.first) === 'the' && lower === 'group') {
    const own = ownWords(a, clause);
    if (own) return own.kind === 'group' ? own : own.of;
  }
  const named = namedActor(a, np);
  if (named && isArmed(named)) return named;
  const leads = named?.kind === 'person' ? (ledBy(a, np) ?? spokesmanOf(a, named, np)) : null;
  if (leads) return leads;
  if (named && named.kind !== 'person' && !named.generic) return null;
  if (AFFILIATES.has(headLemma(a, np))) return groupBefore(a, np.first);
  const of = lowerOf(a, np.last) === 'of' ? (a.phrases.nounAt[np.last + 1] ?? -1) : -1;
  if (of >= 0 && AFFILIATES.has(headLemma(a, nounAt(a, of)))) return groupBefore(a, np.first); // "fighters of the affiliate"
  const inside = apposedPerson(a, np.last) ?? groupIn(a, np.first, np.last) ?? groupOf(a, np);
  if (inside) return inside;
  const led = clause && ownMen(a, np, clause);
  if (led) return led;
  if (MEANT.has(lowerOf(a, np.first)) && a.doc.tokens[np.head]!.pos === 'NNS' && isCommonAttacker(a, np)) {
    const meant = groupBefore(a, np.first); // "these criminals intend to"
    if (meant) return meant;
  }
  if (named?.kind === 'person' && named.of) return null;
  const heard = speaksInMessage(a, np);
  if (heard) return heard;
  const { pos } = a.doc.tokens[np.head]!;
  // "people inspired by X"
  if (pos === 'NNS' && endOfTie(a, np) > np.last) return a.names.actorFor(np.first, endOfTie(a, np));
  if (named?.kind === 'person' && !named.generic && !isOfficial(named) && isCalledArmed(a, np)) return named;
  const common =
    pos === 'NNS' ||
    (pos === 'NNP' && lower.endsWith('s')) ||
    /^(?:group|individual|cell)$/.test(a.doc.tokens[np.head]!.lemma);
  return common && isCommonAttacker(a, np) ? a.names.actorFor(np.first, endOfTie(a, np)) : null;
}

/** "Spokesman X promises": of the group that the sentence, or the one before, has named. */
function spokesmanOf(a: Analysis, { of, roles }: ActorEntity, np: NounPhrase): ActorEntity | null {
  if (of !== null || !roles.some((role) => role.startsWith('spokes'))) return null;
  const { first } = a.doc.sentences[Math.max(0, a.doc.tokens[np.first]!.sentence - 1)]!;
  const near = within(a.names.actorMentions, first, np.first).findLast(({ actor }) =>
    /^(?:group|agency|government|organisation)$/.test(actor.kind),
  );
  return near?.actor.kind === 'group' ? near.actor : null;
}

/** "X, who leads Y, vowed": Y. */
function ledBy(a: Analysis, np: NounPhrase): ActorEntity | null {
  const { tokens } = a.doc;
  const relative = a.clauses[a.clauseAt[np.last + 2] ?? -1];
  if (tokens[np.last]?.text !== ',' || lowerOf(a, np.last + 1) !== 'who' || relative?.marker !== 'who') return null;
  const [object] = relative.objects;
  if (object === undefined || !/^(?:lead|head|command|run|found)$/.test(relative.verb.lemma)) return null;
  const group = namedActor(a, nounAt(a, object));
  return group?.kind === 'group' ? group : null;
}

/** "Paramilitary leader X", "the guerrilla commander X". */
function isCalledArmed({ doc }: Analysis, { first, last }: NounPhrase): boolean {
  for (let i = first; i < last; i++)
    if (/^(?:paramilitary|rebel|guerrilla|militant|insurgent|jihadist|separatist|militia)$/.test(doc.tokens[i]!.lower))
      return true;
  return false;
}

/** "groups loyal to X", "extremists linked to X": a general word with the group that says which are meant. */
function endOfTie(a: Analysis, { last }: NounPhrase): number {
  const tied = a.doc.tokens[last];
  if (!tied || !TIED.has(tied.lower) || !/^(?:to|with|by)$/.test(lowerOf(a, last + 1))) return last;
  const mention = a.names.actorAt(last + 2) ?? a.names.actorAt(last + 3);
  return mention?.actor.kind === 'group' ? mention.last : last;
}
const TIED: ReadonlySet<string> = new Set('loyal linked affiliated allied aligned inspired connected tied'.split(' '));

const MEANT: ReadonlySet<string> = new Set(['these', 'those']);

/** "said his men would", "our brothers will": the group of the one who says so. */
function ownMen(a: Analysis, np: NounPhrase, clause: Clause): ActorEntity | null {
  if (a.doc.tokens[np.first]!.pos !== 'PRP$' || !FOLLOWERS.has(headLemma(a, np))) return null;
  const speaker = armedSpeaker(a, clause);
  return speaker?.kind === 'person' ? speaker.of : speaker;
}

/** The person named before a token in its sentence. */
const personWithin = (a: Analysis, token: number): ActorEntity | null =>
  within(a.names.actorMentions, a.doc.sentences[a.doc.tokens[token]!.sentence]!.first, token).findLast(
    ({ actor }) => actor.kind === 'person',
  )?.actor ?? null;

const FIRST_PERSON: ReadonlySet<string> = new Set(['we', 'i', 'us', 'our', 'you']);

/** The armed one who says what the clause says; null where it is said by another, or by the report. */
export function armedSpeaker(a: Analysis, clause: Clause): ActorEntity | null {
  const said = a.speakers[clause.index];
  if (said)
    return armedActor(
      a,
      nounAt(a, said.noun),
      a.clauses[said.clause] === clause ? null : (a.clauses[said.clause] ?? null),
    );
  return armed(speakerOf(a, clause));
}

/** "what is left of the faction": the faction. */
function leftOf(a: Analysis, { head, last }: NounPhrase): NounPhrase | null {
  const { tokens } = a.doc;
  if (tokens[head]!.lower !== 'what') return null;
  for (let i = last; i < last + 4 && i + 1 < tokens.length; i++)
    if (tokens[i]!.lower === 'of' && /^(?:left|remains|remained)$/.test(tokens[i - 1]!.lower)) {
      const n = a.phrases.nounAt[i + 1]!;
      return n >= 0 ? nounAt(a, n) : null;
    }
  return null;
}

/** "A leaflet signed by the group", "pamphlets with the front's letterhead": the group named behind the paper. */
function authorGroup(a: Analysis, np: NounPhrase, clause: Clause): ActorEntity | null {
  if (!MESSAGES.has(headLemma(a, np)) || np.last > clause.verb.first) return null;
  const inside = groupIn(a, np.first, np.last) ?? (np.owner >= 0 ? armedActor(a, nounAt(a, np.owner), null) : null);
  if (inside) return inside;
  for (let i = np.last; i < clause.verb.first; i++) {
    const n = a.phrases.nounAt[i]!;
    if (n >= 0 && nounAt(a, n).head === i) {
      const named = groupOf(a, nounAt(a, n));
      if (named) return named;
    }
  }
  return a.doc.tokens[np.first]!.pos === 'PRP$' ? armed(a.names.referent(np.first, np.first + 1)) : null;
}

/** "the al-Qaeda affiliate" is another group than al-Qaeda: the one spoken of. */
const AFFILIATES: ReadonlySet<string> = new Set([
  'affiliate',
  'branch',
  'franchise',
  'offshoot',
  'arm',
  'wing',
  'ally',
]);

const armed = (actor: ActorEntity | null): ActorEntity | null => (actor && isArmed(actor) ? actor : null);

const isCommonAttacker = (a: Analysis, np: NounPhrase): boolean => {
  const lemma = headLemma(a, np);
  return COMMON_ACTORS.get(lemma) === 'group' || OTHERS.has(lemma);
};
/** Beside militants, rebels and the like: who may be an attacker where an act of violence is theirs. */
const OTHERS: ReadonlySet<string> = new Set(
  'criminal convert murderer dissident republican loyalist islamist nationalist separatist supremacist anarchist individual sympathiser sympathizer actor wolf warlord neo-nazi returnee adherent believer supporter follower offender perpetrator recruit cadre youth fanatic hardliner combatant irregular'.split(
    ' ',
  ),
);

const lowerOf = ({ doc }: Analysis, i: number): string => doc.tokens[i]?.lower ?? '';

/** "X said it would attack": X, where an armed group says so. */
function ownWords(a: Analysis, clause: Clause): ActorEntity | null {
  const said = a.speakers[clause.index];
  if (!said || said.clause < 0 || a.clauses[said.clause]?.sentence !== clause.sentence) return null;
  const np = nounAt(a, said.noun);
  if (isPronoun(a, np)) return null;
  const named = namedActor(a, np);
  if (named) return armed(named);
  return isCommonAttacker(a, np) ? armedActor(a, np, null) : null; // "Militants said they would"
}

/** Clauses back over which "it" goes on with the subject before. */
const CHAIN = 4;

/**
 * "The group recruits …. It has threatened": a pronoun that is the subject means the subject of the clause before it, in
 * its sentence or at the head of the one before.
 */
function sameSubject(a: Analysis, np: NounPhrase, clause: Clause | null): ActorEntity | null {
  let before = np.first;
  let sentence = a.doc.tokens[np.first]!.sentence;
  if (!clause && a.doc.tokens[np.first]!.pos !== 'PRP$') return null;
  for (let step = 0; step < CHAIN && sentence >= 0; step++) {
    const here = sentence;
    const subject = clausesIn(a, here)
      .map(({ subjects }) => subjects[0])
      .find((n) => n !== undefined && nounAt(a, n).first < before && nounAt(a, n).last <= before);
    if (subject === undefined) {
      if (here === a.doc.tokens[np.first]!.sentence) {
        sentence--;
        before = a.doc.sentences[here]!.first;
        continue;
      }
      return null;
    }
    const other = nounAt(a, subject);
    if (!isPronoun(a, other)) {
      const found = armed(namedActor(a, other) ?? groupIn(a, other.first, other.last));
      // "Officials believe it is plotting": "it" is none of them
      if (found || !/^its?$/.test(lowerOf(a, np.head)) || a.doc.tokens[other.head]!.pos !== 'NNS') return found;
    }
    before = a.doc.sentences[here]!.first;
    sentence = here - 1;
  }
  return null;
}

/** "its spokesman, X, threatened": X. */
function apposedPerson(a: Analysis, end: number): ActorEntity | null {
  let at = end;
  // "the leader of Hizbollah, Hassan Nasrallah"
  const of = a.doc.tokens[at]?.lower === 'of' ? (a.phrases.nounAt[at + 1] ?? -1) : -1;
  if (of >= 0) at = nounAt(a, of).last;
  const mention = a.doc.tokens[at]?.text === ',' ? a.names.actorAt(at + 1) : null;
  return mention?.first === at + 1 && mention.actor.kind === 'person' ? armed(mention.actor) : null;
}

/** Sentences back in which the group that "it" means was named. */
const REACH = 3;

/** The group named last, not long before a token. */
function groupBefore(a: Analysis, token: number): ActorEntity | null {
  const { sentence } = a.doc.tokens[token]!;
  const { first } = a.doc.sentences[Math.max(0, sentence - REACH)]!;
  const mentions = within(a.names.actorMentions, first, token);
  for (let m = mentions.length - 1; m >= 0; m--) if (mentions[m]!.actor.kind === 'group') return mentions[m]!.actor;
  return null;
}

/** The group in whose name its spokesman threatens. */
export const spokenFor = ({ kind, of, roles }: ActorEntity): ActorEntity | null =>
  kind === 'person' && of?.kind === 'group' && roles.some((role) => role.startsWith('spokes')) ? of : null;

/** "plans by fleeing ISWAP cells": over a participle. */
export function groupAfterBy(a: Analysis, { last }: NounPhrase): ActorEntity | null {
  if (a.doc.tokens[last]?.lower !== 'by') return null;
  for (let i = last + 1; i < last + 4; i++) {
    const n = a.phrases.nounAt[i] ?? -1;
    if (n >= 0) return armedActor(a, nounAt(a, n), null);
  }
  return null;
}
