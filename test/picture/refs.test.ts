import { expect, test } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/catalogue.js';
import { entityRef } from '../../src/picture/refs.js';

const group = (name: string) =>
  entityRef({ id: 'a1', kind: 'group', key: null, name, aliases: [], mentions: [] }, loadCatalogue()).id;

test.each(['extremists', 'six gunmen', 'Fighters', 'radical Islamists', 'five ISWAP fighters'])(
  'words for a group are no name of one: %s',
  (words) => expect(group(words)).toMatch(/^described:/),
);

test.each(['Sons of Thunder', 'Maguid faction', 'al-Jihad', 'Islamist Front'])('a group with a name: %s', (name) =>
  expect(group(name)).toMatch(/^group:/),
);
