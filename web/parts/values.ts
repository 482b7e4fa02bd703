/** A slot's value in words, whichever slot it is. */
import { type Interval, showInterval } from './dates';
import { showToll, type Toll } from './tolls';
import { AUDIENCE, plain, STANCE, STATUS, TYPE } from './words';

const TABLES: Record<string, Record<string, string>> = {
  type: TYPE,
  status: STATUS,
  audience: AUDIENCE,
  stance: STANCE,
};

/** @param value as src/picture/schema.ts has it for the slot */
export function shownValue(slot: string, value: unknown): string {
  if (value === null || value === undefined) return 'no value';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value !== 'object') return TABLES[slot]?.[String(value)] ?? String(value);
  if ('start' in value) return showInterval(value as Interval);
  if ('min' in value) return showToll(value as Toll);
  if ('actor' in value && 'stance' in value) {
    const { actor, stance } = value as { actor: { name: string }; stance: string };
    return `${actor.name}, ${TABLES.stance?.[stance] ?? plain(stance)}`;
  }
  if ('name' in value) return String(value.name);
  if ('text' in value) return String(value.text);
  return JSON.stringify(value);
}
