/** Ways of warning that are no matter of a verb and its places: ringing up, receiving, a message that goes, a warning as a noun. */
import { verbIn } from '../acts.js';
import type { Analysis } from '../analysis.js';
import type { Clause } from '../clauses.js';
import { isDangerous, isGrave, speakerOf } from '../danger.js';
import { SPEECH } from '../lexicon/speech.js';
import {
  ADVISORIES,
  GOING,
  PAPERS,
  PROTECTORS,
  RAISED,
  REACHING,
  RECEIVING,
  RISKS,
  SPEAKING,
  TURNING,
} from '../lexicon/warnings.js';
import type { ActorEntity } from '../names/entities.js';
import { followedBy, headLemma, nounAt } from '../nouns.js';
import { isPublishers, ownVoice } from '../own-voice.js';
import { make, NONE, type Rule } from './candidate.js';
import { CALMING, isAboutViolence, isCare, namesGroup, OUGHT, tellsOfDanger } from './care.js';
import {
  actorOf,
  addressees,
  authorOf,
  byWhom,
  firstSubject,
  isAddressee,
  isCivil,
  isOfGroup,
  nounsAt,
  readers,
  relativeIssuer,
  speaksForState,
  subjectOf,
  wordsBetween,
} from './telling.js';
import { REFERRING } from './tells.js';

const CLAIMING: ReadonlySet<string> = new Set(['say', 'warn', 'tell', 'claim', 'announce', 'threaten']);

/** "rang the station and said that a bomb would go off", "phoned the police to say". */
export const rings: Rule = (a, clause) => {
  const { verb } = clause;
  if (!REACHING.has(verb.lemma) || verb.form !== 'finite') return null;
  const next = a.clauses[clause.index + 1];
  if (next?.sentence !== clause.sentence || !CLAIMING.has(next.verb.lemma)) return null;
  if (next.marker !== null && next.marker !== 'to') return null;
  const { last } = a.doc.sentences[clause.sentence]!;
  if (!isDangerous(a, next.verb.last, last)) return null;
  const passive = clause.verb.passive;
  // One calls and reaches many things: there it must be somebody to be warned.
  const caller = subjectOf(a, clause);
  const official = verb.lemma === 'contact' && next.marker === 'to' && caller !== null && speaksForState(caller);
  const loose = LOOSE.has(verb.lemma) && !official;
  const told = (passive ? clause.subjects : clause.objects).filter((n) => {
    const np = nounAt(a, n);
    return !a.names.placeAt(np.head) && (!loose || PROTECTORS.has(headLemma(a, np)));
  });
  const recipients = addressees(a, told);
  const issuer = passive ? byWhom(a, clause) : subjectOf(a, clause);
  return recipients.length ? make(clause, issuer, recipients, { from: next.verb.last }) : null;
};
const LOOSE: ReadonlySet<string> = new Set(['call', 'reach', 'write', 'contact', 'text', 'visit', 'approach']);

/** "received a warning from the Americans", "had got a tip that an attack was planned". */
export const receives: Rule = (a, clause) => {
  const { verb } = clause;
  if (!verbIn(RECEIVING, clause) || verb.form !== 'finite' || verb.passive) return null;
  const noun = clause.objects.find(
    (n) => ADVISORIES.has(headLemma(a, nounAt(a, n))) && !NONE.has(a.doc.tokens[nounAt(a, n).first]!.lower),
  );
  if (noun === undefined || !(isGrave(a, clause.sentence - 1, clause.sentence) || tellsOfDanger(a, clause, verb.last)))
    return null;
  const recipient = subjectOf(a, clause);
  if (!recipient || recipient.kind === 'group') return null;
  const from = clause.prepositional.find(({ preposition }) => preposition === 'from');
  return make(clause, from ? actorOf(a, from.noun) : null, [recipient], { from: nounAt(a, noun).last });
};

