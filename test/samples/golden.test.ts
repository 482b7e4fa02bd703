/**
 * What the reader finds in every sample, as it stood when somebody last looked at it. After a change that is meant:
 * `UPDATE_GOLDEN=1 npx vitest run test/samples`, and look at the difference. What must never be lost: facts.test.ts.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findReportFiles } from '../../src/intake/files.js';
import { Reading } from '../../src/reading/schema.js';
import { readSample, SAMPLES, tell } from './tell.js';

const GOLDEN = join(import.meta.dirname, 'golden');
mkdirSync(GOLDEN, { recursive: true });
const { files } = await findReportFiles([SAMPLES]);
const names = files.map((file) => basename(file));
const goldenOf = (name: string) => `${basename(name, extname(name))}.json`;

describe('golden readings of the samples', () => {
  it.each(names)('%s', async (name) => {
    const reading = Reading.parse(await readSample(name));
    const told = `${JSON.stringify(tell(reading), null, 2)}\n`;
    if (process.env.UPDATE_GOLDEN) writeFileSync(join(GOLDEN, goldenOf(name)), told);
    expect(told).toBe(readFileSync(join(GOLDEN, goldenOf(name)), 'utf8'));
  });

  it('are one for every sample', () => {
    expect(readdirSync(GOLDEN).sort()).toEqual(names.map(goldenOf).sort());
  });
});

describe('every span of a sample', () => {
  it.each(names)('of %s lies in its text and quotes the words of its slot', async (name) => {
    const reading = await readSample(name);
    const { text } = reading.report;
    let spans = 0;
    const look = (value: unknown): void => {
      if (Array.isArray(value) && value.length === 2 && value.every((n) => typeof n === 'number')) {
        const [start, end] = value as [number, number];
        expect(start).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(text.slice(start, end)).toMatch(/^\S(.*\S)?$/s);
        spans++;
      } else if (Array.isArray(value)) value.forEach(look);
      else if (typeof value === 'object' && value !== null) {
        if ('at' in value && 'text' in value) {
          const [start, end] = value.at as [number, number];
          expect(text.slice(start, end)).toBe(value.text);
        }
        Object.values(value).forEach(look);
      }
    };
    look({ ...reading, report: null });
    if (name !== '2024-03-24-football.txt') expect(spans).toBeGreaterThan(0);
  });
});
