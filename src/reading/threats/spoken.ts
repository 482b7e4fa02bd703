/** What armed men say is to come: doom, orders to leave, more attacks, who is a target; and what others expect of them. */
import { aimsOfNoun, isAct, verbIn, wordsFor } from '../acts.js';
import type { Analysis } from '../analysis.js';
import type { Clause } from '../clauses.js';
import { textOf } from '../doc.js';
import { DOOM, DOOMED, DRIVING_OFF, ORDERING, WILLING } from '../lexicon/threats.js';
import type { ActorEntity } from '../names/entities.js';
import { headLemma, nounAt } from '../nouns.js';
import { groupBehind, isArmed } from '../who.js';
import { armedSpeaker, attackers, groupAfterBy, spokenFor } from './armed.js';
import { type Found, told } from './found.js';

const SURE_DOOM: ReadonlySet<string> = new Set(['die', 'regret', 'suffer', 'fall', 'burn', 'bleed', 'perish']);

/** What a speaker says is to come: meant by those for whom they speak. */
const intentOf = (by: ActorEntity, against: string[], clause: Clause): Found => ({
  actor: spokenFor(by) ?? by,
  type: 'intent',
  against,
  clause,
  by,
});

/** "will pay a heavy price", "would run red with blood": what an armed speaker says will come. */
export function dooms(a: Analysis, clause: Clause): Found[] | null {
  const { verb } = clause;
  if (!verb.modal || !WILLING.has(verb.modal) || verb.passive || !DOOM.has(verb.lemma)) return null;
  const end = Math.min(a.doc.sentences[clause.sentence]!.last, verb.last + 7);
  let doomed = SURE_DOOM.has(verb.lemma);
  for (let i = verb.last; i < end && !doomed; i++) doomed = DOOMED.has(a.doc.tokens[i]!.lemma);
  const speaker = doomed ? armedSpeaker(a, clause) : null;
  if (!speaker) return null;
  return [intentOf(speaker, wordsFor(a, clause.subjects), clause)];
}

/** "told Chinese engineers to get out": armed men's orders to people at large threaten them. */
export function drivesOff(a: Analysis, clause: Clause): Found[] | null {
  const gives = clause.verb.lemma === 'give' && clause.objects.some((n) => NOTICE.has(headLemma(a, nounAt(a, n))));
  if ((!ORDERING.has(clause.verb.lemma) && !gives) || !clause.objects.length) return null;
  const next = a.clauses[clause.index + 1];
  if (next?.sentence !== clause.sentence || next.verb.form !== 'infinitive') return null;
  // "gave the state 48 hours to free their men": an ultimatum, which says not yet whom it will hit
  if (gives && !verbIn(DRIVING_OFF, next))
    return attackers(a, clause).map((actor) => ({ actor, type: 'intent', against: [], clause, by: actor }));
  if (!verbIn(DRIVING_OFF, next)) return null;
  const [object] = clause.objects;
  const given = gives && clause.objects.length === 1 ? givenTo(a, object!) : null;
  return attackers(a, clause).map((actor) => ({
    actor,
    type: 'intent',
    against: given ? [given] : wordsFor(a, gives ? clause.objects.slice(0, 1) : clause.objects),
    clause,
    by: actor,
  }));
}
/** "gave outsiders notice": those before the word, which was read together with them. */
function givenTo(a: Analysis, n: number): string | null {
  const { first, head } = nounAt(a, n);
  return head > first && a.doc.tokens[head - 1]!.pos === 'NNS' ? textOf(a.doc, first, head) : null;
}
const NOTICE: ReadonlySet<string> = new Set(['notice', 'ultimatum', 'warning', 'day', 'hour', 'week']);

const VOWING: ReadonlySet<string> = new Set('vow promise pledge swear threaten warn say declare'.split(' '));
const ANSWERS: ReadonlySet<string> = new Set(
  'answer response reply revenge retaliation punishment vengeance reprisal retribution'.split(' '),
);

