/** Attributions: who is said to have done it, by whom, with what stance. A claim, an accusation and a denial are each its own. */
import type { Analysis } from '../analysis.js';
import type { Clause } from '../clauses.js';
import { spanOf, textOf } from '../doc.js';
import type { IncidentFound } from '../incidents/incidents.js';
import { partyOf } from '../incidents/parties.js';
import {
  ATTRIBUTION_RULES,
  type AttributionRule,
  BEHIND,
  CLAIM_NOUNS,
  CLAIMANT_PREPOSITIONS,
  DONE,
  HEDGES,
  OWN_DEED,
  type Role,
} from '../lexicon/attributions.js';
import type { ActorEntity } from '../names/entities.js';
import { followedBy, headLemma, isPronoun, nounAt, thingOf } from '../nouns.js';
import type { NounPhrase } from '../phrases.js';
import type { Attribution } from '../schema.js';
import type { Stance } from '../vocabulary.js';

export function findAttributions(a: Analysis, incidents: IncidentFound[]): Attribution[] {
  if (!incidents.length) return [];
  const found = new Map<string, Attribution>();
  const put = (
    incident: IncidentFound,
    actor: ActorEntity,
    stance: Stance,
    by: ActorEntity | null,
    sentence: number,
  ): void => {
    const key = `${incident.incident.id} ${actor.id} ${stance} ${by?.id ?? ''}`;
    const { first, last } = a.doc.sentences[sentence]!;
    if (!found.has(key))
      found.set(key, {
        incident: incident.incident.id,
        actor: actor.id,
        stance,
        by: by?.id ?? null,
        evidence: [spanOf(a.doc, first, last)],
      });
    if (actor.kind === 'person' && stance !== 'denied') addIndividual(a, incident, actor);
    if (actor.kind === 'group' && stance !== 'denied' && !incident.groups.has(actor)) {
      incident.groups.add(actor);
      incident.incident.perpetrators.groups.push(actor.id);
    }
  };
  for (const clause of a.clauses) {
    for (const rule of rulesOf(clause)) if (applyRule(a, clause, rule, incidents, put)) break;
    behind(a, clause, incidents, put);
    didIt(a, clause, incidents, put);
  }
  claimNouns(a, incidents, put);
  direct(a, incidents, found, put);
  return [...found.values()];
}

/** A person who is accused, convicted or who confesses is one of the perpetrators, by the name first used. */
function addIndividual(a: Analysis, { incident }: IncidentFound, actor: ActorEntity): void {
  const mention = actor.mentions[0];
  const { individuals } = incident.perpetrators;
  if (!mention || individuals.some(({ at }) => actor.mentions.some((m) => spanOf(a.doc, m.first, m.last)[0] === at[0])))
    return;
  individuals.push({
    text: textOf(a.doc, mention.first, mention.last),
    at: spanOf(a.doc, mention.first, mention.last),
  });
}

const RULES_BY_VERB = new Map<string, AttributionRule[]>();
for (const rule of ATTRIBUTION_RULES) {
  for (const verb of rule.verbs.split(' ')) RULES_BY_VERB.set(verb, [...(RULES_BY_VERB.get(verb) ?? []), rule]);
}

const rulesOf = ({ verb }: Clause): AttributionRule[] =>
  (verb.particle && RULES_BY_VERB.get(`${verb.lemma}_${verb.particle}`)) || (RULES_BY_VERB.get(verb.lemma) ?? []);

type Put = (
  incident: IncidentFound,
  actor: ActorEntity,
  stance: Stance,
  by: ActorEntity | null,
  sentence: number,
) => void;

