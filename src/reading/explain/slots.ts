/** Where the slots of a statement come from: by which words an actor is named, how a date and a place were resolved. */
import { type Analysis, within } from '../analysis.js';
import { spanOf } from '../doc.js';
import type { ActorEntity } from '../names/entities.js';
import type { Span } from '../schema.js';
import type { SlotGround } from './explanation.js';

type Value = string | number | boolean | null | Value[] | { [key: string]: Value };

/** The filled slots of a statement that is no incident. */
export function slotsOf(a: Analysis, statement: object): SlotGround[] {
  const { evidence, ...rest } = statement as { evidence: Span[] } & Record<string, Value>;
  const out: SlotGround[] = [];
  const add = (slot: string, value: Value): void => {
    if (value === null || slot === 'incident') return;
    if (Array.isArray(value)) for (const one of value) add(slot, one);
    else if (typeof value === 'string')
      out.push(
        /^a\d+$/.test(value)
          ? actorSlot(a, slot, value, evidence)
          : /^p\d+$/.test(value)
            ? placeSlot(a, slot, value, evidence)
            : wordSlot(a, slot, value, evidence),
      );
    else if (typeof value === 'object' && 'at' in value)
      out.push(dateSlot(a, slot, value as unknown as Dated, evidence));
    else if (typeof value === 'object') for (const [key, one] of Object.entries(value)) add(`${slot}.${key}`, one);
  };
  for (const [slot, value] of Object.entries(rest)) add(slot, value);
  return out;
}

/** Tokens of the evidence. */
const tokensOf = ({ doc }: Analysis, evidence: readonly Span[]): [number, number][] =>
  doc.sentences
    .filter(({ first, last }) =>
      evidence.some(([start, end]) => doc.tokens[first]!.start < end && doc.tokens[last - 1]!.end > start),
    )
    .map(({ first, last }) => [first, last]);

const inside = ({ first, last }: { first: number; last: number }, spans: readonly [number, number][]): boolean =>
  spans.some(([from, to]) => first >= from && last <= to);

export function actorSlot(a: Analysis, slot: string, id: string, evidence: readonly Span[]): SlotGround {
  const actor = a.names.actor(id);
  const spans = tokensOf(a, evidence);
  const named = a.names.actorMentions.find((m) => m.actor === actor && inside(m, spans));
  const other = named ?? actor.mentions.find((m) => inside(m, spans));
  const rule = named
    ? nameRule(actor)
    : other
      ? actor.generic
        ? 'names/names.ts: described, not named'
        : 'names/references.ts: refers back'
      : 'not in the quote: who speaks, or was spoken of before';
  return { slot, value: actor.name, rule, at: other ? spanOf(a.doc, other.first, other.last) : null, left: [] };
}

/** Which table or rule knows the name. */
function nameRule({ key, kind, generic }: ActorEntity): string {
  if (key) return `catalogue: ${key}`;
  if (generic) return 'names/names.ts: described, not named';
  return kind === 'person' ? 'names/persons.ts' : 'names/bodies.ts, offices.ts';
}

export function placeSlot(
  a: Analysis,
  slot: string,
  id: string,
  evidence: readonly Span[],
  way: string | null = null,
): SlotGround {
  const place = a.names.place(id);
  const spans = tokensOf(a, evidence);
  const mentions = spans.flatMap(([first, last]) => within(a.names.placeMentions, first, last));
  const own = mentions.find((m) => m.place === place) ?? place.mentions[0];
  const known = place.key ? `catalogue: ${place.key}` : 'names/site-spans.ts, places.ts: by its words, in no list';
  const left = new Map(mentions.filter((m) => m.place !== place).map((m) => [m.place, m]));
  return {
    slot,
    value: place.name,
    rule: way ? `incidents/settings.ts ${way}; ${known}` : known,
    at: own ? spanOf(a.doc, own.first, own.last) : null,
    left: [...left.values()].map((m) => leftOut(a, m)),
  };
}

const leftOut = (a: Analysis, { first, last }: { first: number; last: number }): SlotGround['left'][number] => {
  const at = spanOf(a.doc, first, last);
  return { words: a.doc.text.slice(...at), at };
};

interface Dated {
  start: string | null;
  end: string | null;
  at: Span;
}

export function dateSlot(
  a: Analysis,
  slot: string,
  { start, end, at }: Dated,
  evidence: readonly Span[],
  way: string | null = null,
): SlotGround {
  const mention = a.dates.find((date) => date.at[0] <= at[0] && date.at[1] >= at[1]);
  const from = a.doc.published === null ? '' : `, published ${a.doc.published}`;
  const rule = mention ? `dates/rules.ts ${mention.kind}${from}` : 'counts.ts';
  const others = tokensOf(a, evidence)
    .flatMap(([first, last]) => within(a.dates, first, last))
    .filter((date) => date !== mention);
  return {
    slot,
    value: start === end ? (start ?? '') : `${start ?? '…'} to ${end ?? '…'}`,
    rule: way ? `incidents/settings.ts ${way}; ${rule}` : rule,
    at,
    left: mention ? others.map((date) => leftOut(a, date)) : [],
  };
}

/** Words taken as they stand, or a value of the vocabulary that the rule gives. */
function wordSlot({ doc }: Analysis, slot: string, value: string, evidence: readonly Span[]): SlotGround {
  for (const [start, end] of evidence) {
    const found = doc.text.slice(start, end).indexOf(value);
    if (found >= 0 && value.length > 3)
      return { slot, value, rule: 'as worded', at: [start + found, start + found + value.length], left: [] };
  }
  return { slot, value, rule: 'by the rule', at: null, left: [] };
}
