/** How the reports of one incident differ: tolls over time, who says who did it, and why a value is held. */
import { compareText } from './forest.js';
import { HELD, type Said, whyHeld } from './held.js';
import type { EntityRef, PictureIncident, Source, Toll } from './schema.js';
import type { AttributionMatrix, HeldReason, TollStep } from './schema-grades.js';

/** Every number of a toll once, in the order in which it was first told; those of reports without a day last. */
export function tollSteps(said: readonly Said<Toll>[]): TollStep[] {
  return said
    .map(({ value, sources, origins }) => {
      const published = sources.flatMap((source) => source.published ?? []).sort(compareText)[0] ?? null;
      return { published, value, sources, origins };
    })
    .sort(
      (a, b) =>
        compareText(a.published ?? '9', b.published ?? '9') ||
        (a.value.min ?? a.value.max ?? 0) - (b.value.min ?? b.value.max ?? 0),
    );
}

/** Who says who did it: a row an actor, a column a speaker. The firmest stances come first, as in the incident. */
export function attributionMatrix({ attributions }: PictureIncident): AttributionMatrix {
  const actors = new Map<string, EntityRef>();
  const speakers = new Map<string, AttributionMatrix['speakers'][number]>();
  const cells = new Map<string, AttributionMatrix['cells'][number]>();
  for (const { value, sources } of attributions)
    for (const source of sources) {
      const speaker = speakerOf(value.by, source);
      actors.set(value.actor.id, value.actor);
      speakers.set(speaker.key, speaker);
      const key = JSON.stringify([value.actor.id, speaker.key]);
      const cell = cells.get(key) ?? { actor: value.actor.id, speaker: speaker.key, stances: [] };
      cells.set(key, cell);
      const known = cell.stances.find(({ stance }) => stance === value.stance);
      if (known) known.sources.push(source);
      else cell.stances.push({ stance: value.stance, sources: [source] });
    }
  return { actors: [...actors.values()], speakers: [...speakers.values()], cells: [...cells.values()] };
}

function speakerOf(by: EntityRef | null, { publisher }: Source): AttributionMatrix['speakers'][number] {
  return by ? { key: by.id, by, publisher: null } : { key: `publisher:${publisher ?? ''}`, by: null, publisher };
}

const SLOTS = ['type', 'status', 'date', 'place', 'site', 'killed', 'injured', 'suicide'] as const;

/** For every slot that has a value, why the picture holds it; who did it among them, as `attribution`. */
export function heldReasons(incident: PictureIncident): HeldReason[] {
  const reason = (slot: string, all: readonly Said<unknown>[], rules: Parameters<typeof whyHeld>[1]): HeldReason[] => {
    const set = incident.desk.find((value) => value.slot === slot)?.set ?? null;
    if (all.length === 0 && set === null) return [];
    if (set) return [{ slot, values: all.length, by: 'person', rule: null, set }];
    return [{ slot, values: all.length, by: 'rule', rule: whyHeld(all, rules), set: null }];
  };
  return [
    ...SLOTS.flatMap((slot) => reason(slot, incident[slot], HELD[slot] as Parameters<typeof whyHeld>[1])),
    ...reason('attribution', incident.attributions, HELD.attributions as Parameters<typeof whyHeld>[1]),
  ];
}
