/** Where the map is looked at: a scale and a shift from the world's own units to pixels. */
import type { Box } from './filters';
import { projection, WORLD } from './geography';

export interface View {
  k: number;
  x: number;
  y: number;
}
interface Size {
  width: number;
  height: number;
}

const MAX_SCALE = 60;

/** The scale at which the whole world fits. */
const worldScale = ({ width, height }: Size) => Math.min(width / WORLD.width, height / WORLD.height);

/** The view that shows a rectangle of the world whole, with some space around it. */
export function frameOn([[x0, y0], [x1, y1]]: [[number, number], [number, number]], size: Size, margin = 0): View {
  const room = { width: Math.max(40, size.width - 2 * margin), height: Math.max(40, size.height - 2 * margin) };
  const k = Math.min(room.width / (x1 - x0), room.height / (y1 - y0));
  return { k, x: size.width / 2 - (k * (x0 + x1)) / 2, y: size.height / 2 - (k * (y0 + y1)) / 2 };
}

export const wholeWorld = (size: Size): View =>
  frameOn(
    [
      [0, 0],
      [WORLD.width, WORLD.height],
    ],
    size,
  );

/** Smallest rectangle of the world that is worth a whole map: about 1,500 km. */
const LEAST = 40;

/** The view on all of these points of the world; the whole world where there is none. */
export function fitPoints(points: readonly (readonly [number, number])[], size: Size): View {
  if (!points.length) return wholeWorld(size);
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const around = (from: number, to: number): [number, number] => {
    const spare = Math.max(0, LEAST - (to - from)) / 2;
    return [from - spare, to + spare];
  };
  const [x0, x1] = around(Math.min(...xs), Math.max(...xs));
  const [y0, y1] = around(Math.min(...ys), Math.max(...ys));
  return frameOn(
    [
      [x0, y0],
      [x1, y1],
    ],
    size,
    Math.min(56, size.width / 8),
  );
}

/** Closer or further around a point of the screen. */
export function zoom(view: View, by: number, [px, py]: [number, number], size: Size): View {
  const k = Math.max(worldScale(size) * 0.9, Math.min(MAX_SCALE, view.k * by));
  const f = k / view.k;
  return { k, x: px - (px - view.x) * f, y: py - (py - view.y) * f };
}

/** The degrees that a rectangle of the screen covers, to a hundredth. */
export function boxAt(view: View, [x0, y0]: [number, number], [x1, y1]: [number, number]): Box | null {
  const invert = projection.invert;
  if (!invert) return null;
  const edge = (x: number, y: number) => invert([(x - view.x) / view.k, (y - view.y) / view.k]);
  const steps = [0, 0.25, 0.5, 0.75, 1];
  const points = steps.flatMap((t) => [
    edge(x0 + t * (x1 - x0), y0),
    edge(x0 + t * (x1 - x0), y1),
    edge(x0, y0 + t * (y1 - y0)),
    edge(x1, y0 + t * (y1 - y0)),
  ]);
  const good = points.filter((point) => point?.every(Number.isFinite)) as [number, number][];
  if (!good.length) return null;
  const clamp = (value: number, most: number) => Number(Math.max(-most, Math.min(most, value)).toFixed(2));
  const lon = good.map(([l]) => l);
  const lat = good.map(([, l]) => l);
  return [
    clamp(Math.min(...lon), 180),
    clamp(Math.min(...lat), 90),
    clamp(Math.max(...lon), 180),
    clamp(Math.max(...lat), 90),
  ];
}
