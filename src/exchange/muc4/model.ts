/** Linear models as trained by train/muc4: for each feature a weight for each class. */

export interface Model {
  classes: string[];
  /** Bias of each class; like the weights in twentieths, whole numbers. */
  bias: number[];
  weights: Record<string, number[]>;
}

/** Weights are whole numbers: so many to one of the log odds. */
export const STEPS = 20;

/** Summed weights of each class, in twentieths. */
export function scoresOf({ classes, bias, weights }: Model, features: Iterable<string>): number[] {
  const scores = [...bias];
  for (const feature of features) {
    const w = Object.hasOwn(weights, feature) ? weights[feature]! : null;
    if (w) for (let c = 0; c < classes.length; c++) scores[c]! += w[c]!;
  }
  return scores;
}

/** Probability of each class (softmax over summed weights). */
export function classify(model: Model, features: Iterable<string>): number[] {
  const scores = scoresOf(model, features);
  const top = Math.max(...scores);
  let sum = 0;
  for (let c = 0; c < scores.length; c++) {
    scores[c] = Math.exp((scores[c]! - top) / STEPS);
    sum += scores[c]!;
  }
  return scores.map((score) => score / sum);
}

/** Index of the greatest. */
export const best = (values: readonly number[]): number => values.reduce((b, v, i) => (v > values[b]! ? i : b), 0);
