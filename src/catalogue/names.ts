import { fold } from './fold.js';

/** Remembers for the first word of a folded name how many words the longest name from it has. */
export function noteLength(longest: Map<string, number>, folded: string): void {
  const space = folded.indexOf(' ');
  const first = space < 0 ? folded : folded.slice(0, space);
  let words = 1;
  for (let at = space; at >= 0; at = folded.indexOf(' ', at + 1)) words++;
  if (words > (longest.get(first) ?? 0)) longest.set(first, words);
}

/** Adds a value to the list under a name, once. */
export function addTo<T>(index: Map<string, T[]>, name: string, value: T): void {
  const values = index.get(name);
  if (!values) index.set(name, [value]);
  else if (!values.includes(value)) values.push(value);
}

/** The folded forms under which a name is found: as it stands, and without an article before it ("The Gambia"). */
export function lookUpForms(name: string): string[] {
  const folded = fold(name);
  return folded.startsWith('the ') ? [folded, folded.slice(4)] : [folded];
}
