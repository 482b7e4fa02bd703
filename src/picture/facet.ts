/** What a statement can be kept apart by: the slots that a rule can forbid by, as one text. */
import { createHash } from 'node:crypto';
import type { AnyFeature } from './feature.js';

/**
 * Two statements of one facet are forbidden by the rules to be the same as exactly the same others, and never as one
 * another: so a cluster keeps each facet once, and one statement of a facet can stand for another (leaders.ts).
 */
export function facetOf(feature: AnyFeature): string {
  const { kind, days, place, region, published } = feature;
  const more =
    feature.kind === 'incident' ? feature.status : feature.issuer && [feature.issuer.id, feature.issuer.line];
  return JSON.stringify([
    kind,
    days?.from,
    days?.to,
    place?.id,
    place?.lat,
    place?.lon,
    place?.country,
    place?.precision,
    region,
    more,
    days === null ? published : null,
  ]);
}

/** The first 52 bits of a text's SHA-256 as a number: an order that depends on nothing but the text. */
export function hash52(text: string): number {
  return Number.parseInt(createHash('sha256').update(text).digest('hex').slice(0, 13), 16);
}
