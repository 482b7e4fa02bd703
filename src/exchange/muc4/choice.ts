/** One of several: the value that a model of two classes finds likeliest to be right. */
import { classify, type Model } from './model.js';

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
