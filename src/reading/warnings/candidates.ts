/**
 * Acts of telling somebody of a danger, each with who tells whom. The ways of telling are the table `TELLING`; what does
 * not fit a table of verbs and places (being told, receiving, ringing up, a warning as a noun) has a rule of its own.
 */
import { verbIn } from '../acts.js';
import { type Analysis, within } from '../analysis.js';
import type { Clause } from '../clauses.js';
import { isDangerous, isGrave, speakerOf } from '../danger.js';
import {
  ADVISORIES,
  CALLERS,
  CONTINUING,
  GOING,
  HEARERS,
  IMPERATIVES,
  LEVELLING,
  PAPERS,
  PASSED,
  PROTECTORS,
  RAISED,
  REACHING,
  RECEIVING,
  RINGING,
  RISKS,
  SPEAKING,
  TELLING,
  type Telling,
  TURNING,
} from '../lexicon/warnings.js';
import type { ActorEntity } from '../names/entities.js';
import { followedBy, headLemma, isPronoun, nounAt } from '../nouns.js';
import type { Warning } from '../schema.js';
import {
  type Advice,
  adviceOf,
  isAboutViolence,
  isCare,
  namesGroup,
  OUGHT,
  tellsOfComing,
  tellsOfDanger,
} from './care.js';
import { ownVoice } from './own-voice.js';
import {
  actorOf,
  addressees,
  authorOf,
  byWhom,
  firstClause,
  firstSubject,
  isAddressee,
  isCivil,
  isOfGroup,
  isPassive,
  nounsAt,
  relativeIssuer,
  speaksForState,
  speaksPublicly,
  subjectOf,
  wordsBetween,
} from './telling.js';

export interface Candidate {
  clause: Clause;
  sentence: number;
  issuer: ActorEntity | null;
  recipients: ActorEntity[];
  /** First token of what is told: the danger, the place, the targets stand from here on. */
  from: number;
  /** What people are told to do. */
  advice: Advice | null;
  /** Another warning of what was warned of before. */
  again: boolean;
  /** "this information", "its warning": tells what the warning before told. */
  refers: boolean;
  inherits: Warning | null;
  /** Goes on with the warning of the sentence before. */
  continues: boolean;
  /** Told by a private person to those who protect: `about` is a person. */
  civil: boolean;
  /** Told by the report itself, in the name of the office that publishes it. */
  own: boolean;
  /** Passed from one to the other, not made public. */
  privately: boolean;
}

/** Candidates in the order of the text. */
export function findCandidates(a: Analysis): Candidate[] {
  const out: Candidate[] = [];
  for (const clause of a.clauses) {
    const found = isTold(a, clause) ? (first(a, clause) ?? continuation(a, clause, out.at(-1))) : null;
    if (!found) continue;
    out.push(found);
    if (found.again) for (const date of datesIn(a, clause).slice(1)) out.push({ ...found, from: date.first });
  }
  return out;
}

function first(a: Analysis, clause: Clause): Candidate | null {
  for (const rule of RULES) {
    const found = rule(a, clause);
    if (found) return found;
  }
  return null;
}

const datesIn = (a: Analysis, clause: Clause) => {
  const { first: from, last } = a.doc.sentences[clause.sentence]!;
  return within(a.dates, from, last).filter((date) => date.start !== null && date.start === date.end);
};

/** Verbs whose infinitive tells what was done: "used Twitter to warn", "is to warn" is not among them. */
const FACTUAL: ReadonlySet<string> = new Set(
  'issue use post send call phone ring telephone write go continue begin start publish move come rush take try contact break release'.split(
    ' ',
  ),
);

/** Is the telling told as a fact: not denied, only possible, or wished for? */
function isTold(a: Analysis, { verb, marker, parent }: Clause): boolean {
  // "residents should stay away", "ought to": the rule of exhortation asks further
  if (OUGHT.has(verb.modal ?? '')) return true;
  if (verb.negated || (verb.modal !== null && !verb.perfect) || marker === 'if' || marker === 'unless') return false;
  if (verb.form !== 'infinitive') return true;
  if (a.doc.tokens[verb.first - 1]?.lower === 'ought') return true;
  const above = a.clauses[parent];
  return above !== undefined && !above.verb.negated && above.verb.modal === null && FACTUAL.has(above.verb.lemma);
}

