import { describe, expect, it } from 'vitest';
import { readMessages } from '../../../src/exchange/muc4/layout.js';
import { templatesOf } from '../../../src/exchange/muc4/read.js';
import { printIrrelevant, printTemplate, type Template } from '../../../src/exchange/muc4/template.js';

/** Texts of our own in the layout. */
const FILE = `DEV-MUC3-9001 (OWN)

   LIMA, 12 MAR 90 (OWN) -- [TEXT] A POWERFUL BOMB EXPLODED LAST NIGHT IN
FRONT OF THE MINING BANK IN LIMA, POLICE REPORTED TODAY.  TWO EMPLOYEES WERE WOUNDED
AND THE BUILDING WAS DAMAGED.  THE SHINING PATH CLAIMED RESPONSIBILITY FOR THE BOMBING.


DEV-MUC3-9002 (OWN)

   SANTIAGO, 13 MAR (OWN) -- [TEXT] THE CENTRAL BANK ANNOUNCED TODAY THAT
COPPER EXPORTS ROSE BY 3 PERCENT IN FEBRUARY.


DEV-MUC3-9003 (OWN)

   CLANDESTINE, NO DATE -- [COMMENTARY] [TEXT] THE PEOPLE WILL JUDGE.
`;

describe('layout', () => {
  it('finds the messages with their datelines', () => {
    const messages = readMessages(FILE);
    expect(messages.map(({ id, place, date }) => [id, place, date])).toEqual([
      ['DEV-MUC3-9001', 'LIMA', '1990-03-12'],
      ['DEV-MUC3-9002', 'SANTIAGO', '1990-03-13'],
      ['DEV-MUC3-9003', null, null],
    ]);
    for (const { text, body } of messages) expect(text.slice(0, body)).toMatch(/\[TEXT\]$/);
  });

  it('says what is missing in a text that is none', () => {
    expect(() => readMessages('Two people died.')).toThrow(/no message/);
  });
});

describe('reading', () => {
  const [bombing, exports] = readMessages(FILE);

  it('makes a template of a bombing', () => {
    const templates = templatesOf(bombing!);
    expect(templates).toHaveLength(1);
    const [t] = templates as [Template];
    expect(t.type).toBe('BOMBING');
    expect(t.date).toBe('11 MAR 90');
    expect(t.location).toBe('PERU: LIMA (CITY)');
    expect(t.targets).toContain('MINING BANK');
    expect(t.organizations).toContain('SHINING PATH');
  });

  it('makes none of trade', () => {
    expect(templatesOf(exports!)).toEqual([]);
  });
});

describe('printing', () => {
  it('puts a fill a line, with its cross-reference, and marks what does not apply', () => {
    const [template] = templatesOf(readMessages(FILE)[0]!);
    const printed = printTemplate({ ...template!, type: 'KIDNAPPING', names: ['JUAN "EL GATO" PEREZ'] }, 2).split('\n');
    expect(printed[1]).toMatch(/^1\. {2}MESSAGE: TEMPLATE {15}2$/);
    expect(printed.find((line) => line.includes('PHYS TGT: ID'))).toMatch(/\*$/);
    expect(printed.find((line) => line.includes('HUM TGT: NAME'))).toMatch(/"JUAN \\"EL GATO\\" PEREZ"$/);
    expect(printIrrelevant('X').split('\n')).toHaveLength(25);
  });
});
