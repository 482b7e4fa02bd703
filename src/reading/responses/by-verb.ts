/** Acts told by a verb of the table: "arrested", "was sentenced", "imposed a curfew". */
import { type Analysis, within } from '../analysis.js';
import type { Clause } from '../clauses.js';
import type { IncidentFound } from '../incidents/incidents.js';
import { HOSTAGES, PLOTS, RESPONSE_VERBS, type ResponseVerb } from '../lexicon/responses.js';
import type { ActorEntity, PlaceEntity } from '../names/entities.js';
import { headLemma, isPronoun, nounAt } from '../nouns.js';
import type { NounPhrase } from '../phrases.js';
import type { DateRange } from '../schema.js';
import type { ResponseType } from '../vocabulary.js';
import { groupIn, groupOf, namedActor } from '../who.js';
import type { Act } from './act.js';
import { actOf } from './by-noun.js';
import { against, doer, doers, isAttacker, isByOthers, isMeans, isPerson, sufferers } from './parties.js';
import type { Scene } from './scene.js';
import { dateOf, placeOf } from './setting.js';
import { courtNear, forces, institutionSpeaking, lately, officeSpeaking, sameAsBefore } from './whose.js';

/** Types of which the reporter gives no place. */
const PLACELESS = new Set<ResponseType>(['designation', 'sanction', 'reward', 'condemnation']);

