/** Which places and countries get their name on the map: as many as fit without covering each other. */
import type { Country, PlaceGroup } from './geography';

export interface Label {
  key: string;
  text: string;
  x: number;
  y: number;
  kind: 'place' | 'country';
}

interface Rectangle {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

const CHAR = 6;
const HEIGHT = 13;
const MOST = 60;

export function placeLabels(
  places: PlaceGroup[],
  named: { country: Country; text: string }[],
  k: number,
  radiusOf: (place: PlaceGroup) => number,
): Label[] {
  const taken: Rectangle[] = [];
  const labels: Label[] = [];
  const free = (r: Rectangle) => taken.every((t) => r.x1 < t.x0 || r.x0 > t.x1 || r.y1 < t.y0 || r.y0 > t.y1);
  const first = places.slice(0, MOST);

  for (const place of first) {
    const r = Math.min(16, radiusOf(place));
    const x = place.x * k;
    const y = place.y * k;
    taken.push({ x0: x - r, y0: y - r, x1: x + r, y1: y + r });
  }
  for (const place of first) {
    const r = Math.min(16, radiusOf(place)) + 3;
    const text = place.place.name;
    const width = text.length * CHAR;
    const y = place.y * k;
    for (const x of [place.x * k + r, place.x * k - r - width]) {
      const room = { x0: x, y0: y - HEIGHT / 2, x1: x + width, y1: y + HEIGHT / 2 };
      if (!free(room)) continue;
      taken.push(room);
      labels.push({ key: place.place.id, text, x, y: y + 4, kind: 'place' });
      break;
    }
  }
  for (const { country, text } of named) {
    const width = text.length * CHAR * 1.1;
    const [[bx0], [bx1]] = country.bounds;
    if ((bx1 - bx0) * k < width) continue;
    const x = country.centre[0] * k - width / 2;
    const y = country.centre[1] * k;
    const room = { x0: x, y0: y - HEIGHT / 2, x1: x + width, y1: y + HEIGHT / 2 };
    if (!free(room)) continue;
    taken.push(room);
    labels.push({ key: country.key, text, x: x + width / 2, y: y + 4, kind: 'country' });
  }
  return labels;
}
