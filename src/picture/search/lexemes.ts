/** The words of a text as they are searched for: folded, in their stem, each with its place. */
import { stemmer } from 'stemmer';
import { fold } from '../../catalogue/fold.js';
import type { Span } from '../../reading/schema.js';

export interface Word {
  /** Letters and digits only; the empty string of a word that is too common to be searched for. */
  lexeme: string;
  /** Offsets in the text. */
  at: Span;
}

/** Words in every report: left out of the index, though they keep their place in a phrase. */
const COMMON = new Set(
  'a an and are as at be been by for from had has have he her his in into is it its of on or she that the their they this to was were which with'.split(
    ' ',
  ),
);

/** "U.S", "Qa'ida", "Shabaab’s" are one word each. */
const WORD =
  /(?:\p{L}\.)+\p{L}(?![\p{L}\p{N}])|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’‘ʼʿ`´][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu;
/** What is longer is no word; its beginning is searched for. */
const LONGEST = 60;

/** The words of a text in their order. */
export function* wordsOf(text: string): Generator<Word> {
  for (const { 0: written, index } of text.matchAll(WORD))
    yield { lexeme: lexemeOf(written), at: [index, index + written.length] };
}

function lexemeOf(written: string): string {
  const word = fold(written.replace(/['’ʼ]s$/i, '')).replaceAll(' ', '');
  // "IS" in capitals is a name.
  if (COMMON.has(word) && !/^[A-Z]{2}$/.test(written)) return '';
  return word.length > 2 && /^[a-z]+$/.test(word) ? stemOf(word) : word.slice(0, LONGEST);
}

const stems = new Map<string, string>();
const MOST_KEPT = 50_000;

function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = stemmer(word).slice(0, LONGEST);
  if (stems.size >= MOST_KEPT) stems.clear();
  stems.set(word, stem);
  return stem;
}

/** Words a row of the index at most: PostgreSQL keeps places up to 16,383 and a megabyte. */
export const MOST_WORDS = 8000;

/** `tsvector` literals of the words of texts, each of at most `MOST_WORDS`, with these tags in every one. */
export function vectorsOf(texts: readonly string[], tags: Iterable<string>): string[] {
  const vectors: string[] = [];
  const marked = [...new Set(tags)].sort().map(quoted).join(' ');
  let places = new Map<string, number[]>();
  let n = 0;
  const close = () => {
    const words = [...places].map(([lexeme, at]) => `${quoted(lexeme)}:${at.join(',')}`);
    vectors.push([...words, marked].filter(Boolean).join(' '));
    places = new Map();
    n = 0;
  };
  for (const text of texts) {
    for (const { lexeme } of wordsOf(text)) {
      n += 1;
      if (n > MOST_WORDS) {
        close();
        n = 1;
      }
      if (lexeme === '') continue;
      const at = places.get(lexeme);
      if (!at) places.set(lexeme, [n]);
      else if (at.length < MOST_PLACES) at.push(n);
    }
    // No phrase goes from one text into the next.
    n += 1;
  }
  close();
  return vectors;
}

/** Places of one word that PostgreSQL keeps. */
const MOST_PLACES = 255;

/** A lexeme as it is written in a `tsvector` or a `tsquery`. */
export const quoted = (lexeme: string): string => `'${lexeme.replace(/['\\]/g, '$&$&')}'`;

/** Tags stand in the index beside the words and are told from them by their colon. */
export const TAG = {
  kind: (kind: string) => `k:${kind}`,
  status: (status: string) => `s:${status}`,
  /** A group, another body or a place, by its id. */
  entity: (id: string) => `e:${id}`.slice(0, 600),
  publisher: (name: string) => `p:${name}`.slice(0, 600),
};
