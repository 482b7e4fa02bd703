/** What comes after each attempt, as one table. */
import { expect, test } from 'vitest';
import { failed, type Outcome, refused } from '../../src/delivery/outcome.js';
import { LAST_SECONDS, RETRY_SECONDS, settle, settleUntried } from '../../src/delivery/schedule.js';
import type { Claimed } from '../../src/store/delivery/claim.js';

const AT = new Date('2026-03-07T18:00:00Z');
const later = (seconds: number) => new Date(AT.getTime() + seconds * 1000);
const channel = (rank: number) =>
  ({ id: `c${rank}`, recipient: 'r', person: null, rank, kind: 'email', address: Buffer.of() }) as const;
const delivery = (more: Partial<Claimed> = {}): Claimed => ({
  ...{ id: 'd', warning: 'w', recipient: 'r', state: 'waiting', rank: 0, attempts: 0, until: later(86_400) },
  ...{ audience: 'at-risk', language: 'en', removed: false, superseded: false, channels: [channel(0), channel(2)] },
  ...more,
});
const TAKEN: Outcome = { outcome: 'accepted', delivered: false, detail: 'SMTP 250' };
const DOWN = failed('down');
const worn = RETRY_SECONDS.length;

test.each<[string, Partial<Claimed>, number, Outcome, object]>([
  ['taken: done', {}, 0, TAKEN, { state: 'accepted', next_at: null, accepted_at: AT, delivered_at: null, tell: false }],
  ['taken by the recipient itself', {}, 0, { ...TAKEN, delivered: true }, { delivered_at: AT }],
  ['taken after a person was told', { state: 'to-a-person' }, 2, TAKEN, { state: 'accepted', tell: false }],
  [
    'failed: again in seconds',
    {},
    0,
    DOWN,
    { state: 'waiting', rank: 0, attempts: 1, next_at: later(RETRY_SECONDS[0]) },
  ],
  ['failed to the end: the next channel', { attempts: worn }, 0, DOWN, { rank: 2, attempts: 0, next_at: AT }],
  [
    'refused: the next channel at once',
    {},
    0,
    refused('gone'),
    { state: 'waiting', rank: 2, attempts: 0, next_at: AT },
  ],
  [
    'refused by the last: to a person, and tried on',
    { rank: 2 },
    2,
    refused('gone'),
    { state: 'to-a-person', rank: 2, next_at: later(LAST_SECONDS), tell: true, last_error: 'gone' },
  ],
  [
    'tried on: a person is told once',
    { state: 'to-a-person', rank: 2 },
    2,
    DOWN,
    { state: 'to-a-person', tell: false },
  ],
  [
    'the window closes before the next attempt: the next channel now',
    { until: later(1) },
    0,
    DOWN,
    { state: 'waiting', rank: 2, next_at: AT },
  ],
  ['and given up on the last', { until: later(1), rank: 2 }, 2, DOWN, { state: 'given-up', next_at: null, tell: true }],
])('%s', (_, more, rank, outcome, wanted) => {
  expect(settle(delivery(more), rank, 'email', outcome, AT)).toMatchObject(wanted);
});

test('a push that was taken is a note besides: the next channel has it at once, unless there is none', () => {
  expect(settle(delivery(), 0, 'webpush', TAKEN, AT)).toMatchObject({
    ...{ state: 'waiting', rank: 2, attempts: 0, next_at: AT, accepted_at: AT, tell: false },
  });
  expect(settle(delivery({ rank: 2 }), 2, 'webpush', TAKEN, AT)).toMatchObject({ state: 'accepted', next_at: null });
});

test.each<[string, Partial<Claimed>, object | null]>([
  ['what is due is tried', {}, null],
  ['a closed window', { until: AT }, { state: 'given-up', tell: true, attempt: null }],
  ['a removed recipient', { removed: true, channels: [] }, { state: 'given-up', tell: false }],
  ['a later warning to the same recipient', { superseded: true }, { state: 'given-up', tell: false }],
  ['nobody knows where to', { channels: [] }, { state: 'to-a-person', tell: true, attempt: null }],
])('untried: %s', (_, more, wanted) => {
  const result = settleUntried(delivery(more), AT);
  if (wanted === null) expect(result).toBeNull();
  else expect(result).toMatchObject(wanted);
});

test('from seconds to minutes, and never slower than the last pace', () => {
  expect([...RETRY_SECONDS].sort((a, b) => a - b)).toEqual([...RETRY_SECONDS]);
  expect(RETRY_SECONDS[0]).toBeLessThanOrEqual(5);
  expect(RETRY_SECONDS.at(-1)).toBeLessThanOrEqual(LAST_SECONDS);
});
