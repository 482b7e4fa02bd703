/** Whether an event with its fills is worth a template: relevant by the task's rules, and enough found of it. */
import type { Event } from './event.js';
import type { Fill } from './fills.js';
import { textFeatures } from './sentence-features.js';
import type { Text } from './text.js';

const step = (p: number): number => Math.floor(p * 8);

/** Features of the event among all `events` of the text, likeliest fills first. */
export function keepFeatures(text: Text, event: Event, events: readonly Event[], fills: readonly Fill[]): string[] {
  const out = new Set<string>();
  const add = (f: string): void => {
    out.add(f);
    out.add(`${event.type}.${f}`);
  };
  out.add(`type:${event.type}`);
  add(`chance:${step(event.chance)}`);
  add(`sentences:${Math.min(5, event.sentences.length)}`);
  add(`sum:${Math.min(8, Math.floor(2 * event.sentences.reduce((sum, s) => sum + event.chances[s]!, 0)))}`);
  add(`events:${Math.min(5, events.length)}`);
  const alike = events.filter(({ type }) => type === event.type);
  add(`alike:${Math.min(4, alike.length)}:${Math.min(3, alike.indexOf(event))}`);
  const rank = events.filter(({ chance }) => chance > event.chance).length;
  add(`rank:${Math.min(3, rank)}`);
  const first = event.sentences[0]! - text.from;
  add(`first:${first < 3 ? first : first < 8 ? 3 : 4}`);
  const tops = new Map<string, number>();
  for (const { slot, chance } of fills) if (!tops.has(slot)) tops.set(slot, chance);
  for (const slot of ['name', 'description', 'target', 'perpetrator', 'organization', 'instrument'])
    add(`${slot}:${step(tops.get(slot) ?? 0)}`);
  const victim = Math.max(tops.get('name') ?? 0, tops.get('description') ?? 0, tops.get('target') ?? 0);
  add(`victim:${step(victim)}`);
  out.add(`victim:${step(victim)}/chance:${step(event.chance)}`);
  for (const f of textFeatures(text)) if (!f.startsWith('agency:')) out.add(f);
  return [...out];
}
