/** Letters that Unicode does not take apart into a base and a mark, as newspapers write them without. */
const PLAIN: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ħ: 'h',
  ə: 'a',
};
const NOT_PLAIN = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g');
/** Plain text, by far the most, is folded the short way. */
const ASCII = /^[\x20-\x7e]*$/;
const DROPPED = /[\p{M}.'`´‘’‛′ʹʻʼʽʾʿˈ‎‏]/gu;

/**
 * The form in which names are compared: no accents, lower case, apostrophes and full stops dropped, every other run
 * of what is neither letter nor digit one space. "Al-Qa'ida" → "al qaida", "U.S." → "us", "Łódź" → "lodz".
 * Letters of other scripts stay. Folding twice changes nothing.
 */
export function fold(name: string): string {
  const known = folds.get(name);
  if (known !== undefined) return known;
  const folded = foldAfresh(name);
  if (name.length > LONGEST_KEPT) return folded;
  if (folds.size >= MOST_KEPT) folds.clear();
  const kept = ` ${name}`.slice(1); // a slice of a text would keep it in memory
  folds.set(kept, folded === name ? kept : folded);
  return folded;
}

/** Names are folded again and again; the forms are thrown away before they grow without bound. */
const folds = new Map<string, string>();
const MOST_KEPT = 50_000;
const LONGEST_KEPT = 60;

function foldAfresh(name: string): string {
  if (/^[a-z0-9]+( [a-z0-9]+)*$/.test(name)) return name;
  if (ASCII.test(name))
    return name
      .toLowerCase()
      .replace(/[.'`]/g, '')
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  return name
    .replaceAll('´', '')
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(DROPPED, '')
    .replace(NOT_PLAIN, (letter) => PLAIN[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
