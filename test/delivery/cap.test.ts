/** A released warning as CAP: kinds, reach, languages, times. */
import { describe, expect, test } from 'vitest';
import { capOf } from '../../src/delivery/cap.js';
import { readCap } from '../../src/exchange/cap/read.js';
import { CapError, writeCap } from '../../src/exchange/cap/write.js';
import type { CaseWarning } from '../../src/store/cases/case.js';
import { LIKELIHOODS } from '../../src/warning/words.js';
import { content, HOUR, message } from './warned.js';

const NOW = new Date('2026-03-07T18:00:00Z');
const ID = '11111111-1111-4111-8111-111111111111';
const warning = (more: Partial<CaseWarning> = {}): CaseWarning => ({
  ...{ id: ID, duty_case: 'case 1', number: 1, kind: 'Alert', follows: null, content: content() },
  ...{ valid_from: NOW, valid_until: new Date(NOW.getTime() + 48 * HOUR), threat_from: null },
  ...{ threat_until: new Date(NOW.getTime() + 360 * HOUR), written_by: 'a', submitted_by: 'a', submitted_at: NOW },
  ...{ approved_by: 'b', approved_at: NOW, emergency: false, approval_due: null, released_by: 'a', released_at: NOW },
  ...more,
});
const parts = { sender: 'desk@example.org', senderName: 'Harbour desk', follows: [], web: null } as const;
const BEFORE = { sender: 'desk@example.org', identifier: 'before.public', sent: '2026-03-07T17:00:00-00:00' };

test('an alert for the public, as a receiver reads it', () => {
  const { message: read, faults } = readCap(
    Buffer.from(
      writeCap(capOf(warning(), { ...parts, audience: 'public', web: 'https://desk.example.org/public/warnings/1' })),
    ),
  );
  expect(faults.filter(({ grave }) => grave)).toEqual([]);
  expect(read).toMatchObject({
    ...{ identifier: `${ID}.public`, sender: 'desk@example.org', sent: '2026-03-07T18:00:00-00:00', status: 'Actual' },
    ...{ msgType: 'Alert', scope: 'Public', restriction: null, addresses: [], code: ['TLP:CLEAR'], references: [] },
    incidents: ['case 1'],
  });
  expect(read?.info.map(({ language }) => language)).toEqual(['en', 'fr']);
  expect(read?.info[0]).toMatchObject({
    ...{ category: ['Security'], certainty: 'Likely', severity: 'Extreme', urgency: 'Expected' },
    ...{ effective: '2026-03-07T18:00:00-00:00', onset: null, expires: '2026-03-09T18:00:00-00:00' },
    eventCode: [{ valueName: 'OET:v1.2', value: 'OET-193' }],
    parameter: [
      { valueName: 'threatWindow', value: '../2026-03-22T18:00:00-00:00' },
      { valueName: 'ICD203:likelihood', value: 'likely' },
    ],
    instruction: message('public').action,
    area: [{ areaDesc: 'City stadium', circle: ['48.92,2.36 2'] }],
  });
});

test.each([
  ['public', 'TLP:CLEAR', 'Public', null, 0],
  ['public', 'TLP:GREEN', 'Restricted', /^TLP:GREEN/, 0],
  ['at-risk', 'TLP:CLEAR', 'Restricted', /^TLP:CLEAR/, 0],
  ['at-risk', 'TLP:AMBER+STRICT', 'Restricted', /^TLP:AMBER\+STRICT/, 0],
  ['at-risk', 'TLP:RED', 'Private', null, 1],
] as const)('%s under %s is %s', (audience, tlp, scope, restriction, addresses) => {
  const made = capOf(warning({ content: content({ tlp }) }), { ...parts, audience });
  expect(made.scope).toBe(scope);
  if (restriction === null) expect(made.restriction).toBeNull();
  else expect(made.restriction).toMatch(restriction);
  expect(made.addresses.length).toBe(addresses);
});

test('a likelihood as CAP has it; what has not happened is never observed', () => {
  const certainty = (likelihood: (typeof LIKELIHOODS)[number] | null) =>
    capOf(warning({ content: content({ likelihood }) }), { ...parts, audience: 'public' }).info[0]?.certainty;
  expect([null, ...LIKELIHOODS].map(certainty)).toEqual([
    'Unknown',
    'Unlikely',
    'Possible',
    'Possible',
    'Possible',
    'Likely',
    'Likely',
    'Likely',
  ]);
});

describe('what follows', () => {
  test.each(['Update', 'Cancel'] as const)('a %s names all that went before it', (kind) => {
    const made = capOf(warning({ kind, follows: 'x' }), { ...parts, audience: 'public', follows: [BEFORE] });
    expect(made).toMatchObject({ msgType: kind, references: [BEFORE] });
    expect(readCap(Buffer.from(writeCap(made))).message?.msgType).toBe(kind);
  });

  test('an update is an alert to whom nothing went before', () => {
    expect(capOf(warning({ kind: 'Update', follows: 'x' }), { ...parts, audience: 'at-risk' }).msgType).toBe('Alert');
  });

  test.each<[string, Partial<CaseWarning>, object]>([
    ['a cancellation of nothing', { kind: 'Cancel', follows: 'x' }, { audience: 'public' }],
    ['an alert that follows', {}, { audience: 'public', follows: [BEFORE] }],
    ['what is not released', { released_at: null }, { audience: 'public' }],
    ['what says nothing to them', {}, { audience: 'protectors' }],
  ])('%s is never made', (_, more, given) => {
    expect(() => capOf(warning(more), { ...parts, ...given } as unknown as Parameters<typeof capOf>[1])).toThrow(
      CapError,
    );
  });
});
