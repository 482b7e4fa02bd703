import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { explain } from '../../src/reading/explain/explain.js';
import { read } from '../../src/reading/read.js';
import type { Report } from '../../src/reading/schema.js';
import { reportOf } from './report.js';

const sample = (name: string): Report =>
  reportOf(readFileSync(new URL(`../../samples/${name}.txt`, import.meta.url), 'utf8'), '2021-08-28');

describe('why a reading is as it is', () => {
  it('gives the reading that is given without asking', () => {
    const given = sample('2021-08-28-abbey-gate');
    expect(explain(given).reading).toEqual(read(given));
  });

  it('names a rule and words for every statement, and a source for every slot', () => {
    const { reading, explanation } = explain(sample('2021-08-28-abbey-gate'));
    const { text } = reading.report;
    expect(explanation.statements.length).toBe(
      reading.incidents.length +
        reading.attributions.length +
        reading.warnings.length +
        reading.threats.length +
        reading.responses.length +
        reading.relations.length,
    );
    for (const { grounds, slots } of explanation.statements) {
      expect(grounds.length).toBeGreaterThan(0);
      expect(slots.length).toBeGreaterThan(0);
      for (const { rule } of [...grounds, ...slots]) expect(rule).not.toBe('');
    }
    const [bombing] = explanation.statements;
    expect(bombing!.grounds[0]!.rule).toBe('lexicon/events.ts EVENT_NOUNS: bombing');
    const date = bombing!.slots.find(({ slot }) => slot === 'date')!;
    expect(text.slice(...date.at!)).toBe('Thursday');
    expect(date.rule).toContain('weekday');
    expect(date.left.map(({ words }) => words)).toContain('August 26');
    const claim = explanation.statements.find(({ kind }) => kind === 'attributions')!;
    expect(claim.grounds[0]!.rule).toContain('lexicon/attribution-rules.ts: claim (active)');
  });

  it('says what was considered and rejected, and by which rule', () => {
    const { explanation, reading } = explain(
      reportOf(
        'Gunmen killed 12 people in Kabul on Friday. Militants could attack a hotel next. Troops shelled a village.',
        '2021-08-28',
      ),
    );
    const { text } = reading.report;
    const act = explanation.rejected.find(({ what }) => what === 'act')!;
    expect(text.slice(...act.at!)).toBe('could attack');
    expect(act.rule).toContain('HYPOTHETICAL_MODALS');
  });

  it('says of a report of something else why it was left alone', () => {
    const { explanation } = explain(reportOf('The striker shot from the corner and scored in the league cup.'));
    expect(explanation.rejected[0]).toMatchObject({ what: 'report', at: null });
  });
});
