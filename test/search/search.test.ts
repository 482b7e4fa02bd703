/** Searching in the store, on both kinds of database, with what the reader really reads. */
import { beforeAll, describe, expect, test } from 'vitest';
import { acceptText } from '../../src/desk/accept.js';
import type { Passage } from '../../src/picture/search/why.js';
import { addDecision, undoDecision } from '../../src/store/decisions/decisions.js';
import { dumpPicture, rebuildPicture } from '../../src/store/picture/rebuild.js';
import type { SearchQuery } from '../../src/store/search/ask.js';
import { removeSearch, savedSearches, saveSearch, seenSearch } from '../../src/store/search/saved.js';
import { search } from '../../src/store/search/search.js';
import type { Store } from '../../src/store/store.js';
import { forEachDatabase } from '../store/databases.js';

const REPORTS = [
  {
    published: '2024-03-06',
    publisher: 'Harbour News',
    text: 'MOGADISHU, March 6 - A car bomb killed nine people outside a hotel in Mogadishu on Tuesday. Al-Shabaab claimed the attack.\n\nThe police cordoned off the road.',
  },
  {
    published: '2024-03-24',
    publisher: 'Meridian Wire',
    text: 'Gunmen killed 133 people at a concert hall in Moscow on 22 March 2024. IS claimed the attack. U.S. officials said that ISIS-K carried it out.',
  },
  {
    published: '2023-07-02',
    publisher: 'Harbour News',
    text: 'A bomb exploded in a market in Mosul on 1 July 2023 and killed four people. The army blamed Islamic State for the bombing.',
  },
  {
    published: '2024-05-01',
    publisher: 'Meridian Wire',
    text: 'The parliament debated the budget for <b>roads</b> & "bridges". Nothing else was said about O\'Hara.',
  },
];

const shown = ({ text, at, marks }: Passage) => {
  let marked = text;
  for (const mark of marks.toReversed())
    marked = `${marked.slice(0, mark.at[0] - at[0])}[${marked.slice(mark.at[0] - at[0], mark.at[1] - at[0])}]${marked.slice(mark.at[1] - at[0])}`;
  return marked;
};

