/** What makes a threat of an act of violence: a modal verb, the verb, adjective or noun that governs it, or a call to it. */

import { ACTED, aimsOf, aimsOfNoun, bareAct, countriesIn, isAct, lemmaOf, verbIn, wordsFor } from '../acts.js';
import type { Analysis } from '../analysis.js';
import type { Clause } from '../clauses.js';
import {
  ABLE,
  AIMING,
  FOLLOWERS,
  GOVERNING,
  HAVING,
  HOLDING,
  INCITING,
  LOSING,
  MENACES,
  MENACING_SPEECH,
  NEUTRAL,
  PREDICATES,
  PROCEEDINGS,
  RESTRAINT,
  WILLING,
  WITH_ACT,
} from '../lexicon/threats.js';
import type { ActorEntity } from '../names/entities.js';
import { followedBy, headLemma, nounAt } from '../nouns.js';
import type { ThreatType } from '../vocabulary.js';
import { groupBehind, isArmed, ownerOf } from '../who.js';
import { armedActor, armedSpeaker, attackers, groupAfterBy, spokenFor } from './armed.js';
import { type Found, told } from './found.js';
import { called, incitedBy, incites, moved, opening } from './incitement.js';
import {
  answers,
  comesFor,
  dooms,
  drivesOff,
  expected,
  isTarget,
  moreToCome,
  threatens,
  triesAgain,
  warnsOff,
} from './spoken.js';

/** What a clause threatens by its verb. */
export function byVerb(a: Analysis, clause: Clause): Found[] {
  const { verb } = clause;
  if (verb.negated) return unrestrained(a, clause);
  if (verb.passive && !isPredicate(a, clause)) {
    const suffered = suffering(a, clause);
    return suffered.length ? suffered : incitedBy(a, clause);
  }
  const aims = aimsOf(a, clause);
  if (aims) {
    const mode = modeOf(a, clause);
    if (mode) return mode.type === 'incitement' ? incited(a, aims, mode.holder) : told(a, mode.type, aims, mode.holder);
  }
  return (
    governsBare(a, clause) ??
    withAct(a, clause) ??
    answers(a, clause) ??
    comesFor(a, clause) ??
    threatens(a, clause) ??
    moreToCome(a, clause) ??
    isTarget(a, clause) ??
    expected(a, clause) ??
    triesAgain(a, clause) ??
    warnsOff(a, clause) ??
    aimsAt(a, clause) ??
    incites(a, clause) ??
    dooms(a, clause) ??
    drivesOff(a, clause) ??
    []
  );
}

/** By armed men, else by a person who holds no office. */
function incited(a: Analysis, against: string[], clause: Clause): Found[] {
  const armed = told(a, 'incitement', against, clause);
  return armed.length ? armed : called(a, against, clause);
}

/** "would not shrink from attacks", "will not stop until the army leaves". */
function unrestrained(a: Analysis, clause: Clause): Found[] {
  const { verb } = clause;
  if (lemmaOf(clause) === 'rule_out' || verb.lemma === 'exclude') return expected(a, clause) ?? [];
  if (!RESTRAINT.has(verb.lemma) || !verb.modal || !WILLING.has(verb.modal) || verb.passive) return [];
  const act = clause.prepositional.find(({ noun }) => isAct(a, noun));
  const next = a.clauses[clause.index + 1];
  const aims = act ? wordsFor(a, rest(clause, act.noun)) : next?.sentence === clause.sentence ? aimsOf(a, next) : null;
  return told(a, 'intent', aims ?? [], clause);
}

const rest = (clause: Clause, act: number): number[] =>
  clause.prepositional.filter(({ preposition, noun }) => OF.has(preposition) && noun !== act).map(({ noun }) => noun);

/** "has its eye on X", "has X in its sights". */
function aimsAt(a: Analysis, clause: Clause): Found[] | null {
  if (!SIGHTING.has(clause.verb.lemma)) return null;
  const next = a.clauses[clause.index + 1];
  // "keeps thousands of rockets pointed at X"
  if (next?.sentence === clause.sentence && POINTED.has(next.verb.lemma) && isArmedWith(a, clause))
    return told(
      a,
      'capability',
      wordsFor(
        a,
        next.prepositional.filter(({ preposition }) => preposition === 'at').map(({ noun }) => noun),
      ),
      clause,
    );
  const aimed = clause.objects.some((n) => AIMING.has(headLemma(a, nounAt(a, n))));
  const sighted = clause.prepositional.some(
    ({ preposition, noun }) => preposition === 'in' && AIMING.has(headLemma(a, nounAt(a, noun))),
  );
  if (!aimed && !sighted) return null;
  const on = clause.prepositional.filter(({ preposition }) => preposition === 'on').map(({ noun }) => noun);
  return told(a, 'intent', wordsFor(a, aimed ? on : clause.objects), clause);
}

