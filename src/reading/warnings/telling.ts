/** Who tells whom: the issuer and those told, as the clauses of warnings name them. */
import { type Analysis, within } from '../analysis.js';
import type { Clause } from '../clauses.js';
import { isDangerous, isDated, speakerOf } from '../danger.js';
import { ADDRESSEES, ADVISORIES, PAPERS } from '../lexicon/warnings.js';
import type { ActorEntity } from '../names/entities.js';

import { ROLES } from '../names/lexicon/people.js';
import { followedBy, headLemma, isPronoun, nounAt, thingOf } from '../nouns.js';
import { ownVoice } from '../own-voice.js';
import type { NounPhrase } from '../phrases.js';
import { speaksInMessage } from '../threats/messages.js';
import { namedActor, personBefore } from '../who.js';

const NOBODY: ReadonlySet<string> = new Set([
  'nobody',
  'no-one',
  'none',
  'what',
  'which',
  'that',
  'there',
  'this',
  'these',
  'those',
]);

/** The actor who is the subject; null for "it", "who" and the like that stand for no one known. */
export function subjectOf(a: Analysis, clause: Clause): ActorEntity | null {
  const n = openerOf(a, clause) ?? paperOf(a, clause) ?? clause.subjects[0];
  if (n === undefined) return null;
  const np = nounAt(a, n);
  const { lower, pos } = a.doc.tokens[np.head]!;
  if (NOBODY.has(lower) || a.doc.tokens[np.first]!.lower === 'no' || pos === 'EX') return null;
  if (lower === 'i' || lower === 'we') return speakerOf(a, clause) ?? ownVoice(a);
  // "this bulletin", "the embassy's alert": who wrote it
  if (PAPERS.has(headLemma(a, np)))
    return (
      authorOf(a, n) ??
      (lowerAt(a, np.first) === 'this' ? ownVoice(a) : (issuerOf(a, clause, n) ?? speaksInMessage(a, np)))
    );
  if (isPronoun(a, np))
    return (
      speakerIfSame(a, clause, lower) ??
      (lower === 'he' || lower === 'she' ? personBefore(a, np.first) : null) ??
      a.names.referent(np.first, np.last)
    );
  // "the governor of X", where the parser took X
  const host = a.doc.tokens[np.first - 1]?.lower === 'of' && n > 0 ? nounAt(a, n - 1) : null;
  if (host && host.last === np.first - 1 && (ROLES.has(headLemma(a, host)) || OFFICES.has(headLemma(a, host))))
    return a.names.actorFor(host.first, np.last);
  const actor = actorOf(a, n);
  return actor?.generic && actor.kind === 'person' && !isSomebody(a, np) ? null : actor;
}

/** "issued an advisory warning ships": who issued the paper that warns. */
function issuerOf(a: Analysis, { index, sentence }: Clause, n: number): ActorEntity | null {
  const before = a.clauses[index - 1];
  return before?.sentence === sentence && before.objects.includes(n) && !before.verb.passive
    ? subjectOf(a, before)
    : null;
}

/** Is the noun one for somebody, and not for a thing: no "telephone", no "lorry"? */
const isSomebody = (a: Analysis, np: NounPhrase): boolean => {
  const thing = thingOf(a, np)?.class;
  return thing !== 'vehicle' && thing !== 'object' && !INSTRUMENTS.has(headLemma(a, np));
};
const INSTRUMENTS: ReadonlySet<string> = new Set([
  'telephone',
  'phone',
  'siren',
  'bell',
  'loudspeaker',
  'call',
  'threat',
]);
const OFFICES: ReadonlySet<string> = new Set(
  'ministry embassy department council police authority government office'.split(' '),
);

