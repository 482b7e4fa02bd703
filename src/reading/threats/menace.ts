/** Judgements of danger: "X remains a threat to Y", "the threat posed by X has grown", "X is regarded as a danger". */

import { aimsOfNoun, verbIn } from '../acts.js';
import type { Analysis } from '../analysis.js';
import type { Clause } from '../clauses.js';
import { ABLE, DANGEROUS, MENACE, MENACING, NEUTRAL, RISING } from '../lexicon/threats.js';
import { headLemma, nounAt } from '../nouns.js';
import { armedActor, attackers } from './armed.js';
import type { Found } from './modes.js';

const NO: ReadonlySet<string> = new Set(['no', 'any', 'little', 'without', 'hardly']);
const TO: ReadonlySet<string> = new Set(['to', 'for', 'against', 'of']);
const AIMED: ReadonlySet<string> = new Set(['to', 'for', 'against']);
const FROM: ReadonlySet<string> = new Set(['by', 'from', 'of']);
const POSED: ReadonlySet<string> = new Set(['posed', 'presented', 'represented', 'emanating', 'coming']);
const JUDGING: ReadonlySet<string> = new Set(
  'consider regard see describe view deem rate judge assess call'.split(' '),
);

export function byMenace(a: Analysis, clause: Clause): Found[] {
  if (clause.verb.negated) return [];
  return regarded(a, clause) ?? posed(a, clause) ?? poses(a, clause) ?? [];
}

const isMenace = (a: Analysis, n: number): boolean => {
  const np = nounAt(a, n);
  return MENACE.has(headLemma(a, np)) && !NO.has(a.doc.tokens[np.first]!.lower);
};

/** "remains a significant threat in the region", "poses a danger to X", "is still dangerous". */
function poses(a: Analysis, clause: Clause): Found[] | null {
  const { verb } = clause;
  if (!MENACING.has(verb.lemma)) return null;
  const above = a.clauses[clause.parent];
  if (
    verb.form === 'infinitive' &&
    !(
      above &&
      !above.verb.negated &&
      (verbIn(NEUTRAL, above) || /^(?:appear|seem|believe|think|know|say)$/.test(above.verb.lemma))
    )
  )
    return null;
  const into = clause.prepositional.filter(({ preposition }) => preposition === 'into').map(({ noun }) => noun);
  const threat = [...clause.objects, ...into].find((n) => isMenace(a, n));
  if (threat === undefined) {
    if (!isDangerous(a, clause)) return null;
    return attackers(a, clause).map((actor) => ({ actor, type: 'level', against: [], clause }));
  }
  const able = verb.modal !== null && ABLE.has(verb.modal);
  const against = aimsOfNoun(a, threat, AIMED);
  return attackers(a, clause).map((actor) => ({ actor, type: able ? 'capability' : 'level', against, clause }));
}

function isDangerous({ doc }: Analysis, { verb }: Clause): boolean {
  for (let i = verb.last; i < verb.last + 3 && i < doc.tokens.length; i++) {
    if (DANGEROUS.has(doc.tokens[i]!.lower)) return !doc.tokens[i + 1]?.pos.startsWith('NN');
    if (!/^(?:RB|RBR|IN|JJ)$/.test(doc.tokens[i]!.pos)) return false;
  }
  return false;
}

/** "the threat posed by X remains high", "the danger from X has grown". */
function posed(a: Analysis, clause: Clause): Found[] | null {
  const { verb } = clause;
  if (!RISING.has(verb.lemma) || verb.modal || verb.form !== 'finite') return null;
  const { tokens, sentences } = a.doc;
  for (let i = sentences[clause.sentence]!.first; i < verb.first; i++) {
    if (!MENACE.has(tokens[i]!.lower)) continue;
    const from = POSED.has(tokens[i + 1]?.lower ?? '') ? i + 2 : i + 1;
    if (!FROM.has(tokens[from]?.lower ?? '')) continue;
    const n = a.phrases.nounAt[from + 1] ?? -1;
    const actor = n >= 0 && nounAt(a, n).last <= verb.first ? armedActor(a, n, null) : null;
    if (actor) return [{ actor, type: 'level', against: followedAims(a, n), clause }];
  }
  return null;
}

const followedAims = (a: Analysis, n: number): string[] => aimsOfNoun(a, n, AIMED);

/** "is regarded as a threat to X". */
function regarded(a: Analysis, clause: Clause): Found[] | null {
  if (!JUDGING.has(clause.verb.lemma)) return null;
  const threat = [...clause.objects, ...clause.prepositional.map(({ noun }) => noun)].find((n) => isMenace(a, n));
  if (threat === undefined) return null;
  const against = aimsOfNoun(a, threat, TO);
  if (clause.verb.passive) {
    const by = clause.prepositional.find(({ preposition }) => preposition === 'by');
    const np = by && nounAt(a, by.noun);
    const said = np ? { by: a.names.actorFor(np.first, np.last) } : {};
    return attackers(a, clause).map((actor) => ({ actor, type: 'level', against, clause, ...said }));
  }
  // "Officials regard X as a threat"
  const [object] = clause.objects;
  const [judge] = clause.subjects;
  const actor = object === undefined ? null : armedActor(a, object, null);
  if (!actor || judge === undefined) return null;
  const np = nounAt(a, judge);
  return [{ actor, type: 'level', against, clause, by: a.names.actorFor(np.first, np.last) }];
}
