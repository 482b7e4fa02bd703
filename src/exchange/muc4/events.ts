/** Candidate templates: the sentences that tell of one incident, with its type. */
import { shares } from './choice.js';
import { dateChoices } from './days.js';
import type { Event } from './event.js';
import { LIMITS } from './limits.js';
import { linkRow, type Telling } from './link.js';
import { classify, type Model } from './model.js';
import type { Models } from './models.js';
import { locationChoices, type Setting, settingOf } from './places.js';
import { sentenceFeatures, textFeatures } from './sentence-features.js';
import type { Text } from './text.js';
import { chanceBy } from './trees.js';

/** For each sentence the probability of each class of the sentence model; none before the body. */
export function sentenceChances(text: Text, model: Model): number[][] {
  const shared = textFeatures(text);
  return text.a.doc.sentences.map((_, s) =>
    s < text.from ? model.classes.map((_, c) => (c === 0 ? 1 : 0)) : classify(model, sentenceFeatures(text, s, shared)),
  );
}

/** What tells when and where an event took place. */
export type Scene = Pick<Models, 'date' | 'location'>;
/** What tells which sentences tell of the same. */
export type Linking = Scene & Pick<Models, 'link'>;

/** Groups the sentences into events; `chances` as `sentenceChances` gives them, class 0 being none. */
export function findEvents(
  text: Text,
  chances: number[][],
  classes: readonly string[],
  { link, ...scene }: Linking,
): Event[] {
  const events: Event[] = [];
  const rows = linkRows(text, chances, classes, scene);
  const add = (c: number, s: number): void => {
    const type = classes[c]!;
    const event = nearestEvent(events, type, (i) => chanceBy(link, rows(c, i, s)));
    if (event) {
      event.sentences.push(s);
      event.chance = Math.max(event.chance, event.chances[s]!);
    } else events.push(eventOf(type, c, [s], chances));
  };
  for (const s of tellingIn(chances)) {
    const row = chances[s]!;
    let top = 1;
    for (let c = 2; c < row.length; c++) if (row[c]! > row[top]!) top = c;
    for (let c = 1; c < row.length; c++) if (c === top || row[c]! >= LIMITS.besides) add(c, s);
  }
  return events;
}

const tellingIn = (chances: number[][]): number[] =>
  chances.flatMap((row, s) => (1 - row[0]! < LIMITS.tells ? [] : [s]));

function eventOf(type: string, c: number, sentences: number[], chances: number[][]): Event {
  const of = chances.map((row) => row[c]!);
  return { type, sentences, chances: of, chance: Math.max(...sentences.map((s) => of[s]!)) };
}

/** What the trees go by for two sentences in order that tell of an incident of class `c`. */
export function linkRows(
  text: Text,
  chances: number[][],
  classes: readonly string[],
  { date, location }: Scene,
): (c: number, i: number, j: number) => number[] {
  const known = new Map<string, Telling>();
  const telling = tellingIn(chances);
  let setting: Setting | null = null;
  const tellingOf = (c: number, s: number): Telling => {
    const name = `${c}/${s}`;
    let one = known.get(name);
    if (!one) {
      setting ??= settingOf(text);
      const event = eventOf(classes[c]!, c, [s], chances);
      one = {
        sentence: s,
        chance: event.chance,
        locations: shares(locationChoices(text, event, setting), location),
        dates: shares(dateChoices(text, event), date),
      };
      known.set(name, one);
    }
    return one;
  };
  return (c, i, j) => linkRow(text, c, tellingOf(c, i), tellingOf(c, j), telling);
}

/** The event of the type that a sentence belongs to: by the mean of the likeliest tie to one of its sentences and of all. */
function nearestEvent(events: readonly Event[], type: string, tie: (sentence: number) => number): Event | null {
  let top: Event | null = null;
  let most = LIMITS.linked;
  for (const event of events) {
    if (event.type !== type) continue;
    const ties = event.sentences.map(tie);
    const near = (Math.max(...ties) + ties.reduce((a, b) => a + b, 0) / ties.length) / 2;
    if (near >= most) {
      most = near;
      top = event;
    }
  }
  return top;
}
