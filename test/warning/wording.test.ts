/** Wording: templates, the tear-line, plain language, and length as a text message. */
import { describe, expect, test } from 'vitest';
import { plainness, smsLength } from '../../src/warning/plain.js';
import type { Message, Proposal, WarningContent } from '../../src/warning/schema.js';
import { type Guarded, tearLine } from '../../src/warning/tear-line.js';
import { fill, TEMPLATES, unfinished } from '../../src/warning/templates.js';
import { AUDIENCE_GROUPS } from '../../src/warning/words.js';

const PROPOSAL: Proposal = {
  subject: 'warning:1',
  kind: 'warning',
  title: 'A warning',
  tests: [],
  actor: { id: 'isis-k', kind: 'group', name: 'ISIS-K' },
  place: { id: 'moscow', name: 'Moscow', precision: 'city', country: 'RU', lat: null, lon: null },
  targets: ['concerts', 'large gatherings'],
  window: { start: '2024-03-07', end: '2024-03-09' },
  reported: '2024-03-07',
  statements: ['sha256:0#w1'],
  origins: 1,
};

describe.each(Object.keys(TEMPLATES))('templates in %s', (language) => {
  test.each(AUDIENCE_GROUPS)('for %s fill what the reports give and leave the rest open', (audience) => {
    const message = fill(TEMPLATES, audience, language, PROPOSAL)!;
    expect(message.headline).toContain('concerts');
    expect(message.headline.length).toBeLessThanOrEqual(160);
    expect(JSON.stringify(message)).not.toMatch(/\{[a-z]+\}/);
    expect(unfinished(message)).toEqual(['authority', 'contact']);
  });
});

test('a case without a proposal is open everywhere, and an unknown language has no template', () => {
  expect(unfinished(fill(TEMPLATES, 'public', 'en', null)!)).toContain('where');
  expect(fill(TEMPLATES, 'public', 'tlh', PROPOSAL)).toBeNull();
});

const message = (change: Partial<Message>): Message => ({ ...fill(TEMPLATES, 'public', 'en', PROPOSAL)!, ...change });
const content = (change: Partial<Message>, tlp: WarningContent['tlp'] = 'TLP:CLEAR'): WarningContent => ({
  tlp,
  messages: [message(change)],
  area: { name: 'Moscow', country: 'RU', lat: null, lon: null, radius: null },
  severity: 'Extreme',
  urgency: 'Immediate',
  likelihood: null,
});
const GUARDED: Guarded = {
  publishers: ['Harbour News', 'AP'],
  persons: ['Gen. Ivan Petrov'],
  documents: ['cable-17.txt', 'https://example.org/story'],
  quotes: ['The group has moved four men with rifles from the south to a flat near the concert hall.'],
  tlp: 'TLP:CLEAR',
};
const marks = (change: Partial<Message>) =>
  tearLine(content(change), GUARDED).map(({ kind, slot, words }) => [kind, slot, words]);

const GIVEN_AWAY: [string, Partial<Message>, [string, string, string]][] = [
  ['a publisher, in any case', { authority: 'As HARBOUR  NEWS reports.' }, ['publisher', 'authority', 'HARBOUR  NEWS']],
  ['a person', { what: 'Gen. Ivan Petrov says so.' }, ['person', 'what', 'Gen. Ivan Petrov']],
  ['a document', { contact: 'See cable-17.txt.' }, ['document', 'contact', 'cable-17.txt']],
  [
    'words of the source',
    { what: 'They moved four men with rifles from the south to a flat.' },
    ['quote', 'what', 'moved four men with rifles from the south to a flat'],
  ],
];

test.each(GIVEN_AWAY)('the tear-line finds %s', (_, change, wanted) => {
  expect(marks(change)).toEqual([wanted]);
});

test('the tear-line leaves other words alone', () => {
  expect(marks({})).toEqual([]);
  expect(marks({ what: 'Perhaps the harbour newsroom, not AProper name.' })).toEqual([]);
});

test('a channel more open than the sources is marked as a whole', () => {
  const found = tearLine(content({}, 'TLP:GREEN'), { ...GUARDED, tlp: 'TLP:AMBER' });
  expect(found).toMatchObject([{ kind: 'tlp', slot: null, words: 'TLP:AMBER by a channel of TLP:GREEN' }]);
  expect(tearLine(content({}, 'TLP:RED'), { ...GUARDED, tlp: 'TLP:AMBER' })).toEqual([]);
});

test('plain words score high, an office’s words low', () => {
  const plain = plainness('Stay at home. Lock the door. Call us if you see a man with a gun.', 'en-GB');
  const stiff = plainness(
    'Notwithstanding considerable organisational difficulties, individuals should reconsider participation.',
    'en',
  );
  expect(plain).toMatchObject({ sentences: 3 });
  expect(plain.ease!).toBeGreaterThan(90);
  expect(stiff.ease!).toBeLessThan(10);
  expect(plainness('Restez chez vous.', 'fr').ease).toBeNull();
});

const SMS: [string, string, ReturnType<typeof smsLength>][] = [
  ['nothing', '', { alphabet: 'GSM-7', places: 0, parts: 0 }],
  ['160 plain letters', 'a'.repeat(160), { alphabet: 'GSM-7', places: 160, parts: 1 }],
  ['161 plain letters', 'a'.repeat(161), { alphabet: 'GSM-7', places: 161, parts: 2 }],
  ['a sign that takes two places', `€${'a'.repeat(159)}`, { alphabet: 'GSM-7', places: 161, parts: 2 }],
  ['Arabic', 'ا'.repeat(71), { alphabet: 'UCS-2', places: 71, parts: 2 }],
];
test.each(SMS)('%s as SMS', (_, text, wanted) => {
  expect(smsLength(text)).toEqual(wanted);
});
