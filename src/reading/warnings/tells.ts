/** Telling by the table of verbs: "warned Iran of an attack", "urged its nationals to leave", "passed the tip to police". */

import type { Analysis } from '../analysis.js';
import type { Clause } from '../clauses.js';
import { isDangerous, isGrave, speakerOf } from '../danger.js';
import {
  ADVISORIES,
  CALLERS,
  HEARERS,
  IMPERATIVES,
  LEVELLING,
  PAPERS,
  PASSED,
  PROTECTORS,
  RINGING,
  RISKS,
  SHUNNED,
  TELLING,
  type Telling,
} from '../lexicon/warnings.js';
import type { ActorEntity } from '../names/entities.js';
import { followedBy, headLemma, isPronoun, nounAt } from '../nouns.js';
import { ownVoice } from '../own-voice.js';
import { type Candidate, dutyAt, make, NONE, type Rule } from './candidate.js';
import { type Advice, adviceOf, CALMING, isAboutViolence, isOfNature, tellsOfComing, tellsOfDanger } from './care.js';
import {
  addressees,
  authorOf,
  byWhom,
  firstClause,
  firstSubject,
  isAddressee,
  isCivil,
  isOfGroup,
  nounsAt,
  openerOf,
  readers,
  speakerIfSame,
  speaksForState,
  speaksPublicly,
  subjectOf,
  wordsBetween,
} from './telling.js';

