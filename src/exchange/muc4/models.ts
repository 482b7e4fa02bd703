/** The trained weights, models.json beside the code: written by train/muc4/train.js, again after changes to src/reading. */
import { readFileSync } from 'node:fs';
import type { Model } from './model.js';
import type { Trees } from './trees.js';

export const MODEL_NAMES = [
  'sentence',
  'keep',
  'filler',
  'date',
  'location',
  'stage',
  'category',
  'confidence',
  'instrumentType',
  'instrumentUnnamed',
  'targetType',
  'targetEffect',
  'humanType',
  'humanEffect',
  'role',
] as const;

/** Linear models, and trees for which sentences tell of the same. */
export type Models = Record<(typeof MODEL_NAMES)[number], Model> & { link: Trees };

let loaded: Models | null = null;

export function loadModels(): Models {
  loaded ??= JSON.parse(readFileSync(new URL('models.json', import.meta.url), 'utf8')) as Models;
  return loaded;
}
