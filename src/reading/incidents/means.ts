/** What the means of an act say of it: its type, and whether the attacker meant to die. */
import type { Analysis } from '../analysis.js';
import { nextMarked } from '../doc.js';
import { mark } from '../forms.js';
import type { EventWord } from '../lexicon/events.js';
import type { EventMention } from './mention.js';

export function typeOf(word: EventWord, weapons: EventMention['weapons']): EventMention['type'] {
  if (word.type !== 'unknown' && word.type !== 'armed-assault') return word.type;
  if (word.type === 'armed-assault')
    return word.weapon === null && weapons.length > 0 && weapons.every((w) => w.type === 'explosives')
      ? 'bombing'
      : word.type;
  return typeBy(weapons);
}

/** The type of attack that the means alone say. */
export function typeBy(weapons: EventMention['weapons']): EventMention['type'] {
  const types = new Set(weapons.map((w) => w.type));
  if (types.has('firearms') && types.has('explosives')) return 'armed-assault'; // "with grenades and rifles"
  if (types.has('explosives')) return 'bombing';
  if (types.has('chemical') || types.has('biological')) return 'unarmed-assault';
  if (types.has('firearms') || types.has('melee') || types.has('vehicle')) return 'armed-assault';
  return types.has('incendiary') ? 'facility-attack' : 'unknown';
}

const SELF = new Set(['himself', 'herself', 'themselves']);
const OF_SUICIDE = mark(({ lower }) => lower.startsWith('suicide') || SELF.has(lower));

export function hasSuicide(a: Analysis, first: number, last: number): boolean {
  for (let i = nextMarked(a.doc, OF_SUICIDE, first, last); i < last; i = nextMarked(a.doc, OF_SUICIDE, i + 1, last)) {
    const { lower } = a.doc.tokens[i]!;
    if (lower.startsWith('suicide') && !/^(?:note|watch|attempt)/.test(a.doc.tokens[i + 1]?.lower ?? '')) return true;
    if (SELF.has(lower) && /^(?:blew|blow|blown|blowing|exploded|detonated)$/.test(a.doc.tokens[i - 1]?.lower ?? ''))
      return true;
  }
  return false;
}
