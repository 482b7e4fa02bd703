/** Candidate templates: the sentences that tell of one incident, with its type. */
import { LIMITS } from './limits.js';
import { linkFeatures } from './link.js';
import { classify, type Model } from './model.js';
import { sentenceFeatures, textFeatures } from './sentence-features.js';
import type { Text } from './text.js';

export interface Event {
  type: string;
  /** Indices of the sentences that tell of it, in order. */
  sentences: number[];
  /** For each sentence of the text the probability that it tells of an incident of this type. */
  chances: number[];
  /** The greatest of those within the event. */
  chance: number;
}

/** For each sentence the probability of each class of the sentence model; none before the body. */
export function sentenceChances(text: Text, model: Model): number[][] {
  const shared = textFeatures(text);
  return text.a.doc.sentences.map((_, s) =>
    s < text.from ? model.classes.map((_, c) => (c === 0 ? 1 : 0)) : classify(model, sentenceFeatures(text, s, shared)),
  );
}

/** Groups the sentences into events; `chances` as `sentenceChances` gives them, class 0 being none. */
export function findEvents(text: Text, chances: number[][], classes: readonly string[], link: Model): Event[] {
  const events: Event[] = [];
  const add = (c: number, s: number): void => {
    const type = classes[c]!;
    const event = nearestEvent(text, events, type, s, link);
    if (event) {
      event.sentences.push(s);
      event.chance = Math.max(event.chance, event.chances[s]!);
    } else {
      const of = chances.map((r) => r[c]!);
      events.push({ type, sentences: [s], chances: of, chance: of[s]! });
    }
  };
  chances.forEach((row, s) => {
    if (1 - row[0]! < LIMITS.tells) return;
    let top = 1;
    for (let c = 2; c < row.length; c++) if (row[c]! > row[top]!) top = c;
    for (let c = 1; c < row.length; c++) if (c === top || row[c]! >= LIMITS.besides) add(c, s);
  });
  return events;
}

function nearestEvent(text: Text, events: readonly Event[], type: string, s: number, link: Model): Event | null {
  let top: Event | null = null;
  let most = LIMITS.linked;
  for (const event of events) {
    if (event.type !== type) continue;
    let sum = 0;
    for (const i of event.sentences) sum = Math.max(sum, classify(link, linkFeatures(text, type, i, s))[1]!);
    if (sum >= most) {
      most = sum;
      top = event;
    }
  }
  return top;
}