/** "A memo from X to Y warned": the memo, where the parser took Y. */
function paperOf(a: Analysis, { subjects, sentence }: Clause): number | undefined {
  const { tokens, sentences } = a.doc;
  const [subject] = subjects;
  if (subject === undefined) return undefined;
  const before = tokens[nounAt(a, subject).first - 1]?.pos;
  if (before !== 'IN' && before !== 'TO') return undefined;
  const n = a.phrases.nounAt[sentences[sentence]!.first] ?? -1;
  return n >= 0 && n < subject && PAPERS.has(headLemma(a, nounAt(a, n))) ? n : undefined;
}

const lowerAt = ({ doc }: Analysis, i: number): string => doc.tokens[i]!.lower;

/** The name that opens the sentence, where something inserted between commas stands before the verb: "The embassy, in a text to …, said". */
export function openerOf(a: Analysis, clause: Clause): number | undefined {
  const { tokens, sentences } = a.doc;
  if (tokens[clause.verb.first - 1]?.text !== ',' || clause.verb.form !== 'finite') return undefined;
  const { first } = sentences[clause.sentence]!;
  let n = a.phrases.nounAt[first] ?? -1;
  while (n >= 0 && a.phrases.nouns[n + 1]?.owner === n) n++;
  if (n < 0 || clause.subjects[0] === n || tokens[nounAt(a, n).last]?.text !== ',') return undefined;
  return nounAt(a, n).last < clause.verb.first - 1 ? n : undefined;
}

/** "the embassy's alert", "an FBI bulletin", "a warning from the ministry": who wrote it; null where nobody is named. */
export function authorOf(a: Analysis, n: number): ActorEntity | null {
  const np = nounAt(a, n);
  if (np.owner >= 0) return actorOf(a, np.owner);
  if (a.doc.tokens[np.first]!.pos === 'PRP$') return a.names.referent(np.first, np.first + 1);
  for (const { actor, first } of within(a.names.actorMentions, np.first, np.last)) if (first < np.head) return actor;
  const from = followedBy(a, np, 3).find(({ preposition }) => preposition === 'from' || preposition === 'by');
  if (from) return actorOf(a, from.noun);
  const next = a.doc.tokens[np.last];
  const by =
    next && AUTHORED.has(next.lower) && a.doc.tokens[np.last + 1]?.lower === 'by' ? a.phrases.nounAt[np.last + 2] : -1;
  return by !== undefined && by >= 0 ? actorOf(a, by) : null;
}
const AUTHORED: ReadonlySet<string> = new Set([
  'issued',
  'published',
  'released',
  'signed',
  'written',
  'sent',
  'posted',
]);

/** "A friend said that he warned police": he is the friend. */
export function speakerIfSame(a: Analysis, clause: Clause, pronoun: string): ActorEntity | null {
  const said = a.speakers[clause.index];
  if (!/^(?:he|she|they|it)$/.test(pronoun) || !said || a.clauses[said.clause]?.sentence !== clause.sentence)
    return null;
  if (said.clause > clause.index || isPronoun(a, nounAt(a, said.noun))) return null;
  // "Erica Gasparri, a mother of three, said she": by her name
  const np = nounAt(a, said.noun);
  const named = a.doc.tokens[np.first - 1]?.text === ',' ? a.names.actorAt(np.first - 2)?.actor : undefined;
  const speaker = named?.kind === 'person' ? named : speakerOf(a, clause);
  const fits = pronoun === 'they' ? speaker?.plural : (speaker?.kind === 'person') === (pronoun !== 'it');
  return fits ? speaker : null;
}

/** The subject of the sentence's first clause: "The government had intelligence about a plan, which led to an advisory". */
export const firstSubject = (a: Analysis, clause: Clause): ActorEntity | null => subjectOf(a, firstClause(a, clause));

export function firstClause(a: Analysis, clause: Clause): Clause {
  let c = clause.index;
  while (c > 0 && a.clauses[c - 1]!.sentence === clause.sentence) c--;
  return a.clauses[c]!;
}

