/** Acts of states and institutions against groups and suspects: arrests, raids, strikes, trials, designations, condemnations. */
import { type Analysis, within } from '../analysis.js';
import type { Clause } from '../clauses.js';
import { sentenceSpan } from '../danger.js';
import { isFact } from '../facts.js';
import type { IncidentFound } from '../incidents/incidents.js';
import { isAboutViolence } from '../incidents/relevance.js';
import {
  ACT_NOUNS,
  DOING,
  HOSTAGES,
  ONLY_AGAINST,
  PLOTS,
  RESPONSE_VERBS,
  type ResponseVerb,
  STRIKE_MODIFIERS,
  STRIKING,
} from '../lexicon/responses.js';
import type { ActorEntity } from '../names/entities.js';
import { followedBy, headLemma, isPronoun, nounAt } from '../nouns.js';
import type { NounPhrase } from '../phrases.js';
import type { Response } from '../schema.js';
import type { ResponseType } from '../vocabulary.js';
import { groupIn, groupOf, namedActor } from '../who.js';
import type { Act } from './act.js';
import { against, doer, isAttacker, isPerson, sufferers } from './parties.js';
import { rewardsIn } from './rewards.js';
import { Scene } from './scene.js';
import { dateOf, placeOf } from './setting.js';

/** Types of which the reporter gives no place. */
const PLACELESS = new Set<ResponseType>(['designation', 'sanction', 'reward', 'condemnation']);

export function findResponses(a: Analysis, found: readonly IncidentFound[]): Response[] {
  if (!isAboutViolence(a)) return [];
  const scene = new Scene(a, found);
  const acts: Act[] = [];
  for (const clause of a.clauses) {
    const ordered = isOrdered(a, clause);
    if (!ordered && !isFact(a, clause) && !isSettled(a, clause)) continue;
    const act = verbAct(scene, clause, acts) ?? otherAct(scene, clause, acts);
    if (act && (!ordered || act.type === 'security-measure')) put(a, acts, act);
  }
  a.trace?.by('responses/responses.ts: bareNouns');
  for (const act of bareNouns(scene, acts)) put(a, acts, act);
  acts.sort((one, other) => one.sentence - other.sentence);
  a.trace?.by('responses/rewards.ts');
  for (const act of rewardsIn(scene)) put(a, acts, act);
  return acts.map((act) => {
    const response: Response = {
      type: act.type,
      by: act.by?.id ?? null,
      against: act.against.map(({ id }) => id),
      incident: act.incident,
      place: act.place?.id ?? null,
      date: act.date,
      evidence: [sentenceSpan(a, act.sentence)],
    };
    a.trace?.becomes(act, response);
    return response;
  });
}

function otherAct(scene: Scene, clause: Clause, acts: Act[]): Act | null {
  scene.a.trace?.by('responses/responses.ts: deathIn, nounAct', clause);
  return deathIn(scene, clause, acts) ?? nounAct(scene, clause, acts);
}

/** "Tunisia is to shut 80 mosques": settled for a day to come. */
function isSettled(a: Analysis, { verb, parent }: Clause): boolean {
  return (
    verb.form === 'infinitive' &&
    !verb.negated &&
    a.clauses[parent]?.verb.lemma === 'be' &&
    a.doc.tokens[verb.first - 1]?.lemma === 'be'
  );
}

const ORDERING = new Set(['order', 'instruct', 'direct', 'authorise', 'authorize', 'command', 'tell', 'ask']);

/** "instructed prefects to guard schools": an order is a measure taken. */
function isOrdered(a: Analysis, { verb, parent }: Clause): boolean {
  const governor = a.clauses[parent];
  return (
    verb.form === 'infinitive' &&
    !verb.negated &&
    governor !== undefined &&
    ORDERING.has(governor.verb.lemma) &&
    isFact(a, governor)
  );
}

function verbAct(scene: Scene, clause: Clause, acts: Act[]): Act | null {
  const { a } = scene;
  // "An airstrike eliminated two": the act itself is the subject.
  if (!clause.verb.passive && clause.subjects.some((n) => actOf(a, nounAt(a, n)) === 'strike')) return null;
  const { lemma, particle } = clause.verb;
  const rows = RESPONSE_VERBS.get(particle ? `${lemma}_${particle}` : lemma) ?? [];
  const nps = sufferers(a, clause);
  for (const row of rows) {
    a.trace?.trying(`lexicon/responses.ts: ${lemma} → ${row.type}`, clause);
    if (!fits(scene, clause, row, nps)) continue;
    const act = make(scene, clause, row, nps, acts);
    if (act) return act;
  }
  return null;
}

