/** The rows of the table that a verb and its voice call up, and the places of the clause that they name. */
import { type Analysis, within } from '../analysis.js';
import type { Clause } from '../clauses.js';
import { ATTRIBUTION_RULES, type AttributionRule, type Place } from '../lexicon/attribution-rules.js';
import type { ActorEntity } from '../names/entities.js';
import { nounAt } from '../nouns.js';
import type { NounPhrase } from '../phrases.js';
import type { Stance } from '../vocabulary.js';
import { doersOf, isPassive } from '../who.js';
import { maySay, sayerAt } from './voices.js';

const RULES_BY_VERB = new Map<string, AttributionRule[]>();
const PREPOSITIONS = new Map<string, ReadonlySet<string>>();
for (const rule of ATTRIBUTION_RULES) {
  for (const verb of rule.verbs) RULES_BY_VERB.set(verb, [...(RULES_BY_VERB.get(verb) ?? []), rule]);
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
  if (place === 'subject') return beside(a, clause) ?? besideParent(a, clause) ?? doersOf(a, clause);
  if (place === 'object')
    return clause.objects.length ? clause.objects.map((n) => nounAt(a, n)) : antecedent(a, clause);
  const wanted = PREPOSITIONS.get(place)!;
  const found = clause.prepositional.filter(({ preposition }) => wanted.has(preposition));
  if (!found.length)
    found.push(
      ...overRelative(a, clause)
        .filter(({ preposition }) => wanted.has(preposition))
        .slice(-1),
    );
  return found.map(({ noun }) => nounAt(a, noun));
}

/** "attributed the bomb that killed six in Cali to X": what stands behind a relative clause told of the object. */
function overRelative(a: Analysis, { index, sentence, verb, objects, subjects }: Clause): Clause['prepositional'] {
  const next = a.clauses[index + 1];
  if (!LAYING.has(verb.lemma) || next?.sentence !== sentence || !/^(?:that|which|who)$/.test(next.marker ?? ''))
    return [];
  return [...objects, ...subjects].includes(next.subjects[0] ?? -1) ? next.prepositional : [];
}
const LAYING = new Set(['attribute', 'ascribe', 'blame', 'pin', 'lay', 'link', 'trace', 'tie', 'connect', 'credit']);

/** "X, whom the police suspect", "the group that officials blame": the noun before the relative word. */
function antecedent(a: Analysis, { verb, marker, subjects, sentence }: Clause): NounPhrase[] {
  if (!marker || !/^(?:whom|which|that|who)$/.test(marker) || !subjects.length) return [];
  const { tokens, sentences } = a.doc;
  for (let i = verb.first - 1; i > sentences[sentence]!.first; i--) {
    if (tokens[i]!.lower !== marker || tokens[i - 1]!.pos === 'CC') continue; // "that X claimed but that Y laid to Z"
    if (nounAt(a, subjects[0]!).first < i) return []; // the relative word is itself the subject
    const end = tokens[i - 1]?.text === ',' ? i - 2 : i - 1;
    const np = a.phrases.nouns[a.phrases.nounAt[end] ?? -1];
    if (np) return [np];
    const named = within(a.names.actorMentions, sentences[sentence]!.first, i)[0];
    return named ? [a.phrases.nouns[a.phrases.nounAt[named.first]!]!].filter(Boolean) : [];
  }
  return [];
}

/** "the men accused of the bombing": a bare participle is said of the noun right before it. */
function beside(a: Analysis, clause: Clause): NounPhrase[] | null {
  const { verb } = clause;
  if (verb.first !== verb.head || !isPassive(a, clause)) return null;
  const np = a.phrases.nouns[a.phrases.nounAt[verb.first - 1] ?? -1];
  if (!np) return null;
  // "X appeared before a court charged with murder": X
  const above = a.clauses[clause.index - 1];
  const isCourt = /^(?:court|judge|magistrate|bailey|hearing|jury|tribunal)$/.test(
    a.doc.tokens[np.head]!.lemma.toLowerCase(),
  );
  return isCourt && above?.sentence === clause.sentence && above.subjects.length
    ? above.subjects.map((n) => nounAt(a, n))
    : [np];
}

/** "ties to two men accused of carrying it out": the men. */
function besideParent(a: Analysis, { verb, parent, sentence }: Clause): NounPhrase[] | null {
  const above = a.clauses[parent];
  return verb.form === 'gerund' && above?.sentence === sentence ? beside(a, above) : null;
}

/** Those who say so, where they stand in the clause itself; an act or a thing says nothing. */
export function sayers(a: Analysis, clause: Clause, place: Place): ActorEntity[] {
  if (place === 'subject' && clause.subjects.length === 0) return [];
  return placeIn(a, clause, place)
    .filter((np) => maySay(a, np))
    .map((np) => sayerAt(a, np, clause));
}

/** How far behind the verb the words are looked for that belong to it. */
const NEAR = 26;

export function standsBehind(a: Analysis, { verb, sentence }: Clause, words: ReadonlySet<string>): boolean {
  const { tokens, sentences } = a.doc;
  const end = Math.min(sentences[sentence]!.last, verb.last + NEAR);
  for (let i = verb.last; i < end; i++) {
    if (!words.has(tokens[i]!.lower) && !words.has(tokens[i]!.lemma)) continue;
    return true;
  }
  return false;
}
