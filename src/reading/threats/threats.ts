/**
 * Threats: what somebody can do, means to do, is preparing or calls for, and stated levels of threat. Who says so is kept
 * apart. Acts that were done are incidents, and telling somebody to beware is a warning: neither is read here.
 */
import type { Analysis } from '../analysis.js';
import { sentenceSpan, speakerOf } from '../danger.js';
import { endOf } from '../facts.js';
import { HAVING } from '../lexicon/threats.js';
import { headLemma, nounAt } from '../nouns.js';
import type { Threat } from '../schema.js';
import { horizonOf } from './horizon.js';
import { findLevels } from './levels.js';
import { byMenace } from './menace.js';
import { byNoun, byVerb, type Found } from './modes.js';

export function findThreats(a: Analysis): Threat[] {
  const found: Found[] = [];
  let n = 0;
  for (const clause of a.clauses) {
    const menaces = byMenace(a, clause);
    found.push(...(menaces.length ? menaces : byVerb(a, clause)));
    for (const end = endOf(a, clause); n < a.phrases.nouns.length && nounAt(a, n).last <= end; n++) {
      const held = HAVING.has(headLemma(a, nounAt(a, n))) ? byNoun(a, n) : null;
      if (held) found.push(held);
    }
  }
  const threats: Threat[] = [];
  const index = new Map<string, Threat>();
  for (const one of found) {
    const threat = put(a, index, one);
    if (threat) threats.push(threat);
  }
  return [...threats, ...findLevels(a)];
}

/**
 * One threat for each actor, type and speaker, and one for each actor and speaker in a sentence ("can still kill and will
 * try to"): what is said again adds to it. The threat where it is new.
 */
function put(a: Analysis, index: Map<string, Threat>, { actor, type, against, clause, by: own }: Found): Threat | null {
  const by = own ?? speakerOf(a, clause);
  const evidence = sentenceSpan(a, clause.sentence);
  const keys = [`${actor.id} ${type} ${by?.id}`, `${actor.id} ${by?.id} in ${clause.sentence}`];
  const known = keys.map((key) => index.get(key)).find(Boolean);
  const threat: Threat = known ?? {
    actor: actor.id,
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
