/**
 * Threats: what somebody can do, means to do, is preparing or calls for, and stated levels of threat. Who says so is kept
 * apart. Acts that were done are incidents, and telling somebody to beware is a warning: neither is read here.
 */
import type { Analysis } from '../analysis.js';
import type { Clause } from '../clauses.js';
import { aimedAt, isDangerous, isDated, sentenceSpan, speakerOf } from '../danger.js';
import { textOf } from '../doc.js';
import {
  ABLE,
  ACTS,
  ATTACKING,
  DOING,
  FOLLOWERS,
  GOVERNING,
  HAVING,
  INCITING,
  MENACE,
  MENACING,
  PREDICATES,
  WILLING,
  WITH_OBJECT,
} from '../lexicon/threats.js';
import type { ActorEntity } from '../names/entities.js';
import { COMMON_ACTORS } from '../names/lexicon/bodies.js';
import { headLemma, isPronoun, nounAt } from '../nouns.js';
import type { NounPhrase } from '../phrases.js';
import type { Threat } from '../schema.js';
import type { ThreatType } from '../vocabulary.js';
import { groupOf, namedActor } from '../who.js';
import { horizonOf } from './horizon.js';
import { findLevels } from './levels.js';

interface Found {
  actor: ActorEntity | null;
  type: ThreatType;
  against: string[];
  clause: Clause;
  /** Who says so, where it is not the speaker of the clause. */
  by?: ActorEntity;
}

export function findThreats(a: Analysis): Threat[] {
  const threats: Threat[] = [];
  const index = new Map<string, Threat>();
  for (const clause of a.clauses) {
    for (const found of threatsOf(a, clause)) {
      const threat = put(a, index, found);
      if (threat) threats.push(threat);
    }
  }
  return [...threats, ...findLevels(a)];
}

/**
 * One threat for each actor, type and speaker, and one for each actor and speaker in a sentence ("can still kill and will
 * try to"): what is said again adds to it. The threat where it is new.
 */
function put(a: Analysis, index: Map<string, Threat>, { actor, type, against, clause, by: own }: Found): Threat | null {
  const by = own ?? speakerOf(a, clause) ?? (actor && SAYING.has(clause.verb.lemma) ? actor : null);
  const evidence = sentenceSpan(a, clause.sentence);
  const keys = [`${actor?.id} ${type} ${by?.id}`, `${actor?.id} ${by?.id} in ${clause.sentence}`];
  const known = keys.map((key) => index.get(key)).find(Boolean);
  const threat: Threat = known ?? {
    actor: actor?.id ?? null,
    type,
    against: [],
    place: null,
    by: by?.id ?? null,
    horizon: horizonOf(a, clause.sentence),
    evidence: [],
  };
  for (const key of keys) if (!index.has(key)) index.set(key, threat);
  for (const words of against) if (!threat.against.includes(words)) threat.against.push(words);
  if (threat.evidence.at(-1)?.[0] !== evidence[0]) threat.evidence.push(evidence);
  return known ? null : threat;
}

function threatsOf(a: Analysis, clause: Clause): Found[] {
  const { verb } = clause;
  if (verb.negated) return [];
  if (verb.passive && !/^(?:commit|determine|resolve|prepare|intend)$/.test(verb.lemma))
    return suffering(a, clause) ?? regarded(a, clause) ?? [];
  const more = moreToCome(a, clause);
  if (more) return [more];
  const posed = threatFrom(a, clause);
  if (posed) return [posed];
  const found =
    menace(a, clause) ??
    incitement(a, clause) ??
    callsFor(a, clause) ??
    having(a, clause) ??
    governed(a, clause) ??
    withObject(a, clause) ??
    warnsOf(a, clause) ??
    modal(a, clause);
  if (!found) return [];
  return attackers(a, clause).map((actor) => {
    const group = SAYING.has(clause.verb.lemma) || clause.verb.lemma === 'warn' ? spokenFor(actor) : null;
    return group ? { ...found, actor: group, by: actor, clause } : { ...found, actor, clause };
  });
}

/** The group in whose name its spokesman threatens. */
const spokenFor = ({ kind, of, roles }: ActorEntity): ActorEntity | null =>
  kind === 'person' && of?.kind === 'group' && roles.some((role) => /^spokes/.test(role)) ? of : null;

