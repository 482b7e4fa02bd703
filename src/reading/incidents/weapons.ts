/** Weapons named within a stretch of text. */
import type { Analysis } from '../analysis.js';
import { ONLY_WITH, WEAPONS } from '../lexicon/weapons.js';
import type { WeaponType } from '../vocabulary.js';

/** Weapons in the tokens [first, last) with the token that names each. */
export function weaponsIn({ doc }: Analysis, first: number, last: number): { type: WeaponType; token: number }[] {
  const found: { type: WeaponType; token: number }[] = [];
  for (let i = first; i < last; i++) {
    const token = doc.tokens[i]!;
    const before = i > first ? doc.tokens[i - 1]!.lower : '';
    const weapon =
      WEAPONS.get(`${before}-${token.lemma}`) ??
      WEAPONS.get(token.lemma) ??
      (token.pos.startsWith('N') ? WEAPONS.get(token.lower) : undefined);
    if (!weapon || (token.pos.startsWith('VB') && token.pos !== 'VBG')) continue;
    const condition = ONLY_WITH.get(token.lemma);
    if (condition && !condition.test(`${before} ${doc.tokens[i + 1]?.lower ?? ''}`)) continue;
    found.push({ type: weapon.type, token: i });
  }
  return found;
}