/** "Britain followed with an advisory, which spoke of an increased threat": Britain speaks. */
export const relativeIssuer = (a: Analysis, clause: Clause): ActorEntity | null =>
  clause.marker === 'which' && clause.parent >= 0 ? subjectOf(a, a.clauses[clause.parent]!) : null;

export function byWhom(a: Analysis, clause: Clause): ActorEntity | null {
  const by = clause.prepositional.find(
    ({ preposition, noun }) => preposition === 'by' && !isDated(a, nounAt(a, noun).first, nounAt(a, noun).last),
  );
  return by ? actorOf(a, by.noun) : null;
}

/** Heads whose "of …" says who they are. */
const HEADED: ReadonlySet<string> = new Set(
  'chief head member citizen resident owner operator organiser organizer manager director commander governor mayor minister leader population people parent family'.split(
    ' ',
  ),
);

/** The actor of a noun phrase that tells or may be told something; null for days, things told and pronouns of nobody. */
export function actorOf(a: Analysis, n: number): ActorEntity | null {
  const np = nounAt(a, n);
  if (isPronoun(a, np)) return a.names.referent(np.first, np.last);
  if (!/^(?:NN|NNS|NNP|JJ|CD)$/.test(a.doc.tokens[np.head]!.pos)) return null;
  if (NO_ONE.has(headLemma(a, np))) return null;
  if (a.names.actorAt(np.head)) return a.names.actorAt(np.head)!.actor;
  if (isDated(a, np.first, np.last)) return placeSpeaking(a, np);
  const of =
    a.doc.tokens[np.last]?.lower === 'of' && HEADED.has(headLemma(a, np)) ? (a.phrases.nounAt[np.last + 1] ?? -1) : -1;
  // "warned residents of an attack": they are not the attack's
  if (of > n && !isDangerous(a, nounAt(a, of).first, nounAt(a, of).last))
    return a.names.actorFor(np.first, nounAt(a, of).last);
  return namedActor(a, np) ?? a.names.actorFor(np.first, np.last);
}
/** "In 2021 Moscow": the state that the day was read together with. */
function placeSpeaking(a: Analysis, { first, head, last }: NounPhrase): ActorEntity | null {
  if (isDated(a, head, last) || !a.names.placeAt(head)) return null;
  let start = head;
  while (start > first && !isDated(a, start - 1, start)) start--;
  return a.names.actorFor(start, last);
}

const NO_ONE: ReadonlySet<string> = new Set(
  'level dozen minute second time date fear danger attack risk threat month week day hour year alert notice attention plan plot evidence number place way kind lot detail possibility'.split(
    ' ',
  ),
);

/** Those told, of the noun phrases where they may stand. */
export function addressees(a: Analysis, nouns: readonly number[]): ActorEntity[] {
  const out: ActorEntity[] = [];
  let end = 0; // of "owners of malls and hotels"
  for (const n of nouns) {
    const { first } = nounAt(a, n);
    if (first < end || (first === end + 1 && a.doc.tokens[end]!.lower === 'and')) continue;
    end = headedEnd(a, n);
    const actor = addressee(a, n);
    if (actor && !out.includes(actor)) out.push(actor);
  }
  return out;
}

/** Where those end who are told by what they are of: "owners of malls"; 0 for others. */
function headedEnd(a: Analysis, n: number): number {
  const np = nounAt(a, n);
  if (a.doc.tokens[np.last]?.lower !== 'of' || !HEADED.has(headLemma(a, np)) || a.names.actorAt(np.head)) return 0;
  const of = a.phrases.nounAt[np.last + 1] ?? -1;
  return of > n && !isDangerous(a, nounAt(a, of).first, nounAt(a, of).last) ? nounAt(a, of).last : 0;
}

function addressee(a: Analysis, n: number): ActorEntity | null {
  const np = nounAt(a, n);
  if (a.doc.tokens[np.head]!.pos === 'CD' && np.last - np.first === 1) return null;
  if (ADVISORIES.has(headLemma(a, np))) return null;
  const actor = actorOf(a, n);
  return actor?.kind === 'group' && !actor.generic ? null : actor;
}