const SIGHTING: ReadonlySet<string> = new Set(['have', 'set', 'train', 'turn', 'keep', 'hold']);
const POINTED: ReadonlySet<string> = new Set(['point', 'aim', 'train', 'target']);
const isArmedWith = (a: Analysis, { objects, prepositional }: Clause): boolean =>
  [...objects, ...prepositional.map(({ noun }) => noun)].some((n) => isAct(a, n));

/** The type that an act of violence has by its modal verb or by what governs it, and the clause whose subject threatens. */
function modeOf(a: Analysis, clause: Clause): { type: ThreatType; holder: Clause } | null {
  const { verb } = clause;
  if (verb.negated || verb.form === 'participle') return null;
  if (verb.form === 'finite') {
    // "try to seize or ram a ship": a base form joined to an infinitive
    const before = a.clauses[clause.index - 1];
    const joined =
      a.doc.tokens[verb.head]!.pos === 'VB' && verb.first === verb.head && before?.sentence === clause.sentence;
    if (joined && before.verb.form === 'infinitive' && JOINING.has(a.doc.tokens[verb.first - 1]!.lower))
      return modeOf(a, before);
    return modalOf(a, clause);
  }
  const governor = a.clauses[clause.parent];
  if (!governor || governor.sentence !== clause.sentence) return null;
  // "has not given up on attacking"
  if (governor.verb.negated) return verbIn(LOSING, governor) ? { type: 'intent', holder: governor } : null;
  if (verbIn(PROCEEDINGS, governor)) return null;
  const between = clause.verb.first - governor.verb.last;
  const predicate = between <= 6 ? predicateOf(a, governor) : null;
  if (predicate) return { type: predicate, holder: governor };
  // "to sell the girls and to attack schools": governed by what governs the one before
  const joined = governor.verb.form === verb.form && JOINING.has(a.doc.tokens[verb.first - 1]?.lower ?? '');
  if (joined && !GOVERNING.has(governor.verb.lemma)) return modeOf(a, governor);
  if (verbIn(NEUTRAL, governor)) {
    const above = modeOf(a, governor);
    if (above) return above;
    return governor.verb.lemma === 'try' && governor.verb.progressive ? { type: 'intent', holder: governor } : null;
  }
  // "They expect it to strike again": those of whom it is expected
  if (EXPECTING.has(governor.verb.lemma) && !governor.verb.passive && governor.objects.length)
    return { type: 'intent', holder: clause };
  if (INCITING.has(governor.verb.lemma) && verb.form === 'infinitive' && movesSomebody(a, governor))
    return { type: 'incitement', holder: governor };
  if (MOVING.has(governor.verb.lemma) && verb.form === 'infinitive' && isUnderWay(a, governor))
    return { type: 'plotting', holder: governor };
  const type = GOVERNING.get(governor.verb.lemma) ?? GOVERNING.get(lemmaOf(governor));
  if (!type || between > 9 || !isPresent(a, governor, type)) return null;
  return { type, holder: governor };
}

/** "have slipped into the city to carry out an attack": on the way to what has not been done. */
const isUnderWay = (a: Analysis, { verb, index }: Clause): boolean =>
  !verb.passive &&
  (verb.progressive || (verb.perfect && (!verb.past || a.speakers[index] !== null)) || (!verb.past && !verb.modal)) &&
  verb.form === 'finite';
const MOVING: ReadonlySet<string> = new Set(
  'slip sneak enter infiltrate arrive cross steal creep gather assemble head'.split(' '),
);

const EXPECTING: ReadonlySet<string> = new Set(['expect', 'anticipate']);
const JOINING: ReadonlySet<string> = new Set(['and', 'or', ',']);