/** Only so many of the latest acts are held in mind, which keeps long reports linear. */
const IN_MIND = 40;

/** How far behind the verb the word is looked for that makes it one. */
const NEAR = 9;
function fits(scene: Scene, clause: Clause, row: ResponseVerb, nps: NounPhrase[]): boolean {
  const { a } = scene;
  const { tokens, sentences } = a.doc;
  if (row.subjects && !clause.subjects.some((n) => row.subjects!.has(headLemma(a, nounAt(a, n))))) return false;
  if (row.objects && !nps.some((np) => row.objects!.has(headLemma(a, np)) || row.objects!.has(tokens[np.head]!.lower)))
    return false;
  if (row.near) {
    const end = Math.min(sentences[clause.sentence]!.last, clause.verb.last + NEAR);
    let seen = false;
    for (let i = clause.verb.last; i < end && !seen; i++)
      seen = row.near.has(tokens[i]!.lemma) || row.near.has(tokens[i]!.lower);
    if (!seen) return false;
  }
  switch (row.patient) {
    case 'people':
      return nps.some((np) => isPerson(a, np));
    case 'attackers':
      return nps.some((np) => isAttacker(scene, np));
    case 'suspects':
      return (
        clause.verb.passive &&
        clause.verb.finite &&
        nps.some((np) => isPerson(a, np) && !HOSTAGES.has(headLemma(a, np)))
      );
    case 'plot':
      return nps.some((np) => PLOTS.has(headLemma(a, np)));
    case 'group':
      return (
        nps.some((np) => groupOf(a, np) !== null || isTheGroup(a, np)) ||
        (row.type === 'strike' && nps.some((np) => isAttacker(scene, np)))
      );
    case 'site':
      return nps.length > 0 && !nps.every((np) => isPronoun(a, np));
    case 'any':
      return true;
  }
}

/** "the group", whichever was named last. */
const isTheGroup = (a: Analysis, np: NounPhrase): boolean =>
  /^(?:the|that|this)$/.test(a.doc.tokens[np.first]!.lower) &&
  /^(?:group|organisation|organization|movement|outfit|network|militia|faction|party)$/.test(headLemma(a, np));

function make(scene: Scene, clause: Clause, row: ResponseVerb, nps: NounPhrase[], acts: Act[]): Act | null {
  const { a } = scene;
  const { type } = row;
  const condemns = type === 'condemnation';
  const suffering = row.subjectSuffers ? clause.subjects.map((n) => nounAt(a, n)) : nps;
  let by =
    row.subjectSuffers || row.subjects
      ? null
      : (doer(scene, clause, type) ?? sameAsBefore(a, clause, acts) ?? forces(a, clause, row));
  // A group that detains, storms or kills does no act of a state.
  if (!row.subjectSuffers && !row.subjects && !by && !clause.verb.passive) return null;
  if (NEEDS_DOER.has(type) && !by && !(type === 'security-measure' && (clause.verb.passive || row.subjects)))
    return null;
  if (!by && type === 'arrest')
    by = institutionSpeaking(a, clause) ?? (clause.verb.passive ? lately(acts, clause) : null);
  const incident = condemns ? condemned(scene, clause, nps) : null;
  const whom = condemns
    ? groupsCondemned(scene, nps, incident)
    : type === 'security-measure'
      ? []
      : listed(scene, clause, row, against(scene, suffering, by));
  if (condemns && !incident && !whom.length && !nps.some((np) => PLOTS.has(headLemma(a, np)))) return null;
  if (type === 'designation' && !whom.length && !clause.verb.passive) return null;
  if (row.subjectSuffers && !suffering.some((np) => isPerson(a, np))) return null;
  const place = PLACELESS.has(type) ? null : placeOf(scene, clause, type);
  const date = condemns ? null : dateOf(scene, clause);
  // "Additional force is sent": by nobody, nowhere, at no time, it is no act to tell of.
  if (!by && !place && !date && type === 'security-measure') return null;
  return {
    type,
    by,
    against: whom,
    incident: incident?.incident.id ?? null,
    place,
    date,
    sentence: clause.sentence,
  };
}

