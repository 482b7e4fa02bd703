/**
 * Threats: what somebody can do, means to do, is preparing or calls for, and stated levels of threat. Who says so is kept
 * apart. Acts that were done are incidents, and telling somebody to beware is a warning: neither is read here.
 */
import type { Analysis } from '../analysis.js';
import type { Clause } from '../clauses.js';
import { aimedAt, isDangerous, isDated, sentenceSpan, speakerOf } from '../danger.js';
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
  WILLING,
  WITH_OBJECT,
} from '../lexicon/threats.js';
import type { ActorEntity } from '../names/entities.js';
import { COMMON_ACTORS } from '../names/lexicon/bodies.js';
import { headLemma, isPronoun, nounAt } from '../nouns.js';
import type { Threat } from '../schema.js';
import type { ThreatType } from '../vocabulary.js';
import { findLevels } from './levels.js';

interface Found {
  actor: ActorEntity | null;
  type: ThreatType;
  against: string[];
  clause: Clause;
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
function put(a: Analysis, index: Map<string, Threat>, { actor, type, against, clause }: Found): Threat | null {
  const by = speakerOf(a, clause) ?? (actor && SAYING.has(clause.verb.lemma) ? actor : null);
  const evidence = sentenceSpan(a, clause.sentence);
  const keys = [`${actor?.id} ${type} ${by?.id}`, `${actor?.id} ${by?.id} in ${clause.sentence}`];
  const known = keys.map((key) => index.get(key)).find(Boolean);
  const threat: Threat = known ?? {
    actor: actor?.id ?? null,
    type,
    against: [],
    place: null,
    by: by?.id ?? null,
    horizon: null,
    evidence: [],
  };
  for (const key of keys) if (!index.has(key)) index.set(key, threat);
  for (const words of against) if (!threat.against.includes(words)) threat.against.push(words);
  if (threat.evidence.at(-1)?.[0] !== evidence[0]) threat.evidence.push(evidence);
  return known ? null : threat;
}

function threatsOf(a: Analysis, clause: Clause): Found[] {
  const { verb } = clause;
  if (verb.negated || (verb.passive && !/^(?:commit|determine|resolve)$/.test(verb.lemma))) return [];
  const more = moreToCome(a, clause);
  if (more) return [more];
  const found =
    menace(a, clause) ??
    incitement(a, clause) ??
    having(a, clause) ??
    governed(a, clause) ??
    withObject(a, clause) ??
    modal(a, clause);
  if (!found) return [];
  return attackers(a, clause).map((actor) => ({ ...found, actor, clause }));
}

type Kind = Pick<Found, 'type' | 'against'>;

/** The groups, and persons of groups, that are the subject of the clause. */
function attackers(a: Analysis, clause: Clause): ActorEntity[] {
  const actors: ActorEntity[] = [];
  for (const n of clause.subjects) {
    const np = nounAt(a, n);
    const head = a.names.actorAt(np.head)?.actor ?? a.names.referent(np.first, np.last);
    let actor = head ?? groupIn(a, np.first, np.last);
    // "says it is still dangerous": of the bodies before it the armed one.
    if ((!actor || !isArmed(actor)) && isPronoun(a, np)) actor = groupBefore(a, np.first);
    if (!actor && COMMON_ACTORS.get(headLemma(a, np)) === 'group' && a.doc.tokens[np.head]!.pos === 'NNS')
      actor = a.names.actorFor(np.first, np.last);
    if (actor && isArmed(actor) && !actors.includes(actor)) actors.push(actor);
  }
  return actors;
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

/** To threaten, to vow and to call on somebody is to say so oneself. */
const SAYING = new Set('threaten vow promise pledge swear call urge exhort'.split(' '));

const isArmed = (actor: ActorEntity): boolean =>
  actor.kind === 'group' || (actor.kind === 'person' && actor.of?.kind === 'group');

const lemmaOf = ({ verb }: Clause): string => (verb.particle ? `${verb.lemma}_${verb.particle}` : verb.lemma);

/** Is the clause about doing violence: "attack", or "carry out" with an act as its object? */
function isViolent(a: Analysis, clause: Clause): boolean {
  const lemma = lemmaOf(clause);
  if (ATTACKING.has(lemma) || ATTACKING.has(clause.verb.lemma)) return true;
  return (
    (DOING.has(lemma) || DOING.has(clause.verb.lemma)) &&
    (goesOnAttacking(a, clause) || clause.objects.some((n) => ACTS.has(headLemma(a, nounAt(a, n)))))
  );
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
  const type = GOVERNING.get(clause.verb.lemma) ?? committed(a, clause);
  if (!type || clause.verb.modal) return null;
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
  return { type, against: against(a, next, ATTACKING.has(lemmaOf(next))) };
}

/** "remains committed to", "is determined to". */
function committed({ doc }: Analysis, { verb }: Clause): ThreatType | null {
  if (verb.lemma !== 'remain' && verb.lemma !== 'be') return null;
  return /^(?:committed|determined|intent|resolved|bent)$/.test(doc.tokens[verb.last]?.lower ?? '') ? 'intent' : null;
}

/** "is plotting", "has been plotting": told as going on, not as what was done. */
const isGoingOn = ({ verb }: Clause): boolean =>
  verb.progressive || (!verb.past && verb.form === 'finite') || (verb.perfect && verb.form === 'gerund');

/** "threatened vessels", "has been plotting attacks on embassies", "promised more such operations". */
function withObject(a: Analysis, clause: Clause): Kind | null {
  const type = WITH_OBJECT.get(clause.verb.lemma);
  if (!type || !clause.objects.length || clause.verb.form === 'infinitive') return null;
  if (type === 'plotting' && !isGoingOn(clause)) return null;
  const act = clause.objects.some((n) => ACTS.has(headLemma(a, nounAt(a, n))));
  if (clause.verb.lemma === 'threaten') return { type: 'intent', against: against(a, clause, !act) };
  return act ? { type, against: against(a, clause, false) } : null;
}

/** "has the will to hit X", "retains the capability to strike". */
function having(a: Analysis, clause: Clause): Kind | null {
  if (!/^(?:have|retain|possess|keep|maintain|develop|show)$/.test(clause.verb.lemma) || clause.verb.form !== 'finite')
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
  if (!moved.some((n) => FOLLOWERS.has(headLemma(a, nounAt(a, n))))) return null;
  const next = a.clauses[clause.index + 1];
  if (!next || next.sentence !== clause.sentence || next.verb.form !== 'infinitive') return null;
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
