import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextMarked } from '../../src/reading/doc.js';
import { CAPITALISED } from '../../src/reading/forms.js';
import { makeDoc } from '../../src/reading/make-doc.js';

const words = (text: string): string[] => makeDoc(text, null).tokens.map((token) => token.text);
const lengths = (text: string): number[] => makeDoc(text, null).sentences.map(({ first, last }) => last - first);

describe('words', () => {
  test('plain words, and those that it takes a pattern to tell', () => {
    expect(words("The U.S. didn't say. A1 b2.c al-Shabaab’s AT&T Qa'ida 1,400 3rd (Señor)... end.")).toEqual(
      "The|U.S.|did|n't|say|.|A1|b2|.|c|al-Shabaab|’s|AT&T|Qa'ida|1,400|3rd|(|Señor|)|...|end|.".split('|'),
    );
  });

  test('the words are all of a text but its white space', () => {
    const unit = fc.constantFrom(...'aZ9 .,-\'’&"é\u0301\n\u00a0漢_\u2028'.split(''), '🕯', 'U.S.', "n't", '3rd');
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 20 }), (units) => {
        const text = units.join('');
        expect(words(text).join('')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });

  test('those with a capital are marked', () => {
    const doc = makeDoc('Gunmen of al-Shabaab came. ALL WORDS OF THIS ONE are.', null);
    const marked: string[] = [];
    for (let i = nextMarked(doc, CAPITALISED, 0); i < doc.tokens.length; i = nextMarked(doc, CAPITALISED, i + 1))
      marked.push(doc.tokens[i]!.text);
    expect(marked).toEqual(['Gunmen', 'al-Shabaab', 'ALL', 'WORDS', 'OF', 'THIS', 'ONE']);
  });
});

describe('sentences', () => {
  test('what goes on without a full stop is cut', () => {
    expect(lengths('killed '.repeat(1000))).toEqual([400, 400, 200]);
    expect(lengths(`${'bomb, '.repeat(200)}bomb.`)).toEqual([400, 2]);
  });
});
