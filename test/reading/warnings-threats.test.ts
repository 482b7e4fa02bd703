import { describe, expect, test } from 'vitest';
import { read } from '../../src/reading/read.js';
import { reportOf } from './report.js';

function reading(text: string, published: string | null = '2024-03-08') {
  const result = read(reportOf(text, published));
  const actor = (id: string | null) => result.actors.find((a) => a.id === id)?.name ?? null;
  const place = (id: string | null) => result.places.find((p) => p.id === id)?.name ?? null;
  return { ...result, actor, place };
}

describe('warnings', () => {
  test('say who told whom, when, and what to keep away from', () => {
    const { warnings, actor } = reading(
      'NAIROBI, March 8, 2024 - On Thursday the U.S. embassy asked Americans to keep away from hotels and markets because further attacks are possible.',
    );
    expect(warnings).toHaveLength(1);
    const [warning] = warnings;
    expect(actor(warning!.issuer)).toMatch(/embassy/i);
    expect(warning!.recipients.map(actor)).toEqual(['Americans']);
    expect(warning!.audience).toBe('public');
    expect(warning!.issued?.start).toBe('2024-03-07');
    expect(warning!.about.targets).toEqual(['hotels', 'markets']);
  });

  test('from state to state are private, and tell under what duty', () => {
    const { warnings, actor } = reading(
      'Militants were planning to bomb a theatre in Moscow. Washington shared this information with Russian authorities under its duty to warn.',
    );
    expect(warnings).toMatchObject([{ audience: 'private', authority: 'duty to warn' }]);
    expect(warnings[0]!.recipients.map(actor)).toEqual([expect.stringMatching(/Russia/)]);
  });

  test('of an alert are the office’s own, on its day', () => {
    const { warnings, place } = reading(
      'Security Alert: U.S. Embassy Nairobi, Kenya\nMarch 8, 2024\n\nLocation: Nairobi\n\nEvent: Terrorists may attack hotels in Nairobi.\n\nActions to take:\n- Avoid crowds.\n- Stay alert.\n',
    );
    expect(warnings).toHaveLength(1);
    expect(place(warnings[0]!.about.place)).toBe('Nairobi');
    expect(warnings[0]!.issued?.start).toBe('2024-03-08');
  });

  test('are not read out of bombs without warning, nor out of advice about accidents', () => {
    expect(reading('A bomb went off without warning in Madrid.').warnings).toEqual([]);
    expect(reading('The ministry urged drivers to use winter tyres.').warnings).toEqual([]);
  });
});

describe('threats', () => {
  test('tell ability from intent and from preparation, and who says so', () => {
    const { threats, actor } = reading(
      'Gen. Michael Kurilla said that ISIS-K could carry out attacks against Western interests. Al-Shabaab wants to attack the United States. Hamas is plotting attacks on embassies.',
    );
    expect(threats.map(({ actor: id, type, against, by }) => [actor(id), type, against, actor(by)])).toEqual([
      ['ISIS-K', 'capability', ['Western interests'], 'Michael Kurilla'],
      ['Al-Shabaab', 'intent', ['United States'], null],
      ['Hamas', 'plotting', ['embassies'], null],
    ]);
  });

  test('include stated levels, of no actor', () => {
    expect(reading('The UK threat level is unchanged at severe.').threats).toMatchObject([
      { type: 'level', actor: null, against: ['UK'] },
    ]);
  });

  test('are not what was done, what cannot be done, nor what teams may do', () => {
    expect(reading('ISIS-K attacked a hall. ISIS-K cannot attack the United States.').threats).toEqual([]);
    expect(reading('Brazil could attack from the left wing.').threats).toEqual([]);
  });
});
