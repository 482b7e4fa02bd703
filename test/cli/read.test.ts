import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Reading } from '../../src/reading/schema.js';
import { ended, MOGADISHU, MOSCOW, type Shell, shell } from './tocsin.js';

let sh: Shell;
beforeAll(() => {
  sh = shell();
  sh.write({
    'moscow.txt': MOSCOW,
    'moscow.meta.json': JSON.stringify({ published: '2024-03-23', publisher: 'Wire' }),
    'mogadishu.md': MOGADISHU,
    'page.html': `<!doctype html><title>T</title><article><p>${MOGADISHU}</p></article><script>alert("x")</script>`,
    'empty.txt': '',
    'noise.bin': new Uint8Array([0, 255, 1, 254, 0, 0, 7]),
    'big.txt': 'a '.repeat(25 * 1024 * 1024),
    'escape.txt': 'Gunmen shot dead two men in Kirkuk on 1 May 2023 \u001b[2J\u001b]0;owned\u0007\u009b31m.\r\n',
  });
});
afterAll(() => sh.close());

const lines = (text: string) => text.trimEnd().split('\n');
const readings = (text: string) => lines(text).map((line) => Reading.parse(JSON.parse(line)));

describe('tocsin read --json', () => {
  it('prints the contract, the file as it was named, what stands beside it', async () => {
    const { code, stdout, stderr } = await sh.tocsin(['read', '--json', './moscow.txt']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const [reading] = readings(stdout);
    expect(reading?.report).toMatchObject({
      file: './moscow.txt',
      published: '2024-03-23',
      publisher: 'Wire',
      text: MOSCOW,
    });
    expect(reading?.incidents[0]).toMatchObject({ type: 'armed-assault', date: { start: '2024-03-22' } });
  });

  it('lets flags go before what stands beside the file', async () => {
    const { stdout } = await sh.tocsin([
      'read',
      'moscow.txt',
      '--json',
      '--published',
      '2024-03-30',
      '--publisher',
      'Desk',
      '--title',
      'T',
      '--url',
      'https://example.org/a',
    ]);
    expect(readings(stdout)[0]?.report).toMatchObject({
      published: '2024-03-30',
      publisher: 'Desk',
      title: 'T',
      url: 'https://example.org/a',
    });
  });

  it('prints a line each for several, in their order, and goes on past bad ones', async () => {
    const files = ['moscow.txt', 'empty.txt', 'missing.txt', 'noise.bin', 'big.txt', 'mogadishu.md', 'page.html'];
    const { code, stdout, stderr } = await sh.tocsin(['read', '--json', ...files]);
    expect(code).toBe(1);
    expect(readings(stdout).map(({ report }) => report.file)).toEqual(['moscow.txt', 'mogadishu.md', 'page.html']);
    expect(lines(stderr)).toHaveLength(4);
    for (const [name, words] of [
      ['empty.txt', /empty/],
      ['missing.txt', /no such file/],
      ['noise.bin', /./],
      ['big.txt', /MB/],
    ] as const) {
      expect(lines(stderr).filter((line) => line.includes(name))).toEqual([expect.stringMatching(words)]);
    }
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it.each([['-'], []])('reads standard input (%s)', async (...args) => {
    const { code, stdout } = await sh.tocsin(['read', '--json', '--published', '2024-03-23', ...args], MOSCOW);
    expect(code).toBe(0);
    expect(readings(stdout)[0]?.report).toMatchObject({ file: null, published: '2024-03-23', text: MOSCOW });
  });

  it('says what is wrong with standard input', async () => {
    expect(await sh.tocsin(['read', '-'], '')).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^tocsin: .*empty.*\n$/),
    });
  });
});

describe('tocsin read for people', () => {
  it('prints what is said with its words, without colours where no terminal is', async () => {
    const { code, stdout } = await sh.tocsin(['read', 'moscow.txt']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/Moscow/);
    expect(stdout).toContain('killing at least 60 people');
    expect(stdout).not.toContain('\u001b');
  });

  it.each([[[]], [['--json']]])('lets nothing from a report steer the terminal %s', async (flags) => {
    const { stdout } = await sh.tocsin(['read', ...flags, 'escape.txt']);
    expect(stdout).toContain('Kirkuk');
    expect(stdout.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  });
});

describe('usage', () => {
  it.each([
    [['read', '--published', '22 March', 'moscow.txt'], /YYYY-MM-DD/],
    [['read', '--published', '2024-02-30', 'moscow.txt'], /YYYY-MM-DD/],
    [['raed', 'moscow.txt'], /unknown command.*\n.*read/],
    [['read', '--jsno', 'moscow.txt'], /unknown option/],
    [['serve', '--port', '99999'], /65535/],
    [['list', 'things'], /incidents, reports, groups, warnings/],
    [['add'], /path/],
    [[], /Usage: tocsin/],
  ])('%j is wrong: exit code 2', async (args, words) => {
    const { code, stdout, stderr } = await sh.tocsin(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(words);
  });

  it('helps with examples, and says its version', async () => {
    const help = await sh.tocsin(['--help']);
    expect(help).toMatchObject({ code: 0, stderr: '' });
    expect(help.stdout).toMatch(/Examples:.*tocsin read/s);
    expect(await sh.tocsin(['--version'])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
  });

  it('ends quietly when the reader of its output has gone', async () => {
    const child = sh.start(['read', '--json', ...Array(200).fill('moscow.txt')]);
    child.stdout?.once('data', () => child.stdout?.destroy());
    expect(await ended(child)).toMatchObject({ code: 0, stderr: '' });
  });
});