/** "could attack", "will strike". */
function modalOf(a: Analysis, clause: Clause): { type: ThreatType; holder: Clause } | null {
  const { perfect } = clause.verb;
  const modal = clause.verb.modal ?? modalBefore(a, clause);
  if (!modal || perfect) return null;
  if (ABLE.has(modal)) return { type: 'capability', holder: clause };
  // "would strike if it could" is no intent, "said it would strike" is.
  if (modal === 'would' && !a.speakers[clause.index]) return null;
  return WILLING.has(modal) ? { type: 'intent', holder: clause } : null;
}

/** "could regroup and launch attacks": the modal verb of the verb that it is joined to. */
function modalBefore(a: Analysis, { index, sentence, subjects, verb }: Clause): string | null {
  const before = a.clauses[index - 1];
  if (
    before?.sentence !== sentence ||
    before.subjects !== subjects ||
    !JOINING.has(a.doc.tokens[verb.first - 1]!.lower)
  )
    return null;
  return /^VBP?$/.test(a.doc.tokens[verb.head]!.pos) && verb.first === verb.head ? before.verb.modal : null;
}

/**
 * Is it told as going on? A plan or a wish of the past belongs to what was done; a vow or a threat stands once it is uttered.
 */
function isPresent(a: Analysis, clause: Clause, type: ThreatType): boolean {
  const { verb } = clause;
  if (verb.form === 'gerund' && verbIn(PROCEEDINGS, a.clauses[clause.parent] ?? clause)) return false;
  if (verbIn(MENACING_SPEECH, clause)) return true;
  const now = verb.progressive || (!verb.past && verb.form !== 'participle') || (verb.perfect && !verb.past);
  if (type === 'plotting')
    return (
      (verb.progressive && (!verb.past || verb.perfect || a.speakers[clause.index] !== null)) ||
      (!verb.past && verb.form === 'finite') ||
      goesOn(a, clause)
    );
  // What a man had wanted, as a court hears it, is told of what was done.
  if (verb.past && verb.perfect) return false;
  return now || (a.speakers[clause.index] !== null && !ofPerson(a, clause));
}

const ofPerson = (a: Analysis, { subjects }: Clause): boolean => {
  const lower = subjects[0] === undefined ? '' : a.doc.tokens[nounAt(a, subjects[0]).head]!.lower;
  return lower === 'he' || lower === 'she';
};

const goesOn = (a: Analysis, { parent }: Clause): boolean => {
  const above = a.clauses[parent];
  return above !== undefined && verbIn(NEUTRAL, above);
};

/** "called on followers to …", "urged Muslims to …": is there somebody who is moved? */
const movesSomebody = (a: Analysis, clause: Clause): boolean =>
  moved(clause).length > 0 || FOLLOWERS.has(wordBehind(a, clause));

const wordBehind = ({ doc }: Analysis, { verb }: Clause): string => doc.tokens[verb.last]?.lemma ?? '';

const isPredicate = (a: Analysis, clause: Clause): boolean => PREDICATES.has(a.doc.tokens[clause.verb.head]!.lower);

/** "remains committed to", "is still able to", "is determined to". */
function predicateOf({ doc }: Analysis, { verb }: Clause): ThreatType | null {
  if (verb.passive) return PREDICATES.get(doc.tokens[verb.head]!.lower) ?? null;
  if (!COPULAS.has(verb.lemma)) return null;
  let i = verb.last;
  while (doc.tokens[i]?.pos.startsWith('RB') || doc.tokens[i]?.lower === 'the') i++;
  // "is in a position to", "are on a mission to"
  if (doc.tokens[i]?.lower === 'in' && doc.tokens[i + 2]?.lower === 'position') return 'capability';
  if (doc.tokens[i]?.lower === 'on' && doc.tokens[i + 2]?.lower === 'mission') return 'plotting';
  while (i < verb.last + 3 && doc.tokens[i]?.pos.startsWith('RB')) i++;
  return PREDICATES.get(doc.tokens[i]?.lower ?? '') ?? null;
}
const COPULAS: ReadonlySet<string> = new Set('remain be become stay seem appear feel'.split(' '));

const LINKS: ReadonlySet<string> = new Set(['to', 'on', 'of', 'for', 'at']);