/** "said that officials would be targeted", "the hostages will be executed if": told by the group itself. */
function suffering(a: Analysis, clause: Clause): Found[] | null {
  const { verb } = clause;
  if (!verb.modal || !WILLING.has(verb.modal) || verb.perfect || !isViolent(a, clause)) return null;
  const speaker = speakerOf(a, clause);
  if (!speaker || !isArmed(speaker)) return null;
  const actor = spokenFor(speaker) ?? speaker;
  return [{ actor, type: 'intent', against: aimedAt(a, clause.subjects), clause, by: speaker }];
}

/** "is regarded as a threat to X". */
function regarded(a: Analysis, clause: Clause): Found[] | null {
  if (!/^(?:consider|regard|see|describe|view|deem|rate|judge)$/.test(clause.verb.lemma)) return null;
  const nouns = [...clause.objects, ...clause.prepositional.map(({ noun }) => noun)];
  if (!nouns.some((n) => MENACE.has(headLemma(a, nounAt(a, n))))) return null;
  const by = clause.prepositional.find(({ preposition }) => preposition === 'by');
  const np = by ? nounAt(a, by.noun) : null;
  const said = np ? { by: a.names.actorFor(np.first, np.last) } : {};
  const aimed = against(a, clause, false, /^(?:to|for|against)$/);
  return attackers(a, clause).map((actor) => ({ actor, type: 'level', against: aimed, clause, ...said }));
}

/** "the threat posed by X remains high", "the danger from X has grown". */
function threatFrom(a: Analysis, clause: Clause): Found | null {
  if (!RISING.has(clause.verb.lemma) || clause.verb.modal || clause.verb.form !== 'finite') return null;
  const { tokens, sentences } = a.doc;
  for (let i = sentences[clause.sentence]!.first; i < clause.verb.first; i++) {
    if (!MENACE.has(tokens[i]!.lower)) continue;
    const from = /^(?:posed|presented|represented)$/.test(tokens[i + 1]?.lower ?? '') ? i + 2 : i + 1;
    if (!/^(?:by|from|of)$/.test(tokens[from]?.lower ?? '')) continue;
    const actor = groupIn(a, from + 1, Math.min(clause.verb.first, from + 6));
    if (actor) return { actor, type: 'level', against: [], clause };
  }
  return null;
}

/** "called for attacks on X", "calls for jihad against X". */
function callsFor(a: Analysis, clause: Clause): Kind | null {
  if (!/^(?:call|appeal|agitate)$/.test(clause.verb.lemma)) return null;
  const called = clause.prepositional.some(
    ({ preposition, noun }) => preposition === 'for' && ACTS.has(headLemma(a, nounAt(a, noun))),
  );
  return called ? { type: 'incitement', against: against(a, clause, false) } : null;
}

/** "warned of more attacks on X": an armed group means its own. */
function warnsOf(a: Analysis, clause: Clause): Kind | null {
  if (clause.verb.lemma !== 'warn') return null;
  const warned = clause.prepositional.some(
    ({ preposition, noun }) => preposition === 'of' && ACTS.has(headLemma(a, nounAt(a, noun))),
  );
  return warned ? { type: 'intent', against: against(a, clause, false, /^(?:on|against)$/) } : null;
}

type Kind = Pick<Found, 'type' | 'against'>;

/** The groups, and persons of groups, that are the subject of the clause. */
function attackers(a: Analysis, clause: Clause): ActorEntity[] {
  const actors: ActorEntity[] = [];
  for (const n of clause.subjects) {
    const np = nounAt(a, n);
    const head = ownWords(a, clause, np) ?? namedActor(a, np);
    let actor = head ?? groupIn(a, np.first, np.last);
    // "says it is still dangerous": of the bodies before it the armed one.
    if ((!actor || !isArmed(actor)) && isPronoun(a, np)) actor = groupBefore(a, np.first);
    if (!actor) {
      const apposed = speakerApposed(a, np.last);
      actor = apposed && isArmed(apposed) ? apposed : groupOf(a, np);
    }
    if (!actor && COMMON_ACTORS.get(headLemma(a, np)) === 'group' && a.doc.tokens[np.head]!.pos === 'NNS')
      actor = a.names.actorFor(np.first, np.last);
    if (actor && isArmed(actor) && !actors.includes(actor)) actors.push(actor);
  }
  return actors;
}

/** "X said it would attack": X, where an armed group says so. */
function ownWords(a: Analysis, clause: Clause, np: NounPhrase): ActorEntity | null {
  const said = a.speakers[clause.index];
  if (!said || !isPronoun(a, np) || said.clause < 0 || a.clauses[said.clause]?.sentence !== clause.sentence)
    return null;
  const speaker = namedActor(a, nounAt(a, said.noun));
  return speaker?.kind === 'group' ? speaker : null;
}