function applyRule(a: Analysis, clause: Clause, rule: AttributionRule, incidents: IncidentFound[], put: Put): boolean {
  const { verb } = clause;
  if (verb.passive !== rule.passive || verb.negated) return false;
  if (verb.modal && !verb.perfect && verb.modal !== 'would') return false;
  const objects = rule.passive ? clause.subjects : clause.objects;
  if (rule.subject && !clause.subjects.some((n) => rule.subject!.test(headLemma(a, nounAt(a, n))))) return false;
  if (rule.needs && !needed(a, clause, rule.needs)) return false;
  if (rule.object && objects.length && !objects.some((n) => rule.object!.test(headLemma(a, nounAt(a, n)))))
    return false;
  if (rule.object && !objects.length && !rule.passive) return false;
  const self = clause.subjects.flatMap((n) => actorOf(a, n));
  const actors = inRole(a, clause, rule.actor)
    .flatMap((n) => actorOf(a, n))
    .filter((actor) => rule.actor !== 'object' || !self.includes(actor)); // nobody blames "it" and means himself
  if (!actors.length) return false;
  const incident = incidentOf(clause, incidents, actors);
  if (!incident) return false;
  if (/^(?:accuse|charge|blame)/.test(rule.verbs) && !isOf(a, clause, incident)) return false;
  const speaker = speakerOf(a, clause);
  for (const actor of actors) {
    if (rule.actor !== 'subject' && actor.kind !== 'group' && actor.kind !== 'person' && actor.kind !== 'government')
      continue;
    if (rule.stance === 'denied' && !deniesThis(a, clause, incident, owner(actor, rule))) continue;
    const by =
      rule.by === 'actor'
        ? actor
        : rule.by === 'speaker'
          ? speaker
          : (inRole(a, clause, rule.by).map((n) => anyActor(a, n))[0] ?? speaker);
    for (const each of allMeant(a, clause, incidents, incident))
      put(each, owner(actor, rule), rule.stance, by ? owner(by, rule) : null, clause.sentence);
  }
  return true;
}

/** "accuse Russia of killing Muslims": an accusation of something else than what the report tells. */
function isOf(a: Analysis, clause: Clause, incident: IncidentFound): boolean {
  if (incident.told.mentions.some((m) => m.sentence === clause.sentence)) return true;
  const next = a.clauses[clause.index + 1];
  const gerund = next?.sentence === clause.sentence && next.verb.form === 'gerund';
  return !gerund && !clause.prepositional.some((p) => p.preposition === 'of' || p.preposition === 'for');
}

function needed(a: Analysis, { verb, objects }: Clause, word: RegExp): boolean {
  const after = objects.length ? nounAt(a, objects.at(-1)!).last : verb.last;
  return word.test(a.doc.tokens[after]?.lower ?? '') || word.test(a.doc.tokens[verb.last]?.lower ?? '');
}

/** "X said that its men had done it": who speaks of its own deed claims it. */
function didIt(a: Analysis, clause: Clause, incidents: IncidentFound[], put: Put): void {
  const lemma = clause.verb.particle ? `${clause.verb.lemma} ${clause.verb.particle}` : clause.verb.lemma;
  if (
    !DONE.test(lemma) ||
    clause.verb.negated ||
    clause.verb.modal ||
    !clause.objects.some((n) => /^(?:it|this|that|so)$/.test(headLemma(a, nounAt(a, n))))
  )
    return;
  const by = speakerOf(a, clause);
  const actors = clause.subjects.flatMap((n) => actorOf(a, n));
  const actor = by?.kind === 'group' ? by : actors.find((x) => x.kind === 'group' || x.kind === 'person');
  const incident = actor && incidentOf(clause, incidents, [actor]);
  if (incident) put(incident, actor, stanceOf(a, clause, actor, by), by, clause.sentence);
}

/** "A claim in the name of the Giza Popular Resistance appeared": the noun claims for the group that it names. */
function claimNouns(a: Analysis, incidents: IncidentFound[], put: Put): void {
  for (const np of a.phrases.nouns) {
    if (!CLAIM_NOUNS.test(headLemma(a, np)) || a.doc.tokens[np.first]!.lower === 'no') continue;
    const clause = a.clauses[a.clauseAt[np.head] ?? -1];
    if (!clause) continue;
    const claimant = followedBy(a, np)
      .filter(({ preposition }) => CLAIMANT_PREPOSITIONS.test(preposition))
      .map(({ noun }) => partyOf(a, noun))
      .find((party) => party.kind === 'group');
    if (claimant?.kind !== 'group') continue;
    const incident = incidentOf(clause, incidents, [claimant.actor]);
    if (incident) put(incident, claimant.actor, 'claimed', claimant.actor, clause.sentence);
  }
}