/** "threatened to behead hostages", "is intent on killing officers": the act was tagged as a noun. */
function governsBare(a: Analysis, clause: Clause): Found[] | null {
  const type =
    predicateOf(a, clause) ??
    GOVERNING.get(clause.verb.lemma) ??
    (INCITING.has(clause.verb.lemma) ? 'incitement' : undefined);
  if (!type || !isPresent(a, clause, type)) return null;
  const end = Math.min(a.doc.sentences[clause.sentence]!.last, clause.verb.last + 5);
  for (let i = clause.verb.last; i + 1 < end; i++) {
    if (!LINKS.has(a.doc.tokens[i]!.lower)) continue;
    const aims = bareAct(a, i + 1);
    if (aims) return told(a, type, aims, clause);
  }
  return null;
}

const TOWARDS: ReadonlySet<string> = new Set(['to', 'for', 'on', 'towards', 'toward']);

/** "aspires to attacks in the homeland", "is preparing for a wave of bombings". */
function towardsAct(a: Analysis, clause: Clause): Found[] | null {
  const type = GOVERNING.get(clause.verb.lemma);
  if (!type || clause.verb.form === 'participle' || clause.objects.length || !isPresent(a, clause, type)) return null;
  const act = clause.prepositional.find(({ preposition, noun }) => TOWARDS.has(preposition) && isAct(a, noun));
  if (!act) return null;
  const aims = wordsFor(a, rest(clause, act.noun));
  return told(a, type, aims.length ? aims : countriesIn(a, clause), clause);
}

const FROM_CALL: ReadonlySet<string> = new Set(['for', 'of', 'to']);
const AT: ReadonlySet<string> = new Set(['against', 'on', 'at', 'among']);
const OF: ReadonlySet<string> = new Set([...AT, 'of']);

/** "threatened vessels", "is plotting attacks on embassies", "promised more operations", "called for attacks on X", "warned of attacks". */
function withAct(a: Analysis, clause: Clause): Found[] | null {
  const { verb } = clause;
  const aspired = towardsAct(a, clause);
  if (aspired) return aspired;
  const type =
    WITH_ACT.get(verb.lemma) ??
    (verb.lemma === 'call' || verb.lemma === 'appeal' ? 'incitement' : verb.lemma === 'warn' ? 'intent' : null);
  if (!type || (verb.form === 'participle' && !verb.finite)) return null;
  const own = WITH_ACT.has(verb.lemma);
  // "promises the government many such nights"
  if (verb.lemma === 'promise' && clause.objects.length > 1 && verb.form === 'finite' && isEnemy(a, clause.objects[0]!))
    return told(a, 'intent', promisedTo(a, clause), clause);
  const act = own
    ? clause.objects.find((n) => isAct(a, n))
    : clause.prepositional.find(({ preposition, noun }) => FROM_CALL.has(preposition) && isAct(a, noun))?.noun;
  if (act === undefined) {
    const dire = own
      ? undefined
      : clause.prepositional.find(
          ({ preposition, noun }) => preposition === 'of' && MENACES.has(headLemma(a, nounAt(a, noun))),
        );
    if (dire && type === 'intent') return told(a, type, countriesIn(a, clause), clause); // "warns of deadly consequences in X"
    if (own && type === 'intent' && isMenaced(a, clause))
      return told(a, type, [...promisedTo(a, clause), ...wordsFor(a, against(clause))], clause);
    const victims = verb.lemma === 'threaten' && verb.form !== 'infinitive' ? wordsFor(a, clause.objects) : [];
    if (!victims.length) return null;
    const able = verb.modal !== null && ABLE.has(verb.modal);
    return told(a, able ? 'capability' : 'intent', victims, clause);
  }
  if (verb.form === 'infinitive' || verb.form === 'gerund') {
    const above = a.clauses[clause.parent];
    if (!above || above.verb.negated || verbIn(PROCEEDINGS, above)) return null;
    if (verb.form === 'infinitive' && !verb.progressive && !goesOn(a, clause)) return null;
  } else if (!isPresent(a, clause, type)) return null;
  const modal = verb.modal !== null && type === 'plotting' && WILLING.has(verb.modal);
  // "revenge for the killing of its commander": "of" names victims behind such acts only
  const behind = ACTED.has(headLemma(a, nounAt(a, act))) ? OF : AT;
  const rest = wordsFor(
    a,
    clause.prepositional
      .filter(({ preposition }) => behind.has(preposition))
      .map((p) => p.noun)
      .filter((n) => n !== act),
  );
  const aims = own || rest.length ? rest : aimsOfNoun(a, act);
  const at = aims.length ? aims : countriesIn(a, clause);
  return type === 'incitement' ? incited(a, at, clause) : told(a, modal ? 'intent' : type, at, clause);
}

