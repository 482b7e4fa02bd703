/** Whether two sentences tell of the same incident. */

import { loadGazetteer } from './gazetteer.js';
import type { Entity, Text } from './text.js';
import { typesOf } from './triggers.js';

/** Words that begin another incident. */
const ANOTHER = new Set(
  'another other also meanwhile second third similar earlier later previously separate elsewhere same moreover furthermore addition'.split(
    ' ',
  ),
);

interface View {
  names: Set<string>;
  nouns: Set<string>;
  places: Set<string>;
  days: Set<string>;
  triggers: Set<string>;
  cues: Set<string>;
  numbers: Set<string>;
  definite: boolean;
}

const views = new WeakMap<Text, Map<number, View>>();

function viewOf(text: Text, s: number): View {
  const known = views.get(text) ?? new Map<number, View>();
  views.set(text, known);
  let view = known.get(s);
  if (!view) {
    view = look(text, s);
    known.set(s, view);
  }
  return view;
}

function look(text: Text, s: number): View {
  const { tokens, sentences } = text.a.doc;
  const { first, last } = sentences[s]!;
  const gazetteer = loadGazetteer();
  const view: View = {
    names: new Set(),
    nouns: new Set(),
    places: new Set(),
    days: new Set(),
    triggers: new Set(),
    cues: new Set(),
    numbers: new Set(),
    definite: false,
  };
  for (const entity of text.inSentence[s]!) addEntity(view, entity, gazetteer.named(entity.key).length > 0);
  for (const date of text.a.dates)
    if (date.first >= first && date.first < last && date.kind !== 'dateline')
      view.days.add(`${date.start}/${date.end}`);
  for (let i = first; i < last; i++) {
    const { lemma, lower, pos } = tokens[i]!;
    if (typesOf(lemma).size) view.triggers.add(lemma);
    if (ANOTHER.has(lower) && i < first + 12) view.cues.add(lower);
    if (pos === 'CD') view.numbers.add(lower);
    if (
      /^(?:the|this|these)$/.test(lower) &&
      /^(?:attack|bombing|explosion|murder|kidnapping|killing|crime|incident|assassination|action|blast|massacre|bomb)$/.test(
        tokens[i + 1]?.lemma ?? '',
      )
    )
      view.definite = true;
  }
  return view;
}

function addEntity(view: View, { key, mentions }: Entity, place: boolean): void {
  if (place) view.places.add(key);
  else if (mentions[0]!.named) view.names.add(key.slice(key.lastIndexOf(' ') + 1));
  else if (!key.includes(' ')) view.nouns.add(key);
}

const overlap = (a: Set<string>, b: Set<string>): number => {
  let n = 0;
  for (const x of a) if (b.has(x)) n++;
  return n;
};
/** Two sets against each other: 0 neither has any, 1 one has, 2 they differ, 3 they share some. */
const relation = (a: Set<string>, b: Set<string>): number =>
  a.size === 0 || b.size === 0 ? (a.size || b.size ? 1 : 0) : overlap(a, b) ? 3 : 2;

/** How likely two choices fall on the same value. */
function agreement(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [value, share] of a) sum += share * (b.get(value) ?? 0);
  return sum;
}

function likeliest(shares: ReadonlyMap<string, number>): [value: string, share: number] {
  let top: [string, number] = ['', 0];
  for (const entry of shares) if (entry[1] > top[1]) top = entry;
  return top;
}

const within = (a: string, b: string): number => (a === b ? 2 : a.startsWith(b) || b.startsWith(a) ? 1 : 0);

/** One sentence that tells of an incident, as if it were all that is told of it. */
export interface Telling {
  sentence: number;
  /** The probability that it tells of an incident of the type. */
  chance: number;
  /** Where and when it would have taken place: each value with its probability. */
  locations: ReadonlyMap<string, number>;
  dates: ReadonlyMap<string, number>;
}

/** The row of numbers for the trees, of two sentences in order that both tell of an incident of the type (its index). */
export function linkRow(text: Text, type: number, one: Telling, other: Telling, telling: readonly number[]): number[] {
  const [i, j] = [one.sentence, other.sentence];
  const [a, b] = [viewOf(text, i), viewOf(text, j)];
  const { sentences } = text.a.doc;
  const [where, sureWhere] = likeliest(one.locations);
  const [there, sureThere] = likeliest(other.locations);
  const [when, sureWhen] = likeliest(one.dates);
  const [then, sureThen] = likeliest(other.dates);
  let triggers = 0;
  for (let s = text.from; s < sentences.length; s++) if (viewOf(text, s).triggers.size) triggers++;
  return [
    agreement(one.locations, other.locations),
    within(where, there),
    Math.min(sureWhere, sureThere),
    agreement(one.dates, other.dates),
    when === then ? 1 : 0,
    Math.min(sureWhen, sureThen),
    one.chance,
    other.chance,
    j - i,
    i - text.from,
    j - text.from,
    sentences.length - text.from,
    telling.filter((s) => s > i && s < j).length,
    telling.length,
    sentences[j]!.paragraph - sentences[i]!.paragraph,
    type,
    relation(a.names, b.names),
    overlap(a.names, b.names),
    overlap(a.nouns, b.nouns),
    relation(a.places, b.places),
    relation(a.days, b.days),
    relation(a.triggers, b.triggers),
    relation(a.numbers, b.numbers),
    b.definite ? 1 : 0,
    b.cues.size,
    [...b.nouns].filter((noun) => !a.nouns.has(noun)).length,
    triggers,
  ];
}
