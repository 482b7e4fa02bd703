import { PassThrough } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { columns, days } from '../../src/cli/format.js';
import { progress } from '../../src/cli/progress.js';
import { oneLine, plain, safeJson } from '../../src/cli/terminal.js';

describe('text from outside on a terminal', () => {
  it.each([
    ['a colour', '\u001b[31mred\u001b[0m', 'red'],
    ['a title set by OSC', '\u001b]0;owned\u0007text', 'text'],
    ['a link by OSC 8', '\u001b]8;;http://evil.example\u001b\\click\u001b]8;;\u001b\\', 'click'],
    ['the one-byte CSI', 'a\u009b2Jb', 'ab'],
    ['a lone escape', 'a\u001b', 'a'],
    ['carriage return and backspace', 'safe\r\bevil', 'safeevil'],
    ['a right-to-left override', 'txt.\u202egpj', 'txt.gpj'],
    ['accents, Arabic and emoji, which stay', 'Zürich داعش 🔔', 'Zürich داعش 🔔'],
  ])('takes out %s', (_what, given, wanted) => {
    expect(plain(given)).toBe(wanted);
  });

  it('keeps line breaks and tabs, but not in one line', () => {
    expect(plain('a\n\tb')).toBe('a\n\tb');
    expect(oneLine(' a\n\tb ')).toBe('a b');
    expect(oneLine('abcdef', 4)).toBe('abc…');
  });

  it('writes JSON without raw control characters that parses to the same value', () => {
    const value = { text: 'a\u001b[2J\u009b\u007f\u2028\n\tü' };
    const json = safeJson(value);
    expect(json).not.toMatch(/[\p{Cc}\u2028]/u);
    expect(JSON.parse(json)).toEqual(value);
  });
});

describe('values in words', () => {
  it.each([
    ['2024-03-22', '2024-03-22', '2024-03-22'],
    ['2024-03-01', '2024-03-31', '2024-03'],
    ['2024-02-01', '2024-02-29', '2024-02'],
    ['2015-01-01', '2015-12-31', '2015'],
    ['2024-03-08', '2024-03-10', '2024-03-08 to 2024-03-10'],
    ['2024-03-08', null, 'from 2024-03-08'],
    [null, '2024-03-08', 'until 2024-03-08'],
    [null, null, ''],
  ])('days from %s to %s', (start, end, wanted) => {
    expect(days({ start, end })).toBe(wanted);
  });

  it('lines up columns', () => {
    expect(
      columns([
        ['ID', 'NAME'],
        ['long-id', 'a\u001b[31mb'],
      ]),
    ).toEqual(['ID       NAME', 'long-id  ab']);
  });
});

describe('progress', () => {
  /** A terminal that keeps what is written to it. */
  const terminal = (isTTY: boolean) => {
    const written: string[] = [];
    const stream = Object.assign(new PassThrough(), { isTTY, columns: 60 });
    stream.on('data', (chunk: Buffer) => written.push(chunk.toString()));
    return { stream: stream as unknown as NodeJS.WriteStream, written };
  };

  it('is silent where standard error is no terminal', () => {
    const { stream, written } = terminal(false);
    const quiet = progress(2, stream);
    quiet.step('a');
    quiet.clear();
    expect(written).toEqual([]);
  });

  it('shows how far it is and what is in hand, on one line without control characters from outside', async () => {
    const { stream, written } = terminal(true);
    const shown = progress(3, stream);
    shown.step('one\u001b[31m\ntwo');
    await setTimeout(200);
    shown.clear();
    const text = written.join('');
    expect(text).toContain('1/3');
    expect(text).toContain('one');
    expect(text).not.toContain('\u001b[31m');
    expect(text).not.toContain('\ntwo');
  });
});
