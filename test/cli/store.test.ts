import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { IncidentSummary, ReportSummary } from '../../src/desk/schema.js';
import { ended, MOGADISHU, MOSCOW, type Shell, said, shell } from './tocsin.js';

// Each test starts the program many times; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 240_000 });

let sh: Shell;
beforeAll(() => {
  sh = shell();
  sh.write({
    'in/moscow.txt': MOSCOW,
    'in/moscow.meta.json': JSON.stringify({ published: '2024-03-23', publisher: 'Wire' }),
    'in/deep/mogadishu.txt': MOGADISHU,
    'in/deep/mogadishu.meta.json': JSON.stringify({ published: '2024-01-17' }),
    'in/deep/copy.txt': MOGADISHU,
    'in/empty.txt': '',
    'in/notes.pdf': 'not a report',
  });
});
afterAll(() => sh.close());

const jsonLines = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

describe('a store on the command line', () => {
  it('is asked for before it is there: says how to make it, and makes nothing', async () => {
    for (const args of [['list'], ['show', 'sha256:abcd'], ['rebuild'], ['backup', 'b']]) {
      expect(await sh.tocsin(args)).toMatchObject({
        code: 1,
        stdout: '',
        stderr: expect.stringMatching(/^tocsin: .*tocsin add.*\n$/),
      });
    }
    expect(existsSync(join(sh.folder, '.tocsin'))).toBe(false);
  });

  it('takes files and folders, says what became of them, and each that failed', async () => {
    const { code, stdout, stderr } = await sh.tocsin(['add', 'in', 'in/missing.txt']);
    expect(code).toBe(1);
    expect(stdout).toBe('2 new reports, 1 already here, 2 failed.\n');
    expect(stderr.trimEnd().split('\n').sort()).toEqual([
      expect.stringMatching(/in\/empty\.txt/),
      expect.stringMatching(/in\/missing\.txt/),
    ]);
    expect(statSync(join(sh.folder, '.tocsin')).mode & 0o777).toBe(0o700);
  });

  it('takes the same again without a change', async () => {
    expect((await sh.tocsin(['add', 'in/moscow.txt', 'in/deep'])).stdout).toBe(
      '0 new reports, 3 already here, 0 failed.\n',
    );
  });

  it('searches as the page does, and says why', async () => {
    const { stdout, stderr } = await sh.tocsin(['search', 'moskva', '--what', 'statements', '--limit', '1']);
    expect(stderr).toContain('“moskva” is read as Moscow');
    expect(stdout).toMatch(/\[Moscow\].*\n.*“Moscow” for “moskva”/);
    expect(stdout).toMatch(/sha256:[0-9a-f]{64}#\w+\n/);
    const hits = jsonLines((await sh.tocsin(['search', '--group', 'al-shabaab', '--json'])).stdout);
    expect(hits).toHaveLength(1);
    expect(hits[0]).toMatchObject({ incident: { place: { name: 'Mogadishu' } }, statements: [{}] });
    expect(await sh.tocsin(['search', 'zeppelin'])).toMatchObject({
      code: 0,
      stdout: '',
      stderr: 'Nothing is found.\n',
    });
    expect(await sh.tocsin(['search', '--status', 'none'])).toMatchObject({ code: 1, stdout: '' });
  });

  it('keeps a feed, and says that it fails', async () => {
    const url = 'http://127.0.0.1:9/rss';
    const added = await sh.tocsin(['feed', 'add', url, '--publisher', 'House wire']);
    expect(added.code).toBe(1);
    expect(added.stdout).toMatch(/failing since .* UTC: It may not be fetched: its address is inside the house/);
    expect(await sh.tocsin(['feeds'])).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/House wire +failing since/),
    });
    expect((await sh.tocsin(['feed', 'remove', url])).stdout).toContain('is fetched no more');
    expect(await sh.tocsin(['feeds'])).toMatchObject({ code: 0, stdout: '' });
  });

  it('lists reports and incidents', async () => {
    const reports = jsonLines((await sh.tocsin(['list', 'reports', '--json'])).stdout).map((line) =>
      ReportSummary.parse(line),
    );
    expect(reports.map(({ file }) => file).sort()).toEqual(['in/deep/copy.txt', 'in/moscow.txt']);
    const incidents = jsonLines((await sh.tocsin(['list', '--json'])).stdout).map((line) =>
      IncidentSummary.parse(line),
    );
    expect(incidents.map(({ place }) => place?.name)).toEqual(['Moscow', 'Mogadishu']);
    const table = await sh.tocsin(['list']);
    expect(table.stdout).toMatch(/ID +DATE.*\n.*2024-03-22.*Moscow/);
    expect(await sh.tocsin(['list', 'reports', '--limit', '1'])).toMatchObject({
      code: 0,
      stderr: '1 of 2 reports; --limit shows more.\n',
    });
  });

  it('shows a report, an incident and a group by the beginning of their ids', async () => {
    const [report] = jsonLines((await sh.tocsin(['list', 'reports', '--json', '-q', 'Moscow'])).stdout).map((line) =>
      ReportSummary.parse(line),
    );
    const shown = await sh.tocsin(['show', report?.id.slice(0, 16) ?? '']);
    expect(shown.code).toBe(0);
    expect(shown.stdout).toContain('killing at least 60 people');
    const [incident] = jsonLines((await sh.tocsin(['list', '--json'])).stdout).map((line) =>
      IncidentSummary.parse(line),
    );
    const page = await sh.tocsin(['show', incident?.id.slice(0, -3) ?? '']);
    expect(page.stdout).toMatch(/Moscow.*at least 60.*claimed: Islamic State/s);
    const group = await sh.tocsin(['show', incident?.groups[0]?.id ?? '']);
    expect(group.stdout).toMatch(/Islamic State.*claimed/s);
    const json = await sh.tocsin(['show', '--json', incident?.id ?? '']);
    expect(JSON.parse(json.stdout)).toMatchObject({ id: incident?.id });
  });

  it('says when an id is unknown or could be several', async () => {
    expect(await sh.tocsin(['show', 'sha256:00000000'])).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^tocsin: .*nothing.*\n$/i),
    });
    expect(await sh.tocsin(['show', 'sha256:'])).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^tocsin: .*\n$/),
    });
  });

  it('is rebuilt, backed up and restored elsewhere with the same picture', async () => {
    const before = (await sh.tocsin(['list', '--json'])).stdout;
    expect((await sh.tocsin(['rebuild'])).code).toBe(0);
    expect((await sh.tocsin(['list', '--json'])).stdout).toBe(before);
    expect((await sh.tocsin(['backup', 'b.tocsin'])).code).toBe(0);
    expect((await sh.tocsin(['--data', 'other', 'restore', 'b.tocsin'])).code).toBe(0);
    expect((await sh.tocsin(['--data', 'other', 'list', '--json'])).stdout).toBe(before);
    expect(await sh.tocsin(['--data', 'third', 'restore', 'in/moscow.txt'])).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^tocsin: .*\n$/),
    });
  });

  it('lets nothing from a report steer the terminal', async () => {
    sh.write({
      'evil/a\u001b[31m.txt': 'Two men were shot dead \u001b[2J in Kirkuk on 1 May 2023.',
      'evil/b\u001b[31m.txt': '',
    });
    const { stdout, stderr } = await sh.tocsin(['--data', 'evil-data', 'add', 'evil']);
    const listed = await sh.tocsin(['--data', 'evil-data', 'list', 'reports']);
    expect((stdout + stderr + listed.stdout).replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  });
});

