import { describe, expect, it } from 'vitest';
import { addDays, overlaps, showInterval } from './dates';
import { shortToll, showToll } from './tolls';

describe('intervals read as people write them', () => {
  it.each([
    ['2024-03-22', '2024-03-22', '22 Mar 2024'],
    ['2024-03-07', '2024-03-09', '7–9 Mar 2024'],
    ['2024-02-01', '2024-02-29', 'Feb 2024'],
    ['2023-05-01', '2023-09-30', 'May–Sep 2023'],
    ['2015-01-01', '2015-12-31', '2015'],
    ['2014-01-01', '2016-12-31', '2014–2016'],
    ['2024-03-22', '2024-04-02', '22 Mar – 2 Apr 2024'],
    ['2023-12-24', '2024-01-03', '24 Dec 2023 – 3 Jan 2024'],
    ['2015-01-01', null, 'since 1 Jan 2015'],
    [null, '2024-03-01', 'until 1 Mar 2024'],
    [null, null, 'not stated'],
  ])('%s to %s: %s', (start, end, shown) => {
    expect(showInterval({ start, end })).toBe(shown);
  });
});

describe('days', () => {
  it('count over months and leap days', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
  });

  it('overlap with open ends', () => {
    expect(overlaps({ start: '2024-01-01', end: null }, { start: null, end: '2024-01-01' })).toBe(true);
    expect(overlaps({ start: '2024-01-02', end: null }, { start: null, end: '2024-01-01' })).toBe(false);
  });
});

describe('tolls', () => {
  it.each([
    [137, 137, '137', '137'],
    [60, null, 'at least 60', '60+'],
    [24, 99, '24–99', '24–99'],
    [null, 12, 'up to 12', '≤ 12'],
  ])('%s to %s: %s', (min, max, long, short) => {
    expect([showToll({ min, max }), shortToll({ min, max })]).toEqual([long, short]);
  });
});
