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
import { dateOf, placeOf } from './setting.js';

/** Types of which the reporter gives no place. */
const PLACELESS = new Set<ResponseType>(['designation', 'sanction', 'reward', 'condemnation']);

export function findResponses(a: Analysis, found: readonly IncidentFound[]): Response[] {
  if (!isAboutViolence(a)) return [];
  const acts: Act[] = [];
  for (const clause of a.clauses) {
    if (!isFact(a, clause) && !isSettled(a, clause)) continue;
    const act = verbAct(a, clause, found, acts) ?? nounAct(a, clause, found, acts);
    if (act) put(acts, act);
  }
  for (const act of rewardsIn(a)) put(acts, act);
  return acts.map((act) => ({
    type: act.type,
    by: act.by?.id ?? null,
    against: act.against.map(({ id }) => id),
    incident: act.incident,
    place: act.place?.id ?? null,
    date: act.date,
    evidence: [sentenceSpan(a, act.sentence)],
  }));
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

function verbAct(a: Analysis, clause: Clause, found: readonly IncidentFound[], acts: Act[]): Act | null {
  const { lemma, particle } = clause.verb;
  const rows = RESPONSE_VERBS.get(particle ? `${lemma}_${particle}` : lemma) ?? [];
  const nps = sufferers(a, clause);
  for (const row of rows) {
    if (!fits(a, clause, row, nps, found)) continue;
    const act = make(a, clause, row, nps, found, acts);
    if (act) return act;
  }
  return null;
}

/** How far behind the verb the word is looked for that makes it one. */
const NEAR = 9;
function fits(
  a: Analysis,
  clause: Clause,
  row: ResponseVerb,
  nps: NounPhrase[],
  found: readonly IncidentFound[],
): boolean {
  const { tokens, sentences } = a.doc;
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
      return nps.some((np) => isAttacker(a, np, found));
    case 'plot':
      return nps.some((np) => PLOTS.has(headLemma(a, np)));
    case 'group':
      return nps.some((np) => groupOf(a, np) !== null);
    case 'site':
      return nps.length > 0 && !nps.every((np) => isPronoun(a, np));
    case 'any':
      return true;
  }
}

function make(
  a: Analysis,
  clause: Clause,
  row: ResponseVerb,
  nps: NounPhrase[],
  found: readonly IncidentFound[],
  acts: Act[],
): Act | null {
  const { type } = row;
  const condemns = type === 'condemnation';
  const suffering = row.subjectSuffers ? clause.subjects.map((n) => nounAt(a, n)) : nps;
  let by = row.subjectSuffers
    ? null
    : (doer(a, clause, condemns) ?? sameAsBefore(a, clause, acts) ?? forces(a, clause, row));
  // A group that detains, storms or kills does no act of a state.
  if (!row.subjectSuffers && !by && !clause.verb.passive) return null;
  if (NEEDS_DOER.has(type) && !by && !(type === 'security-measure' && clause.verb.passive)) return null;
  if (!by && type === 'arrest') by = institutionSpeaking(a, clause);
  const incident = condemns ? condemned(clause, nps, found) : null;
  const whom = condemns
    ? groupsCondemned(a, nps, incident)
    : type === 'security-measure'
      ? []
      : against(a, suffering, by, found);
  if (condemns && !incident && !whom.length) return null;
  if (type === 'designation' && !whom.length && !clause.verb.passive) return null;
  if (row.subjectSuffers && !suffering.some((np) => isPerson(a, np))) return null;
  return {
    type,
    by,
    against: whom,
    incident: incident?.incident.id ?? null,
    place: PLACELESS.has(type) ? null : placeOf(a, clause),
    date: condemns ? null : dateOf(a, clause, found),
    sentence: clause.sentence,
  };
}

/** "They found him and arrested him": those who did the act told in the sentence before. */
function sameAsBefore(a: Analysis, clause: Clause, acts: Act[]): ActorEntity | null {
  const previous = acts.at(-1);
  const they = clause.subjects.some((n) => a.doc.tokens[nounAt(a, n).head]!.lower === 'they');
  return they && !clause.verb.passive && previous && clause.sentence - previous.sentence <= 1 ? previous.by : null;
}

/** "A company, the Response Force, was flown in": those who were sent. */
function forces(a: Analysis, clause: Clause, row: ResponseVerb): ActorEntity | null {
  if (!clause.verb.passive || row.type !== 'security-measure' || !row.objects || !clause.subjects.length) return null;
  const np = nounAt(a, clause.subjects[0]!);
  const apposed =
    a.doc.tokens[np.last]?.lower === ',' ? a.phrases.nouns[a.phrases.nounAt[np.last + 1] ?? -1] : undefined;
  return a.names.actorAt(np.head)?.actor ?? (apposed && a.names.actorAt(apposed.head)?.actor) ?? null;
}

