/** Which sentences speak of which incident: those with its mentions, and those after them until another is told. */
import type { Analysis } from '../analysis.js';
import type { Told } from './join.js';

/** For each sentence the incidents that it speaks of, the nearest told last; a paragraph's gap of two ends a territory. */
export function findOwners(a: Analysis, told: Told[]): Told[][] {
  const owners: Told[][] = a.doc.sentences.map(() => []);
  for (const t of told)
    for (const { sentence } of t.mentions) if (!owners[sentence]!.includes(t)) owners[sentence]!.push(t);
  let current: Told | null = null;
  let since = 0;
  owners.forEach((list, s) => {
    const { paragraph } = a.doc.sentences[s]!;
    if (list.length) [current, since] = [list.at(-1)!, paragraph];
    else if (current && (told.length === 1 || paragraph - since <= 3)) list.push(current);
  });
  return owners;
}
