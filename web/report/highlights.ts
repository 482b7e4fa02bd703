/** Cuts a text into paragraphs, and those where a quote or a slot's words begin or end. */
import type { Span } from '../../src/reading/schema';
import type { Statement } from './statements';

/** Words between two borders: in each of them stand the same quotes throughout. */
export interface Segment {
  start: number;
  end: number;
  /** Indices into the statements whose quote covers it, the shortest quote first. */
  statements: number[];
}

export interface Paragraph {
  start: number;
  end: number;
  segments: Segment[];
}

/** Spans of the paragraphs: blank lines part them. */
function paragraphsOf(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const gap of text.matchAll(/\n[^\S\n]*(?:\n[^\S\n]*)+/g)) {
    if (gap.index > start) spans.push([start, gap.index]);
    start = gap.index + gap[0].length;
  }
  if (start < text.length) spans.push([start, text.length]);
  return spans;
}

/**
 * Every border in order, with the quotes that open and close there. Cost grows with the text and the number of spans,
 * times how many quotes lie over the same words.
 */
export function layOut(text: string, statements: Statement[], extra: Span[] = []): Paragraph[] {
  const opens = new Map<number, number[]>();
  const closes = new Map<number, number[]>();
  const borders = new Set<number>();
  const put = (map: Map<number, number[]>, at: number, n: number) => {
    const list = map.get(at);
    if (list) list.push(n);
    else map.set(at, [n]);
  };
  const length = statements.map((statement) => statement.evidence.reduce((sum, [s, e]) => sum + e - s, 0));
  statements.forEach((statement, n) => {
    for (const [start, end] of merged(statement.evidence)) {
      put(opens, start, n);
      put(closes, end, n);
      borders.add(start).add(end);
    }
    for (const slot of statement.slots) if (slot.at && slot.found) borders.add(slot.at[0]).add(slot.at[1]);
  });
  for (const [start, end] of extra) borders.add(start).add(end);
  const paragraphs = paragraphsOf(text);
  for (const [start, end] of paragraphs) borders.add(start).add(end);

  const sorted = [...borders].sort((a, b) => a - b);
  const open = new Set<number>();
  let next = 0;
  return paragraphs.map(([start, end]) => {
    const segments: Segment[] = [];
    for (; next < sorted.length && sorted[next]! < end; next++) {
      const from = sorted[next]!;
      for (const n of closes.get(from) ?? []) open.delete(n);
      for (const n of opens.get(from) ?? []) open.add(n);
      if (from < start) continue;
      const to = sorted[next + 1] ?? end;
      segments.push({ start: from, end: to, statements: [...open].sort((a, b) => length[a]! - length[b]!) });
    }
    return { start, end, segments };
  });
}

/** The same words without overlaps, in order. */
export function merged(spans: Span[]): Span[] {
  const result: Span[] = [];
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}

/** All quotes in the order of the text, one for each place where one begins: what n and p step through. */
export function stopsOf(statements: Statement[]): { at: number; statement: number }[] {
  return statements
    .flatMap((statement, n) => statement.evidence.map(([at]) => ({ at, statement: n })))
    .sort((a, b) => a.at - b.at || a.statement - b.statement);
}
