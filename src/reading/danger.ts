/** What warnings and threats have in common: words for danger, those at whom it is aimed, and who says so. */
import type { Analysis } from './analysis.js';
import type { Clause } from './clauses.js';
import { spanOf, textOf } from './doc.js';
import type { ActorEntity } from './names/entities.js';
import { nounAt } from './nouns.js';
import type { Span } from './schema.js';

/** Nouns and verbs, by lemma, that say what the danger is. */
const DANGER = new Set(
  `attack strike bomb bombing blast explosion shooting violence terror terrorism terrorist threat risk danger plot kidnapping abduction hostage
  assault militant extremist gunman assassination hijacking jihadist insurgent bomber unrest raid massacre killing radicalise radicalize extremism`.split(
    /\s+/,
  ),
);

/** Is there a word of danger among the tokens [first, last)? */
export function isDangerous({ doc }: Analysis, first: number, last: number): boolean {
  for (let i = first; i < last; i++)
    if (DANGER.has(doc.tokens[i]!.lemma) || DANGER.has(doc.tokens[i]!.lower)) return true;
  return false;
}

/** Character span of the sentence that a clause stands in. */
export function sentenceSpan({ doc }: Analysis, sentence: number): Span {
  const { first, last } = doc.sentences[sentence]!;
  return spanOf(doc, first, last);
}

/**
 * The words of a noun phrase without its article, with what hangs on it by "of" or "with": "places of worship",
 * "vessels with links to Israel".
 */
export function fullWords(a: Analysis, n: number): string {
  const { tokens } = a.doc;
  const np = nounAt(a, n);
  let first = np.first;
  while (first < np.head && (tokens[first]!.pos === 'DT' || tokens[first]!.lower === 'the')) first++;
  let { last } = np;
  let end = n;
  while (/^(?:of|with)$/.test(tokens[last]?.lower ?? '') && a.phrases.nounAt[last + 1] === end + 1) {
    end++;
    last = nounAt(a, end).last;
  }
  return textOf(a.doc, first, last);
}

/** Is noun phrase n governed by "of" behind another, and so part of that one's words? */
export function isPartOfPrevious(a: Analysis, n: number): boolean {
  const before = a.doc.tokens[nounAt(a, n).first - 1];
  return (
    (before?.lower === 'of' || before?.lower === 'with') && n > 0 && nounAt(a, n - 1).last === nounAt(a, n).first - 1
  );
}

/** Who says what the clause says; null where the report does. */
export function speakerOf(a: Analysis, clause: Clause): ActorEntity | null {
  const speaker = a.speakers[clause.index];
  if (!speaker) return null;
  const np = nounAt(a, speaker.noun);
  if (a.doc.tokens[np.head]!.pos === 'EX' || /^(?:we|i|you|who|which|that)$/.test(a.doc.tokens[np.head]!.lower))
    return null;
  return a.names.actorFor(np.first, np.last);
}
