/** From text to words: spans of tokens, in one pass linear in the length, whatever Unicode comes in. */
import type { Span } from './schema.js';

const LETTER = '\\p{L}\\p{M}\\p{N}';
const TOKEN = new RegExp(
  [
    '(?:\\p{L}\\.){2,}', // U.S., a.m.
    '\\p{N}+(?:[.,/:-]\\p{N}+)*(?:st|nd|rd|th)?(?![\\p{L}\\p{M}\\p{N}])', // 1,400  02/24/2012  25-26  3rd
    `[${LETTER}]+(?:['’‘ʼʻ\`\\-‐‑&][${LETTER}]+)*`, // words, al-Shabaab, year-old, Qa'ida, AT&T
    '([^\\s\\p{L}\\p{M}\\p{N}])\\1*', // marks; a run of one mark is one token
  ].join('|'),
  'gu',
);

/** Endings that are words of their own, each a verb or a particle to the tagger: "didn't", "it's", "they'll". */
const CLITIC = /(?:n['’]t|['’](?:s|re|ve|ll|d|m))$/i;

/** Character spans of the tokens of a text, in order, not overlapping; white space belongs to none. */
export function tokenSpans(text: string): Span[] {
  const spans: Span[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    const end = TOKEN.lastIndex;
    const start = match.index;
    // A clitic is short: looking at the last four characters keeps this step constant for long strings.
    const clitic = hasApostrophe(text, Math.max(start, end - 3), end)
      ? CLITIC.exec(text.slice(Math.max(start, end - 4), end))
      : null;
    const cut = clitic ? end - clitic[0].length : end;
    if (cut > start && cut < end) spans.push([start, cut], [cut, end]);
    else spans.push([start, end]);
  }
  return spans;
}

function hasApostrophe(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === 39 || code === 0x2019) return true;
  }
  return false;
}

/** Is this token the possessive ending of the word before it, "'s", or the mark alone ("the attackers' van")? */
export const isPossessive = (word: string): boolean => /^['’]s?$/i.test(word);