/** "its spokesman, X, threatened": X. */
function speakerApposed(a: Analysis, end: number): ActorEntity | null {
  const mention = a.doc.tokens[end]?.text === ',' ? a.names.actorAt(end + 1) : null;
  return mention?.first === end + 1 && mention.actor.kind === 'person' ? mention.actor : null;
}

/** The group named last, not long before a token. */
function groupBefore(a: Analysis, token: number): ActorEntity | null {
  const { sentence } = a.doc.tokens[token]!;
  const mentions = a.names.actorMentions;
  let m = mentions.length - 1;
  for (let low = 0, high = mentions.length; low < high; m = low - 1) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.first < token) low = middle + 1;
    else high = middle;
  }
  for (; m >= 0; m--) {
    const { actor, first } = mentions[m]!;
    if (sentence - a.doc.tokens[first]!.sentence > 3) return null;
    if (actor.kind === 'group') return actor;
  }
  return null;
}

function groupIn(a: Analysis, first: number, last: number): ActorEntity | null {
  for (let i = first; i < last; i++) {
    const mention = a.names.actorAt(i);
    if (mention?.actor.kind === 'group') return mention.actor;
  }
  return null;
}

/** What a threat does that is told of as such. */
const RISING = new Set('be remain stay grow rise increase persist continue loom'.split(' '));

/** To threaten, to vow and to call on somebody is to say so oneself. */
const SAYING = new Set('threaten vow promise pledge swear call urge exhort'.split(' '));

const isArmed = (actor: ActorEntity): boolean =>
  actor.kind === 'group' || (actor.kind === 'person' && actor.of?.kind === 'group');

const lemmaOf = ({ verb }: Clause): string => (verb.particle ? `${verb.lemma}_${verb.particle}` : verb.lemma);

/** Is the clause about doing violence: "attack", or "carry out" with an act as its object? */
function isViolent(a: Analysis, clause: Clause): boolean {
  const lemma = lemmaOf(clause);
  if (ATTACKING.has(lemma) || ATTACKING.has(clause.verb.lemma) || drivesOut(a, clause)) return true;
  return (
    (DOING.has(lemma) || DOING.has(clause.verb.lemma)) &&
    (goesOnAttacking(a, clause) || clause.objects.some((n) => ACTS.has(headLemma(a, nounAt(a, n)))))
  );
}

/** "to drive foreign troops out of the country": the particle behind the object. */
function drivesOut({ doc }: Analysis, { verb }: Clause): boolean {
  if (!/^(?:drive|throw|push|wipe|blow|burn|cut|chase|force)$/.test(verb.lemma)) return false;
  return doc.tokens.slice(verb.last, verb.last + 5).some(({ lower }) => /^(?:out|up|off|down)$/.test(lower));
}

/** "to go on bombing", "to keep attacking". */
function goesOnAttacking({ doc }: Analysis, { verb }: Clause): boolean {
  const next = doc.tokens[verb.last];
  return (
    next !== undefined &&
    (next.pos === 'VBG' || next.pos === 'NN') &&
    (ATTACKING.has(next.lemma) || /^(?:bombing|attacking|killing)$/.test(next.lower))
  );
}

/** "said more attacks would follow": the speaker's own. */
function moreToCome(a: Analysis, clause: Clause): Found | null {
  if (
    !/^(?:follow|continue|come)$/.test(clause.verb.lemma) ||
    !clause.verb.modal ||
    !WILLING.has(clause.verb.modal) ||
    clause.verb.negated
  )
    return null;
  if (!clause.subjects.some((n) => ACTS.has(headLemma(a, nounAt(a, n))))) return null;
  const speaker = speakerOf(a, clause);
  return speaker && isArmed(speaker) ? { actor: speaker, type: 'intent', against: [], clause } : null;
}

/** "could carry out attacks against X", "will strike again". */
function modal(a: Analysis, clause: Clause): Kind | null {
  const { modal: word, perfect, form } = clause.verb;
  if (!word || perfect || form !== 'finite') return null;
  if (!isViolent(a, clause) && !(clause.verb.lemma === 'try' && WILLING.has(word)))
    return clause.verb.lemma === 'threaten' && ABLE.has(word)
      ? { type: 'capability', against: against(a, clause, true) }
      : null;
  if (ABLE.has(word)) return { type: 'capability', against: against(a, clause, ATTACKING.has(lemmaOf(clause))) };
  // "would strike if it could" is no intent, "said it would strike" is.
  if (word === 'would' && !a.speakers[clause.index]) return null;
  if (WILLING.has(word)) return { type: 'intent', against: against(a, clause, ATTACKING.has(lemmaOf(clause))) };
  return null;
}

