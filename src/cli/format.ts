/** Values of the picture in words, for lines of a terminal. */
import type { Interval } from '../picture/schema.js';
import { oneLine } from './terminal.js';

/** "2024-03-22", "2024-03" for a whole month, "2024" for a whole year, else both ends; "" where nothing is known. */
export function days({ start, end }: Interval): string {
  if (start === null || end === null) return start ? `from ${start}` : end ? `until ${end}` : '';
  if (start === end) return start;
  if (start.endsWith('-01-01') && end === `${start.slice(0, 4)}-12-31`) return start.slice(0, 4);
  const last = new Date(Date.UTC(Number(start.slice(0, 4)), Number(start.slice(5, 7)), 0)).toISOString().slice(0, 10);
  if (start.endsWith('-01') && end === last) return start.slice(0, 7);
  return `${start} to ${end}`;
}

/** "1 report", "2 reports". */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** Lines up rows in columns; the last column is not padded. Cells are text from outside and made safe here. */
export function columns(rows: string[][], gap = '  '): string[] {
  const cells = rows.map((row) => row.map((cell) => oneLine(cell)));
  const widths = cells.reduce<number[]>((all, row) => row.map((cell, i) => Math.max(all[i] ?? 0, cell.length)), []);
  return cells.map((row) =>
    row.map((cell, i) => (i === row.length - 1 ? cell : cell.padEnd(widths[i] ?? 0))).join(gap),
  );
}
