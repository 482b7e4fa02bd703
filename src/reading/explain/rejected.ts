/** What was considered and came to nothing: acts that are no facts, mentions that told of no incident, rules in vain. */
import type { Analysis } from '../analysis.js';
import type { Clause } from '../clauses.js';
import { spanOf } from '../doc.js';
import type { IncidentFound } from '../incidents/incidents.js';
import type { EventMention } from '../incidents/mention.js';
import { nounEntry } from '../incidents/noun-mentions.js';
import { realityOfNoun, realityOfVerb } from '../incidents/reality.js';
import { verbEntry } from '../incidents/verb-frames.js';
import type { Trace } from '../trace.js';
import { clauseSpan, type Rejected } from './explanation.js';

export function rejectedIn(a: Analysis, trace: Trace, found: readonly IncidentFound[]): Rejected[] {
  const out: Rejected[] = [];
  if (!found.length && trace.whole) out.push({ what: 'report', rule: trace.whole, at: null });
  const kept = new Set(found.flatMap(({ told }) => told.mentions.map(({ token }) => token)));
  const unreal = (token: number, first: number, last: number, status: string): void => {
    if (status === 'none' && !kept.has(token))
      out.push({ what: 'act', rule: trace.reason, at: spanOf(a.doc, first, last) });
  };
  for (const clause of a.clauses)
    if (verbEntry(a, clause)) unreal(clause.verb.head, clause.verb.first, clause.verb.last, realityOfVerb(a, clause));
  for (const noun of a.phrases.nouns)
    if (nounEntry(a, noun))
      unreal(noun.head, noun.first, noun.last, realityOfNoun(a, noun, a.clauses[a.clauseAt[noun.head] ?? -1] ?? null));
  for (const [mention, rule] of trace.dropped) {
    const { token, noun } = mention as EventMention;
    out.push({ what: 'mention', rule, at: spanOf(a.doc, noun?.first ?? token, noun?.last ?? token + 1) });
  }
  for (const [clause, rules] of vainByClause(trace))
    out.push({ what: 'rule', rule: [...rules].join('; '), at: clauseSpan(a, clause) });
  return out.sort((x, y) => (x.at?.[0] ?? -1) - (y.at?.[0] ?? -1));
}

/** Verbs that half of all clauses have: that their rows held nowhere says nothing. */
const EVERYWHERE = new Set(['be', 'have', 'do', 'get', 'make', 'take', 'say']);

function vainByClause({ vain }: Trace): Map<Clause, Set<string>> {
  const byClause = new Map<Clause, Set<string>>();
  for (const { rule, clause } of vain) {
    if (!clause || EVERYWHERE.has(clause.verb.lemma)) continue;
    const rules = byClause.get(clause) ?? new Set();
    byClause.set(clause, rules.add(rule));
  }
  return byClause;
}