/** "wants to attack X", "remains committed to carrying out attacks against X", "is plotting to bomb X": read at the first verb. */
function governed(a: Analysis, clause: Clause): Kind | null {
  const predicate = predicateOf(a, clause);
  const type = GOVERNING.get(clause.verb.lemma) ?? predicate;
  if (!type || (clause.verb.modal && !predicate)) return null;
  if (!/^(?:try|continue)$/.test(clause.verb.lemma) && type !== 'plotting') {
    const bare = bareAct(a, clause);
    if (bare) return { type, against: bare };
  }
  const next = a.clauses[clause.index + 1];
  if (
    !next ||
    next.sentence !== clause.sentence ||
    next.verb.form === 'finite' ||
    next.verb.negated ||
    !isViolent(a, next)
  )
    return null;
  if (next.verb.first - clause.verb.last > 8) return null;
  if (type === 'plotting' && !isGoingOn(clause)) return null;
  if (clause.verb.lemma === 'try' && !clause.verb.modal) return null;
  if (clause.verb.lemma === 'continue') return null;
  return { type, against: against(a, next, ATTACKING.has(lemmaOf(next)) || drivesOut(a, next)) };
}

/** "remains committed to", "is still able to", "is determined to". */
function predicateOf({ doc }: Analysis, { verb }: Clause): ThreatType | null {
  const passive = verb.passive ? PREDICATES.get(doc.tokens[verb.head]!.lower) : undefined;
  if (passive) return passive;
  if (!/^(?:remain|be|become|stay|seem|appear)$/.test(verb.lemma)) return null;
  let i = verb.last;
  while (i < verb.last + 3 && /^(?:RB|RBR)$/.test(doc.tokens[i]?.pos ?? '')) i++;
  return PREDICATES.get(doc.tokens[i]?.lower ?? '') ?? null;
}

/** "threatened to behead hostages", "intent on killing officers", where the tagger took the act for a noun: who is aimed at. */
function bareAct(a: Analysis, { verb, sentence }: Clause): string[] | null {
  const { tokens, sentences } = a.doc;
  const end = Math.min(sentences[sentence]!.last, verb.last + 5);
  for (let i = verb.last; i + 1 < end; i++) {
    if (!/^(?:to|on|of)$/.test(tokens[i]!.lower)) continue;
    const act = tokens[i + 1]!;
    const n = a.phrases.nounAt[i + 1] ?? -1;
    if (n < 0 || !(ATTACKING.has(act.lower) || GERUNDS.has(act.lower))) return null;
    const { first, last } = nounAt(a, n);
    return first === i + 1 && last > i + 2 ? [textOf(a.doc, i + 2, last)] : aimedAt(a, objectAfter(a, n));
  }
  return null;
}

/** The noun phrase right behind another: the object of a gerund that was read as a noun. */
const objectAfter = (a: Analysis, n: number): number[] =>
  a.phrases.nouns[n + 1]?.first === nounAt(a, n).last ? [n + 1] : [];

const GERUNDS: ReadonlySet<string> = new Set(
  [...ATTACKING].flatMap((verb) => [`${verb}ing`, `${verb.replace(/e$/, '')}ing`, `${verb}${verb.at(-1)}ing`]),
);

/** "is plotting", "has been plotting": told as going on, not as what was done. */
const isGoingOn = ({ verb }: Clause): boolean =>
  verb.progressive || (!verb.past && verb.form === 'finite') || (verb.perfect && verb.form === 'gerund');

/** "threatened vessels", "has been plotting attacks on embassies", "promised more such operations". */
function withObject(a: Analysis, clause: Clause): Kind | null {
  const type = WITH_OBJECT.get(clause.verb.lemma);
  if (!type || !clause.objects.length) return null;
  const goesOn = /^(?:continue|keep|go)$/.test(a.clauses[clause.parent]?.verb.lemma ?? '');
  if (clause.verb.form === 'infinitive' && !(type === 'plotting' && (goesOn || clause.verb.progressive))) return null;
  if (type === 'plotting' && !isGoingOn(clause) && !goesOn) return null;
  const act = clause.objects.some((n) => ACTS.has(headLemma(a, nounAt(a, n))));
  if (clause.verb.lemma === 'threaten') return { type: 'intent', against: against(a, clause, !act) };
  return act ? { type, against: against(a, clause, false, /^(?:against|on|at|among|of)$/) } : null;
}

