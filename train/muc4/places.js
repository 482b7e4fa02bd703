// Writes src/exchange/muc4/places.tsv: the places that the MUC-4 lists of containing areas and the keys of dev and tst1 name,
// as facts (country, containing places, kind of place). Run from the project's root: node train/muc4/places.js
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = new URL('../../../shared/data/muc4/', import.meta.url).pathname;
const { parseTemplates } = await import(new URL('../../../shared/eval/muc4.mjs', import.meta.url).pathname);
const counts = new Map();
const kinds = (part) => part.replace(/\?/g, '').replace(/\s+/g, ' ').trim();

const LISTS = 'taskdoc/templ-doc-more';
for (const name of ['containing-areas-part1.v5', 'containing-areas-part2'])
  for (const line of readFileSync(join(ROOT, LISTS, name), 'latin1').split('\n')) {
    const path = line
      .replace(/\*.*$/, '')
      .replace(/message.*$/, '')
      .trim();
    if (!/^[A-Z][A-Z .]*:/.test(path)) continue;
    const parts = path.split(':').map(kinds);
    // A city with its department is also known by itself.
    for (let i = 1; i < parts.length; i++) add([parts[0], ...parts.slice(1, i + 1)], 0);
  }
for (const set of ['dev', 'tst1'])
  for (const name of readdirSync(join(ROOT, set)).filter((n) => n.startsWith('key')))
    for (const { fills, id } of parseTemplates(readFileSync(join(ROOT, set, name), 'latin1')))
      if (id !== '*')
        for (const { values } of fills['inc-loc'])
          for (const value of values) {
            if (value.some((part) => / - /.test(part))) continue;
            for (let i = 1; i < value.length; i++)
              add(value.slice(0, i + 1).map(kinds), i === value.length - 1 ? 1 : 0);
          }

function add(parts, n) {
  if (parts.some((part) => part === '' || part === '-')) return;
  const path = parts.join(': ');
  counts.set(path, (counts.get(path) ?? 0) + n);
}

const rows = [...counts]
  .filter(([path]) => !/[^A-Z0-9 .:()'-]/.test(path))
  .map(([path]) => path)
  .sort();
writeFileSync(new URL('../../src/exchange/muc4/places.tsv', import.meta.url), `${rows.join('\n')}\n`);
console.log(`${rows.length} places`);
