/** Weapons named within a stretch of text. */
import { type Analysis, within } from '../analysis.js';
import { type Doc, nextMarked } from '../doc.js';
import { mark, mayBe } from '../forms.js';
import { ONLY_WITH, WEAPONS } from '../lexicon/weapons.js';
import type { WeaponType } from '../vocabulary.js';

interface WeaponWord {
  type: WeaponType;
  /** The token that names it. */
  token: number;
  first: number;
  last: number;
}

/** Each text's weapons, found once: stretches are asked for again and again. */
const found = new WeakMap<Doc, WeaponWord[]>();

/** Words that name a weapon, alone or as the end of a compound: most words are none, and need no further look. */
const MAY_BE_WEAPON = mark(
  mayBe(new Set([...WEAPONS.keys()].flatMap((name) => [name, name.slice(name.lastIndexOf('-') + 1)]))),
);

/** Weapons in the tokens [first, last) with the token that names each. */
export function weaponsIn({ doc }: Analysis, first: number, last: number): { type: WeaponType; token: number }[] {
  let all = found.get(doc);
  if (!all) {
    all = allWeapons(doc);
    found.set(doc, all);
  }
  return within(all, first, last).map(({ type, token }) => ({ type, token }));
}

function allWeapons(doc: Doc): WeaponWord[] {
  const out: WeaponWord[] = [];
  for (let i = nextMarked(doc, MAY_BE_WEAPON, 0); i < doc.tokens.length; i = nextMarked(doc, MAY_BE_WEAPON, i + 1)) {
    const token = doc.tokens[i]!;
    const previous = doc.tokens[i - 1];
    const before = previous?.sentence === token.sentence ? previous.lower : '';
    const weapon =
      WEAPONS.get(`${before}-${token.lemma}`) ??
      WEAPONS.get(token.lemma) ??
      (token.pos.startsWith('N') ? WEAPONS.get(token.lower) : undefined);
    if (!weapon || (token.pos.startsWith('VB') && token.pos !== 'VBG')) continue;
    const condition = ONLY_WITH.get(token.lemma);
    if (condition && !condition.test(`${before} ${doc.tokens[i + 1]?.lower ?? ''}`)) continue;
    out.push({ type: weapon.type, token: i, first: i, last: i + 1 });
  }
  return out;
}