/** "The first message went from Indian intelligence to its counterpart", "the warning was handed over by the embassy". */
export const goes: Rule = (a, clause) => {
  const received = clause.verb.lemma === 'receive' && clause.verb.passive;
  if (!verbIn(GOING, clause) && !received) return null;
  const governor = a.clauses[clause.parent];
  // "Warnings were said to have been received by X"
  const subjects = clause.subjects.length || clause.verb.form !== 'infinitive' ? clause.subjects : governor!.subjects;
  const message = subjects.find((n) => MESSAGES.has(headLemma(a, nounAt(a, n))));
  if (message !== undefined && isExplosive(a, message)) return null;
  if (message === undefined || NONE.has(a.doc.tokens[nounAt(a, message).first]!.lower)) return null;
  const one = (preposition: string) => clause.prepositional.find((p) => p.preposition === preposition)?.noun;
  const from = one('from') ?? (received ? undefined : one('by'));
  if (received && one('by') === undefined) return null;
  const to = received ? one('by') : (one('to') ?? (clause.verb.lemma === 'reach' ? clause.objects[0] : undefined));
  const issuer = from === undefined ? authorOf(a, message) : actorOf(a, from);
  const recipients = to === undefined ? [] : addressees(a, [to]);
  // "The first call came to the hospital": an unnamed caller's
  if (!(issuer || (recipients.length && told(a, message))) || !isAboutViolence(a, clause.sentence)) return null;
  return make(clause, issuer, recipients, {
    privately: true,
    refers: REFERRING.has(a.doc.tokens[nounAt(a, message).first]!.lower),
    // a call tells nothing of where the bomb is by whom it reaches
    ...(headLemma(a, nounAt(a, message)) === 'call' ? { from: a.doc.sentences[clause.sentence]!.last } : {}),
  });
};
/** "five explosive letters were delivered": a message in name only. */
const isExplosive = ({ doc, phrases }: Analysis, n: number): boolean => {
  const { first, head } = phrases.nouns[n]!;
  return doc.tokens
    .slice(first, head)
    .some(({ lower }) => /^(?:explosive|incendiary|bomb|booby-trapped|poisoned)$/.test(lower));
};

/** Is the message by its name a warning, or a call with a bomb told of beside it? */
const told = (a: Analysis, message: number): boolean => {
  const lemma = headLemma(a, nounAt(a, message));
  const { sentence } = a.doc.tokens[nounAt(a, message).head]!;
  return lemma === 'call' ? isGrave(a, sentence - 1, sentence) : NOTICES.has(lemma);
};
const MESSAGES: ReadonlySet<string> = new Set([
  'call',
  'message',
  'warning',
  'alert',
  'tip',
  'tip-off',
  'memorandum',
  'letter',
  'information',
  'intelligence',
]);

/** "a warning from the CIA to Spanish police", "A tip-off from X helped Y to thwart": the warning as a noun. */
export const isNamed: Rule = (a, clause) => {
  const { first: start } = a.doc.sentences[clause.sentence]!;
  if (clause.index > 0 && a.clauses[clause.index - 1]!.sentence === clause.sentence) return null; // once a sentence
  const { last } = a.doc.sentences[clause.sentence]!;
  for (let i = start; i < last; i++) {
    const n = a.phrases.nounAt[i]!;
    if (
      n < 0 ||
      nounAt(a, n).head !== i ||
      !(NOTICES.has(a.doc.tokens[i]!.lemma) || PAPERS.has(a.doc.tokens[i]!.lemma))
    )
      continue;
    const np = nounAt(a, n);
    if (NONE.has(a.doc.tokens[np.first]!.lower) || a.doc.tokens[np.first - 1]?.lower === 'without') continue;
    const behind = followedBy(a, np, 4);
    const from = behind.find(({ preposition }) => preposition === 'from' || preposition === 'by');
    const issuer = authorOf(a, n);
    if (!issuer || isOfGroup(issuer) || !(from || np.owner >= 0)) continue;
    const to = behind.find(({ preposition }) => preposition === 'to' || preposition === 'for');
    const helped =
      clause.verb.lemma === 'help' || clause.verb.lemma === 'allow' || clause.verb.lemma === 'enable'
        ? clause.objects
        : HEEDING.has(clause.verb.lemma) && !clause.verb.passive && clause.objects.includes(n)
          ? clause.subjects
          : [];
    const recipients = addressees(a, to ? [to.noun] : helped);
    if (!NOTICES.has(a.doc.tokens[i]!.lemma) && !(from && to && recipients.some(({ kind }) => kind !== 'person')))
      continue;
    const of = behind.some(
      ({ preposition, noun }) =>
        preposition !== 'from' && preposition !== 'by' && isDangerous(a, nounAt(a, noun).first, nounAt(a, noun).last),
    );
    if (!of && !(recipients.length && (isGrave(a, clause.sentence, clause.sentence) || namesGroup(a, i, last))))
      continue;
    // "…, read the memorandum from X to Y": what is told stands before
    const before = !isDangerous(a, i + 1, last);
    return make(clause, issuer, recipients.slice(0, 1), { from: before ? start : i + 1 });
  }
  return null;
};
/** "ignored warnings from X": who did so had them. */
const HEEDING: ReadonlySet<string> = new Set(
  'ignore receive get dismiss heed disregard discount overlook obtain have miss brush'.split(' '),
);
const NOTICES: ReadonlySet<string> = new Set(['warning', 'tip-off', 'tip', 'alert', 'advisory', 'forewarning']);

