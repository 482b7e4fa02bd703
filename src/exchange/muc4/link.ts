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
const relation = (a: Set<string>, b: Set<string>): string =>
  a.size === 0 || b.size === 0 ? (a.size || b.size ? 'one' : 'none') : overlap(a, b) ? 'same' : 'differ';

/** Features of the pair of sentences i < j, both of which tell of an incident of the type. */
export function linkFeatures(text: Text, type: string, i: number, j: number): string[] {
  const [a, b] = [viewOf(text, i), viewOf(text, j)];
  const { sentences } = text.a.doc;
  const gap = j - i;
  const paragraphs = sentences[j]!.paragraph - sentences[i]!.paragraph;
  const far = gap < 4 ? String(gap) : gap < 8 ? '4-7' : 'far';
  const out = [
    `type:${type}`,
    `gap:${far}`,
    `paragraphs:${Math.min(5, paragraphs)}`,
    `names:${relation(a.names, b.names)}`,
    `names:${Math.min(3, overlap(a.names, b.names))}`,
    `nouns:${Math.min(4, overlap(a.nouns, b.nouns))}`,
    `places:${relation(a.places, b.places)}`,
    `days:${relation(a.days, b.days)}`,
    `triggers:${relation(a.triggers, b.triggers)}`,
    `numbers:${relation(a.numbers, b.numbers)}`,
    `places&days:${relation(a.places, b.places)}/${relation(a.days, b.days)}`,
    `names&gap:${relation(a.names, b.names)}/${far}`,
    `definite:${b.definite}`,
    `lead:${i === text.from}`,
    `type&gap:${type}/${far}`,
  ];
  for (const cue of b.cues) out.push(`cue:${cue}`, `cue:${cue}/${relation(a.names, b.names)}`);
  for (const x of a.triggers) for (const y of b.triggers) out.push(`t:${x}/${y}`);
  for (const x of a.nouns) if (b.nouns.has(x)) out.push(`shared:${x}`);
  for (const x of b.nouns) if (!a.nouns.has(x) && x.length < 12) out.push(`new:${x}`);
  let before = 0;
  for (let s = text.from; s < sentences.length; s++) if (viewOf(text, s).triggers.size) before++;
  out.push(`telling:${Math.min(4, Math.floor(before / 4))}`);
  return out;
}
