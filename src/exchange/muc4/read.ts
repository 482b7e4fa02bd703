/** From messages in the MUC-4 layout to templates. */
import { assemble } from './assemble.js';
import { findEvents, sentenceChances } from './events.js';
import { findFills } from './fills.js';
import type { Message } from './layout.js';
import { loadModels, type Models } from './models.js';
import { settingOf } from './places.js';
import type { Template } from './template.js';
import { prepare, type Text } from './text.js';

/** The templates of one message, in the order of the incidents in it; none where it tells of no relevant incident. */
export function templatesOf(message: Message): Template[] {
  const models = loadModels();
  const text = prepare(message);
  return templatesFrom(text, sentenceChances(text, models.sentence), models);
}

/** The same from sentence probabilities that were found before. */
export function templatesFrom(text: Text, chances: number[][], models: Models): Template[] {
  const events = findEvents(chances, models.sentence.classes);
  if (events.length === 0) return [];
  const setting = settingOf(text);
  return events.map((event) => assemble(text, event, findFills(text, event, models.filler), setting, models));
}