/** Tokens from the top in which a notice says to whom it goes. */
const HEAD = 70;

/** "To: all staff", "Dear brothers and sisters,": whom a notice addresses. */
export function readers(a: Analysis): ActorEntity[] {
  const { tokens } = a.doc;
  for (let i = 0; i + 1 < Math.min(HEAD, tokens.length); i++) {
    const n =
      tokens[i]!.lower === 'dear'
        ? (a.phrases.nounAt[i + 1] ?? -1)
        : tokens[i]!.lower === 'to' && tokens[i + 1]!.text === ':'
          ? (a.phrases.nounAt[i + 2] ?? -1)
          : -1;
    if (n < 0) continue;
    const nouns = [n];
    while (
      tokens[nounAt(a, nouns.at(-1)!).last]?.lower === 'and' &&
      a.phrases.nouns[nouns.at(-1)! + 1]?.first === nounAt(a, nouns.at(-1)!).last + 1
    )
      nouns.push(nouns.at(-1)! + 1);
    const told = addressees(a, nouns);
    if (told.length) return told;
  }
  return [];
}

export const isAddressee = (a: Analysis, n: number): boolean => {
  const np = nounAt(a, n);
  if (a.names.actorAt(np.head)?.actor.kind === 'population') return true;
  const lemma = headLemma(a, np);
  return ADDRESSEES.has(lemma) || ADDRESSEES.has(lemma.split('-').at(-1)!);
};

/** "tells American-flagged ships to stay": where the words between were not read as an object. */
export function wordsBetween(a: Analysis, from: number, to: number): ActorEntity[] {
  const head = a.doc.tokens[to - 1];
  if (!head || to - from < 1 || to - from > 8 || !/^[\p{L}-]+$/u.test(head.text)) return [];
  for (let i = from; i < to; i++) if (a.doc.tokens[i]!.pos === 'IN' || a.doc.tokens[i]!.text === ',') return [];
  return [a.names.actorFor(from, to)];
}

/** Offices whose holders speak for a state. */
const OF_STATE: ReadonlySet<string> = new Set(
  'minister president general secretary ambassador chief governor mayor commissioner officer head spokesman spokeswoman spokesperson commander premier chancellor director official'.split(
    ' ',
  ),
);

export const isCivil = ({ kind, of, roles }: ActorEntity): boolean =>
  (kind === 'population' || kind === 'person') &&
  (of?.kind === 'organisation' ||
    (!(of && (of.kind === 'agency' || of.kind === 'government')) && !roles.some((role) => OF_STATE.has(role))));

/** Governments, embassies and ministries, and those who speak for them. */
export const speaksForState = ({ kind, roles, of }: ActorEntity): boolean =>
  kind === 'government' ||
  kind === 'agency' ||
  of?.kind === 'agency' ||
  of?.kind === 'government' ||
  roles.some((role) => OF_STATE.has(role));

/** Of those whose advice to people at large is a warning. */
export const speaksPublicly = (actor: ActorEntity): boolean => speaksForState(actor) || actor.kind === 'organisation';

export const isOfGroup = (actor: ActorEntity | null): boolean => actor?.kind === 'group' || actor?.of?.kind === 'group';

/** The noun phrase is one of the subjects, objects or behind one of the prepositions of the clause. */
export const nounsAt = (clause: Clause, places: ReadonlySet<string>): number[] => [
  ...(places.has('object') ? clause.objects : []),
  ...clause.prepositional
    .filter(({ preposition }, p) => places.has(preposition) && (preposition !== 'of' || p === 0))
    .map(({ noun }) => noun),
];

export const opens = (a: Analysis, np: NounPhrase, words: ReadonlySet<string>): boolean =>
  words.has(a.doc.tokens[np.first]!.lower);
