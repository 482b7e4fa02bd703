/** Folding of single words for look-up in lexicons. */

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