/** "The embassy warned Iran of an attack", "urged its nationals to leave", "passed the tip to police", "issued an alert": by the table. */
export const tells: Rule = (a, clause) => {
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
  const passive = clause.verb.passive;
  let issuer = passive ? byWhom(a, clause) : subjectOf(a, clause);
  // "The ministry said terrorists were plotting and advised": the ministry
  const opening = !passive && issuer?.generic && isOfGroup(issuer) ? firstSubject(a, clause) : null;
  if (opening && opening !== issuer && speaksForState(opening)) issuer = opening;
  const armed = isOfGroup(issuer) && !isCaller(a, clause);
  const warns = needs.includes('danger');
  const advice = needs.includes('care')
    ? (adviceOf(a, clause) ?? quotedAdvice(a, clause) ?? ownAdvice(a, clause))
    : null;
  const nouns = (passive ? listBefore(a, clause) : nounsAt(clause, told)).filter(
    (n) => !advice || warns || passive || advice.first < verb.first || nounAt(a, n).last <= advice.first,
  );
  if (advice && !passive) nouns.push(...calledToo(a, clause));
  const dangerous =
    (warns && tellsOfDanger(a, clause, verb.last)) ||
    (needs.includes('coming') && !nouns.some((n) => isHearer(a, n)) && tellsOfComing(a, clause)) ||
    (!passive &&
      isCaller(a, clause) &&
      nouns.length > 0 &&
      (namesDevice(a, clause) || (isAboutViolence(a, clause.sentence) && !saysWho(a, clause)))) ||
    (needs.includes('coming') && (tellsOfSuspect(a, clause, issuer, nouns) || passesOn(a, clause, issuer))) ||
    (verb.lemma === 'tip' && isAboutViolence(a, clause.sentence));
  const reported = warns && issuer !== null && isCivil(issuer) && nouns.some((n) => protects(a, n));
  if (!advice && !dangerous && !reported) return null;
  // What people may be told not to do is much; a team is told not to gloat.
  const { verb: done } = advice?.clause ?? clause;
  if (advice?.clause && !dangerous && done.negated && !SHUNNED.has(done.lemma) && !nouns.some((n) => isAddressee(a, n)))
    return null;
  if (dangerous && !advice && isOfNature(a, clause.sentence)) return null;
  if (!(warns && dangerous) && advice && !isAboutViolence(a, clause.sentence)) return null;
  const [lone] = nouns;
  const itself =
    passive && lone !== undefined && nouns.length === 1 ? speakerIfSame(a, clause, headWord(a, lone)) : null;
  let recipients = itself ? [itself] : addressees(a, nouns);
  const us = nouns.some((n) => FIRST_PERSON.has(a.doc.tokens[nounAt(a, n).head]!.lower));
  if (us && dangerous) recipients = [speakerOf(a, clause) ?? ownVoice(a)].filter((actor) => actor !== null);
  // "I told him": who is told by a pronoun is warned where he is an office or its holder.
  if (!warns && !advice)
    recipients = recipients.filter(
      (actor) => actor.kind !== 'person' || passive || actor.generic || speaksForState(actor) || actor === ownVoice(a),
    );
  // "wrote to mosques advising them to": those written to
  const them = nouns.length === 1 && a.doc.tokens[nounAt(a, nouns[0]!).head]!.lower === 'them' ? wentTo(a, clause) : [];
  if (them.length) recipients = them;
  // "A bulletin circulated among sheriffs asks them to"
  const sent = nouns.length && nouns.every((n) => headWord(a, n) === 'them') ? circulatedTo(a, clause) : [];
  if (sent.length) recipients = sent;
  if (!recipients.length) recipients = addresseesElsewhere(a, clause, advice, passive);
  if (!recipients.length && advice && issuer === ownVoice(a)) recipients = readers(a);
  // A group warns people off; what it warns an enemy of is a threat.
  if (armed && !(advice && nouns.some((n) => isAddressee(a, n)))) return null;
  if (
    recipients.length &&
    recipients.every(
      ({ kind, name, generic, plural }) => (kind === 'group' && (plural || !generic)) || RANKS.test(name),
    )
  )
    return null;
  // "flagged the man to police"
  if (!told.has('object') && !nouns.some((n) => protects(a, n))) return null;
  let own = false;
  if (!issuer && passive) {
    const speaker = speakerOf(a, clause);
    if (isOfGroup(speaker)) return null;
    issuer = speaker && speaksForState(speaker) ? speaker : null;
    own = !issuer && !verb.past && !verb.perfect;
    if (own) issuer = ownVoice(a);
  }
  const circulated = issuer || recipients.length || !advice ? [] : circulatedTo(a, clause);
  if (circulated.length) recipients = circulated;
  const paper = clause.subjects[0] !== undefined && ADVISORIES.has(headLemma(a, nounAt(a, clause.subjects[0]!)));
  if (!issuer && !(recipients.length && (passive || warns || paper || circulated.length || sent.length))) return null;
  if (!recipients.length && !warns && !us && !(advice && issuer && speaksPublicly(issuer))) return null;
  return make(clause, issuer, recipients, {
    civil: issuer !== null && isCivil(issuer) && !armed && !advice && !isCaller(a, clause),
    advice,
    own: own || isOwn(a, clause, issuer),
    privately: us,
    refers: passesOn(a, clause, issuer),
  });
}