/** "vowed that the answer to the killing would be harsh", "revenge is coming", said by armed men. */
export function answers(a: Analysis, clause: Clause): Found[] | null {
  const { verb, subjects, parent, marker } = clause;
  const governor = a.clauses[parent];
  if (!(verb.modal || verb.progressive) || verb.negated || !VOWING.has(governor?.verb.lemma ?? '')) return null;
  if (marker !== 'that' && governor!.verb.last < verb.first - SHORT) return null;
  const { first } = a.doc.sentences[clause.sentence]!;
  let n = subjects[0] ?? -1;
  // "the answer to the killing of X": over what hangs on it
  while (n > 0 && !ANSWERS.has(headLemma(a, nounAt(a, n))) && nounAt(a, n).first > governor!.verb.last) n--;
  if (n < 0 || nounAt(a, n).first < first || !ANSWERS.has(headLemma(a, nounAt(a, n)))) return null;
  const by = attackers(a, governor!);
  return by.length ? by.map((actor) => intentOf(actor, [], clause)) : null;
}
/** Tokens of a subject. */
const SHORT = 8;

/** "We are coming to you with car bombs", "will come under attack": said by armed men. */
export function comesFor(a: Analysis, clause: Clause): Found[] | null {
  const { verb, prepositional, subjects } = clause;
  if (verb.lemma !== 'come' || verb.passive || !(verb.progressive || WILLING.has(verb.modal ?? ''))) return null;
  const on = (preposition: RegExp) =>
    prepositional.filter((p) => preposition.test(p.preposition)).map(({ noun }) => noun);
  const under = on(/^under$/).some((n) => isAct(a, n) || headLemma(a, nounAt(a, n)) === 'fire');
  const armedWith = on(/^with$/).some((n) => isAct(a, n));
  const speaker = under || armedWith ? armedSpeaker(a, clause) : null;
  return speaker ? [intentOf(speaker, wordsFor(a, under ? subjects : on(/^(?:to|for|after)$/)), clause)] : null;
}

const COMING: ReadonlySet<string> = new Set([
  'be',
  'follow',
  'continue',
  'come',
  'happen',
  'increase',
  'resume',
  'intensify',
]);

/** "said more attacks would follow": the speaker's own. */
export function moreToCome(a: Analysis, clause: Clause): Found[] | null {
  const { verb } = clause;
  if (!COMING.has(verb.lemma) || !verb.modal || !WILLING.has(verb.modal)) return null;
  const act = [...clause.subjects, ...(verb.lemma === 'be' ? clause.objects : [])].find((n) => isAct(a, n));
  const speaker = act === undefined ? null : armedSpeaker(a, clause);
  if (act === undefined || !speaker) return null;
  return [intentOf(speaker, aimsOfNoun(a, act), clause)];
}

const FORESEEN: ReadonlySet<string> = new Set(
  'likely possible probable expected imminent feared inevitable certain'.split(' '),
);

/** "further attacks by X are likely", "raids on villages are to be expected", "cannot be ruled out": what somebody may do. */
export function expected(a: Analysis, clause: Clause): Found[] | null {
  const { verb } = clause;
  const act = clause.subjects.find((n) => isAct(a, n)) ?? (verb.negated ? actOpening(a, clause) : undefined);
  if (act === undefined || verb.perfect) return null;
  const np = nounAt(a, act);
  let foreseen = verb.negated || ((verb.lemma === 'expect' || verb.lemma === 'fear') && !verb.past);
  for (let i = verb.last; i < verb.last + 3 && !foreseen && verb.lemma === 'be'; i++)
    foreseen = FORESEEN.has(a.doc.tokens[i]?.lower ?? '');
  if (!foreseen) return null;
  const owner = groupAfterBy(a, np) ?? groupBehind(a, np, /^(?:by|from|of)$/) ?? goingBefore(a, clause);
  return owner && isArmed(owner) ? [{ actor: owner, type: 'capability', against: aimsOfNoun(a, act), clause }] : null;
}

/** "Attacks by groups loyal to X cannot be ruled out": the act that opens the clause, where the parser took what hangs on it. */
function actOpening(a: Analysis, { subjects, sentence }: Clause): number | undefined {
  const { first } = a.doc.sentences[sentence]!;
  for (let n = subjects[0] ?? -1; n >= 0 && nounAt(a, n).first >= first; n--) {
    if (isAct(a, n)) return n;
    const { pos } = a.doc.tokens[nounAt(a, n).first - 1] ?? { pos: '' };
    if (pos !== 'IN' && pos !== 'TO') return undefined;
  }
  return undefined;
}

/** Of armed men's threats, what is no violence: "threatened to leave the talks". */
const PEACEFUL: ReadonlySet<string> = new Set(
  'leave quit withdraw walk boycott end break suspend stop sue strike resign appeal pull reveal publish release expose vote hold'.split(
    ' ',
  ),
);

