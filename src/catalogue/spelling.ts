/** Names that are written in several ways in Latin letters: Hezbollah, Hizbullah; al-Qaeda, Al Qaida; Mosul, Mossul. */

const ARTICLES = new Set('al el ul as ash an ar at ad az il the'.split(' '));

/** Letters and groups of letters that stand for one another where a name is brought over from another script, in turn. */
const SAME: readonly [RegExp, string][] = [
  [/tch|sch|ch/g, 'x'],
  [/sh/g, 'x'],
  [/dj|zh/g, 'j'],
  [/ph/g, 'f'],
  [/([kgdtb])h/g, '$1'],
  [/q|c/g, 'k'],
  [/w/g, 'v'],
  [/ae|ai|ay|ei|ey|ie|ee/g, 'i'],
  [/oo|ou|ow/g, 'u'],
  [/[ey]/g, 'i'],
  [/o/g, 'u'],
  [/(.)\1+/g, '$1'],
  [/([aiu])h$/, '$1'],
];

/** From so many consonants on the vowels say nothing. */
const ENOUGH = 4;
/** Letters of a name from which on it is looked for in other spellings. */
const SHORTEST = 4;

/**
 * The keys under which other spellings of a folded name are found: the name without its spaces ("is k", "isk"), and what
 * is left of it once articles, doubled letters and the choice between like letters are gone. Two names that share a key
 * may be one; it is for a search to say that, not for the reader.
 */
export function spellingKeys(folded: string): string[] {
  const words = folded.split(' ');
  const kept = words.filter((word) => !ARTICLES.has(word));
  const letters = (kept.length > 0 ? kept : words).join('');
  const plain = SAME.reduce((name, [from, to]) => name.replace(from, to), letters);
  const consonants = plain.replace(/(?!^)[aiu]/g, '');
  const sound = consonants.length >= ENOUGH ? consonants : plain;
  const keys = [words.join('')];
  if (letters.length >= SHORTEST && /^[a-z]+$/.test(letters)) keys.push(`~${sound}`);
  return keys;
}
