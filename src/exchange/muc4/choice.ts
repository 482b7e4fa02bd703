/** One of several: the value that a model of two classes finds likeliest to be right. */
import { classify, type Model, STEPS, scoresOf } from './model.js';

export interface Choice {
  value: string;
  features: string[];
}

/** The likeliest value; null where there is none to choose from. */
export function choose(choices: readonly Choice[], model: Model): string | null {
  let top: { value: string; chance: number } | null = null;
  for (const { value, features } of choices) {
    const chance = classify(model, features)[1]!;
    if (!top || chance > top.chance) top = { value, chance };
  }
  return top?.value ?? null;
}

/** How likely each value is to be the right one; they sum to one. */
export function shares(choices: readonly Choice[], model: Model): Map<string, number> {
  const scores = choices.map(({ features }) => {
    const [no, yes] = scoresOf(model, features) as [number, number];
    return yes - no;
  });
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp((score - top) / STEPS));
  const sum = powers.reduce((a, b) => a + b, 0);
  return new Map(choices.map(({ value }, i) => [value, powers[i]! / sum]));
}
