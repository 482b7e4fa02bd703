/** The figures of a toll as they are drawn: each number once a day, and which of them are named. */
import type { IncidentPage } from '../../src/desk/schema';
import type { Toll } from '../../src/picture/schema';
import { shortToll } from '../parts/tolls';

export interface Figure {
  toll: Toll;
  /** Day of the reports that give it; null where they are undated. */
  day: string | null;
  /** Whether it is the one that the picture holds. */
  held: boolean;
  /** How many sources give it on that day. */
  told: number;
}

/** By day; on a day in the order in which the picture has them. */
export function figuresOf(said: IncidentPage['killed']): Figure[] {
  const figures = new Map<string, Figure>();
  said.forEach(({ value: toll, sources }, n) => {
    for (const { published: day } of sources) {
      const known = figures.get(`${n} ${day}`);
      if (known) known.told++;
      else figures.set(`${n} ${day}`, { toll, day, held: n === 0, told: 1 });
    }
  });
  return [...figures.values()].sort((a, b) => (a.day ?? '').localeCompare(b.day ?? ''));
}

/** Pixels of a letter and of a line. */
const LETTER = 6.5;
const LINE = 12;

/**
 * A name for each figure, or an empty one where it would lie over another: figures of one day that stand close share
 * the first one's.
 * @param placeOf where the name of a figure begins, in pixels
 */
export function labelsOf(figures: readonly Figure[], placeOf: (figure: Figure) => [x: number, y: number]): string[] {
  const names: { x: number; y: number; words: string[] }[] = [];
  const named = figures.map((figure) => {
    const [x, y] = placeOf(figure);
    const near = names.find((name) => name.x === x && Math.abs(name.y - y) < LINE);
    if (near) {
      near.words.push(shortToll(figure.toll));
      return null;
    }
    const name = { x, y, words: [shortToll(figure.toll)] };
    names.push(name);
    return name;
  });
  const widthOf = (name: (typeof names)[number]) => name.words.join(', ').length * LETTER;
  const drawn: typeof names = [];
  for (const name of names) {
    const free = drawn.every(
      (other) =>
        name.x > other.x + widthOf(other) || other.x > name.x + widthOf(name) || Math.abs(name.y - other.y) >= LINE,
    );
    if (free) drawn.push(name);
  }
  return named.map((name) => (name && drawn.includes(name) ? name.words.join(', ') : ''));
}
