import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { backup } from '../../src/store/backup/backup.js';
import { restore } from '../../src/store/backup/restore.js';
import { addDecision, listDecisions, undoDecision } from '../../src/store/decisions/decisions.js';
import { addReport } from '../../src/store/reports/add.js';
import { listReports } from '../../src/store/reports/list.js';
import { saveSearch } from '../../src/store/search/saved.js';
import { openStore, type Store } from '../../src/store/store.js';
import { forEachDatabase, newDatabase, newFolder } from './databases.js';
import { made } from './make.js';

/** Everything that a backup must carry, in order. */
async function contents(store: Store) {
  const reports = await store.db
    .selectFrom('report')
    .innerJoin('reading', 'reading.report', 'report.id')
    .selectAll()
    .orderBy('seq')
    .execute();
  return {
    reports: reports.map(({ seq: _, statements, ...row }) => ({ ...row, statements: JSON.stringify(statements) })),
    decisions: await listDecisions(store.db),
    searches: await store.db.selectFrom('saved_search').selectAll().orderBy('name').execute(),
  };
}

/** Words that no other report has, so that none is a copy of another. */
const text = (i: number) => [`Report${i}`, ...Array.from({ length: i }, (_, k) => `w${i}x${k}`)].join(' ');

async function fill(store: Store): Promise<void> {
  const meta = { published: '2024-03-25', publisher: 'P', title: 'T\u2028\u0007', url: 'https://example.org/?a=1&b=2' };
  await addReport(store, ...made('Alpha \u2028 \u{1F4A5}\r\n“x”', meta));
  // An id that is taken and given back leaves a gap in the order, which must not matter.
  await addReport(store, ...made('Alpha \u2028 \u{1F4A5}\r\n“x”', meta));
  const [report, reading] = made('Page');
  const bytes = Buffer.from('<p>Page\xe9', 'latin1');
  const id = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  await addReport(
    store,
    { ...report, id, bytes, mediaType: 'text/html' },
    { ...reading, report: { ...reading.report, id } },
  );
  for (let i = 0; i < 120; i++) await addReport(store, ...made(text(i)));
  const first = await addDecision(store, { kind: 'join', a: `${id}#i1`, b: `${id}#i2`, why: 'the “same”' }, 'Ann');
  await addDecision(store, { kind: 'reject', a: `${id}#i3`, why: 'a film' }, 'Ben');
  await undoDecision(store, first.id, 'Cem');
  await saveSearch(store, null, 'Bombs', 'q=bomb&what=incidents');
  await addReport(store, ...made('Since it was kept'));
  await saveSearch(store, null, 'Kabul', 'q=%22in+Kabul%22&what=statements');
}

const reachable = 'url' in inject('postgres');
const newPlace = { pglite: newFolder, postgres: newDatabase };

const pairs = (['pglite', 'postgres'] as const).flatMap((from) =>
  (['pglite', 'postgres'] as const).map((to) => ({ from, to })),
);
describe.each(pairs)('from $from to $to', ({ from, to }) => {
  const wanted = [from, to].every((kind) => (kind === 'pglite' ? true : reachable));
  test.skipIf(!wanted || (process.env.DB !== undefined && process.env.DB !== from))(
    'a backup carries reports and decisions to the byte',
    { timeout: 180_000 },
    async () => {
      const source = await openStore(await newPlace[from]());
      const target = await openStore(await newPlace[to]());
      const file = join((await newFolder()).data, 'backup');
      try {
        await fill(source);
        expect(await backup(source, file)).toMatchObject({ reports: 123, decisions: 2 });
        expect(await restore(target, file)).toMatchObject({
          reports: 123,
          reportsKnown: 0,
          decisions: 2,
          decisionsKnown: 0,
        });
        expect(await contents(target)).toEqual(await contents(source));
        // A backup of the restored store is the same, but for the line that says when it was made.
        await backup(target, `${file}2`);
        const lines = (path: string) => gunzipSync(readFileSync(path)).toString().split('\n').slice(1, -2);
        expect(lines(`${file}2`)).toEqual(lines(file));
      } finally {
        await source.close();
        await target.close();
      }
    },
  );
});