/** "denies it" is a denial of this act only by one who was named for it; "denied any part in the attack" by anyone. */
function deniesThis(a: Analysis, clause: Clause, incident: IncidentFound, actor: ActorEntity): boolean {
  if (incident.groups.has(actor)) return true;
  return clause.objects.some(
    (n) => !/^(?:it|claim|accusation|allegation|charge|anything)$/.test(headLemma(a, nounAt(a, n))),
  );
}

/** "claimed responsibility for all three": the incident, and those told before it up to the number. */
function allMeant(a: Analysis, clause: Clause, incidents: IncidentFound[], last: IncidentFound): IncidentFound[] {
  const of = clause.prepositional.find((p) => p.preposition === 'for');
  if (!of) return [last];
  const { first, last: end } = nounAt(a, of.noun);
  const words = a.doc.tokens.slice(first, end + 1).map((t) => t.lower);
  const number = words.includes('both')
    ? 2
    : Math.max(0, ['one', 'two', 'three', 'four', 'five', 'six'].findIndex((w) => words.includes(w)) + 1);
  const at = incidents.indexOf(last);
  return number > 1 && words.some((w) => w === 'all' || w === 'both')
    ? incidents.slice(Math.max(0, at - number + 1), at + 1)
    : [last];
}

/** A group's spokesman claims and denies for the group. */
function owner(actor: ActorEntity, rule: AttributionRule): ActorEntity {
  return rule.by === 'actor' && actor.kind === 'person' && actor.of?.kind === 'group' ? actor.of : actor;
}

function inRole(_a: Analysis, clause: Clause, role: Role): number[] {
  if (role === 'subject') return clause.subjects;
  if (role === 'object') return clause.objects;
  return clause.prepositional.filter((p) => p.preposition === role).map((p) => p.noun);
}

/** The actor that could be a perpetrator: a group, a person, people who attacked; not an office. */
function actorOf(a: Analysis, n: number): ActorEntity[] {
  const party = partyOf(a, n);
  if (party.kind === 'group') return [party.actor];
  const np = nounAt(a, n);
  const named = a.names.actorAt(np.head)?.actor;
  if (named) return [named];
  if (party.kind === 'perpetrators') return [party.group ?? a.names.actorFor(np.first, np.last)];
  const spokenFor = officeOf(a, np);
  if (spokenFor) return [spokenFor];
  const referred = a.names.referent(np.first, np.last);
  if (referred) return [referred];
  return isPronoun(a, np) || thingOf(a, np)?.class !== 'person'
    ? /-old$/.test(a.doc.tokens[np.head]!.lower)
      ? [a.names.actorFor(np.first, np.last)]
      : []
    : [a.names.actorFor(np.first, np.last)];
}

/** "a spokesman for the Tigers": the group that he speaks for. */
function officeOf(a: Analysis, np: NounPhrase): ActorEntity | null {
  if (
    !/^(?:spokesman|spokeswoman|spokesperson|leader|commander|representative|member|official)$/.test(headLemma(a, np))
  )
    return null;
  for (const { preposition, noun } of followedBy(a, np, 2)) {
    const party = preposition === 'for' || preposition === 'of' ? partyOf(a, noun) : null;
    if (party?.kind === 'group') return party.actor;
  }
  return null;
}

const anyActor = (a: Analysis, n: number): ActorEntity => a.names.actorFor(nounAt(a, n).first, nounAt(a, n).last);

