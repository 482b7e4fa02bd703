import { describe, expect, it } from 'vitest';
import { makeDoc } from '../../src/reading/make-doc.js';

const names = (text: string): string =>
  makeDoc(text, null)
    .tokens.filter(({ capital }) => capital)
    .map(({ text: word }) => word)
    .join(' ');

describe('text in capitals throughout', () => {
  it('has capitals where mixed case would have them', () => {
    expect(names('TWO GUNMEN SHOT JUDGE CARLOS MORALES IN BOGOTA ON 3 MAY.')).toBe('CARLOS MORALES BOGOTA MAY');
    expect(names('THEY MAY ATTACK TURKEY, THE SOURCE TOLD US.')).toBe('TURKEY');
    expect(names('TERRORISTS OF THE FARABUNDO MARTI NATIONAL LIBERATION FRONT FLED.')).toBe(
      'FARABUNDO MARTI NATIONAL LIBERATION FRONT',
    );
    expect(names('AIRSTRIKES HIT CHECKPOINTS; SALVADORAN TROOPS FLED.')).toBe('SALVADORAN');
  });

  it('takes the rest of the text for a witness', () => {
    expect(names('EXPLOSION SHAKES NYALA MARKET\n\nThe explosion shook a market in Nyala on Friday.')).toBe(
      'NYALA The Nyala Friday',
    );
  });

  it('tags common words as the lexicon has them', () => {
    const { tokens } = makeDoc('THE REBELS KILLED THREE SOLDIERS NEAR THE BRIDGE.', null);
    expect(tokens.map(({ pos }) => pos).join(' ')).toBe('DT NNS VBD CD NNS IN DT NN SYM');
  });
});