/** "blows against crusader states". */
const against = (clause: Clause): number[] =>
  clause.prepositional.filter(({ preposition }) => preposition === 'against').map(({ noun }) => noun);

/** A state, its people or its forces. */
const isEnemy = (a: Analysis, n: number): boolean => {
  const { kind } = a.names.actorFor(nounAt(a, n).first, nounAt(a, n).last);
  return kind === 'government' || kind === 'agency' || kind === 'population';
};

/** "a bloody Ramadan". */
const isBloody = ({ doc, phrases }: Analysis, n: number): boolean =>
  doc.tokens.slice(phrases.nouns[n]!.first, phrases.nouns[n]!.last).some(({ lower }) => BLOODY.has(lower));
const BLOODY: ReadonlySet<string> = new Set('bloody bloodiest painful crushing devastating fiery'.split(' '));

/** "promised worse", "vowed a harsh response": what is promised is a menace. */
function isMenaced(a: Analysis, clause: Clause): boolean {
  const { verb, objects, sentence } = clause;
  if (!verbIn(MENACING_SPEECH, clause)) return false;
  if (objects.some((n) => MENACES.has(headLemma(a, nounAt(a, n))) || isBloody(a, n))) return true;
  const end = Math.min(a.doc.sentences[sentence]!.last, verb.last + 3);
  for (let i = verb.last; i < end; i++)
    if (MENACES.has(a.doc.tokens[i]!.lower)) return !/^(?:NN|IN|CD)/.test(a.doc.tokens[i + 1]?.pos ?? '');
  return false;
}

/** "promised his enemies painful blows": the first of two objects. */
const promisedTo = (a: Analysis, { objects }: Clause): string[] =>
  objects.length > 1 ? wordsFor(a, [objects[0]!]) : [];

/** "said that officials would be targeted", "the hostages will be executed": told by the group itself, or done "by" it. */
function suffering(a: Analysis, clause: Clause): Found[] {
  const { verb } = clause;
  if (!verb.modal || verb.perfect || !aimsOf(a, clause)) return [];
  const by = clause.prepositional.find(({ preposition }) => preposition === 'by');
  const doer = by && armedActor(a, nounAt(a, by.noun), null);
  const against = wordsFor(a, listed(a, heldBefore(a, clause) ?? clause.subjects));
  if (doer) return [{ actor: doer, type: ABLE.has(verb.modal) ? 'capability' : 'intent', against, clause }];
  const speaker = WILLING.has(verb.modal) ? armedSpeaker(a, clause) : null;
  if (!speaker) return [];
  return [{ actor: spokenFor(speaker) ?? speaker, type: 'intent', against, clause, by: speaker }];
}

/** "The band holds eleven workers. It said they would be killed": the workers. */
function heldBefore(a: Analysis, { subjects, sentence, parent }: Clause): number[] | null {
  const [subject] = subjects;
  if (subject === undefined || !/^(?:they|he|she)$/.test(a.doc.tokens[nounAt(a, subject).head]!.lower)) return null;
  // "warned its citizens that they could be targeted": the citizens
  const teller = a.clauses[parent];
  if (teller?.sentence === sentence && TELLING.has(teller.verb.lemma) && teller.objects.length) return teller.objects;
  const held = sentence > 0 ? opening(a, sentence - 1) : undefined;
  return held && /^(?:hold|seize|kidnap|abduct|take|capture|have)$/.test(held.verb.lemma) && held.objects.length
    ? held.objects
    : null;
}

const TELLING: ReadonlySet<string> = new Set(['warn', 'tell', 'inform', 'caution', 'alert', 'advise']);

/** "said schools, hospitals and clinics that serve the state would be hit": the list of which the parser took the last. */
function listed(a: Analysis, subjects: readonly number[]): number[] {
  const out = [...subjects];
  for (let n = out[0] ?? -1; n > 0; n--) {
    const np = nounAt(a, n);
    const before = nounAt(a, n - 1);
    const between = a.doc.tokens.slice(before.last, np.first);
    if (!between.length || between.length > 2 || !between.every(({ lower }) => /^(?:,|and|or)$/.test(lower))) break;
    if (!(a.clauses[a.clauseAt[before.head] ?? -1]?.objects.includes(n - 1) || out.length > 1)) break;
    out.unshift(n - 1);
  }
  return out;
}

