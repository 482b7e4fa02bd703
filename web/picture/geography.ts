/** The world's outlines (Natural Earth 1:110m, in the build: no network), and how exactly a place is known. */
import { geoArea, geoCentroid, geoEqualEarth, geoPath } from 'd3-geo';
import type { Geometry, Polygon } from 'geojson';
import codes from 'i18n-iso-countries/codes.json';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import world from 'world-atlas/countries-110m.json';
import type { PlaceRef } from '../../src/picture/schema';
import type { Incidents } from '../api';

/** Size of the drawn world, in its own units. */
export const WORLD = { width: 960, height: 468 };

const topology = world as unknown as Topology<{ countries: GeometryCollection<{ name: string }> }>;
const { countries } = topology.objects;
/** Equal areas: no part of the world looks larger than it is. */
export const projection = geoEqualEarth().fitSize([WORLD.width, WORLD.height], { type: 'Sphere' });
const path = geoPath(projection).digits(2);

const alpha2 = new Map(codes.map(([two, , numeric]) => [numeric, two]));

export interface Country {
  /** ISO 3166-1 alpha-2; null for what has no code there. */
  code: string | null;
  key: string;
  outline: string;
  bounds: [[number, number], [number, number]];
  centre: [number, number];
}

/** The largest part of a country: with its overseas parts the middle of France would lie in Spain. */
function mainland(shape: Geometry): Geometry {
  if (shape.type !== 'MultiPolygon') return shape;
  const parts = shape.coordinates.map((coordinates): Polygon => ({ type: 'Polygon', coordinates }));
  return parts.reduce((most, part) => (geoArea(part) > geoArea(most) ? part : most));
}

export const COUNTRIES: Country[] = feature(topology, countries).features.map((shape) => {
  const numeric = shape.id === undefined ? undefined : String(shape.id).padStart(3, '0');
  return {
    code: (numeric && alpha2.get(numeric)) ?? (shape.properties.name === 'Kosovo' ? 'XK' : null),
    key: numeric ?? shape.properties.name,
    outline: path(shape) ?? '',
    bounds: path.bounds(shape),
    centre: projection(geoCentroid(mainland(shape.geometry))) ?? [0, 0],
  };
});
const drawn = new Set(COUNTRIES.map((country) => country.code));

export const BORDERS = path(mesh(topology, countries, (a, b) => a !== b)) ?? '';
export const COAST = path(mesh(topology, countries, (a, b) => a === b)) ?? '';

/** A box of degrees as an outline: its sides follow the map's meridians. */
export function boxOutline([west, south, east, north]: [number, number, number, number]): string {
  const steps = 12;
  const along = (from: [number, number], to: [number, number]) =>
    Array.from({ length: steps }, (_, n) => [
      from[0] + ((to[0] - from[0]) * n) / steps,
      from[1] + ((to[1] - from[1]) * n) / steps,
    ]);
  const corners: [number, number][] = [
    [west, north],
    [east, north],
    [east, south],
    [west, south],
  ];
  const ring = corners.flatMap((corner, n) => along(corner, corners[(n + 1) % 4] ?? corner));
  const points = ring.map((point) => projection(point as [number, number])).filter((point) => point !== null);
  return `M${points.map((point) => point.map((n) => n.toFixed(2)).join(',')).join('L')}Z`;
}

/** How a place is drawn: a dot where the point is known, a circle where it is about there, a shade for a country. */
export type Drawing = 'dot' | 'circle' | 'shade' | 'off';

const DRAWING: Record<PlaceRef['precision'], Drawing> = {
  site: 'dot',
  city: 'dot',
  district: 'circle',
  province: 'circle',
  country: 'shade',
  region: 'off',
};

/** Radius of a circle on the ground, in kilometres: what "in this district", "in this province" may mean at most. */
export const CIRCLE_KM = { district: 30, province: 120 };

export function drawingOf(place: PlaceRef | null): Drawing {
  if (!place) return 'off';
  const drawing = DRAWING[place.precision];
  if (drawing === 'shade') return drawn.has(place.country) ? 'shade' : 'off';
  if (drawing === 'off' || place.lat === null || place.lon === null) return 'off';
  return drawing;
}

export interface PlaceGroup {
  place: PlaceRef;
  drawing: Drawing;
  x: number;
  y: number;
  incidents: Incidents;
}

export interface Geography {
  /** Dots and circles, those with most incidents first. */
  places: PlaceGroup[];
  /** By alpha-2 code: incidents of which only the country is known. */
  shaded: Map<string, Incidents>;
  /** In an area larger than a country, or a country too small for this map. */
  areas: Incidents;
  unknown: Incidents;
}

/** Puts incidents to where they are drawn; each is in exactly one of the four parts. */
export function locate(incidents: Incidents): Geography {
  const places = new Map<string, PlaceGroup>();
  const shaded = new Map<string, Incidents>();
  const areas: Incidents = [];
  const unknown: Incidents = [];
  for (const incident of incidents) {
    const { place } = incident;
    const drawing = drawingOf(place);
    if (!place) unknown.push(incident);
    else if (drawing === 'off') areas.push(incident);
    else if (drawing === 'shade') {
      const code = place.country ?? '';
      const others = shaded.get(code);
      if (others) others.push(incident);
      else shaded.set(code, [incident]);
    } else {
      const group = places.get(place.id);
      if (group) group.incidents.push(incident);
      else {
        const [x, y] = projection([place.lon ?? 0, place.lat ?? 0]) ?? [0, 0];
        places.set(place.id, { place, drawing, x, y, incidents: [incident] });
      }
    }
  }
  return {
    places: [...places.values()].sort((a, b) => b.incidents.length - a.incidents.length),
    shaded,
    areas,
    unknown,
  };
}

/** Where on the map something is drawn: every dot and circle, and the middle of every hatched country. */
export const drawnAt = ({ places, shaded }: Geography): [number, number][] => [
  ...places.map(({ x, y }): [number, number] => [x, y]),
  ...COUNTRIES.filter(({ code }) => code !== null && shaded.has(code)).map(({ centre }) => centre),
];
