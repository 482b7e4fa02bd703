import { expect, test } from 'vitest';
import { addReport } from '../../src/store/reports/add.js';
import { eachReading } from '../../src/store/reports/batches.js';
import { findReports, getOriginal, getReading } from '../../src/store/reports/get.js';
import { listReports, reportSummary } from '../../src/store/reports/list.js';
import { forEachDatabase } from './databases.js';
import { made } from './make.js';

forEachDatabase('reports', (open) => {
  test('a report comes back as it was received, and its reading key for key', async () => {
    const store = await open();
    const [report, reading] = made('Alpha said 日本 \u{1F4A5}\u2028 “it” \\x00\r\nagain', {
      published: '2024-03-25',
      publisher: 'O\'Hara & "Söhne"',
    });
    const added = await addReport(store, report, reading);
    expect(added).toEqual({ id: report.id, seq: added.seq, new: true, differs: [] });
    expect(JSON.stringify(await getReading(store, report.id))).toBe(JSON.stringify(reading));
    const original = await getOriginal(store, report.id);
    expect(Buffer.from(report.bytes).equals(original?.bytes ?? Buffer.of())).toBe(true);
    expect(original?.mediaType).toBe('text/plain');
  });

  test('bytes that are no text come back too', async () => {
    const store = await open();
    const [report, reading] = made('text');
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
    await addReport(store, { ...report, bytes, mediaType: 'text/html' }, reading);
    expect((await getOriginal(store, report.id))?.bytes).toEqual(bytes);
  });

  test('the same bytes twice are one report, and what is said differently of it is told', async () => {
    const store = await open();
    await addReport(store, ...made('One', { published: '2024-03-25', publisher: 'A' }));
    const again = await addReport(store, ...made('One', { published: '2024-03-26', publisher: 'A', title: 'T' }));
    expect(again.new).toBe(false);
    expect(again.differs).toEqual([
      { name: 'title', kept: null, given: 'T' },
      { name: 'published', kept: '2024-03-25', given: '2024-03-26' },
    ]);
    const { items, total } = await listReports(store, { limit: 10, offset: 0 });
    expect(total).toBe(1);
    expect(items[0]?.published).toBe('2024-03-25');
  });

  test('of many adds at once of the same bytes one is new', async () => {
    const store = await open();
    const results = await Promise.all(Array.from({ length: 12 }, () => addReport(store, ...made('Same'))));
    expect(results.filter((added) => added.new)).toHaveLength(1);
    expect(new Set(results.map(({ seq }) => seq)).size).toBe(1);
  });

  test('the picture sees reports one at a time, in the order of acceptance', async () => {
    const store = await open();
    const seen: number[] = [];
    let inside = 0;
    const added = await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        addReport(store, ...made(`Report ${i}`), async (trx, accepted) => {
          inside += 1;
          expect(inside).toBe(1);
          await trx.selectFrom('report').select('seq').execute();
          seen.push(...accepted.map(({ seq }) => seq));
          inside -= 1;
        }),
      ),
    );
    expect(seen).toEqual(added.map(({ seq }) => seq).sort((a, b) => a - b));
    expect(seen).toHaveLength(12);
  });

  test('where the picture fails nothing is stored', async () => {
    const store = await open();
    const [report, reading] = made('Lost');
    const failing = addReport(store, report, reading, async () => {
      throw new Error('no picture');
    });
    await expect(failing).rejects.toThrow('no picture');
    expect(await reportSummary(store, report.id)).toBeUndefined();
    expect((await addReport(store, report, reading)).new).toBe(true);
  });

  test('a text that the database would change is refused', async () => {
    const store = await open();
    const [report, reading] = made('text');
    for (const text of ['a\0b', 'a\ud800b']) {
      await expect(addReport(store, { ...report, text }, reading)).rejects.toThrow(/report\.txt: .*cannot be stored/);
    }
    expect((await listReports(store, { limit: 1, offset: 0 })).total).toBe(0);
  });

  test('lists the last first, in parts, by words, with a title for each', async () => {
    const store = await open();
    for (const text of ['First 100% of it\nmore', 'Second', 'Third\n', '\n  Fourth line \nof 100']) {
      await addReport(store, ...made(text));
    }
    await addReport(store, ...made('Fifth', { title: 'A title with 100_0' }));
    const part = await listReports(store, { limit: 2, offset: 1 });
    expect(part.total).toBe(5);
    expect(part.items.map(({ title }) => title)).toEqual(['Fourth line', 'Third']);
    expect(part.items[0]?.statements).toEqual({
      incidents: 0,
      attributions: 0,
      warnings: 0,
      threats: 1,
      responses: 0,
      relations: 0,
    });
    const found = async (q: string) => (await listReports(store, { q, limit: 9, offset: 0 })).items.map((r) => r.title);
    expect(await found('100%')).toEqual(['First 100% of it']);
    expect(await found('100_')).toEqual(['A title with 100_0']);
    expect(await found('SECOND')).toEqual(['Second']);
    expect(await found("'; drop table report; --")).toEqual([]);
  });

  test('reports are found by the beginning of their id', async () => {
    const store = await open();
    const [report, reading] = made('Find me');
    await addReport(store, report, reading);
    const digits = report.id.slice('sha256:'.length);
    expect(await findReports(store, digits.slice(0, 8))).toEqual([report.id]);
    expect(await findReports(store, report.id.toUpperCase().replace('SHA256', 'sha256'))).toEqual([report.id]);
    expect(await findReports(store, digits.startsWith('0') ? '1111' : '0000')).toEqual([]);
    expect(await findReports(store, '%')).toEqual([]);
  });

  test('every reading in order, whatever the size of the batches', async () => {
    const store = await open();
    const texts = Array.from({ length: 450 }, (_, i) =>
      i % 150 === 7 ? `Long${i} ${'x '.repeat(3_000_000)}` : `Short${i}`,
    );
    for (const text of texts) await addReport(store, ...made(text), async () => {});
    const names: string[] = [];
    for await (const { reading } of eachReading(store.db)) names.push(reading.actors[0]?.name ?? '');
    expect(names).toEqual(texts.map((text) => text.slice(0, text.search(/\s|$/))));
  });
});
