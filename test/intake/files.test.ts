import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findReportFiles } from '../../src/intake/files.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tocsin-files-'));
  for (const name of [
    'b.txt',
    'a.md',
    'a.meta.json',
    'README.md',
    '.hidden.txt',
    'x.csv',
    'in/c.HTM',
    'in/.git/d.txt',
    'empty/.keep',
  ]) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), 'text');
  }
  symlinkSync('..', join(folder, 'in', 'loop'));
  symlinkSync('gone.txt', join(folder, 'in', 'dangling.txt'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('finds reports in folders, sorted, without hidden files, meta files and read-mes; each trouble is named', async () => {
  const { files, errors } = await findReportFiles([folder]);
  expect(files).toEqual(['a.md', 'b.txt', 'in/c.HTM'].map((name) => join(folder, name)));
  expect(errors.map((error) => error.message)).toEqual([expect.stringMatching(/dangling\.txt: no such file/)]);
});

it('takes a file that is named whatever it is called, but for meta files', async () => {
  const named = ['x.csv', '.hidden.txt', 'README.md', 'a.meta.json'].map((name) => join(folder, name));
  expect(await findReportFiles(named)).toEqual({ files: named.slice(0, 3), errors: [] });
});

it('says where there is nothing, and goes on', async () => {
  const { files, errors } = await findReportFiles([join(folder, 'none'), join(folder, 'empty'), join(folder, 'b.txt')]);
  expect(files).toEqual([join(folder, 'b.txt')]);
  expect(errors.map((error) => error.message)).toEqual([
    expect.stringMatching(/none: no such file/),
    expect.stringMatching(/empty: the folder holds no reports/),
  ]);
});
