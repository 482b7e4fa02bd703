import { describe, expect, it } from 'vitest';
import type { Reading, Span } from '../../src/reading/schema';
import { holds, statementsOf } from './statements';

const text = 'Gunmen killed 12 people in Kabul on Monday. The Taliban denied it.';
const at = (words: string): Span => [text.indexOf(words), text.indexOf(words) + words.length];

const reading: Reading = {
  schema: 'tocsin.reading/1',
  report: {
    id: 'sha256:0',
    file: null,
    title: null,
    published: null,
    publisher: null,
    url: null,
    language: 'en',
    text,
  },
  actors: [{ id: 'a1', kind: 'group', key: 'taliban', name: 'Taliban', aliases: [], mentions: [at('Taliban')] }],
  places: [
    {
      id: 'p1',
      key: null,
      name: 'Kabul',
      precision: 'city',
      country: 'AF',
      lat: 34.5,
      lon: 69.2,
      mentions: [at('Kabul')],
    },
  ],
  incidents: [
    {
      id: 'i1',
      type: 'armed-assault',
      status: 'occurred',
      date: null,
      place: 'p1',
      site: null,
      weapons: [{ type: 'firearms', text: 'rifles', at: at('people') }],
      perpetrators: { groups: ['a1'], individuals: [{ text: 'Gunmen', at: at('Gunmen') }] },
      targets: [],
      victims: [],
      killed: { min: 12, max: 12, at: at('12') },
      injured: null,
      suicide: false,
      evidence: [at('Gunmen killed 12 people in Kabul on Monday.')],
    },
  ],
  attributions: [{ incident: 'i1', actor: 'a1', stance: 'denied', by: 'a1', evidence: [[400, 420]] }],
  warnings: [],
  threats: [],
  responses: [],
  relations: [],
};

describe('statements of a reading', () => {
  const [incident, attribution] = statementsOf(reading);
  const slot = (label: string) => incident?.slots.find((one) => one.label === label);

  it('numbers them as the picture does', () => {
    expect([incident?.id, attribution?.id]).toEqual(['i1', 'c1']);
  });

  it('points each slot at its own words', () => {
    expect(text.slice(...(slot('Killed')?.at ?? [0, 0]))).toBe('12');
    expect(text.slice(...(slot('By')?.at ?? [0, 0]))).toBe('Gunmen');
    expect(text.slice(...(slot('Place')?.at ?? [0, 0]))).toBe('Kabul');
  });

  it('finds no words for a name that stands outside the quote', () => {
    expect(slot('Group')).toMatchObject({ value: 'Taliban', at: null, found: true });
  });

  it('says so where the words at a span are others than those of the reading', () => {
    expect(slot('Weapon')?.found).toBe(false);
  });

  it('drops a quote that lies outside the text, and says so', () => {
    expect(attribution).toMatchObject({ evidence: [], found: false });
  });
});

describe('whether the text holds a quote', () => {
  it('compares the words, not the line breaks', () => {
    expect(holds('killed\n  twelve', [0, 15], 'killed twelve')).toBe(true);
    expect(holds('killed twelve', [0, 13], 'killed eleven')).toBe(false);
    expect(holds('killed', [0, 60], 'killed')).toBe(false);
  });
});
