/** Which wordings fill the slots of an event: perpetrators, targets, instruments. */
import { entityFeatures, ownFeatures } from './entity-features.js';
import type { Event } from './events.js';
import { classify, type Model } from './model.js';
import type { Entity, Text } from './text.js';

/** Classes of the model of fillers; `role` is what a named person is ("MAYOR"), which follows from the name. */
export const FILLERS = [
  'none',
  'instrument',
  'perpetrator',
  'organization',
  'target',
  'name',
  'description',
  'role',
] as const;
export type Filler = (typeof FILLERS)[number];

export interface Fill {
  slot: Filler;
  entity: Entity;
  chance: number;
}

/** From this probability on a wording fills a slot. */
const LEAST: Record<Filler, number> = {
  none: 2,
  instrument: 0.3,
  perpetrator: 0.25,
  organization: 0.25,
  target: 0.3,
  name: 0.25,
  description: 0.3,
  role: 2,
};

/** The fills of an event, likeliest first; no two of one slot share a mention. */
export function findFills(text: Text, event: Event, model: Model): Fill[] {
  const found: Fill[] = [];
  for (const entity of text.entities) {
    const chances = classify(model, entityFeatures(text, event, entity, ownFeatures(text, entity)));
    for (let c = 1; c < FILLERS.length; c++) {
      const slot = FILLERS[c]!;
      if (chances[c]! >= LEAST[slot]) found.push({ slot, entity, chance: chances[c]! });
    }
  }
  found.sort((a, b) => b.chance - a.chance);
  const taken: Fill[] = [];
  for (const fill of found) {
    if (event.type === 'KIDNAPPING' && (fill.slot === 'target' || fill.slot === 'instrument')) continue;
    if (event.type === 'ARSON' && fill.slot === 'instrument') continue;
    const whole = fill.slot === 'name' ? { ...fill, entity: fullName(text, fill.entity) } : fill;
    if (!taken.some((other) => other.slot === whole.slot && same(other, whole))) taken.push(whole);
  }
  return taken;
}

const lastWord = (key: string): string => key.slice(key.lastIndexOf(' ') + 1);

/** The fullest name of the text that ends in the same word. */
function fullName({ entities }: Text, entity: Entity): Entity {
  const family = lastWord(entity.key);
  let fullest = entity;
  for (const other of entities)
    if (
      other.key.length > fullest.key.length &&
      lastWord(other.key) === family &&
      other.key.split(' ').length <= 5 &&
      other.mentions.some(({ form }) => form === 'name' || form === 'group') &&
      isName(other)
    )
      fullest = other;
  return fullest;
}

const isName = ({ mentions }: Entity): boolean => mentions.some(({ named }) => named);

/** Do two fills of a slot speak of the same? */
function same({ slot, entity: a }: Fill, { entity: b }: Fill): boolean {
  if (a === b) return true;
  if (slot === 'name') return lastWord(a.key) === lastWord(b.key);
  return a.mentions.some((m) =>
    b.mentions.some((n) => m.head === n.head || (m.groupFirst === n.groupFirst && m.form !== n.form)),
  );
}
