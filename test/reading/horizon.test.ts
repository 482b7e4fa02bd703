import { expect, it } from 'vitest';
import { read } from '../../src/reading/read.js';
import { reportOf } from './report.js';

const horizon = (text: string, published: string | null) => {
  const [threat] = read(reportOf(text, published)).threats;
  return threat?.horizon && [threat.horizon.start, threat.horizon.end, text.slice(...threat.horizon.at)];
};

it.each([
  [
    'The general said that ISIS-K could carry out attacks against U.S. interests within six months.',
    '2024-03-21',
    ['2024-03-21', '2024-09-21', 'within six months'],
  ],
  ['Al-Shabaab threatened to attack hotels in Nairobi in April 2024.', '2024-03-05', ['2024-04-01', '2024-04-30']],
  ['Al-Shabaab threatened to attack hotels in Nairobi.', '2024-03-05', null],
  ['ISIS-K could carry out attacks against U.S. interests within six months.', null, null],
])('%s (%s) comes true by %j', (text, published, expected) => {
  const found = horizon(text, published);
  if (expected === null) expect(found).toBeNull();
  else expect(found).toEqual(expect.arrayContaining(expected));
});