/** "threatened to sell the girls": whatever armed men threaten to do to somebody. */
export function threatens(a: Analysis, clause: Clause): Found[] | null {
  if (clause.verb.lemma !== 'threaten' || clause.verb.passive) return null;
  const next = a.clauses[clause.index + 1];
  if (next?.parent !== clause.index || next.verb.form !== 'infinitive' || PEACEFUL.has(next.verb.lemma)) return null;
  const against = wordsFor(
    a,
    next.objects.filter((n) => !isAct(a, n)),
  );
  return against.length ? told(a, 'intent', against, clause) : null;
}

/** The group of which the clauses before in the sentence speak. */
function goingBefore(a: Analysis, { index, sentence }: Clause): ActorEntity | null {
  for (let c = index - 1; a.clauses[c]?.sentence === sentence; c--) {
    const [actor] = attackers(a, a.clauses[c]!);
    if (actor) return actor;
  }
  return null;
}

/** "would try again", "will be back". */
export function triesAgain(a: Analysis, clause: Clause): Found[] | null {
  const { verb } = clause;
  if (!verb.modal || !WILLING.has(verb.modal) || verb.perfect) return null;
  const next = a.doc.tokens[verb.last]?.lower;
  const again = (verb.lemma === 'try' || verb.lemma === 'return' || verb.lemma === 'come') && next === 'again';
  return again || (verb.lemma === 'be' && next === 'back') ? told(a, 'intent', [], clause) : null;
}

/** "warned teachers not to cooperate", "told voters that they would lose their hands": armed men warn people at large. */
export function warnsOff(a: Analysis, clause: Clause): Found[] | null {
  const { verb } = clause;
  if (verb.lemma !== 'warn' || verb.form !== 'finite' || !clause.objects.length) return null;
  const next = a.clauses[clause.index + 1];
  if (next?.sentence !== clause.sentence || !(next.verb.form === 'infinitive' || next.marker === 'that')) return null;
  return attackers(a, clause).map((actor) => intentOf(actor, wordsFor(a, clause.objects), clause));
}

/** "any ship bound for X would be a legitimate target": said by the group. */
export function isTarget(a: Analysis, clause: Clause): Found[] | null {
  const { verb } = clause;
  if (
    !TURNING_INTO.has(verb.lemma) ||
    !(
      a.doc.tokens[verb.last]?.lower === 'next' ||
      clause.objects.some(
        (n) =>
          (headLemma(a, nounAt(a, n)) === 'target' && a.doc.tokens[nounAt(a, n).first]!.lower !== 'no') ||
          isFairGame(a, n),
      )
    )
  )
    return null;
  if (DECLARING.has(verb.lemma)) return declares(a, clause);
  const speaker = armedSpeaker(a, clause);
  // "said all such sites were now targets": the past of what is reported
  const reported = a.speakers[clause.index] !== null && a.clauses[a.speakers[clause.index]!.clause]?.verb.past;
  if (!speaker || verb.perfect || (verb.past && !verb.modal && !reported)) return null;
  return [intentOf(speaker, wordsFor(a, joinedBefore(a, clause.subjects)), clause)];
}
/** "and election workers and security forces will be targets": the list of which the parser took the last. */
function joinedBefore(a: Analysis, subjects: readonly number[]): number[] {
  const out = [...subjects];
  for (let n = (out[0] ?? 0) - 1; n >= 0; n--) {
    const between = a.doc.tokens.slice(nounAt(a, n).last, nounAt(a, n + 1).first);
    if (between.length !== 1 || !/^(?:,|and|or)$/.test(between[0]!.lower) || isAct(a, n)) break;
    out.unshift(n);
  }
  return out;
}

const DECLARING: ReadonlySet<string> = new Set(['consider', 'declare']);

/** "has declared mayors military targets": those before the word. */
function declares(a: Analysis, clause: Clause): Found[] {
  const against = wordsFor(
    a,
    clause.objects.filter((n) => headLemma(a, nounAt(a, n)) !== 'target'),
  );
  return against.length ? told(a, 'intent', against, clause) : [];
}
const isFairGame = (a: Analysis, n: number): boolean =>
  headLemma(a, nounAt(a, n)) === 'game' && a.doc.tokens[nounAt(a, n).head - 1]?.lower === 'fair';
const TURNING_INTO: ReadonlySet<string> = new Set(['be', 'become', 'remain', 'consider', 'declare']);