/** "Israel's Mossad drew its attention to men said to be preparing an attack", "let the police know that". */
export const drawsAttention: Rule = (a, clause) => {
  const { lemma } = clause.verb;
  const issuer =
    lemma === 'draw' || lemma === 'call' || lemma === 'let' || lemma === 'make' ? subjectOf(a, clause) : null;
  if (!issuer || isOfGroup(issuer)) return null;
  const { tokens, sentences } = a.doc;
  const { last } = sentences[clause.sentence]!;
  if (!isDangerous(a, clause.verb.last, last) && !isAboutViolence(a, clause.sentence)) return null;
  if (lemma === 'let' || lemma === 'make') {
    // "have let it be known that"
    for (let i = clause.verb.last; i < Math.min(last, clause.verb.last + 4); i++)
      if (tokens[i]!.lower === 'it' && tokens[i + 1]?.lower === 'be' && tokens[i + 2]?.lower === 'known')
        return isDangerous(a, i, last) ? make(clause, issuer, [], { from: i + 3 }) : null;
    for (let i = clause.verb.last + 1; i < Math.min(last, clause.verb.last + 8); i++)
      if (tokens[i]!.lower === 'know' || tokens[i]!.lower === 'aware')
        return make(clause, issuer, wordsBetween(a, clause.verb.last, i), { from: i + 1 });
    return null;
  }
  const noun = clause.objects.find((n) => headLemma(a, nounAt(a, n)) === 'attention');
  if (noun === undefined) return null;
  const np = nounAt(a, noun);
  const told =
    np.owner >= 0
      ? actorOf(a, np.owner)
      : tokens[np.first]!.pos === 'PRP$'
        ? (firstSubjectBut(a, clause, issuer) ?? a.names.referent(np.first, np.first + 1))
        : null;
  return told ? make(clause, issuer, [told], { from: np.last }) : null;
};

const firstSubjectBut = (a: Analysis, clause: Clause, issuer: ActorEntity): ActorEntity | null => {
  const actor = firstSubject(a, clause);
  return actor === issuer ? null : actor;
};

/** "said that there was an elevated risk of attacks", "spoke of a very high threat of a terrorist attack". */
export const speaksOfRisk: Rule = (a, clause) => {
  if (!SPEAKING.has(clause.verb.lemma) || clause.verb.form !== 'finite') return null;
  const issuer = subjectOf(a, clause) ?? relativeIssuer(a, clause);
  if (!issuer || !speaksForState(issuer)) return null;
  const { last } = a.doc.sentences[clause.sentence]!;
  for (let i = clause.verb.last; i < Math.min(last, clause.verb.last + 12); i++) {
    const n = a.phrases.nounAt[i]!;
    if (n < 0 || nounAt(a, n).head !== i || !RISKS.has(a.doc.tokens[i]!.lemma)) continue;
    if (isHigh(a, i)) return make(clause, issuer, [], { from: i });
    for (let j = nounAt(a, n).first; j < i; j++)
      if (RAISED.has(a.doc.tokens[j]!.lower)) return make(clause, issuer, [], { from: i });
  }
  return null;
};