/** "has the will to hit X", "retains the capability to strike". */
function having(a: Analysis, clause: Clause): Kind | null {
  if (
    !/^(?:have|retain|possess|keep|maintain|develop|show|gain|acquire|demonstrate|express|declare|harbour|harbor|regain)$/.test(
      clause.verb.lemma,
    ) ||
    clause.verb.form !== 'finite'
  )
    return null;
  const type = clause.objects.map((n) => HAVING.get(headLemma(a, nounAt(a, n)))).find(Boolean);
  const next = a.clauses[clause.index + 1];
  if (!type || !next || next.sentence !== clause.sentence || next.verb.form !== 'infinitive' || !isViolent(a, next))
    return null;
  return { type, against: against(a, next, ATTACKING.has(lemmaOf(next))) };
}

/** "called on followers to make Ramadan a month of disaster for unbelievers". */
function incitement(a: Analysis, clause: Clause): Kind | null {
  if (!INCITING.has(clause.verb.lemma)) return null;
  const moved = [
    ...clause.objects,
    ...clause.prepositional
      .filter(({ preposition }) => preposition === 'on' || preposition === 'upon')
      .map(({ noun }) => noun),
  ];
  const next = a.clauses[clause.index + 1];
  if (!next || next.sentence !== clause.sentence || next.verb.form !== 'infinitive') return null;
  const follow = moved.some((n) => FOLLOWERS.has(headLemma(a, nounAt(a, n))));
  if (!follow && !(moved.length && isViolent(a, next))) return null;
  const end = a.doc.sentences[clause.sentence]!.last;
  if (
    !isViolent(a, next) &&
    !isDangerous(a, next.first, end) &&
    !/disaster|blood|kill|war|calamity/.test(words(a, next.first, end))
  )
    return null;
  return { type: 'incitement', against: against(a, next, ATTACKING.has(lemmaOf(next))) };
}

const words = ({ doc }: Analysis, first: number, last: number): string =>
  doc.text.slice(doc.tokens[first]!.start, doc.tokens[last - 1]!.end).toLowerCase();

/** "remains a significant threat in the region", "poses a danger to X", "threatens the lives of X". */
function menace(a: Analysis, clause: Clause): Kind | null {
  const { lemma } = clause.verb;
  const continued = /^(?:continue|appear|seem)$/.test(a.clauses[clause.parent]?.verb.lemma ?? '');
  if (!MENACING.has(lemma) || (clause.verb.form === 'infinitive' && !continued)) return null;
  const nouns = [...clause.objects, ...clause.prepositional.map(({ noun }) => noun)];
  // "is still dangerous"
  const predicate = a.doc.tokens.slice(clause.verb.last, clause.verb.last + 3).map(({ lower }) => lower);
  if (/^(?:(?:still|as|more|very|extremely|highly) )?(?:dangerous|deadly)\b/.test(predicate.join(' ')))
    return { type: 'level', against: [] };
  const threat = nouns.find((n) => MENACE.has(headLemma(a, nounAt(a, n))));
  if (threat === undefined || /^(?:no|any)$/.test(a.doc.tokens[nounAt(a, threat).first]!.lower)) return null;
  const type = clause.verb.modal && ABLE.has(clause.verb.modal) ? 'capability' : 'level';
  return { type, against: against(a, clause, false, /^(?:to|for|against)$/) };
}

/** Those at whom it is aimed: the objects, and what stands behind "against", "on", "to". */
function against(a: Analysis, clause: Clause, objects: boolean, prepositions = /^(?:against|on|at|among)$/): string[] {
  const aimed = [
    ...(objects ? clause.objects : []),
    ...clause.prepositional.filter(({ preposition }) => prepositions.test(preposition)).map(({ noun }) => noun),
  ];
  return aimedAt(
    a,
    aimed.filter((n) => !isTime(a, n)),
  );
}

/** "on Friday", "at night". */
function isTime(a: Analysis, n: number): boolean {
  const { head, first } = nounAt(a, n);
  const { lower, pos } = a.doc.tokens[head]!;
  return (
    isDated(a, head, head + 1) ||
    /^(?:day|night|morning|time|week|month|home|once|least|last)$/.test(lower) ||
    (pos === 'PRP' && first === head)
  );
}
