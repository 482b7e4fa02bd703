/** The rows of the table that a verb and its voice call up, and the places of the clause that they name. */
import type { Analysis } from '../analysis.js';
import type { Clause } from '../clauses.js';
import { ATTRIBUTION_RULES, type AttributionRule, type Place } from '../lexicon/attributions.js';
import type { ActorEntity } from '../names/entities.js';
import { nounAt } from '../nouns.js';
import type { NounPhrase } from '../phrases.js';
import type { Stance } from '../vocabulary.js';
import { doersOf, isPassive } from '../who.js';
import { maySay } from './perpetrators.js';

const RULES_BY_VERB = new Map<string, AttributionRule[]>();
const PREPOSITIONS = new Map<string, ReadonlySet<string>>();
for (const rule of ATTRIBUTION_RULES) {
  for (const verb of rule.verbs.trim().split(/\s+/))
    RULES_BY_VERB.set(verb, [...(RULES_BY_VERB.get(verb) ?? []), rule]);
  for (const place of [rule.actor, rule.by])
    if (place.startsWith('prep:')) PREPOSITIONS.set(place, new Set(place.slice(5).split('|')));
}

/** The rows for the verb of a clause in its voice. */
export function rulesOf(a: Analysis, clause: Clause): AttributionRule[] {
  const { verb } = clause;
  const rows =
    (verb.particle ? RULES_BY_VERB.get(`${verb.lemma}_${verb.particle}`) : undefined) ?? RULES_BY_VERB.get(verb.lemma);
  if (!rows) return [];
  const voice = isPassive(a, clause) ? 'passive' : 'active';
  return rows.filter((row) => row.voice === voice);
}

/** The stance that the verb lends to a gerund or infinitive behind it; null where it lends none. */
export function lentBy(a: Analysis, clause: Clause, rule: AttributionRule): Stance | null {
  if (rule.stance === 'told' || rule.subject || rule.ofAct || rule.negated) return null;
  if (rule.object !== undefined && rule.object !== 'act') return null;
  return rule.with && !standsBehind(a, clause, rule.with) ? null : rule.stance;
}

/** The noun phrases that fill a place of the clause. */
export function placeIn(a: Analysis, clause: Clause, place: Place): NounPhrase[] {
  if (place === 'subject') return beside(a, clause) ?? doersOf(a, clause);
  if (place === 'object') return clause.objects.map((n) => nounAt(a, n));
  const wanted = PREPOSITIONS.get(place)!;
  return clause.prepositional.filter(({ preposition }) => wanted.has(preposition)).map(({ noun }) => nounAt(a, noun));
}

/** "the men accused of the bombing": a bare participle is said of the noun right before it. */
function beside(a: Analysis, clause: Clause): NounPhrase[] | null {
  const { verb } = clause;
  if (verb.first !== verb.head || !isPassive(a, clause)) return null;
  const np = a.phrases.nouns[a.phrases.nounAt[verb.first - 1] ?? -1];
  return np ? [np] : null;
}

/** Those who say so, where they stand in the clause itself; an act or a thing says nothing. */
export function sayers(a: Analysis, clause: Clause, place: Place): ActorEntity[] {
  if (place === 'subject' && clause.subjects.length === 0) return [];
  return placeIn(a, clause, place)
    .filter((np) => maySay(a, np))
    .map((np) => a.names.actorFor(np.first, np.last));
}

/** How far behind the verb the words are looked for that belong to it. */
const NEAR = 14;

export function standsBehind(a: Analysis, { verb, sentence }: Clause, words: ReadonlySet<string>): boolean {
  const { tokens, sentences } = a.doc;
  const end = Math.min(sentences[sentence]!.last, verb.last + NEAR);
  for (let i = verb.last; i < end; i++) {
    if (!words.has(tokens[i]!.lower) && !words.has(tokens[i]!.lemma)) continue;
    return true;
  }
  return false;
}