type Rule = (a: Analysis, clause: Clause) => Candidate | null;

const make = (
  clause: Clause,
  issuer: ActorEntity | null,
  recipients: ActorEntity[],
  more: Partial<Candidate> = {},
): Candidate => ({
  clause,
  sentence: clause.sentence,
  issuer,
  recipients,
  from: clause.verb.last,
  advice: null,
  again: false,
  refers: false,
  inherits: null,
  continues: false,
  civil: false,
  own: false,
  privately: false,
  ...more,
});

/** "The embassy warned Iran of an attack", "urged its nationals to leave", "passed the tip to police", "issued an alert": by the table. */
const tells: Rule = (a, clause) => {
  const { verb } = clause;
  const tellings = (verb.particle && TELLING.get(`${verb.lemma}_${verb.particle}`)) || TELLING.get(verb.lemma);
  if (!tellings) return null;
  for (const telling of tellings) {
    const found = telling.object ? tellsThing(a, clause, telling, telling.object) : tellsPeople(a, clause, telling);
    if (found) return found;
  }
  return null;
};

function tellsPeople(a: Analysis, clause: Clause, { told, needs }: Telling): Candidate | null {
  const { verb } = clause;
  const passive = isPassive(a, clause);
  let issuer = passive ? byWhom(a, clause) : subjectOf(a, clause);
  const armed = isOfGroup(issuer);
  const warns = needs.includes('danger');
  const advice = needs.includes('care') ? (adviceOf(a, clause) ?? quotedAdvice(a, clause)) : null;
  const nouns = (passive ? clause.subjects : nounsAt(clause, told)).filter(
    (n) => !advice || warns || passive || advice.first < verb.first || nounAt(a, n).last <= advice.first,
  );
  const dangerous =
    (warns && tellsOfDanger(a, clause, verb.last)) ||
    (needs.includes('coming') && !nouns.some((n) => isHearer(a, n)) && tellsOfComing(a, clause)) ||
    (!passive && isCaller(a, clause) && nouns.length > 0 && isAboutViolence(a, clause.sentence));
  if (!advice && !dangerous && !(warns && issuer && isCivil(issuer) && nouns.length)) return null;
  if (!warns && advice && !isAboutViolence(a, clause.sentence)) return null;
  let recipients = addressees(a, nouns);
  // "I told him": who is told by a pronoun is warned where he is an office or its holder.
  if (!warns && !advice) recipients = recipients.filter((actor) => actor.kind !== 'person' || speaksForState(actor));
  if (!recipients.length) recipients = addresseesElsewhere(a, clause, advice, passive, warns);
  // A group warns people off; what it warns an enemy of is a threat.
  if (armed && !(advice && nouns.some((n) => isAddressee(a, n)))) return null;
  if (recipients.length && recipients.every(({ kind }) => kind === 'group')) return null;
  let own = false;
  if (!issuer && passive) {
    const speaker = speakerOf(a, clause);
    issuer = speaker && speaksForState(speaker) ? speaker : null;
    own = !issuer && !verb.past;
    if (own) issuer = ownVoice(a);
  }
  if (!issuer && !(recipients.length && (passive || warns))) return null;
  if (!recipients.length && !warns && !(advice && issuer && speaksPublicly(issuer))) return null;
  return make(clause, issuer, recipients, {
    civil: issuer !== null && isCivil(issuer) && !armed && !advice,
    advice,
    own: own || isOwn(a, clause, issuer),
  });
}

/** Does the office that publishes the report say it now, in its own name? */
const isOwn = (a: Analysis, { verb }: Clause, issuer: ActorEntity | null): boolean =>
  issuer !== null && !verb.past && !verb.perfect && issuer === ownVoice(a);