export function speakerOf(a: Analysis, clause: Clause): ActorEntity | null {
  const speaker = a.speakers[clause.index];
  return speaker ? anyActor(a, speaker.noun) : null;
}

/** "X was behind the attack", "X is responsible for it". */
function behind(a: Analysis, clause: Clause, incidents: IncidentFound[], put: Put): void {
  if (clause.verb.lemma !== 'be' || clause.verb.negated) return;
  const { tokens } = a.doc;
  if (!BEHIND.test(tokens[clause.verb.last]?.lower ?? '')) return;
  const actors = clause.subjects
    .flatMap((n) => actorOf(a, n))
    .filter((x) => x.kind !== 'population' && x.kind !== 'organisation');
  const incident = actors.length ? incidentOf(clause, incidents, actors) : null;
  if (!incident) return;
  const by = speakerOf(a, clause);
  for (const actor of actors) put(incident, actor, stanceOf(a, clause, actor, by), by, clause.sentence);
}

/** What the group or person says of itself is a claim; what another says depends on the verb of saying. */
function stanceOf(a: Analysis, clause: Clause, actor: ActorEntity, by: ActorEntity | null): Stance {
  const parent = a.clauses[clause.parent];
  if (parent && clause.verb.form === 'infinitive') {
    const hedge = parent.verb.passive ? HEDGES.get(parent.verb.lemma) : undefined;
    if (hedge) return hedge;
    if (!parent.verb.passive && OWN_DEED.test(parent.verb.lemma)) return 'claimed';
  }
  if (!by) return 'stated';
  if (by === actor || by.of === actor) return 'claimed';
  const voice = a.speakers[clause.index]?.voice;
  return voice === 'assesses'
    ? 'assessed'
    : voice === 'denies'
      ? 'denied'
      : by.kind === 'agency' || by.kind === 'government' || by.kind === 'person'
        ? 'accused'
        : 'stated';
}

/** Perpetrators told as such, without a verb of claiming or blaming. */
function direct(a: Analysis, incidents: IncidentFound[], found: Map<string, Attribution>, put: Put): void {
  for (const incident of incidents) {
    for (const mention of incident.told.mentions) {
      for (const party of mention.parties) {
        const actor = party.kind === 'group' ? party.actor : party.kind === 'perpetrators' ? party.group : null;
        const by = mention.clause ? speakerOf(a, mention.clause) : null;
        // "Islamic Jihad said that its martyrs X and Y had carried out the attack"
        if (party.kind === 'perpetrators' && by?.kind === 'group' && mention.definite)
          put(incident, by, 'claimed', by, mention.sentence);
        if (!actor) continue;
        const stance = mention.clause ? stanceOf(a, mention.clause, actor, by) : 'stated';
        const already = [...found.values()].some(
          (x) => x.incident === incident.incident.id && x.actor === actor.id && x.stance === stance,
        );
        if (!already)
          put(
            incident,
            actor,
            stance,
            stance === 'claimed' ? actor : stance === 'stated' ? null : by,
            mention.sentence,
          );
      }
    }
  }
}

/** The incident that a clause speaks of: one that it mentions, else one told before that is not another group's, else the next. */
function incidentOf(clause: Clause, incidents: IncidentFound[], actors: ActorEntity[]): IncidentFound | null {
  let best: IncidentFound | null = null;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const incident of incidents) {
    let nearest = Number.NEGATIVE_INFINITY;
    for (const m of incident.told.mentions) {
      if (m.clause === clause) nearest = Math.max(nearest, 100);
      else if (m.sentence === clause.sentence) nearest = Math.max(nearest, 50);
      else if (m.sentence < clause.sentence) nearest = Math.max(nearest, 20 - (clause.sentence - m.sentence));
      else nearest = Math.max(nearest, 5 - (m.sentence - clause.sentence));
    }
    if (actors.some((x) => incident.groups.has(x))) nearest += 4;
    if (nearest > bestScore) [best, bestScore] = [incident, nearest];
  }
  return bestScore > -20 ? best : null;
}
