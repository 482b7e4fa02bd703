/** What actors, places, days and tolls are across reports. */
import { z } from 'zod';
import * as words from '../reading/vocabulary.js';

/**
 * An actor across reports: `id` is its key in the catalogue, or its kind and folded name (`group:giza popular resistance`);
 * `described:extremists` is a group of which there are only words, and no page.
 */
export const EntityRef = z.object({ id: z.string(), kind: z.enum(words.ACTOR_KINDS), name: z.string() });
export type EntityRef = z.infer<typeof EntityRef>;

export const PlaceRef = z.object({
  id: z.string(),
  name: z.string(),
  precision: z.enum(words.PRECISIONS),
  country: z.string().nullable(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
});
export type PlaceRef = z.infer<typeof PlaceRef>;

export const Interval = z.object({ start: z.string().nullable(), end: z.string().nullable() });
export type Interval = z.infer<typeof Interval>;
export const Toll = z.object({ min: z.int().nullable(), max: z.int().nullable() });
export type Toll = z.infer<typeof Toll>;