forEachDatabase('searching', (open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
    for (const report of REPORTS) await acceptText(store, report);
  });
  const find = (q: string, what: SearchQuery['what'], more: Partial<SearchQuery> = {}) =>
    search(store, { q, what, limit: 20, ...more });
  const incidents = async (q: string, more: Partial<SearchQuery> = {}) =>
    (await find(q, 'incidents', more)).incidents.map(({ incident }) => incident.title.split(',')[1]?.trim());
  const why = async (q: string, more: Partial<SearchQuery> = {}) =>
    (await find(q, 'statements', { kind: ['incident'], ...more })).statements.map(({ passages }) =>
      passages.map(shown).join(' / '),
    );

  describe('names', () => {
    test.each([
      ['Daesh', ['Moscow', 'Mosul']],
      ['Islamic State', ['Moscow', 'Mosul']],
      ['ISKP', ['Moscow']],
      ['IS-K', ['Moscow']],
      ['Khorasan province', ['Moscow']],
      ['Al Shabab', ['Mogadishu']],
      ['Chabaab', ['Mogadishu']],
      ['Mossul', ['Mosul']],
      ['Somalia', ['Mogadishu']],
      ['Daesh Mossul', ['Mosul']],
      ['Hezbollah', []],
    ])('%s', async (q, places) => expect(await incidents(q)).toEqual(places));

    test('say what they were understood as', async () => {
      const { understood } = await find('Daesh bombings', 'incidents');
      expect(understood).toMatchObject([
        { text: 'Daesh', meant: [{ id: 'isis', name: 'Islamic State', how: 'alias', as: 'Daesh' }] },
        { text: 'bombings', meant: [] },
      ]);
      const { understood: spelled } = await find('Chabaab', 'incidents');
      expect(spelled[0]?.meant[0]).toMatchObject({ name: 'Al-Shabaab', how: 'spelling' });
    });

    test('mark the name that the report uses', async () => {
      expect((await why('Daesh'))[0]).toContain('[IS] claimed the attack.');
    });
  });

  test('words are found in every form, all of them in one statement, and marked', async () => {
    const [found] = await why('bombs market');
    expect(found).toMatch(/^A \[bomb\] exploded in a \[market\] in Mosul on 1 July 2023/);
    expect(await incidents('bomb')).toEqual(['Mogadishu', 'Mosul']);
    expect(await incidents('bomb -market')).toEqual(['Mogadishu']);
    expect(await incidents('"bomb car"')).toEqual([]);
    expect(await incidents('"car bomb"')).toEqual(['Mogadishu']);
    expect(await incidents('bomb concert')).toEqual([]);
  });

  test('reports are found by all their text, and what they hold stays text', async () => {
    const { reports } = await find('roads "nothing else"', 'reports');
    expect(reports.flatMap(({ passages }) => passages.map(shown))).toEqual([
      'The parliament debated the budget for <b>[roads]</b> & "bridges".',
      "[Nothing else] was said about O'Hara.",
    ]);
    expect((await find("O'Hara", 'reports')).reports).toHaveLength(1);
    for (const hostile of [
      "'; drop table report; --",
      '\\',
      "a:*b & | ! ( '",
      '<-> <script>',
      '"',
      '-',
      '💥',
      '\u{1F4A5}a',
    ])
      expect((await find(hostile, 'reports')).reports.length).toBeLessThanOrEqual(REPORTS.length);
  });

  test('filters', async () => {
    expect(await incidents('bomb', { place: 'Iraq' })).toEqual(['Mosul']);
    expect(await incidents('', { place: 'SO' })).toEqual(['Mogadishu']);
    expect(await incidents('', { group: 'Daesh' })).toEqual(['Moscow', 'Mosul']);
    expect(await incidents('', { group: 'isis-k' })).toEqual(['Moscow']);
    expect(await incidents('', { from: '2024-03-10' })).toEqual(['Moscow']);
    expect(await incidents('', { to: '2023-12-31' })).toEqual(['Mosul']);
    expect(await incidents('', { status: ['planned'] })).toEqual([]);
    expect(await incidents('attack', { publisher: 'Harbour News' })).toEqual(['Mogadishu']);
    expect(
      (await find('', 'statements', { kind: ['attribution'], publisher: 'Harbour News' })).statements.map(
        ({ kind }) => kind,
      ),
    ).toEqual(['attribution', 'attribution']);
    expect((await find('bomb', 'incidents', { place: 'Nowhereville' })).unknown).toEqual([
      { filter: 'place', value: 'Nowhereville' },
    ]);
  });

  test('a grade counts as a person gave it, and is filtered by', async () => {
    expect(await incidents('attack', { grade: 'B' })).toEqual([]);
    const graded = await addDecision(
      store,
      { kind: 'grade-source', a: 'Meridian Wire', value: 'B', why: 'known' },
      'Ann',
    );
    expect(await incidents('attack', { grade: 'B' })).toEqual(['Moscow']);
    expect(await incidents('attack', { grade: 'A' })).toEqual([]);
    const all = await find('', 'statements');
    const best = await find('', 'statements', { grade: '2' });
    expect(best.statements.map(({ statement }) => statement)).toEqual(
      all.statements.filter(({ grade }) => grade.credibility.grade <= 2).map(({ statement }) => statement),
    );
    await undoDecision(store, graded.id, 'Ann');
    expect(await incidents('attack', { grade: 'B' })).toEqual([]);
  });

  test('what was rejected is found no more, and again when that is undone', async () => {
    const [first] = (await find('bomb market', 'statements', { kind: ['incident'] })).statements;
    const rejected = await addDecision(store, { kind: 'reject', a: first?.statement ?? '', why: 'no' }, 'Ann');
    expect(await incidents('bomb market')).toEqual([]);
    expect((await find('bomb market', 'statements')).statements).toEqual([]);
    await undoDecision(store, rejected.id, 'Ann');
    expect(await incidents('bomb market')).toEqual(['Mosul']);
  });

  test.each(['incidents', 'statements', 'reports'] as const)('%s come in parts, each once', async (what) => {
    const ids = async (more: Partial<SearchQuery>) => {
      const found = await find('', what, more);
      return {
        next: found.next,
        ids: [
          ...found.incidents.map(({ incident }) => incident.id),
          ...found.statements.map(({ statement }) => statement),
          ...found.reports.map(({ report }) => report),
        ],
      };
    };
    const all = await ids({ limit: 100 });
    const parts: string[] = [];
    for (let after: string | undefined; ; ) {
      const part = await ids({ limit: 2, after });
      expect(part.ids.length).toBeLessThanOrEqual(2);
      parts.push(...part.ids);
      if (part.next === null) break;
      after = part.next;
    }
    expect(all.next).toBeNull();
    expect(parts).toEqual(all.ids);
    expect(new Set(parts).size).toBe(parts.length);
  });

  test('a picture made anew has the same index', async () => {
    const dump = async () => {
      const lines: string[] = [];
      for await (const line of dumpPicture(store)) lines.push(line);
      return lines;
    };
    const before = await dump();
    expect(before.filter((line) => line.startsWith('picture_statement_words')).length).toBeGreaterThan(5);
    await rebuildPicture(store);
    expect(await dump()).toEqual(before);
  });

  test('a saved search tells what came since it was looked at', async () => {
    const id = await saveSearch(store, null, 'Bombs', 'q=bomb');
    const read = (query: string): SearchQuery => ({
      q: new URLSearchParams(query).get('q') ?? '',
      what: 'incidents',
      limit: 20,
    });
    const fresh = async () => (await savedSearches(store, null, read)).map((saved) => [saved.name, saved.fresh]);
    expect(await fresh()).toEqual([['Bombs', 0]]);
    await acceptText(store, {
      published: '2024-06-02',
      publisher: 'Harbour News',
      text: 'A bomb killed two people in Kabul on 1 June 2024. Nobody claimed it.',
    });
    expect(await fresh()).toEqual([['Bombs', 1]]);
    await seenSearch(store, null, id);
    expect(await fresh()).toEqual([['Bombs', 0]]);
    expect((await savedSearches(store, 'someone', read)).map(({ shared }) => shared)).toEqual([true]);
    await removeSearch(store, null, id);
    expect(await fresh()).toEqual([]);
    await expect(removeSearch(store, null, id)).rejects.toThrow('no such search');
  });
});
