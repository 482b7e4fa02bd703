import { describe, expect, it } from 'vitest';
import type { IncidentSummary } from '../../src/desk/schema';
import { msOf } from '../parts/dates';
import { extentOf, layOut, scaleOf } from './timelineLayout';

const incident = (id: string, start: string | null, end: string | null): IncidentSummary => ({
  id,
  title: id,
  type: 'bombing',
  status: 'occurred',
  date: { start, end },
  place: null,
  killed: null,
  injured: null,
  killedSpread: null,
  groups: [],
  reported: null,
  reports: 1,
  origins: 1,
});

const WIDTH = 500;
const scale = scaleOf([msOf('2024-01-01'), msOf('2024-12-31')], WIDTH);

describe('the timeline', () => {
  it('draws a day as a dot and days that are not known better as a bar', () => {
    const { marks } = layOut(
      [incident('a', '2024-03-22', '2024-03-22'), incident('b', '2024-05-01', '2024-08-31')],
      scale,
      WIDTH,
      12,
    );
    expect(marks?.map(({ incident, kind }) => [incident.id, kind])).toEqual([
      ['a', 'dot'],
      ['b', 'bar'],
    ]);
  });

  it('lets an open end run to the edge', () => {
    const { marks } = layOut([incident('a', '2024-06-01', null)], scale, WIDTH, 12);
    expect(marks?.[0]).toMatchObject({ kind: 'bar', openStart: false, openEnd: true });
    expect((marks?.[0]?.x ?? 0) + (marks?.[0]?.width ?? 0)).toBeCloseTo(WIDTH);
  });

  it('never lets two marks of one row overlap', () => {
    const days = Array.from({ length: 40 }, (_, n) => `2024-03-${String(1 + (n % 28)).padStart(2, '0')}`);
    const { marks } = layOut(
      days.map((day, n) => incident(String(n), day, day)),
      scale,
      WIDTH,
      60,
    );
    for (const row of new Set(marks?.map((mark) => mark.row))) {
      const inRow = marks?.filter((mark) => mark.row === row) ?? [];
      for (const [n, mark] of inRow.slice(1).entries()) {
        const before = inRow[n];
        expect(mark.x).toBeGreaterThanOrEqual((before?.x ?? 0) + (before?.width ?? 0));
      }
    }
    expect(marks).toHaveLength(40);
  });

  it('counts in bins where there is no room, and loses none', () => {
    const many = Array.from({ length: 300 }, (_, n) => incident(String(n), '2024-03-22', '2024-03-22'));
    const { bins } = layOut(many, scale, WIDTH, 12);
    expect(bins?.flatMap(({ incidents }) => incidents)).toHaveLength(300);
  });

  it('leaves out what has no date', () => {
    expect(layOut([incident('a', null, null)], scale, WIDTH, 12).marks).toEqual([]);
  });
});

describe('the extent', () => {
  const day = (id: string, on: string) => incident(id, on, on);

  it('has all days in it, and leaves a stray few outside the usual one', () => {
    const many = Array.from({ length: 120 }, (_, n) =>
      day(`m${n}`, `2024-03-${String((n % 28) + 1).padStart(2, '0')}`),
    );
    const { usual, whole } = extentOf([...many, day('stray', '1920-01-01')]);
    expect(whole[0]).toBeLessThan(Date.parse('1920-01-01'));
    expect(usual[0]).toBeGreaterThan(Date.parse('2023-12-31'));
    expect(usual[1]).toBeGreaterThan(Date.parse('2024-03-28'));
    const few = extentOf([day('a', '1920-01-01'), day('b', '2024-03-01')]);
    expect(few.usual).toEqual(few.whole);
  });
});