/** Of lists and sanctions: "imposed sanctions on X", "placed it under sanctions", of which only groups and people are the object. */
function listed({ a }: Scene, clause: Clause, { type, objects }: ResponseVerb, whom: ActorEntity[]): ActorEntity[] {
  if (objects === HOSTAGES) return [];
  if (type !== 'designation' && type !== 'sanction') return whom;
  const on = objects ? clause.prepositional.filter(({ preposition }) => /^(?:on|against)$/.test(preposition)) : [];
  const named = on
    .map(({ noun }) => groupOf(a, nounAt(a, noun)) ?? namedActor(a, nounAt(a, noun)))
    .filter((actor) => actor !== null);
  const out = [...whom, ...named].filter(({ kind }) => kind !== 'agency' && kind !== 'government');
  if (out.length || !clause.objects.some((n) => isPronoun(a, nounAt(a, n)) || isTheGroup(a, nounAt(a, n)))) return out;
  const { first } = a.doc.sentences[Math.max(0, clause.sentence - 2)]!;
  const group = within(a.names.actorMentions, first, clause.verb.first).findLast(({ actor }) => actor.kind === 'group');
  return group ? [group.actor] : [];
}

const DYING = new Set([
  'die',
  'perish',
  'fall',
  'kill',
  'shoot',
  'eliminate',
  'neutralize',
  'neutralise',
  'gun',
  'slay',
]);
const FIGHTS = new Set(
  `gunfight shootout shoot-out firefight clash gunbattle gun-battle battle siege exchange encounter skirmish operation raid sweep assault
  crackdown ambush fire`.split(/\s+/),
);

/** "was killed in a U.S. drone strike", "died after a gunfight with police", "shot in clearance operations". */
function deathIn(scene: Scene, clause: Clause, acts: Act[]): Act | null {
  const { a } = scene;
  const { lemma, passive } = clause.verb;
  if (!DYING.has(lemma) || (!passive && !/^(?:die|perish|fall)$/.test(lemma))) return null;
  const nps = clause.subjects.map((n) => nounAt(a, n));
  if (!nps.some((np) => isAttacker(scene, np))) return null;
  for (const { preposition, noun } of clause.prepositional) {
    const np = nounAt(a, noun);
    if (!/^(?:in|by|after|during)$/.test(preposition)) continue;
    const with_ = followedBy(a, np, 1).find((behind) => behind.preposition === 'with');
    const fight = FIGHTS.has(headLemma(a, np));
    const struck = actOf(a, np);
    if (!fight && !struck) continue;
    const other = with_ ? nounAt(a, with_.noun) : null;
    const by = other
      ? a.names.actorFor(other.first, other.last)
      : (ownInside(a, np) ?? institutionSpeaking(a, clause) ?? lately(acts, clause));
    if (by?.kind === 'group') return null;
    return {
      type: struck === 'strike' ? 'strike' : 'killing',
      by,
      against: against(scene, nps, by),
      incident: null,
      place: placeOf(scene, clause, 'killing'),
      date: dateOf(scene, clause),
      sentence: clause.sentence,
    };
  }
  return null;
}

/** Who did the act told in the sentence before or in this one. */
function lately(acts: readonly Act[], { sentence }: Clause): ActorEntity | null {
  const previous = acts.at(-1);
  return previous && sentence - previous.sentence <= 1 ? previous.by : null;
}

/** "They found him and arrested him": those who did the act told in the sentence before. */
function sameAsBefore(a: Analysis, clause: Clause, acts: Act[]): ActorEntity | null {
  const previous = acts.at(-1);
  const they = clause.subjects.some((n) => a.doc.tokens[nounAt(a, n).head]!.lower === 'they');
  return they && !clause.verb.passive && previous && clause.sentence - previous.sentence <= 1 ? previous.by : null;
}

/** "A company, the Response Force, was flown in": those who were sent. */
function forces(a: Analysis, clause: Clause, row: ResponseVerb): ActorEntity | null {
  if (!clause.verb.passive || row.type !== 'security-measure' || !clause.subjects.length) return null;
  if (!row.objects && !row.near) return null;
  const np = nounAt(a, clause.subjects[0]!);
  const apposed =
    a.doc.tokens[np.last]?.lower === ',' ? a.phrases.nouns[a.phrases.nounAt[np.last + 1] ?? -1] : undefined;
  return a.names.actorAt(np.head)?.actor ?? (apposed && a.names.actorAt(apposed.head)?.actor) ?? null;
}

