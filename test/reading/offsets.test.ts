import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read } from '../../src/reading/read.js';
import { Reading } from '../../src/reading/schema.js';
import { reportOf } from './report.js';

/** Every `at`, `mentions` and `evidence` of a reading. */
function spansOf(value: unknown, key = ''): [number, number][] {
  if (Array.isArray(value)) {
    const isSpan = value.length === 2 && value.every((n) => typeof n === 'number');
    if (isSpan) return [value as [number, number]];
    return value.flatMap((item) => spansOf(item, key));
  }
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, item]) => spansOf(item, name));
}

/** Sound: the contract's schema, spans within the text that begin and end at whole code points, phrases equal to their words. */
function expectSound(reading: Reading): void {
  Reading.parse(reading);
  const { text } = reading.report;
  for (const [start, end] of spansOf(reading)) {
    expect(start).toBeLessThan(end);
    expect(end).toBeLessThanOrEqual(text.length);
    expect(() => encodeURIComponent(text.slice(start, end))).not.toThrow(); // no half of a surrogate pair
  }
  for (const incident of reading.incidents) {
    const phrases = [
      incident.site,
      ...incident.weapons,
      ...incident.targets,
      ...incident.victims,
      ...incident.perpetrators.individuals,
    ];
    for (const phrase of phrases) if (phrase) expect(text.slice(...phrase.at)).toBe(phrase.text);
  }
  const ids = new Set([...reading.actors, ...reading.places, ...reading.incidents].map(({ id }) => id));
  for (const { actor, by, incident } of reading.attributions)
    for (const id of [actor, by, incident]) if (id) expect(ids).toContain(id);
}

const SENTENCES = [
  'Gunmen of Boko Haram killed at least 12 people in a market in Maiduguri on Friday.',
  'ISLAMIC STATE CLAIMED THE BOMBING OF A BUS IN KABUL YESTERDAY.',
  'The U.S. embassy warned Americans to avoid “large gatherings” in Moscow for 48 hours.',
  'Al-Shabaab, a branch of al-Qaeda, threatened to attack hotels in Nairobi.',
  'Police arrested two suspects in Mogadishu; the group denied any part in it.',
];
const marks = fc.constantFrom(
  '\n\n',
  ' ',
  '\u00a0',
  '\u2028',
  '\ufeff',
  '…',
  '🕯️',
  '👩‍👩‍👧',
  'é',
  'ن',
  '漢字',
  '"',
  '’s ',
  '- ',
  '* ',
  '\r\n',
  '\u0000',
);

describe('a reading of any text', () => {
  it('has only spans that lie in it and slice to their words', () => {
    const text = fc.array(
      fc.oneof(fc.constantFrom(...SENTENCES), marks, fc.string({ unit: 'grapheme', maxLength: 12 })),
      { maxLength: 14 },
    );
    fc.assert(
      fc.property(text, fc.constantFrom('2024-03-25', null), (parts, published) => {
        expectSound(read(reportOf(parts.join(''), published)));
      }),
      { numRuns: 300 },
    );
  });

  it('ends with the calendar, whatever number of years a text counts', () => {
    const text = 'ISIS could attack within 90000000 years. 99999999 weeks later gunmen killed 12 people in Kabul.';
    expectSound(read(reportOf(text)));
    expectSound(read(reportOf('The group threatened to attack hotels next week.', '9999-12-31')));
  });

  it('is the same every time', () => {
    const text = SENTENCES.join(' ');
    expect(read(reportOf(text))).toEqual(read(reportOf(text)));
  });

  it('takes no day from anywhere but the text and the day of publication', () => {
    const reading = read(reportOf('A car bomb killed five people in Kabul on Friday.', null));
    expect(reading.incidents).toHaveLength(1);
    expect(reading.incidents[0]?.date).toBeNull();
  });

  it('is empty of statements for another language', () => {
    const foreign = { ...reportOf('Un coche bomba mató a cinco personas en Kabul.'), language: 'es' };
    const { incidents, warnings, threats, responses, relations, attributions } = read(foreign);
    expect([incidents, warnings, threats, responses, relations, attributions].flat()).toEqual([]);
  });
});

const GOLD = new URL('../../../shared/gold/dev/', import.meta.url);
describe.skipIf(!existsSync(GOLD))(
  `readings of the development reports${existsSync(GOLD) ? '' : ' (skipped: ../shared is missing)'}`,
  () => {
    const names = existsSync(GOLD) ? readdirSync(GOLD).filter((name) => name.endsWith('.txt')) : [];
    it.each(names)('%s is sound', (name) => {
      const meta = JSON.parse(readFileSync(new URL(name.replace('.txt', '.meta.json'), GOLD), 'utf8'));
      expectSound(read(reportOf(readFileSync(new URL(name, GOLD), 'utf8'), meta.published ?? null)));
    });
  },
);
