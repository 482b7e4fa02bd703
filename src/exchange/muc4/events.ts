/** Candidate templates: the sentences that tell of one incident, with its type. */
import { classify, type Model } from './model.js';
import { sentenceFeatures, textFeatures } from './sentence-features.js';
import type { Text } from './text.js';

export interface Event {
  type: string;
  /** Indices of the sentences that tell of it, in order. */
  sentences: number[];
  /** For each sentence of the text the probability that it tells of an incident of this type. */
  chances: number[];
  /** The greatest of those. */
  chance: number;
}

/** From this probability on a sentence is taken to tell of an incident. */
const TELLS = 0.4;

/** For each sentence the probability of each class of the sentence model; none before the body. */
export function sentenceChances(text: Text, model: Model): number[][] {
  const shared = textFeatures(text);
  return text.a.doc.sentences.map((_, s) =>
    s < text.from ? model.classes.map((_, c) => (c === 0 ? 1 : 0)) : classify(model, sentenceFeatures(text, s, shared)),
  );
}

/** Groups the sentences into events; `chances` as `sentenceChances` gives them, class 0 being none. */
export function findEvents(chances: number[][], classes: readonly string[]): Event[] {
  const byType = new Map<string, number[]>();
  chances.forEach((row, s) => {
    if (1 - row[0]! < TELLS) return;
    let top = 1;
    for (let c = 2; c < row.length; c++) if (row[c]! > row[top]!) top = c;
    const type = classes[top]!;
    byType.set(type, [...(byType.get(type) ?? []), s]);
  });
  return [...byType].map(([type, sentences]) => {
    const of = chances.map((row) => row[classes.indexOf(type)]!);
    return { type, sentences, chances: of, chance: Math.max(...of) };
  });
}
