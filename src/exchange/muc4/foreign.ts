/** The nation that a target is said to belong to. */
import { nationsIn } from './nations.js';
import type { Entity, Text } from './text.js';

/** A nation named within the noun group of the entity, or as "of Spain" after it; null for none. */
export function nationOfEntity({ a }: Text, entities: readonly Entity[]): string | null {
  for (const { mentions } of entities)
    for (const { groupFirst, groupLast, last } of mentions) {
      const lowers = a.doc.tokens
        .slice(groupFirst, Math.max(last, groupLast))
        .map(({ lower }) => lower.replace(/\.$/, ''));
      const found = nationsIn(lowers);
      if (found.length) return found[0]!.nation;
    }
  return null;
}