const NEEDS_DOER = new Set<ResponseType>(['raid', 'killing', 'strike', 'condemnation', 'reward', 'security-measure']);

/** "Two men were arrested, police said": those who say so made the arrest. */
function institutionSpeaking(a: Analysis, clause: Clause): ActorEntity | null {
  const speaker = a.speakers[clause.index];
  if (!speaker) return null;
  const np = nounAt(a, speaker.noun);
  const agency =
    a.names.actorAt(np.first)?.actor.kind === 'agency' || a.names.actorAt(np.head)?.actor.kind === 'agency';
  return agency || DETAINERS.test(headLemma(a, np)) || FORCES.test(a.doc.tokens[np.head - 1]?.lower ?? '')
    ? a.names.actorFor(np.first, np.last)
    : null;
}

const DETAINERS = /^(?:police|army|military|ministry|detective|force|navy|gendarmerie|authority|agency|troop)$/;
/** "a military spokesman", "police officials". */
const FORCES = /^(?:police|army|military|security|navy|coalition)$/;

/** The incident that the object speaks of, or the rest of the sentence; else the latest told before. */
function condemned(scene: Scene, clause: Clause, nps: NounPhrase[]): IncidentFound | null {
  const own = nps.flatMap(({ first, last }) => scene.tellingsIn(first, last))[0];
  const here = own ?? scene.tellingsIn(clause.verb.last, scene.a.doc.sentences[clause.sentence]!.last)[0];
  return (here ?? scene.lastTellingBefore(clause.verb.first))?.found ?? null;
}

function groupsCondemned({ a, onlyGroup }: Scene, nps: NounPhrase[], incident: IncidentFound | null): ActorEntity[] {
  const own = nps.map((np) => groupOf(a, np)).filter((group) => group !== null);
  if (own.length) return [...new Set(own)];
  const groups = [
    ...(incident?.groups ?? []),
    ...(incident?.incident.perpetrators.groups ?? []).map((id) => a.names.actor(id)),
  ];
  if (groups.length) return [...new Set(groups)];
  // Where the report names one group, it is meant.
  return onlyGroup ? [onlyGroup] : [];
}

/** "conducted 23 strikes against X", "one strike destroyed …", "launched further raids". */
function nounAct(scene: Scene, clause: Clause, acts: Act[]): Act | null {
  const { a } = scene;
  const { lemma, particle, passive } = clause.verb;
  const verb = particle ? `${lemma}_${particle}` : lemma;
  const nouns = (
    DOING.has(verb)
      ? passive
        ? clause.subjects
        : clause.objects
      : STRIKING.has(verb) && !passive
        ? clause.subjects
        : []
  ).map((n) => nounAt(a, n));
  const np = nouns.find((n) => actOf(a, n) !== null);
  if (!np) return null;
  const type = actOf(a, np)!;
  const previous = acts.slice(-IN_MIND).findLast((act) => act.type === type);
  const by = (DOING.has(verb) ? doer(scene, clause, type) : null) ?? ownInside(a, np) ?? previous?.by ?? null;
  if (groupDoes(a, clause, verb) || (!by && !isMilitary(a, np))) return null;
  const behind = followedBy(a, np, 4).filter(({ preposition }) => preposition === 'against' || preposition === 'on');
  const whom = behind.map(({ noun }) => groupOf(a, nounAt(a, noun))).filter((group) => group !== null);
  if (!whom.length && ONLY_AGAINST.has(headLemma(a, np))) return null;
  const inside = whom.length ? null : groupHit(a, clause, np);
  return {
    type,
    by,
    against: [...new Set(whom.length ? whom : inside ? [inside] : (previous?.against ?? []))],
    incident: null,
    place: placeOf(scene, clause, type),
    date: dateOf(scene, clause) ?? previous?.date ?? null,
    sentence: clause.sentence,
  };
}

function actOf(a: Analysis, np: NounPhrase): ResponseType | null {
  const { tokens } = a.doc;
  const type = ACT_NOUNS.get(headLemma(a, np)) ?? null;
  if (type !== 'strike' || tokens[np.head]!.lemma !== 'strike') return type;
  for (let i = np.first; i < np.head; i++) {
    const { lower, pos } = tokens[i]!;
    if (STRIKE_MODIFIERS.has(lower) || pos === 'CD' || a.names.actorAt(i)) return type;
  }
  return null;
}

