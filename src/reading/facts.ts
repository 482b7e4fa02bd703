/** Which clauses tell a fact, and how far they reach. */
import type { Analysis } from './analysis.js';
import type { Clause } from './clauses.js';
import type { DateMention } from './dates/dates.js';

/** Verbs whose infinitive is told as fact: "continue to give". */
const FACTUAL = new Set([
  'continue',
  'begin',
  'start',
  'come',
  'go_on',
  'keep',
  'use',
  'help',
  'manage',
  'seem',
  'appear',
]);

/** Is the act of the clause told as one that was or is done: not denied, possible, wished, or to be done? */
export function isFact(a: Analysis, { verb, marker, parent }: Clause): boolean {
  if (verb.negated || verb.modal) return false;
  if (marker === 'if' || marker === 'unless' || marker === 'whether') return false;
  if (verb.form !== 'infinitive') return true;
  if (a.doc.tokens.slice(verb.first, verb.head).some(({ lemma }) => lemma === 'have')) return true; // "claim to have thwarted"
  const governor = a.clauses[parent];
  return governor !== undefined && !governor.verb.negated && FACTUAL.has(governor.verb.lemma);
}

/** Token after the clause with what hangs on it: up to the verb or subject of the next. */
export function endOf(a: Analysis, clause: Clause): number {
  const next = a.clauses[clause.index + 1];
  return next?.sentence === clause.sentence
    ? Math.max(next.first, clause.verb.last)
    : a.doc.sentences[clause.sentence]!.last;
}

/** "Christmas markets", "the January attack": the date tells of the thing, not when something is done. */
export function isAttributive({ phrases, doc: { tokens } }: Analysis, { first, last }: DateMention): boolean {
  const np = phrases.nouns[phrases.nounAt[first] ?? -1];
  if (!np || np.head < last || /^(?:POS|SYM)$/.test(tokens[last]!.pos)) return false;
  return np.first < first || /^(?:christmas|easter|ramadan)$/.test(tokens[first]!.lower);
}

/** The clauses of a sentence. */
export function clausesIn({ clauses }: Analysis, sentence: number): Clause[] {
  let low = 0;
  let high = clauses.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (clauses[middle]!.sentence < sentence) low = middle + 1;
    else high = middle;
  }
  const out: Clause[] = [];
  for (let c = low; clauses[c]?.sentence === sentence; c++) out.push(clauses[c]!);
  return out;
}
