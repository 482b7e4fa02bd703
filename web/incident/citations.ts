/** Numbers the sources of a page in the order in which it shows them: the same words in the same report are one. */
import type { IncidentPage } from '../../src/desk/schema';
import type { Source } from '../../src/picture/schema';

export interface Citations {
  list: Source[];
  numberOf: (source: Source) => number;
  /** Whether a quote is first given for this slot: only there is it set out in full. */
  isFirst: (source: Source, slot: SlotName) => boolean;
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

export function cite(incident: IncidentPage): Citations {
  const numbers = new Map<string, number>();
  const firstSlot = new Map<string, SlotName>();
  const list: Source[] = [];
  const values: { slot?: SlotName; sources: Source[] }[] = [
    ...SLOTS.flatMap((slot) => incident[slot].map(({ sources }) => ({ slot, sources }))),
    ...incident.attributions,
  ];
  for (const { slot, sources } of values) {
    for (const source of sources) {
      const key = keyOf(source);
      if (numbers.has(key)) continue;
      list.push(source);
      numbers.set(key, list.length);
      if (slot) firstSlot.set(key, slot);
    }
  }
  return {
    list,
    numberOf: (source) => numbers.get(keyOf(source)) ?? 0,
    isFirst: (source, slot) => firstSlot.get(keyOf(source)) === slot,
  };
}