/** "an air strike", "a U.S. raid", whoever flew it. */
const isMilitary = (a: Analysis, np: NounPhrase): boolean =>
  headLemma(a, np) === 'airstrike' ||
  a.doc.tokens.slice(np.first, np.head).some(({ lower }) => STRIKE_MODIFIERS.has(lower));

/** "a U.S. strike", "French raids": whose the act is. */
function ownInside(a: Analysis, np: NounPhrase): ActorEntity | null {
  for (let i = np.first; i < np.head; i++) {
    const actor = a.names.actorAt(i)?.actor;
    if (actor) return actor.kind === 'group' ? null : actor;
    if (a.names.placeAt(i)?.place.precision === 'country') return a.names.actorFor(i, i + 1);
  }
  return null;
}

const groupDoes = (a: Analysis, clause: Clause, verb: string): boolean =>
  DOING.has(verb) && clause.subjects.some((n) => namedActor(a, nounAt(a, n))?.kind === 'group');

/** The group that the strike hits, from the objects of its verb. */
function groupHit(a: Analysis, clause: Clause, np: NounPhrase): ActorEntity | null {
  const { last } = a.doc.sentences[clause.sentence]!;
  const named = groupIn(a, np.last, last);
  if (named) return named;
  const person = within(a.names.actorMentions, clause.verb.last, last).find(({ actor }) => actor.kind === 'person');
  return person && STRIKING.has(clause.verb.lemma) ? person.actor : null;
}

/** Adds an act, or joins it to the one told before that it repeats. */
function put(a: Analysis, acts: Act[], act: Act): void {
  a.trace?.makes(act);
  const known = acts.slice(-IN_MIND).find((other) => isSame(other, act));
  if (!known) {
    acts.push(act);
    return;
  }
  a.trace?.becomes(act, known);
  known.by ??= act.by;
  known.place ??= act.place;
  known.date ??= act.date;
  if (!known.against.length || known.sentence <= 2) known.against = act.against.length ? act.against : known.against;
}

function isSame(one: Act, other: Act): boolean {
  if (one.type !== other.type || one.type === 'reward') return false;
  if (one.type === 'strike') return one.sentence === other.sentence;
  // A headline: "Four arrested in Bordeaux".
  if (one.sentence <= 2 && !one.by && !one.date && (!one.place || one.place === other.place)) return true;
  if (one.date && other.date && one.date.start !== other.date.start) return false;
  if (
    one.place &&
    other.place &&
    one.place !== other.place &&
    one.place.within !== other.place &&
    other.place.within !== one.place
  )
    return false;
  const shared = one.against.some((actor) => other.against.includes(actor));
  if (one.type === 'condemnation') return one.by === other.by;
  if (one.against.length && other.against.length && !shared) return false;
  return shared || (one.place !== null && one.place === other.place);
}

/** "A self-defense strike on behalf of …", "Air interdiction at X": an act by its noun in a sentence without a verb, or as its subject. */
function bareNouns(scene: Scene, acts: readonly Act[]): Act[] {
  const { a } = scene;
  const { sentences, tokens } = a.doc;
  const out: Act[] = [];
  const told = new Set(acts.map(({ sentence }) => sentence));
  let before = 0;
  for (const np of a.phrases.nouns) {
    const { sentence } = tokens[np.head]!;
    const type = (a.clauseAt[np.head] ?? -1) < 0 ? actOf(a, np) : null;
    if (!type || np.first - sentences[sentence]!.first > 3 || told.has(sentence)) continue;
    while (before < acts.length && acts[before]!.sentence < sentence) before++;
    const whom = followedBy(a, np, 4)
      .filter(({ preposition }) => preposition === 'against' || preposition === 'on')
      .map(({ noun }) => groupOf(a, nounAt(a, noun)))
      .filter((group) => group !== null);
    if (!whom.length && ONLY_AGAINST.has(headLemma(a, np))) continue;
    const previous = acts[before - 1];
    const by = ownInside(a, np) ?? previous?.by ?? scene.ownVoice;
    const own = groupIn(a, np.last, sentences[sentence]!.last);
    out.push({
      type,
      by: by?.kind === 'group' ? null : by,
      against: [...new Set(whom.length ? whom : own ? [own] : [])],
      incident: null,
      ...scene.headed(sentence, np),
      sentence,
    });
  }
  return out;
}
