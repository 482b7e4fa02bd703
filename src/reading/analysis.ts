/** What the stages before the statements have found in one report, as each finder of statements gets it. */
import type { Clause } from './clauses.js';
import type { CountMention } from './counts.js';
import type { DateMention } from './dates/dates.js';
import type { Doc } from './doc.js';
import type { Names } from './names/names.js';
import type { Phrases } from './phrases.js';
import type { Speaker } from './speakers.js';
import type { Trace } from './trace.js';

export interface Analysis {
  doc: Doc;
  phrases: Phrases;
  clauses: Clause[];
  /** For each token the index of the clause whose verb governs it, or -1 in sentences without a verb. */
  clauseAt: Int32Array;
  /** For each clause who says it, where the report does not. */
  speakers: (Speaker | null)[];
  names: Names;
  dates: DateMention[];
  counts: CountMention[];
  /** Publisher, where it is known: an office's own statement speaks in its name. */
  publisher: string | null;
  /** Where it is asked how the reading came about; else null. */
  trace: Trace | null;
  /** Whether it is about violence of the kind that is read of at all, once that was asked. */
  violent: boolean | null;
}

/** Which clause each token belongs to: from its subject on to where the next clause begins. */
export function clauseIndex(doc: Doc, clauses: Clause[]): Int32Array {
  const index = new Int32Array(doc.tokens.length).fill(-1);
  let c = 0;
  for (let s = 0; s < doc.sentences.length; s++) {
    const { first, last } = doc.sentences[s]!;
    const from = c;
    while (c < clauses.length && clauses[c]!.sentence === s) c++;
    if (from === c) continue;
    let current = from;
    for (let i = first; i < last; i++) {
      // The next clause begins at its subject, or at its verb; what lies between belongs to the one before.
      while (current + 1 < c && i >= opening(clauses[current]!, clauses[current + 1]!)) current++;
      index[i] = current;
    }
  }
  return index;
}

/** Where the next clause begins: at its subject, or at its verb where the subject stands before this clause's verb. */
const opening = ({ verb }: Clause, next: Clause): number => (next.first >= verb.last ? next.first : next.verb.first);

/** The mentions that lie within the tokens [first, last); `mentions` in text order. */
export function within<M extends { first: number; last: number }>(
  mentions: readonly M[],
  first: number,
  last: number,
): M[] {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.first < first) low = middle + 1;
    else high = middle;
  }
  const out: M[] = [];
  for (let i = low; i < mentions.length && mentions[i]!.first < last; i++)
    if (mentions[i]!.last <= last) out.push(mentions[i]!);
  return out;
}
