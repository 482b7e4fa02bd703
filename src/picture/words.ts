/** The words by which two descriptions of a site, a target or a victim are compared. */
import { fold } from '../catalogue/fold.js';

/** Words that say nothing of which thing is meant. */
const EMPTY = new Set(
  (
    'a an the of in at on near by to for from and or with its his her their this that some several many most other ' +
    'people person persons man men woman women civilian individual victim area place site location scene target attack ' +
    'attacker attackers building city town village district province region country capital north south east west ' +
    'northern southern eastern western central main local large small new old at least more than about around nearly'
  ).split(' '),
);

/** Words that are used for one another; the first of a row stands for all. */
const SAME = [
  ['concert', 'music', 'gig'],
  ['mall', 'shopping', 'supermarket'],
  ['mosque', 'masjid', 'prayer'],
  ['church', 'cathedral', 'congregation'],
  ['airport', 'airfield', 'terminal'],
  ['train', 'railway', 'rail'],
  ['bus', 'coach'],
  ['school', 'college', 'pupil', 'student'],
  ['hospital', 'clinic'],
  ['barracks', 'garrison', 'base', 'camp'],
  ['soldier', 'troop', 'serviceman'],
  ['police', 'policeman', 'officer'],
  ['embassy', 'consulate', 'mission'],
  ['hotel', 'resort'],
  ['worshipper', 'worshiper', 'pilgrim'],
];
const STANDS_FOR = new Map(SAME.flatMap((row) => row.map((word) => [word, row[0] as string] as const)));

/** "Crocus City Hall concerts" → concert, crocus, hall: folded, singular, without the empty ones, in order, once each. */
export function contentWords(...texts: string[]): string[] {
  const words = new Set<string>();
  for (const text of texts)
    for (const raw of fold(text).split(' ')) {
      const word = singular(raw);
      if (word.length > 2 && !EMPTY.has(word) && !EMPTY.has(raw) && !/^\d+$/.test(word))
        words.add(STANDS_FOR.get(word) ?? word);
    }
  return [...words].sort();
}

function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return /(ch|sh|x|ss)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}

/** Whether a description carries a name of its own: two words or more with capitals ("Crocus City Hall"). */
export function isNamed(text: string): boolean {
  return (text.match(/\b\p{Lu}\p{L}+/gu)?.length ?? 0) >= 2 && /\p{Ll}/u.test(text);
}

export function share(a: readonly string[], b: readonly string[]): boolean {
  return a.some((word) => b.includes(word));
}
