/** Polygons and circles of CAP areas (clause 3.2.4). */
import { kinks } from '@turf/kinks';

/** Looking for crossings compares each side with each other. */
const MOST_POINTS = 5000;

const PAIR = /^[-+]?\d+(?:\.\d*)?,[-+]?\d+(?:\.\d*)?$/;

/** What is wrong with a polygon "lat,lon lat,lon …", or `null`: four pairs at least, closed, on the globe, not crossing itself. */
export function polygonFault(text: string): string | null {
  const pairs = text.split(/\s+/).filter((pair) => pair !== '');
  const points = pairs.map((pair) => (PAIR.test(pair) ? pair.split(',').map(Number) : []));
  if (!points.every(([lat, lon]) => onGlobe(lat, lon)))
    return 'has a point that is not “latitude,longitude” in degrees';
  if (points.length < 4) return 'has fewer than four points';
  if (pairs[0] !== pairs.at(-1) && String(points[0]) !== String(points.at(-1))) return 'is not closed';
  const ring = points.map(([lat, lon]) => [lon, lat] as [number, number]);
  if (new Set(ring.slice(1).map(String)).size < ring.length - 1) return 'goes through one point twice';
  if (Math.abs(areaOf(ring)) < 1e-12) return 'encloses nothing';
  if (ring.length > MOST_POINTS) return `has more than ${MOST_POINTS} points, too many to check`;
  return kinks({ type: 'Polygon', coordinates: [ring] }).features.length > 0 ? 'crosses itself' : null;
}

/** What is wrong with a circle "lat,lon radius", or `null`; the radius is in kilometres. */
export function circleFault(text: string): string | null {
  const match = /^([-+]?[\d.]+),([-+]?[\d.]+)\s+\+?([\d.]+)$/.exec(text);
  if (match === null) return 'is not “latitude,longitude radius”';
  const [lat, lon, radius] = match.slice(1).map(Number);
  if (!onGlobe(lat, lon)) return 'has a centre that is not on the globe';
  return radius !== undefined && Number.isFinite(radius) ? null : 'has no radius';
}

const onGlobe = (lat: number | undefined, lon: number | undefined): boolean =>
  lat !== undefined && lon !== undefined && Math.abs(lat) <= 90 && Math.abs(lon) <= 180;

/** Signed area of a closed ring in square degrees: only whether it is nothing matters here. */
function areaOf(ring: readonly [number, number][]): number {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [[x1, y1], [x2, y2]] = [ring[i - 1]!, ring[i]!];
    sum += x1 * y2 - x2 * y1;
  }
  return sum / 2;
}
