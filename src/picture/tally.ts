/**
 * What a list shows of an incident or warning, kept so that one statement more costs the same however many there are:
 * of each value of a few slots, how many origins give it, when it was last said, and whether an authority says it.
 * `held.ts` ranks by nothing else.
 */
import { type Correction, deskValues, heldValue, type IncidentDeskValue, type WarningDeskValue } from './decision.js';
import { compareText } from './forest.js';
import { HELD, type HeldRules, heldFirst, isAuthority, later, toldOn, type Weighed } from './held.js';
import { hash32 } from './keys.js';
import type { AnyMention, Told } from './mention.js';
import { isNamedGroup } from './refs.js';
import type { EntityRef, IncidentSummary, Interval, PlaceRef, Toll } from './schema.js';
import { incidentTitle, warningTitle } from './title.js';

/** A value that members give, and its weight. */
type Entry = Weighed<unknown> & { key: string };

export interface Tally {
  kind: AnyMention['kind'];
  /** Values by slot, in the order of their keys, so that equal tallies are equal as text. */
  slots: Record<string, Entry[]>;
  reports: number;
  origins: number;
  /** Day of the first report. */
  reported: string | null;
  /** What people corrected, in the order in which they did. */
  corrections: Correction[];
}

/** A member, and the origin of its report. */
export interface Counted {
  mention: AnyMention;
  origin: number;
}

/** What each origin says in one incident or warning: hashes of slot and value, ascending. */
export type Supports = Map<number, Set<number>>;

type Pick = [slot: string, key: string, told: Told<unknown>];

const byPlace = ({ id, precision }: PlaceRef) => `${id} ${precision}`;
const each = <T>(slot: string, told: readonly Told<T>[], keyOf: (value: T) => string = JSON.stringify): Pick[] =>
  told.map((one) => [slot, keyOf(one.value), one]);

/** The values of a member that a list shows or sorts by. */
function picked(mention: AnyMention): Pick[] {
  if (mention.kind === 'warning') {
    const { issuer, said } = mention;
    const at = said.told[0];
    return [
      ...(issuer && at ? each('issuer', [{ ...at, value: issuer.ref }], ({ id }) => id) : []),
      ...each('issued', said.issued),
      ...each('place', said.place, byPlace),
    ];
  }
  const { type, status, date, place, killed, injured, attributions } = mention.said;
  return [
    ...each('type', type),
    ...each('status', status),
    ...each('date', date),
    ...each('place', place, byPlace),
    ...each('killed', killed),
    ...each('injured', injured),
    ...each(
      'attribution',
      attributions.map((told) => ({ ...told, value: { actor: told.value.actor, stance: told.value.stance } })),
      ({ actor, stance }) => `${actor.id} ${stance}`,
    ),
  ];
}

/** By which `Supports` have a value of a slot. */
export const saidHash = (slot: string, key: string): number => hash32(`${slot} ${key}`);

export function emptyTally(kind: AnyMention['kind']): Tally {
  return { kind, slots: {}, reports: 0, origins: 0, reported: null, corrections: [] };
}

/**
 * Adds members. They must be of reports of which none has been counted before.
 * @param supports what the origins of these members have said in it so far; brought up to date
 */
export function addToTally(tally: Tally, added: readonly Counted[], supports: Supports): Tally {
  const slots = new Map(
    Object.entries(tally.slots).map(([slot, entries]) => [slot, new Map(entries.map((entry) => [entry.key, entry]))]),
  );
  let { origins, reported } = tally;
  for (const { mention, origin } of added) {
    const { published } = mention;
    if (published !== null && (reported === null || published < reported)) reported = published;
    let said = supports.get(origin);
    if (!said) {
      said = new Set();
      supports.set(origin, said);
      origins += 1;
    }
    for (const [slot, key, { value, by, asOf }] of picked(mention)) {
      const entries = slots.get(slot) ?? new Map<string, Entry>();
      slots.set(slot, entries);
      const known = entries.get(key);
      const hash = saidHash(slot, key);
      const more = said.has(hash) ? 0 : 1;
      said.add(hash);
      entries.set(key, {
        key,
        // The wording that stands for equal values must not depend on which report came first.
        value: known && compareText(JSON.stringify(known.value), JSON.stringify(value)) <= 0 ? known.value : value,
        origins: (known?.origins ?? 0) + more,
        latest: later(known?.latest ?? '', toldOn({ published, asOf })),
        authority: (known?.authority ?? false) || isAuthority(by ?? null),
      });
    }
  }
  const reports = new Set(added.map(({ mention }) => mention.report)).size;
  return {
    kind: tally.kind,
    slots: Object.fromEntries(
      [...slots]
        .sort(([a], [b]) => compareText(a, b))
        .map(([slot, entries]) => [slot, [...entries.values()].sort((a, b) => compareText(a.key, b.key))]),
    ),
    reports: tally.reports + reports,
    origins,
    reported,
    corrections: tally.corrections,
  };
}