forEachDatabase('backup and restore', (open) => {
  let source: Store;
  let folder: string;
  let file: string;
  beforeAll(async () => {
    source = await open();
    await fill(source);
    folder = (await newFolder()).data;
    file = join(folder, 'whole');
    await backup(source, file);
  });

  test('the file is for this user alone, and nothing unfinished is left beside it', () => {
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['whole']);
  });

  test('a file that is there already is left as it is', async () => {
    const taken = join(folder, 'taken');
    writeFileSync(taken, 'mine');
    await expect(backup(source, taken)).rejects.toThrow(/taken exists already/);
    expect(readFileSync(taken, 'utf8')).toBe('mine');
    await expect(backup(source, join(folder, 'no', 'such'))).rejects.toThrow(/its folder does not exist/);
  });

  test('a damaged file restores nothing', async () => {
    const target = await open();
    const whole = readFileSync(file);
    const content = gunzipSync(whole).toString();
    const lines = content.split('\n');
    const damaged: Record<string, Buffer | string> = {
      empty: '',
      'no gzip': content,
      'cut off': whole.subarray(0, whole.length >> 1),
      'cut off at the last byte': whole.subarray(0, -1),
      'one bit turned': Buffer.from(whole.map((byte, i) => (i === whole.length >> 1 ? byte ^ 1 : byte))),
      'a line taken out': gzipSync(lines.toSpliced(5, 1).join('\n')),
      'two lines exchanged': gzipSync(lines.toSpliced(5, 2, lines[6] ?? '', lines[5] ?? '').join('\n')),
      'a word changed': gzipSync(content.replace('w7x1 w7x2', 'w7x1 w7x3')),
      'a publisher changed': gzipSync(content.replace('"publisher":"P"', '"publisher":"Q"')),
      'no end': gzipSync(lines.slice(0, -2).join('\n')),
      'something after the end': gzipSync(`${content}{"decision":{}}\n`),
      'a field missing': gzipSync(content.replace('"mediaType"', '"mediaTipe"')),
    };
    for (const [what, bytes] of Object.entries(damaged)) {
      const path = join(folder, 'damaged');
      writeFileSync(path, bytes);
      await expect(restore(target, path), what).rejects.toThrow(/damaged is not a whole backup|Nothing was restored/);
    }
    const newer = join(folder, 'newer');
    writeFileSync(newer, gzipSync(content.replace('tocsin.backup/1', 'tocsin.backup/9')));
    await expect(restore(target, newer)).rejects.toThrow(/tocsin\.backup\/9/);
    await expect(restore(target, join(folder, 'nothing'))).rejects.toThrow(/no such file/);
    expect((await listReports(target, { limit: 1, offset: 0 })).total).toBe(0);
    expect(await listDecisions(target.db)).toEqual([]);
  });

  test('where the picture fails nothing is restored', async () => {
    const target = await open();
    const failing = restore(target, file, async () => {
      throw new Error('no picture');
    });
    await expect(failing).rejects.toThrow('no picture');
    expect((await listReports(target, { limit: 1, offset: 0 })).total).toBe(0);
  });

  test('a store that holds something keeps it, and what it lacks comes after', async () => {
    const target = await open();
    await addReport(target, ...made('Mine'));
    await addReport(target, ...made(text(7), { title: 'Known here' }));
    const before = await contents(target);
    expect(await restore(target, file)).toMatchObject({
      reports: 122,
      reportsKnown: 1,
      decisions: 2,
      decisionsKnown: 0,
    });
    const after = await contents(target);
    expect(after.reports.slice(0, 2)).toEqual(before.reports);
    expect(after.reports.slice(2).map(({ id }) => id)).toEqual(
      (await contents(source)).reports.map(({ id }) => id).filter((id) => id !== before.reports[1]?.id),
    );
    expect(await restore(target, file)).toMatchObject({
      reports: 0,
      reportsKnown: 123,
      decisions: 0,
      decisionsKnown: 2,
    });
    expect(await contents(target)).toEqual(after);
    // New reports are accepted after those that were restored.
    const { seq } = await addReport(target, ...made('Newest'));
    const { items } = await listReports(target, { limit: 1, offset: 0 });
    expect(items[0]?.title).toBe('Newest');
    expect(seq).toBeGreaterThan(122);
  });
});
