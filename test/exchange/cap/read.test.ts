/** What others send: read, or refused with a reason. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCap } from '../../../src/exchange/cap/read.js';
import { writeCap } from '../../../src/exchange/cap/write.js';
import { ALERT } from './messages.js';

const CAP = new URL('../../../../shared/data/cap/', import.meta.url);
const text = writeCap(ALERT);

const REFUSED: [string, string, RegExp][] = [
  ['nothing', '', /not well-formed/],
  ['half a message', text.slice(0, 200), /not well-formed/],
  ['another document', '<rss/>', /no CAP message: the root is “rss”/],
  ['a namespace of nobody', text.replace('cap:1.2', 'cap:9.9'), /no CAP message/],
  ['a document type', text.replace('<alert', '<!DOCTYPE alert [<!ENTITY a "b">]><alert'), /document type/],
  [
    'a file drawn in',
    text.replace('<alert', '<!DOCTYPE alert [<!ENTITY a SYSTEM "file:///etc/passwd">]><alert'),
    /document type/,
  ],
  ['two kinds at once', text.replace('<msgType>Alert', '<msgType>Cancel</msgType><msgType>Alert'), /msgType/],
  ['a kind in small letters', text.replace('>Alert<', '>cancel<'), /msgType/],
];

test.each(REFUSED)('%s is refused', (_, broken, reason) => {
  const { message, refused } = readCap(Buffer.from(broken));
  expect(message).toBeNull();
  expect(refused?.join()).toMatch(reason);
});

test('a Cancel that names nothing is read with a grave fault', () => {
  const { message, faults } = readCap(Buffer.from(text.replace('>Alert<', '>Cancel<')));
  expect(message?.msgType).toBe('Cancel');
  expect(faults.filter(({ grave }) => grave).map(({ rule }) => rule)).toEqual(['follows']);
});

describe.skipIf(!existsSync(CAP))(
  'messages of national services (../shared/data/cap; skipped where it is missing)',
  () => {
    interface Entry {
      xsd: boolean;
      msgType: string;
      infos: number;
      refs: boolean;
      langs: string[];
    }
    const index = JSON.parse(readFileSync(new URL('alerts/index.json', CAP), 'utf8')) as Record<string, Entry>;
    const files = readdirSync(new URL('alerts/', CAP)).filter((file) => file.endsWith('.xml'));

    test('all are there', () => expect(files.length).toBe(181));

    test.each(files)('%s', (file) => {
      const entry = index[file.slice(4, -4)]!;
      const { message, refused } = readCap(readFileSync(new URL(`alerts/${file}`, CAP)));
      expect(refused === null).toBe(entry.xsd);
      if (message === null) return;
      expect(message.msgType).toBe(entry.msgType);
      expect(message.info.length).toBe(entry.infos);
      expect(message.references.length > 0).toBe(entry.refs);
    });
  },
);
