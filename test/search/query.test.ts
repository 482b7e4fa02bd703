/** Searching without a database: spellings, words, what was asked, why it is met. */
import { describe, expect, test } from 'vitest';
import { fold } from '../../src/catalogue/fold.js';
import { spellingKeys } from '../../src/catalogue/spelling.js';
import { vectorsOf, wordsOf } from '../../src/picture/search/lexemes.js';
import { namesIn, termsOf, tsquery } from '../../src/picture/search/query.js';

const like = (a: string, b: string) => {
  const keys = new Set(spellingKeys(fold(a)));
  return spellingKeys(fold(b)).some((key) => keys.has(key));
};

describe('spellings of one name', () => {
  test.each([
    ['Hezbollah', 'Hizbullah'],
    ['Hizballah', 'Hizb Allah'],
    ['al-Qaeda', "Al Qa'ida"],
    ['al-Shabaab', 'Al Shabab'],
    ['al-Shabaab', 'Chabab'],
    ['Jabhat al-Nusra', 'Jabhat an-Nusrah'],
    ['Daesh', "Da'ish"],
    ['Daesh', 'Daech'],
    ['Mosul', 'Mossul'],
    ['Khorasan', 'Khurasan'],
    ['IS-K', 'ISK'],
    ['Taliban', 'Taleban'],
  ])('%s, %s', (a, b) => expect(like(a, b)).toBe(true));

  test.each([
    ['Hamas', 'Homs'],
    ['Mosul', 'Moscow'],
    ['ISIS', 'ISIL'],
    ['Boko Haram', 'Ahrar'],
    ['Kabul', 'Kapuas'],
  ])('not %s, %s', (a, b) => expect(like(a, b)).toBe(false));
});

describe('words', () => {
  const lexemes = (text: string) => [...wordsOf(text)].map(({ lexeme }) => lexeme);

  test('are found in all their forms, without accents, marks of possession and dots', () => {
    expect(lexemes('Bombings bombed the bomb')).toEqual(['bomb', 'bomb', '', 'bomb']);
    expect(lexemes('U.S.-led in São Paulo, Shabaab’s')).toEqual([
      'us',
      'led',
      '',
      'sao',
      'paulo',
      ...lexemes('Shabaab'),
    ]);
    expect(lexemes('IS is in')).toEqual(['is', '', '']);
  });

  test('keep their places in the text', () => {
    const text = 'He said: “Łódź — 3.5 kg”';
    expect([...wordsOf(text)].map(({ at }) => text.slice(...at))).toEqual(['He', 'said', 'Łódź', '3', '5', 'kg']);
  });

  test('of a long text are cut into rows that a database takes', () => {
    const parts = vectorsOf([Array.from({ length: 20_000 }, (_, i) => `w${i}`).join(' ')], ["p:O'Hara \\ Co"]);
    expect(parts).toHaveLength(3);
    expect(parts.every((part) => part.endsWith(String.raw`'p:O''Hara \\ Co'`))).toBe(true);
  });
});

describe('what was asked', () => {
  const named: Record<string, string[]> = {
    'islamic state': ['isis'],
    daesh: ['isis'],
    mosul: ['geonames:1'],
    state: ['x'],
  };
  const namer = (written: string) => named[fold(written)] ?? [];
  const asked = (q: string) => tsquery(termsOf(q, namer), []);

  test('the longest name first, each name or what it means', () => {
    expect(asked('Islamic State Mosul bombings')).toBe(
      "(('islam' <1> 'state') | 'e:isis') & (('mosul') | 'e:geonames:1') & (('bomb'))",
    );
  });

  test('phrases, what must not stand, common words, signs', () => {
    expect(asked('"car bomb in the market" -Daesh')).toBe(
      "(('car' <1> 'bomb' <3> 'market')) & !(('daesh') | 'e:isis')",
    );
    expect(asked('the & of | !')).toBe(null);
    expect(asked("o'hara'); drop table report; --")).toMatch(/^\(\('ohara'\)\)/);
    expect(asked('"unclosed')).toBe("(('unclos'))");
  });

  test('looks up runs of words, and none over a phrase', () => {
    expect(namesIn('a b "c d" e')).toEqual(['a', 'a b', 'b', 'c d', 'e']);
  });
});
