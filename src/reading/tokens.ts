/** From text to words: spans of tokens, in one pass linear in the length, whatever Unicode comes in. */

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

/** What an ASCII character may be at the end of a token, or in it. */
const SPACE = 0;
const LETTER_OR_DIGIT = 1;
/** Apostrophes, hyphens, "&", full stops: whether the word goes on over them, only the pattern says. */
const JOINT = 2;
const MARK = 3;
const ASCII = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/\s/.test(character)) return SPACE;
  if (/[a-z0-9]/i.test(character)) return LETTER_OR_DIGIT;
  return /['`\-&.]/.test(character) ? JOINT : MARK;
});

/** End of the plain word that begins at `start`: ASCII letters, and digits behind them; -1 where it takes the pattern to tell. */
function plainEnd(text: string, start: number): number {
  const code = text.charCodeAt(start);
  if (code > 127 || code < 65 || ASCII[code] !== LETTER_OR_DIGIT) return -1;
  for (let i = start + 1; i < text.length; i++) {
    const next = text.charCodeAt(i);
    if (next > 127) return -1;
    const kind = ASCII[next]!;
    // A full stop ends a word of more than one letter; "U.S." goes on.
    if (kind === JOINT && !(next === 46 && i > start + 1)) return -1;
    if (kind !== LETTER_OR_DIGIT) return i;
  }
  return text.length;
}

/**
 * The tokens of a text, in order and not overlapping: start and end of the first, start and end of the second, and so on,
 * in UTF-16 code units. White space belongs to none.
 */
export function tokenSpans(text: string): number[] {
  const spans: number[] = [];
  let at = 0;
  while (at < text.length) {
    if (ASCII[text.charCodeAt(at)] === SPACE) {
      at++;
      continue;
    }
    const plain = plainEnd(text, at);
    if (plain > 0) {
      spans.push(at, plain);
      at = plain;
      continue;
    }
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (!match) break;
    const end = TOKEN.lastIndex;
    const start = match.index;
    at = end;
    // A clitic is short: looking at the last four characters keeps this step constant for long strings.
    const clitic = hasApostrophe(text, Math.max(start, end - 3), end)
      ? CLITIC.exec(text.slice(Math.max(start, end - 4), end))
      : null;
    const cut = clitic ? end - clitic[0].length : end;
    if (cut > start && cut < end) spans.push(start, cut, cut, end);
    else spans.push(start, end);
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