/** "the threat of kidnapping was high". */
function isHigh({ doc }: Analysis, i: number): boolean {
  for (let j = i + 1; j < i + 7 && j + 1 < doc.tokens.length; j++)
    if (doc.tokens[j]!.lemma === 'be' || doc.tokens[j]!.lemma === 'remain')
      return RAISED.has(doc.tokens[j + 1]!.lower) || RAISED.has(doc.tokens[j + 2]?.lower ?? '');
  return false;
}

/** "a letter to the police chiefs, seen by this newspaper, says": a paper that goes to somebody, over what is inserted. */
const letterTo = (a: Analysis, { subjects, verb, sentence }: Clause): { issuer: ActorEntity; to: number } | null => {
  const { first } = a.doc.sentences[sentence]!;
  for (let i = verb.first - 1; i >= first && i > verb.first - LETTER; i--) {
    if (a.doc.tokens[i]!.text === ';') return null;
    const n = a.phrases.nounAt[i]!;
    if (n < 0 || nounAt(a, n).head !== i || !PAPERS.has(a.doc.tokens[i]!.lemma)) continue;
    const to = followedBy(a, nounAt(a, n), 3).find(({ preposition }) => preposition === 'to' || preposition === 'for');
    const opening = subjects[0] === undefined || subjects[0] === n ? null : actorOf(a, subjects[0]);
    const issuer = authorOf(a, n) ?? (opening && speaksForState(opening) ? opening : null);
    return to && issuer ? { issuer, to: to.noun } : null;
  }
  return null;
};
/** Tokens before the verb in which its paper must stand. */
const LETTER = 20;

/** "The embassy's alert said that militants could strike hotels": a paper of warning speaks. */
export const paperSpeaks: Rule = (a, clause) => {
  const n = clause.subjects[0];
  if (n === undefined || !SPEAKING.has(clause.verb.lemma)) return null;
  const letter = letterTo(a, clause);
  if (letter && isDangerous(a, clause.verb.last, a.doc.sentences[clause.sentence]!.last)) {
    const recipients = addressees(a, [letter.to]);
    if (recipients.length) return make(clause, letter.issuer, recipients, { privately: true });
  }
  if (!ADVISORIES.has(headLemma(a, nounAt(a, n)))) return null;
  const issuer = authorOf(a, n);
  const { last } = a.doc.sentences[clause.sentence]!;
  return issuer && !isOfGroup(issuer) && isDangerous(a, clause.verb.last, last)
    ? make(clause, issuer, addressees(a, clause.objects))
    : null;
};

const IN: ReadonlySet<string> = new Set(['in', 'by', 'through']);

/** "pointed out in a circular to the states that …": said in a paper that goes to somebody. */
export const writes: Rule = (a, clause) => {
  if (!SPEECH.has(clause.verb.lemma) && !SPEAKING.has(clause.verb.lemma) && clause.verb.lemma !== 'point') return null;
  const paper = clause.prepositional.find(
    ({ preposition, noun }) => IN.has(preposition) && PAPERS.has(headLemma(a, nounAt(a, noun))),
  );
  if (!paper || clause.verb.form !== 'finite' || clause.verb.passive) return null;
  const to = followedBy(a, nounAt(a, paper.noun), 2).find(
    ({ preposition }) => preposition === 'to' || preposition === 'for',
  );
  const issuer = subjectOf(a, clause);
  if (!to || !issuer || !speaksForState(issuer)) return null;
  const { first, last } = a.doc.sentences[clause.sentence]!;
  if (!isDangerous(a, first, last)) return null;
  return make(clause, issuer, addressees(a, [to.noun]), { from: first });
};

