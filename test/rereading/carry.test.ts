/** Which statement of one reading is which of another: the rule, case by case. */
import { expect, test } from 'vitest';
import { carry } from '../../src/picture/rereading/carry.js';
import type { ToldStatement } from '../../src/picture/rereading/told.js';

const told = (
  slots: ToldStatement['slots'],
  evidence: [number, number][],
  more: Partial<ToldStatement> = {},
): ToldStatement => ({
  kind: 'incident',
  of: null,
  title: '',
  evidence,
  quote: '',
  slots,
  ...more,
});
const BOMBING = {
  type: ['bombing'],
  status: ['occurred'],
  date: ['2024-03-22', '2024-03-22'],
  place: ['geonames:1', 'region:1', 'country:IQ'],
};
const from = (before: Record<string, ToldStatement>, after: Record<string, ToldStatement>) =>
  Object.fromEntries(carry(new Map(Object.entries(before)), new Map(Object.entries(after))));

test('the same words, the same kind and slots, under another number', () => {
  expect(
    from({ i1: told(BOMBING, [[0, 50]]) }, { i1: told(BOMBING, [[60, 90]]), i2: told(BOMBING, [[0, 50]]) }),
  ).toEqual({
    i1: 'i2',
  });
});

test.each([
  ['the quote has grown', BOMBING, [[10, 80]]],
  ['one says no day', { ...BOMBING, date: null }, [[0, 50]]],
  ['one says no type', { ...BOMBING, type: null }, [[0, 50]]],
  ['the day is told more exactly', { ...BOMBING, date: ['2024-03-01', '2024-03-31'] }, [[0, 50]]],
  ['the place is told by its country', { ...BOMBING, place: ['country:IQ'] }, [[0, 50]]],
] as [string, ToldStatement['slots'], [number, number][]][])('found again: %s', (_, slots, evidence) => {
  expect(from({ i1: told(BOMBING, [[0, 50]]) }, { i1: told(slots, evidence) })).toEqual({ i1: 'i1' });
});

test.each([
  ['other words', BOMBING, [[50, 80]]],
  ['another type', { ...BOMBING, type: ['hijacking'] }, [[0, 50]]],
  ['it was foiled', { ...BOMBING, status: ['foiled'] }, [[0, 50]]],
  ['another day', { ...BOMBING, date: ['2024-03-23', '2024-03-23'] }, [[0, 50]]],
  ['another city of the country', { ...BOMBING, place: ['geonames:2', 'region:2', 'country:IQ'] }, [[0, 50]]],
] as [string, ToldStatement['slots'], [number, number][]][])('not found again: %s', (_, slots, evidence) => {
  expect(from({ i1: told(BOMBING, [[0, 50]]) }, { i1: told(slots, evidence) })).toEqual({ i1: null });
});

test('each is found again in one at most, the likest first', () => {
  const one = told({ ...BOMBING, date: null }, [[0, 50]]);
  const other = told(BOMBING, [[0, 100]]);
  expect(from({ i1: one, i2: other }, { i1: other, i2: one })).toEqual({ i1: 'i2', i2: 'i1' });
  expect(from({ i1: one, i2: one }, { i1: one })).toEqual({ i1: 'i1', i2: null });
});

test('an attribution is of its incident', () => {
  const claim = (of: string) => told({ actor: ['isis'], stance: ['claimed'] }, [[0, 50]], { kind: 'attribution', of });
  const [here, there] = [told(BOMBING, [[0, 50]]), told(BOMBING, [[60, 90]])];
  expect(from({ i1: here, i2: there, c1: claim('i1') }, { i1: there, i2: here, c1: claim('i2') })).toMatchObject({
    c1: 'c1',
  });
  expect(from({ i1: here, i2: there, c1: claim('i1') }, { i1: there, i2: here, c1: claim('i1') })).toMatchObject({
    c1: null,
  });
});
