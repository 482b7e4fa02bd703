/** From messages in the MUC-4 layout to templates. */
import { assemble } from './assemble.js';
import type { Event } from './event.js';
import { findEvents, sentenceChances } from './events.js';
import { type Fill, pickFills, rankFills } from './fills.js';
import { keepFeatures } from './keep.js';
import type { Message } from './layout.js';
import { LIMITS } from './limits.js';
import { classify } from './model.js';
import { loadModels, type Models } from './models.js';
import { settingOf } from './places.js';
import type { Template } from './template.js';
import { prepare, type Text } from './text.js';

/** The templates of one message, in the order of the incidents in it; none where it tells of no relevant incident. */
export function templatesOf(message: Message): Template[] {
  const models = loadModels();
  const text = prepare(message);
  return templatesFrom(text, findAll(text, sentenceChances(text, models.sentence), models), models);
}

/** An event that a template may be made of. */
export interface Found {
  event: Event;
  /** What may fill its slots, likeliest first. */
  ranked: Fill[];
  /** What tells whether it is to be kept; see `keepFeatures`. */
  features: string[];
}

/** The events of a text with their fills, from sentence probabilities that were found before. */
export function findAll(text: Text, chances: number[][], models: Models): Found[] {
  return fillAll(text, findEvents(text, chances, models.sentence.classes, models), models);
}

/** The events with their fills. */
export function fillAll(text: Text, events: readonly Event[], models: Pick<Models, 'filler'>): Found[] {
  return events.map((event) => {
    const ranked = rankFills(text, event, models.filler);
    return { event, ranked, features: keepFeatures(text, event, events, ranked) };
  });
}

/** The templates of the events that are likely enough to be wanted. */
export function templatesFrom(text: Text, found: readonly Found[], models: Models): Template[] {
  const kept = found.filter(({ features }) => classify(models.keep, features)[1]! >= LIMITS.kept);
  if (kept.length === 0) return [];
  const setting = settingOf(text);
  return kept.map(({ event, ranked }) => assemble(text, event, pickFills(text, event, ranked), setting, models));
}