/** "had reported Abedi", "contacted authorities after Abedi said", "phoned the hotline": people to those who protect them. */
export const turnsTo: Rule = (a, clause) => {
  const { verb } = clause;
  if (
    !TURNING.has(verb.particle === 'off' ? `${verb.lemma}_off` : verb.lemma) ||
    verb.passive ||
    verb.form !== 'finite' ||
    (verb.lemma === 'call' && clause.objects.length > 1) // "called him the driving force"
  )
    return null;
  const issuer = subjectOf(a, clause);
  if (!issuer || !isCivil(issuer)) return null;
  const protectors = nounsAt(clause, OBJECT_TO).filter((n) => PROTECTORS.has(headLemma(a, nounAt(a, n))));
  const reported =
    verb.lemma === 'report' && clause.objects.some((n) => a.names.actorAt(nounAt(a, n).head)?.actor.kind === 'person');
  if (!protectors.length && !reported) return null;
  if (
    (verb.lemma === 'go' ||
      verb.lemma === 'turn' ||
      verb.lemma === 'write' ||
      verb.lemma === 'approach' ||
      protectors.some((n) => PRESS.has(headLemma(a, nounAt(a, n))))) &&
    !tellsOfDanger(a, clause, verb.last)
  )
    return null;
  return make(clause, issuer, addressees(a, protectors), { civil: true });
};
const PRESS: ReadonlySet<string> = new Set(['newspaper', 'station', 'radio', 'television', 'broadcaster', 'agency']);
const OBJECT_TO: ReadonlySet<string> = new Set(['object', 'to']);

/** "Residents should stay away from the market, the governor said", '"Stay in your homes," the force tells residents'. */
export const exhorts: Rule = (a, clause) => {
  const { verb } = clause;
  const imperative = verb.form === 'finite' && !verb.past && !verb.modal && !clause.subjects.length;
  const ought = mustDo(a, clause);
  if (
    !(ought || imperative) ||
    !(isCare(a, clause) || (ought && isOwnOrder(a, clause))) ||
    !isAboutViolence(a, clause.sentence)
  )
    return null;
  const speaker = speakerOf(a, clause);
  const own = a.speakers[clause.index] ? null : ownVoice(a);
  const issuer = speaker && speaksForState(speaker) ? speaker : own;
  if (!issuer) return null;
  const subject = ought ? (clause.subjects[0] ?? nounBefore(a, verb.first - 1)) : undefined;
  const told =
    subject !== undefined && subject >= 0 && isAddressee(a, subject) ? addressees(a, [subject]) : quotedTo(a, clause);
  const called = told.length || ought ? told : calledBefore(a, verb.first);
  const named = called.length || issuer !== own ? called : readers(a);
  // "Please remain vigilant," an office said: to all
  const atLarge =
    imperative && a.speakers[clause.index] !== null && (issuer.kind === 'agency' || issuer.kind === 'government');
  if (!named.length && !atLarge) return null;
  return make(clause, issuer, named, { from: verb.first, advice: { first: verb.first, clause }, own: issuer === own });
};

/** "Passengers must not leave luggage": whatever the publisher of a notice tells people to do. */
const isOwnOrder = (a: Analysis, { index, subjects, verb }: Clause): boolean =>
  a.speakers[index] === null && !CALMING.has(verb.lemma) && subjects.some((n) => isAddressee(a, n)) && isPublishers(a);

/** "should", "ought to", "are to": what people are told to do. */
export function mustDo(a: Analysis, { verb, parent }: Pick<Clause, 'verb' | 'parent'>): boolean {
  if (OUGHT.has(verb.modal ?? '')) return true;
  if (verb.form !== 'infinitive') return false;
  if (a.doc.tokens[verb.first - 1]?.lower === 'ought') return true;
  const governor = a.clauses[parent]?.verb;
  return governor?.lemma === 'be' && governor.last === verb.first && !governor.past;
}

/** "Staff in Ménaka: travel in convoys": those called before the colon. */
function calledBefore(a: Analysis, token: number): ActorEntity[] {
  if (a.doc.tokens[token - 1]?.text !== ':') return [];
  const { first } = a.doc.sentences[a.doc.tokens[token]!.sentence]!;
  const n = a.phrases.nounAt[first] ?? -1;
  return n >= 0 && isAddressee(a, n) ? addressees(a, [n]) : [];
}

/** The noun phrase right before a token, over "ought". */
const nounBefore = (a: Analysis, token: number): number | undefined => {
  const n = a.phrases.nounAt[token - 1] ?? -1;
  return n >= 0 ? n : undefined;
};

/** '…," the force tells residents': whom the speech is told. */
function quotedTo(a: Analysis, clause: Clause): ActorEntity[] {
  const by = a.speakers[clause.index];
  const said = by && by.clause >= 0 ? a.clauses[by.clause] : undefined;
  return said
    ? addressees(
        a,
        said.objects.filter((n) => isAddressee(a, n)),
      )
    : [];
}