/** Those told, where they are no object of the verb. */
function addresseesElsewhere(
  a: Analysis,
  clause: Clause,
  advice: Advice | null,
  passive: boolean,
  warns: boolean,
): ActorEntity[] {
  if (passive) {
    // "Police said they had been tipped off"
    const speaker = clause.subjects.some((n) => isPronoun(a, nounAt(a, n))) ? speakerOf(a, clause) : null;
    return speaker && speaksForState(speaker) ? [speaker] : [];
  }
  const between = advice?.clause && !clause.objects.length ? wordsBetween(a, clause.verb.last, advice.first) : [];
  if (between.length) return between;
  const went = warns ? wentTo(a, clause) : [];
  return went.length ? went : paperTo(a, clause);
}

/** "in a text message to its citizens": whom the paper goes to. */
function paperTo(a: Analysis, { sentence, verb }: Clause): ActorEntity[] {
  const { first: start } = a.doc.sentences[sentence]!;
  for (let i = start; i + 1 < verb.first; i++) {
    const n = a.phrases.nounAt[i]!;
    if (n < 0 || nounAt(a, n).head !== i || !PAPERS.has(a.doc.tokens[i]!.lemma)) continue;
    const to = followedBy(a, nounAt(a, n), 1).find(({ preposition }) => preposition === 'to' || preposition === 'for');
    if (to) return addressees(a, [to.noun]);
  }
  return [];
}

/** Parliaments, courts and reporters are told much that is no warning. */
const isHearer = (a: Analysis, n: number): boolean => {
  const np = nounAt(a, n);
  for (let i = np.first; i < np.last; i++) if (HEARERS.has(a.doc.tokens[i]!.lemma)) return true;
  return false;
};

/** "The caller told the switchboard …", "a voice said": by what they are called, they warn. */
const isCaller = (a: Analysis, { subjects }: Clause): boolean =>
  subjects[0] !== undefined &&
  CALLERS.has(headLemma(a, nounAt(a, subjects[0]))) &&
  headLemma(a, nounAt(a, subjects[0])) !== 'source';