/** What a noun phrase threatens: "its desire to hit X", "plans for attacks on X", "threats against X". */
export function byNoun(a: Analysis, n: number): Found | null {
  const np = nounAt(a, n);
  const type = HAVING.get(headLemma(a, np));
  if (!type) return null;
  const clause = a.clauses[a.clauseAt[np.head] ?? -1];
  if (!clause || NONE.has(a.doc.tokens[np.first]!.lower) || a.clauses[clause.parent]?.verb.negated) return null;
  const against = actOf(a, n);
  if (!against) return null;
  const holder = holderOf(a, n, clause);
  return holder ? { type, against, clause, ...holder } : null;
}
const NONE: ReadonlySet<string> = new Set(['no', 'any', 'little', 'without', 'neither']);
const AGAINST: ReadonlySet<string> = new Set(['against', 'to']);

/** The act that hangs on a noun, as those aimed at; null where none does. */
function actOf(a: Analysis, n: number): string[] | null {
  const np = nounAt(a, n);
  const { tokens, sentences } = a.doc;
  const end = Math.min(sentences[tokens[np.head]!.sentence]!.last, np.last + 8);
  for (let i = np.last; i + 1 < end; i++) {
    if (!LINKS.has(tokens[i]!.lower)) continue;
    let next = i + 1;
    while (next < end - 1 && tokens[next]!.pos === 'RB') next++;
    const verb = a.phrases.verbs[a.phrases.verbAt[next] ?? -1];
    const clause = verb && a.clauses[a.clauseAt[verb.head] ?? -1];
    if (clause?.verb === verb && clause) {
      const deeper = verbIn(NEUTRAL, clause) ? a.clauses[clause.index + 1] : undefined;
      const aims = aimsOf(a, clause) ?? (deeper?.sentence === clause.sentence ? aimsOf(a, deeper) : null);
      if (aims) return aims;
      break;
    }
    const bare = bareAct(a, next);
    if (bare) return bare;
    const act = a.phrases.nounAt[next] ?? -1;
    if (act >= 0 && isAct(a, act)) return aimsOfNoun(a, act);
  }
  // "threats against X"
  return headLemma(a, np) === 'threat' && followedBy(a, np, 1).some(({ preposition }) => preposition === 'against')
    ? aimsOfNoun(a, n, AGAINST)
    : null;
}

/** Whose it is: the owner, a group named in the phrase or behind it, or the subject of the verb that has it as object. */
function holderOf(a: Analysis, n: number, clause: Clause): { actor: ActorEntity; by?: ActorEntity } | null {
  const np = nounAt(a, n);
  const losing = verbIn(LOSING, clause) && clause.objects.includes(n);
  if (losing !== clause.verb.negated && clause.objects.includes(n)) return null;
  const possessive = a.doc.tokens[np.first]!.pos === 'PRP$';
  const owner =
    (np.owner >= 0 ? armedActor(a, nounAt(a, np.owner), null) : null) ??
    (possessive
      ? clause.subjects[0] !== undefined && nounAt(a, clause.subjects[0]).last <= np.first
        ? armedActor(a, nounAt(a, clause.subjects[0]), clause)
        : ownerOf(a, np, 'group')
      : null) ??
    groupBehind(a, np, /^(?:of|by|from|among)$/) ??
    groupAfterBy(a, np);
  if (owner && isArmed(owner)) return { actor: owner };
  const owned = np.owner >= 0 && !possessive;
  if (owned || !clause.objects.includes(n) || !(verbIn(HOLDING, clause) || losing)) return null;
  const [actor] = attackers(a, clause);
  if (!actor) return null;
  const uttered = UTTERED.has(headLemma(a, np)) && clause.verb.form === 'finite' && clause.verb.modal === null;
  const group = uttered ? spokenFor(actor) : null;
  return { actor: group ?? actor, ...(uttered ? { by: actor } : {}) };
}
const UTTERED: ReadonlySet<string> = new Set(
  'vow pledge promise threat call appeal order warning fatwa exhortation'.split(' '),
);
