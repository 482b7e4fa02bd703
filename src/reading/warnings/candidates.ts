/** The clauses of a report that warn, in the order of the text: the first way of warning that fits a clause holds. */
import { verbIn } from '../acts.js';
import { type Analysis, within } from '../analysis.js';
import type { Clause } from '../clauses.js';
import type { DateMention } from '../dates/dates.js';
import { SPEECH } from '../lexicon/speech.js';
import { ADVISORIES, CONTINUING, GOING, PAPERS } from '../lexicon/warnings.js';
import type { ActorEntity } from '../names/entities.js';
import { headLemma, nounAt } from '../nouns.js';
import { type Candidate, make, type Rule } from './candidate.js';
import { OUGHT } from './care.js';
import {
  drawsAttention,
  exhorts,
  goes,
  isNamed,
  mustDo,
  paperSpeaks,
  receives,
  rings,
  speaksOfRisk,
  turnsTo,
  writes,
} from './other-ways.js';
import { actorOf, speaksForState } from './telling.js';
import { tells } from './tells.js';

const RULES: readonly Rule[] = [
  goes,
  rings,
  tells,
  receives,
  drawsAttention,
  speaksOfRisk,
  paperSpeaks,
  writes,
  turnsTo,
  exhorts,
  isNamed,
];

/** Candidates in the order of the text. */
export function findCandidates(a: Analysis): Candidate[] {
  const out: Candidate[] = [];
  for (const clause of a.clauses) {
    const found = isTold(a, clause) ? (first(a, clause) ?? continuation(a, clause, out.at(-1))) : null;
    if (!found) continue;
    found.issuer ??= goesOn(a, clause, out.at(-1));
    out.push(found, ...jointly(a, clause, found));
    const again = found.again ? null : repeated(a, clause);
    if (again) out.push({ ...found, again: true, from: again.first });
    if (found.again) for (const date of datesIn(a, clause).slice(1)) out.push({ ...found, from: date.first });
  }
  return out;
}

function first(a: Analysis, clause: Clause): Candidate | null {
  for (const rule of RULES) {
    const found = rule(a, clause);
    if (!found) continue;
    a.trace?.by(`warnings/candidates.ts: ${rule.name}`, clause);
    a.trace?.makes(found);
    return found;
  }
  return null;
}

/** "They have also told the public": who warned in the sentence before. */
function goesOn(a: Analysis, { subjects, sentence, verb }: Clause, before: Candidate | undefined): ActorEntity | null {
  const [subject] = subjects;
  if (subject === undefined || verb.passive || before?.sentence !== sentence - 1) return null;
  const { lower } = a.doc.tokens[nounAt(a, subject).head]!;
  return lower === 'they' || lower === 'it' ? before.issuer : null;
}

/** "France and Sweden advised": each of those who warn together. */
function jointly(a: Analysis, clause: Clause, found: Candidate): Candidate[] {
  if (clause.subjects.length < 2 || clause.verb.passive || found.from < clause.verb.first) return [];
  const issuers = clause.subjects.map((n) => actorOf(a, n));
  if (!issuers.includes(found.issuer) || !issuers.every((actor) => actor && speaksForState(actor))) return [];
  return [...new Set(issuers)].filter((actor) => actor !== found.issuer).map((issuer) => ({ ...found, issuer }));
}

/** "informed X on 19 September and again on 11 October that": the second day of the same telling. */
function repeated(a: Analysis, { verb, last }: Clause): DateMention | null {
  const days = within(a.dates, verb.last, last + 1).filter((date) => date.start !== null && date.start === date.end);
  const [, second] = days;
  return second && a.doc.tokens.slice(days[0]!.last, second.first).some(({ lower }) => lower === 'again')
    ? second
    : null;
}

const datesIn = (a: Analysis, clause: Clause) => {
  const { first: from, last } = a.doc.sentences[clause.sentence]!;
  return within(a.dates, from, last).filter((date) => date.start !== null && date.start === date.end);
};

/** Verbs whose infinitive tells what was done: "used Twitter to warn", "is to warn" is not among them. */
const FACTUAL: ReadonlySet<string> = new Set(
  'issue use post send call phone ring telephone write go continue begin start publish move come rush take try contact break release'.split(
    ' ',
  ),
);

const MEANT: ReadonlySet<string> = new Set(['mean', 'intend', 'be', 'serve', 'aim', 'design']);
const opensWithPaper = (a: Analysis, { subjects }: Clause): boolean =>
  subjects[0] !== undefined && PAPERS.has(headLemma(a, nounAt(a, subjects[0])));

/** Is the telling told as a fact: not denied, only possible, or wished for? */
const DENYING: ReadonlySet<string> = new Set(['deny', 'dispute', 'reject', 'doubt', 'refute']);

function isTold(a: Analysis, { verb, marker, parent, sentence }: Clause): boolean {
  // "is meant to alert": what a paper is for, it does
  const governor = a.clauses[parent];
  if (verb.form === 'infinitive' && governor && MEANT.has(governor.verb.lemma) && opensWithPaper(a, governor))
    return true;
  // "residents should stay away", "ought to": the rule of exhortation asks further
  if (OUGHT.has(verb.modal ?? '')) return true;
  if (verb.negated || (verb.modal !== null && !verb.perfect) || marker === 'if' || marker === 'unless') return false;
  // "denied that they had been warned"
  if (DENYING.has(governor?.verb.lemma ?? '') && governor!.sentence === sentence && !governor!.verb.negated)
    return false;
  if (verb.form !== 'infinitive') return true;
  if (verb.perfect && governor?.verb.passive && SPEECH.has(governor.verb.lemma)) return true; // "were said to have been received"
  if (a.doc.tokens[verb.first - 1]?.lower === 'ought') return true;
  if (mustDo(a, { verb, parent })) return true;
  const above = a.clauses[parent];
  return above !== undefined && !above.verb.negated && above.verb.modal === null && FACTUAL.has(above.verb.lemma);
}

/** Sentences behind a warning in which its targets may be listed. */
const TARGETS_REACH = 2;

/** "It listed government buildings as possible targets": goes on with the warning of the sentence before. */
function continuation(a: Analysis, clause: Clause, before: Candidate | undefined): Candidate | null {
  if (!before || clause.sentence <= before.sentence || clause.verb.form !== 'finite') return null;
  // "Possible targets are hotels and camps": of what was warned of
  if (
    clause.sentence <= before.sentence + TARGETS_REACH &&
    /^(?:be|include|range)$/.test(clause.verb.lemma) &&
    clause.subjects.some((n) => headLemma(a, nounAt(a, n)) === 'target')
  )
    return make(clause, before.issuer, [], { continues: true });
  if (
    clause.sentence !== before.sentence + 1 ||
    (clause.verb.passive && !verbIn(GOING, clause)) ||
    !(CONTINUING.has(clause.verb.lemma) || verbIn(GOING, clause))
  )
    return null;
  const n = clause.subjects[0];
  if (n === undefined) return null;
  const np = nounAt(a, n);
  const same = a.doc.tokens[np.head]!.lower === 'it' || ADVISORIES.has(headLemma(a, np));
  if (!same && (!before.issuer || a.names.referent(np.first, np.last)?.id !== before.issuer.id)) return null;
  return make(clause, before.issuer, [], { continues: true });
}