/** '"Stay in your homes," the force tells residents'. */
function quotedAdvice({ doc }: Analysis, { sentence, verb }: Clause): Advice | null {
  const { first: start } = doc.sentences[sentence]!;
  for (let i = start; i + 1 < verb.first && i < start + 3; i++)
    if (/^["“]/.test(doc.tokens[i]!.text) && IMPERATIVES.has(doc.tokens[i + 1]!.lower))
      return { first: i + 1, clause: null };
  return null;
}

const NONE: ReadonlySet<string> = new Set(['no', 'any', 'little', 'without', 'neither']);

function tellsThing(
  a: Analysis,
  clause: Clause,
  { told, needs }: Telling,
  things: ReadonlySet<string>,
): Candidate | null {
  const { verb } = clause;
  const passive = isPassive(a, clause);
  const places = passive
    ? clause.subjects
    : [
        ...clause.objects,
        ...clause.prepositional.filter(({ preposition }) => WITH.has(preposition)).map((p) => p.noun),
      ];
  let thing = places.find(
    (n) => things.has(headLemma(a, nounAt(a, n))) && !NONE.has(a.doc.tokens[nounAt(a, n).first]!.lower),
  );
  const end = thing === undefined ? compoundEnd(a, clause, things) : nounAt(a, thing).last;
  if (end === null) return null;
  thing ??= a.phrases.nounAt[end - 1] ?? undefined;
  const levels = LEVELLING.has(verb.lemma);
  const led = verb.lemma === 'lead' || verb.lemma === 'prompt';
  const issuer = passive ? byWhom(a, clause) : led ? firstSubject(a, clause) : subjectOf(a, clause);
  const rung = RINGING.has(verb.lemma);
  if (!issuer && !passive) return null;
  if (isOfGroup(issuer) && !rung) return null;
  if (levels && !led && !isTravel(a, end)) return null;
  const followed = thing !== undefined && thing >= 0 ? followedBy(a, nounAt(a, thing)) : [];
  const toldNouns = told.has('object')
    ? passive
      ? clause.subjects
      : clause.objects
    : [...clause.prepositional, ...followed].filter(({ preposition }) => told.has(preposition)).map(({ noun }) => noun);
  // "gave police a warning": the first of two objects
  if (!toldNouns.length) {
    const behind = a.phrases.nounAt[end + 1] ?? -1;
    if (told.has(a.doc.tokens[end]?.lower ?? '') && behind >= 0) toldNouns.push(behind);
  }
  const [one, two] = clause.objects;
  if (!told.has('object') && !passive && two === thing && one !== undefined && one !== thing) toldNouns.unshift(one);
  const recipients = addressees(
    a,
    toldNouns.filter((n) => n !== thing && !(needs.includes('care') && isPronoun(a, nounAt(a, n)))),
  );
  const passes = things === PASSED;
  if (passes && toldNouns.some((n) => isHearer(a, n))) return null;
  const named = told.has('object') ? recipients : recipients.slice(0, 1);
  const known = REFERRING.has(a.doc.tokens[end - 1]!.lower) || TELLING_THINGS.has(a.doc.tokens[end - 1]!.lemma);
  const grave =
    tellsOfDanger(a, clause, end) || dutyAt(a, clause.sentence) >= 0 || (known && isAboutViolence(a, clause.sentence));
  const advice = needs.includes('care') ? adviceOf(a, clause) : null;
  if (!grave && !advice) return null;
  if (!needs.includes('care') && (!named.length || (!issuer && !passive))) return null;
  if (!issuer && !named.length) return null;
  const again = verb.lemma === 'repeat' || verb.lemma === 'renew';
  const refers = thing !== undefined && thing >= 0 && REFERRING.has(a.doc.tokens[nounAt(a, thing).first]!.lower);
  const from = again ? verb.last : led ? firstClause(a, clause).verb.last : passive ? verb.last : end;
  return make(clause, issuer, named, {
    again,
    refers: again || refers,
    from,
    advice,
    own: isOwn(a, clause, issuer),
    privately: passes,
  });
}
/** Things passed on that are a warning where the report is about violence. */
const TELLING_THINGS: ReadonlySet<string> = new Set([
  ...ADVISORIES,
  'information',
  'intelligence',
  'substance',
  'memorandum',
  'word',
  'lead',
]);
const WITH: ReadonlySet<string> = new Set(['with', 'to', 'on']);
const REFERRING: ReadonlySet<string> = new Set(['this', 'that', 'the', 'its', 'such', 'these', 'their']);

/** End of "a security alert", "warnings", where the tagger took the last word for an adjective or a verb; null without one. */
function compoundEnd({ doc }: Analysis, { verb, sentence }: Clause, things: ReadonlySet<string>): number | null {
  const end = Math.min(doc.sentences[sentence]!.last, verb.last + 5);
  for (let i = verb.last; i < end; i++) {
    const { lower, lemma, pos } = doc.tokens[i]!;
    if (pos === 'IN' || pos === 'TO' || lower === ',' || NONE.has(lower)) return null;
    if (things.has(lemma) || things.has(lower.replace(/s$/, ''))) return i + 1;
  }
  return null;
}

/** "raised its travel advice": not the level of an alert. */
function isTravel({ doc }: Analysis, end: number): boolean {
  for (let i = Math.max(0, end - 4); i < end; i++)
    if (doc.tokens[i]!.lower === 'travel' || doc.tokens[i]!.lower === 'warning') return true;
  return false;
}

/** "went to military intelligence with a file and warned that…": who was gone to was warned. */
function wentTo(a: Analysis, clause: Clause): ActorEntity[] {
  const before = a.clauses[clause.index - 1];
  if (!before || before.sentence !== clause.sentence || !WENT.has(before.verb.lemma)) return [];
  return addressees(a, nounsAt(before, TO));
}
const WENT: ReadonlySet<string> = new Set(['go', 'turn', 'write', 'travel', 'come', 'report']);
const TO: ReadonlySet<string> = new Set(['to']);

const CLAIMING: ReadonlySet<string> = new Set(['say', 'warn', 'tell', 'claim', 'announce', 'threaten']);

/** "rang the station and said that a bomb would go off", "phoned the police to say". */
const rings: Rule = (a, clause) => {
  const { verb } = clause;
  if (!REACHING.has(verb.lemma) || verb.form !== 'finite') return null;
  const next = a.clauses[clause.index + 1];
  if (next?.sentence !== clause.sentence || !CLAIMING.has(next.verb.lemma)) return null;
  if (next.marker !== null && next.marker !== 'to') return null;
  const { last } = a.doc.sentences[clause.sentence]!;
  if (!isDangerous(a, next.verb.last, last)) return null;
  const passive = isPassive(a, clause);
  // One calls and reaches many things: there it must be somebody to be warned.
  const loose = LOOSE.has(verb.lemma);
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
const receives: Rule = (a, clause) => {
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
const goes: Rule = (a, clause) => {
  if (!verbIn(GOING, clause)) return null;
  const message = clause.subjects.find((n) => MESSAGES.has(headLemma(a, nounAt(a, n))));
  if (message === undefined) return null;
  const one = (preposition: string) => clause.prepositional.find((p) => p.preposition === preposition)?.noun;
  const from = one('from') ?? one('by');
  const to = one('to') ?? (clause.verb.lemma === 'reach' ? clause.objects[0] : undefined);
  const issuer = from === undefined ? authorOf(a, message) : actorOf(a, from);
  const recipients = to === undefined ? [] : addressees(a, [to]);
  if (!issuer || !isAboutViolence(a, clause.sentence)) return null;
  return make(clause, issuer, recipients, {
    privately: true,
    refers: REFERRING.has(a.doc.tokens[nounAt(a, message).first]!.lower),
  });
};
const MESSAGES: ReadonlySet<string> = new Set([
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
const isNamed: Rule = (a, clause) => {
  const { first: start } = a.doc.sentences[clause.sentence]!;
  if (clause.index > 0 && a.clauses[clause.index - 1]!.sentence === clause.sentence) return null; // once a sentence
  const { last } = a.doc.sentences[clause.sentence]!;
  for (let i = start; i < last; i++) {
    const n = a.phrases.nounAt[i]!;
    if (n < 0 || nounAt(a, n).head !== i || !NOTICES.has(a.doc.tokens[i]!.lemma)) continue;
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
        : [];
    const recipients = addressees(a, to ? [to.noun] : helped);
    const of = behind.some(
      ({ preposition, noun }) =>
        preposition !== 'from' && preposition !== 'by' && isDangerous(a, nounAt(a, noun).first, nounAt(a, noun).last),
    );
    if (!of && !(recipients.length && (isGrave(a, clause.sentence, clause.sentence) || namesGroup(a, i, last))))
      continue;
    return make(clause, issuer, recipients.slice(0, 1), { from: i + 1 });
  }
  return null;
};
const NOTICES: ReadonlySet<string> = new Set(['warning', 'tip-off', 'tip', 'alert', 'advisory', 'forewarning']);

/** "Israel's Mossad drew its attention to men said to be preparing an attack", "let the police know that". */
const drawsAttention: Rule = (a, clause) => {
  const { lemma } = clause.verb;
  const issuer =
    lemma === 'draw' || lemma === 'call' || lemma === 'let' || lemma === 'make' ? subjectOf(a, clause) : null;
  if (!issuer || isOfGroup(issuer)) return null;
  const { tokens, sentences } = a.doc;
  const { last } = sentences[clause.sentence]!;
  if (!isDangerous(a, clause.verb.last, last) && !isAboutViolence(a, clause.sentence)) return null;
  if (lemma === 'let' || lemma === 'make') {
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
const speaksOfRisk: Rule = (a, clause) => {
  if (!SPEAKING.has(clause.verb.lemma) || clause.verb.form !== 'finite') return null;
  const issuer = subjectOf(a, clause) ?? relativeIssuer(a, clause);
  if (!issuer || !speaksForState(issuer)) return null;
  const { last } = a.doc.sentences[clause.sentence]!;
  for (let i = clause.verb.last; i < Math.min(last, clause.verb.last + 12); i++) {
    const n = a.phrases.nounAt[i]!;
    if (n < 0 || nounAt(a, n).head !== i || !RISKS.has(a.doc.tokens[i]!.lemma)) continue;
    for (let j = nounAt(a, n).first; j < i; j++)
      if (RAISED.has(a.doc.tokens[j]!.lower)) return make(clause, issuer, [], { from: i });
  }
  return null;
};

/** "The embassy's alert said that militants could strike hotels": a paper of warning speaks. */
const paperSpeaks: Rule = (a, clause) => {
  const n = clause.subjects[0];
  if (n === undefined || !SPEAKING.has(clause.verb.lemma) || !ADVISORIES.has(headLemma(a, nounAt(a, n)))) return null;
  const issuer = authorOf(a, n);
  const { last } = a.doc.sentences[clause.sentence]!;
  return issuer && !isOfGroup(issuer) && isDangerous(a, clause.verb.last, last)
    ? make(clause, issuer, addressees(a, clause.objects))
    : null;
};

/** "had reported Abedi", "contacted authorities after Abedi said", "phoned the hotline": people to those who protect them. */
const turnsTo: Rule = (a, clause) => {
  const { verb } = clause;
  if (
    !TURNING.has(verb.particle === 'off' ? `${verb.lemma}_off` : verb.lemma) ||
    verb.passive ||
    verb.form !== 'finite'
  )
    return null;
  const issuer = subjectOf(a, clause);
  if (!issuer || !isCivil(issuer)) return null;
  const protectors = nounsAt(clause, OBJECT_TO).filter((n) => PROTECTORS.has(headLemma(a, nounAt(a, n))));
  const reported =
    verb.lemma === 'report' && clause.objects.some((n) => a.names.actorAt(nounAt(a, n).head)?.actor.kind === 'person');
  if (!protectors.length && !reported) return null;
  if (
    (verb.lemma === 'go' || verb.lemma === 'turn' || verb.lemma === 'write' || verb.lemma === 'approach') &&
    !tellsOfDanger(a, clause, verb.last)
  )
    return null;
  return make(clause, issuer, addressees(a, protectors), { civil: true });
};
const OBJECT_TO: ReadonlySet<string> = new Set(['object', 'to']);

/** "Residents should stay away from the market, the governor said", '"Stay in your homes," the force tells residents'. */
const exhorts: Rule = (a, clause) => {
  const { verb } = clause;
  const ought =
    OUGHT.has(verb.modal ?? '') || (verb.form === 'infinitive' && a.doc.tokens[verb.first - 1]?.lower === 'ought');
  const imperative = verb.form === 'finite' && !verb.past && !verb.modal && !clause.subjects.length;
  if (!(ought || imperative) || !isCare(a, clause) || !isAboutViolence(a, clause.sentence)) return null;
  const speaker = speakerOf(a, clause);
  const issuer = speaker && speaksForState(speaker) ? speaker : null;
  if (!issuer) return null;
  const subject = ought ? (clause.subjects[0] ?? nounBefore(a, verb.first - 1)) : undefined;
  const told =
    subject !== undefined && subject >= 0 && isAddressee(a, subject) ? addressees(a, [subject]) : quotedTo(a, clause);
  if (!told.length) return null;
  return make(clause, issuer, told, { from: verb.first, advice: { first: verb.first, clause } });
};

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

const RULES: readonly Rule[] = [
  goes,
  rings,
  tells,
  receives,
  drawsAttention,
  speaksOfRisk,
  paperSpeaks,
  turnsTo,
  exhorts,
  isNamed,
];

/** "It listed government buildings as possible targets": goes on with the warning of the sentence before. */
function continuation(a: Analysis, clause: Clause, before: Candidate | undefined): Candidate | null {
  if (
    !before ||
    clause.sentence !== before.sentence + 1 ||
    clause.verb.form !== 'finite' ||
    !(CONTINUING.has(clause.verb.lemma) || verbIn(GOING, clause))
  )
    return null;
  const n = clause.subjects[0];
  if (n === undefined) return null;
  const np = nounAt(a, n);
  const same = a.doc.tokens[np.head]!.lower === 'it' || ADVISORIES.has(headLemma(a, np));
  if (!same && a.names.referent(np.first, np.last)?.id !== before.issuer?.id) return null;
  return make(clause, before.issuer, [], { continues: true });
}

/** First token of "duty to warn" in the sentence; -1 without it. */
export function dutyAt({ doc }: Analysis, sentence: number): number {
  const { first: from, last } = doc.sentences[sentence]!;
  for (let i = from; i + 2 < last; i++)
    if (doc.tokens[i]!.lower === 'duty' && doc.tokens[i + 1]!.lower === 'to' && doc.tokens[i + 2]!.lower === 'warn')
      return i;
  return -1;
}
