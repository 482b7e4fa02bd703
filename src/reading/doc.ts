/**
 * The currency of the reader: one text, its tokens and sentences, made once and only read from then on.
 * Offsets are UTF-16 code units into `text`; indices are into `tokens`. Spans of tokens are half open: [first, last).
 */
import type { Form } from './forms.js';
import type { Span } from './schema.js';
import type { Pos } from './words.js';

export type { Pos } from './words.js';

export interface Token {
  /** Offsets of the token in the text. */
  start: number;
  end: number;
  /** The words as they stand. */
  text: string;
  /** Folded for look-up: lower case, without accents, straight apostrophes. */
  lower: string;
  pos: Pos;
  /** Base form of a verb ("killed" → "kill"), singular of a noun ("bombs" → "bomb"), else `lower`. */
  lemma: string;
  /** Begins with a capital, in a sentence that is not all capitals. */
  capital: boolean;
  /** Index of its sentence. */
  sentence: number;
  form: Form;
}

export interface Sentence {
  /** Token span. */
  first: number;
  last: number;
  /** Index of the paragraph: blank lines, list items and headings begin a new one. */
  paragraph: number;
  /** Written in capitals throughout: case tells nothing about names. */
  upper: boolean;
}

export interface Doc {
  text: string;
  tokens: Token[];
  /** For each token the marks on its word; see `mark`. */
  marks: Int32Array;
  sentences: Sentence[];
  /** Day of publication (ISO 8601) against which relative dates resolve; null where unknown. */
  published: string | null;
}

/** The first token from `from` on and before `to` whose word has the mark; `to` or more where there is none. */
export function nextMarked({ marks }: Doc, mark: number, from: number, to = marks.length): number {
  let i = from;
  while (i < to && (marks[i]! & mark) === 0) i++;
  return i;
}

/** Character span of the tokens [first, last). */
export function spanOf(doc: Doc, first: number, last: number): Span {
  return [doc.tokens[first]!.start, doc.tokens[last - 1]!.end];
}

/** The words of the tokens [first, last) as they stand in the text. */
export function textOf(doc: Doc, first: number, last: number): string {
  const [start, end] = spanOf(doc, first, last);
  return doc.text.slice(start, end);
}