describe('a running desk', () => {
  it('is spoken to by every other command, holds its folder, and stops cleanly', async () => {
    const desk = sh.start(['--data', 'live', 'serve', '--port', '0']);
    const done = ended(desk);
    const [, url] = await said(desk, /(http:\/\/127\.0\.0\.1:\d+)/);
    const holder = join(sh.folder, 'live', 'holder.json');
    expect(statSync(holder).mode & 0o777).toBe(0o600);

    const live = ['--data', 'live'];
    expect(await sh.tocsin([...live, 'add', 'in'])).toMatchObject({
      code: 1,
      stdout: '2 new reports, 1 already here, 1 failed.\n',
    });
    const listed = await sh.tocsin([...live, 'list', 'reports', '--json']);
    expect(
      jsonLines(listed.stdout)
        .map((line) => ReportSummary.parse(line).file)
        .sort(),
    ).toEqual(['in/deep/copy.txt', 'in/moscow.txt']);
    expect((await sh.tocsin([...live, 'list'])).stdout).toMatch(/Moscow/);
    expect((await sh.tocsin([...live, 'rebuild'])).code).toBe(0);
    expect((await sh.tocsin([...live, 'backup', 'live.tocsin'])).code).toBe(0);
    expect(await sh.tocsin([...live, 'serve', '--port', '0'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(url ?? ''),
    });
    expect(await sh.tocsin([...live, 'restore', 'live.tocsin'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(url ?? ''),
    });
    expect((await sh.tocsin(['--data', 'copy', 'restore', 'live.tocsin'])).code).toBe(0);
    expect((await sh.tocsin(['--data', 'copy', 'list'])).stdout).toMatch(/Moscow/);

    const port = new URL(url ?? '').port;
    expect(await sh.tocsin(['--data', 'elsewhere', 'serve', '--port', port])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(`Port ${port} is taken`),
    });

    desk.kill('SIGTERM');
    expect(await done).toMatchObject({ code: 0, stderr: '' });
    expect(existsSync(holder)).toBe(false);
    expect((await sh.tocsin([...live, 'list', 'reports'])).stdout).toMatch(/moscow|Gunmen/);
  });

  it('answers over a real socket to this machine only', async () => {
    const desk = sh.start(['--data', 'socket', 'serve', '--port', '0']);
    const [, url] = await said(desk, /(http:\/\/127\.0\.0\.1:\d+)/);
    expect((await fetch(`${url}/api/status`)).status).toBe(200);
    const { request } = await import('node:http');
    const status = await new Promise((resolve) => {
      request(`${url}/api/status`, { headers: { host: 'evil.example' } }, (response) =>
        resolve(response.statusCode),
      ).end();
    });
    expect(status).toBe(421);
    desk.kill('SIGINT');
    expect((await ended(desk)).code).toBe(0);
  });
});