/** "Churches, hotels on the seafront and beaches have been told": the list of which the parser took one. */
function listBefore(a: Analysis, { subjects, sentence, verb }: Clause): readonly number[] {
  const { first } = a.doc.sentences[sentence]!;
  const [subject] = subjects;
  if (subject === undefined || nounAt(a, subject).last > verb.first) return subjects;
  const out: number[] = [];
  let listed = false;
  for (let i = nounAt(a, subject).first - 1; i >= first; i--) {
    const { lower, pos } = a.doc.tokens[i]!;
    if (a.phrases.verbAt[i]! >= 0 || /^[;:"“”(]/.test(lower)) return subjects;
    listed ||= lower === ',';
    const n = a.phrases.nounAt[i]!;
    if (n >= 0 && nounAt(a, n).head === i && !/^(?:IN|TO)$/.test(a.doc.tokens[nounAt(a, n).first - 1]?.pos ?? ''))
      out.unshift(n);
    if (n < 0 && !/^(?:,|and|or)$/.test(lower) && !/^(?:IN|TO)$/.test(pos)) return subjects;
  }
  if (!listed || !out.length) return subjects;
  for (let n = subject; n < a.phrases.nouns.length && nounAt(a, n).last <= verb.first; n++)
    if (n === subject || /^(?:,|and|or)$/.test(a.doc.tokens[nounAt(a, n).first - 1]!.lower)) out.push(n);
  return out.some((n) => isPronoun(a, nounAt(a, n)) || a.names.placeAt(nounAt(a, n).head)) ? subjects : out;
}

/** "calls on Austrians to leave and on tour operators to cancel": who else is called on. */
function calledToo(a: Analysis, { verb, index, sentence }: Clause): number[] {
  if (verb.lemma !== 'call' && verb.lemma !== 'appeal') return [];
  const out: number[] = [];
  for (let c = index + 1; a.clauses[c]?.sentence === sentence && a.clauses[c]!.verb.form === 'infinitive'; c++)
    for (const { preposition, noun } of a.clauses[c]!.prepositional)
      if (/^(?:on|upon|to)$/.test(preposition) && a.doc.tokens[nounAt(a, noun).first - 2]?.pos === 'CC') out.push(noun);
  return out;
}

/** Those of an armed group, who are told by their own. */
const RANKS = /^(?:(?:its|their|our|his) )?(?:volunteers|fighters|militants|members|guerrillas|rebels)$/i;
const FIRST_PERSON: ReadonlySet<string> = new Set(['us', 'me', 'we', 'i']);

const ADVISING: ReadonlySet<string> = new Set(['advise', 'urge', 'ask', 'request', 'remind', 'require', 'instruct']);
/** "Masters are advised to double lookouts": whatever an office advises in its own notice of danger. */
function ownAdvice(a: Analysis, { verb, subjects, index, sentence, prepositional }: Clause): Advice | null {
  if (!ADVISING.has(verb.lemma) || prepositional.some(({ preposition }) => preposition === 'by')) return null;
  if (!verb.passive || verb.past || verb.perfect || !subjects.some((n) => isAddressee(a, n))) return null;
  const next = a.clauses[index + 1];
  if (next?.parent !== index || next.verb.form !== 'infinitive' || CALMING.has(next.verb.lemma)) return null;
  return ownVoice(a) && isAboutViolence(a, sentence) ? { first: next.verb.first, clause: next } : null;
}

const headWord = (a: Analysis, n: number): string => a.doc.tokens[nounAt(a, n).head]!.lower;

/** "told the station that a device had been left outside the court". */
function namesDevice({ doc }: Analysis, { sentence, verb }: Clause): boolean {
  for (let i = verb.last; i < doc.sentences[sentence]!.last; i++) if (DEVICES.has(doc.tokens[i]!.lemma)) return true;
  return false;
}
/** "told the paper that the group was responsible": claimed or laid to somebody, not warned of. */
function saysWho({ doc }: Analysis, { sentence, verb }: Clause): boolean {
  for (let i = verb.last; i < doc.sentences[sentence]!.last; i++)
    if (/^(?:responsib\w+|behind|claimed|culprits?)$/.test(doc.tokens[i]!.lower)) return true;
  return false;
}
const DEVICES: ReadonlySet<string> = new Set('device bomb package parcel explosive mine charge'.split(' '));

/** "told Belgium that X was a terrorist fighter": one state tells another of a dangerous man. */
function tellsOfSuspect(a: Analysis, clause: Clause, issuer: ActorEntity | null, nouns: readonly number[]): boolean {
  if (!issuer || !speaksForState(issuer) || issuer.kind === 'person') return false;
  if (nouns.some((n) => isHearer(a, n))) return false;
  const told = nouns.map((n) => a.names.actorAt(nounAt(a, n).head)?.actor);
  if (!told.some((actor) => actor && (actor.kind === 'government' || actor.kind === 'agency'))) return false;
  const next = a.clauses.slice(clause.index + 1, clause.index + 3).find(({ marker }) => marker === 'that');
  return (
    next?.sentence === clause.sentence &&
    COPULAS.has(next.verb.lemma) &&
    next.objects.some((n) => DANGEROUS_MEN.has(headLemma(a, nounAt(a, n))))
  );
}
/** "The consulate informed the airline": of what was told in the sentence before. */
function passesOn(a: Analysis, { verb, prepositional, index, sentence }: Clause, issuer: ActorEntity | null): boolean {
  if (!/^(?:inform|notify)$/.test(verb.lemma) || !issuer || !speaksForState(issuer) || verb.passive) return false;
  const next = a.clauses[index + 1];
  if (next?.sentence === sentence && next.marker === 'that') return false;
  return (
    !prepositional.some(({ preposition }) => preposition === 'of' || preposition === 'about') &&
    isGrave(a, sentence - 1, sentence - 1)
  );
}

const COPULAS: ReadonlySet<string> = new Set(['be', 'pose', 'become', 'remain']);
const DANGEROUS_MEN: ReadonlySet<string> = new Set(
  'terrorist extremist jihadist jihadi radical militant fighter islamist danger threat risk suspect bomber'.split(' '),
);

/** Is it those who protect who are told? */
function protects(a: Analysis, n: number): boolean {
  const np = nounAt(a, n);
  return PROTECTORS.has(headLemma(a, np)) || a.names.actorAt(np.head)?.actor.kind === 'agency';
}

/** Does the office that publishes the report say it now, in its own name? */
const isOwn = (a: Analysis, { verb }: Clause, issuer: ActorEntity | null): boolean =>
  issuer !== null && !verb.past && !verb.perfect && issuer === ownVoice(a);

/** "A bulletin circulated among sheriffs asks them to": those among whom the paper goes. */
function circulatedTo(a: Analysis, { subjects, verb }: Clause): ActorEntity[] {
  const n = subjects[0];
  if (n === undefined || !PAPERS.has(headLemma(a, nounAt(a, n)))) return [];
  for (let i = nounAt(a, n).last; i < verb.first; i++) {
    const m = AMONG.has(a.doc.tokens[i]!.lower) ? (a.phrases.nounAt[i + 1] ?? -1) : -1;
    if (m >= 0) return addressees(a, [m]);
  }
  return [];
}
const AMONG: ReadonlySet<string> = new Set(['among', 'amongst', 'to', 'for']);

/** Those told, where they are no object of the verb. */
function addresseesElsewhere(a: Analysis, clause: Clause, advice: Advice | null, passive: boolean): ActorEntity[] {
  if (passive) {
    // "Police said they had been tipped off"
    const speaker = clause.subjects.some((n) => isPronoun(a, nounAt(a, n)) && headWord(a, n) !== 'you')
      ? speakerOf(a, clause)
      : null;
    return speaker && (speaksForState(speaker) || (speaker.kind !== 'person' && !isOfGroup(speaker))) ? [speaker] : [];
  }
  // "recommended that citizens refrain from travelling"
  if (advice?.clause?.marker === 'that' && !clause.objects.length) return addressees(a, advice.clause.subjects);
  const between = advice?.clause && !clause.objects.length ? wordsBetween(a, clause.verb.last, advice.first) : [];
  if (between.length) return between;
  const went = wentTo(a, clause);
  return went.length ? went : paperTo(a, clause);
}

/** "went to military intelligence with a file and warned that…": who was gone to was warned. */
function wentTo(a: Analysis, clause: Clause): ActorEntity[] {
  const before = a.clauses[clause.index - 1];
  if (!before || before.sentence !== clause.sentence || !WENT.has(before.verb.lemma)) return [];
  return addressees(a, nounsAt(before, TO));
}
const WENT: ReadonlySet<string> = new Set(['go', 'turn', 'write', 'travel', 'come', 'report']);
const TO: ReadonlySet<string> = new Set(['to']);

/** "in a text message to its citizens": whom the paper goes to. */
function paperTo(a: Analysis, { sentence, verb }: Clause): ActorEntity[] {
  const { first: start } = a.doc.sentences[sentence]!;
  for (let i = start; i + 1 < verb.first; i++) {
    const n = a.phrases.nounAt[i]!;
    if (n < 0 || nounAt(a, n).head !== i || !PAPERS.has(a.doc.tokens[i]!.lemma)) continue;
    const to = followedBy(a, nounAt(a, n), 3).find(({ preposition }) => preposition === 'to' || preposition === 'for');
    if (to) return addressees(a, [to.noun]);
  }
  return [];
}

/** Parliaments, courts and reporters are told much that is no warning. */
const isHearer = (a: Analysis, n: number): boolean => {
  const np = nounAt(a, n);
  if (a.doc.tokens[np.first]!.lower === 'this') return true; // "told this newspaper"
  for (let i = np.first; i < np.last; i++) if (HEARERS.has(a.doc.tokens[i]!.lemma)) return true;
  return false;
};

/** "The caller told the switchboard …", "a voice said": by what they are called, they warn. */
const isCaller = (a: Analysis, clause: Clause): boolean => {
  const n = openerOf(a, clause) ?? clause.subjects[0];
  return n !== undefined && CALLERS.has(headLemma(a, nounAt(a, n)));
};

/** '"Stay in your homes," the force tells residents'. */
function quotedAdvice({ doc }: Analysis, { sentence, verb }: Clause): Advice | null {
  const { first: start } = doc.sentences[sentence]!;
  for (let i = start; i + 1 < verb.first && i < start + 3; i++)
    if (/^["“]/.test(doc.tokens[i]!.text) && IMPERATIVES.has(doc.tokens[i + 1]!.lower))
      return { first: i + 1, clause: null };
  return null;
}

function tellsThing(
  a: Analysis,
  clause: Clause,
  { told, needs }: Telling,
  things: ReadonlySet<string>,
): Candidate | null {
  const { verb } = clause;
  const passive = clause.verb.passive;
  const places =
    passive && things.has('standby')
      ? nounsAt(clause, ON)
      : passive
        ? clause.subjects
        : [
            ...clause.objects,
            // "raised the level on the advice of its service"
            ...clause.prepositional
              .filter(
                ({ preposition, noun }) =>
                  WITH.has(preposition) &&
                  !(preposition === 'on' && a.doc.tokens[nounAt(a, noun).last]?.lower === 'of'),
              )
              .map((p) => p.noun),
          ];
  let thing = places.find(
    (n) => things.has(headLemma(a, nounAt(a, n))) && !NONE.has(a.doc.tokens[nounAt(a, n).first]!.lower),
  );
  const end = thing === undefined ? compoundEnd(a, clause, things) : nounAt(a, thing).last;
  if (end === null) return things === PASSED ? passesThis(a, clause, told) : null;
  thing ??= a.phrases.nounAt[end - 1] ?? undefined;
  const levels = LEVELLING.has(verb.lemma);
  const led = verb.lemma === 'lead' || verb.lemma === 'prompt';
  const issuer = passive ? byWhom(a, clause) : led ? firstSubject(a, clause) : subjectOf(a, clause);
  const rung = RINGING.has(verb.lemma);
  if (!issuer && !passive) return null;
  if (isOfGroup(issuer) && !rung) return null;
  if (issuer && isCivil(issuer) && !rung && things !== PASSED) return null;
  // "sends us a notice from an embassy": it is the embassy's
  const author = thing !== undefined && thing >= 0 ? authorOf(a, thing) : null;
  if (author && issuer && isCivil(issuer) && author !== issuer && things !== PASSED) return null;
  if (levels && !led && !(isTravel(a, end) && !isLevel(a, end))) return null;
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
  if (
    !told.has('object') &&
    !passive &&
    two === thing &&
    one !== undefined &&
    one !== thing &&
    !isCompound(a, one, two!)
  )
    toldNouns.unshift(one);
  let recipients = addressees(
    a,
    // "its advice for Tunisia" is about a land, not to its state
    toldNouns.filter(
      (n) =>
        !RISKS.has(a.doc.tokens[nounAt(a, n).first - 2]?.lemma ?? '') && // "alerts on the threat to temples"
        !(needs.includes('care') && a.names.placeAt(nounAt(a, n).head)) &&
        n !== thing &&
        !(needs.includes('care') && isPronoun(a, nounAt(a, n))),
    ),
  );
  const passes = things === PASSED;
  // "told the press that the agency had passed on word of it": to those for whom the speaker speaks
  const speaker = passes && !recipients.length && !passive ? speakerOf(a, clause) : null;
  if (speaker && speaker !== issuer && speaksForState(speaker)) recipients = [speaker];
  if (passes && toldNouns.some((n) => isHearer(a, n))) return null;
  const named = told.has('object') ? recipients : recipients.slice(0, 1);
  const known = REFERRING.has(a.doc.tokens[end - 1]!.lower) || TELLING_THINGS.has(a.doc.tokens[end - 1]!.lemma);
  const grave =
    tellsOfDanger(a, clause, end) || dutyAt(a, clause.sentence) >= 0 || (known && isAboutViolence(a, clause.sentence));
  const advice = needs.includes('care') ? adviceOf(a, clause) : null;
  if (!grave && !advice) return null;
  // "are put on notice that they may lose their licences"
  if (told.has('object') && a.doc.tokens[end - 1]!.lower === 'notice' && !isDangerous(a, end, conditionAt(a, end)))
    return null;
  // "passed on a warning that …": to whom need not be said
  const warned =
    issuer !== null &&
    !isCivil(issuer) &&
    ADVISORIES.has(a.doc.tokens[end - 1]!.lemma) &&
    tellsOfDanger(a, clause, end);
  if (!needs.includes('care') && !warned && (!named.length || (!issuer && !passive))) return null;
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
/** "a security alert", which was read as two. */
const isCompound = (a: Analysis, one: number, two: number): boolean =>
  nounAt(a, one).last === nounAt(a, two).first &&
  /^NN/.test(a.doc.tokens[nounAt(a, two).first]!.pos) &&
  a.doc.tokens[nounAt(a, two).head]!.pos !== 'NNS';

/** Things passed on that are a warning where the report is about violence. */
const TELLING_THINGS: ReadonlySet<string> = new Set([
  ...ADVISORIES,
  'information',
  'intelligence',
  'substance',
  'memorandum',
  'word',
  'lead',
  'input',
]);
const ON: ReadonlySet<string> = new Set(['on']);
const WITH: ReadonlySet<string> = new Set(['with', 'to', 'on']);
export const REFERRING: ReadonlySet<string> = new Set([
  'this',
  'that',
  'the',
  'its',
  'such',
  'these',
  'their',
  'similar',
  'both',
  'same',
]);

const THIS: ReadonlySet<string> = new Set(['this', 'that', 'it', 'these', 'them']);

/** "conveyed this to the police": what was told before is passed on. */
function passesThis(a: Analysis, clause: Clause, told: ReadonlySet<string>): Candidate | null {
  const object = clause.objects[0];
  if (object === undefined || clause.verb.passive || !THIS.has(a.doc.tokens[nounAt(a, object).head]!.lower))
    return null;
  const to = nounsAt(clause, told);
  const issuer = subjectOf(a, clause);
  const recipients = addressees(a, to).filter((actor) => speaksForState(actor) || to.some((n) => isAddressee(a, n)));
  if (!issuer || isOfGroup(issuer) || !recipients.length || to.some((n) => isHearer(a, n))) return null;
  if (!isGrave(a, clause.sentence - 2, clause.sentence)) return null;
  return make(clause, issuer, recipients, { refers: true, privately: true });
}

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

/** "raised its alert level". */
const isLevel = ({ doc }: Analysis, end: number): boolean => /^levels?$/.test(doc.tokens[end]?.lower ?? '');

/** Where what is told ends: with the sentence, or with its "if". */
function conditionAt({ doc }: Analysis, from: number): number {
  const { last } = doc.sentences[doc.tokens[from - 1]!.sentence]!;
  for (let i = from; i < last; i++) if (/^(?:if|unless)$/.test(doc.tokens[i]!.lower)) return i;
  return last;
}

const TRAVEL: ReadonlySet<string> = new Set(['travel', 'warning', 'advice', 'advisory', 'advisories', 'guidance']);

/** "raised its travel advice": not the level of an alert. */
function isTravel({ doc }: Analysis, end: number): boolean {
  for (let i = Math.max(0, end - 4); i < end; i++) if (TRAVEL.has(doc.tokens[i]!.lower)) return true;
  return false;
}