export function verbAct(scene: Scene, clause: Clause, acts: Act[]): Act | null {
  const { a } = scene;
  const { lemma, particle } = clause.verb;
  const rows = RESPONSE_VERBS.get(particle ? `${lemma}_${particle}` : lemma);
  if (!rows) return null;
  // "An airstrike eliminated two": the act itself is the subject.
  if (!clause.verb.passive && clause.subjects.some((n) => actOf(a, nounAt(a, n)) === 'strike')) return null;
  // "police bomb technicians rendered it safe"
  if (
    lemma === 'bomb' &&
    /^(?:technician|squad|disposal|expert|threat|scare)s?$/.test(a.doc.tokens[clause.verb.last]?.lower ?? '')
  )
    return null;
  const nps = sufferers(a, clause);
  for (const row of rows) {
    a.trace?.trying(`lexicon/responses.ts: ${lemma} → ${row.type}`, clause);
    if (!fits(scene, clause, row, nps)) continue;
    const act = make(scene, clause, row, nps, acts);
    if (act) return act;
  }
  return null;
}

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
      // "an American drone killed X": who is hunted by drones is one
      return nps.some(
        (np) =>
          isAttacker(scene, np) ||
          (!clause.verb.passive &&
            a.names.actorAt(np.head)?.actor.kind === 'person' &&
            doers(a, clause).some((each) => isMeans(a, each))),
      );
    case 'suspects':
      return (
        clause.verb.passive &&
        (clause.verb.finite || isHeld(a, clause, nps)) &&
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

/** "a man held in X in January": in custody, where it is said where or since when. */
const isHeld = (a: Analysis, { verb }: Clause, nps: NounPhrase[]): boolean =>
  /^(?:in|at|since|over|on)$/.test(a.doc.tokens[verb.last]?.lower ?? '') &&
  nps.some((np) => /^(?:man|suspect|youth|teenager)$/.test(headLemma(a, np)));

/** "the group", whichever was named last. */
const isTheGroup = (a: Analysis, np: NounPhrase): boolean =>
  /^(?:the|that|this)$/.test(a.doc.tokens[np.first]!.lower) &&
  /^(?:group|organisation|organization|movement|outfit|network|militia|faction|party)$/.test(headLemma(a, np));

function make(scene: Scene, clause: Clause, row: ResponseVerb, nps: NounPhrase[], acts: Act[]): Act | null {
  const { a } = scene;
  const { type } = row;
  const condemns = type === 'condemnation';
  const suffering = row.subjectSuffers ? clause.subjects.map((n) => nounAt(a, n)) : nps;
  let by = row.subjectSuffers
    ? null
    : (doer(scene, clause, type) ?? sameAsBefore(a, clause, acts) ?? forces(a, clause, row));
  if (!by && isByOthers(a, clause)) return null;
  // A group that detains, storms or kills does no act of a state.
  if (!row.subjectSuffers && !row.subjects && !by && !clause.verb.passive) return null;
  if (!by && type === 'killing' && clause.verb.passive) by = institutionSpeaking(a, clause);
  if (NEEDS_DOER.has(type) && !by && !(type === 'security-measure' && (clause.verb.passive || row.subjects)))
    return null;
  if (!by && type === 'arrest')
    by = institutionSpeaking(a, clause) ?? (clause.verb.passive ? lately(acts, clause) : null);
  if (!by && type === 'conviction') by = courtNear(a, clause);
  if (!by && (type === 'designation' || type === 'sanction')) by = officeSpeaking(a, clause);
  const incident = condemns ? condemned(scene, clause, nps) : null;
  const whom = condemns
    ? groupsCondemned(scene, nps, incident)
    : type === 'security-measure'
      ? []
      : listed(scene, clause, row, orGroupOf(scene, clause, type, against(scene, suffering, by)));
  if (condemns && !incident && !whom.length && !nps.some((np) => PLOTS.has(headLemma(a, np)))) return null;
  if (type === 'designation' && !whom.length && !clause.verb.passive) return null;
  if (row.subjectSuffers && !suffering.some((np) => isPerson(a, np))) return null;
  const place = PLACELESS.has(type) ? null : (ownGround(a, clause, type) ?? placeOf(scene, clause, type, by));
  const date = condemns ? saidOn(scene, clause, incident) : dateOf(scene, clause, type);
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

/** Whose plot is foiled, or whose ground is struck, where the words name nobody: the group of the incident told, or the one group there is. */
function orGroupOf(scene: Scene, { verb, sentence }: Clause, type: ResponseType, whom: ActorEntity[]): ActorEntity[] {
  if (whom.length || !/^(?:disruption|strike|raid)$/.test(type)) return whom;
  const { first, last } = scene.a.doc.sentences[sentence]!;
  const told = scene.tellingsIn(first, last).find(({ found }) => found.groups.size > 0);
  const group = told ? [...told.found.groups][0]! : (groupIn(scene.a, verb.last, last) ?? scene.a.names.onlyGroup);
  return group ? [group] : [];
}

/** The day of a condemnation, where one is named that is not that of the deed. */
function saidOn(scene: Scene, clause: Clause, incident: IncidentFound | null): DateRange | null {
  const date = dateOf(scene, clause);
  const deed = incident?.incident.date;
  return date && deed && date.start === deed.start && date.end === deed.end ? null : date;
}

/** "Erfurt has banned knives", "the Louvre shut its doors": where it is. */
function ownGround(a: Analysis, clause: Clause, type: ResponseType): PlaceEntity | null {
  if (type !== 'security-measure' || clause.verb.passive) return null;
  const opening = doers(a, clause)
    .map(({ head }) => a.names.placeAt(head)?.place)
    .find((place) => place && place.precision !== 'country');
  if (opening) return opening;
  const { first } = a.doc.sentences[clause.sentence]!;
  const named = a.names.placeAt(first);
  return named && named.place.precision !== 'country' && a.doc.tokens[named.last]?.pos.startsWith('VB')
    ? named.place
    : null;
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

const NEEDS_DOER = new Set<ResponseType>(['raid', 'killing', 'strike', 'condemnation', 'reward', 'security-measure']);

/** The incident that the object speaks of, or the rest of the sentence; else the latest told before. */
function condemned(scene: Scene, clause: Clause, nps: NounPhrase[]): IncidentFound | null {
  const own = nps.flatMap(({ first, last }) => scene.tellingsIn(first, last))[0];
  const here = own ?? scene.tellingsIn(clause.verb.last, scene.a.doc.sentences[clause.sentence]!.last)[0];
  return (here ?? scene.lastTellingBefore(clause.verb.first))?.found ?? null;
}

function groupsCondemned({ a }: Scene, nps: NounPhrase[], incident: IncidentFound | null): ActorEntity[] {
  const own = nps.map((np) => groupOf(a, np)).filter((group) => group !== null);
  if (own.length) return [...new Set(own)];
  const groups = [
    ...(incident?.groups ?? []),
    ...(incident?.incident.perpetrators.groups ?? []).map((id) => a.names.actor(id)),
  ];
  if (groups.length) return [...new Set(groups)];
  // Where the report names one group, it is meant.
  return a.names.onlyGroup ? [a.names.onlyGroup] : [];
}
