/**
 * Which of the values that reports give stands first. For every slot its rules in order: a value goes before another
 * by the first rule that tells the two apart. All values stay; this only says which one the picture holds.
 */
import type { INCIDENT_TYPES, STATUSES } from '../reading/vocabulary.js';
import { PRECISIONS, STANCES } from '../reading/vocabulary.js';
import { daysOf, length } from './days.js';
import type { Interval, PlaceRef, Source, Toll } from './schema.js';

/** A value with all that say it. */
export interface Said<T> {
  value: T;
  sources: Source[];
  origins: number;
}

/** A value and all that the rules know of those who say it. */
export interface Weighed<T> {
  value: T;
  /** Independent origins. */
  origins: number;
  /** Day of which it was last told: of the report, or before it where the words say so; empty where none has a day. */
  latest: string;
  /** Told in the report's own voice, or by a government or one of its bodies. */
  authority: boolean;
}

/** What a value is ranked by, the lowest first; `all` are the values that stand beside it. */
type HeldRule<T> = (said: Weighed<T>, all: readonly Weighed<T>[]) => number | string;
export type HeldRules<T> = readonly HeldRule<T>[];

const mostOrigins: HeldRule<unknown> = ({ origins }) => -origins;
/** The day of which it was last told, as a text that sorts the latest first; reports without a day come last. */
const latest: HeldRule<unknown> = ({ latest }) => invert(latest);
/** Told in the report's own voice, or by a government or one of its bodies, before what anyone else says. */
const byAuthority: HeldRule<unknown> = ({ authority }) => (authority ? 0 : 1);

/** What has happened goes before what was planned; that it is in doubt whether it happened comes last. */
const STATUS_RANK: Record<(typeof STATUSES)[number], number> = {
  occurred: 0,
  attempted: 0,
  foiled: 0,
  planned: 1,
  threatened: 1,
  alleged: 2,
};

const knownType: HeldRule<(typeof INCIDENT_TYPES)[number]> = ({ value }) => (value === 'unknown' ? 1 : 0);
const furthest: HeldRule<(typeof STATUSES)[number]> = ({ value }) => STATUS_RANK[value];
/** Days, three days, a month, a year, longer: within one step it counts who says so, not a day more or less. */
const mostExactDate: HeldRule<Interval> = ({ value }) => {
  const days = daysOf(value);
  return days === null ? 9 : [1, 4, 45, 400, Number.MAX_VALUE, Infinity].findIndex((most) => length(days) <= most);
};
const mostExactPlace: HeldRule<PlaceRef> = ({ value }) => PRECISIONS.indexOf(value.precision);
/** "More than 100" after "145" was told is the same said loosely. */
const notLoosely: HeldRule<Toll> = ({ value }, all) =>
  isNumber(value) || !all.some((said) => loosely(value, said.value)) ? 0 : 1;
const stanceRank: HeldRule<{ stance: (typeof STANCES)[number] }> = ({ value }) => STANCES.indexOf(value.stance);
const longest: HeldRule<string> = ({ value }) => -value.length;

const TOLL: readonly HeldRule<Toll>[] = [notLoosely, byAuthority, latest, mostOrigins];
const WORDING: readonly HeldRule<string>[] = [mostOrigins, longest];
const SUPPORT: readonly HeldRule<unknown>[] = [mostOrigins, latest];

/** The rules of each slot of an incident and of a warning. */
export const HELD = {
  type: [knownType, mostOrigins, latest],
  status: [furthest, mostOrigins, latest],
  date: [mostExactDate, mostOrigins, latest],
  place: [mostExactPlace, mostOrigins, latest],
  site: WORDING,
  weapons: SUPPORT,
  individuals: WORDING,
  targets: SUPPORT,
  victims: SUPPORT,
  killed: TOLL,
  injured: TOLL,
  suicide: SUPPORT,
  attributions: [stanceRank, mostOrigins, latest],
  issuer: [mostOrigins],
  recipients: SUPPORT,
  audience: SUPPORT,
  issued: [mostExactDate, mostOrigins, latest],
  actor: SUPPORT,
  warnedPlace: [mostOrigins, mostExactPlace, latest],
  warnedTargets: WORDING,
  window: [mostExactDate, mostOrigins, latest],
  advice: WORDING,
  authority: WORDING,
} as const;

/** The rules in words for people: why the first value stands before the next. */
const WORDS = new Map<unknown, string>([
  [mostOrigins, 'more independent origins give it'],
  [latest, 'it was told last'],
  [byAuthority, 'given by the report itself or by an authority, the others by someone else'],
  [knownType, 'it says what kind of attack it was'],
  [furthest, 'what happened goes before what was planned, and that before what is in doubt'],
  [mostExactDate, 'it is the more exact date'],
  [mostExactPlace, 'it is the more exact place'],
  [notLoosely, 'the others say the same number loosely'],
  [stanceRank, 'it is the firmest'],
  [longest, 'it says the most'],
]);

/** By which rule the first of several values is held; null where there is no other. */
export function whyHeld<T>(said: readonly Said<T>[], rules: HeldRules<T>): string | null {
  const all = said.map(weigh);
  const [first, second] = all;
  if (!first || !second) return null;
  const rule = rules.find((each) => each(first, all) !== each(second, all));
  return rule ? (WORDS.get(rule) ?? null) : 'no rule tells them apart: by the alphabet';
}

/** The day as of which something is said: that of its words, where they give one, else that of the report; null without a day. */
export const toldOn = ({ published, asOf }: Pick<Source, 'published' | 'asOf'>): string | null => asOf ?? published;
/** The later of two days; nothing is before every day. */
export const later = (day: string, other: string | null): string => (other !== null && other > day ? other : day);

/** Whether what is said so counts as told by an authority: in the report's own voice, or by a government or its body. */
export function isAuthority(by: Source['by']): boolean {
  return by === null || by.kind === 'agency' || by.kind === 'government';
}

/** Puts the held value first. */
export function inOrder<T>(all: readonly Said<T>[], rules: HeldRules<T>): Said<T>[] {
  const said = new Map(all.map((one) => [weigh(one), one]));
  return heldFirst([...said.keys()], rules).flatMap((weighed) => said.get(weighed) ?? []);
}

function weigh<T>({ value, sources, origins }: Said<T>): Weighed<T> {
  return {
    value,
    origins,
    latest: sources.reduce((last, source) => later(last, toldOn(source)), ''),
    authority: sources.some(({ by }) => isAuthority(by)),
  };
}

/** Puts the held value first. Where no rule tells two values apart, their text decides, so that the order is always the same. */
export function heldFirst<T>(all: readonly Weighed<T>[], rules: HeldRules<T>): Weighed<T>[] {
  const ranked = all.map((said) => ({
    said,
    ranks: [...rules.map((rule) => rule(said, all)), JSON.stringify(said.value)],
  }));
  ranked.sort((a, b) => {
    const at = a.ranks.findIndex((rank, index) => rank !== b.ranks[index]);
    const [first, second] = [a.ranks[at], b.ranks[at]];
    return first === undefined || second === undefined ? 0 : first < second ? -1 : 1;
  });
  return ranked.map(({ said }) => said);
}

const isNumber = ({ min, max }: Toll) => min !== null && min === max;

function loosely(range: Toll, number: Toll): boolean {
  return isNumber(number) && (range.min ?? 0) <= (number.min ?? 0) && (number.max ?? 0) <= (range.max ?? Infinity);
}

/** A text that sorts the other way round. */
function invert(text: string): string {
  return [...text].map((sign) => String.fromCharCode(0xffff - sign.charCodeAt(0))).join('') || '\uffff';
}
