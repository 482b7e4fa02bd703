import { describe, expect, test } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/catalogue.js';
import { makeDoc } from '../../src/reading/make-doc.js';
import { findNames, type Names } from '../../src/reading/names/names.js';

const catalogue = loadCatalogue();

function read(text: string) {
  const doc = makeDoc(text, null);
  const names = findNames(doc, catalogue);
  const index = (word: string, from = 0): number => {
    const found = doc.tokens.findIndex((token, i) => i >= from && token.text === word);
    if (found < 0) throw new Error(`no token "${word}"`);
    return found;
  };
  return { doc, names, index };
}
const actorNames = (names: Names) => [...new Set(names.actorMentions.map(({ actor }) => actor.name))];
const kindOf = (names: Names, name: string) => names.actorMentions.find(({ actor }) => actor.name === name)?.actor.kind;

describe('actors', () => {
  test('are found by the longest name of the catalogue', () => {
    const { names } = read('Fighters of Islamic State West Africa Province (ISWAP) fled. ISWAP denied it.');
    expect(names.actorMentions.map(({ actor }) => actor.key)).toEqual([
      'isis-west-africa',
      'isis-west-africa',
      'isis-west-africa',
    ]);
  });

  test('are whole words in their own spelling', () => {
    const { names } = read('The ambassador will tell us that this is what she will do.');
    expect(actorNames(names)).toEqual([]);
  });

  test('are found in text that is all capitals', () => {
    const { names } = read(
      'POLICE SAID THE LIBERATION TIGERS OF TAMIL EELAM (LTTE) BOMBED THE BANK. IT IS WHAT THE TIGERS DO.',
    );
    expect(names.actorMentions.map(({ actor }) => actor.key)).toEqual(['ltte', 'ltte', 'ltte']);
  });

  test('include offices named by their country', () => {
    const { names } = read(
      'Russian authorities told the U.S. embassy. Kenyan police and the Turkish interior ministry agreed.',
    );
    expect(names.actorMentions.map(({ actor }) => [actor.key ?? actor.name, actor.kind])).toEqual([
      ['gov-ru', 'government'],
      [expect.stringMatching(/embassy/i), 'agency'],
      ['Kenyan police', 'agency'],
      [expect.stringMatching(/interior ministry/i), 'agency'],
    ]);
  });

  test('include peoples', () => {
    const { names } = read('The alert told U.S. citizens and other Americans to leave.');
    expect(names.actorMentions.map(({ actor }) => [actor.name, actor.kind])).toEqual([
      ['U.S. citizens', 'population'],
      ['Americans', 'population'],
    ]);
  });

  test('include groups that the catalogue lacks', () => {
    const { names } = read(
      'The Lakeshore Popular Resistance claimed it. So did a group calling itself Soldiers of the Dawn. The Dawn Martyrs Brigade (DMB) did not; the DMB is weak.',
    );
    expect(kindOf(names, 'Lakeshore Popular Resistance')).toBe('group');
    expect(kindOf(names, 'Soldiers of the Dawn')).toBe('group');
    expect(names.actorMentions.filter(({ actor }) => actor.name === 'Dawn Martyrs Brigade')).toHaveLength(3);
  });

  test('are governments where a capital or a country acts', () => {
    const { names, index } = read('Moscow said that nothing had happened in Moscow. The embassy had warned Iran.');
    expect(names.actorAt(index('Moscow'))?.actor.key).toBe('gov-ru');
    expect(names.actorAt(index('Moscow', 1))).toBeNull();
    expect(names.actorAt(index('Iran'))?.actor.key).toBe('gov-ir');
  });
});

describe('persons', () => {
  test('keep their offices and whom they speak for', () => {
    const { names } = read(
      'Taliban spokesman Zabihullah Mujahid spoke. Gen. Michael Kurilla of U.S. Central Command agreed. Mujahid left.',
    );
    const mujahid = names.actorMentions.find(({ actor }) => actor.name === 'Zabihullah Mujahid')?.actor;
    expect(mujahid?.of?.key).toBe('taliban');
    expect(mujahid?.roles).toContain('spokesman');
    expect(mujahid?.mentions).toHaveLength(2);
    expect(names.actorMentions.find(({ actor }) => actor.name === 'Michael Kurilla')?.actor.of?.kind).toBe('agency');
  });

  test('are known by age, apposition and particles', () => {
    const { names } = read(
      'Seifeddine Rezgui, 23, a student, knew Iyad ag Ghaly and Juan Manuel de la Torre, a preacher.',
    );
    expect(actorNames(names)).toEqual(['Seifeddine Rezgui', 'Iyad ag Ghaly', 'Juan Manuel de la Torre']);
  });

  test('are not places, and streets are not persons', () => {
    const { names } = read('Zabihullah Mujahid was near Tarata Street. Mujahid ran from Imperial Marhaba hotel.');
    expect(actorNames(names)).toEqual(['Zabihullah Mujahid']);
    expect(names.places().map(({ name, precision }) => [name, precision])).toEqual([
      ['Tarata Street', 'site'],
      ['Imperial Marhaba hotel', 'site'],
    ]);
  });
});

describe('references', () => {
  test('go back to the group, the office or the person named before', () => {
    const { names, index } = read('Al-Shabaab attacked a base in Somalia on Monday. The group said it killed sixty.');
    const the = index('group') - 1;
    expect(names.referent(the, the + 2)?.key).toBe('al-shabaab');
    expect(names.actorFor(index('it'), index('it') + 1).key).toBe('al-shabaab');
  });

  test('are not made up', () => {
    const { names, index } = read('It was raining. The group of tourists laughed.');
    expect(names.referent(index('It'), index('It') + 1)).toBeNull();
  });

  test('of common nouns make an actor on demand, which is left out where nothing uses it', () => {
    const { names, index } = read('A health official said so.');
    const official = names.actorFor(0, index('official') + 1);
    expect(official).toMatchObject({ name: 'health official', kind: 'person', generic: true });
    expect(names.actors(new Set())).toEqual([]);
    expect(names.actors(new Set([official.id]))).toHaveLength(1);
  });
});

test('every mention is the words of the text', () => {
  const text = 'ISIS-K said: “Élodie Müller, 30, the São Paulo police’s chief 🕯️, warned Iran.” Kabul airport shut.';
  const { names } = read(text);
  const used = new Set(names.actorMentions.map(({ actor }) => actor.id));
  for (const { mentions, aliases, name } of names.actors(used)) {
    for (const [start, end] of mentions) expect([name, ...aliases]).toContain(text.slice(start, end));
  }
});
