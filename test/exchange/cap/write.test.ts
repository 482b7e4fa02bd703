/** What is written is read again as it was, and what breaks the rules never leaves. */
import { describe, expect, test } from 'vitest';
import type { CapMessage } from '../../../src/exchange/cap/message.js';
import { readCap } from '../../../src/exchange/cap/read.js';
import { CapError, capTime, writeCap } from '../../../src/exchange/cap/write.js';
import { ALERT, following, INFO, REFERENCE } from './messages.js';

const again = (message: Omit<CapMessage, 'version'>) => readCap(Buffer.from(writeCap(message)));

const KINDS: [string, Omit<CapMessage, 'version'>][] = [
  ['Alert', ALERT],
  ['Update', following('Update')],
  ['Cancel', following('Cancel', { info: [] })],
  ['Ack', following('Ack', { info: [], scope: 'Private', addresses: ['desk@example.org'] })],
  ['Error', following('Error', { info: [], note: 'the area is not known here' })],
  ['to named people', { ...ALERT, scope: 'Private', addresses: ['one@example.org', 'Duty officer'] }],
  ['restricted', { ...ALERT, scope: 'Restricted', restriction: 'TLP:AMBER' }],
  [
    'in two languages',
    { ...ALERT, info: [INFO, { ...INFO, language: 'fr', headline: 'Évitez les grands rassemblements' }] },
  ],
];

describe.each(KINDS)('%s', (_, message) => {
  test('is read as it was written', () => {
    expect(again(message)).toEqual({ message: { version: '1.2', ...message }, faults: [], refused: null });
  });
});

const NEVER: [string, Omit<CapMessage, 'version'>, RegExp][] = [
  ['a Cancel of nothing', following('Cancel', { references: [] }), /names no message that it follows/],
  [
    'an Update of itself',
    following('Update', { references: [{ ...REFERENCE, identifier: 'tocsin.2026.1.Update' }] }),
    /refers to itself/,
  ],
  ['a Cancel of what comes later', following('Cancel', { sent: '2026-03-07T17:00:00-00:00' }), /sent after it/],
  ['an identifier with a space', { ...ALERT, identifier: 'a b' }, /identifier “a b”/],
  ['a message to nobody', { ...ALERT, scope: 'Private' }, /addressed to nobody/],
  ['a word that is none of CAP', { ...ALERT, msgType: 'Warn' as 'Alert' }, /msgType/],
  ['a time in Zulu', { ...ALERT, sent: '2026-03-07T17:30:00Z' }, /sent/],
  ['a control character', { ...ALERT, info: [{ ...INFO, headline: 'a\u0007b' }] }, /headline holds a character/],
  ['half a character', { ...ALERT, info: [{ ...INFO, event: '\ud800' }] }, /event holds a character/],
  [
    'an area that crosses itself',
    { ...ALERT, info: [{ ...INFO, area: [{ ...INFO.area[0]!, polygon: ['0,0 1,1 1,0 0,1.5 0,0'] }] }] },
    /crosses itself/,
  ],
];

test.each(NEVER)('%s is not written', (_, message, reason) => {
  expect(() => writeCap(message)).toThrow(CapError);
  expect(() => writeCap(message)).toThrow(reason);
});

test('markup in a text stays text', () => {
  const headline = '<b>&amp;</b> ]]> "quoted"';
  const { message, faults } = again({ ...ALERT, info: [{ ...INFO, headline }] });
  expect(message?.info[0]?.headline).toBe(headline);
  expect(faults.map(({ rule, grave }) => [rule, grave])).toEqual([['markup', false]]);
});

test('a time is written in whole seconds with its offset', () => {
  expect(capTime(new Date('2026-03-07T17:30:12.987Z'))).toBe('2026-03-07T17:30:12-00:00');
});
