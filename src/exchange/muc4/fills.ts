/** Which wordings fill the slots of an event: perpetrators, targets, instruments. */
import { entityFeatures } from './entity-features.js';
import type { Event } from './event.js';
import { LIMITS } from './limits.js';
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

/** Below this a wording is not looked at again. */
const FAINT = 0.08;

/** Every wording that may fill a slot of the event, likeliest first. */
export function rankFills(text: Text, event: Event, model: Model): Fill[] {
  const found: Fill[] = [];
  for (const entity of text.entities) {
    const chances = classify(model, entityFeatures(text, event, entity));
    for (let c = 1; c < FILLERS.length; c++)
      if (chances[c]! >= FAINT) found.push({ slot: FILLERS[c]!, entity, chance: chances[c]! });
  }
  return found.sort((a, b) => b.chance - a.chance);
}

/** The fills of the event among those that may be: likely enough, and no two of one slot that speak of the same. */
export function pickFills(text: Text, { type }: Event, ranked: readonly Fill[]): Fill[] {
  const taken: Fill[] = [];
  for (const fill of ranked) {
    const { slot, chance } = fill;
    if (slot === 'none' || slot === 'role') continue;
    if (type === 'KIDNAPPING' && (slot === 'target' || slot === 'instrument')) continue;
    if (type === 'ARSON' && slot === 'instrument') continue;
    const whole = slot === 'name' ? { ...fill, entity: fullName(text, fill.entity) } : fill;
    const beside = taken.filter((other) => other.slot === slot);
    if (chance < LIMITS[slot] + beside.length * LIMITS.further) continue;
    if (!beside.some((other) => same(text, other, whole))) taken.push(whole);
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

const headLemma = ({ a }: Text, { mentions }: Entity): string => a.doc.tokens[mentions[0]!.head]!.lemma;

/** Do two fills of a slot speak of the same? */
function same(text: Text, { slot, entity: a }: Fill, { entity: b }: Fill): boolean {
  if (a === b) return true;
  if (slot === 'organization') {
    const [one, other] = [a, b].map(({ mentions }) => text.a.names.actorAt(mentions[0]!.head)?.actor);
    if (one && one === other) return true;
  }
  if (slot === 'perpetrator' && headLemma(text, a) === headLemma(text, b)) return true;
  if (slot === 'name') return lastWord(a.key) === lastWord(b.key);
  return a.mentions.some((m) =>
    b.mentions.some((n) => m.head === n.head || (m.groupFirst === n.groupFirst && m.form !== n.form)),
  );
}
