/** Folding of single words for look-up in lexicons. */

/**
 * The same characters as the one string that the engine keeps of them, as it does of literals and property names: equal
 * ones are then told at their address, and no text is kept in memory for a slice of it.
 */
export function interned(word: string): string {
  for (const key in { [word]: 0 }) return key;
  return word;
}

const ASCII = /^[\x21-\x7e]*$/;

/** Lower case, without accents, with straight apostrophes and hyphens: "Señor’s" becomes "senor's". */
export function foldWord(word: string): string {
  if (ASCII.test(word)) return word.toLowerCase();
  return word
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[’‘ʼʻ`´]/g, "'")
    .replace(/[‐‑‒]/g, '-')
    .toLowerCase();
}