const NEEDS_DOER = new Set<ResponseType>(['killing', 'strike', 'condemnation', 'reward', 'security-measure']);

/** "Two men were arrested, police said": those who say so made the arrest. */
function institutionSpeaking(a: Analysis, clause: Clause): ActorEntity | null {
  const speaker = a.speakers[clause.index];
  if (!speaker) return null;
  const np = nounAt(a, speaker.noun);
  return /^(?:police|army|military|ministry)$/.test(headLemma(a, np)) ? a.names.actorFor(np.first, np.last) : null;
}

/** The incident that the object speaks of; without an object, the latest told before. */
function condemned(clause: Clause, nps: NounPhrase[], found: readonly IncidentFound[]): IncidentFound | null {
  const covers = (token: number): boolean =>
    nps.length ? nps.some(({ first, last }) => token >= first && token < last) : token < clause.verb.first;
  const own = found.find(({ told }) => told.mentions.some(({ token }) => covers(token)));
  if (own && nps.length) return own;
  const sentence = found.find(({ told }) =>
    told.mentions.some((m) => m.sentence === clause.sentence && m.token > clause.verb.first),
  );
  if (sentence) return sentence;
  let latest: IncidentFound | null = null;
  let at = -1;
  for (const f of found)
    for (const { token } of f.told.mentions) if (token < clause.verb.first && token > at) [latest, at] = [f, token];
  return latest;
}

function groupsCondemned(a: Analysis, nps: NounPhrase[], incident: IncidentFound | null): ActorEntity[] {
  const own = nps.map((np) => groupOf(a, np)).filter((group) => group !== null);
  if (own.length) return [...new Set(own)];
  const groups = new Set([
    ...(incident?.groups ?? []),
    ...(incident?.incident.perpetrators.groups ?? []).map((id) => a.names.actor(id)),
  ]);
  if (groups.size) return [...groups];
  // Where the report names one group, it is meant.
  const named = new Set(a.names.actorMentions.map(({ actor }) => actor).filter(({ kind }) => kind === 'group'));
  return named.size === 1 ? [...named] : [];
}

/** "conducted 23 strikes against X", "one strike destroyed …", "launched further raids". */
function nounAct(a: Analysis, clause: Clause, found: readonly IncidentFound[], acts: Act[]): Act | null {
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
  const previous = acts.findLast((act) => act.type === type);
  const by = (DOING.has(verb) ? doer(a, clause) : null) ?? ownInside(a, np) ?? previous?.by ?? null;
  if (groupDoes(a, clause, verb) || !by) return null;
  const behind = followedBy(a, np, 4).filter(({ preposition }) => preposition === 'against' || preposition === 'on');
  const whom = behind.map(({ noun }) => groupOf(a, nounAt(a, noun))).filter((group) => group !== null);
  const inside = whom.length ? null : groupBehind(a, clause, np, found);
  return {
    type,
    by,
    against: [...new Set(whom.length ? whom : inside ? [inside] : (previous?.against ?? []))],
    incident: null,
    place: placeOf(a, clause),
    date: dateOf(a, clause, found) ?? previous?.date ?? null,
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
function groupBehind(a: Analysis, clause: Clause, np: NounPhrase, found: readonly IncidentFound[]): ActorEntity | null {
  const { last } = a.doc.sentences[clause.sentence]!;
  const named = groupIn(a, np.last, last);
  if (named) return named;
  const person = within(a.names.actorMentions, clause.verb.last, last).find(({ actor }) => actor.kind === 'person');
  return person && (STRIKING.has(clause.verb.lemma) || found.length === 0) ? person.actor : null;
}

/** Adds an act, or joins it to the one told before that it repeats. */
function put(acts: Act[], act: Act): void {
  const known = acts.find((other) => isSame(other, act));
  if (!known) {
    acts.push(act);
    return;
  }
  known.by ??= act.by;
  known.place ??= act.place;
  known.date ??= act.date;
  if (!known.against.length || known.sentence <= 2) known.against = act.against.length ? act.against : known.against;
}

function isSame(one: Act, other: Act): boolean {
  if (one.type !== other.type || one.type === 'strike' || one.type === 'reward') return false;
  // A headline: "Four arrested in Bordeaux".
  if (one.sentence <= 2 && !one.by && !one.date && !one.place) return true;
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