function held<T>(tally: Tally, slot: string, rules: HeldRules<T>): T[] {
  return heldFirst((tally.slots[slot] ?? []) as unknown as Weighed<T>[], rules).map(({ value }) => value);
}

/** Groups with a name before those of whom there are only words, each by their ids. */
const namedFirst = (groups: readonly EntityRef[]): EntityRef[] =>
  [...groups].sort((a, b) => Number(isNamedGroup(b)) - Number(isNamedGroup(a)) || compareText(a.id, b.id));

/** The line of an incident in lists, by its held values. */
export function summaryOf(id: string, tally: Tally): IncidentSummary {
  const desk = deskValues<IncidentDeskValue>(tally.corrections);
  const values = (slot: 'type' | 'status' | 'date' | 'place' | 'killed' | 'injured') =>
    held(tally, slot, HELD[slot] as HeldRules<unknown>).map((value) => ({ value }));
  const type = heldValue(desk, 'type', values('type')) ?? 'unknown';
  const status = heldValue(desk, 'status', values('status')) ?? 'alleged';
  const date = heldValue(desk, 'date', values('date'));
  const place = heldValue(desk, 'place', values('place'));
  const groups = groupsIn(tally);
  const attributed = heldValue(desk, 'attribution', [])?.actor;
  if (attributed?.kind === 'group') groups.set(attributed.id, attributed);
  return {
    id,
    title: incidentTitle({ type, status, date, place: place?.name ?? null }),
    type,
    status,
    date,
    place,
    killed: heldValue(desk, 'killed', values('killed')),
    injured: heldValue(desk, 'injured', values('injured')),
    killedSpread: spread(held(tally, 'killed', HELD.killed)),
    groups: namedFirst([...groups.values()]),
    reported: tally.reported,
    reports: tally.reports,
    origins: tally.origins,
  };
}

/** Who is named for it, whatever the stance, by their ids; the first wording by letters. */
function groupsIn(tally: Tally): Map<string, EntityRef> {
  const groups = new Map<string, EntityRef>();
  for (const { value } of tally.slots.attribution ?? []) {
    const { actor } = value as { actor: EntityRef };
    const known = groups.get(actor.id);
    if (actor.kind !== 'group' || (known && compareText(JSON.stringify(known), JSON.stringify(actor)) <= 0)) continue;
    groups.set(actor.id, actor);
  }
  return groups;
}

/** The title and the day of a warning. */
export function warningLine(tally: Tally): { title: string; issued: Interval | null; reported: string | null } {
  const desk = deskValues<WarningDeskValue>(tally.corrections);
  const values = <T>(slot: string, rules: HeldRules<T>) => held(tally, slot, rules).map((value) => ({ value }));
  const issued = heldValue(desk, 'issued', values('issued', HELD.issued));
  const issuer = heldValue(desk, 'issuer', values<EntityRef>('issuer', HELD.issuer));
  const place = heldValue(desk, 'place', values('place', HELD.warnedPlace));
  return { title: warningTitle(issuer?.name ?? null, place?.name ?? null, issued), issued, reported: tally.reported };
}

/** The lowest and the highest number that anyone gives; an open upper end counts as its least. */
function spread(tolls: readonly Toll[]): Toll | null {
  const numbers = tolls.flatMap(({ min, max }) => [min, max]).filter((number) => number !== null);
  return numbers.length === 0 ? null : { min: Math.min(...numbers), max: Math.max(...numbers) };
}
