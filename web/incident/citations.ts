/** Numbers the sources of a page in the order in which it shows them: the same words in the same report are one. */
import type { PictureIncident } from '../../src/desk/schema';
import type { Source } from '../../src/picture/schema';

export interface Citations {
  list: Source[];
  numberOf: (source: Source) => number;
}

const keyOf = ({ report, at }: Source) => `${report}@${at[0]}-${at[1]}`;

/** Slots in the order of the page. */
export const SLOTS = [
  'type',
  'status',
  'date',
  'place',
  'site',
  'killed',
  'injured',
  'suicide',
  'weapons',
  'targets',
  'victims',
  'individuals',
] as const;
export type SlotName = (typeof SLOTS)[number];

export function cite(incident: PictureIncident): Citations {
  const numbers = new Map<string, number>();
  const list: Source[] = [];
  const values = [...SLOTS.flatMap((slot) => incident[slot] as { sources: Source[] }[]), ...incident.attributions];
  for (const { sources } of values) {
    for (const source of sources) {
      if (numbers.has(keyOf(source))) continue;
      list.push(source);
      numbers.set(keyOf(source), list.length);
    }
  }
  return { list, numberOf: (source) => numbers.get(keyOf(source)) ?? 0 };
}
