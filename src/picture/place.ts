/** How two places of reports stand to one another. */
import { isCity } from './feature.js';
import type { PlaceRef } from './schema.js';

interface Placed {
  place: PlaceRef | null;
  region: string | null;
}

const EARTH_KM = 6371;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Kilometres along a great circle; null where one of the two is no point. */
function kilometres(a: PlaceRef, b: PlaceRef): number | null {
  if (a.lat === null || a.lon === null || b.lat === null || b.lon === null) return null;
  const north = Math.sin(radians(b.lat - a.lat) / 2);
  const east = Math.sin(radians(b.lon - a.lon) / 2);
  const half = north ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * east ** 2;
  return 2 * EARTH_KM * Math.asin(Math.sqrt(half));
}

/** Both tell of cities, and this far apart at least (km). */
export function citiesApart(a: Placed, b: Placed, km: number): boolean {
  if (!isCity(a.place) || !isCity(b.place)) return false;
  const distance = kilometres(a.place, b.place);
  return distance !== null && distance >= km && a.place.id !== b.place.id;
}

/** Both tell of cities, of the same one or not farther apart than this (km). */
export function citiesWithin(a: Placed, b: Placed, km: number): boolean {
  if (!isCity(a.place) || !isCity(b.place)) return false;
  const distance = kilometres(a.place, b.place);
  return a.place.id === b.place.id || (distance !== null && distance <= km);
}

/** Both tell of cities that are not the same. */
export function otherCity(a: Placed, b: Placed): boolean {
  return isCity(a.place) && isCity(b.place) && a.place.id !== b.place.id;
}

/** Of two places that have a key; without one, which country a place lies in may be a guess from the words around it. */
export function otherCountry(a: Placed, b: Placed): boolean {
  return isCertain(a.place) && isCertain(b.place) && a.place.country !== b.place.country;
}

function isCertain(place: PlaceRef | null): place is PlaceRef {
  return place !== null && place.country !== null && !place.id.startsWith('place:');
}

export function sameRegion(a: Placed, b: Placed): boolean {
  return a.region !== null && a.region === b.region;
}

export function otherRegion(a: Placed, b: Placed): boolean {
  return a.region !== null && b.region !== null && a.region !== b.region;
}

/** In one country, where at least one of the two is told no better than that. */
export function sameCountry(a: Placed, b: Placed): boolean {
  return a.place?.country != null && a.place.country === b.place?.country;
}
